"""The lexicon of reporting words: verbs with what they take, and nouns for what is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimcheck.lexicon import load_lexicon

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class CueRow:
    """A reporting verb or verb phrase; the columns are explained in ``cues.tsv``."""

    lemma: str
    with_: str
    frames: str
    object: str
    counted: str
    back: bool
    denial: bool
    demand: bool
    example: str

    def objects(self) -> list[str]:
        """The kinds of phrases that carry content inside the clause."""
        return self.object.rstrip("#~").split("|") if self.object else []

    def counts(self) -> list[str]:
        """The kinds of phrases that carry a figure where the subject can speak."""
        return self.counted.split("|") if self.counted else []

    def speaks(self) -> bool:
        """True for a verb of speech, whatever its subject and object are."""
        return bool(self.frames or self.object)

    def holds_quotes(self) -> bool:
        """True where quoted words in its clause are the speaker's: a verb of speech, or one whose object is content."""
        return "s" in self.frames or (bool(self.object) and not self.object.endswith("#"))

    def words(self) -> list[set[str]]:
        """The alternatives of words that must stand beside the verb."""
        return [set(alternative.split()) for alternative in self.with_.split("|")] if self.with_ else []

    def fits(self, words: Iterable[str]) -> bool:
        """True where one alternative of the words beside the verb is there (lower case)."""
        here = set(words)
        return not self.with_ or any(needed <= here for needed in self.words())


@dataclass(frozen=True, slots=True)
class NounRow:
    """A noun for what is said or thought; the columns are explained in ``nouns.tsv``."""

    noun: str
    frames: str
    after: str
    document: bool
    demand: bool
    example: str


@cache
def cue_rows() -> dict[str, tuple[CueRow, ...]]:
    """The rows of a lemma, those that need more words first."""
    rows: dict[str, list[CueRow]] = {}
    for row in load_lexicon(HERE / "cues.tsv", CueRow):
        rows.setdefault(row.lemma, []).append(row)
    return {lemma: tuple(sorted(group, key=lambda row: not row.with_)) for lemma, group in rows.items()}


@cache
def noun_rows() -> dict[str, NounRow]:
    """The rows of ``nouns.tsv`` by lemma in lower case."""
    return {row.noun.lower(): row for row in load_lexicon(HERE / "nouns.tsv", NounRow)}


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word of a closed class; the columns are explained in ``words.tsv``."""

    class_: str
    form: str
    example: str


@cache
def words_of_class(name: str) -> frozenset[str]:
    """The words of a closed class in lower case."""
    return frozenset(row.form for row in load_lexicon(HERE / "words.tsv", WordRow) if row.class_ == name)


@cache
def has_inner_zu(form: str) -> bool:
    """True for an infinitive with zu behind its prefix ("anzugreifen"), in lower case."""
    prefixes = words_of_class("prefix")
    return form.endswith("n") and any(form.startswith(prefix + "zu") and len(form) > len(prefix) + 4 for prefix in prefixes)


def find_cue(lemma: str, words: Iterable[str]) -> CueRow | None:
    """The row of a verb whose other words stand in the clause."""
    here = set(words)
    return next((row for row in cue_rows().get(lemma, ()) if row.fits(here)), None)


@cache
def find_noun(word: str) -> NounRow | None:
    """The row of a noun, of its plural, or of the last part of a compound ("Polizeiangaben" → Angabe)."""
    form = word.lower().rsplit("-", 1)[-1]
    rows = noun_rows()
    for ending in ("", "n", "en", "s", "es", "e", "se", "sen", "nen"):
        stem = form.removesuffix(ending) if form.endswith(ending) else ""
        found = rows.get(stem) or (rows.get(stem.translate(PLAIN)) if ending in ("e", "en") else None)
        if found is not None:
            return found
    return _compound(form)


PLAIN = str.maketrans("äöü", "aou")  # Pläne → Plan


def _compound(form: str) -> NounRow | None:
    """A compound whose last part, in the singular or plural, is a noun that can stand after nach."""
    for noun, row in noun_rows().items():
        if row.after and len(noun) > 5 and noun != "zählung" and len(form) > len(noun) + 2:
            for ending in ("", "n", "en", "e", "s"):
                if form.endswith(noun + ending):
                    return row
    return None
