"""When a figure was told and what the words say of its standing."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.checking.blocking import Entry, order
from claimcheck.checking.corrections import find_marks
from claimcheck.checking.facts import Fact, day_number

LONG = 2  # days after which a figure that is told again is maintained and no late print of an earlier state
TO_MINUTE = 16  # length of an ISO date-time up to the minute
AS_OF = re.compile(
    r"""
    \b(?:bis\s+(?:zum|gegen|in\s+die)|stand)\b:?\s+        # "bis zum", "Stand:"
    (?:[a-zäöüß]+\s+)?[a-zäöüß]*?                          # "frühen", "Sonntag"
    (?P<stage>vormittag|nachmittag|mittag|morgen|abend|nacht)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
HOURS = {"morgen": "07", "vormittag": "10", "mittag": "12", "nachmittag": "16", "abend": "20", "nacht": "23"}


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure with the time it was told first (ISO date or date-time, None = unknown) and the marks of its sentence."""

    entry: Entry
    when: str | None
    marks: frozenset[str]

    @property
    def is_withdrawn(self) -> bool:
        """True where the words say that the figure holds no more."""
        if self.marks & {"replaced", "former"}:
            return True
        return self.entry.topic.scoping.is_corrected and "denied" not in self.marks


def find_tellings(entries: Sequence[Entry]) -> list[Telling]:
    """A telling for each figure, the earliest first, unknown times last. A copied sentence is as old as its original."""
    oldest: dict[str, str] = {}
    for entry in entries:
        told = find_time(entry.fact)
        text = " ".join(entry.fact.text.split())
        if told is not None and told <= oldest.get(text, told):
            oldest[text] = told
    tellings = [Telling(entry, _time_of_copy(entry.fact, oldest), marks_of(entry)) for entry in entries]
    return sorted(tellings, key=lambda telling: (telling.when is None, telling.when or "", order(telling.entry)))


def _time_of_copy(fact: Fact, oldest: Mapping[str, str]) -> str | None:
    """The time of the original where the same sentence was told before, at most a day or two ago."""
    told, first = find_time(fact), oldest.get(" ".join(fact.text.split()))
    if told is None or first is None:
        return first
    return first if (day_number(told) or 0) - (day_number(first) or 0) <= LONG else told


def find_time(fact: Fact) -> str | None:
    """The time of which a report tells: that of "bis zum Sonntagmorgen" where the words name it, else that of publication."""
    published = fact.published[:TO_MINUTE] if fact.published is not None else None
    match = AS_OF.search(fact.text)
    if match is None or published is None:
        return published
    told = f"{_day_of(fact) or published[:10]}T{HOURS[match['stage'].lower()]}"
    return min(told, published) if len(published) > len("2025-03-12") else told


def _day_of(fact: Fact) -> str | None:
    today = day_number(fact.published)
    if fact.day is None or fact.day.last is None or today is None or not 0 <= today - fact.day.last <= LONG:
        return None
    return datetime.date.fromordinal(fact.day.last).isoformat()


def marks_of(entry: Entry) -> frozenset[str]:
    """What the words say of the standing of a figure: those of corrections.tsv, and what its scope says."""
    fact, scoping = entry.fact, entry.topic.scoping
    figure = fact.figure
    found = find_marks(fact.text, figure.start - fact.start, figure.end - fact.start) if figure is not None else frozenset()
    also = {scoping.correction} if scoping.correction is not None else set()
    return found | also | ({"upheld"} if scoping.is_upheld else set())


def is_before(a: Telling, b: Telling) -> bool:
    """True where the words or the dates tell that a was told before b."""
    return compare_times(a.when, b.when) < 0


def is_long_before(a: Telling, b: Telling) -> bool:
    """True where whole days lie between two tellings."""
    one, other = day_number(a.when), day_number(b.when)
    return one is not None and other is not None and other - one >= LONG


def compare_times(a: str | None, b: str | None) -> int:
    """-1 where a is before b, 1 after, 0 where that is not known (one without a time of day on the same day).

    >>> compare_times("2025-03-12", "2025-03-12T18:00"), compare_times("2025-03-12T07", "2025-03-12T18:00")
    (0, -1)
    """
    if a is None or b is None:
        return 0
    length = min(len(a), len(b), TO_MINUTE)
    return (a[:length] > b[:length]) - (a[:length] < b[:length])
