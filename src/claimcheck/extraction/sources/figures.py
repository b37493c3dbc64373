"""Figures for the rules of attribution: tokens that state a number, and the phrases that carry one as what is counted."""

from __future__ import annotations

from spacy.tokens import Token

from claimcheck.extraction.sources.cues import words_of_class
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.phrases import NOUN, phrase_at
from claimcheck.extraction.sources.units import Unit
from claimcheck.language.inflection import noun_lemma
from claimcheck.language.numerals import parse_numeral

HEDGES = {"über", "unter", "um", "gegen", "zwischen", "bis"}  # prepositions that belong to a figure ("über 300")
INSIDE = {"ART", "ADJA", "CARD", "ADV", "ADJD", "PIAT", "PIS", "PIDAT", "KOKOM", "KON", "TRUNC"}
SHORT = {"vom": "von", "zum": "zu", "zur": "zu", "ans": "an", "im": "in", "beim": "bei"}
OF_OBJECT = {"von", "um"}  # "einen Verlust von drei Millionen", "einen Anstieg um vier Prozent"
NEAR = 6  # tokens behind a noun of size within which its figure stands


def is_figure(token: Token) -> bool:
    """True for digits, number words and Dutzende, Hunderte, Millionen, Hälfte; not for ein."""
    if token.like_num or token.lower_ in words_of_class("quantity"):
        return True
    return token.tag_ in ("CARD", "PIS") and not token.lower_.startswith("ein") and parse_numeral(token.text) is not None


def has_figure(passage: Passage, unit: Unit) -> bool:
    """True where a figure stands in the clause."""
    return any(is_figure(passage.doc[i]) for i in unit.tokens())


def preposition(token: Token) -> str | None:
    """The preposition without its article ("vom" → "von"), or None."""
    return SHORT.get(token.lower_, token.lower_) if token.tag_ in ("APPR", "APPRART") else None


def counted_at(passage: Passage, index: int, end: int) -> int:
    """The noun that a figure counts, or the figure itself where no noun follows."""
    doc = passage.doc
    last = index
    for place in range(index + 1, min(end, index + NEAR)):
        if doc[place].tag_ in NOUN and not is_figure(doc[place]) and doc[place].lower_ != "euro":
            return place
        if doc[place].tag_ == "ART" or (doc[place].tag_ not in INSIDE | NOUN and not is_figure(doc[place])):
            break
    return last


def governor(passage: Passage, index: int, start: int) -> int | None:
    """The preposition over the phrase of a figure; articles and attributes stand between, "über 300" is a hedge."""
    doc = passage.doc
    place = index - 1
    while place >= start and (doc[place].tag_ in INSIDE or is_figure(doc[place]) or _is_hedge(passage, place, index)):
        place -= 1
    return place if place >= start and preposition(doc[place]) is not None else None


def _is_hedge(passage: Passage, place: int, index: int) -> bool:
    """True for über, unter, um, gegen, bis right before the figure, and zu behind bis."""
    doc = passage.doc
    if doc[place].lower_ == "zu":
        return doc[place - 1].lower_ == "bis"
    return place == index - 1 and doc[place].lower_ in HEDGES


def is_of_size(passage: Passage, index: int) -> bool:
    """True where the preposition at ``index`` joins a figure to a bare noun before it ("einen Verlust von …")."""
    doc = passage.doc
    if preposition(doc[index]) not in OF_OBJECT or doc[index - 1].tag_ not in NOUN:
        return False
    start = index - 1
    while start > passage.start and (doc[start - 1].tag_ in INSIDE):
        start -= 1
    return phrase_at(doc, start, index) is not None and preposition(doc[start - 1]) is None


def is_among(token: Token, *classes: str) -> bool:
    """True for a noun whose lemma ends with a word of the classes ("Vereinsmitglied": Mitglied)."""
    lemma = noun_lemma(token).lower()
    return any(lemma.endswith(word) for name in classes for word in words_of_class(name))


def is_ordinal(token: Token) -> bool:
    """True for "3." and "ersten"."""
    return token.text.endswith(".") or (token.tag_ == "ADJA" and not token.text[:1].isdigit())
