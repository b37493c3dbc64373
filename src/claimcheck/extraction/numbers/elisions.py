"""Nouns that are left out and said elsewhere in the sentence: "28 Menschen starben und mehr als 70 wurden verletzt"."""

from __future__ import annotations

from claimcheck.extraction.numbers.contexts import words
from claimcheck.extraction.numbers.grammar import Quantity, Text
from claimcheck.extraction.numbers.nouns import AFTER_VON, DIMENSIONS, GENITIVES, Item, Tokens, item_at, walk

JOINS = words("joins counts")
REACH = 8  # counts of a sentence that are looked back at
NUMBERS_OF = frozenset({"zahl", "anzahl", "gesamtzahl", "menge", "zahlen", "summe"})
PREPOSITIONS = words("preposition")
INSTEAD = frozenset({"statt", "anstatt"})


def fill_elided(tokens: Tokens, text: Text, quantities: list[Quantity], items: list[Item]) -> list[Item]:
    """Fills the items of counts whose noun is left out."""
    filled = list(items)
    for index in range(len(quantities) - 1, -1, -1):
        if _lacks(quantities[index], filled[index]):
            filled[index] = _from_next(text, quantities, filled, index) or filled[index]
    for index, quantity in enumerate(quantities):
        if _lacks(quantity, filled[index]):
            filled[index] = (
                _from_number_of(tokens, text, quantity) or _from_last(text, quantities, filled, index) or filled[index]
            )
        elif quantity.kind in ("percent", "share") and filled[index].lemma is None and "compound" not in quantity.rule:
            filled[index] = _from_last_share(text, quantities, filled, index) or filled[index]
    return filled


def _lacks(quantity: Quantity, item: Item) -> bool:
    return quantity.kind == "count" and item.lemma is None and (quantity.bare or quantity.interval.bound == "range")


def _from_next(text: Text, quantities: list[Quantity], items: list[Item], index: int) -> Item | None:
    """ "von 144 auf 100 Sitze", "statt 16.000 über 18.500 Wagen"."""
    if index + 1 >= len(quantities):
        return None
    here, following = quantities[index], quantities[index + 1]
    keys = [text.key(at) for at in range(here.last, following.first)]
    near = text.same_sentence(here.at, following.at) and len(keys) <= 4 and following.kind == "count"
    if (
        (keys[1:2] in (["und"], ["oder"]) or keys[1:] == [","])
        and keys[0].endswith(("e", "en", "er"))
        and not text.word(here.last)[:1].isupper()
    ):
        keys = keys[1:]  # "43 internationale und 1.200 nationale Mitarbeiter"
    joined = not keys or keys[0] in JOINS or _is_replaced(text, here, following)
    if not near or following.item is not None or items[index + 1].lemma is None or not joined:
        return None
    return items[index + 1]


def _is_replaced(text: Text, here: Quantity, following: Quantity) -> bool:
    """ "statt 850 kamen 900 Gäste"."""
    between = range(here.last, following.first)
    return text.key(here.first - 1) in INSTEAD and not any(text.lexemes[at].is_capital for at in between)


def _from_last(text: Text, quantities: list[Quantity], items: list[Item], index: int) -> Item | None:
    """ "28 Menschen starben und mehr als 70 wurden verletzt"."""
    for before in range(index - 1, max(index - 1 - REACH, -1), -1):
        if not text.same_sentence(quantities[before].at, quantities[index].at):
            return None
        if _is_part(text, quantities[before]):
            continue
        if quantities[before].kind == "count" and quantities[before].item is None and items[before].lemma is not None:
            return items[before]
    return None


def _is_part(text: Text, quantity: Quantity) -> bool:
    """ "darunter sechs Kinder": what comes after goes on with the whole."""
    return any(
        text.key(at) in ("darunter", "davon", "inklusive", "einschließlich") for at in range(quantity.first - 2, quantity.first)
    )


def _from_last_share(text: Text, quantities: list[Quantity], items: list[Item], index: int) -> Item | None:
    """ "41 Prozent der Befragten stimmten zu, 24 Prozent nicht"."""
    if index == 0 or text.key(quantities[index].first - 1) in PREPOSITIONS:
        return None
    here, before = quantities[index], quantities[index - 1]
    if before.kind != here.kind or not text.same_sentence(before.at, here.at):
        return None
    goes_on = index > 1 and items[index - 2] == items[index - 1]
    if text.key(before.last) not in GENITIVES and not goes_on:
        return None
    following = text.word(here.last) if text.same_sentence(here.at, here.last) else ""
    return None if following[:1].isupper() or following.startswith(DIMENSIONS) else items[index - 1]


def _from_number_of(tokens: Tokens, text: Text, quantity: Quantity) -> Item | None:
    """ "Die Zahl der Toten stieg auf 14": the noun of the genitive after Zahl."""
    start = tokens.at(text.lexemes[quantity.first].start)
    for index in range(start - 1, max(start - 26, -1), -1):
        token = tokens.doc[index]
        if not _reaches(text, token.idx, quantity):
            return None
        if token.lower_ in NUMBERS_OF and token.text[:1].isupper() and index + 1 < start:
            if tokens.doc[index + 1].lower_ not in GENITIVES | {"an"}:
                return None
            after = index + 2 if tokens.doc[index + 2].lower_ not in AFTER_VON else index + 3
            noun = walk(tokens, after)
            return None if noun is None or noun >= start else item_at(tokens, noun)
    return None


def _reaches(text: Text, offset: int, quantity: Quantity) -> bool:
    """Whether the character stands in the sentence of the quantity."""
    at = quantity.first
    while at > 0 and text.lexemes[at].start > offset:
        at -= 1
    return text.lexemes[at].sentence == text.lexemes[quantity.at].sentence
