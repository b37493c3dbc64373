"""Roles, inner predicates and robustness of find_predicates."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from spacy.language import Language

from claimcheck.extraction.events import find_predicates
from claimcheck.extraction.records import PredicateSpan
from claimcheck.language.model import load_language

pytestmark = pytest.mark.model


@cache
def language() -> Language:
    return load_language()


def found(text: str, lemma: str) -> tuple[PredicateSpan, str]:
    doc = language()(text)
    span = next(span for span in find_predicates(doc) if span.lemma == lemma)
    words = [doc[i].text if i is not None else "–" for i in (span.agent, span.patient)]
    return span, " ".join(words)


@pytest.mark.parametrize(
    ("text", "lemma", "roles"),
    [
        ("Die Stadt baut 60 Wohnungen.", "bauen", "Stadt Wohnungen"),
        ("60 Wohnungen wurden gebaut.", "bauen", "– Wohnungen"),
        ("Der Rat, der 60 Wohnungen baute, tagte am Montag.", "bauen", "Rat Wohnungen"),
        ("Die Stadt plant, 60 Wohnungen zu bauen.", "bauen", "Stadt Wohnungen"),
        ("Die Polizei kam und nahm zwei Männer fest.", "festnehmen", "Polizei Männer"),
        ("Es gab 40 Verletzte.", "geben", "– Verletzte"),
    ],
)
def test_roles(text: str, lemma: str, roles: str) -> None:
    assert found(text, lemma)[1] == roles


def test_an_action_noun_holds_what_follows_it() -> None:
    span, _ = found("Der Minister lobte die Entsendung von 800 Soldaten.", "Entsendung")
    assert span.rule == "action"
    assert len(span.tokens) == 4


def test_offsets_cut_the_words_of_the_predicate() -> None:
    text = "Am Montag  wurden 14 Menschen   verletzt."
    doc = language()(text)
    assert [text[span.start : span.end] for span in find_predicates(doc)] == ["verletzt"]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "…", "((((", "„", "12", "A" * 400, "Ja. Nein. Ja.", "und und und und", "sollen will muss"]
)
def test_odd_text_does_no_harm(text: str) -> None:
    for span in find_predicates(language()(text)):
        assert 0 <= span.start < span.end <= len(text)


def test_nothing_without_a_parse() -> None:
    assert find_predicates(spacy.blank("de")("Zwölf Menschen starben.")) == []
