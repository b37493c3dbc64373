"""Every row of the lexicons of quantities: sorted, unique, and its example reads as the row says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
import spacy

from claimcheck.extraction.numbers import find_numbers
from claimcheck.extraction.numbers.directions import load_directions
from claimcheck.extraction.numbers.lookalikes import load_lookalikes
from claimcheck.extraction.numbers.rates import load_rates
from claimcheck.extraction.numbers.units import load_currencies, load_units
from claimcheck.extraction.numbers.values import load_hedges
from claimcheck.extraction.numbers.words import load_vague
from claimcheck.extraction.records import NumberSpan

NLP = spacy.blank("de")
RESOLVED = {"grad": {"Cel", "deg"}, "pfund": {"[lb_av]", "GBP"}}


def numbers(text: str) -> list[NumberSpan]:
    return find_numbers(NLP(text))


def ordered(rows: Sequence[Any], *columns: str) -> bool:
    keys = [tuple(getattr(row, column) for column in columns) for row in rows]
    return keys == sorted(set(keys))


def test_rows_are_sorted_and_unique() -> None:
    assert ordered(load_units(), "form")
    assert ordered(load_currencies(), "form")
    assert ordered(load_hedges(), "form", "side")
    assert ordered(load_vague(), "form", "role")
    assert ordered(load_lookalikes(), "form", "role")
    assert ordered(load_directions(), "form", "role")
    assert ordered(load_rates(), "form", "role")


@pytest.mark.parametrize("row", load_units(), ids=lambda row: row.form)
def test_units(row: Any) -> None:
    found = numbers(row.example)
    assert [(number.end, number.kind) for number in found] == [(len(row.example), row.kind)]
    assert found[0].unit in RESOLVED.get(row.unit, {row.unit})


def test_currencies() -> None:
    wrong = []
    for row in load_currencies():
        found = [(number.kind, number.unit, number.value) for number in numbers(row.example)]
        code = None if row.code == "shared" else row.code
        if found != [("money", code, pytest.approx(12 * row.factor))]:
            wrong.append((row.form, found))
    assert wrong == []


@pytest.mark.parametrize("row", load_hedges(), ids=lambda row: row.form)
def test_hedges(row: Any) -> None:
    found = numbers(row.example)
    assert [number.bound for number in found] == [row.bound]
    assert row.form.casefold() in row.example[found[0].start : found[0].end].casefold()
    value = found[0].value
    assert value is not None
    assert found[0].low == (None if row.low is None else pytest.approx(row.low * value))
    assert found[0].high == (None if row.high is None else pytest.approx(row.high * value))


@pytest.mark.parametrize("row", load_vague(), ids=lambda row: f"{row.role} {row.form}")
def test_vague(row: Any) -> None:
    found = numbers(row.example)
    assert [number.bound for number in found] == ["vague"]
    if row.power is not None:
        assert found[0].low == 2 * row.power
    assert row.form in row.example[found[0].start : found[0].end].casefold()


@pytest.mark.parametrize("row", load_lookalikes(), ids=lambda row: f"{row.role} {row.form}")
def test_lookalikes(row: Any) -> None:
    found = numbers(row.example)
    assert found == [] or (row.role == "contract" and [number.bound for number in found] == ["exact"])


@pytest.mark.parametrize("row", load_directions(), ids=lambda row: f"{row.role} {row.form}")
def test_directions(row: Any) -> None:
    assert [number.direction for number in numbers(row.example)] == [row.direction]


@pytest.mark.parametrize("row", load_rates(), ids=lambda row: f"{row.role} {row.form}")
def test_rates(row: Any) -> None:
    assert [number.per for number in numbers(row.example)] == [row.per]
