"""What a quantity counts or measures, and whose it is.

The noun stands after the number, across adjectives, articles of the genitive and other numbers; a noun left out is taken
from the next or the last count of the sentence or from "Zahl der …". Tags of the Doc are used where it has them; without
tags a capital letter within the sentence makes a noun. Source: annotation rules of the quantity corpus, "Item, unit, per".
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimcheck.extraction.numbers.grammar import Quantity, Text
from claimcheck.extraction.numbers.lookalikes import has_role
from claimcheck.extraction.numbers.owners import find_owner
from claimcheck.extraction.records import Extent
from claimcheck.language.inflection import noun_lemma
from claimcheck.language.lemmas import lemma_of

GENITIVES = frozenset(
    {"der", "des", "aller", "dieser", "dieses", "jener", "seiner", "ihrer", "unserer", "eines", "einer", "sämtlicher", "deren", "dessen",
     "ihres", "seines", "beider", "solcher", "mancher", "vieler", "von", "vom", "unter", "den", "dem", "allen", "diesen", "seinen", "ihren"}
)  # fmt: skip
AFTER_VON = frozenset({"den", "dem", "allen", "diesen", "seinen", "ihren"})
DIMENSIONS = (
    "lang", "breit", "hoch", "hohe", "tief", "schwer", "groß", "gross", "weit", "dick", "entfernt", "stark", "hell", "nördlich", "südlich", "östlich",
    "westlich", "teuer", "teur", "alt", "kalt", "heiß", "warm", "schnell", "länger", "höher", "tiefer", "breiter", "mehr", "weniger", "gelegen", "fern",
)  # fmt: skip
JOINS = frozenset({"und", "oder", "statt", "auf", "gegen", ",", "bis", "über", "sowie", "bzw.", "beziehungsweise", "zu", "nach", "/", "–", "-", "von", "anstatt", "bzw"})
NUMBERS_OF = frozenset({"zahl", "anzahl", "gesamtzahl", "menge", "zahlen", "summe"})
REACH = 14


@dataclass(frozen=True, slots=True)
class Item:
    """The counted noun: lemma, index of its token in the Doc, and the words that say whose it is."""

    lemma: str | None = None
    token: int | None = None
    of: Extent | None = None


NONE = Item()


@dataclass(frozen=True)
class Tokens:
    """The tokens of a Doc with what the search for nouns asks of them."""

    doc: Doc
    starts: list[int]
    tagged: bool
    parsed: bool
    covered: dict[int, int]  # token within a quantity → index of the first token after it

    def at(self, offset: int) -> int:
        """The first token that starts at or after this character."""
        return bisect_left(self.starts, offset)


def find_items(doc: Doc, text: Text, quantities: list[Quantity]) -> list[Item]:
    """The item of every quantity."""
    tokens = _tokens(doc, text, quantities)
    items = [_direct(tokens, text, quantity) for quantity in quantities]
    items = _elided(tokens, text, quantities, items)
    return [_owned(tokens, item) for item in items]


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
    noun = _noun_after(tokens, start, quantity)
    if noun is None and quantity.bare and tokens.parsed:
        noun = _counted_in_parse(tokens, start)
    return NONE if noun is None else _item(tokens, noun)


def _counted_in_parse(tokens: Tokens, start: int) -> int | None:
    """ "alle 8.000 im Land erzeugten Brennstäbe": the noun that the parse gives the number to."""
    number = tokens.doc[start - 1]
    noun = number.head
    if number.dep_ != "nummod" or noun.pos_ != "NOUN" or not start <= noun.i < start + 9:
        return None
    between = tokens.doc[start : noun.i]
    return int(noun.i) if between and between[0].pos_ == "ADP" and between[-1].tag_ == "ADJA" else None


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


def _item(tokens: Tokens, index: int) -> Item:
    token = tokens.doc[index]
    if token.text.endswith("-"):
        return Item(_truncated(tokens, index), index)
    if token.lower_.endswith("leute"):
        return Item(token.text, index)
    return Item(noun_lemma(token) if tokens.tagged else lemma_of(token.text, "NOUN", ""), index)


def _truncated(tokens: Tokens, index: int) -> str:
    """ "82 Ja- gegen 20 Nein-Stimmen": the rest of the noun stands in the next compound."""
    for token in tokens.doc[index + 1 : index + 6]:
        head, hyphen, tail = token.text.rpartition("-")
        if hyphen and head and tail:
            return tokens.doc[index].text + lemma_of(tail, "NOUN", "")
    return tokens.doc[index].text.rstrip("-")


def _noun_after(tokens: Tokens, start: int, quantity: Quantity) -> int | None:
    """The index of the counted noun, walking right from the quantity."""
    partitive = quantity.kind in ("share", "percent") or quantity.interval.bound == "vague" or quantity.kind == "count"
    measured = quantity.kind in ("measure", "money", "percent")
    index = _skip_blanks(tokens, start)
    if index is None or measured and _is_dimension(tokens.doc[index]):
        return None
    if tokens.doc[index].lower_ in GENITIVES:
        if not partitive or tokens.doc[index].lower_ in AFTER_VON | {"unter"}:
            return None
        index = _after_articles(tokens, index, quantity)
        if index is None:
            return None
        if tokens.doc[index].pos_ == "ADP":
            return _head_of(tokens, index, start)
    return _walk(tokens, index)


def _skip_blanks(tokens: Tokens, index: int) -> int | None:
    while index < len(tokens.doc) and tokens.doc[index].is_space:
        index += 1
    return index if index < len(tokens.doc) else None


def _after_articles(tokens: Tokens, index: int, quantity: Quantity) -> int | None:
    """The first token after "der", "von den", "aller"; for a count only before another number ("14 der 19 Personen")."""
    after_von = tokens.doc[index].lower_ in ("von", "vom")
    vague = quantity.interval.bound == "vague" or quantity.kind in ("share", "percent")
    index += 1
    while index < len(tokens.doc) and (tokens.doc[index].lower_ in AFTER_VON and after_von or tokens.doc[index].is_space):
        index += 1
    if index >= len(tokens.doc):
        return None
    several = tokens.doc[index - 1].lower_ in AFTER_VON
    return index if vague or index in tokens.covered or _is_plain(quantity) and (several or not after_von) else None


def _is_plain(quantity: Quantity) -> bool:
    """ "vier der Verletzten": a count by itself."""
    return quantity.bare and quantity.kind == "count"


def _head_of(tokens: Tokens, index: int, start: int) -> int | None:
    """ "die Hälfte der im Ort ansässigen Roma": the article's head in the parse."""
    if not tokens.parsed:
        return None
    for token in tokens.doc[start:index]:
        if token.dep_ == "det" and index < token.head.i <= index + REACH and token.head.pos_ in ("NOUN", "PROPN"):
            return int(token.head.i)
    for token in tokens.doc[index + 1 : index + REACH]:
        if token.tag_ == "ADJA" and token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN"):
            return int(token.head.i)
    return None


def _is_dimension(token: Token) -> bool:
    return token.lower_.startswith(DIMENSIONS) and not token.text[:1].isupper()


def _walk(tokens: Tokens, index: int) -> int | None:
    """The first noun from here, over adjectives, adverbs, numbers; None where anything else comes first."""
    limit = min(index + REACH, len(tokens.doc))
    while index < limit:
        token = tokens.doc[index]
        if index in tokens.covered:
            index = tokens.covered[index]
            continue
        if _is_noun(tokens, token):
            if not (token.text.endswith("-") and _links_truncated(tokens, index)):
                return None if has_role(token.lower_, "time") else index
            index += 1  # "Diagnose- und Heilmethoden": the last noun is whole
        elif not (token.is_space or _may_stand_before(tokens, token)):
            return None
        index += 1
    return None


def _links_truncated(tokens: Tokens, index: int) -> bool:
    return index + 1 < len(tokens.doc) and tokens.doc[index + 1].lower_ in ("und", "oder", "sowie", "bzw.", ",")


def _is_noun(tokens: Tokens, token: Token) -> bool:
    if not token.text[:1].isupper():
        return False
    if not tokens.tagged:
        return True
    return token.pos_ in ("NOUN", "PROPN") or token.tag_ in ("NN", "NE", "TRUNC") or token.text.endswith("-")


def _may_stand_before(tokens: Tokens, token: Token) -> bool:
    """Adjectives, adverbs, "und" and commas between a number and its noun."""
    if tokens.tagged:
        return token.pos_ in ("ADJ", "NUM") or token.tag_ in ("ADJA", "ADV", "PTKZU", "CARD") or token.lower_ in ("und", ",", "zu") and _adjective_follows(token)
    ending = token.lower_.endswith(("e", "en", "er", "es", "em", "a")) and token.is_alpha and len(token) > 3
    return ending and token.lower_ not in UNTAGGED_STOPS or token.lower_ in ("weitere", "noch", "zu")


UNTAGGED_STOPS = frozenset(
    {"wurden", "waren", "wurde", "werden", "haben", "hatten", "sollen", "starben", "kamen", "eine", "einen", "einer", "einem", "gegen", "neben", "wegen",
     "hatte", "habe", "wären", "seien", "ihre", "seine", "oder", "aber", "unter", "über", "diese", "dieser", "liegen", "betragen", "können", "wollen"}
)  # fmt: skip


def _adjective_follows(token: Token) -> bool:
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    before = token.doc[token.i - 1] if token.i else None
    return following is not None and before is not None and following.tag_ in ("ADJA", "VVIZU") and before.tag_ in ("ADJA", "ADV")


def _elided(tokens: Tokens, text: Text, quantities: list[Quantity], items: list[Item]) -> list[Item]:
    """Fills the items of counts whose noun is left out."""
    filled = list(items)
    for index in range(len(quantities) - 1, -1, -1):
        if _lacks(quantities[index], filled[index]):
            filled[index] = _from_next(text, quantities, filled, index) or filled[index]
    for index, quantity in enumerate(quantities):
        if _lacks(quantity, filled[index]):
            filled[index] = _from_number_of(tokens, text, quantity) or _from_last(text, quantities, filled, index) or filled[index]
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
    if keys[1:2] in (["und"], ["oder"]) and keys[0].endswith(("e", "en", "er")) and not text.word(here.last)[:1].isupper():
        keys = keys[1:]  # "43 internationale und 1.200 nationale Mitarbeiter"
    if not near or following.item is not None or items[index + 1].lemma is None or keys and keys[0] not in JOINS:
        return None
    return items[index + 1]


def _from_last(text: Text, quantities: list[Quantity], items: list[Item], index: int) -> Item | None:
    """ "28 Menschen starben und mehr als 70 wurden verletzt"."""
    for before in range(index - 1, -1, -1):
        if not text.same_sentence(quantities[before].at, quantities[index].at):
            return None
        if _is_part(text, quantities[before]):
            continue
        if quantities[before].kind == "count" and quantities[before].item is None and items[before].lemma is not None:
            return items[before]
    return None


def _is_part(text: Text, quantity: Quantity) -> bool:
    """ "darunter sechs Kinder": what comes after goes on with the whole."""
    return any(text.key(at) in ("darunter", "davon", "inklusive", "einschließlich") for at in range(quantity.first - 2, quantity.first))


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


PREPOSITIONS = frozenset({"um", "bei", "von", "auf", "mit", "nach", "zu", "über", "unter", "in", "aus", "gegen", "für", "als", "plus", "minus"})


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
            noun = _walk(tokens, after)
            return None if noun is None or noun >= start else _item(tokens, noun)
    return None


def _reaches(text: Text, offset: int, quantity: Quantity) -> bool:
    """Whether the character stands in the sentence of the quantity."""
    at = quantity.first
    while at > 0 and text.lexemes[at].start > offset:
        at -= 1
    return text.lexemes[at].sentence == text.lexemes[quantity.at].sentence
