"""The German word forms of simplemma (MIT; 1.1 million forms), loaded when the first word is looked up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from claimcheck.lexicon import load_lexicon

INFLECTED = re.compile(r"(?P<stem>.+?)(?:e[nmrs]?)")


@dataclass(frozen=True)
class Nominalized:
    """A row of nominalized.tsv."""

    stem: str
    whole: bool


def lookup(form: str) -> str | None:
    """The lemma of exactly this form, or None if it is unknown."""
    return _forms().get(form)


def adjectival_stem(noun: str) -> str | None:
    """The stem of a noun that inflects as an adjective ("Verletzten" → "Verletzt"), None for any other noun.

    >>> adjectival_stem("Bundestagsabgeordneten"), adjectival_stem("Soldaten")
    ('Bundestagsabgeordnet', None)
    """
    match = INFLECTED.fullmatch(noun)
    if match is None:
        return None
    stem = match["stem"].lower()
    table = nominalized()
    if stem in table or any(table.get(stem[first:]) is False for first in range(1, len(stem) - 2)):
        return match["stem"]
    return None


@cache
def nominalized() -> dict[str, bool]:
    """Stems of nominalized adjectives, and whether they are never the tail of a compound."""
    return {row.stem: row.whole for row in load_lexicon(files("claimcheck.language") / "nominalized.tsv", Nominalized)}


@cache
def _forms() -> Mapping[str, str]:
    forms: Mapping[str, str] = DefaultDictionaryFactory().get_dictionary("de")
    return forms
