"""Nouns for persons, bodies and groups: which lexicon row a word belongs to, inflected or as last part of a compound."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, TypeVar

from claimcheck.extraction.actors import lexicons
from claimcheck.extraction.actors.lexicons import Group, Head, Title

Row = TypeVar("Row", Title, Head, Group)
UMLAUT = str.maketrans("aouAOU", "äöüÄÖÜ")
ENDINGS = ("", "s", "es", "e", "n", "en", "er", "ern", "nen", "ses")
FUGEN = ("", "s", "n", "en", "es")
MINIMUM_PREFIX = 3  # letters before the last part of a compound


@dataclass(frozen=True, slots=True)
class Noun(Generic[Row]):
    """A word with its row: ``lemma`` is the whole compound in the nominative singular, ``modifier`` what stands before."""

    row: Row
    lemma: str
    modifier: str


class Nouns(Generic[Row]):
    """The rows of one lexicon by their inflected forms."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self._whole: dict[str, Row] = {row.form: row for row in rows}
        self._last: dict[str, Row] = {}
        for row in rows:
            for form in noun_forms(row.form, getattr(row, "adjectival", False)):
                self._whole.setdefault(form, row)
                if row.compound:
                    self._last.setdefault(form.lower(), row)
        self._lengths = sorted({len(form) for form in self._last}, reverse=True)

    def find(self, word: str) -> Noun[Row] | None:
        """The row of a word, of the whole word before that of its last part; None without one."""
        row = self._whole.get(word)
        if row is not None:
            return Noun(row, row.form, "")
        if not word[:1].isupper() or word in _false_compounds():
            return None
        return self._compound(word) or self._hyphened(word)

    def _compound(self, word: str) -> Noun[Row] | None:
        for length in self._lengths:
            if length > len(word) - MINIMUM_PREFIX:
                continue
            row = self._last.get(word[-length:].lower())
            if row is not None and word[:-length][-1].isalpha() and word[-length:].islower():
                return Noun(row, word[:-length] + row.form.lower(), word[:-length])
        return None

    def _hyphened(self, word: str) -> Noun[Row] | None:
        modifier, hyphen, last = word.rpartition("-")
        if not hyphen or not modifier:
            return None
        inner = self._whole.get(last)
        if inner is not None:
            return Noun(inner, f"{modifier}-{inner.form}", modifier)
        found = self._compound(last)
        return None if found is None else Noun(found.row, f"{modifier}-{found.lemma}", modifier)


def noun_forms(lemma: str, adjectival: bool = False) -> list[str]:
    """The forms that a noun of the lexicons can have; some do not exist, none of them is another word of the lexicons."""
    if adjectival:
        return [lemma[:-1] + ending for ending in ("r", "", "n", "m", "s")]
    stems = [lemma]
    if lemma.endswith("ium"):
        stems.append(lemma[:-2] + "en")
    if lemma.endswith("mann"):
        stems += [lemma[:-4] + "leute", lemma[:-4] + "männer"]
    if lemma.endswith("e"):
        stems.append(lemma[:-1])
    stems.append(_with_umlaut(lemma))
    forms = [stem + ending for stem in stems for ending in ENDINGS if ending or len(stem) >= len(lemma)]
    return list(dict.fromkeys(forms))


def _with_umlaut(lemma: str) -> str:
    for place in range(len(lemma) - 1, -1, -1):
        if lemma[place] in "aouAOU":
            place -= lemma[max(place - 1, 0) : place + 1].lower() == "au"
            return lemma[:place] + lemma[place].translate(UMLAUT) + lemma[place + 1 :]
    return lemma


@cache
def _false_compounds() -> frozenset[str]:
    return frozenset(form for word in lexicons.false_compounds() for form in noun_forms(word))


@cache
def title_nouns() -> Nouns[Title]:
    """Titles and roles."""
    return Nouns(lexicons.titles())


@cache
def head_nouns() -> Nouns[Head]:
    """Bodies and documents."""
    return Nouns(lexicons.heads())


@cache
def group_nouns() -> Nouns[Group]:
    """People in groups."""
    return Nouns(lexicons.groups())


@lru_cache(maxsize=4096)
def modifier_forms(modifier: str) -> tuple[str, ...]:
    """What the first part of a compound can be as a word of its own ("Regierungs" → "Regierung")."""
    word = modifier.rstrip("-")
    ends = [len(word) - len(fuge) for fuge in FUGEN if word.endswith(fuge)]
    return tuple(dict.fromkeys(word[:end] for end in ends if end > 1))
