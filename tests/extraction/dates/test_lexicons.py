"""Every row of the date lexicons has the effect that its example shows."""

from __future__ import annotations

import pytest
import spacy

from claimcheck.extraction.dates import find_dates
from claimcheck.extraction.dates.grammar import KINDS
from claimcheck.extraction.dates.tense import load_tenses
from claimcheck.extraction.dates.vocabulary import (
    load_calendar,
    load_holidays,
    load_modifiers,
    load_names,
    load_references,
)

NLP = spacy.blank("de")
CLOSING = ("old", "age")


def spans(text: str) -> list[tuple[int, int]]:
    return [(found.start, found.end) for found in find_dates(NLP(text), "2024-10-21")]


@pytest.mark.parametrize("row", [*load_calendar(), *load_holidays(), *load_references()], ids=lambda row: row.form)
def test_form_is_part_of_a_date(row: object) -> None:
    form, example = row.form, row.example  # type: ignore[attr-defined]
    at = example.find(form)
    at = at if at >= 0 else example.lower().find(form.lower())
    assert at >= 0, "the example does not have the form"
    assert any(start <= at and at + len(form) <= end + 2 for start, end in spans(example)), spans(example)


@pytest.mark.parametrize("row", load_modifiers(), ids=lambda row: f"{row.form} {row.kind}")
def test_modifier(row: object) -> None:
    form, kind, example = row.form, row.kind, row.example  # type: ignore[attr-defined]
    assert kind in KINDS
    assert form.lower() in example.lower()
    assert bool(spans(example)) == (kind not in CLOSING), spans(example)


@pytest.mark.parametrize("row", load_names(), ids=lambda row: f"{row.form} {row.side}")
def test_name_is_no_date(row: object) -> None:
    side, example = row.side, row.example  # type: ignore[attr-defined]
    assert side in ("after", "before", "title", "aged", "phrase", "unit", "span", "event")
    assert bool(spans(example)) == (side in ("span", "event"))


def test_tenses() -> None:
    assert set(load_tenses().values()) == {"past", "present", "event", "auxiliary", "future", "planned", "none"}
