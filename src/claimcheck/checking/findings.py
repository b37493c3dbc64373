"""Groups of claims on one topic → findings with positions, origins and a sentence for the reader."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from claimcheck.checking.blocking import Bundle, Entry, order
from claimcheck.checking.compare.number import Interval, relative_difference
from claimcheck.checking.explain import format_explanation
from claimcheck.checking.origins import Origin, Sources, find_origin, merge_origins
from claimcheck.checking.pairing import Link
from claimcheck.checking.verdicts import Judgement, judge
from claimcheck.models import Finding, Position, Topic
from claimcheck.settings import CheckSettings


def make_number_finding(
    bundles: Sequence[Bundle], links: Sequence[Link], sources: Sources, settings: CheckSettings
) -> Finding | None:
    """The finding on one group of figures, or None where only one article says it."""
    judgement = judge(bundles, links)
    entries = sorted((entry for bundle in bundles for entry in bundle.entries), key=order)
    if judgement is None or not _is_worth_telling(entries, judgement):
        return None
    origins = merge_origins(find_origin(entry.fact, sources) for entry in entries)
    positions = _positions(bundles, sources, origins)
    topic = _topic(entries)
    key = judgement.reason if judgement.verdict == "revision" else judgement.verdict
    return Finding(
        id=finding_id("number", [entry.fact.id for entry in entries]),
        verdict=judgement.verdict,
        aspect="number",
        topic=topic,
        claims=tuple(entry.fact.id for entry in entries),
        positions=positions,
        independent=count_origins(entries_origins(entries, sources), origins),
        difference=_difference(bundles),
        explanation=format_explanation(key, topic_words(topic), positions, settings.language),
        confidence=_confidence(entries, links, judgement),
    )


def finding_id(aspect: str, claims: Sequence[str]) -> str:
    """An id that depends on the aspect and the claims alone."""
    digest = hashlib.sha256("\n".join((aspect, *sorted(claims))).encode()).hexdigest()
    return f"finding:{digest[:16]}"


def entries_origins(entries: Sequence[Entry], sources: Sources) -> list[Origin]:
    """The origin of every entry."""
    return [find_origin(entry.fact, sources) for entry in entries]


def count_origins(found: Sequence[Origin], merged: dict[str, Origin]) -> int:
    """How many independent origins there are."""
    return len({merged[origin.id].id for origin in found})


def topic_words(topic: Topic) -> str:
    """The topic in a few words: item, event, whose, where."""
    parts = [part for part in (topic.item, topic.actor, topic.place) if part]
    return ", ".join(parts) or topic.event or "?"


def _is_worth_telling(entries: Sequence[Entry], judgement: Judgement) -> bool:
    if len({entry.fact.article for entry in entries}) > 1:
        return True
    return judgement.verdict in ("conflict", "revision")


def _positions(bundles: Sequence[Bundle], sources: Sources, origins: dict[str, Origin]) -> tuple[Position, ...]:
    by_interval: dict[Interval, list[Entry]] = {}
    for bundle in bundles:
        by_interval.setdefault(bundle.first.interval, []).extend(bundle.entries)
    made = [(interval, sorted(entries, key=order)) for interval, entries in by_interval.items()]
    made.sort(key=lambda pair: (pair[0].middle, pair[0].low or 0.0, order(pair[1][0])))
    return tuple(_position(interval, entries, sources, origins) for interval, entries in made)


def _position(interval: Interval, entries: Sequence[Entry], sources: Sources, origins: dict[str, Origin]) -> Position:
    names = sorted({origins[find_origin(entry.fact, sources).id].name for entry in entries})
    figure = entries[0].fact.figure
    return Position(
        value=_plain(interval.value),
        low=_plain(interval.low),
        high=_plain(interval.high),
        unit=interval.unit,
        text=figure.text if figure is not None else "",
        claims=tuple(entry.fact.id for entry in entries),
        origins=tuple(names),
        articles=tuple(sorted({entry.fact.article for entry in entries})),
    )


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value


def _topic(entries: Sequence[Entry]) -> Topic:
    topics = [entry.topic for entry in entries]
    events = [entry.fact.event or (entry.topic.event or "").lstrip("=") for entry in entries]
    items = [entry.fact.figure.item for entry in entries if entry.fact.figure is not None]
    owners = [topic.owner.name for topic in topics if topic.owner is not None]
    places = [place for topic in topics for place in sorted(topic.places)]
    event, item, actor, place = (_most_common(values) for values in (events, items, owners, places))
    name = "|".join(str(part or "") for part in (topics[0].dimension, topics[0].event, topics[0].thing, actor, place))
    digest = hashlib.sha256(f"{name}|{entries[0].fact.id}".encode()).hexdigest()
    return Topic(id=f"topic:{digest[:12]}", event=event, item=item, actor=actor, place=place, date=_day(entries))


def _day(entries: Sequence[Entry]) -> str | None:
    return _most_common([entry.fact.day.value for entry in entries if entry.fact.day is not None])


def _most_common(values: Sequence[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _difference(bundles: Sequence[Bundle]) -> float:
    middles = [bundle.first.interval.middle for bundle in bundles]
    return round(relative_difference(min(middles), max(middles)), 4)


def _confidence(entries: Sequence[Entry], links: Sequence[Link], judgement: Judgement) -> float:
    sure = min((entry.fact.confidence for entry in (*judgement.a.entries, *judgement.b.entries)), default=1.0)
    levels = {link.match.level for link in links}
    factor = 0.6 if "weak" in levels else 0.8 if "close" in levels else 0.95
    if any(entry.topic.inherited for entry in entries):
        factor *= 0.9
    return round(sure * factor, 3)
