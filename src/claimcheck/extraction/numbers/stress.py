"""When ein is a number: after "nur", "mindestens", before a unit, and beside another number of the same list.

Source: annotation rules of the quantity corpus; Duden, Die Grammatik (9th ed. 2016), on ein as article and as numeral.
"""

from __future__ import annotations

from claimcheck.extraction.numbers.grammar import Quantity, Text

STRESSING = frozenset({"nur", "lediglich", "bloß", "genau", "exakt", "höchstens", "zumindest"})
BOUNDING = frozenset({"mehr", "mindestens", "wenigstens", "höchstens", "maximal", "weniger", "nicht", "zumindest"})
LINKS = frozenset({"und", "sowie", ",", "oder", "bzw", "beziehungsweise", "gegen", "aber", "plus", "statt"})
PASSED = frozenset({"mindestens", "etwa", "rund", "über", "weitere", "knapp", "fast", "noch", "bis", "zu", "weiterer", "die", "nur"})
REACH = 9


def keep_stressed(text: Text, quantities: list[Quantity]) -> list[Quantity]:
    """Drops the forms of ein that are articles."""
    return [quantity for index, quantity in enumerate(quantities) if _counts(text, quantities, index)]


def _counts(text: Text, quantities: list[Quantity], index: int) -> bool:
    quantity = quantities[index]
    if not quantity.article or quantity.kind != "count":
        return True
    if quantity.interval.bound != "exact":
        return text.key(quantity.first) in BOUNDING
    if text.same_sentence(quantity.first - 1, quantity.at) and text.key(quantity.first - 1) in STRESSING:
        return True
    return _is_listed(text, quantities, index)


def _is_listed(text: Text, quantities: list[Quantity], index: int) -> bool:
    """Whether the next or the last number of the same sentence is coordinated with this one."""
    quantity = quantities[index]
    following = next((other for other in quantities[index + 1 : index + 3] if other.kind != "age"), None)
    if following is not None and _comparable(quantity, following) and _coordinates(text, quantity.last, following.first):
        return True
    before = next((other for other in quantities[max(index - 2, 0) : index][::-1] if other.kind != "age"), None)
    return before is not None and _comparable(quantity, before) and _coordinates(text, before.last, quantity.first)


def _comparable(quantity: Quantity, other: Quantity) -> bool:
    same = (quantity.item == "Mal") == (other.item == "Mal")
    return other.kind == "count" and (other.bare or other.item == "Mal") and not other.article and same and other.interval.bound != "vague"


def _coordinates(text: Text, start: int, end: int) -> bool:
    """Whether the words in between are a noun phrase (and at most one verb) and a coordinator right before the second."""
    if not text.same_sentence(start, end) or not 1 < end - start <= REACH:
        return False
    keys = [text.key(index) for index in range(start, end)]
    while keys and keys[-1] in PASSED:
        keys.pop()
    if keys[-2:] in (["mehr", "als"], ["weniger", "als"]):
        keys = keys[:-2]
    if not keys or keys[-1] not in LINKS:
        return False
    inner = keys[:-1]
    return bool(inner) and not {"der", "dass", "weil", "wenn", "die", "das", "dem", "den"} & set(inner[1:])
