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
