"""Quantities without a figure of their own: "die Hälfte", "Tausende", "mehrere hundert", "dreimal", "dritter"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from claimcheck.extraction.numbers.ages import grown_age
from claimcheck.extraction.numbers.grammar import Quantity, Text, replace
from claimcheck.extraction.numbers.ordinals import ordinal_word
from claimcheck.extraction.numbers.proportions import factor_after
from claimcheck.extraction.numbers.units import PACKAGE, match_unit, resolve_symbol
from claimcheck.extraction.numbers.values import exact, vague
from claimcheck.language.number_words import parse_number_word
from claimcheck.language.numerals import parse_ordinal
from claimcheck.lexicon import load_lexicon


@dataclass(frozen=True, slots=True)
class VagueRow:
    """A row of vague.tsv; ``power`` is None for quantifiers."""

    form: str
    role: str
    power: int | None
    example: str


@cache
def load_vague() -> tuple[VagueRow, ...]:
    """The rows of vague.tsv."""
    return load_lexicon(PACKAGE / "vague.tsv", VagueRow)


@cache
def _powers(role: str) -> dict[str, int]:
    return {row.form: row.power for row in load_vague() if row.role == role and row.power is not None}


@cache
def _quantifiers() -> frozenset[str]:
    return frozenset(row.form for row in load_vague() if row.role == "quantifier")


FRACTION_WORDS = {"hälfte": Fraction(1, 2), "zweidrittel": Fraction(2, 3), "dreiviertel": Fraction(3, 4)}
NO_HALF = ("erst", "zweit", "letzt", "ander", "ober", "unter", "recht", "link", "früh", "spät", "vorder", "hinter")


def read_word(text: Text, at: int) -> Quantity | None:
    """The quantity that begins with the word at this lexeme, or None."""
    rule = _rule(text.key(at))
    return None if rule is None else rule(text, at)


@lru_cache(maxsize=16384)
def _rule(key: str) -> Callable[[Text, int], Quantity | None] | None:
    """The rule that a word can set off by its form."""
    if key in _powers("plural"):
        return _vague_plural
    if key in FRACTION_WORDS:
        return _half
    if "jährig" in key:
        return grown_age
    if key.endswith("mal"):
        return _grown_times
    if key == "doppelt":
        return _double
    if key.endswith(("te", "ten", "ter", "tes", "tem")):
        return ordinal_word if parse_ordinal(key) is not None else None
    return _quantified if key in LAST_OF_QUANTIFIER else None


def _half(text: Text, at: int) -> Quantity | None:
    if (not text.word(at)[0].isupper() and text.key(at) == "hälfte") or text.key(at - 1).startswith(NO_HALF):
        return None
    value = FRACTION_WORDS[text.key(at)]
    if text.key(at) == "dreiviertel" and text.key(at + 1) in ("jahr", "stunde", "jahre"):
        return None
    first = at - 1 if text.key(at - 1) in ("die", "der") and text.key(at) == "hälfte" else at
    return Quantity(first, at + 1, at, exact(value), "share", "half", closed=True)


def _vague_plural(text: Text, at: int) -> Quantity | None:
    power = _powers("plural")[text.key(at)]
    first, last = _quantifier_before(text, at), at + 1
    if text.key(last) == "von" and text.key(last + 1) in ("millionen", "milliarden") and text.key(at) != text.key(last + 1):
        power *= _powers("plural")[text.key(last + 1)]
        last += 2
    elif text.key(last) == "und" and text.key(last + 1) == "aber" + text.key(at):
        last += 2
    elif text.key(at - 1) == "in" and text.key(at) in ("millionen", "milliarden"):
        return None
    return _vague(text, first, last, at, power)


def _vague(text: Text, first: int, last: int, at: int, power: int) -> Quantity:
    quantity = Quantity(first, last, at, vague(power), "count", "vague plural", bare=True)
    unit = match_unit(text.lexemes, last + (text.key(last) == "von"))
    if unit is None:
        return quantity
    unit = resolve_symbol(unit, text.sentences[text.lexemes[at].sentence], text.word(unit.last), Fraction(power))
    return replace(quantity, last=unit.last, kind=unit.kind, unit=unit.symbol, closed=True, bare=False)


def _quantifier_before(text: Text, at: int) -> int:
    for length in (2, 1):
        words = " ".join(text.key(index) for index in range(at - length, at))
        if words in _quantifiers() and text.same_sentence(at - length, at):
            return at - length
    return at


POWERS_OF_TEN = {Fraction(10**n): 10**n for n in range(2, 13)}
LAST_OF_QUANTIFIER = frozenset(form.split()[-1] for form in _quantifiers())


def _quantified(text: Text, at: int) -> Quantity | None:
    """ "mehrere hundert", "ein paar Dutzend": begins at the quantifier's last word."""
    following = text.lexemes[at + 1] if at + 1 < len(text.lexemes) else None
    power = _powers("power").get(text.key(at + 1))
    if power is None and following is not None and following.kind == "figure" and not following.is_digits:
        power = POWERS_OF_TEN.get(following.number)
    if power is None:
        return None
    first = _quantifier_before(text, at + 1)
    return None if first > at else _vague(text, first, at + 2, at + 1, power)


def _double(text: Text, at: int) -> Quantity | None:
    """ "doppelt so viele"; "doppelt" by itself is none."""
    found = factor_after(text, at, at + 1) if text.key(at + 1) == "so" else None
    return None if found is None else replace(found, interval=exact(Fraction(2)))


def _grown_times(text: Text, at: int) -> Quantity | None:
    """ "dreimal", "zweimal"; "einmal" counts only where it is stressed."""
    value = parse_number_word(text.key(at).removesuffix("mal"))
    if value is None or text.key(at) == "keinmal":
        return None
    factor = factor_after(text, at, at + 1)
    if factor is not None:
        return factor
    kind_of_one = value == 1
    return Quantity(at, at + 1, at, exact(value), "count", "-mal", item="Mal", closed=True, article=kind_of_one)
