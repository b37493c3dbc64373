"""Which nouns can be actors: not quantities, events and properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimcheck.extraction.events.items import is_counted
from claimcheck.extraction.events.words import event_of_noun, is_group
from claimcheck.lexicon import load_lexicon

SUFFIX_LENGTHS = range(12, 2, -1)


@dataclass(frozen=True, slots=True)
class NounRow:
    """One row of nouns.tsv."""

    form: str
    kind: str
    example: str


def is_quantity(lemma: str) -> bool:
    """True for nouns that only say how much ("Zahl", "Anteil"); what they measure stands behind them.

    >>> is_quantity("Teilnehmerzahl"), is_quantity("Teilnehmer")
    (True, False)
    """
    row = _nouns().get("Zahl" if lemma.endswith("zahl") else lemma)
    return row is not None and row.kind == "quantity"


def is_abstract(lemma: str) -> bool:
    """True for nouns that name no actor: events, quantities, properties.

    >>> is_abstract("Erdbeben"), is_abstract("Landesregierung"), is_abstract("Teilnehmer")
    (True, False, False)
    """
    row = _nouns().get(lemma)
    if row is not None:
        return row.kind not in ("concrete", "quantifier")
    ending = _ending(lemma)
    if is_group(lemma) or (ending is not None and ending.kind == "concrete"):
        return False
    if event_of_noun(lemma) is not None:
        return True
    return ending is not None and not is_counted(lemma)


def _ending(lemma: str) -> NounRow | None:
    """The row of the longest ending of a compound, or None."""
    for length in SUFFIX_LENGTHS:
        row = _nouns().get("-" + lemma[-length:].lower()) if len(lemma) > length else None
        if row is not None and row.kind != "contest":
            return row
    return None


def is_quantifier(adjective: str) -> bool:
    """True for adjectives that count and name nothing, in any inflected form ("weitere", "ersten").

    >>> is_quantifier("weiteren"), is_quantifier("saudische")
    (True, False)
    """
    form = adjective.lower()
    rows = (_nouns().get(form[: len(form) - cut]) for cut in range(3))
    return any(row is not None and row.kind == "quantifier" for row in rows)


def is_contest(lemma: str) -> bool:
    """True for what one plays or holds when one "bestreitet" it, in compounds too.

    >>> is_contest("Gruppenspiel"), is_contest("Vorwurf")
    (True, False)
    """
    return any(row.kind == "contest" and lemma.lower().endswith(row.form[1:]) for row in _nouns().values())


@cache
def _nouns() -> Mapping[str, NounRow]:
    return {row.form: row for row in load_lexicon(files("claimcheck.claims") / "nouns.tsv", NounRow)}
