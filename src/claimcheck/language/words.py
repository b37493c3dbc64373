"""Known German word forms (word_forms.tsv) and nouns that inflect as adjectives (nominalized.tsv), read at first use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimcheck.lexicon import load_lexicon

INFLECTED = re.compile(r"(?P<stem>.+?)(?:e[nmrs]?)")


@dataclass(frozen=True)
class Nominalized:
    """A row of nominalized.tsv."""

    stem: str
    whole: bool


def lookup(form: str) -> str | None:
    """The lemma of exactly this form, None where it is unknown or follows by rule."""
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
def _forms() -> dict[str, str]:
    """The 80,000 rows without the checks of ``load_lexicon``, which would take half a second; a test checks the file."""
    lines = (files("claimcheck.language") / "word_forms.tsv").read_text(encoding="utf-8").split("\n")
    cells = (line.partition("\t") for line in lines if line and line[0] != "#")
    next(cells)
    return {form: lemma for form, _, lemma in cells}
