"""Days read again with the words around them: "seit Samstag" is past, "begonnen hatte er am 3. März" was last March."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from claimcheck.checking.compare.date import is_point
from claimcheck.checking.facts import Day, Fact, day_number
from claimcheck.checking.words import find_clause

WEEK = 7
WEEKDAY = re.compile(r"^(?:dem\s)?(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend)\w*$")
DAY_OF_MONTH = re.compile(r"^(?:(?:de[mnr]|\w+tag,?)\s)*\d{1,2}\.\s*(?:[A-ZÄÖÜ][a-zä]+|\d{1,2}\.)$")
SINCE = re.compile(r"\bseit\s(?:dem\s)?$", re.IGNORECASE)
BEGINNING = re.compile(r"\bseit\s(?:de[rmn]\s)?$", re.IGNORECASE)
NOT_BEFORE = re.compile(r"\bnicht\svor\s(?:dem\s)?$|\bfrühestens\s(?:im\s|am\s|ab\s)?$", re.IGNORECASE)
FROM = re.compile(r"\bvon\s(?:dem\s)?$", re.IGNORECASE)
PAST = re.compile(r"\b(?:war|waren|wurde|wurden|hatte|hatten|gewesen|worden)\b")
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 12)}
MONTH = re.compile(r"^(?P<year>\d{4})(?:-(?P<part>SP|SU|FA|WI|\d\d))?$")


def settle_day(fact: Fact) -> Fact:
    """The fact with its day put where the tense says: a weekday or a date without a year may lie before or after the report."""
    day, today = fact.day, day_number(fact.published)
    if day is None:
        return fact
    before = fact.text[: max(day.start - fact.start, 0)]
    if NOT_BEFORE.search(before):
        return replace(fact, day=_beginning(day))
    if day.type == "TIME" and day.first is not None and day.last is None and BEGINNING.search(before):
        return replace(fact, day=replace(day, last=day.first))
    if today is not None and _is_coming(fact, day, before, today):
        return replace(fact, day=_moved(day, (day.first or 0) + WEEK))
    if today is None or day.first is None or day.first != day.last or day.first <= today or fact.modality == "planned":
        return fact
    if WEEKDAY.match(day.text) and (SINCE.search(before) or _is_past(fact, day)):
        return replace(fact, day=_moved(day, day.first - WEEK))
    if DAY_OF_MONTH.match(day.text) and _is_past(fact, day):
        return replace(fact, day=_moved(day, _year_before(day.first)))
    return fact


def _is_coming(fact: Fact, day: Day, before: str, today: int) -> bool:
    """ "Von Samstag an gilt Stallpflicht", with a Saturday read as the last one."""
    if day.first is None or day.first >= today or not WEEKDAY.match(day.text) or not FROM.search(before):
        return False
    goes_on = fact.text.startswith(" an ", day.start - fact.start + len(day.text))
    return goes_on and not _is_past(fact, day) and day.first >= today - WEEK


def is_doubtful(fact: Fact) -> bool:
    """True for a weekday that is read as one to come: the last one may be meant as well."""
    day, today = fact.day, day_number(fact.published)
    return day is not None and day.first is not None and today is not None and bool(WEEKDAY.match(day.text)) and day.first > today


def _is_past(fact: Fact, day: Day) -> bool:
    at = day.start - fact.start
    left, right = find_clause(fact.text, at, at + len(day.text))
    return PAST.search(fact.text[left:right]) is not None


def _moved(day: Day, ordinal: int) -> Day:
    value = datetime.date.fromordinal(ordinal).isoformat() + day.value[10:]
    return replace(day, value=value, first=ordinal, last=ordinal)


def _year_before(ordinal: int) -> int:
    day = datetime.date.fromordinal(ordinal)
    return (day.replace(year=day.year - 1) if (day.month, day.day) != (2, 29) else day - datetime.timedelta(days=366)).toordinal()


def _beginning(day: Day) -> Day:
    """ "nicht vor Sommer 2029" as the summer of 2029: then it will be at the earliest."""
    if is_point(day):
        return day
    match = MONTH.match(day.value)
    if match is None:
        return day
    year, part = int(match["year"]), match["part"]
    first, last = SEASONS[part] if part in SEASONS else (int(part), int(part)) if part else (1, 12)
    end = datetime.date(year + (last == 12), last % 12 + 1, 1).toordinal() - 1
    return replace(day, type="DATE", first=datetime.date(year, first, 1).toordinal(), last=end)
