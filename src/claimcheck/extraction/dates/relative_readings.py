"""Productions of what points from another day: vergangene Woche, in diesem Jahr, heute, Montagabend, damals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.extraction.dates.day_readings import day_month
from claimcheck.extraction.dates.grammar import Match
from claimcheck.extraction.dates.reading import Reading, reading
from claimcheck.extraction.dates.timex import format_duration
from claimcheck.extraction.dates.vocabulary import name_words
from claimcheck.extraction.dates.words import Word

SHIFTS = {"last": -1, "next": 1, "following": 1, "current": 0, "this": 0, "same": 0, "that": 0}
LEANS = {"last": "past", "next": "future", "following": "after", "this": "this", "current": "this", "same": "text",
         "that": "text"}  # fmt: skip
WHOLE = ("Y", "M", "W", "Q", "WE", "DE", "CE", "H")


def relative(match: Match) -> Iterator[Reading]:
    """vergangene Woche, nächsten Montag, diesem Sommer, am folgenden Tag."""
    head, what = match.word("head"), match.word("what")
    if head is None or what is None:
        return
    lean = LEANS[head.kind]
    if what.kind == "unit":
        yield from _relative_unit(match, head.kind, what.value, plural=what.plural and what.text[-1] != "r")
    elif what.kind == "weekday" and not what.plural:
        parts = match.word("parts")
        yield _weekday(match, what.value, f"T{parts.value}" if parts is not None else "", lean)
    elif what.kind == "weekday_part":
        weekday, part = what.value.split()
        yield _weekday(match, weekday, f"T{part}", lean)
    elif what.kind == "part":
        yield from _relative_part(match, head.kind, what.value)
    elif what.kind in ("month", "season"):
        yield reading(match, "DATE", f"XXXX-{what.value}", "yearless", lean=lean)
    elif what.kind == "holiday":
        yield reading(match, "DATE", what.value, "holiday", lean=lean)


def _weekday(match: Match, weekday: str, clock: str, lean: str) -> Reading:
    return reading(match, "TIME" if clock else "DATE", "", "weekday", weekday=weekday, clock=clock, lean=lean)


def _relative_unit(match: Match, kind: str, unit: str, *, plural: bool) -> Iterator[Reading]:
    if plural:
        yield from _relative_plural(match, kind, unit)
    elif unit == "D":
        if match.words[match.first].text.lower().startswith(("gestrig", "morgig")):
            yield reading(match, "DATE", "", "shift", amount=SHIFTS[kind], unit="D")
        elif kind in ("next", "following"):
            yield reading(match, "DATE", "", "anchored", amount=1, unit="D")
        elif kind in ("this", "that", "same"):
            yield reading(match, "DATE", "", "anchored", amount=0, unit="D")
        elif kind == "current":
            yield reading(match, "DATE", "", "shift", amount=0, unit="D")
    elif unit in WHOLE:
        anchored = kind in ("same", "that", "following")
        yield reading(match, "DATE", "", "anchored" if anchored else "shift", amount=SHIFTS[kind], unit=unit, lean=LEANS[kind])


def _relative_plural(match: Match, kind: str, unit: str) -> Iterator[Reading]:
    if kind == "next":
        yield reading(match, "DATE", "FUTURE_REF")
    elif kind in ("last", "following") or (kind == "this" and unit == "D"):
        yield reading(match, "DURATION", format_duration("X", unit), "duration", lean="last" if kind == "last" else "")


def _relative_part(match: Match, kind: str, part: str) -> Iterator[Reading]:
    if match.words[match.first].text.lower().startswith(("gestrig", "morgig")):
        yield reading(match, "TIME", "", "shift", amount=SHIFTS[kind], unit="D", clock=f"T{part}")
    elif kind in ("current", "this"):
        yield reading(match, "TIME", "", "shift", amount=0, unit="D", clock=f"T{part}")
    elif kind == "last" and part == "NI":
        yield reading(match, "TIME", "", "shift", amount=-1, unit="D", clock=f"T{part}")
    elif kind in ("same", "that"):
        yield reading(match, "TIME", "", "anchored", amount=0, unit="D", clock=f"T{part}")
    elif kind in ("next", "following"):
        yield reading(match, "TIME", "", "anchored", amount=1, unit="D", clock=f"T{part}")


def day_adjective(match: Match) -> Iterator[Reading]:
    """die gestrige Abstimmung: the adjective is the date; "das heutige Kaliningrad" names no day."""
    head, noun = match.word("head"), match.word("noun")
    if head is None or noun is None or not head.text.lower().startswith(("gestrig", "heutig", "morgig")):
        return
    if noun.text.lower().endswith(tuple(name_words("event"))):
        yield Reading(match.first, match.first + 1, match.rule, "DATE", "", "shift", amount=SHIFTS[head.kind], unit="D")


def end_of(match: Match) -> Iterator[Reading]:
    """Ende des Jahres, Jahresende, Anfang der Woche."""
    head, unit, number, following = match.word("head"), match.word("unit"), match.word("year"), match.following()
    if head is None:
        return
    mod = head.value or None
    if number is not None:
        yield reading(match, "DATE", number.text, mod=mod)
    elif unit is not None:
        if unit.value in WHOLE and not unit.plural and (following is None or following.kind not in ("four", "month")):
            yield reading(match, "DATE", "", "shift", amount=0, unit=unit.value, lean="end", mod=mod)
    elif head.text.lower().startswith(("jahres", "monats", "wochen")):
        code = {"j": "Y", "m": "M", "w": "W"}[head.text[0].lower()]
        yield reading(match, "DATE", "", "shift", amount=0, unit=code, lean="end", mod=mod)


def deictic(match: Match) -> Iterator[Reading]:
    """heute, gestern Abend, heuer, im Vorjahr, tags darauf."""
    head = match.word("head")
    if head is None:
        return
    kind, amount = head.value.split()
    clock = _clock_of(match.word("part")) if kind in ("day", "before") else ""
    grain = "anchored" if kind == "before" else "now" if head.text.lower() == "heute" and not clock else "shift"
    found = reading(match, "TIME" if clock else "DATE", "", grain, amount=int(amount), unit=_unit(kind), clock=clock)
    yield found if clock else replace(found, last=match.first + 1)


def _clock_of(part: Word | None) -> str:
    """TEV for Abend, abends and (before 1996) abend after a day; TMO for früh and morgen; else nothing."""
    if part is None:
        return ""
    if part.kind in ("stage", "deictic"):
        return "TMO" if part.text in ("früh", "morgen") else ""
    return f"T{part.value}"


def _unit(kind: str) -> str:
    return {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}.get(kind, "D")


def weekday(match: Match) -> Iterator[Reading]:
    """Montag, Montag vormittags, an Sonntagen."""
    head, part, before = match.word("head"), match.word("parts"), match.before()
    if head is None or match.is_glued():
        return
    if head.plural:
        if before is not None and before.kind in ("on", "article"):
            yield reading(match, "SET", f"XXXX-WXX-{head.value}")
    elif before is None or before.text not in name_words("title"):
        clock = _clock_of(part)
        found = _weekday(match, head.value, clock, "")
        yield found if clock else replace(found, last=match.first + 1)


def weekday_of_week(match: Match) -> Iterator[Reading]:
    """Mittwoch vergangener Woche, vorige Woche Mittwoch."""
    unit, which = match.word("unit"), match.word("which") or match.word("head")
    weekday = match.word("weekday") or match.word("head")
    if unit is not None and which is not None and weekday is not None and unit.value == "W" and not unit.plural:
        yield reading(match, "DATE", "", "weekday_of_week", amount=SHIFTS[which.kind], weekday=weekday.value)


def unit_on(match: Match) -> Iterator[Reading]:
    """im Jahr davor, in der Woche darauf; Jahre später."""
    head, side, before = match.word("head"), match.word("side"), match.before()
    if head is None or side is None or (before is None and not head.plural):
        return
    if head.plural:
        yield reading(match, "DURATION", format_duration("X", head.value), "duration")
    elif head.value in WHOLE and before is not None and before.kind in ("in", "article"):
        yield reading(match, "DATE", "", "anchored", amount=1 if side.kind == "later" else -1, unit=head.value)


def whole(match: Match) -> Iterator[Reading]:
    """den ganzen Tag, das ganze Jahr."""
    unit = match.word("unit")
    if unit is not None and not unit.plural:
        yield reading(match, "DURATION", format_duration("1", unit.value), "duration")


def weekday_part(match: Match) -> Iterator[Reading]:
    """Montagabend."""
    head, day = match.word("head"), match.word("day")
    if head is None:
        return
    weekday, part = head.value.split()
    if day is None:
        yield _weekday(match, weekday, f"T{part}", "")
    else:
        yield from (replace(date, type="TIME", clock=f"T{part}", weekday=weekday) for date in day_month(match))


def part_of_weekday(match: Match) -> Iterator[Reading]:
    """Nacht zum Freitag, Abend des Freitag."""
    head, weekday = match.word("head"), match.word("weekday")
    if head is not None and weekday is not None and not weekday.plural:
        link = match.words[match.first + 1].kind
        before = head.value == "NI" and link == "to"
        if head.value == "NI" or link == "article":
            yield reading(match, "TIME", "", "weekday", weekday=weekday.value, clock=f"T{head.value}", amount=-1 if before else 0)


def night_to_day(match: Match) -> Iterator[Reading]:
    """in der Nacht auf gestern: it begins on the day before."""
    head, day = match.word("head"), match.word("deictic")
    if head is not None and day is not None and head.value == "NI" and day.value.startswith("day"):
        yield reading(match, "TIME", "", "shift", amount=int(day.value.split()[1]) - 1, unit="D", clock="TNI")


def night_between(match: Match) -> Iterator[Reading]:
    """Nacht von Freitag auf Samstag."""
    head, weekday = match.word("head"), match.word("weekday")
    if head is not None and weekday is not None and head.value == "NI":
        yield reading(match, "TIME", "", "weekday", weekday=weekday.value, clock="TNI", amount=-1)


def reference(match: Match) -> Iterator[Reading]:
    """damals, derzeit, in Zukunft."""
    head = match.word("head")
    if head is None or (head.text.lower() == "früher" and _compares(match)):
        return
    if head.text.lower() == "zur zeit" and match.kind_after() in ("article", "capital", "adjective"):
        return
    yield reading(match, "DATE", head.value.split()[1])


def _compares(match: Match) -> bool:
    """früher als, früher oder später, Jahre früher: no time by itself."""
    following = match.following()
    compared = following is not None and following.text in ("als", "oder", "am")
    return compared or match.kind_before() in ("unit", "numeral", "and")


def weekend(match: Match) -> Iterator[Reading]:
    """am Wochenende, vom Wochenende."""
    head, before = match.word("head"), match.before()
    if head is None or head.value != "WE" or head.plural or before is None:
        return
    earlier = match.before(2)
    if before.kind == "article" and earlier is not None:
        before = earlier
    if before.kind in ("on", "of", "to", "over", "through", "since", "until"):
        yield reading(match, "DATE", "", "shift", unit="WE", lean="weekend")
