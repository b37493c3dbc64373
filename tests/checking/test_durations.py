"""Durations as figures, and stretches of time that measure nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.checking import make_facts_of
from claimcheck.checking.durations import with_duration
from claimcheck.checking.facts import Day, Fact


def read(report: str) -> Fact:
    (fact,) = make_facts_of(0, report)
    return with_duration(fact)


def told(value: str) -> Fact:
    """A fact with a duration of a TIMEX3 value."""
    (fact,) = make_facts_of(0, "Der Lauf dauerte lange.")
    return with_duration(replace(fact, day=Day("lange", 17, value, "DURATION", None, None)))


@pytest.mark.parametrize(
    ("report", "value", "unit"),
    [
        ("Er wurde zu sechs Jahren und sechs Monaten verurteilt.", 78, "mo"),
        ("Er wurde zu sechseinhalb Jahren Haft verurteilt.", 78, "mo"),
        ("Sie muss 14 Monate ins Gefängnis.", 14, "mo"),
        ("Der Prozess dauerte drei Tage.", 4320, "min"),
        ("Der Streik dauerte anderthalb Tage.", 2160, "min"),
        ("Die Fahrt dauert 90 Minuten.", 90, "min"),
        ("Zwei Wochen lang blieb die Mühle zu.", 20160, "min"),
    ],
)
def test_a_duration_is_a_figure(report: str, value: float, unit: str) -> None:
    fact = read(report)
    assert fact.figure is not None
    assert (fact.figure.value, fact.figure.unit, fact.figure.kind) == (value, unit, "measure")
    assert fact.figure.low == fact.figure.high == value
    assert report[fact.figure.start : fact.figure.end] == fact.figure.text
    assert fact.day is None


@pytest.mark.parametrize(
    "report",
    [
        "Vor sechs Jahren brannte die Mühle.",
        "Seit 40 Jahren steht die Mühle leer.",
        "Innerhalb von zwei Tagen war alles vorbei.",
        "Binnen zwei Tagen war alles vorbei.",
        "Sechs Jahre später brannte die Mühle.",
        "Drei Tage danach brannte die Mühle.",
        "Alle zwei Jahre wird gefeiert.",
        "Der Rat tagt am 26. März.",
        "Die Mühle brannte.",
    ],
)
def test_what_places_something_in_time_is_no_figure(report: str) -> None:
    (fact,) = make_facts_of(0, report)
    assert with_duration(fact) == fact
    assert fact.figure is None


def test_a_figure_of_its_own_stays() -> None:
    (fact,) = make_facts_of(0, "40 Helfer suchten drei Tage.")
    assert with_duration(fact) == fact
    assert fact.figure is not None
    assert fact.figure.value == 40


@pytest.mark.parametrize(
    ("value", "figure"),
    [
        ("P6Y6M", (78, "mo")),
        ("P2.5Y", (30, "mo")),
        ("PT1H30M", (90, "min")),
        ("P1DT2H", (1560, "min")),
        ("PT30S", (0.5, "min")),
        ("P2W", (20160, "min")),
        ("P1Y3D", None),  # months and days have no common unit
        ("PXD", None),
        ("P", None),
        ("2025-03-12", None),
    ],
)
def test_values(value: str, figure: tuple[float, str] | None) -> None:
    made = told(value).figure
    assert (None if made is None else (made.value, made.unit)) == figure


def test_a_stretch_with_a_first_day_is_no_duration() -> None:
    (fact,) = make_facts_of(0, "Der Lauf dauerte lange.")
    dated = replace(fact, day=Day("lange", 17, "P3D", "DURATION", 739320, None))
    assert with_duration(dated) == dated
