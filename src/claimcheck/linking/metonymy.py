"""Place or government: a capital that says or does something stands for the government that sits there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Doc, Token

from claimcheck.extraction.actors.words import noun_forms
from claimcheck.extraction.records import Mention
from claimcheck.lexicon import load_lexicon

SPEAKERS = {"laut", "zufolge", "so"}
FINITE = ("FIN", "PP", "INF", "IZU")
AUXILIARIES = {"AUX"}


@dataclass(frozen=True, slots=True)
class Sign:
    """A row of metonymy.tsv."""

    form: str
    group: str
    example: str


@cache
def signs() -> tuple[Sign, ...]:
    """The rows of metonymy.tsv."""
    return load_lexicon(Path(__file__).parent / "metonymy.tsv", Sign)


@cache
def _stative() -> frozenset[str]:
    return frozenset(sign.form for sign in signs() if sign.group == "stative")


@cache
def _deeds() -> frozenset[str]:
    return frozenset(form for sign in signs() if sign.group == "deed" for form in noun_forms(sign.form))


def speaks_for_government(doc: Doc, mention: Mention) -> bool:
    """True where the name of a capital is the subject of a deed, the speaker after "laut", or owns a plan or statement.

    "Seoul bestellte den Botschafter ein", "laut Moskau", "das Vorgehen Khartums", "Angaben aus Khartum" against "in
    Seoul", "Kiew liegt am Dnipro". In doubt False: a place.
    """
    token = doc[mention.head]
    before = doc[token.i - 1] if token.i > 0 else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if before is not None and before.lower_ in SPEAKERS and (before.lower_ != "so" or _comma(doc, before.i - 1)):
        return True
    if after is not None and after.lower_ == "zufolge":
        return True
    if before is not None and before.lower_ == "aus":
        return before.i > 0 and doc[before.i - 1].text in _deeds()
    if before is not None and before.tag_ in {"APPR", "APPRART"}:
        return False
    if token.dep_ == "nmod" or ("Gen" in token.morph.get("Case", []) and token.text.endswith("s")):
        return (before is not None and before.text in _deeds()) or (after is not None and after.text in _deeds())
    return token.dep_ == "nsubj" and _acts(token)


def _comma(doc: Doc, i: int) -> bool:
    return i >= 0 and doc[i].is_punct


def _acts(token: Token) -> bool:
    verb = token.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    if any(child.dep_ == "cop" or child.dep_ == "aux:pass" for child in verb.children):
        return False
    return verb.lemma_ not in _stative()
