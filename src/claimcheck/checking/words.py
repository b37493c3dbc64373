"""Words of a claim: the clause around a figure, lemmas, and what the lexicons of this stage say about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import simplemma

from claimcheck.lexicon import load_lexicon

SHORTEST_COMPOUND_HEAD = 4  # letters
SHORTEST_COMPOUND_START = 3
PARTICLES = frozenset(
    {"bei", "aus", "ver", "vor", "auf", "ent", "miss", "über", "unter", "wider", "hin", "her", "ein", "nach", "zer"}
)  # fmt: skip
BEGINNING = 6  # letters
START = 5  # letters

WORD = re.compile(r"[A-Za-zÄÖÜäöüßé]+(?:-[A-Za-zÄÖÜäöüß]+)*")
CLAUSE_BREAK = re.compile(
    r"""
    (?<!\d)[,;:!?„“”»«()](?!\d)      # punctuation, but not the comma or colon of a figure
  | (?<=\d)[,;:!?„“”»«()](?=\s)
  | \s[–-]\s                         # a dash between blanks
  | (?<=[a-zäöüß]{3})\.\s            # a full stop after a word
    """,
    re.VERBOSE,
)

CONJUNCTION = re.compile(r"\s(?:und|sowie|oder|während)\s")
FIGURE = re.compile(r"\d")
LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Concept:
    """A row of concepts.tsv: what a word tells about a figure."""

    form: str
    slot: str
    event: str | None
    thing: str | None
    example: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of phrases.tsv."""

    form: str
    event: str
    example: str


@dataclass(frozen=True, slots=True)
class Scope:
    """A row of scopes.tsv."""

    form: str
    scope: str
    value: str
    example: str


class Word(NamedTuple):
    """A word of a clause with its offset there and its lemma in lower case."""

    text: str
    start: int
    lemma: str


@cache
def load_concepts() -> dict[tuple[str, str, bool], Concept]:
    """Rows of concepts.tsv by slot and word stem, and True for nouns."""
    rows = load_lexicon(files(__package__) / "concepts.tsv", Concept)
    return {(row.slot, stem_of(row.form), row.form[0].isupper()): row for row in rows}


@cache
def load_phrases() -> tuple[Phrase, ...]:
    """Rows of phrases.tsv."""
    return load_lexicon(files(__package__) / "phrases.tsv", Phrase)


@lru_cache(maxsize=4096)
def find_phrases(clause: str) -> tuple[tuple[Phrase, int], ...]:
    """Rows of phrases.tsv in a clause, in the order of the list, each with its offset; whole words only."""
    lowered = clause.lower()
    table = _phrases_by_word()
    near = sorted(index for word in {"", *_letter_runs(lowered)} if word in table for index in table[word])
    found = []
    for index in near:
        phrase = load_phrases()[index]
        at = lowered.find(phrase.form)
        if at >= 0 and not lowered[at - 1 : at].isalpha() and not lowered[at + len(phrase.form) :][:1].isalpha():
            found.append((phrase, at))
    return tuple(found)


@cache
def _phrases_by_word() -> dict[str, tuple[int, ...]]:
    """Places in the list of phrases by the longest of their words, by "" where a phrase has none."""
    table: dict[str, tuple[int, ...]] = {}
    for index, phrase in enumerate(load_phrases()):
        longest = max(_letter_runs(phrase.form), key=len, default="")
        table[longest] = (*table.get(longest, ()), index)
    return table


def _letter_runs(text: str) -> Iterator[str]:
    """The longest runs of letters in a text."""
    for run in LETTERS.findall(text):
        if run.isalpha():
            yield run
        else:  # digits that \d does not know: "km²"
            yield from "".join(char if char.isalpha() else " " for char in run).split()


@cache
def load_scopes() -> dict[str, tuple[Scope, ...]]:
    """Rows of scopes.tsv by the first word of their form."""
    table: dict[str, tuple[Scope, ...]] = {}
    for row in load_lexicon(files(__package__) / "scopes.tsv", Scope):
        first = row.form.split(" ")[0]
        table[first] = (*table.get(first, ()), row)
    return table


@lru_cache(maxsize=200_000)
def lemma_of(word: str) -> str:
    """The lemma in lower case; an unknown word is its own lemma.

    >>> lemma_of("gestorben")
    'sterben'
    """
    return simplemma.lemmatize(word, lang="de").lower()


@lru_cache(maxsize=200_000)
def is_noun(word: str) -> bool:
    """True for a word with a capital that the dictionary writes with one: no verb tells what happens in it.

    >>> is_noun("Arbeiter"), is_noun("Getötet"), is_noun("Lang")
    (True, False, False)
    """
    if not word[:1].isupper() or not simplemma.lemmatize(word, lang="de")[:1].isupper():
        return False
    return simplemma.lemmatize(word.lower(), lang="de") != word.lower() or not simplemma.is_known(word.lower(), lang="de")


@lru_cache(maxsize=200_000)
def is_common_word(word: str) -> bool:
    """True for a word of the German dictionary, false for most names of people and smaller places."""
    return bool(simplemma.is_known(word, lang="de"))


@lru_cache(maxsize=200_000)
def stem_of(word: str) -> str:
    """The lemma without its inflection, so that Toter, Tote and tot are one.

    >>> stem_of("Verletzte") == stem_of("Verletzter")
    True
    """
    lemma = lemma_of(word)
    for ending in ("erin", "er", "en", "em", "es", "e", "n", "s"):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 3:
            return lemma[: -len(ending)]
    return lemma


@lru_cache(maxsize=200_000)
def find_concept(word: str, slot: str) -> Concept | None:
    """The row for a word, or for the last part of a compound; None where the lexicon knows neither."""
    row = _find_row(word, slot)
    if row is not None or slot != "item":
        return row
    lemma = lemma_of(word)
    for cut in range(SHORTEST_COMPOUND_START, len(lemma) - SHORTEST_COMPOUND_HEAD + 1):
        head = lemma[cut:]
        row = load_concepts().get((slot, stem_of(head.capitalize()), True)) if lemma_of(head.capitalize()) == head else None
        if row is not None and lemma[:cut] not in PARTICLES:
            return row
    return None


def _find_row(word: str, slot: str) -> Concept | None:
    """The row of a noun for a noun, of a verb or adjective for another word, also at the start of a sentence."""
    table = load_concepts()
    if slot == "item":
        return table.get((slot, stem_of(word), True)) or table.get((slot, stem_of(word.capitalize()), True))
    if not word[:1].isupper():
        return table.get((slot, stem_of(word), False)) or _infinitive_row(word)
    return table.get((slot, stem_of(word), True)) or (None if is_noun(word) else table.get((slot, stem_of(word), False)))


def _infinitive_row(lemma: str) -> Concept | None:
    """The row of a noun of action that a claim has for its predicate, written small: "blackout"."""
    return load_concepts().get(("verb", stem_of(lemma.capitalize()), True)) if is_noun(lemma.capitalize()) else None


@lru_cache(maxsize=4096)
def find_words(text: str) -> tuple[Word, ...]:
    """The words of a text in order, figures and punctuation left out."""
    return tuple(Word(match.group(), match.start(), lemma_of(match.group())) for match in WORD.finditer(text))


def find_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around the words at [start, end): offsets into the text."""
    left, right = 0, len(text)
    for match in CLAUSE_BREAK.finditer(text):
        if match.end() <= start:
            left = match.end()
        elif match.start() >= end:
            right = match.start()
            break
    return _between_figures(text, start, end, left, right)


def _between_figures(text: str, start: int, end: int, left: int, right: int) -> tuple[int, int]:
    """The clause without coordinated parts that hold a figure of their own: "38 Filialen und 620 Beschäftigte"."""
    for match in CONJUNCTION.finditer(text, left, right):
        if match.end() <= start and FIGURE.search(text, left, match.start()):
            left = match.end()
        elif match.start() >= end and FIGURE.search(text, match.end(), right):
            return left, match.start()
    return left, right


def find_scopes(words: Sequence[Word], clause: str) -> list[tuple[Scope, int]]:
    """Scope rows that the words of a clause hit, each with the offset of its first word."""
    table = load_scopes()
    lowered = clause.lower()
    found = []
    for word in words:
        small = word.text.lower()
        rows = table.get(word.lemma, ())
        if small != word.lemma and small in table:
            rows += table[small]
        for row in rows:
            if " " not in row.form or lowered.startswith(row.form, word.start):
                found.append((row, word.start))
    return found


def word_starts(text: str) -> set[str]:
    """The first letters of the words of a text in lower case, and "": finds the few rows of a list that may fit.

    >>> sorted(word_starts("Es brennt"))
    ['', 'b', 'br', 'bre', 'bren', 'brenn', 'e', 'es']
    """
    words = set(re.findall(r"\w+", text.lower()))
    return {word[:length] for word in words for length in range(1, START + 1)} | {""}


def start_of(form: str) -> str:
    """The first letters of a form in a list, as ``word_starts`` has them where a text has the form; "" for no letter."""
    found = re.match(r"\w+", form.lower())
    return found.group()[:START] if found is not None else ""


@lru_cache(maxsize=4096)
def beginnings(text: str) -> frozenset[str]:
    """The first letters of the longer words: "nordkoreanische" and "Nordkorea" begin alike."""
    return frozenset(word.casefold()[:BEGINNING] for word in re.findall(r"\w{6,}", text))
