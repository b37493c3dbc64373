"""Two dates that are the ends of one period: von 2009 bis Juni 2011, vom 3. bis 5. März, 1914–1918.

The two ends stay two dates, as annotators of TimeML mark them; each has the days of the whole period and tells by its mod
(SINCE, UNTIL) which end it is. ``join_periods`` makes one date of two, with both values: 2009/2011-06.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extraction.dates import timex
from claimcheck.extraction.dates.reading import Reading
from claimcheck.extraction.dates.words import Word
from claimcheck.extraction.records import DateSpan

LINKS = ("and", "until", "dash", "slash", "comma", "to", "article", "on", "of")
IN_ROW = ("day_month", "month", "season", "day_list", "numeric_date")
OPENERS = ("of", "between", "from", "since")
MODS = (None, "SINCE", "UNTIL")
FAR = 5  # words between the two ends


def is_period(words: Sequence[Word], first: Reading, second: Reading) -> bool:
    """True where the words before and between two readings make them the ends of a period."""
    between = [word.kind for word in words[first.last : second.first]]
    if not 1 <= len(between) <= FAR or first.type != second.type or first.type not in ("DATE", "TIME"):
        return False
    before = [word.kind for word in words[max(0, first.first - 2) : first.first]]
    opened = any(kind in OPENERS for kind in before)
    between = [kind for kind in between if kind not in ("article", "comma", "in", "oclock")]
    if between in (["until"], ["until", "to"], ["until", "on"]) or (between == ["to"] and "of" in before):
        return opened or first.grain == second.grain
    if between == ["dash"]:
        return first.rule == second.rule
    return between == ["and"] and "between" in before


def align(readings: Sequence[Reading], words: Sequence[Word]) -> list[Reading]:
    """The readings with one year for days and months in a row (am 3. und 5. Mai) and no period that ends before it begins."""
    aligned = list(readings)
    for index in range(len(aligned) - 2, -1, -1):
        this, later = aligned[index], aligned[index + 1]
        if _in_row(words, this, later):
            aligned[index] = _same_year(this, later)
    for index in range(1, len(aligned)):
        this, later = aligned[index - 1], aligned[index]
        if later.grain == "weekday" and later.value[:10] < this.value[:10] and is_period(words, this, later):
            day = timex.parse_day(later.value)
            later_day = timex.add(day, 7, "D") if day is not None else None
            aligned[index] = replace(later, value=f"{later_day}{later.clock}") if later_day is not None else later
    return aligned


def _in_row(words: Sequence[Word], this: Reading, later: Reading) -> bool:
    """True where the year of the later one must be that of this one as well."""
    between = words[this.last : later.first]
    if not between or len(between) > FAR or any(word.kind not in LINKS for word in between):
        return False
    return this.grain == "yearless" and this.lean == "" and later.grain in ("yearless", "final") and later.rule in IN_ROW


def _same_year(this: Reading, later: Reading) -> Reading:
    """This one in the year of the later one, or in the year before where it would come after it (Dezember bis März)."""
    year = later.value[:4]
    if not year.isdigit() or not this.value[:4].isdigit():
        return this
    moved = f"{year}{this.value[4:]}"
    if moved[:10] > later.value[:10] and len(moved) == len(later.value) and int(year) > 1:
        moved = f"{int(year) - 1:04}{this.value[4:]}"
    return replace(this, value=moved) if timex.parse_extent(moved)[0] is not None else this


def as_ends(first: DateSpan, second: DateSpan) -> tuple[DateSpan, DateSpan] | None:
    """Both ends with the days of the whole period; None where they are no two days in order."""
    if first.mod not in MODS or second.mod not in MODS or "_REF" in first.value + second.value:
        return None
    if first.from_ is not None and second.to is not None and first.from_ > second.to:
        return None
    mark_first = replace(first, mod="SINCE", to=second.to, rule=first.rule)
    return mark_first, replace(second, mod="UNTIL", from_=first.from_)


def join_periods(dates: Sequence[DateSpan]) -> list[DateSpan]:
    """The dates with the two ends of each period as one date over both, value "2009/2011-06"; the others unchanged.

    >>> ends = [DateSpan(4, 8, "2009", "DATE", "bare_year", "2009-01-01", "2011-12-31", "SINCE"),
    ...         DateSpan(13, 17, "2011", "DATE", "bare_year", "2009-01-01", "2011-12-31", "UNTIL")]
    >>> [date.value for date in join_periods(ends)]
    ['2009/2011']
    """
    joined: list[DateSpan] = []
    for date in dates:
        last = joined[-1] if joined else None
        if last is not None and are_ends(last, date):
            value = f"{last.value}/{date.value}"
            joined[-1] = replace(last, end=date.end, value=value, from_=last.from_, to=date.to, mod=None, rule="period")
        else:
            joined.append(date)
    return joined


def are_ends(first: DateSpan, second: DateSpan) -> bool:
    """True for the two ends of one period, as ``find_dates`` gives them."""
    same = (first.from_, first.to) == (second.from_, second.to) and first.to is not None
    return same and first.mod == "SINCE" and second.mod == "UNTIL" and second.start - first.end < 30
