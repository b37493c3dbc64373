"""When ein is a number: after "nur", "mindestens", before a unit, and beside another number of the same list.

Source: annotation rules of the quantity corpus; Duden, Die Grammatik (9th ed. 2016), on ein as article and as numeral.
"""

from __future__ import annotations

from claimcheck.extraction.numbers.ages import PERSONS
from claimcheck.extraction.numbers.contexts import words
from claimcheck.extraction.numbers.grammar import Quantity, Text
from claimcheck.language.numerals import parse_ordinal

STRESSING = frozenset({"nur", "lediglich", "bloß", "genau", "exakt", "höchstens"})
BOUNDING = frozenset({"mehr", "mindestens", "wenigstens", "höchstens", "maximal", "weniger", "nicht"})
LINKS = words("coordinates")
PASSED = words("before the second number")
LASTING = ("tägig", "stündig", "minütig", "wöchig", "monatig")
REACH = 9
NO_STRESS = frozenset({"nicht", "ist", "war", "sei", "wäre", "sind", "bleibt", "wie"})
VAGUE_NOUNS = words("vague noun")


def keep_stressed(text: Text, quantities: list[Quantity]) -> list[Quantity]:
    """Drops the forms of ein that are articles."""
    return [quantity for index, quantity in enumerate(quantities) if _counts(text, quantities, index)]


def _counts(text: Text, quantities: list[Quantity], index: int) -> bool:
    quantity = quantities[index]
    if not quantity.article or quantity.kind != "count":
        return True
    if quantity.item is None and _is_phrase(text, quantity):
        return False
    if quantity.interval.bound != "exact":
        return text.key(quantity.first) in BOUNDING
    before = text.key(quantity.first - 1) if text.same_sentence(quantity.first - 1, quantity.at) else ""
    if before in STRESSING:
        return text.key(quantity.first - 2) not in NO_STRESS
    return _is_listed(text, quantities, index)


def _is_phrase(text: Text, quantity: Quantity) -> bool:
    """ "ein Teil", "einer der", "ein dritter", "eine Zeit von 2 Minuten", "eine dreitägige Reise": ein counts nothing here."""
    following = text.lexemes[quantity.last : quantity.last + 6]
    if not following or parse_ordinal(following[0].key) is not None:
        return True
    if any(stem in lexeme.key for lexeme in following[:2] for stem in LASTING):
        return True
    if following[0].key in ("der", "des", "von", "aus"):
        return text.key(quantity.first - 1) not in STRESSING and quantity.interval.bound == "exact"
    if following[0].kind == "mark" and following[0].text not in '„"“':
        return True
    noun = next((at for at, lexeme in enumerate(following) if lexeme.is_capital and lexeme.kind == "word"), None)
    if noun is None:
        return False
    if following[noun].key in VAGUE_NOUNS:
        return True
    after = text.lexemes[quantity.last + noun + 1 : quantity.last + noun + 6]
    after = after[: next((at for at, lexeme in enumerate(after) if lexeme.kind == "mark"), len(after))]
    return bool(after) and after[0].key in ("von", "um", "bis", "in", "über") and any(lexeme.kind == "figure" for lexeme in after)


def _is_listed(text: Text, quantities: list[Quantity], index: int) -> bool:
    """Whether the next or the last number of the same sentence is coordinated with this one."""
    quantity = quantities[index]
    following = next((other for other in quantities[index + 1 : index + 3] if other.kind != "age"), None)
    if following is not None and _comparable(quantity, following) and _coordinates(text, quantity.last, following.first):
        return _is_short(text, quantity, following) or _counts_person(text, quantity)
    before = next((other for other in quantities[max(index - 2, 0) : index][::-1] if other.kind != "age"), None)
    if before is None or not _comparable(quantity, before) or not _coordinates(text, before.last, quantity.first):
        return False
    link = text.key(quantity.first - 1)
    return link != "," or text.key(quantity.last).startswith("weiter")


def _is_short(text: Text, quantity: Quantity, following: Quantity) -> bool:
    """Whether only the noun phrase stands between ein and the coordinator: "eine Flasche Cognac und drei Rosen"."""
    words = [text.lexemes[at] for at in range(quantity.last, following.first)]
    nouns = [at for at, lexeme in enumerate(words) if lexeme.is_capital]
    return bool(nouns) and all(
        lexeme.kind == "mark" or lexeme.key in LINKS | PASSED | {"als"} for lexeme in words[nouns[-1] + 1 :]
    )


def _counts_person(text: Text, quantity: Quantity) -> bool:
    """ "ein Mensch starb, 35 wurden verletzt"."""
    words = text.lexemes[quantity.last : quantity.last + 4]
    noun = next((lexeme for lexeme in words if lexeme.is_capital), None)
    return noun is not None and noun.key.startswith(PERSONS)


def _comparable(quantity: Quantity, other: Quantity) -> bool:
    same = (quantity.item == "Mal") == (other.item == "Mal")
    return (
        other.kind == "count"
        and (other.bare or other.item == "Mal")
        and not other.article
        and same
        and other.interval.bound != "vague"
    )


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
