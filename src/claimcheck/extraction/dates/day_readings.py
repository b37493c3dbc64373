"""Productions of days, months, seasons and holidays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claimcheck.extraction.dates.grammar import Match
from claimcheck.extraction.dates.reading import Reading, reading
from claimcheck.extraction.dates.timex import is_day
from claimcheck.extraction.dates.vocabulary import name_words
from claimcheck.extraction.dates.words import Word
from claimcheck.extraction.dates.year_readings import dated, short_year

NUMBERS = re.compile(r"\d+")
DAY_CUES = ("on", "of", "until", "from", "since", "to", "open", "article", "between", "before", "after", "weekday")
LIST_CUES = ("and", "comma", "dash")
MONTH_CUES = ("in", "since", "from", "until", "of", "to", "boundary", "and", "comma", "dash", "slash", "article")
FIRST_NAMES = ("August", "Mai", "April", "Juni", "Juli", "Januar")  # names of months that are names of people as well
LEAP_YEAR = 2024


def has_day(month: Word | None, day: Word | None) -> bool:
    """True where the month has such a day in some year."""
    return month is not None and day is not None and is_day(LEAP_YEAR, int(month.value), int(day.text))


def day_month(match: Match) -> Iterator[Reading]:
    """3. Mai 2024; Samstag, dem 3. Mai."""
    head, month = match.word("head"), match.word("month")
    day = match.word("day") or head
    if month is None or day is None or head is None or not has_day(month, day):
        return
    if is_abbreviated(month) and match.words[match.last - 1] is month and match.kind_after() not in ("dot", "four"):
        return
    yield dated(match, f"-{month.value}-{int(day.text):02}", weekday=head.value if head.kind == "weekday" else "")


def is_abbreviated(month: Word) -> bool:
    """Jan, Sept: with a point or a year only, for Jan is a name as well."""
    return len(month.text) in (3, 4) and month.text.lower() not in ("mai", "märz", "juni", "juli")


def weekday_list(match: Match) -> Iterator[Reading]:
    """Samstag, 8., und Sonntag, 9. März: one reading for each."""
    month, first_day, day = match.word("month"), match.word("first_day"), match.word("day")
    if month is None or first_day is None or day is None or not (has_day(month, first_day) and has_day(month, day)):
        return
    start, middle = match.match.start("second"), match.match.start("first_day") + 2
    for first, last, here in ((match.first, middle, first_day), (start, match.last, day)):
        yield _listed(match, first, last, f"-{month.value}-{int(here.text):02}", match.words[first].value)


def day_list(match: Match) -> Iterator[Reading]:
    """vom 3. bis 5. Mai; am 3., 4. und 5. Mai: one reading for each day."""
    month = match.word("month")
    span = range(match.match.start("more") - 2, match.match.end("more"))
    days = [index for index in span if match.words[index].kind == "digits"]
    if month is None or not all(has_day(month, match.words[index]) for index in days):
        return
    for index in days:
        last = match.last if index == days[-1] else index + 2
        yield _listed(match, index, last, f"-{month.value}-{int(match.words[index].text):02}", "")


def _listed(match: Match, first: int, last: int, rest: str, weekday: str) -> Reading:
    return replace(dated(match, rest, weekday=weekday), first=first, last=last, rule="day_list")


def numeric_date(match: Match) -> Iterator[Reading]:
    """2024-10-18, 18.10.2024, 18.10.24, 18.10."""
    word = match.word("date") or match.word("head")
    if word is None:
        return
    parts = [int(part) for part in NUMBERS.findall(word.text)]
    day, month, year = (parts[2], parts[1], parts[0]) if word.kind == "iso" else (*parts, 0)[:3]
    open_year = word.kind == "dm"
    if not is_day(year if year > 99 else LEAP_YEAR, month, day) or (open_year and not _is_day_and_month(match, word)):
        return
    written = "XXXX" if open_year else f"{year:04}" if year > 99 else short_year(str(year))
    clock = word.text[10:] if word.kind == "iso" else ""
    value = f"{written}-{month:02}-{day:02}{clock}"
    yield reading(match, "TIME" if clock else "DATE", value, "yearless" if open_year else "final")


def _is_day_and_month(match: Match, word: Word) -> bool:
    """True for "am 3.5.", "(3.5.)" and "03.05."; not for "Fassung 3.5."."""
    before = match.kind_before()
    if match.word("date") is not None or before in DAY_CUES:
        return True
    if len(word.text) == 6 and word.text[3] in "01" and before in ("", "break", "dot", "colon", "capital"):
        return match.text_before() not in name_words("after")
    return before in LIST_CUES and len(word.text) > 4


def month(match: Match) -> Iterator[Reading]:
    """Mai, Mai 2024, Mai dieses Jahres; not Frau Mai and August Macke."""
    word, before = match.word("head"), match.kind_before()
    if word is None or match.is_glued() or (before == "dot" and match.kind_before(2) == "digits"):
        return
    if match.is_alone() and (is_abbreviated(word) or before == "capital"):
        return
    if match.is_alone() and word.text in FIRST_NAMES and match.kind_after() == "capital" and before not in MONTH_CUES:
        return
    yield dated(match, f"-{word.value}")


def season(match: Match) -> Iterator[Reading]:
    """Sommer 2024, im Herbst, in den Sommermonaten; not Frau Herbst."""
    word = match.word("head")
    if word is None or match.is_glued() or (word.plural and "monat" not in word.text.lower()):
        return
    if not (match.is_alone() and match.kind_before() == "capital"):
        yield dated(match, f"-{word.value}")


def holiday(match: Match) -> Iterator[Reading]:
    """Ostern 2024, an Weihnachten, am Ersten Advent."""
    head, year = match.word("head"), match.word("year")
    if head is not None:
        yield reading(match, "DATE", head.value, "holiday", unit=year.text if year is not None else "")
