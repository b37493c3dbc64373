"""Two dates → same day, meeting (one lies within the other), different, or unknown."""

from __future__ import annotations

import re

from claimcheck.checking.compare.comparison import Comparison
from claimcheck.checking.facts import Day

CLOCK = re.compile(r"T(?P<hour>[01]\d|2[0-3]):(?P<minute>\d\d)")
DAY_WORD = re.compile(
    r"(?:mon|diens|donners|frei|sams|sonn|vor|feier|fest)tag|mittwoch|sonnabend|woche|gestern|heute|morgen\s|\d\.\s*(?:[A-ZÄÖÜ]|\d{1,2}\.)",
    re.IGNORECASE,
)
NIGHT_TO = re.compile(r"nacht\s+(?:zu|auf|vom)", re.IGNORECASE)
CLOSE_MINUTES = 20  # two reports on one moment may round


def compare_dates(a: Day, b: Day) -> Comparison:
    """How two dates fit; the difference is in days between their nearest ends.

    Unknown where a side is open or is a duration or repetition. A day and the week or month that holds it meet.
    """
    detail = f"{a.value} / {b.value}"
    if not is_point(a) or not is_point(b) or a.first is None or b.first is None or a.last is None or b.last is None:
        return Comparison("unknown", None, detail)
    if (a.first, a.last) == (b.first, b.last):
        return Comparison("equal", 0, detail)
    if a.first <= b.last and b.first <= a.last:
        return Comparison("meeting", 0, detail)
    return Comparison("different", max(a.first - b.last, b.first - a.last), detail)


def is_point(day: Day) -> bool:
    """True for a date with both ends known that is no duration and no repetition."""
    return day.type in ("DATE", "TIME") and day.first is not None and day.last is not None


def is_single_day(day: Day) -> bool:
    """True where the date means one day."""
    return is_point(day) and day.first == day.last


def is_period(day: Day) -> bool:
    """True where the date means several days: a month, a quarter, a year."""
    return is_point(day) and day.first != day.last


def is_bare_time(day: Day) -> bool:
    """True for a time of day without a day: "um 14.50 Uhr", "am Nachmittag"."""
    return "T" in day.value and not DAY_WORD.search(day.text)


def compare_days(a: Day, b: Day) -> Comparison:
    """As compare_dates for two single days; a night is of the day on which it begins and of the next, but not two nights."""
    found = compare_dates(a, b)
    nights = [day for day in (a, b) if is_night(day)]
    if found.verdict == "different" and len(nights) == 1 and a.first is not None and b.first is not None:
        night, other = (a.first, b.first) if nights[0] is a else (b.first, a.first)
        if other == night + 1:
            return Comparison("equal", 0, found.detail)
    return found


def is_night(day: Day) -> bool:
    """True for the night between two days that the words name: "in der Nacht zum Mittwoch"."""
    return day.value.endswith("TNI") and NIGHT_TO.search(day.text) is not None


def minutes_of(day: Day) -> int | None:
    """Minutes after midnight, None for a date without a time."""
    match = CLOCK.search(day.value)
    return int(match["hour"]) * 60 + int(match["minute"]) if match is not None else None


def compare_clocks(a: Day, b: Day) -> Comparison:
    """How the times of two dates fit: equal, near (rounding), different, or unknown where one has none; no difference in days."""
    detail = f"{a.value} / {b.value}"
    one, other = minutes_of(a), minutes_of(b)
    if one is None or other is None:
        return Comparison("unknown", None, detail)
    if one == other:
        return Comparison("equal", 0, detail)
    return Comparison("near" if abs(one - other) <= CLOSE_MINUTES else "different", 0, detail)
