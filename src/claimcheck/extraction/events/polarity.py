"""Polarity of a clause: negated or not, with the scope of its negators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimcheck.extraction.events.words import blockers, polarity_kind
from claimcheck.language.clauses import Clause
from claimcheck.language.numerals import parse_numeral
from claimcheck.models import Polarity

NOUN_PHRASE = ("nmod", "amod", "acl", "appos")


@dataclass(frozen=True, slots=True)
class Polar:
    """The polarity and the word that gives it ("" for none)."""

    value: Polarity
    rule: str


def clause_polarity(doc: Doc, clause: Clause, subject: int | None) -> Polar:
    """Negative where a word of the clause negates it, or a shared "kein" subject does; "nicht nur" and its like do not.

    ``subject`` is the token index of the subject, which a conjunct may take over from the clause before.
    Source: Duden, Die Grammatik, "Satznegation und Sondernegation".
    """
    negator = find_negator(doc, clause.tokens) or _opener(doc, clause)
    if negator is None and clause.kind == "conjunct" and subject is not None and subject not in clause.tokens:
        negator = _negating_subject(doc[subject])
    return Polar("negative", negator.text) if negator is not None else Polar("positive", "")


def find_negator(doc: Doc, tokens: Sequence[int]) -> Token | None:
    """The first word among these tokens that negates the predicate they belong to."""
    own = [doc[i] for i in tokens if not doc[i].is_space]
    words = [token.text.lower() for token in own]
    blocked = _blocked(words)
    for place, token in enumerate(own):
        if polarity_kind(words[place]) == "negator" and place not in blocked and not _is_narrow(token):
            return token
    return None


def _blocked(words: Sequence[str]) -> set[int]:
    found: set[int] = set()
    for blocker in blockers():
        for first in range(len(words) - len(blocker) + 1):
            if tuple(words[first : first + len(blocker)]) == blocker:
                found.update(range(first, first + len(blocker)))
    if "nicht" in words and "sondern" in words:
        found.update(range(words.index("nicht"), words.index("sondern")))
    return found


def _is_narrow(token: Token) -> bool:
    return _inside_noun_phrase(token) or is_correction(token)


def is_correction(token: Token) -> bool:
    """True for "nicht" that denies one figure behind a comma ("elf Gäste wurden verletzt, nicht neun")."""
    doc, i = token.doc, token.i
    if token.lower_ != "nicht" or i == 0 or i + 1 >= len(doc) or doc[i - 1].text != ",":
        return False
    return doc[i + 1].like_num or parse_numeral(doc[i + 1].text) is not None


def _inside_noun_phrase(token: Token) -> bool:
    """True for "nicht erwünschte Helfer" and "Länder mit keiner Steuer": the clause itself is not negated."""
    head = token.head
    if token.dep_ == "advmod" and head.tag_ == "ADJA":
        return True
    return token.dep_ == "det" and head.dep_ in NOUN_PHRASE


def _opener(doc: Doc, clause: Clause) -> Token | None:
    first = doc[clause.tokens[0]] if clause.tokens else None
    if first is None or clause.kind not in ("infinitive", "adverbial") or polarity_kind(first.text.lower()) != "opener":
        return None
    return first


def _negating_subject(subject: Token) -> Token | None:
    """ "niemand" or the "kein" of a subject that two clauses share."""
    found = [token for token in (subject, *subject.children) if polarity_kind(token.text.lower()) == "negator"]
    return found[0] if found else None
