"""Text → lexemes: figures, words and marks with their offsets; the reading of numbers works on these.

The tokens of the Doc are not used here: they keep "20-25", "35°C" and "10-km-Lauf" whole or split them by rules of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from claimcheck.language.numerals import NUMERAL, parse_fraction

LEXEME = re.compile(
    rf"""
    (?P<figure>{NUMERAL.pattern})
  | (?P<break>\n[^\S\n]*+\n\s*+)
  | (?P<word>[^\W\d_]++)
  | (?P<mark>[^\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Lexeme:
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


def scan(text: str, sentence_starts: Sequence[int] = ()) -> list[Lexeme]:
    """The lexemes of the text in order. Without ``sentence_starts`` sentences end at . ! ? before a capital word."""
    lexemes: list[Lexeme] = []
    previous = -1
    sentence = 0
    for match in LEXEME.finditer(text):
        start, end = match.span()
        words = match.group()
        kind = match.lastgroup or "mark"
        value = _value(words) if kind == "figure" else None
        if kind == "figure" and value is None:
            kind = "word"
        if sentence_starts:
            sentence = bisect_right(sentence_starts, start) - 1
        elif lexemes and _ends(lexemes, words):
            sentence += 1
        lexemes.append(Lexeme(start, end, words, words.casefold(), kind, start == previous, sentence, value))
        previous = end
    return lexemes


def _ends(lexemes: list[Lexeme], following: str) -> bool:
    """Whether a sentence ends before the following word."""
    last = lexemes[-1]
    if last.kind == "break" or last.text in "!?":
        return True
    if last.text != "." or not following[0].isupper() or len(lexemes) < 2:
        return False
    before = lexemes[-2]
    return not (last.glued and (before.kind == "figure" and before.value is not None and before.value < 32 or len(before.text) < 4))
