"""Light records of claims: what the comparison needs, without the weight of the output models."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from claimcheck.models import Claim, Date, Entity, Number, Source


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something that a claim names. Equal parties have equal ids within a run."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Figure:
    """The number of a claim in the contract's terms; offsets are those of the article."""

    text: str
    start: int
    end: int
    value: float | int | None
    low: float | int | None
    high: float | int | None
    bound: str
    kind: str
    direction: str | None
    unit: str | None
    item: str | None
    of: Party | None
    per: str | None


@dataclass(frozen=True, slots=True)
class Day:
    """The date of a claim: first and last day as ordinals (datetime.date.toordinal), None = open.

    "seit dem 8. Oktober" is the day on which something began.
    """

    text: str
    start: int
    value: str
    type: str
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Voice:
    """The source of a claim: speaker, body behind the speaker, and the voice that it cites."""

    text: str | None
    speaker: Party | None
    body: Party | None
    kind: str
    mode: str
    cites: Voice | None
    is_demand: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim. ``published`` is the ISO date or date-time of its article, or None."""

    id: str
    article: str
    path: str
    outlet: str | None
    published: str | None
    text: str
    start: int
    end: int
    sentence: int
    lemma: str
    event: str | None
    predicate_start: int
    predicate_end: int
    actor: Party | None
    place: Party | None
    figure: Figure | None
    day: Day | None
    voice: Voice | None
    polarity: str
    modality: str
    confidence: float


def make_facts(claims: Iterable[Claim]) -> Iterator[Fact]:
    """One fact for every claim, in the order given; parties with the same id, name and kind share one record."""
    known: dict[tuple[str, str, str], Party] = {}
    for claim in claims:
        yield _fact(claim, known)


@lru_cache(maxsize=4096)
def day_number(value: str | None) -> int | None:
    """The ordinal of an ISO date or date-time, None for anything else.

    >>> day_number("2024-10-18T06:00") == datetime.date(2024, 10, 18).toordinal()
    True
    """
    if value is None or len(value) < 10:
        return None
    try:
        return datetime.date.fromisoformat(value[:10]).toordinal()
    except ValueError:
        return None


def _fact(claim: Claim, known: dict[tuple[str, str, str], Party]) -> Fact:
    article, predicate = claim.article, claim.predicate
    return Fact(
        id=claim.id,
        article=article.id,
        path=article.path,
        outlet=article.outlet,
        published=article.published,
        text=claim.text,
        start=claim.start,
        end=claim.end,
        sentence=claim.sentence,
        lemma=predicate.lemma,
        event=predicate.event,
        predicate_start=predicate.start,
        predicate_end=predicate.end,
        actor=_party(claim.actor, known),
        place=_party(claim.place, known),
        figure=_figure(claim.number, known),
        day=_day(claim.date),
        voice=_voice(claim.source, known),
        polarity=claim.polarity,
        modality=claim.modality,
        confidence=claim.confidence,
    )


def _party(entity: Entity | None, known: dict[tuple[str, str, str], Party]) -> Party | None:
    if entity is None:
        return None
    key = (entity.id, entity.name, entity.kind)
    if key not in known:
        known[key] = Party(entity.id, entity.name, entity.kind)
    return known[key]


def _figure(number: Number | None, known: dict[tuple[str, str, str], Party]) -> Figure | None:
    if number is None:
        return None
    fields: dict[str, Any] = {name: getattr(number, name) for name in Figure.__slots__ if name != "of"}
    return Figure(of=_party(number.of, known), **fields)


def _day(date: Date | None) -> Day | None:
    if date is None:
        return None
    first, last = day_number(date.from_), day_number(date.to)
    if date.mod == "SINCE" and date.type == "DATE" and len(date.value) == 10:
        first = last = day_number(date.value)
    return Day(date.text, date.start, date.value, date.type, first, last)


def _voice(source: Source | None, known: dict[tuple[str, str, str], Party]) -> Voice | None:
    if source is None:
        return None
    return Voice(
        text=source.text,
        speaker=_party(source.entity, known),
        body=_party(source.organization, known),
        kind=source.kind,
        mode=source.mode,
        cites=_voice(source.cites, known),
        is_demand=source.demand,
    )
