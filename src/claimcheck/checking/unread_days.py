"""Days that stand in the sentence of a claim and that the claim itself left out: "3.500 Menschen haben am Sonntag gezeigt"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.checking.facts import Day, Fact, day_number

if TYPE_CHECKING:
    from spacy.language import Language

DAY_WORD = re.compile(
    r"""
    \b(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|[Gg]estern|[Vv]orgestern|[Hh]eute)
  | \d\.\s(?:J(?:anuar|uni|uli)|Februar|März|April|Mai|August|(?:Sept|Nov|Dez)ember|Oktober)\b
    """,
    re.VERBOSE,
)


def read_days(facts: Sequence[Fact]) -> list[Fact]:
    """The facts, those without a date with the one day that their sentence names and no other claim of it uses."""
    used = {(fact.article, fact.day.start) for fact in facts if fact.day is not None}
    return [_with_day(fact, used) if fact.day is None and DAY_WORD.search(fact.text) else fact for fact in facts]


def _with_day(fact: Fact, used: set[tuple[str, int]]) -> Fact:
    from claimcheck.extraction.dates import find_dates

    spans = [span for span in find_dates(_blank()(fact.text), fact.published) if DAY_WORD.search(fact.text, span.start, span.end)]
    free = [span for span in spans if (fact.article, fact.start + span.start) not in used]
    if len(free) != 1 or len(spans) != 1:
        return fact
    (span,) = free
    text = fact.text[span.start : span.end]
    first, last = day_number(span.from_), day_number(span.to)
    return replace(fact, day=Day(text, fact.start + span.start, span.value, span.type, first, last))


@cache
def _blank() -> Language:
    import spacy

    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    return nlp
