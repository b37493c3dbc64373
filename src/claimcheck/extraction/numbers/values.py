"""The interval that the words before and after a figure allow.

Source: contract of claimcheck/1, section "Intervals".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from claimcheck.extraction.numbers.lexing import Lexeme
from claimcheck.extraction.numbers.units import PACKAGE
from claimcheck.lexicon import load_lexicon
from claimcheck.models import Bound


@dataclass(frozen=True, slots=True)
class HedgeRow:
    """A row of hedges.tsv; ``low`` and ``high`` are factors of the figure, None is open."""

    form: str
    side: str
    bound: str
    low: float | None
    high: float | None
    example: str


@dataclass(frozen=True, slots=True)
class Interval:
    """What a figure can mean: the stated value (None for ranges and vague plurals) and its limits (None = open)."""

    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    bound: Bound = "exact"


@cache
def load_hedges() -> tuple[HedgeRow, ...]:
    """The rows of hedges.tsv."""
    return load_lexicon(PACKAGE / "hedges.tsv", HedgeRow)


@cache
def _by_words(side: str) -> dict[tuple[str, ...], HedgeRow]:
    return {tuple(row.form.replace(".", " .").split()): row for row in load_hedges() if row.side == side}


def match_hedge_before(lexemes: Sequence[Lexeme], at: int) -> tuple[HedgeRow, int] | None:
    """The longest hedge that ends right before this lexeme, and the index of its first lexeme."""
    table = _by_words("before")
    for length in range(min(4, at), 0, -1):
        row = table.get(tuple(lexeme.key for lexeme in lexemes[at - length : at]))
        if row is not None:
            return row, at - length
    return None


def match_hedge_after(lexemes: Sequence[Lexeme], at: int) -> tuple[HedgeRow, int] | None:
    """The hedge that begins at this lexeme, and the index after its last lexeme."""
    row = _by_words("after").get(tuple(lexeme.key for lexeme in lexemes[at : at + 2]))
    return None if row is None else (row, at + 2)


def exact(value: Fraction) -> Interval:
    """The figure as it stands."""
    return Interval(value, value, value)


def between(low: Fraction, high: Fraction) -> Interval:
    """A range; the ends are put in order."""
    return Interval(None, min(low, high), max(low, high), "range")


def vague(power: int) -> Interval:
    """The interval of a plural without a figure: "Tausende" is 2000 to 9999, "Dutzende" 24 to 99."""
    high = 99 if power == 12 else 10 * power - 1
    return Interval(None, Fraction(2 * power), Fraction(high), "vague")


BOUNDS: dict[str, Bound] = {
    "about": "about",
    "at_least": "at_least",
    "more_than": "more_than",
    "at_most": "at_most",
    "less_than": "less_than",
}


def hedged(value: Fraction, row: HedgeRow) -> Interval:
    """The figure under a hedge."""
    low = None if row.low is None else value * Fraction(str(row.low))
    high = None if row.high is None else value * Fraction(str(row.high))
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Interval(value, low, high, BOUNDS[row.bound])


def scaled(interval: Interval, factor: Fraction) -> Interval:
    """The interval with a power or a part of a currency multiplied out."""

    def times(number: Fraction | None) -> Fraction | None:
        return None if number is None else number * factor

    return Interval(times(interval.value), times(interval.low), times(interval.high), interval.bound)
