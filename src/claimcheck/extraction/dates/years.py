"""The year of a day, month, season or holiday that is named without one.

In order: what the words say (dieses Jahres, vergangenen), the weekday beside it, the past year that the text tells of, the
tense, else the nearest. Without a publication date the year stays XXXX.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from claimcheck.extraction.dates import timex
from claimcheck.extraction.dates.reading import Reading
from claimcheck.extraction.dates.timeline import Timeline

RECENT = 45  # days
Known = tuple[date, date, int]  # first day, last day, year


def resolve_yearless(line: Timeline, found: Reading) -> str | None:
    """The value with its year; None for a day that this year does not have."""
    day_of = found.value[4:] + found.clock
    year = _year(line, found)
    if year is None:
        return f"XXXX{day_of}"
    value = with_clock(found, f"{year:04}{found.value[4:]}")
    first, _ = timex.parse_extent(value)
    return value if first is not None or found.value.startswith("XXXX-02-29") else None


def with_clock(found: Reading, value: str) -> str:
    """The day with its clock time; the night to a day begins on the day before."""
    if found.unit == "eve" and (day := timex.parse_day(value)) is not None and day > date.min:
        return f"{day - timedelta(days=1)}{found.clock}"
    return value + found.clock


def _year(line: Timeline, found: Reading) -> int | None:
    reference = line.reference
    if reference is None:
        return None
    if found.lean == "shift":
        return reference.year + int(found.amount)
    if found.weekday and (year := _year_of_weekday(found, reference)) is not None:
        return year
    told = None if _is_recent(reference, found) else line.told_year(found)
    if told is not None and found.lean in ("", "text", "this"):
        return told
    if found.lean in ("past", "future"):
        return _strict_year(reference, found.value[4:], found.lean)
    return nearest_year(reference, found.value[4:], lean_of(line, found))


def _is_recent(reference: date, found: Reading) -> bool:
    """True for a day of the weeks around the publication: it is meant, whatever past year the text tells of."""
    if len(found.value) != 10:
        return False
    month, day = int(found.value[5:7]), int(found.value[8:10])
    days = [date(y, month, day) for y in range(reference.year - 1, reference.year + 2) if timex.is_day(y, month, day)]
    return any(abs((other - reference).days) <= RECENT for other in days)


def _strict_year(reference: date, rest: str, lean: str) -> int:
    """The year of "vergangenen Herbst" or "kommenden Mai": over or not begun on the day of publication."""
    step = -1 if lean == "past" else 1
    first, last = timex.parse_extent(f"{reference.year:04}{rest}")
    over = last is not None and last < reference.isoformat()
    ahead = first is not None and first > reference.isoformat()
    return reference.year if (over if lean == "past" else ahead) else reference.year + step


def lean_of(line: Timeline, found: Reading) -> str:
    """past, future or "" (the nearest) from the words, else from the tense."""
    if found.lean in ("past", "future", "this"):
        return found.lean
    before = line.words[found.first - 1].kind if found.first else ""
    tense = line.tense(found)
    onward = found.last < len(line.words) and line.words[found.last].text == "an"
    if before == "since" or (before == "of" and not onward and tense != "future"):
        return "past"
    if before == "from" or (before == "of" and onward):
        return "past" if tense == "past" else "future"
    return tense if tense in ("past", "future") else ""


def _year_of_weekday(found: Reading, reference: date) -> int | None:
    """The year in which the day has its weekday; a day near the publication keeps its year, for weekdays are often wrong."""
    month, day = int(found.value[5:7]), int(found.value[8:10])
    days = [date(y, month, day) for y in range(reference.year - 1, reference.year + 2) if timex.is_day(y, month, day)]
    near = [other.year for other in days if abs((other - reference).days) < 100]
    if near:
        return near[0]
    return next((other.year for other in reversed(days) if other.isoweekday() == int(found.weekday)), None)


def nearest_year(reference: date, rest: str, lean: str) -> int:
    """The year that makes "-05-03" or "-SU" the last, the next or the nearest one."""
    if lean == "this":
        return reference.year
    span = range(max(1, reference.year - 2), reference.year + 3)
    candidates = [(timex.parse_extent(f"{year:04}{rest}"), year) for year in span]
    known = [(date.fromisoformat(first), date.fromisoformat(last), year) for (first, last), year in candidates if first and last]
    if len(rest) == 6 and lean:
        lean = _day_lean(reference, known, lean)
    if lean == "past":
        return max((year for first, _, year in known if first <= reference), default=reference.year)
    if lean == "future":
        return min((year for _, last, year in known if last >= reference), default=reference.year)
    return min(known, key=lambda k: (_distance(reference, k[0], k[1]), -k[2]), default=(reference, reference, reference.year))[2]


def _day_lean(reference: date, known: Sequence[Known], lean: str) -> str:
    """A day of the next weeks is meant even beside a past tense ("wurde auf den 3. Mai verlegt"), and the other way round."""
    ahead = min(((first - reference).days for first, _, _ in known if first >= reference), default=999)
    back = min(((reference - last).days for _, last, _ in known if last <= reference), default=999)
    if (lean == "past" and ahead < 90 < back) or (lean == "future" and back < 90 < ahead):
        return ""
    return lean


def _distance(reference: date, first: date, last: date) -> int:
    if first <= reference <= last:
        return 0
    return min(abs((reference - first).days), abs((reference - last).days))


def resolve_holiday(line: Timeline, found: Reading) -> str | None:
    """The day of a holiday."""
    if found.unit:
        year: int | None = int(found.unit)
    else:
        year = _holiday_year(line, found)
    if year is None:
        return f"XXXX-{found.value}" if found.value[0].isdigit() else "XXXX-XX-XX"
    day = timex.holiday(found.value, year)
    return day.isoformat() if day is not None else None


def _holiday_year(line: Timeline, found: Reading) -> int | None:
    if line.reference is None:
        return None
    told = line.told_year(found)
    if told is not None and found.lean == "":
        return told
    day = timex.holiday(found.value, line.reference.year)
    return nearest_year(line.reference, f"-{day.month:02}-{day.day:02}", lean_of(line, found)) if day is not None else None
