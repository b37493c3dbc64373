"""Figures with a unit: measures, percentages and sums of money, in words, signs and compounds."""

from __future__ import annotations

from fractions import Fraction

from claimcheck.extraction.numbers.ages import time_unit
from claimcheck.extraction.numbers.grammar import FORMS_OF_EIN, NOTHING, Quantity, Text, noun_follows, replace
from claimcheck.extraction.numbers.lookalikes import has_role
from claimcheck.extraction.numbers.proportions import factor_after
from claimcheck.extraction.numbers.units import Unit, match_unit, resolve_symbol
from claimcheck.extraction.numbers.values import exact, scaled
from claimcheck.language.numerals import parse_fraction

SIGNS = frozenset({"€", "$", "£", "¥", "₹"})
POWERS_ALONE = {"tausend", "hundert", "million", "millionen", "milliarde", "milliarden", "billion", "billionen", "mio", "mrd"}
PARTS_OF_POWERS = {
    part + power: value * size
    for part, value in (("viertel", Fraction(1, 4)), ("dreiviertel", Fraction(3, 4)))
    for power, size in (("million", 10**6), ("milliarde", 10**9))
}
GROWN_TIME = ("tägig", "stündig", "minütig", "wöchig", "monatig", "sekündig", "stündlich", "tage", "jährlich")


def sum_before(text: Text, at: int) -> Quantity | None:
    """ "€ 5", "US$ 5 Mio.", "EUR 12": the currency stands before the figure."""
    if at == 0 or not text.same_sentence(at - 1, at):
        return None
    for first in (at - 3, at - 2, at - 1):
        if first < 0 or not (text.word(at - 1) in SIGNS or text.word(at - 1).isupper()):
            continue
        unit = match_unit(text.lexemes, first)
        if unit is not None and unit.last == at and unit.kind == "money":
            after = match_unit(text.lexemes, at + 1)
            if after is not None and after.kind == "money":
                return None
            return replace(_with_unit(text, at, unit, "currency before the figure"), first=first)
    return None


def hyphenated(text: Text, at: int) -> Quantity | None:
    """ "12.000-Mann-Kontingent", "Zwei-Tonnen-Lastwagen", "700-Milliarden-US-Dollar-Hilfspaket", "30-köpfige"."""
    parts, last = _glued_parts(text, at)
    if not parts:
        return None
    key, lexeme = text.key(parts[0]), text.lexemes[at]
    power = Fraction(1)
    if key in POWERS_ALONE and len(parts) > 1:
        power = parse_fraction("1 " + key) or power
        parts = parts[1:]
        key = text.key(parts[0])
    unit = match_unit(text.lexemes, parts[0])
    if unit is not None and unit.last <= last:
        return _with_unit(text, at, unit, "unit in a compound", power)
    if (
        key.startswith("jährig")
        or time_unit(key)
        or has_role(key, "time")
        or key.startswith(GROWN_TIME)
        or _named_compound(text, parts)
    ):
        return NOTHING
    if key.startswith("prozentig"):
        return Quantity(at, parts[0] + 1, at, exact(lexeme.number), "percent", "percent in -prozentig", "%", closed=True)
    if key == "mal" and (factor := factor_after(text, at, parts[0] + 1)) is not None:
        return factor
    if key == "mal":
        return Quantity(at, parts[0] + 1, at, exact(lexeme.number), "count", "-mal", item="Mal", closed=True)
    if key.startswith("fach"):
        return NOTHING
    if len(parts) == 1 and lexeme.is_digits and text.word(parts[0])[:1].isupper():
        return NOTHING
    noun = parts[0] if text.word(parts[0])[:1].isupper() and len(parts) > 1 else None
    return Quantity(at, at + 1, at, exact(lexeme.number * power), "count", "count in a compound", item_at=noun, closed=True)


def _named_compound(text: Text, parts: list[int]) -> bool:
    name = "-".join(text.key(part) for part in parts)
    return has_role(name, "compound")


def _glued_parts(text: Text, at: int) -> tuple[list[int], int]:
    """The words that hang on the figure with hyphens, and the index after the last of them."""
    parts = []
    index = at + 1
    while index + 1 < len(text.lexemes) and text.key(index) == "-" and text.lexemes[index].glued:
        word = text.lexemes[index + 1]
        if word.kind != "word" or not word.glued:
            # "12 - Pfund - Tasse" is read by _spaced
            break
        parts.append(index + 1)
        index += 2
    return parts, index


def spaced_hyphen(text: Text, at: int) -> Quantity | None:
    """ "12 - Pfund - Tasse": a compound written with blanks around its hyphens."""
    if text.key(at + 1) != "-" or text.key(at + 3) != "-" or text.lexemes[at + 1].glued:
        return None
    unit = match_unit(text.lexemes, at + 2)
    if unit is None or unit.last != at + 3:
        return None
    return _with_unit(text, at, unit, "unit in a compound")


def unit_after(text: Text, at: int) -> Quantity | None:
    unit = match_unit(text.lexemes, at + 1)
    if unit is None or not text.same_sentence(at, at + 1) or _is_glued_on(text, unit.last):
        return None
    quantity = _with_unit(text, at, unit, "unit after the figure")
    return _with_coins(text, quantity) if unit.kind == "money" else _below_zero(text, quantity)


def part_of_power(text: Text, at: int) -> Quantity | None:
    """ "eine Viertelmillion Euro", "einer Dreiviertelmilliarde"."""
    value = PARTS_OF_POWERS.get(text.key(at + 1)) if text.key(at) in FORMS_OF_EIN else None
    if value is None:
        return None
    power = Fraction(10**9 if "milliarde" in text.key(at + 1) else 10**6)
    found = Quantity(at, at + 2, at, exact(value), "count", "part of a power", power=power, bare=True)
    unit = match_unit(text.lexemes, at + 2) if text.same_sentence(at, at + 2) else None
    if unit is None:
        return found
    interval = scaled(exact(value), unit.factor)
    return replace(found, last=unit.last, interval=interval, kind=unit.kind, unit=unit.symbol, bare=False, closed=True)


def _with_coins(text: Text, quantity: Quantity) -> Quantity:
    """ "15 Dollar 50", "zwei Euro und fünfzig Cent", "zwei Euro fünfzig"."""
    at = quantity.last + (text.key(quantity.last) == "und")
    if at >= len(text.lexemes) or not text.same_sentence(quantity.at, at) or quantity.interval.value is None:
        return quantity
    coins = text.lexemes[at]
    if coins.kind != "figure" or coins.value is None or coins.value >= 100 or coins.value.denominator != 1:
        return quantity
    unit = match_unit(text.lexemes, at + 1)
    is_cents = unit is not None and unit.factor == Fraction(1, 100)
    bare = (
        unit is None
        and at == quantity.last
        and not noun_follows(text, at + 1)
        and coins.value > 9
        and not time_unit(text.key(at + 1))
    )
    if not (is_cents or bare) or quantity.interval.value.denominator != 1:
        return quantity
    value = quantity.interval.value + coins.value / 100
    last = unit.last if unit is not None and is_cents else at + 1
    return Quantity(quantity.first, last, quantity.at, exact(value), "money", "sum with coins", quantity.unit, closed=True)


def _is_glued_on(text: Text, last: int) -> bool:
    """Whether a word goes on after the unit ("5 m2x")."""
    return last < len(text.lexemes) and text.lexemes[last].glued and text.lexemes[last].kind != "mark"


def _below_zero(text: Text, quantity: Quantity) -> Quantity:
    """ "196 Grad unter Null"."""
    if quantity.unit not in ("Cel", "deg", "K") or text.key(quantity.last) not in ("unter", "minus"):
        return quantity
    if text.key(quantity.last + 1) not in ("null", "0"):
        return quantity
    found = scaled(quantity.interval, Fraction(-1))
    return Quantity(quantity.first, quantity.last + 2, quantity.at, found, "measure", "degrees below zero", "Cel", closed=True)


def _with_unit(text: Text, at: int, unit: Unit, rule: str, power: Fraction = Fraction(1)) -> Quantity:
    lexeme = text.lexemes[at]
    last = max(unit.last, at + 1)
    following = text.word(last + (text.key(last) == "-"))
    unit = resolve_symbol(unit, text.sentences[lexeme.sentence], following, lexeme.number)
    value = lexeme.number * power
    found = scaled(exact(value), unit.factor)
    return Quantity(at, last, at, found, unit.kind, rule, unit.symbol, power_of(lexeme.text) * power, unit.factor, closed=True)


def power_of(text: str) -> Fraction:
    """The power in the words of a figure: "3,2 Milliarden" 10^9, "dreitausend" 1."""
    words = text.casefold().rsplit(None, 1)
    return parse_fraction("1 " + words[1]) or Fraction(1) if len(words) == 2 else Fraction(1)
