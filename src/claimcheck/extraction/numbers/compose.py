"""Quantities next to each other: ranges, units that a figure shares with its neighbour, and hedges."""

from __future__ import annotations

from fractions import Fraction

from claimcheck.extraction.numbers.contexts import stems, words
from claimcheck.extraction.numbers.grammar import Quantity, Text, noun_follows, replace
from claimcheck.extraction.numbers.lookalikes import has_role
from claimcheck.extraction.numbers.values import between, hedged, match_hedge_after, match_hedge_before, scaled

GROWN_POWERS = {"tausend": 1000, "hundert": 100}
DASHES = frozenset({"-", "–", "—"})
JOINS = words("joins figures")
PASSED = words("between figures")
CLAUSE_ENDS = words("ends a clause") | {",", ";", "."}
GOVERNING = stems("governs über")
VERB_REACH = 7  # lexemes


def join_ranges(text: Text, quantities: list[Quantity]) -> list[Quantity]:
    """ "zwischen a und b", "a bis b", "a-b", "a oder b" → one quantity without a value."""
    joined: list[Quantity] = []
    index = 0
    while index < len(quantities):
        quantity = quantities[index]
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        merged = _range(text, quantity, following) if following is not None else None
        joined.append(merged or quantity)
        index += 2 if merged else 1
    return joined


def _range(text: Text, low: Quantity, high: Quantity) -> Quantity | None:
    link = _link(text, low, high)
    a, b = low.interval.value, high.interval.value
    if link is None or a is None or b is None or not _match(low, high):
        return None
    if high.power > low.power == 1 and a < b / high.power / high.factor:
        a *= high.power
    elif (grown := _grown_power(text, low, high)) is not None and a * grown < b:
        a *= grown
    if low.unit is None:
        a *= high.factor
    if (link in ("oder", "dash") and a >= b) or (link == "oder" and not _close(a, b)):
        return None
    first = low.first - 1 if link == "und" or text.key(low.first - 1) == "zwischen" else low.first
    kind = high.kind if high.closed else low.kind
    return replace(high, first=first, interval=between(a, b), kind=kind, unit=high.unit or low.unit, rule="range", article=False)


def _grown_power(text: Text, low: Quantity, high: Quantity) -> Fraction | None:
    """ "drei- bis vierhundert": the power that the first word leaves to the second, or None."""
    hangs = text.key(low.at + 1) == "-" and text.lexemes[low.at + 1].glued
    word = text.key(high.at)
    power = next((value for ending, value in GROWN_POWERS.items() if word.endswith(ending) and word != ending), None)
    return Fraction(power) if hangs and power is not None and not text.lexemes[low.at].is_digits else None


def _close(a: Fraction, b: Fraction) -> bool:
    """ "zwei oder drei", "50 oder 100": alternatives that mean a range lie near each other."""
    return b <= 2 * a or b - a <= 2


def _match(low: Quantity, high: Quantity) -> bool:
    if low.kind == "ordinal" or high.kind == "ordinal" or (high.kind == "share" and low.kind != "share"):
        return low.kind == high.kind == "share"
    return low.bare or (low.kind == high.kind and low.unit == high.unit)


def _link(text: Text, low: Quantity, high: Quantity) -> str | None:
    """The word that joins two figures to a range, or None."""
    between_ = [text.lexemes[index] for index in range(low.last, high.first)]
    words = [lexeme.key for lexeme in between_]
    if not text.same_sentence(low.first, high.first) or not words or len(words) > 4:
        return None
    if words[0] in DASHES and between_[0].glued and len(words) > 1 and not between_[1].glued:
        words = words[1:]  # "21- bis 24-Jährige"
    if text.key(low.first - 1) == "zwischen" and words in (["und"], ["und", "etwa"], ["und", "rund"], ["bis"], ["und", "knapp"]):
        return "und"
    if words in (
        ["bis"],
        ["bis", "zu"],
        ["bis", "maximal"],
        ["bis", "etwa"],
        ["bis", "rund"],
        ["bis", "über"],
        ["bis", "höchstens"],
    ):
        return "bis"
    if words == ["oder"]:
        return "oder"
    return "dash" if len(words) == 1 and words[0] in DASHES else None


def share_units(text: Text, quantities: list[Quantity]) -> list[Quantity]:
    """A figure without unit or noun takes both from the next: "26,80 statt 25,50 Euro", "zehn, acht und drei Jahren"."""
    shared = list(quantities)
    for index in range(len(shared) - 2, -1, -1):
        here, following = shared[index], shared[index + 1]
        if not here.bare or here.article or here.kind != "count" or following.kind not in ("money", "percent", "measure", "age"):
            continue
        if _is_joined(text, here, following):
            factor = following.factor * (following.power if _lacks_power(here, following) else 1)
            shared[index] = replace(
                here, interval=scaled(here.interval, factor), kind=following.kind, unit=following.unit, bare=False,
                closed=True, rule="unit of the next figure", item_at=None,
            )  # fmt: skip
    return shared


def take_units_of_last(text: Text, quantities: list[Quantity]) -> list[Quantity]:
    """ "67 Millionen Euro gegenüber 44 Millionen": a power without noun takes the currency of the sum before it."""
    taken = list(quantities)
    for index in range(1, len(taken)):
        here, before = taken[index], taken[index - 1]
        if not (here.bare and here.power >= 10**6 and here.kind == "count" and before.kind == "money" and before.power >= 10**6):
            continue
        if text.same_sentence(before.at, here.at) and not noun_follows(text, here.last):
            taken[index] = replace(here, kind="money", unit=before.unit, bare=False, closed=True, rule="unit of the last figure")
    return taken


def take_percent_of_last(text: Text, quantities: list[Quantity]) -> list[Quantity]:
    """ "12,5 Prozent (2019: 8,3)": a decimal in brackets after a percentage is one too."""
    taken = list(quantities)
    for index in range(1, len(taken)):
        here, before = taken[index], taken[index - 1]
        value = here.interval.value
        if not (here.bare and before.kind == "percent" and value is not None and value.denominator != 1):
            continue
        keys = [text.key(at) for at in range(before.last, here.first)]
        if len(keys) <= 4 and keys[:1] == ["("] and keys[-1:] == [":"] and text.key(here.last) in (")", ";"):
            taken[index] = replace(
                here, kind="percent", unit=before.unit, bare=False, closed=True, rule="unit of the last figure"
            )
    return taken


def _lacks_power(here: Quantity, following: Quantity) -> bool:
    value, other = here.interval.value, following.interval.value
    return following.power > here.power == 1 and value is not None and (other is None or value < 1000)


def _is_joined(text: Text, here: Quantity, following: Quantity) -> bool:
    if not text.same_sentence(here.at, following.at) or following.first - here.last > 5:
        return False
    keys = [text.key(index) for index in range(here.last, following.first)]
    joins = [key for key in keys if key in JOINS]
    if "und" in keys and following.kind == "age" and following.rule == "age in -jährig":
        return False
    return bool(joins) and all(key in JOINS or key in PASSED for key in keys)


def add_hedges(text: Text, quantities: list[Quantity]) -> list[Quantity]:
    """The words before and after a figure that bound it, and a minus sign."""
    return [_hedge(text, quantity) for quantity in quantities]


def _hedge(text: Text, quantity: Quantity) -> Quantity:
    if quantity.kind == "ordinal":
        return quantity
    quantity = _with_sign(text, quantity)
    quantity = _hedge_after(text, quantity)
    outer = quantity
    while (found := match_hedge_before(text.lexemes, outer.first)) is not None:
        row, first = found
        if not text.same_sentence(first, quantity.at) or _is_no_hedge(text, row.form, first, quantity):
            break
        value = quantity.interval.value
        if value is None:
            if quantity.interval.bound == "range" and row.bound == "about":
                outer = replace(outer, first=first)
            return outer
        inner = outer.interval.bound
        bounded = outer.interval if inner not in ("exact", "about") and row.bound == "about" else hedged(value, row)
        outer = replace(outer, first=first, interval=bounded)
    return outer


def _with_sign(text: Text, quantity: Quantity) -> Quantity:
    """ "minus 12 Grad", "-5 Grad"."""
    before = text.key(quantity.first - 1)
    if quantity.interval.value is None or quantity.kind == "age" or not text.same_sentence(quantity.first - 1, quantity.at):
        return quantity
    sign = before in ("-", "−", "–") and text.lexemes[quantity.first].glued and not text.lexemes[quantity.first - 1].glued
    if sign or (before == "minus" and text.key(quantity.first - 2) != "ein"):
        return replace(quantity, first=quantity.first - 1, interval=scaled(quantity.interval, Fraction(-1)))
    return quantity


def _hedge_after(text: Text, quantity: Quantity) -> Quantity:
    found = match_hedge_after(text.lexemes, quantity.last)
    value = quantity.interval.value
    if found is None or value is None or not text.same_sentence(quantity.at, found[1] - 1):
        return quantity
    row, last = found
    if row.form == "und mehr" and text.key(last) in ("als", "und"):
        return quantity
    return replace(quantity, last=last, interval=hedged(value, row))


def _is_no_hedge(text: Text, form: str, first: int, quantity: Quantity) -> bool:
    """Where the word before the figure is a preposition, an adverb or an adjective instead of a hedge."""
    value = quantity.interval.value
    before = text.key(first - 1) if text.same_sentence(first - 1, quantity.at) else ""
    if form == "über":
        return has_role(before, "contract") or _is_governed(text, first, quantity)
    if form == "unter":
        return quantity.kind == "count" and (value is None or value < 20)
    if form == "an die":
        return value is None or value < 20 or value % 5 != 0
    if form in ("weniger als", "mehr als"):
        return before in ("nicht", "nichts", "niemand")
    return form in ("ab", "bis") and quantity.kind == "count" and quantity.interval.bound == "range"


def _is_governed(text: Text, first: int, quantity: Quantity) -> bool:
    """Where a verb of the clause takes über: "verfügt über 29 Sitze", "dass sie über 12 Anträge berät"."""
    before = _clause(text, range(first - 1, first - 1 - VERB_REACH, -1))
    after = _clause(text, range(quantity.last + 1, quantity.last + 1 + VERB_REACH)) if before else []
    lexemes = [text.lexemes[index] for index in [*before, *after]]
    return any(not lexeme.is_capital and lexeme.key.startswith(GOVERNING) for lexeme in lexemes)


def _clause(text: Text, indexes: range) -> list[int]:
    """The indexes up to the first one that ends the clause or the sentence."""
    found: list[int] = []
    for index in indexes:
        if not text.same_sentence(index, indexes[0]) or text.key(index) in CLAUSE_ENDS:
            break
        found.append(index)
    return found
