"""From the value of a date to the days that it can mean, under its mod and, for durations, from where they are counted."""

from __future__ import annotations

from datetime import date

from claimcheck.extraction.dates import timex
from claimcheck.extraction.dates.reading import Reading
from claimcheck.extraction.dates.timeline import Timeline

SIGNS = {"ago": -1, "since": -1, "last": -1, "earlier": -1, "hence": 1, "next": 1, "later": 1}
LONGEST = 9999  # units from the publication date


def days_of(done: Reading) -> timex.Days:
    """First and last day that a resolved reading can mean."""
    if done.days is not None or done.type == "SET":
        return done.days or timex.NEVER
    first, last = timex.parse_extent(done.value)
    return _opened(first, last, done)


def _opened(first: str | None, last: str | None, done: Reading) -> timex.Days:
    """The days of a value under its mod: seit 2009 is open at its end, vor 2009 ends before it."""
    if first is None or last is None or done.type == "TIME":
        return first, last
    if done.mod == "SINCE":
        return first, None
    if done.mod == "UNTIL":
        return None, last
    if done.mod == "BEFORE":
        return None, _next_day(first, -1)
    return (_next_day(last, 1), None) if done.mod == "AFTER" else (first, last)


def _next_day(day: str, step: int) -> str | None:
    moved = timex.add(date.fromisoformat(day), step, "D")
    return moved.isoformat() if moved is not None else None


def days_of_duration(line: Timeline, done: Reading) -> timex.Days:
    """The days that a counted duration reaches: vor zwei Wochen is that week, die letzten zwei Wochen are all of them."""
    sign = SIGNS.get(done.lean, 0)
    base = line.near_day(done) if done.lean in ("earlier", "later") else line.reference
    if not sign or base is None or not 0 < done.amount <= LONGEST or (done.lean == "hence" and line.tense(done) != "future"):
        return timex.NEVER
    amount, unit = sign * done.amount, done.unit
    if amount != int(amount) and unit == "Y":
        amount, unit = round(amount * 12), "M"
    day = timex.add(base, int(amount), unit)
    value = timex.in_unit(base, int(amount), unit) if unit[0] != "T" else base.isoformat()
    first, last = timex.parse_extent(value) if value is not None else timex.NEVER
    if day is None or first is None:
        return timex.NEVER
    if done.lean == "last":
        return day.isoformat(), base.isoformat()
    if done.lean == "next":
        return base.isoformat(), day.isoformat()
    return (first, None) if done.lean == "since" else (first, last)
