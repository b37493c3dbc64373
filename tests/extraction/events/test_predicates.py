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


@pytest.mark.parametrize(
    ("text", "lemma", "roles"),
    [
        ("Als Landrat eröffnete Rolf Horn die Schule.", "eröffnen", "Rolf Schule"),
        ("Als erster Verein hatte der Ruderklub die Halle gemietet.", "mieten", "Ruderklub Halle"),
        ("Als einziges Mitglied stimmte Eva Kern zu.", "zustimmen", "Eva –"),
        ("Als erste Stadt hat Altlingen den Verkauf verboten.", "verbieten", "Altlingen Verkauf"),
        ("Mehr als 20 Gäste kamen zum Fest.", "kommen", "Gäste –"),
    ],
)
def test_what_somebody_is_does_nothing(text: str, lemma: str, roles: str) -> None:
    assert found(text, lemma)[1] == roles


@pytest.mark.parametrize(
    ("text", "lemma", "roles"),
    [
        ("Als der Landrat kam, öffnete der Wirt die Tür.", "kommen", "Landrat –"),
        ("Die Polizei kam, als Anwohner Schüsse hörten.", "hören", "Anwohner Schüsse"),
        ("Als das Haus brannte, rief Eva Kern die Feuerwehr.", "brennen", "Haus –"),
    ],
)
def test_the_subject_of_a_clause_with_als_acts(text: str, lemma: str, roles: str) -> None:
    assert found(text, lemma)[1] == roles


@pytest.mark.parametrize(
    ("text", "lemma", "roles"),
    [
        ("Die Brücke, entworfen von Anna Lenk, ist gesperrt.", "entwerfen", "Anna Brücke"),
        ("Die Anlage, errichtet seitens der Stadt, ist alt.", "errichten", "Stadt Anlage"),
        ("Der Verein, gegründet von Anna Lenk, ist pleite.", "gründen", "Anna Verein"),
        ("Vier Männer, festgenommen von der Polizei, schweigen.", "festnehmen", "Polizei Männer"),
    ],
)
def test_a_participle_of_its_own_names_the_agent(text: str, lemma: str, roles: str) -> None:
    assert found(text, lemma)[1] == roles


@pytest.mark.parametrize(
    ("text", "lemma", "roles"),
    [
        ("Die Brücke ist gesperrt, von der Firma fehlt jede Spur.", "fehlen", "Spur –"),
        ("Das Rathaus, 1890 gebaut, brannte ab.", "abbrennen", "Rathaus –"),
        ("Der Wirt verkaufte die Mühle, gebaut hat sie ein anderer.", "verkaufen", "Wirt Mühle"),
    ],
)
def test_no_agent_without_a_participle_right_before_it(text: str, lemma: str, roles: str) -> None:
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
