"""Comparisons of two values: levels in order, symmetric, unknown is never different."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.checking.compare.date import compare_dates
from claimcheck.checking.compare.number import Interval, compare_numbers, make_interval
from claimcheck.checking.compare.polarity import compare_polarity
from claimcheck.checking.facts import Day, Figure

ROW = {"value": None, "low": None, "high": None, "bound": "exact", "kind": "count", "unit": None}


def figure(**fields: Any) -> Figure:
    given_fields = {**ROW, **fields}
    return Figure(text="x", start=0, end=1, direction=None, item=None, of=None, per=None, **given_fields)


def exact(value: float, unit: str | None = None, kind: str = "count") -> Interval:
    return make_interval(figure(value=value, low=value, high=value, unit=unit, kind=kind))


def day(first: str | None, last: str | None = None, kind: str = "DATE") -> Day:
    ends = [datetime.date.fromisoformat(end).toordinal() if end else None for end in (first, last or first)]
    return Day("x", 0, first or "PXD", kind, ends[0], ends[1])


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (exact(1_200_000_000, "EUR", "money"), exact(1.2e9, "EUR", "money"), "equal"),
        (exact(0.25, kind="share"), exact(25, "%", "percent"), "equal"),
        (exact(2, "km", "measure"), exact(2000, "m", "measure"), "equal"),
        (exact(12_000), exact(11_970), "near"),
        (exact(40), exact(38), "different"),
        (exact(12_000), exact(11_000), "different"),
        (exact(5, "EUR", "money"), exact(5, "USD", "money"), "unknown"),
        (make_interval(figure(value=50, low=45, high=55, bound="about")), exact(47), "meeting"),
        (make_interval(figure(value=1500, low=1501, high=None, bound="more_than")), exact(1500), "meeting"),
        (make_interval(figure(value=1500, low=1500, high=None, bound="more_than")), exact(1400), "different"),
        (make_interval(figure(low=2000, high=9999, bound="vague")), exact(900), "different"),
        (make_interval(figure(bound="vague")), exact(900), "unknown"),
    ],
)
def test_numbers(a: Interval, b: Interval, verdict: str) -> None:
    assert compare_numbers(a, b).verdict == verdict
    assert compare_numbers(b, a).verdict == verdict


def written(text: str, value: float, unit: str | None = None, kind: str = "count") -> Interval:
    fields = {**ROW, "value": value, "low": value, "high": value, "unit": unit, "kind": kind}
    return make_interval(Figure(text=text, start=0, end=1, direction=None, item=None, of=None, per=None, **fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (written("2,5 Millionen", 2.5e6), written("2,46 Millionen", 2.46e6), "near"),
        (written("2,5 Millionen", 2.5e6), written("2.460.000", 2.46e6), "near"),
        (written("2,4 Mio. Euro", 2.4e6, "EUR", "money"), written("2,45 Millionen Euro", 2.45e6, "EUR", "money"), "near"),
        (written("1,2 Milliarden", 1.2e9), written("1.197 Millionen", 1.197e9), "near"),
        (written("31 Prozent", 31, "%", "percent"), written("30,8 Prozent", 30.8, "%", "percent"), "near"),
        (written("zwölf Prozent", 12, "%", "percent"), written("12,4 Prozent", 12.4, "%", "percent"), "near"),
        (written("ein Drittel", 1 / 3, kind="share"), written("33 Prozent", 33, "%", "percent"), "near"),
        (written("zwei Drittel", 2 / 3, kind="share"), written("66,7 Prozent", 66.7, "%", "percent"), "near"),
        (written("ein Viertel", 0.25, kind="share"), written("25 Prozent", 25, "%", "percent"), "equal"),
        (written("2,4 Millionen", 2.4e6), written("2,5 Millionen", 2.5e6), "different"),
        (written("2,4 Millionen", 2.4e6), written("2,46 Millionen", 2.46e6), "different"),
        (written("3 Millionen", 3e6), written("2,6 Millionen", 2.6e6), "different"),
        (written("214 Millionen", 214e6), written("231 Millionen", 231e6), "different"),
        (written("214 Millionen", 214e6), written("210 Millionen", 210e6), "different"),
        (written("32 Prozent", 32, "%", "percent"), written("30,8 Prozent", 30.8, "%", "percent"), "different"),
        (written("3 Prozent", 3, "%", "percent"), written("3,4 Prozent", 3.4, "%", "percent"), "different"),
        (written("ein Viertel", 0.25, kind="share"), written("28 Prozent", 28, "%", "percent"), "different"),
        (written("900", 900), written("880", 880), "different"),
        (written("11.500", 11_500), written("12.000", 12_000), "different"),
        (written("58 Euro", 58, "EUR", "money"), written("58,50 Euro", 58.5, "EUR", "money"), "different"),
        (written("118 km/h", 118, "km/h", "measure"), written("120 km/h", 120, "km/h", "measure"), "different"),
    ],
)
def test_figures_that_are_written_shorter(a: Interval, b: Interval, verdict: str) -> None:
    assert compare_numbers(a, b).verdict == verdict
    assert compare_numbers(b, a).verdict == verdict


def test_how_a_figure_is_written_does_not_make_it_another_one() -> None:
    assert written("2,4 Millionen", 2.4e6) == written("2.400.000", 2.4e6)


bounds = st.one_of(st.none(), st.integers(min_value=0, max_value=10**9))


@given(bounds, bounds, bounds, bounds, st.booleans(), st.booleans())
def test_numbers_are_symmetric(a: int | None, b: int | None, c: int | None, d: int | None, e: bool, f: bool) -> None:
    one = Interval(None, *_ordered(a, b), None, e)
    other = Interval(None, *_ordered(c, d), None, f)
    left, right = compare_numbers(one, other), compare_numbers(other, one)
    assert (left.verdict, left.difference) == (right.verdict, right.difference)


def _ordered(a: int | None, b: int | None) -> tuple[int | None, int | None]:
    return (min(a, b), max(a, b)) if a is not None and b is not None else (a, b)


@pytest.mark.parametrize(
    ("a", "b", "verdict", "difference"),
    [
        (day("2025-03-12"), day("2025-03-12"), "equal", 0),
        (day("2025-03-12"), day("2025-03-13"), "different", 1),
        (day("2025-03-12"), day("2025-03-10", "2025-03-16"), "meeting", 0),
        (day("2025-03-12"), day(None), "unknown", None),
        (day("2025-03-12"), day("2025-03-12", kind="DURATION"), "unknown", None),
    ],
)
def test_dates(a: Day, b: Day, verdict: str, difference: int | None) -> None:
    for comparison in (compare_dates(a, b), compare_dates(b, a)):
        assert (comparison.verdict, comparison.difference) == (verdict, difference)


def test_denials_name_what_they_deny() -> None:
    said = frozenset({"entwurf", "fusionsvertrag", "gremium"})
    assert compare_polarity(frozenset({"entwurf", "fusionsvertrag"}), said, same_sign=False).verdict == "different"
    assert compare_polarity(frozenset({"vertragsentwurf"}), frozenset({"entwurf"}), same_sign=False).verdict == "different"
    assert compare_polarity(frozenset({"filiale", "sitz"}), said, same_sign=False).verdict == "unknown"
    assert compare_polarity(frozenset(), said, same_sign=False).verdict == "unknown"
