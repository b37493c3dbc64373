"""Words → readings: at each word the rules that can start there, in their order; the first that reads it wins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from claimcheck.extraction.dates import clock_readings as clocks
from claimcheck.extraction.dates import day_readings as days
from claimcheck.extraction.dates import duration_readings as durations
from claimcheck.extraction.dates import relative_readings as relative
from claimcheck.extraction.dates import set_readings as sets
from claimcheck.extraction.dates import year_readings as years
from claimcheck.extraction.dates.grammar import BY_HEAD, STARTS, Match, letters_of
from claimcheck.extraction.dates.reading import Production, Reading, widen
from claimcheck.extraction.dates.words import Word

PRODUCTIONS: dict[str, Production] = {
    "part_of_date": clocks.part_of_date,
    "night_between": relative.night_between,
    "part_of_weekday": relative.part_of_weekday,
    "numeric_date": days.numeric_date,
    "day_month": days.day_month,
    "day_list": days.day_list,
    "month": days.month,
    "season": days.season,
    "third_of_year": years.third_of_year,
    "half": years.half,
    "decade": years.decade,
    "year_bc": years.year_bc,
    "year_range": years.year_range,
    "year": years.year,
    "bare_year": years.bare_year,
    "short_year": years.short,
    "last_count": durations.last_count,
    "relative": relative.relative,
    "day_adjective": relative.day_adjective,
    "end_of": relative.end_of,
    "whole": relative.whole,
    "unit_on": relative.unit_on,
    "unit_by_unit": sets.unit_by_unit,
    "weekday_of_week": relative.weekday_of_week,
    "week_weekday": relative.weekday_of_week,
    "weekday_list": days.weekday_list,
    "century_list": years.century_list,
    "every": sets.every,
    "every_few": sets.every_few,
    "times": sets.times,
    "rate": sets.rate,
    "per": sets.per,
    "in_unit": sets.in_unit,
    "weekend": relative.weekend,
    "weekdays": sets.weekdays,
    "clock_range": clocks.clock_range,
    "clock_ranges": clocks.clock_range,
    "night_to_day": relative.night_to_day,
    "clock": clocks.clock,
    "half_hour": clocks.half_hour,
    "bare_clock": clocks.bare_clock,
    "duration_range": durations.duration_range,
    "duration": durations.duration,
    "few": durations.few,
    "bare_plural": durations.bare_plural,
    "long_word": durations.long_word,
    "measured": durations.measured,
    "span_of_years": durations.span_of_years,
    "deictic": relative.deictic,
    "weekday": relative.weekday,
    "weekday_part": relative.weekday_part,
    "part": clocks.part,
    "holiday": days.holiday,
    "reference": relative.reference,
}


def find_readings(words: list[Word]) -> list[Reading]:
    """The date expressions among the words, in order, without overlaps, not yet anchored."""
    letters = letters_of(words)
    found: list[Reading] = []
    position, end = 0, 0
    while (start := STARTS.search(letters, position)) is not None:
        here = _read_at(words, letters, start.start())
        for reading in here:
            wide = widen(words, reading)
            first = wide.first if wide.first >= end else reading.first
            found.append(replace(wide, first=first))
            end = wide.last
        position = max(end, start.start() + 1) if here else start.start() + 1
    return _adopt_days(words, found)


def _adopt_days(words: Sequence[Word], found: list[Reading]) -> list[Reading]:
    """"am vergangenen Montag, dem 10. März", "am Sonntag (08.01.2006)": the weekday is the day that stands beside it."""
    adopted = list(found)
    for index, (this, later) in enumerate(pairwise(found)):
        kinds = [word.kind for word in words[this.last : later.first]]
        beside = kinds in (["comma"], ["comma", "article"], ["open"], ["article"], [], ["comma", "on"])
        if this.grain == "weekday" and beside and later.rule in ("day_month", "numeric_date", "holiday") and not this.amount:
            weekday = this.weekday if later.grain == "yearless" else ""
            named = replace(this, value=later.value, grain=later.grain, weekday=weekday)
            adopted[index] = replace(named, amount=later.amount, unit=later.unit)
            if later.grain == "yearless":
                adopted[index + 1] = replace(later, weekday=this.weekday)
    return adopted


def _read_at(words: Sequence[Word], letters: str, index: int) -> list[Reading]:
    for rule in BY_HEAD[letters[index]]:
        match = rule.pattern.match(letters, index)
        if match is not None:
            readings = list(PRODUCTIONS[rule.name](Match(rule.name, words, match)))
            if readings:
                return readings
    return []


def is_daily(readings: Iterable[Reading]) -> bool:
    """True for news of the day: it says gestern or morgen."""
    return any(r.rule == "deictic" and r.unit == "D" and r.grain == "shift" for r in readings)
