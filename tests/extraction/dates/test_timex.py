"""Values and their days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extraction.dates.timex import add, easter, format_duration, format_week, holiday, parse_extent


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-10-18", ("2024-10-18", "2024-10-18")),
        ("2024-10-18T06:00", ("2024-10-18", "2024-10-18")),
        ("2024-10-18TEV", ("2024-10-18", "2024-10-18")),
        ("2024-W42", ("2024-10-14", "2024-10-20")),
        ("2024-W42-WE", ("2024-10-19", "2024-10-20")),
        ("2024-Q4", ("2024-10-01", "2024-12-31")),
        ("2024-H1", ("2024-01-01", "2024-06-30")),
        ("2024-WI", ("2024-12-01", "2025-02-28")),
        ("2024-SU", ("2024-06-01", "2024-08-31")),
        ("196", ("1960-01-01", "1969-12-31")),
        ("20", ("2000-01-01", "2099-12-31")),
        ("2009-10/2011-06", ("2009-10-01", "2011-06-30")),
        ("2023-02-29", (None, None)),
        ("2024-W60", (None, None)),
        ("XXXX-10-08", (None, None)),
        ("P3M", (None, None)),
        ("PAST_REF", (None, None)),
        ("XXXX-WXX-1", (None, None)),
        ("9999-WI", (None, None)),
    ],
)
def test_days(value: str, days: tuple[str | None, str | None]) -> None:
    assert parse_extent(value) == days


@given(st.text(max_size=12))
def test_days_of_anything(value: str) -> None:
    first, last = parse_extent(value)
    assert first is None or last is None or first <= last


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_week_holds_its_day(day: date) -> None:
    first, last = parse_extent(format_week(day))
    assert first is not None
    assert last is not None
    assert first <= day.isoformat() <= last


@given(st.dates(), st.integers(-5000, 5000), st.sampled_from(["Y", "M", "W", "D", "Q", "H", "DE", "CE", "ML", "WE", "TH"]))
def test_add_never_leaves_the_calendar(day: date, amount: int, unit: str) -> None:
    moved = add(day, amount, unit)
    assert moved is None or date.min <= moved <= date.max


@given(st.integers(1583, 4000))
def test_easter_is_a_spring_sunday(year: int) -> None:
    day = easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("easter-2", date(2024, 3, 29)),
        ("advent+0", date(2024, 12, 22)),
        ("advent-32", date(2024, 11, 20)),
        ("sunday 05 2", date(2024, 5, 12)),
    ],
)
def test_holiday(rule: str, day: date) -> None:
    assert holiday(rule, 2024) == day


def test_easter_as_the_library_has_it() -> None:
    holidays = pytest.importorskip("holidays")
    for year in range(1995, 2035):
        mondays = [day for day, name in holidays.Germany(years=year, language="de").items() if name == "Ostermontag"]
        assert mondays == [easter(year) + timedelta(days=1)]


def test_durations() -> None:
    units = {"Y": "P2Y", "TH": "PT2H", "Q": "P6M", "H": "P12M", "T15": "PT30M", "ML": "P2L"}
    assert {unit: format_duration("2", unit) for unit in units} == units
    assert format_duration("X", "Q") == "PXM"
