"""How a figure develops while it is reported: it can only grow, it goes up and down, somebody sets it, or it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from claimcheck.checking.blocking import Entry
from claimcheck.checking.traits import has_trait
from claimcheck.checking.words import start_of, word_starts
from claimcheck.lexicon import load_lexicon

Course = Literal["grows", "runs", "set"]

PAST = re.compile(r"\b(?:war|waren|wurden?|worden|hatten?|kam|kamen|gab)\b")


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A row of courses.tsv."""

    form: str
    slot: str
    course: str
    dimension: str | None
    example: str


@cache
def load_courses() -> tuple[CourseRow, ...]:
    """Rows of courses.tsv."""
    return load_lexicon(files(__package__) / "courses.tsv", CourseRow)


def find_courses(entries: Iterable[Entry]) -> frozenset[str]:
    """All courses that the events and words of some figures tell; empty for what is counted or measured once."""
    return frozenset().union(*(_courses_of(e.topic.event, e.topic.dimension, e.fact.text) for e in entries))


@lru_cache(maxsize=4096)
def _courses_of(event: str | None, dimension: str, text: str) -> frozenset[str]:
    return frozenset(_courses(event, dimension, text))


def _courses(event: str | None, dimension: str, text: str) -> Iterable[str]:
    if has_trait(event, "running"):
        yield "runs"
    elif has_trait(event, "grows"):
        yield "grows"
    for row in _likely_rows(event, text):
        if not _fits(row, event, dimension, text):
            continue
        if row.course != "runs" or not PAST.search(text):
            yield row.course
        elif row.slot == "event":
            yield "ran"


def _likely_rows(event: str | None, text: str) -> Iterable[CourseRow]:
    """The rows of an event and of words that begin like one of the text."""
    table = _rows_by_start()
    yield from table.get(f"event {event}", ())
    for start in word_starts(text):
        yield from table.get(start, ())


@cache
def _rows_by_start() -> dict[str, list[CourseRow]]:
    table: dict[str, list[CourseRow]] = {}
    for row in load_courses():
        table.setdefault(f"event {row.form}" if row.slot == "event" else start_of(row.form), []).append(row)
    return table


def _fits(row: CourseRow, event: str | None, dimension: str, text: str) -> bool:
    if row.slot == "event":
        return row.form == event
    if row.dimension is not None and row.dimension != dimension:
        return False
    return _word_pattern(row.form).search(text) is not None


@cache
def _word_pattern(form: str) -> re.Pattern[str]:
    stem = re.escape(form.removesuffix("*"))
    rest = r"\w*" if form.endswith("*") else ""
    return re.compile(rf"\b{stem}{rest}\b", re.IGNORECASE)
