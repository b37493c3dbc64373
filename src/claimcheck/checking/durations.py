"""Durations as figures: a prison term, the length of a trial. "sechseinhalb Jahre" and "sechs Jahre und sechs Monate" are one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from claimcheck.checking.facts import Day, Fact, Figure

# TIMEX3 durations. Source: ISO 8601.
DURATION = re.compile(
    r"P(?:(?P<Y>[\d.]+)Y)?(?:(?P<M>[\d.]+)M)?(?:(?P<W>[\d.]+)W)?(?:(?P<D>[\d.]+)D)?"
    r"(?:T(?:(?P<h>[\d.]+)H)?(?:(?P<m>[\d.]+)M)?(?:(?P<s>[\d.]+)S)?)?"
)
MONTHS = {"Y": 12.0, "M": 1.0}
MINUTES = {"W": 10080.0, "D": 1440.0, "h": 60.0, "m": 1.0, "s": 1 / 60}
# "vor sechs Jahren", "seit 40 Jahren", "innerhalb von zwei Tagen" place something in time and measure nothing.
PLACING = re.compile(
    r"\b(?:vor|seit|nach|binnen|innerhalb|in|im|alle|jede[nrs]?|davor|danach|zuvor|später|früher)\b", re.IGNORECASE
)
PLACING_BEHIND = re.compile(r"^\s*(?:davor|danach|zuvor|später|früher|her|nach|nachdem|vor|bevor|länger|verschoben|verlängert)\b")
BEFORE = 14  # characters


def with_duration(fact: Fact) -> Fact:
    """The fact with its duration as figure, where it has no other one; months or minutes."""
    if fact.figure is not None or fact.day is None or fact.day.type != "DURATION":
        return fact
    at = fact.day.start - fact.start
    before, behind = fact.text[max(at - BEFORE, 0) : at] + fact.day.text, fact.text[at + len(fact.day.text) :]
    is_placing = PLACING.search(before) is not None or PLACING_BEHIND.match(behind) is not None
    figure = _figure(fact.day) if fact.day.first is None and not is_placing else None
    return replace(fact, figure=figure, day=None) if figure is not None else fact


def _figure(day: Day) -> Figure | None:
    match = DURATION.fullmatch(day.value)
    parts = {name: float(value) for name, value in match.groupdict().items() if value} if match is not None else {}
    months = sum(value * MONTHS[name] for name, value in parts.items() if name in MONTHS)
    minutes = sum(value * MINUTES[name] for name, value in parts.items() if name in MINUTES)
    if not parts or (months and minutes):
        return None
    value, unit = (months, "mo") if months else (minutes, "min")
    plain: dict[str, Any] = dict.fromkeys(("direction", "item", "of", "per"))
    return Figure(
        text=day.text,
        start=day.start,
        end=day.start + len(day.text),
        value=value,
        low=value,
        high=value,
        bound="exact",
        kind="measure",
        unit=unit,
        **plain,
    )
