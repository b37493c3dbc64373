"""Units that a figure leaves to another one: "betrug 47,8 und nicht, wie gemeldet, 48,3 Prozent", "von 25 gesprochen".

A figure without noun and unit takes those of a neighbour in its sentence only where words contrast the two and both are of
one magnitude. Millions without a unit are a sum where the text names the same sum with its currency, or where the sentence
asks for a price and the text knows one currency.
"""

from __future__ import annotations

from fractions import Fraction

from claimcheck.extraction.numbers.contexts import stems, words
from claimcheck.extraction.numbers.grammar import Quantity, Text, noun_follows, replace
from claimcheck.extraction.numbers.values import scaled

MEASURED = ("money", "percent", "measure")
JOINS = words("joins figures") | {"nicht", "sondern"}
INSTEAD = frozenset({"statt", "anstatt"})
CONTRASTS = words("contrasts figures")
LISTED = 6  # lexemes between two figures of a list
LIST_STARTS = frozenset({",", "und", ";", "sowie"})
LIST_ENDS = frozenset({",", ".", ";", "und", "sowie", ")", "!"})
LIST_WORDS = words("within a list of names")
RECALLED = frozenset({"rede", "ausgegangen", "gesprochen"})
GOVERNORS = words("leads to a figure")
PARTITIVES = words("partitive")
PRICES = words("asks a price")
PRICED = stems("asks a price")
CLOSE = 5  # the larger of two contrasted figures is at most so many times the smaller
ASIDE = 12  # lexemes of an aside between two figures
REACH = 16  # lexemes between a figure and the one that it is contrasted with
MILLION = 10**6
RIVALS = frozenset({"bei", "auf", "von", "mit"})  # before a sum that is another one of the text


def take_units_across(text: Text, quantities: list[Quantity]) -> list[Quantity]:
    """ "47,8 und nicht, wie am Montag gemeldet, 48,3 Prozent": the unit stands behind an aside."""
    taken = list(quantities)
    for index in range(len(taken) - 2, -1, -1):
        here, following = taken[index], taken[index + 1]
        joined = _spans_aside(text, here, following) or _follows_statt(text, here, following)
        if following.kind in MEASURED and _is_elliptic(text, here) and joined:
            taken[index] = _like(here, following, "unit of the next figure") or here
    return taken


def _spans_aside(text: Text, here: Quantity, following: Quantity) -> bool:
    """Whether a joining word and one aside between commas stand between the two figures."""
    keys = [text.key(at) for at in range(here.last, following.first)]
    if not text.same_sentence(here.at, following.at) or not 3 < len(keys) <= ASIDE + 4 or keys.count(",") != 2:
        return False
    opening, closing = keys.index(","), len(keys) - 1 - keys[::-1].index(",")
    return 0 < opening <= 3 and all(key in JOINS for key in keys[:opening]) and closing >= len(keys) - 3


def _follows_statt(text: Text, here: Quantity, following: Quantity) -> bool:
    """ "statt 500 nun 620 Euro", "statt wie geplant 500 kostet sie 620 Euro", "620 statt der geplanten 500 Euro"."""
    between = range(here.last, following.first)
    near = len(between) <= 4 and text.same_sentence(here.at, following.at) and _is_plain(text, between)
    if near and text.key(here.last) in INSTEAD:
        return True
    led = next((at for at in range(here.first - 1, here.first - 4, -1) if text.key(at) in INSTEAD), None)
    return near and led is not None and text.same_sentence(led, here.at) and _is_plain(text, range(led + 1, here.first))


def _is_plain(text: Text, between: range) -> bool:
    return all(text.lexemes[at].kind == "word" and not text.lexemes[at].is_capital for at in between)


def take_units_of_contrast(text: Text, quantities: list[Quantity]) -> list[Quantity]:
    """ "beziffert den Schaden auf 40 Millionen Euro, zunächst war von 25 die Rede", "12,5 Prozent, im Vorjahr waren es 8,3"."""
    taken = list(quantities)
    for index in range(1, len(taken)):
        here, before = taken[index], taken[index - 1]
        alone = index + 1 == len(taken) or not text.same_sentence(here.at, taken[index + 1].at)
        related = _is_contrasted(text, before, here) or _is_listed(text, before, here)
        related = related or (alone and _is_recalled(text, before, here))
        if before.kind in MEASURED and _is_elliptic(text, here) and related:
            taken[index] = _like(here, before, "unit of the last figure") or here
    return taken


def _is_contrasted(text: Text, before: Quantity, here: Quantity) -> bool:
    between = range(before.last, here.first)
    if not text.same_sentence(before.at, here.at) or len(between) > REACH or not between:
        return False
    value = here.interval.value
    decimal = value is not None and value.denominator != 1
    led = any(text.key(at) in GOVERNORS for at in range(here.first - 3, here.first))
    around = [*between, *range(here.last, here.last + 4)]
    return (led or decimal) and any(text.key(at) in CONTRASTS for at in around)


def _is_listed(text: Text, before: Quantity, here: Quantity) -> bool:
    """ "32 Prozent, die SPD auf 24", "2,1 Milliarden Euro (Vorjahr: 2,8)", "minus 12 Grad, im Tal auf minus 18"."""
    between = range(before.last, here.first)
    keys = [text.key(at) for at in between]
    if not text.same_sentence(before.at, here.at) or not 0 < len(keys) <= LISTED:
        return False
    if keys[0] == "(" and keys[-1] == ":" and text.key(here.last) in (")", ";"):
        return True
    if before.unit == "Cel" and keys[-1] == "minus":
        return True
    ends = not text.same_sentence(here.at, here.last) or text.key(here.last) in LIST_ENDS
    named = any(text.lexemes[at].is_capital for at in between)
    known = all(key in LIST_WORDS or text.lexemes[at].is_capital for at, key in zip(between, keys, strict=True))
    return before.kind == "percent" and keys[0] in LIST_STARTS and ends and named and known


def _is_recalled(text: Text, before: Quantity, here: Quantity) -> bool:
    """ "Der Schaden beträgt 40 Millionen Euro. Zunächst war von 25 die Rede gewesen.": the sentence before, a verb of saying."""
    gap = text.lexemes[here.at].sentence - text.lexemes[before.at].sentence
    near = gap == 1 and here.first - before.last <= 2 * REACH
    keys = {text.key(at) for at in range(here.first - REACH, here.last + 4) if text.same_sentence(at, here.at)}
    led = any(text.key(at) in GOVERNORS for at in range(here.first - 3, here.first))
    return near and led and not keys.isdisjoint(RECALLED) and len(keys & CONTRASTS) > 1


def _is_elliptic(text: Text, quantity: Quantity) -> bool:
    """A plain figure with nothing that it counts behind it."""
    plain = quantity.kind == "count" and quantity.bare and not quantity.article and quantity.power == 1
    return plain and not _counts_something(text, quantity) and text.lexemes[quantity.at].is_digits


def _counts_something(text: Text, quantity: Quantity) -> bool:
    if noun_follows(text, quantity.last):
        return True
    return text.same_sentence(quantity.at, quantity.last) and text.key(quantity.last) in PARTITIVES


def _like(here: Quantity, other: Quantity, rule: str) -> Quantity | None:
    """The figure with unit, and power where it lacks one, of the other; None where they are too far apart."""
    value, known = here.interval.value, other.interval.value
    if value is None or known is None or value <= 0 or known <= 0:
        return None
    power = other.power * other.factor if value < 1000 else other.factor
    if other.kind == "percent" and value <= 100:
        return _measured_like(here, other, Fraction(1), rule)
    for factor in dict.fromkeys((power, other.factor)):
        if known / CLOSE <= value * factor <= known * CLOSE:
            return _measured_like(here, other, factor, rule)
    return None


def _measured_like(here: Quantity, other: Quantity, factor: Fraction, rule: str) -> Quantity:
    interval = scaled(here.interval, factor)
    return replace(here, interval=interval, kind=other.kind, unit=other.unit, bare=False, closed=True, rule=rule, item_at=None)


def name_currencies(text: Text, quantities: list[Quantity]) -> list[Quantity]:
    """ "Beute acht Millionen wert": millions without a unit, where the text tells which currency is meant."""
    sums = [quantity for quantity in quantities if quantity.kind == "money" and quantity.unit is not None]
    return [_as_sum(text, quantity, sums) or quantity for quantity in quantities]


def _as_sum(text: Text, here: Quantity, sums: list[Quantity]) -> Quantity | None:
    if not (here.kind == "count" and here.bare and here.power >= MILLION) or _counts_something(text, here):
        return None
    same = {known.unit for known in sums if _bounds(known) == _bounds(here)}
    currencies = {known.unit for known in sums}
    told = len(currencies) == 1 and (_asks_price(text, here) or _has_rival(text, here, sums))
    unit = same.pop() if len(same) == 1 else currencies.pop() if told else None
    if unit is None:
        return None
    return replace(here, kind="money", unit=unit, bare=False, closed=True, rule="currency of the text")


def _bounds(quantity: Quantity) -> tuple[Fraction | None, Fraction | None]:
    return quantity.interval.low, quantity.interval.high


def _has_rival(text: Text, here: Quantity, sums: list[Quantity]) -> bool:
    """ "Es bleibt bei 52 Millionen" in a text about 61 Millionen Euro."""
    value = here.interval.value
    values = [known.interval.value for known in sums if known.power >= MILLION]
    near = value is not None and any(other is not None and other / 2 <= value <= other * 2 for other in values)
    return near and text.key(here.first - 1) in RIVALS


def _asks_price(text: Text, here: Quantity) -> bool:
    """Whether a word of the sentence, near the figure, asks for a price: "kostet 61 Millionen", "8 Millionen wert"."""
    near = [at for at in range(here.first - ASIDE, here.last + 3) if text.same_sentence(at, here.at)]
    return any(text.key(at) in PRICES or text.key(at).startswith(PRICED) for at in near)
