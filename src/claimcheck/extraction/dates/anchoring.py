"""Readings → dates: what is relative is anchored to the day in the text that it speaks of, else to the publication date.

Without a publication date nothing is guessed: "am 8. Oktober" is XXXX-10-08 and has no days.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claimcheck.extraction.dates import timex
from claimcheck.extraction.dates.reading import Reading
from claimcheck.extraction.dates.words import Word

NEAR = 80  # words back to a day in the text that "am Tag darauf" can mean
Resolved = tuple[str, timex.Days]


@dataclass(slots=True)
class Timeline:
    """What the text has said so far. ``tense`` gives the tense around a reading, ``daily`` is true for day-to-day news."""

    words: Sequence[Word]
    reference: date | None
    tense: Callable[[Reading], str]
    daily: bool = False
    day: date | None = None
    day_at: int = -(10**6)
    day_rule: str = ""
    year: int | None = None
    year_at: int = -(10**6)
    year_rule: str = ""
    last_year: int = 0
    last_year_at: int = -(10**6)
    then: timex.Days = timex.NEVER

    def resolve(self, found: Reading) -> Reading | None:
        """The reading with its final value; None where it means no day that can be known."""
        value = self._value(found)
        if value is None:
            return None
        done = replace(found, value=value)
        if done.type == "DURATION":
            days = _days_of_duration(self, done)
            self.then = days if done.lean == "ago" and days[0] is not None else self.then
            return replace(done, days=days)
        if value.endswith("_REF"):
            then = done.rule == "reference" and self.words[done.first].text.lower() == "damals"
            return replace(done, days=self.then if then else timex.NEVER)
        self._remember(done)
        return done

    def _value(self, found: Reading) -> str | None:
        resolver = RESOLVERS.get(found.grain)
        return resolver(self, found) if resolver is not None else with_clock(found, found.value)

    def _remember(self, done: Reading) -> None:
        if done.type == "SET":
            return
        if done.type == "DATE" and self.reference is not None:
            first, last = timex.parse_extent(done.value)
            self.then = (first, last) if last is not None and last < self.reference.isoformat() else self.then
        day = parse_day(done.value)
        if day is not None:
            self.day, self.day_at, self.day_rule = day, done.last, done.rule
        if self.words[done.first].kind == "year_word":
            return
        if done.value[:4].isdigit():
            self.last_year, self.last_year_at = int(done.value[:4]), done.last
        explicit = done.grain in ("final", "holiday") and done.value[:4].isdigit()
        if explicit:
            self.year, self.year_at, self.year_rule = int(done.value[:4]), done.last, done.rule

    def near_day(self, found: Reading) -> date | None:
        """The last day in the text, if it is near and in the same paragraph."""
        if self.day is None or found.first - self.day_at > NEAR or self._broken(self.day_at, found.first):
            return None
        return self.day

    def same_sentence(self, since: int, found: Reading) -> bool:
        """True where no sentence ends between a word and the reading."""
        between = self.words[max(0, since) : found.first]
        return all(not _ends(between, index) for index in range(len(between)))

    def _broken(self, first: int, last: int) -> bool:
        return any(word.kind == "break" for word in self.words[max(0, first) : last])

    def told_year(self, found: Reading, *, within: int = 0) -> int | None:
        """A past year that the text is telling of here; None where it speaks of the year of publication.

        ``within`` words it counts whatever the tense.
        """
        if self.year is None or self.reference is None or self.year >= self.reference.year:
            return None
        if self.year_rule in ("year_range", "decade"):
            return None
        if found.first - self.year_at >= NEAR:
            return None
        if within:
            return self.year if found.first - self.year_at <= within else None
        bare = self.year_rule == "bare_year" and found.lean != "end"
        if (bare and not self.same_sentence(self.year_at, found)) or self._broken(self.year_at, found.first) or self.tense(found) in ("future", "present"):
            return None
        return self.year


def _ends(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if word.kind in ("break", "stop"):
        return True
    return word.kind == "dot" and (index == 0 or words[index - 1].kind != "digits") and index + 1 < len(words) and words[index + 1].text[0].isupper()


def parse_day(value: str) -> date | None:
    """The day of a value that starts with one."""
    if len(value) < 10 or not value[:4].isdigit() or value[4] != "-" or not value[5:7].isdigit() or not value[8:10].isdigit():
        return None
    parts = int(value[:4]), int(value[5:7]), int(value[8:10])
    return date(*parts) if timex.is_day(*parts) else None


def _yearless(line: Timeline, found: Reading) -> str | None:
    day_of = found.value[4:] + found.clock
    year = _year(line, found)
    if year is None:
        return f"XXXX{day_of}"
    value = with_clock(found, f"{year:04}{found.value[4:]}")
    first, _ = timex.parse_extent(value)
    return value if first is not None or found.value.startswith("XXXX-02-29") else None


def with_clock(found: Reading, value: str) -> str:
    """The day with its clock time; the night to a day begins on the day before."""
    if found.unit == "eve" and (day := parse_day(value)) is not None and day > date.min:
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
    told = line.told_year(found)
    if told is not None and found.lean in ("", "text", "this"):
        return told
    if found.lean in ("past", "future"):
        return _strict_year(reference, found.value[4:], found.lean)
    return nearest_year(reference, found.value[4:], lean_of(line, found))


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
    candidates = [(timex.parse_extent(f"{year:04}{rest}"), year) for year in range(max(1, reference.year - 2), reference.year + 3)]
    known = [(date.fromisoformat(first), date.fromisoformat(last), year) for (first, last), year in candidates if first and last]
    if len(rest) == 6 and lean:
        lean = _day_lean(reference, known, lean)
    if lean == "past":
        return max((year for first, _, year in known if first <= reference), default=reference.year)
    if lean == "future":
        return min((year for _, last, year in known if last >= reference), default=reference.year)
    return min(known, key=lambda k: (_distance(reference, k[0], k[1]), -k[2]), default=(reference, reference, reference.year))[2]


def _day_lean(reference: date, known: Sequence[tuple[date, date, int]], lean: str) -> str:
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


def _holiday(line: Timeline, found: Reading) -> str | None:
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


def _weekday(line: Timeline, found: Reading) -> str | None:
    wanted = int(found.weekday)
    reference = line.reference
    if reference is None:
        return f"XXXX-WXX-{wanted}{found.clock}"
    base = line.near_day(found) if found.lean in ("after", "text") else None
    if base is not None:
        reference = base
    back, ahead = (reference.isoweekday() - wanted) % 7, (wanted - reference.isoweekday()) % 7
    before = line.words[found.first - 1].kind if found.first else ""
    tense = found.lean or ("past" if before == "of" else line.tense(found))
    if tense == "past":
        shift = -(back or 7) if found.lean == "past" else -back
    elif tense in ("future", "present", "event", "after"):
        shift = (ahead or 7) if found.lean in ("future", "after") else ahead
    else:
        shift = -back if tense != "this" or back <= ahead else ahead
    day = reference.toordinal() + shift + int(found.amount)
    return f"{date.fromordinal(day)}{found.clock}" if 1 <= day <= date.max.toordinal() else None


def _shift(line: Timeline, found: Reading) -> str | None:
    base = line.reference
    if found.unit == "Y":
        told = _this_year(line, found)
        if told is not None:
            return f"{told + int(found.amount):04}"
    if base is None:
        return _unknown(found)
    amount = int(found.amount)
    if found.unit == "WE" and found.lean == "future" and base.isoweekday() < 6:
        amount = 0
    if found.lean == "weekend":
        of = found.first > 0 and line.words[found.first - 1].kind == "of"
        amount = -1 if base.isoweekday() < 6 and (of or line.tense(found) == "past") else 0
    return in_unit(base, amount, found.unit, found.clock)


def _unknown(found: Reading) -> str:
    return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX"}.get(found.unit, "XXXX") + found.clock


def _this_year(line: Timeline, found: Reading) -> int | None:
    if found.lean == "end":
        return line.told_year(found)
    if found.rule == "deictic" and found.amount == -1:
        return line.told_year(found, within=30) if _compares(line.words, found.first) else None
    if found.lean != "this":
        return None
    near = line.year_rule == "year" and found.first - line.year_at <= 6 and not line.same_sentence(line.year_at, found)
    return line.year if near else None


def _compares(words: Sequence[Word], first: int) -> bool:
    """True for "gegenüber dem Vorjahr", "mehr als im Vorjahr": the year before the one that is told of."""
    before = {word.text.lower() for word in words[max(0, first - 5) : first]}
    return not before.isdisjoint(("gegenüber", "vergleich", "verglichen", "als", "zum"))


def in_unit(base: date, amount: int, unit: str, clock: str = "") -> str | None:
    """The TIMEX3 value of the unit that lies so many units after the one with the day ``base``."""
    day = timex.add(base, amount, unit)
    if day is None:
        return None
    if unit in ("W", "WE"):
        return timex.format_week(day, weekend=unit == "WE")
    if unit in ("Q", "H"):
        length = 3 if unit == "Q" else 6
        return f"{day.year:04}-{unit}{(day.month - 1) // length + 1}"
    if unit == "D":
        return f"{day}{clock}"
    widths = {"M": 7, "Y": 4, "DE": 3, "CE": 2, "ML": 1}
    return day.isoformat()[: widths[unit]] if unit in widths else None


def _anchored(line: Timeline, found: Reading) -> str | None:
    base = line.near_day(found)
    if base is None and found.amount < 0 and found.unit == "D":
        base = line.reference
    if found.unit == "Y":
        base = date(line.last_year, 1, 1) if line.last_year and found.first - line.last_year_at < NEAR else None
    return in_unit(base, int(found.amount), found.unit, found.clock) if base is not None else None


def _now(line: Timeline, found: Reading) -> str | None:
    day = line.reference.isoformat() if line.reference is not None else "XXXX-XX-XX"
    before = line.words[found.first - 1] if found.first else None
    following = line.words[found.last] if found.last < len(line.words) else None
    if before is not None and before.kind in ("from", "until", "since", "through"):
        return day
    if (before is not None and before.text.lower() == "von") or (following is not None and following.kind in ("digits", "age")):
        return "PRESENT_REF"
    tense = line.tense(found)
    if tense in ("past", "event") or any(word.kind in ("clock", "oclock") for word in line.words[found.last : found.last + 5]):
        return day
    if following is not None and following.kind in ("before", "in") and line.words[found.last + 1 : found.last + 2] and line.words[found.last + 1].kind in ("numeral", "digits", "hedge", "three"):
        return day
    still = {word.text.lower() for word in (before, following) if word is not None} & {"noch", "auch", "schon", "bereits"}
    return day if not still and (tense == "future" or line.daily) else "PRESENT_REF"


def _time(line: Timeline, found: Reading) -> str | None:
    day = _day_of_time(line, found)
    if day is None:
        return found.clock if ":" in found.clock else f"XXXX-XX-XX{found.clock}"
    return f"{day}{found.clock}"


def _day_of_time(line: Timeline, found: Reading) -> date | None:
    earlier = [word.text.lower() for word in line.words[max(0, found.first - 8) : found.first]]
    if any(word in ("jeweils", "täglich", "werktags", "wochentags", "immer", "jeden") or word.endswith("tags") for word in earlier):
        return None
    near = line.near_day(found)
    if near is not None and line.day_rule == "day_list" and found.first - line.day_at < 6:
        return None
    return near if near is not None else line.reference


def _parts(line: Timeline, found: Reading) -> str | None:
    near = line.near_day(found)
    if near is not None and line.same_sentence(line.day_at, found) and line.tense(found) == "past":
        return f"{near}{found.clock}"
    return found.value


def _weekday_of_week(line: Timeline, found: Reading) -> str | None:
    if line.reference is None:
        return f"XXXX-WXX-{found.weekday}"
    week = timex.add(line.reference, int(found.amount), "W")
    day = timex.add(week, int(found.weekday) - week.isoweekday(), "D") if week is not None else None
    return day.isoformat() if day is not None else None


RESOLVERS: dict[str, Callable[[Timeline, Reading], str | None]] = {
    "yearless": _yearless,
    "holiday": _holiday,
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "shift": _shift,
    "anchored": _anchored,
    "now": _now,
    "time": _time,
    "part": _time,
    "parts": _parts,
}


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


def _days_of_duration(line: Timeline, done: Reading) -> timex.Days:
    sign = {"ago": -1, "since": -1, "last": -1, "earlier": -1, "hence": 1, "next": 1, "later": 1}.get(done.lean, 0)
    base = line.near_day(done) if done.lean in ("earlier", "later") else line.reference
    if not sign or base is None or not done.amount or done.amount > 9999 or (done.lean == "hence" and line.tense(done) != "future"):
        return timex.NEVER
    amount, unit = sign * done.amount, done.unit
    if amount != int(amount) and unit == "Y":
        amount, unit = round(amount * 12), "M"
    day = timex.add(base, int(amount), unit)
    value = in_unit(base, int(amount), unit) if unit[0] != "T" else base.isoformat()
    first, last = timex.parse_extent(value) if value is not None else timex.NEVER
    if day is None or first is None:
        return timex.NEVER
    if done.lean == "last":
        return day.isoformat(), base.isoformat()
    if done.lean == "next":
        return base.isoformat(), day.isoformat()
    return (first, None) if done.lean == "since" else (first, last)
