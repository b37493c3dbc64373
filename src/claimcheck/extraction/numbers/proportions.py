"""Shares, factors, repetitions and magnitudes: "zwei Drittel", "dreimal so viele", "20 Mal", "Stärke 6,3"."""

from __future__ import annotations

from fractions import Fraction

from claimcheck.extraction.numbers.contexts import stems
from claimcheck.extraction.numbers.grammar import FORMS_OF_EIN, Quantity, Text, noun_follows
from claimcheck.extraction.numbers.values import exact
from claimcheck.language.numerals import parse_fraction

SIZES = stems("size")
COMPARATIVES = stems("comparative")
QUAKES = ("beben", "bebens", "erdstoß", "erdstoßes", "erdstöße")
MAGNITUDES = frozenset({"stärke", "magnitude", "magnituden", "windstärke", "erdbebenstärke", "hurrikanstärke"})


def share(text: Text, at: int) -> Quantity | None:
    """ "zwei Drittel", "ein Zehntel"; "drei von vier" where no article makes it a real set."""
    lexeme = text.lexemes[at]
    if lexeme.key.endswith(("tel", "teln", "tels")) and lexeme.number.denominator > 1 and " " in lexeme.text:
        if text.key(at + 1) == "finale" or (text.key(at - 1) == "die" and lexeme.key.startswith("ein")):
            return None
        return Quantity(at, at + 1, at, exact(lexeme.number), "share", "fraction", closed=True)
    other = text.lexemes[at + 2] if at + 2 < len(text.lexemes) else None
    if text.key(at + 1) != "von" or other is None or other.value is None or lexeme.is_digits != other.is_digits:
        return None
    if other.is_digits and other.value != 10:
        return None
    if lexeme.key in FORMS_OF_EIN:
        return None
    if not 0 < lexeme.number < other.value <= 10 or other.value.denominator != 1:
        return None
    return Quantity(at, at + 3, at, exact(lexeme.number / other.number), "share", "n von m", closed=True)


def times(text: Text, at: int) -> Quantity | None:
    """ "20 Mal", "drei Mal"."""
    lexeme = text.lexemes[at]
    if text.key(at + 1) != "mal" or lexeme.key in FORMS_OF_EIN:
        return None
    factor = factor_after(text, at, at + 2)
    if factor is not None:
        return factor
    return Quantity(at, at + 1, at, exact(lexeme.number), "count", "count before Mal", item="Mal", item_at=at + 1, closed=True)


def factor_after(text: Text, at: int, last: int) -> Quantity | None:
    """ "dreimal so viele", "zehnmal höher", "100 mal mehr": a factor; the span ends before "so" or the comparative."""
    following = text.key(last)
    compared = (following == "so" and text.key(last + 1).startswith(SIZES)) or following.startswith(COMPARATIVES)
    if not compared or not text.same_sentence(at, last):
        return None
    value = text.lexemes[at].value or parse_fraction(text.key(at).removesuffix("mal")) or Fraction(2)
    if value == 1:
        return None
    return Quantity(at, last, at, exact(value), "factor", "factor", closed=True)


def magnitude(text: Text, at: int) -> Quantity | None:
    """ "Stärke 6,3", "die Stärke des Bebens mit 5,1 angegeben"."""
    lexeme = text.lexemes[at]
    if not 0 < lexeme.number < 13 or noun_follows(text, at + 1):
        return None
    reach = 9 if lexeme.number.denominator != 1 else 2
    for index in range(at - 1, max(at - 1 - reach, -1), -1):
        key = text.key(index)
        if not text.same_sentence(index, at):
            return None
        if key in MAGNITUDES and text.word(index)[0].isupper():
            return Quantity(at, at + 1, at, exact(lexeme.number), "measure", "magnitude", item_at=index, closed=True)
    if lexeme.number.denominator != 1 and _is_of_quake(text, at):
        return Quantity(at, at + 1, at, exact(lexeme.number), "measure", "magnitude", item="Stärke", closed=True)
    return None


def _is_of_quake(text: Text, at: int) -> bool:
    """ "6,9 auf der Richterskala", "mit einer Wucht von 6,9 hatte das Beben", "ein Erdbeben von 5,1"."""
    around = [index for index in range(at - 6, at + 9) if text.same_sentence(index, at)]
    if any("richterskala" in text.key(index) or "magnitudenskala" in text.key(index) for index in around):
        return True
    quake = any(text.key(index).endswith(QUAKES) for index in around)
    return quake and text.key(at - 1) in ("von", "mit") and text.key(at + 1) not in ("prozent", "%")
