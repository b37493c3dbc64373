"""Whose the counted are: the words in the Doc that name a country, a place or a body beside the counted noun.

"nordkoreanische" in "1.500 nordkoreanische Soldaten", "des Brandes in Visby" in "Opfer des Brandes in Visby". The words
are found here, whom they name is decided with the mentions of the article.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from claimcheck.extraction.records import Extent

ORIGIN = ("ische", "ischen", "ischer", "isches", "ischem", "deutsche", "deutschen", "deutscher", "deutsches")
PLACING = frozenset({"von", "vom", "aus", "in", "im", "bei", "der", "des"})


def find_owner(doc: Doc, noun: int) -> Extent | None:
    """The extent of the words that name whose the noun is, or None."""
    token = doc[noun]
    return _adjective(token) or _attribute(token)


def _adjective(noun: Token) -> Extent | None:
    """An adjective of origin right before the noun: "nordkoreanische", "Berliner"."""
    index = noun.i - 1
    while index >= 0 and (doc_token := noun.doc[index]).pos_ in ("ADJ", "PROPN") and not doc_token.is_punct:
        named = doc_token.text[:1].isupper() and doc_token.text.endswith("er") and doc_token.tag_ == "ADJA"
        if doc_token.lower_.endswith(ORIGIN) or named:
            return Extent(doc_token.idx, doc_token.idx + len(doc_token))
        index -= 1
    return None


def _attribute(noun: Token) -> Extent | None:
    """A genitive or a phrase with von, aus, in after the noun, with all that belongs to it."""
    for child in noun.children:
        if child.i < noun.i or child.dep_ != "nmod" or child.i > noun.i + 8:
            continue
        genitive = "Gen" in child.morph.get("Case", [])
        placed = any(case.lower_ in PLACING for case in child.children if case.dep_ in ("case", "det"))
        if genitive or placed:
            first, last = child.left_edge, child.right_edge
            return Extent(first.idx, last.idx + len(last))
    return None
