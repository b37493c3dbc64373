"""Groups of claims on one topic → findings with positions, origins and a sentence for the reader."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.checking.blocking import Bundle, Entry, order
from claimcheck.checking.compare.number import Interval, find_outcome, relative_difference
from claimcheck.checking.explain import format_explanation, format_topic
from claimcheck.checking.facts import Fact
from claimcheck.checking.origins import Origin, Sources, find_origins
from claimcheck.checking.pairing import Link
from claimcheck.checking.verdicts import Judgement, find_series, judge
from claimcheck.models import Aspect, Finding, Position, Topic, Verdict
from claimcheck.settings import CheckSettings

SURE = 0.95  # no finding is surer


@dataclass(frozen=True, slots=True)
class Judged:
    """Verdict, aspect and the key of its explanation; ``difference`` as in the contract."""

    aspect: Aspect
    verdict: Verdict
    reason: str
    difference: float | int | None
    confidence: float
    event: str | None = None  # class of this stage, for the words of the explanation


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers that the claims of a finding give, before origins are counted."""

    text: str
    facts: tuple[Fact, ...]
    interval: Interval | None = None


def make_finding(judged: Judged, answers: Sequence[Answer], topic: Topic, sources: Sources, settings: CheckSettings) -> Finding:
    """A finding with its positions in the order of the answers."""
    facts = sorted((fact for answer in answers for fact in answer.facts), key=fact_order)
    origins = find_origins(facts, [answer.facts for answer in answers], sources)
    positions = tuple(_position(answer, origins) for answer in answers)
    claims = tuple(fact.id for fact in facts)
    words = format_topic(topic, judged.event, settings.language)
    return Finding(
        id=finding_id(judged.aspect, claims),
        verdict=judged.verdict,
        aspect=judged.aspect,
        topic=topic,
        claims=claims,
        positions=positions,
        independent=len({origin.id for origin in origins.values()}),
        difference=judged.difference,
        explanation=format_explanation(judged.reason, words, positions, settings.language),
        confidence=round(judged.confidence, 3),
    )


def make_number_findings(
    bundles: Sequence[Bundle], links: Sequence[Link], sources: Sources, settings: CheckSettings
) -> list[Finding]:
    """The finding on one group of figures, none where only one article says it; and the revision inside a conflict."""
    judgement = judge(bundles, links)
    entries = [entry for bundle in bundles for entry in bundle.entries]
    if judgement is None or not _is_worth_telling(entries, judgement):
        return []
    found = [_number_finding(bundles, links, judgement, sources, settings)]
    series = find_series(bundles, links) if judgement.verdict == "conflict" else []
    if len({bundle.first.interval for bundle in series}) > 1 and _is_disputed(series, bundles):
        revised = Judgement("revision", "grown", series[0], series[-1])
        found.append(_number_finding(series, links, revised, sources, settings))
    return found


def _is_disputed(series: Sequence[Bundle], bundles: Sequence[Bundle]) -> bool:
    """True where a figure outside a series contradicts it; otherwise the series is the dispute."""
    held = {bundle.first.interval for bundle in series}
    return any(
        all(find_outcome(bundle.first.interval, interval) == "different" for interval in held)
        for bundle in bundles
        if bundle.first.interval not in held
    )


def _number_finding(
    bundles: Sequence[Bundle], links: Sequence[Link], judgement: Judgement, sources: Sources, settings: CheckSettings
) -> Finding:
    entries = sorted((entry for bundle in bundles for entry in bundle.entries), key=order)
    reason = judgement.reason if judgement.verdict == "revision" else judgement.verdict
    confidence = _confidence(entries, links, judgement)
    event = _most_common([entry.topic.event for entry in entries])
    judged = Judged("number", judgement.verdict, reason, _difference(bundles), confidence, event)
    return make_finding(judged, _answers(bundles), _topic(entries), sources, settings)


def finding_id(aspect: str, claims: Sequence[str]) -> str:
    """An id that depends on the aspect and the claims alone."""
    digest = hashlib.sha256("\n".join((aspect, *sorted(claims))).encode()).hexdigest()
    return f"finding:{digest[:16]}"


def _is_worth_telling(entries: Sequence[Entry], judgement: Judgement) -> bool:
    if len({entry.fact.article for entry in entries}) > 1:
        return True
    return judgement.verdict in ("conflict", "revision")


def _answers(bundles: Sequence[Bundle]) -> list[Answer]:
    by_interval: dict[Interval, list[Entry]] = {}
    for bundle in bundles:
        by_interval.setdefault(bundle.first.interval, []).extend(bundle.entries)
    made = [(interval, sorted(entries, key=order)) for interval, entries in by_interval.items()]
    made.sort(key=lambda pair: (pair[0].middle, pair[0].low or 0.0, order(pair[1][0])))
    return [Answer(_shown(entries[0]), tuple(entry.fact for entry in entries), interval) for interval, entries in made]


def _shown(entry: Entry) -> str:
    return entry.fact.figure.text if entry.fact.figure is not None else ""


def _position(answer: Answer, origins: dict[str, Origin]) -> Position:
    interval = answer.interval
    return Position(
        value=_plain(interval.value) if interval else None,
        low=_plain(interval.low) if interval else None,
        high=_plain(interval.high) if interval else None,
        unit=interval.unit if interval else None,
        text=answer.text,
        claims=tuple(fact.id for fact in answer.facts),
        origins=tuple(sorted({origins[fact.id].name for fact in answer.facts})),
        articles=tuple(sorted({fact.article for fact in answer.facts})),
    )


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value


def _topic(entries: Sequence[Entry]) -> Topic:
    facts = [entry.fact for entry in entries]
    topics = [entry.topic for entry in entries]
    events = [entry.fact.event or _listed(entry.topic.event) for entry in entries]
    owners = [topic.owner.name for topic in topics if topic.owner is not None]
    places = [place for topic in topics for place in sorted(topic.places)]
    name = "|".join(str(part or "") for part in (topics[0].dimension, topics[0].event, topics[0].thing))
    return make_topic(name, facts, _most_common(events), _most_common(owners), _most_common(places))


def _listed(event: str | None) -> str | None:
    """A class of events, None for a verb that no list holds."""
    return event if event is not None and not event.startswith("=") else None


def make_topic(name: str, facts: Sequence[Fact], event: str | None, actor: str | None, place: str | None) -> Topic:
    """The topic of facts in canonical words; its id depends on the name and the first claim."""
    items = [fact.figure.item for fact in facts if fact.figure is not None]
    days = [fact.day.value for fact in facts if fact.day is not None]
    digest = hashlib.sha256(f"{name}|{facts[0].id}".encode()).hexdigest()
    return Topic(
        id=f"topic:{digest[:12]}", event=event, item=_most_common(items), actor=actor, place=place, date=_most_common(days)
    )


def fact_order(fact: Fact) -> tuple[str, str, int, int, str]:
    """A key that sorts facts by time of publication, article and place in it."""
    figure = fact.figure
    return (fact.published or "", fact.article, fact.start, figure.start if figure is not None else 0, fact.id)


def _most_common(values: Sequence[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _difference(bundles: Sequence[Bundle]) -> float:
    middles = [bundle.first.interval.middle for bundle in bundles]
    return round(relative_difference(min(middles), max(middles)), 4)


def _confidence(entries: Sequence[Entry], links: Sequence[Link], judgement: Judgement) -> float:
    sure = min((entry.fact.confidence for entry in (*judgement.a.entries, *judgement.b.entries)), default=1.0)
    return round(sure * _topic_chance(links), 3)


def _topic_chance(links: Sequence[Link]) -> float:
    """The mean chance that two figures of the finding speak of one topic; 0.95 for one figure told several times."""
    if not links:
        return SURE
    return min(SURE, sum(1 / (1 + math.exp(-link.score.value)) for link in links) / len(links))
