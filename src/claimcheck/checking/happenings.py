"""What happens on the day that a claim names: classes of happenings.tsv, and the stem of any other verb or deverbal noun."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from claimcheck.checking.facts import Day, Fact
from claimcheck.checking.traits import is_speech
from claimcheck.checking.words import Word, find_clause, find_words, lemma_of, stem_of
from claimcheck.lexicon import load_lexicon

OPEN = "~"  # first sign of a class that no row names: "~prüf" for Prüfung, überprüfen
SHORTEST_ROOT = 4
PREFIX = re.compile(r"^(?:aus|über)(?=\w{4})")
INFINITIVE = re.compile(r"(?:(?P<liquid>[lr])n|en|n)$")
REFLEXIVE = frozenset({"treffen"})  # an event only with "sich": the parties meet, a strike hits passengers
# The noun after these says when or why, not what happens: "zwei Tage nach der Explosion", "der Protest gegen die Schließung".
ANCHOR = re.compile(
    r"\b(?:nach|seit|vor|wegen|infolge|aufgrund|trotz|angesichts|gegen|über|für|ohne|statt|im\s(?=Gespräch\b|Prozess\b))\s?"
    r"(?:\s*[a-zäöüß]+\s){0,3}\s?$",
    re.IGNORECASE,
)
OWN_DAY = re.compile(r"^\s(?:(?:vom|am|von)\s)?$")
PREPOSITION = re.compile(
    r"\b(?:in|im|an|am|auf|mit|von|vom|zu|zum|zur|bei|beim|für|gegen|über|nach|aus|unter|laut|um|vor|durch)\s(?:[a-zäöüß]+\s){0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Happening:
    """A row of happenings.tsv."""

    form: str
    happening: str
    example: str


@dataclass(frozen=True, slots=True)
class HappeningVerb:
    """A row of happening_verbs.tsv."""

    form: str
    role: str
    example: str


@dataclass(frozen=True, slots=True)
class Named:
    """What the clause around a day names as happening."""

    classes: frozenset[str]  # of happenings.tsv
    roots: frozenset[str]  # open classes, "~" and the stem
    shown: str | None  # the word for a reader
    is_carried: bool  # the verb only says that it happens
    is_open: bool  # it only says that something happens or ends, and names no event at all


@cache
def load_happenings() -> dict[tuple[str, bool], Happening]:
    """Rows of happenings.tsv by word stem, and True for nouns."""
    return {
        (stem_of(row.form), row.form[0].isupper()): row for row in load_lexicon(files(__package__) / "happenings.tsv", Happening)
    }


@cache
def load_happening_verbs() -> dict[str, HappeningVerb]:
    """Rows of happening_verbs.tsv by infinitive, ß written ss."""
    return {row.form.replace("ß", "ss"): row for row in load_lexicon(files(__package__) / "happening_verbs.tsv", HappeningVerb)}


def happenings_of(words: Iterable[Word]) -> set[str]:
    """Classes of the events that words name; compounds take the class of their last part."""
    return {row.happening for row in (find_happening(word.text) for word in words) if row is not None}


@lru_cache(maxsize=200_000)
def find_happening(word: str) -> Happening | None:
    """The row for a word, or for the last part of a noun."""
    table = load_happenings()
    if not word[0].isupper():
        return table.get((stem_of(word), False)) or table.get((stem_of(word), True))
    verb = table.get((stem_of(word), False))
    if verb is not None and lemma_of(word) == verb.form:
        return verb
    tails = (word[cut:].lstrip("-").capitalize() for cut in (0, *range(3, len(word) - 3)))
    return next((table[stem_of(tail), True] for tail in tails if len(tail) > 3 and (stem_of(tail), True) in table), None)


@lru_cache(maxsize=200_000)
def root_of(word: str) -> str | None:
    """The stem that a verb and its noun share, None for a word that is too short.

    >>> root_of("Verhandlungen"), root_of("verhandeln"), root_of("überprüft"), root_of("Prüfung")
    ('verhandl', 'verhandl', 'prüf', 'prüf')
    """
    lemma = lemma_of(word)
    root = lemma.removesuffix("ung") if lemma.endswith("ung") else INFINITIVE.sub(r"\g<liquid>", lemma)
    root = re.sub(r"e(?=[lr]$)", "", PREFIX.sub("", root))
    return root if len(root) >= SHORTEST_ROOT else None


def find_happenings(fact: Fact, day: Day) -> Named:
    """What a claim says happens on its day; nothing where the clause tells of the end or the change of an event."""
    at = day.start - fact.start
    left, right = find_clause(fact.text, at, at + len(day.text))
    clause = fact.text[left:right]
    verb = fact.lemma.split(" ")[-1]
    role = _role(fact.lemma)
    words = [word for word in find_words(clause) if stem_of(word.text) not in _reflexive(clause)]
    if role == "other":
        return Named(frozenset(), frozenset(), None, is_carried=False, is_open=not happenings_of(words))
    free = [word for word in words if not _is_anchor(clause, word, at - left)]
    found = happenings_of(free) | find_phrases(clause) | _of_verb(verb, clause)
    carries = role in ("carrier", "being")
    noun = _carried(free, clause) if carries else None
    if noun is not None:
        found -= _of_verb(verb, clause)
    shown = noun or (verb if role is None and verb.islower() else None)
    roots = {f"{OPEN}{root}" for root in (root_of(shown) if shown else None,) if root is not None}
    is_open = role == "carrier" and not happenings_of(words)
    return Named(frozenset(found), frozenset(roots), shown, role == "carrier", is_open)


def _role(lemma: str) -> str | None:
    """What the table says of a verb; a verb with a noun or an adverb ("bekannt geben") is no carrier, "Ziel sein" is."""
    first, _, verb = lemma.rpartition(" ")
    row = load_happening_verbs().get(verb.replace("ß", "ss"))
    if row is None:
        return "none" if is_speech(verb) else None
    return "none" if first and verb != "sein" else row.role


def find_phrases(clause: str) -> set[str]:
    """Classes of the phrases of happenings.tsv in a clause: "aus den Schienen"."""
    return {row.happening for row in load_happenings().values() if " " in row.form and row.form in clause.lower()}


def _of_verb(verb: str, clause: str) -> set[str]:
    row = find_happening(verb) if stem_of(verb) not in _reflexive(clause) else None
    return {row.happening} if row is not None else set()


def _reflexive(clause: str) -> set[str]:
    """Stems of verbs that are no event in this clause."""
    return set() if re.search(r"\b(?:sich|Treffens?)\b", clause) else {stem_of(verb) for verb in REFLEXIVE}


def _is_anchor(clause: str, word: Word, day_start: int) -> bool:
    """True for a noun after nach, wegen, gegen …, unless the day is its own: "bei dem Unglück vom Mittwoch"."""
    if not word.text[0].isupper() or not ANCHOR.search(clause, 0, word.start):
        return False
    return not OWN_DAY.match(clause[word.start + len(word.text) : max(day_start, 0)])


def _carried(words: Iterable[Word], clause: str) -> str | None:
    """The noun of which stattfinden, beginnen, fortsetzen tell: the first deverbal one that stands after no preposition."""
    nouns = (word for word in words if word.text[0].isupper() and (word.lemma.endswith("ung") or find_happening(word.text)))
    return next((word.text for word in nouns if not PREPOSITION.search(clause, 0, word.start)), None)
