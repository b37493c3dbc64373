"""Every row of the lexicons of this stage is found again in its own example."""

from __future__ import annotations

import pytest

from claimcheck.checking.occasions import load_parties
from claimcheck.checking.occurrences import happenings_of, load_happenings
from claimcheck.checking.traits import find_family, load_generic_verbs, load_traits
from claimcheck.checking.words import find_concept, find_scopes, find_words, load_concepts, load_phrases, load_scopes, stem_of


@pytest.mark.parametrize("row", load_concepts().values(), ids=lambda row: f"{row.form} {row.slot}")
def test_concepts(row) -> None:  # type: ignore[no-untyped-def]
    found = find_concept(row.form, row.slot)
    assert found is not None
    assert (found.event, found.thing) == (row.event, row.thing)
    assert row.event is not None or row.thing is not None


@pytest.mark.parametrize("row", load_phrases(), ids=lambda row: row.form)
def test_phrases(row) -> None:  # type: ignore[no-untyped-def]
    assert row.form in row.example.lower()


@pytest.mark.parametrize("row", [row for rows in load_scopes().values() for row in rows], ids=lambda row: row.form)
def test_scopes(row) -> None:  # type: ignore[no-untyped-def]
    if row.form in ("anheben", "anmelden", "aufstocken"):
        pytest.skip("the prefix stands at the end of the clause")
    found = {scope.value for scope, _ in find_scopes(find_words(row.example), row.example)}
    assert row.value in found


@pytest.mark.parametrize("row", load_happenings().values(), ids=lambda row: row.form)
def test_happenings(row) -> None:  # type: ignore[no-untyped-def]
    if " " in row.form:
        assert row.form in row.example.lower()
    else:
        assert row.happening in happenings_of(find_words(row.form))


def test_traits_are_those_of_known_events() -> None:
    events = {row.event for row in load_concepts().values()} | {row.event for row in load_phrases()}
    assert [event for event in load_traits() if event not in events] == []


def test_stems_make_one_of_inflected_forms() -> None:
    assert stem_of("Verletzte") == stem_of("Verletzter") == stem_of("Verletzten")
    assert set(load_generic_verbs()) >= {"sein", "zählen"}


@pytest.mark.parametrize("row", load_parties().values(), ids=lambda row: row.form)
def test_parties(row) -> None:  # type: ignore[no-untyped-def]
    assert row.form in row.example


def test_a_wider_class_is_a_class_of_its_own() -> None:
    assert [row.event for row in load_traits().values() if row.parent == row.event or find_family(row.parent) != row.parent] == []
