"""Dates: every expression of time in a text, with its TIMEX3 value and the days that it can mean.

What counts: days, months, seasons, years, decades, centuries, holidays; clock times and parts of the day; durations;
sets (täglich, jeden Montag); words that point to now, before or later, where they are right more often than wrong.
What does not: ages, scores, amounts that look like years ("2024 Menschen"), numbers in names ("Agenda 2010", "Artikel 5").
A period ("von 2009 bis Juni 2011") gives one date for each end; ``join_periods`` makes one of two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from claimcheck.extraction.dates.anchoring import anchor
from claimcheck.extraction.dates.days import days_of
from claimcheck.extraction.dates.periods import align, as_ends, is_period, join_periods
from claimcheck.extraction.dates.reading import Reading
from claimcheck.extraction.dates.scanning import find_readings, is_daily
from claimcheck.extraction.dates.tense import clause_tense, has_perfect, parsed_tense
from claimcheck.extraction.dates.timeline import Timeline
from claimcheck.extraction.dates.timex import parse_day
from claimcheck.extraction.dates.words import split_words
from claimcheck.extraction.records import DateSpan
from claimcheck.language.texts import text_of

BY_TENSE = ("weekday", "shift")  # days that the tense alone places

DAYS = ("weekday", "yearless", "shift")
BORDERS = ("comma", "dot", "stop", "break", "colon", "dash")
REACH = 6  # words between a clock time and its day

__all__ = ["find_dates", "join_periods"]


def find_dates(doc: Doc, reference: str | None = None) -> list[DateSpan]:
    """Dates in text order, without overlaps; offsets are code points of ``doc.text``.

    ``reference`` is the day of publication (ISO, a time after it is ignored); without it relative expressions keep X for
    what is unknown. Uses tense and number of the parse where there is one. Never raises for odd text.

    >>> import spacy
    >>> [d.value for d in find_dates(spacy.blank("de")("Am Montag, 3. Mai, regnete es."), "2010-05-05")]
    ['2010-05-03']
    """
    text = text_of(doc)
    words = split_words(text)
    parsed = len(doc) > 0 and doc[0].dep != 0 and doc.has_annotation("MORPH")

    def tense(found: Reading) -> str:
        start, end = words[found.first].start, words[found.last - 1].end
        if found.grain in BY_TENSE and has_perfect(words, found.first, found.last):
            return "past"
        return (parsed_tense(doc, start, end) if parsed else "") or clause_tense(words, found.first, found.last)

    readings = find_readings(words)
    line = Timeline(words, parse_reference(reference), tense, daily=is_daily(readings))
    resolved = align(list(_anchored(line, readings)), words)
    dates = [_date(line, done) for done in resolved]
    for index in range(1, len(dates)):
        if is_period(words, resolved[index - 1], resolved[index]):
            ends = as_ends(dates[index - 1], dates[index])
            dates[index - 1 : index + 1] = ends if ends is not None else dates[index - 1 : index + 1]
    return dates


def _anchored(line: Timeline, readings: Sequence[Reading]) -> Iterator[Reading]:
    """The readings with their values; a clock time before its day ("Um 4 Uhr brach am Montag …") takes that day."""
    for index, found in enumerate(readings):
        later = readings[index + 1] if index + 1 < len(readings) else None
        if later is not None and found.grain == "time" and ":" in found.clock and _holds_both(line, found, later):
            ahead = anchor(replace(line), later)
            day = parse_day(ahead.value) if ahead is not None and ahead.type == "DATE" else None
            line.day, line.day_at, line.is_night = (day, found.first, False) if day else (line.day, line.day_at, line.is_night)
        done = anchor(line, found)
        if done is not None:
            yield done


def _holds_both(line: Timeline, clock: Reading, day: Reading) -> bool:
    """Whether a day follows in the same clause, and none stands before the clock time in its sentence."""
    between = line.words[clock.last : day.first]
    told = line.day_at > 0 and line.same_sentence(line.day_at, clock)
    return day.grain in DAYS and len(between) <= REACH and not told and not any(word.kind in BORDERS for word in between)


def _date(line: Timeline, done: Reading) -> DateSpan:
    from_, to = days_of(done)
    start, end = line.words[done.first].start, line.words[done.last - 1].end
    return DateSpan(start, end, done.value, done.type, done.rule, from_, to, done.mod)


def parse_reference(reference: str | None) -> date | None:
    """The day of an ISO date or date-time; None for None and for what is no ISO date."""
    try:
        return date.fromisoformat((reference or "")[:10])
    except ValueError:
        return None
