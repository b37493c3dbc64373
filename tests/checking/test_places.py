"""Places that tell two events apart, and names that part nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from claimcheck.checking.places import Rivals, find_dateline, find_places, find_rivals

FIRE = "In Dornhusen brannte es."
OTHER = "In Felsrath brannte es."


def rivals(*articles: tuple[Sequence[str], str]) -> Rivals:
    return find_rivals([frozenset(main) for main, _ in articles], [text for _, text in articles])


def test_a_place_that_one_article_names_parts_nothing() -> None:
    found = rivals((["Dornhusen"], FIRE), (["Dornhusen"], FIRE), (["Felsrath"], OTHER))
    assert found.names == {"Dornhusen"}
    assert found.last_named(OTHER) is None


def test_a_place_is_counted_where_its_article_or_another_names_it() -> None:
    found = rivals((["Dornhusen"], FIRE), (["Dornhusen"], f"{FIRE} Aus Felsrath kam Hilfe."), (["Felsrath"], OTHER))
    assert found.names == {"Dornhusen", "Felsrath"}


def test_of_two_articles_every_place_may_tell_of_an_event_of_its_own() -> None:
    found = rivals((["Dornhusen"], FIRE), (["Felsrath"], OTHER))
    assert found.names == {"Dornhusen", "Felsrath"}
    assert not found.towns(["Dornhusen"]) & found.towns(["Felsrath"])
    assert not found.scenes(["Dornhusen"]) & found.scenes(["Felsrath"])


def test_places_of_several_articles_each_are_two() -> None:
    found = rivals(*[(["Dornhusen"], FIRE)] * 2, *[(["Felsrath"], OTHER)] * 2)
    assert found.names == {"Dornhusen", "Felsrath"}
    assert not found.scenes(["Dornhusen"]) & found.scenes(["Felsrath"])


def test_places_that_every_article_names_together_are_one() -> None:
    both = (["Dornhusen", "Felsrath"], "In Dornhusen bei Felsrath brannte es.")
    found = rivals((["Dornhusen"], FIRE), both, both)
    assert found.towns(["Dornhusen"]) == found.towns(["Felsrath"])


@pytest.mark.parametrize("name", ["Au", "Ei"])
def test_a_very_short_name_is_no_rival(name: str) -> None:
    assert not rivals(([name], f"In {name} brannte es."), ([name], f"In {name} brannte es.")).names


def test_nothing_from_nothing() -> None:
    found = rivals()
    assert found.names == frozenset()
    assert rivals(([], FIRE), ([], OTHER)).names == frozenset()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Dornhusen und Felsrath brannte es.", "Felsrath"),
        ("Aus Felsrath kam Hilfe nach Dornhusen.", "Dornhusen"),
        ("In Dornhusen hilft die Sparkasse Felsrath.", "Dornhusen"),
        ("Die Sparkasse Felsrath hilft.", None),
        ("Dornhusen-Nord war gesperrt.", None),
        ("Es brannte.", None),
    ],
)
def test_the_place_that_a_text_names_last(text: str, place: str | None) -> None:
    assert rivals((["Dornhusen"], FIRE), (["Felsrath"], OTHER)).last_named(text) == place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Bei Karlsweiler brannte es.", {"Karlsweiler"}),
        ("Nahe Karlsweiler und in Ohletal brannte es.", {"Karlsweiler", "Ohletal"}),
        ("In Halle 3 des Werks in Karlsweiler brannte es.", {"Halle", "Karlsweiler"}),
        ("In Sorge warteten alle im Saal.", set()),
        ("Karlsweiler siegte.", set()),
        ("In Frankreich brannte es.", set()),
    ],
)
def test_places_of_a_text(text: str, places: set[str]) -> None:
    assert find_places(text) == places


def test_people_are_no_places() -> None:
    assert find_places("Bei Lenkmoser brannte es.", people=frozenset({"Lenkmoser"})) == frozenset()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Karlsweiler (dpa) – Es brannte.", {"Karlsweiler"}),
        ("Ohletal/Mittelau. Es brannte.", {"Ohletal", "Mittelau"}),
        ("Verbraucherbrief, 12. August 2025", set()),
        ("Ohletaler Anzeiger, 12. August 2025", set()),
        ("Es brannte in Karlsweiler.", set()),
        ("Feuer – es brannte.", set()),
    ],
)
def test_datelines(text: str, places: set[str]) -> None:
    assert find_dateline(text) == places
