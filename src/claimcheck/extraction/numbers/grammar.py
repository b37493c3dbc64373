"""Lexemes → quantities: figure, unit, range, hedge. What is counted and how often is read afterwards (items.py, rates.py).

``find_quantities`` reads in this order: every figure with the words to its right (unit, age, -mal), then ranges, then
units that a figure shares with its neighbour, then hedges. Each quantity keeps the name of the rule that made it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from claimcheck.extraction.numbers.contexts import words
from claimcheck.extraction.numbers.lexing import Lexeme
from claimcheck.extraction.numbers.values import Interval, exact
from claimcheck.models import NumberKind


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in lexemes: it spans ``first`` to ``last`` (exclusive), its figure is the lexeme ``at``.

    ``power`` is the power in the words of the figure (for "3 bis 4 Milliarden"), ``factor`` that of its
    unit (Cent 1/100), ``item`` a noun that the quantity
    itself holds ("12.000-Mann-Kontingent"), ``item_at`` the lexeme of that noun, ``bare`` a count without unit,
    ``article`` a form of ein that counts only where it is stressed.
    """

    first: int
    last: int
    at: int
    interval: Interval
    kind: NumberKind
    rule: str
    unit: str | None = None
    power: Fraction = Fraction(1)
    factor: Fraction = Fraction(1)
    item: str | None = None
    item_at: int | None = None
    closed: bool = False
    bare: bool = False
    article: bool = False
    weak: bool = False


@dataclass(frozen=True)
class Text:
    """The lexemes of a text, the sentences in lower case, which lexemes are blocked (dates, look-alikes) and where
    the names of persons end, as far as the Doc knows. In ``lasting`` are the lexemes of durations, where only ages count, in
    ``counting`` the characters at which a figure begins that the parse gives to a noun after it."""

    lexemes: Sequence[Lexeme]
    blocked: frozenset[int]
    sentences: dict[int, str]
    persons: frozenset[int] = frozenset()
    lasting: frozenset[int] = frozenset()
    counting: frozenset[int] = frozenset()

    def key(self, at: int) -> str:
        """The lexeme in lower case, "" outside of the text."""
        return self.lexemes[at].key if 0 <= at < len(self.lexemes) else ""

    def word(self, at: int) -> str:
        """The lexeme as written, "" outside of the text."""
        return self.lexemes[at].text if 0 <= at < len(self.lexemes) else ""

    def same_sentence(self, a: int, b: int) -> bool:
        """True where both lexemes exist and stand in one sentence."""
        inside = 0 <= a < len(self.lexemes) and 0 <= b < len(self.lexemes)
        return inside and self.lexemes[a].sentence == self.lexemes[b].sentence


Read = Callable[[Text, int], Quantity | None]

NOTHING = Quantity(0, 0, 0, exact(Fraction(0)), "count", "nothing")
"""The answer of a rule that knows: this is no quantity, look no further."""

FUNCTION_WORDS = words("no adjective")
FORMS_OF_EIN = frozenset({"ein", "eine", "einen", "einem", "einer", "eines", "eins"})


def noun_follows(text: Text, at: int) -> bool:
    """Whether a capital word follows, with at most three words like adjectives before it."""
    for index in range(at, min(at + 4, len(text.lexemes))):
        lexeme = text.lexemes[index]
        if lexeme.kind != "word" or not text.same_sentence(at - 1, index):
            return False
        if lexeme.is_capital:
            return True
        if not lexeme.key.endswith(("e", "en", "er", "es", "em")) or lexeme.key in FUNCTION_WORDS:
            return False
    return False


__all__ = ["FORMS_OF_EIN", "NOTHING", "Quantity", "Read", "Text", "noun_follows", "replace"]
