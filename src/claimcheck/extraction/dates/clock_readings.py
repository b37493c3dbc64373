"""Productions of clock times and parts of the day; the day is found when they are anchored."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extraction.dates.day_readings import has_day
from claimcheck.extraction.dates.grammar import Match
from claimcheck.extraction.dates.reading import Reading, reading
from claimcheck.extraction.dates.words import Word
from claimcheck.extraction.dates.year_readings import named_year

HOURS = re.compile(r"(?P<hours>\d{1,2})(?:[.:](?P<minutes>\d{2}))?(?:[.:](?P<seconds>\d{2}))?")
STARTS = ("at", "from", "until", "since", "between", "before", "after")


def clock_of(word: Word, minutes: Word | None = None, part: str = "") -> str | None:
    """T20:30 for "20.30", "20:30", "20", "acht" with the part EV; None where there is no such time."""
    match = HOURS.fullmatch(word.value or word.text)
    if match is None:
        return None
    hours = int(match["hours"])
    minute = minutes.text if minutes is not None else match["minutes"] or "00"
    if hours > 24 or int(minute) > 59 or (hours == 24 and int(minute)):
        return None
    if hours < 12 and (part in ("EV", "AF") or (part == "NI" and hours > 7)):
        hours += 12
    return f"T{hours:02}:{int(minute):02}"


def clock(match: Match) -> Iterator[Reading]:
    """20 Uhr, 20.30 Uhr, acht Uhr abends, 20 Uhr 15."""
    head, part = match.word("head"), match.word("parts")
    if head is None:
        return
    value = clock_of(head, match.word("minutes"), part.value if part is not None else "")
    if value is not None:
        yield reading(match, "TIME", "", "time", clock=value)


def clock_range(match: Match) -> Iterator[Reading]:
    """16 bis 17.30 Uhr: one reading for each end."""
    head, second = match.word("head"), match.word("second")
    if head is None or second is None:
        return
    low, high = clock_of(head), clock_of(second, match.word("minutes"))
    if low is not None and high is not None and (head.kind != "numeral" or "." not in head.value):
        start = match.match.start("second")
        yield Reading(match.first, match.first + 1, match.rule, "TIME", "", "time", clock=low)
        yield Reading(start, match.last, match.rule, "TIME", "", "time", clock=high)


def bare_clock(match: Match) -> Iterator[Reading]:
    """um 12.15, ab 19:30: without Uhr only after such a preposition."""
    head, after = match.word("head"), match.kind_after()
    if head is None or match.kind_before() not in STARTS or after in ("unit", "colon"):
        return
    if head.kind == "point" and (match.text_before().lower() != "um" or after in ("capital", "sign", "adjective")):
        return
    value = clock_of(head)
    if value is not None:
        yield reading(match, "TIME", "", "time", clock=value)


def half_hour(match: Match) -> Iterator[Reading]:
    """halb neun, Viertel nach acht."""
    head, side, hour, before = match.word("head"), match.word("side"), match.word("hour"), match.before()
    if head is None or hour is None or before is None or before.kind not in STARTS:
        return
    number = float(hour.value or hour.text)
    if not 1 <= number <= 24 or number != int(number):
        return
    if head.kind == "half" and side is None:
        yield reading(match, "TIME", "", "time", clock=f"T{int(number) - 1:02}:30")
    elif head.kind == "quarter_hour" and side is not None:
        minutes = "15" if side.kind == "after" else "45"
        yield reading(match, "TIME", "", "time", clock=f"T{int(number) - (side.kind == 'before'):02}:{minutes}")


def part(match: Match) -> Iterator[Reading]:
    """am Abend, in der Nacht, am frühen Morgen, abends."""
    head, noun, before = match.word("head"), match.word("part"), match.before()
    if head is None:
        return
    if head.kind == "parts":
        often = "PT1NI" if head.value == "NI" else f"XXXX-XX-XXT{head.value}"  # the night as KRAUTS marks it
        yield reading(match, "SET", often, "parts", clock=f"T{head.value}")
        return
    named = noun or head
    if named.text.lower().endswith("stunden"):
        yield reading(match, "TIME", "", "part", clock=f"T{named.value}", mod=head.value if head.kind == "stage" else None)
        return
    if named.plural:
        return
    following = match.following()
    if named.text == "Morgen" and noun is None and _starts(match):
        yield reading(match, "DATE", "", "shift", amount=1, unit="D")
    elif following is not None and following.kind in ("of", "to") and _counted_day(match):
        return
    elif before is not None and _is_when(match, before, named):
        mod = head.value if head.kind == "stage" else None
        yield reading(match, "TIME", "", "part", clock=f"T{named.value}", mod=mod)


def _counted_day(match: Match) -> bool:
    """True for "Nacht vom 10. zum 11. Mai": the days are read, the night is not."""
    return any(word.kind == "digits" for word in match.words[match.last + 1 : match.last + 3])


def _starts(match: Match) -> bool:
    before = match.before()
    return before is None or before.kind in ("dot", "stop", "break", "colon", "sign")


def _is_when(match: Match, before: Word, named: Word) -> bool:
    if before.kind == "article":
        earlier = match.before(2)
        if named.value == "NI":
            return earlier is not None and earlier.text.lower() in ("in", "seit", "während")
        return before.text == "des" or (earlier is not None and earlier.kind in ("since", "until", "on"))
    cue = before.text.lower()
    if named.value == "24:00":
        return cue in ("um", "gegen", "nach", "vor", "bis", "ab", "seit")
    return cue in ("am", "gegen", "bis", "seit", "vom") or (cue == "zu" and named.value == "MI")


def part_of_date(match: Match) -> Iterator[Reading]:
    """Nacht zum 3. Mai, Morgen des 3. Mai."""
    head, day, month = match.word("part") or match.word("head"), match.word("day"), match.word("month")
    if head is None or day is None or month is None or not has_day(month, day):
        return
    link = match.words[match.first + (1 if match.word("part") is None else 2)].kind
    if link not in ("to", "article"):
        return
    year = named_year(match)
    eve = -1 if head.value == "NI" and link == "to" else 0
    grain = "yearless" if year == "XXXX" else "final"
    value = f"{year}-{month.value}-{int(day.text):02}"
    yield reading(match, "TIME", value, grain, clock=f"T{head.value}", unit="eve" if eve else "")
