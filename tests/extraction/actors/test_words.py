"""Nouns of the lexicons, inflected and in compounds."""

from __future__ import annotations

import pytest

from claimcheck.extraction.actors.words import group_nouns, head_nouns, modifier_forms, noun_forms, title_nouns


@pytest.mark.parametrize(
    ("word", "lemma", "modifier"),
    [
        ("Ministerpräsidentin", "Ministerpräsidentin", ""),
        ("Kremlsprecher", "Kremlsprecher", "Kreml"),
        ("HUR-Chef", "HUR-Chef", "HUR"),
        ("US-Außenminister", "US-Außenminister", "US-Außen"),
        ("Vorsitzenden", "Vorsitzender", ""),
        ("Präsidenten", "Präsident", ""),
    ],
)
def test_titles(word: str, lemma: str, modifier: str) -> None:
    noun = title_nouns().find(word)
    assert noun is not None
    assert (noun.lemma, noun.modifier) == (lemma, modifier)


@pytest.mark.parametrize("word", ["Fahrzeuge", "Flugzeug", "Fortschritt", "chef", "Wechsel", "Monaten", ""])
def test_no_titles(word: str) -> None:
    assert title_nouns().find(word) is None


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("Militärgeheimdiensts", "Militärgeheimdienst"),
        ("Bundesbildungsministerium", "Bundesbildungsministerium"),
        ("Behörden", "Behörde"),
    ],
)
def test_heads(word: str, lemma: str) -> None:
    noun = head_nouns().find(word)
    assert noun is not None
    assert noun.lemma == lemma


@pytest.mark.parametrize("word", ["Verdienst", "Apparate", "Monat", "Autokraten", "Netzwerk", "Altstadt"])
def test_no_heads(word: str) -> None:
    assert head_nouns().find(word) is None


def test_groups() -> None:
    noun = group_nouns().find("Gegendemonstranten")
    assert noun is not None
    assert noun.lemma == "Gegendemonstrant"
    verletzte = group_nouns().find("Verletzten")
    assert verletzte is not None
    assert verletzte.lemma == "Verletzter"


def test_forms() -> None:
    assert {"Verletzter", "Verletzte", "Verletzten"} <= set(noun_forms("Verletzter", adjectival=True))
    assert {"Arzt", "Ärzte", "Ärzten", "Arztes"} <= set(noun_forms("Arzt"))
    assert modifier_forms("Regierungs") == ("Regierungs", "Regierung")
