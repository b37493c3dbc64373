"""Two dates → same day, meeting (one lies within the other), different, or unknown."""

from __future__ import annotations

from claimcheck.checking.compare.comparison import Comparison
from claimcheck.checking.facts import Day


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
