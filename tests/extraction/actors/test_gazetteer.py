"""Known names in every form."""

from __future__ import annotations

import pytest

from claimcheck.extraction.actors.adjectives import country_of_adjective
from claimcheck.extraction.actors.gazetteer import demonym_forms, load_gazetteer, people_words


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Vereinten Nationen", "Vereinte Nationen"),
        ("UNO", "Vereinte Nationen"),
        ("Weißen Hauses", "Weißes Haus"),
        ("Auswärtigen Amtes", "Auswärtiges Amt"),
        ("Nordkoreas", "Nordkorea"),
        ("den Grünen", "Grüne"),
        ("USA", "Vereinigte Staaten"),
        ("Kyjiw", "Kiew"),
        ("Volodymyr Zelensky", "Wolodymyr Selenskyj"),
    ],
)
def test_lookup(form: str, name: str) -> None:
    entry = load_gazetteer().lookup(form)
    assert entry is not None
    assert entry.name == name


@pytest.mark.parametrize("form", ["Nation", "weißen Haus", "Grünkohl", "Kiewit", ""])
def test_unknown(form: str) -> None:
    assert load_gazetteer().lookup(form) is None


@pytest.mark.parametrize(
    ("word", "code"), [("nordkoreanischen", "KP"), ("US-amerikanische", "US"), ("Schweizer", "CH"), ("deutsches", "DE")]
)
def test_country_adjectives(word: str, code: str) -> None:
    entry = country_of_adjective(word)
    assert entry is not None
    assert entry.country == code


@pytest.mark.parametrize("word", ["deutsch", "deutlich", "russig", "klein", "polnischer-"])
def test_other_adjectives(word: str) -> None:
    assert country_of_adjective(word) is None


def test_demonyms() -> None:
    assert people_words()["Nordkoreanern"][1] == "Nordkoreaner"
    assert people_words()["Französinnen"][1] == "Französinnen"
    assert ("Franzosen", "Franzosen") in demonym_forms("Franzose")
    assert people_words()["Deutschen"][0].name == "Deutschland"


def test_longest_name_wins_and_ends_at_a_word() -> None:
    text = "In New Yorker Hotels; New York Times"
    found = load_gazetteer().at(text, text.index("New York Times"), frozenset({len(text)}))
    assert found is not None
    assert found[0].name == "New York Times"
    assert load_gazetteer().at("Nordkoreanisch", 0, frozenset({14})) is None
