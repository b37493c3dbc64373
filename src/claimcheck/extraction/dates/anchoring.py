"""Readings → dates: what is relative is anchored to the day in the text that it speaks of, else to the publication date.

Without a publication date nothing is guessed: "am 8. Oktober" is XXXX-10-08 and has no days.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from claimcheck.extraction.dates import timex
from claimcheck.extraction.dates.days import days_of_duration
from claimcheck.extraction.dates.reading import Reading
from claimcheck.extraction.dates.timeline import NEAR, Timeline
from claimcheck.extraction.dates.words import Word
from claimcheck.extraction.dates.years import resolve_holiday, resolve_yearless, with_clock

NOT_ONCE = ("jeweils", "täglich", "werktags", "wochentags", "immer", "jeden")


def anchor(line: Timeline, found: Reading) -> Reading | None:
    """The reading with its final value; None where it means no day that can be known. The timeline takes note of it."""
    resolver = RESOLVERS.get(found.grain)
    value = resolver(line, found) if resolver is not None else with_clock(found, found.value)
    if value is None:
        return None
    done = replace(found, value=value)
    if done.type == "DURATION":
        days = days_of_duration(line, done)
        line.then = days if done.lean == "ago" and days[0] is not None else line.then
        return replace(done, days=days)
    if value.endswith("_REF"):
        then = done.rule == "reference" and line.words[done.first].text.lower() == "damals"
        return replace(done, days=line.then if then else timex.NEVER)
    line.remember(done)
    return done


def _weekday(line: Timeline, found: Reading) -> str | None:
    reference = line.reference
    if reference is None:
        return f"XXXX-WXX-{found.weekday}{found.clock}"
    if found.lean in ("after", "text"):
        reference = line.near_day(found) or reference
    day = reference.toordinal() + _days_to(reference, int(found.weekday), _tense(line, found), found.lean) + int(found.amount)
    return f"{date.fromordinal(day)}{found.clock}" if 1 <= day <= date.max.toordinal() else None


def _tense(line: Timeline, found: Reading) -> str:
    """What a weekday looks to: "seit Dienstag" and "vom Dienstag" back, "von Dienstag an" as the verb says."""
    if found.lean:
        return found.lean
    onward = found.last < len(line.words) and line.words[found.last].text == "an"
    before = line.before(found)
    looks_back = before == "since" or (before == "of" and not onward)
    if before == "article":
        looks_back = found.first > 1 and line.words[found.first - 2].kind == "since"
    return "past" if looks_back else line.tense(found)


def _days_to(reference: date, weekday: int, tense: str, lean: str) -> int:
    """Days from the reference to the weekday that is meant: the last one unless the tense or a word looks ahead."""
    back, ahead = (reference.isoweekday() - weekday) % 7, (weekday - reference.isoweekday()) % 7
    if tense in ("future", "present", "event", "after"):
        return (ahead or 7) if lean in ("future", "after") else ahead
    if tense == "this":
        return -back if back <= ahead else ahead
    return -(back or 7) if lean == "past" else -back


def _weekday_of_week(line: Timeline, found: Reading) -> str | None:
    if line.reference is None:
        return f"XXXX-WXX-{found.weekday}"
    week = timex.add(line.reference, int(found.amount), "W")
    day = timex.add(week, int(found.weekday) - week.isoweekday(), "D") if week is not None else None
    return day.isoformat() if day is not None else None


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
        amount = -1 if base.isoweekday() < 6 and _tense(line, replace(found, lean="")) == "past" else 0
    return timex.in_unit(base, amount, found.unit, found.clock)


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


def _anchored(line: Timeline, found: Reading) -> str | None:
    base = line.near_day(found)
    if base is None and found.amount < 0 and found.unit == "D":
        base = line.reference
    if found.unit == "Y":
        base = date(line.last_year, 1, 1) if line.last_year and found.first - line.last_year_at < NEAR else None
    return timex.in_unit(base, int(found.amount), found.unit, found.clock) if base is not None else None


def _now(line: Timeline, found: Reading) -> str | None:
    """heute: the day of publication where something happens, PRESENT_REF where something is so nowadays."""
    day = line.reference.isoformat() if line.reference is not None else "XXXX-XX-XX"
    around = line.words[max(0, found.first - 1) : found.first], line.words[found.last : found.last + 1]
    texts = {word.text.lower() for side in around for word in side}
    if line.before(found) in ("from", "until", "since", "through", "to"):
        return day
    if (around[0] and around[0][0].text.lower() == "von") or line.after(found) in ("digits", "age"):
        return "PRESENT_REF"
    tense = line.tense(found)
    if tense in ("past", "event") or _has_clock(line, found) or _counts_from(line, found):
        return day
    still = not texts.isdisjoint(("noch", "auch", "schon", "bereits"))
    return day if not still and (tense == "future" or line.daily) else "PRESENT_REF"


def _has_clock(line: Timeline, found: Reading) -> bool:
    return any(word.kind in ("clock", "oclock", "part") for word in line.words[found.last : found.last + 5])


def _counts_from(line: Timeline, found: Reading) -> bool:
    """heute vor 50 Jahren, heute in einer Woche."""
    counted = line.words[found.last + 1 : found.last + 2]
    return line.after(found) in ("before", "in") and any(word.kind in ("numeral", "digits", "hedge", "three") for word in counted)


def _time(line: Timeline, found: Reading) -> str | None:
    day = _day_of_time(line, found)
    if day is None:
        return found.clock if ":" in found.clock else f"XXXX-XX-XX{found.clock}"
    return f"{day}{found.clock}"


def _day_of_time(line: Timeline, found: Reading) -> date | None:
    earlier = [word.text.lower() for word in line.words[max(0, found.first - 8) : found.first]]
    if any(word in NOT_ONCE or word.endswith("tags") for word in earlier):
        return None
    near = line.near_day(found) or _told_day(line, found)
    if near is not None and line.day_rule == "day_list" and found.first - line.day_at < 6:
        return None
    if near is not None and line.is_night and _after_midnight(found.clock):
        return timex.add(near, 1, "D")
    return near if near is not None else line.reference


def _told_day(line: Timeline, found: Reading) -> date | None:
    """The day of the paragraph before, where a clock time is told in the past: it speaks of the same event."""
    if line.day is None or line.reference is None or ":" not in found.clock or found.first - line.day_at > NEAR:
        return None
    return line.day if line.day < line.reference and line.tense(found) == "past" else None


def _after_midnight(clock: str) -> bool:
    """Whether a time belongs to the day after the evening on which a night begins: 3.12 Uhr, am Morgen."""
    return clock < "T12" or clock[:3] in ("TMO", "TMI", "TAF")


def _parts(line: Timeline, found: Reading) -> str | None:
    near = line.near_day(found)
    if near is not None and line.same_sentence(line.day_at, found) and line.tense(found) == "past":
        return f"{near}{found.clock}"
    return found.value


RESOLVERS: dict[str, Callable[[Timeline, Reading], str | None]] = {
    "yearless": resolve_yearless,
    "holiday": resolve_holiday,
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "shift": _shift,
    "anchored": _anchored,
    "now": _now,
    "time": _time,
    "part": _time,
    "parts": _parts,
}
