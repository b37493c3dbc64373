"""Every row of the event lexicons has the effect that its example shows; the parse may miss one in fifty."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from spacy.language import Language

from claimcheck.extraction.events import find_predicates, item_class, item_classes
from claimcheck.extraction.events.items import ItemRow
from claimcheck.extraction.events.words import (
    EventRow,
    LightVerbRow,
    ModalityRow,
    PolarityRow,
    event_of_noun,
    is_action,
    is_group,
)
from claimcheck.extraction.records import PredicateSpan
from claimcheck.language.inflection import noun_lemma
from claimcheck.language.model import load_language
from claimcheck.lexicon import load_lexicon

FOLDER = files("claimcheck.extraction.events")
KINDS = {"verb", "noun", "action", "group"}
PLACES = {"adverb", "modal", "verb", "complement", "marker", "inverted", "stative"}
TOLERANCE = 0.02


@cache
def language() -> Language:
    return load_language()


def predicates(example: str) -> list[PredicateSpan]:
    return find_predicates(language()(example + "."))


def is_event(row: EventRow) -> bool:
    if row.kind == "verb":
        return any(span.event == row.event and row.form in span.lemma for span in predicates(row.example))
    return any(event_of_noun(noun_lemma(token)) == (row.event or None) for token in language()(row.example + "."))


def is_light_verb(row: LightVerbRow) -> bool:
    return any(span.lemma == f"{row.phrase} {row.verb}" and span.event == row.event for span in predicates(row.example))


def is_modality(row: ModalityRow) -> bool:
    if row.place == "stative":
        return any(span.rules["modality"] == "stative sollen" for span in predicates(row.example) if span.rules)
    return any(span.modality == row.modality for span in predicates(row.example))


def is_polarity(row: PolarityRow) -> bool:
    if row.kind == "falsehood":
        return row.form in row.example.lower()
    found = {span.polarity for span in predicates(row.example)}
    return found == {"positive"} if row.kind == "blocker" else "negative" in found


@pytest.mark.model
@pytest.mark.parametrize(
    ("file", "row_type", "works"),
    [
        ("events.tsv", EventRow, is_event),
        ("light_verbs.tsv", LightVerbRow, is_light_verb),
        ("modality.tsv", ModalityRow, is_modality),
        ("polarity.tsv", PolarityRow, is_polarity),
    ],
)
def test_examples(file: str, row_type: type[Any], works: Callable[[Any], bool]) -> None:
    rows = load_lexicon(FOLDER / file, row_type)
    wrong = [row.example for row in rows if not works(row)]
    assert len(wrong) <= TOLERANCE * len(rows) + 1, wrong


def test_known_values() -> None:
    assert {row.kind for row in load_lexicon(FOLDER / "events.tsv", EventRow)} == KINDS
    assert {row.place for row in load_lexicon(FOLDER / "modality.tsv", ModalityRow)} == PLACES
    assert {row.kind for row in load_lexicon(FOLDER / "polarity.tsv", PolarityRow)} == {
        "negator",
        "opener",
        "blocker",
        "falsehood",
    }


def test_forms_are_unique() -> None:
    rows = load_lexicon(FOLDER / "events.tsv", EventRow)
    keys = [(row.form, "verb" if row.kind == "verb" else "noun") for row in rows]
    assert len(keys) == len(set(keys))


def test_every_class_is_a_member_of_itself() -> None:
    groups = {row.group for row in load_lexicon(FOLDER / "item_classes.tsv", ItemRow)}
    assert [group for group in sorted(groups) if item_class(group) != group] == []


def test_compounds_have_the_class_of_their_end() -> None:
    assert event_of_noun("Bombenanschlag") == "attack"
    assert event_of_noun("Rat") is None
    assert is_action("Truppenabzug")
    assert is_group("Besatzungsmitglied")
    assert item_classes("Brücke") == ("Brücke",)
