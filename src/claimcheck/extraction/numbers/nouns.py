"""The noun that a number stands before: over adjectives, adverbs, other numbers, articles of the genitive.

Tags of the Doc are used where it has them; without tags a capital letter makes a noun.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimcheck.extraction.numbers.contexts import stems, words
from claimcheck.extraction.numbers.grammar import Quantity
from claimcheck.extraction.numbers.lookalikes import has_role
from claimcheck.extraction.records import Extent
from claimcheck.language.inflection import noun_lemma
from claimcheck.language.lemmas import lemma_of
from claimcheck.language.words import adjectival_stem, lookup

GENITIVES = words("partitive")
AFTER_VON = frozenset({"den", "dem", "allen", "diesen", "seinen", "ihren"})
DIMENSIONS = stems("dimension")
UNTAGGED_STOPS = words("no attribute")
PLAIN = str.maketrans("äöü", "aou")
OPENING = frozenset("„“\"»«‚'")
REACH = 14
SHORTEST_SHOUT = 5  # letters; shorter words in capitals are mostly abbreviations


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


def item_at(tokens: Tokens, index: int) -> Item:
    token = tokens.doc[index]
    if token.text.endswith("-"):
        return Item(_truncated(tokens, index), index)
    if token.lower_.endswith("leute"):
        return Item(token.text, index)
    return Item(_lemma(tokens, _masculine(tokens.doc, index)), index)


def _lemma(tokens: Tokens, index: int) -> str:
    token = tokens.doc[index]
    if token.text.isupper() and _is_shouted(token.text.capitalize()):
        return lemma_of(token.text.capitalize(), "NOUN", "")
    return noun_lemma(token) if tokens.tagged else lemma_of(token.text, "NOUN", "")


def _is_shouted(word: str) -> bool:
    """ "6 TOTE": a word in capitals that the lexicon knows, no abbreviation."""
    return adjectival_stem(word) is not None or (lookup(word) is not None and len(word) >= SHORTEST_SHOUT)


def _masculine(doc: Doc, index: int) -> int:
    """ "Ärztinnen und Ärzte": both sexes have the masculine as their lemma."""
    stem, feminine, _ = doc[index].lower_.rpartition("innen")
    if not feminine or index + 2 >= len(doc) or doc[index + 1].lower_ not in ("und", "oder", "sowie"):
        return index
    other = doc[index + 2]
    same = other.text[:1].isupper() and other.lower_.translate(PLAIN).startswith(stem.translate(PLAIN))
    return other.i if same and not other.lower_.endswith("innen") else index


def _truncated(tokens: Tokens, index: int) -> str:
    """ "82 Ja- gegen 20 Nein-Stimmen": the rest of the noun stands in the next compound."""
    for token in tokens.doc[index + 1 : index + 6]:
        head, hyphen, tail = token.text.rpartition("-")
        if hyphen and head and tail:
            return tokens.doc[index].text + lemma_of(tail, "NOUN", "")
    return tokens.doc[index].text.rstrip("-")


def noun_after(tokens: Tokens, start: int, quantity: Quantity) -> int | None:
    """The index of the counted noun, walking right from the quantity."""
    partitive = quantity.kind in ("share", "percent") or quantity.interval.bound == "vague" or quantity.kind == "count"
    measured = quantity.kind in ("measure", "money", "percent")
    index = _skip_blanks(tokens, start)
    if index is None or (measured and _is_dimension(tokens.doc[index])):
        return None
    if tokens.doc[index].lower_ in GENITIVES:
        if not partitive or tokens.doc[index].lower_ in AFTER_VON | {"unter"}:
            return None
        index = _after_articles(tokens, index, quantity)
        if index is None:
            return None
        if tokens.doc[index].pos_ == "ADP":
            return _head_of(tokens, index, start)
    noun = walk(tokens, index)
    named = noun is not None and tokens.tagged and tokens.doc[noun].pos_ == "PROPN" and tokens.doc[index - 1].lower_ == "von"
    return None if named and quantity.kind in ("percent", "share") else noun


def _skip_blanks(tokens: Tokens, index: int) -> int | None:
    while index < len(tokens.doc) and tokens.doc[index].is_space:
        index += 1
    return index if index < len(tokens.doc) else None


def _after_articles(tokens: Tokens, index: int, quantity: Quantity) -> int | None:
    """The first token after "der", "von den", "aller"; for a count only before another number ("14 der 19 Personen")."""
    after_von = tokens.doc[index].lower_ in ("von", "vom")
    vague = quantity.interval.bound == "vague" or quantity.kind in ("share", "percent")
    index += 1
    while index < len(tokens.doc) and ((tokens.doc[index].lower_ in AFTER_VON and after_von) or tokens.doc[index].is_space):
        index += 1
    if index >= len(tokens.doc):
        return None
    several = tokens.doc[index - 1].lower_ in AFTER_VON
    return index if vague or index in tokens.covered or (_is_plain(quantity) and (several or not after_von)) else None


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


def walk(tokens: Tokens, index: int) -> int | None:
    """The first noun from here, over adjectives, adverbs, numbers; None where anything else comes first."""
    limit = min(index + REACH, len(tokens.doc))
    while index < limit:
        token = tokens.doc[index]
        if index in tokens.covered:
            index = tokens.covered[index]
            continue
        if _is_noun(tokens, token) and not _is_origin(token):
            if not (token.text.endswith("-") and _links_truncated(tokens, index)):
                return None if has_role(token.lower_, "time") else index
            index += 1  # "Diagnose- und Heilmethoden": the last noun is whole
        elif not (token.is_space or token.text in OPENING or _is_origin(token) or _may_stand_before(tokens, token)):
            return None
        index += 1
    return None


def _is_origin(token: Token) -> bool:
    """ "Genfer" in "Genfer Autosalon": an adjective that is written like a noun."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    named = token.text.endswith("er") and (token.pos_ in ("PROPN", "ADJ") or token.tag_ == "ADJA")
    return named and following is not None and following.pos_ == "NOUN" and following.text[:1].isupper()


def _links_truncated(tokens: Tokens, index: int) -> bool:
    return index + 1 < len(tokens.doc) and tokens.doc[index + 1].lower_ in ("und", "oder", "sowie", "bzw.", ",")


def _is_noun(tokens: Tokens, token: Token) -> bool:
    if not token.text[:1].isupper():
        return False
    if not tokens.tagged:
        return True
    return token.pos_ in ("NOUN", "PROPN") or token.tag_ in ("NN", "NE", "TRUNC") or (token.text.endswith("-") and len(token) > 1)


def _may_stand_before(tokens: Tokens, token: Token) -> bool:
    """Adjectives, adverbs, "und" and commas between a number and its noun."""
    if tokens.tagged:
        return (
            token.pos_ in ("ADJ", "NUM")
            or (token.text.endswith("-") and len(token) > 1)
            or token.tag_ in ("ADJA", "ADV", "PTKZU", "CARD")
            or (token.lower_ in ("und", ",", "zu") and _adjective_follows(token))
        )
    ending = token.lower_.endswith(("e", "en", "er", "es", "em", "a")) and token.is_alpha and len(token) > 3
    return (ending and token.lower_ not in UNTAGGED_STOPS) or token.lower_ in ("weitere", "noch", "zu")


def _adjective_follows(token: Token) -> bool:
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    before = token.doc[token.i - 1] if token.i else None
    return (
        following is not None
        and before is not None
        and following.tag_ in ("ADJA", "VVIZU")
        and (before.tag_ in ("ADJA", "ADV") or before.text.endswith("-"))
    )


def counted_in_parse(tokens: Tokens, start: int) -> int | None:
    """ "alle 8.000 im Land erzeugten Brennstäbe": the noun that the parse gives the number to."""
    number = tokens.doc[start - 1]
    noun = number.head
    if number.dep_ != "nummod" or noun.pos_ != "NOUN" or not start <= noun.i < start + 9:
        return None
    between = tokens.doc[start : noun.i]
    participial = len(between) > 2 and between[0].pos_ == "ADP" and between[-1].tag_ == "ADJA"
    return int(noun.i) if participial and any(token.pos_ in ("NOUN", "PROPN") for token in between) else None
