"""What a quantity counts or measures, and whose it is.

The noun stands after the number, across adjectives, articles of the genitive and other numbers; a noun left out is taken
from the next or the last count of the sentence or from "Zahl der …". Tags of the Doc are used where it has them; without
tags a capital letter within the sentence makes a noun. Source: annotation rules of the quantity corpus, "Item, unit, per".
"""

from __future__ import annotations

from spacy.tokens import Doc

from claimcheck.extraction.numbers.elisions import fill_elided
from claimcheck.extraction.numbers.grammar import Quantity, Text
from claimcheck.extraction.numbers.nouns import NONE, Item, Tokens, counted_in_parse, item_at, noun_after
from claimcheck.extraction.numbers.owners import find_owner
from claimcheck.language.lemmas import lemma_of


def find_items(doc: Doc, text: Text, quantities: list[Quantity]) -> list[Item]:
    """The item of every quantity."""
    tokens = _tokens(doc, text, quantities)
    items = [_direct(tokens, text, quantity) for quantity in quantities]
    filled = fill_elided(tokens, text, quantities, items)
    return [_owned(tokens, item) if item is direct else item for direct, item in zip(items, filled, strict=True)]


def _tokens(doc: Doc, text: Text, quantities: list[Quantity]) -> Tokens:
    starts = [int(offset) for offset in doc.to_array("IDX")]
    tokens = Tokens(doc, starts, any(token.tag for token in doc[:30]), any(token.dep for token in doc[:30]), {})
    for quantity in quantities:
        first, last = tokens.at(text.lexemes[quantity.first].start), tokens.at(text.lexemes[quantity.last - 1].end)
        for index in range(first, last):
            tokens.covered[index] = last
    return tokens


def _owned(tokens: Tokens, item: Item) -> Item:
    if item.token is None or not tokens.parsed:
        return item
    return Item(item.lemma, item.token, find_owner(tokens.doc, item.token))


def _direct(tokens: Tokens, text: Text, quantity: Quantity) -> Item:
    if quantity.item_at is not None:
        return _given(tokens, text, quantity, quantity.item_at)
    if quantity.item is not None or quantity.kind == "age":
        return Item(quantity.item)
    if quantity.rule.startswith(("count in a compound", "unit in a compound", "percent in")):
        return NONE
    start = tokens.at(text.lexemes[quantity.last - 1].end)
    if start >= len(tokens.doc) or not _same_sentence(tokens, text, quantity, start):
        return NONE
    noun = noun_after(tokens, start, quantity)
    if noun is None and quantity.bare and tokens.parsed:
        noun = counted_in_parse(tokens, start)
    return NONE if noun is None else item_at(tokens, noun)


def _given(tokens: Tokens, text: Text, quantity: Quantity, at: int) -> Item:
    """The noun that the quantity itself names ("12.000-Mann-Kontingent", "Platz 158")."""
    lexeme = text.lexemes[at]
    index = tokens.at(lexeme.start)
    alone = index < len(tokens.doc) and tokens.doc[index].idx == lexeme.start and len(tokens.doc[index]) == len(lexeme.text)
    lemma = quantity.item or lemma_of(lexeme.text, "NOUN", "")
    return Item(lemma, index if alone else None)


def _same_sentence(tokens: Tokens, text: Text, quantity: Quantity, index: int) -> bool:
    lexeme = next((lexeme for lexeme in text.lexemes[quantity.last : quantity.last + 1]), None)
    return lexeme is not None and lexeme.sentence == text.lexemes[quantity.at].sentence
