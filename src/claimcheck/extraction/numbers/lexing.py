"""Text → lexemes: figures, words and marks with their offsets; the reading of numbers works on these.

The tokens of the Doc are not used here: they keep "20-25", "35°C" and "10-km-Lauf" whole or split them by rules of their own.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from claimcheck.language.number_words import forms_of, parse_number_word
from claimcheck.language.numerals import NUMERAL, parse_fraction

LEXEME = re.compile(
    rf"""
    (?P<figure>(?=[\d½⅓⅔¼¾⅛]){NUMERAL.pattern})
  | (?P<break>\n[^\S\n]*+\n\s*+)
  | (?P<word>[^\W\d_]++)
  | (?P<mark>[^\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Lexeme(NamedTuple):
    """A figure, a word or a mark. ``key`` is the text in lower case, ``value`` the number of a figure, ``glued`` true
    where no blank stands before it, ``sentence`` the index of its sentence."""

    start: int
    end: int
    text: str
    key: str
    kind: str
    glued: bool
    sentence: int
    value: Fraction | None = None

    @property
    def number(self) -> Fraction:
        """The value of a figure, 0 for other lexemes."""
        return self.value if self.value is not None else Fraction(0)

    @property
    def is_digits(self) -> bool:
        return self.text[0].isdigit()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


@lru_cache(maxsize=4096)
def _value(text: str) -> Fraction | None:
    return parse_fraction(text)


@lru_cache(maxsize=16384)
def _begins_numeral(word: str) -> bool:
    """Whether a numeral can begin with this word in lower case: "zwei", "halbe"."""
    return parse_number_word(word) is not None or word in forms_of("halve")


def scan(text: str, sentence_starts: Sequence[int] = ()) -> list[Lexeme]:
    """The lexemes of the text in order. Without ``sentence_starts`` sentences end at . ! ? before a capital word."""
    lexemes: list[Lexeme] = []
    previous, sentence = -1, 0
    borders = deque(sentence_starts)
    for match in LEXEME.finditer(text):
        start, end = match.span()
        if start < previous:
            continue  # within a numeral of several words
        kind, value = match.lastgroup or "mark", None
        words = match.group()
        if kind == "figure" or (kind == "word" and _begins_numeral(words.lower())):
            kind, words, value = _figure(text, start, words)
            end = start + len(words)
        if not sentence_starts:
            sentence += bool(lexemes) and _ends(lexemes, words)
        while borders and borders[0] <= start:
            sentence += 1
            borders.popleft()
        lexemes.append(Lexeme(start, end, words, words.lower(), kind, start == previous, sentence, value))
        previous = end
    return lexemes


def _figure(text: str, start: int, words: str) -> tuple[str, str, Fraction | None]:
    """The numeral that begins here: kind, words and value; the word itself where it begins none."""
    match = NUMERAL.match(text, start)
    value = _value(match.group()) if match else None
    if match is None or value is None:
        return "word", words, None
    return "figure", match.group(), value


def _ends(lexemes: list[Lexeme], following: str) -> bool:
    """Whether a sentence ends before the following word."""
    last = lexemes[-1]
    if last.kind == "break" or last.text in "!?":
        return True
    if last.text != "." or not following[0].isupper() or len(lexemes) < 2:
        return False
    before = lexemes[-2]
    return not (
        last.glued and ((before.kind == "figure" and before.value is not None and before.value < 32) or len(before.text) < 4)
    )
