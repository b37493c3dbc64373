"""Country adjectives."""

from __future__ import annotations

from claimcheck.extraction.actors.gazetteer import country_words
from claimcheck.extraction.actors.lexicons import Entry
from claimcheck.extraction.actors.phrases import ADJECTIVE_ENDINGS


def country_of_adjective(word: str) -> Entry | None:
    """The country of an adjective in any form ("nordkoreanischen"); None for other words.

    >>> country_of_adjective("nordkoreanischen").name
    'Nordkorea'
    """
    lower = word.lower()
    for ending in ("", *ADJECTIVE_ENDINGS):
        if lower.endswith(ending):
            entry = country_words().get(lower[: len(lower) - len(ending)])
            if entry is not None and (ending or lower == "schweizer"):
                return entry
    return None
