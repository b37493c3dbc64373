"""What alone keeps two figures apart, whatever else speaks for one topic.

Each rule held for all or nearly all pairs of the training scenarios; what only speaks against one topic is evidence.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import lru_cache

from claimcheck.checking.blocking import Bundle, Entry
from claimcheck.checking.compare.comparison import Comparison
from claimcheck.checking.evidence import speaker_of
from claimcheck.checking.facts import day_number
from claimcheck.checking.profiles import alike_nouns
from claimcheck.checking.relations import Relation, relate
from claimcheck.checking.topics import Topic
from claimcheck.checking.traits import has_trait
from claimcheck.settings import CheckSettings

HARD_FACETS = ("place", "day", "whose", "severity")
FACETS_OF_FIGURES = ("rate", "stage of event", "sub")  # for figures that differ
FACETS_OF_BOUNDS = ("thing", "change")
FARTHEST_BOUND = 2.0  # factor between a bound ("mehr als 1.500") and a figure that it may mean
YEARLY = ("money", "share")
REPORTING_PERIODS = frozenset({"months", "half", "quarter"})
STAGES_OF_FIGURES = frozenset({"allowed", "demanded", "offered"})  # a figure of one of these contradicts only its like


def find_veto(
    a: Bundle, b: Bundle, comparison: Comparison, settings: CheckSettings, relation: Relation | None = None
) -> str | None:
    """The reason why two bundles are never one topic, or None. ``relation``: that of their topics, where it is known already."""
    if comparison.verdict == "unknown":
        return "one figure is not known"
    one, other = a.first, b.first
    told = relation or relate(one.topic, other.topic)
    return (
        _two_topics(told)
        or _two_people(one, other)
        or _two_scopes(one, other)
        or _part_and_total(one, other)
        or _one_voice(a, b, comparison)
        or (_two_figures(told) if comparison.verdict == "different" else None)
        or _open_end(one, other, comparison, told.reasons)
        or _far_apart(a, b, settings)
    )


@lru_cache(maxsize=4096)
def _two_topics(relation: Relation) -> str | None:
    """Two scenes, days, owners; and two stages: demanded and offered, allowed and needed."""
    a, b, reasons = relation.a, relation.b, relation.reasons
    return next((reasons[name] for name in HARD_FACETS if name in reasons), None) or _two_stages(a, b)


def _two_stages(a: Topic, b: Topic) -> str | None:
    stages = (a.scoping.stage, b.scoping.stage)
    return " / ".join(map(str, stages)) if None not in stages and stages[0] != stages[1] else None


def _two_people(a: Entry, b: Entry) -> str | None:
    """Two ages are those of one person only where both name the role or the same name."""
    if a.topic.dimension != "age":
        return None
    names = [entry.fact.actor.id if entry.fact.actor is not None else None for entry in (a, b)]
    same = names[0] == names[1] is not None or a.topic.event == b.topic.event is not None
    return None if same else "ages of two people"


def _two_scopes(a: Entry, b: Entry) -> str | None:
    p, q = a.profile, b.profile
    subs = (a.topic.scoping.sub, b.topic.scoping.sub)
    if subs[0] != subs[1] and "second" not in subs:
        return f"{subs[0] or '-'} / {subs[1] or '-'}"
    if p.is_average != q.is_average:
        return "one is an average"
    return "one stands in a subordinate clause" if p.is_subordinate != q.is_subordinate else None


def _part_and_total(a: Entry, b: Entry) -> str | None:
    """ "92 der 118 Filialen"."""
    one_sentence = a.fact.article == b.fact.article and a.fact.sentence == b.fact.sentence
    return "a part and its total" if one_sentence and a.profile.is_total != b.profile.is_total else None


def _open_end(a: Entry, b: Entry, comparison: Comparison, reasons: Mapping[str, str]) -> str | None:
    """ "mehr als 1.500" meets 12.000, but nobody puts 12.000 like that; only a count that grows leaves its bound behind.
    A bound fits so much that the counted thing must be the same, and a rise meets no level."""
    if comparison.verdict != "meeting" or None not in (a.interval.low, a.interval.high, b.interval.low, b.interval.high):
        return None
    for name in FACETS_OF_BOUNDS:
        if name in reasons:
            return reasons[name]
    if all(has_trait(entry.topic.event, "grows") for entry in (a, b)):
        return None
    low, high = sorted((a.interval.middle, b.interval.middle))
    return "a bound far from the figure" if low <= 0 or high / low > FARTHEST_BOUND else None


@lru_cache(maxsize=4096)
def _two_figures(relation: Relation) -> str | None:
    """Figures that differ contradict each other only at the same stage and rate."""
    a, b, reasons = relation.a, relation.b, relation.reasons
    return (
        next((reasons[name] for name in FACETS_OF_FIGURES if name in reasons), None)
        or _differ(a.scoping.stage, b.scoping.stage, STAGES_OF_FIGURES)
        or _two_periods(a.scoping.period, b.scoping.period, is_yearly=a.dimension.startswith(YEARLY))
        or _two_stuffs(a, b)
    )


def _differ(one: str | None, other: str | None, telling: Set[str]) -> str | None:
    """The two values where they differ and one of them tells that much."""
    return f"{one or '-'} / {other or '-'}" if one != other and {one, other} & telling else None


def _two_periods(one: str | None, other: str | None, *, is_yearly: bool) -> str | None:
    """A sum or share of a named year, half or quarter is none of now."""
    told = [period for period in (one, other) if period is not None and is_yearly]
    named = [period for period in told if period.isdigit() or period in REPORTING_PERIODS]
    return f"{one or '-'} / {other or '-'}" if one != other and named else None


def _two_stuffs(a: Topic, b: Topic) -> str | None:
    """300 Kilogramm Kokain and 350 Kilogramm Heroin; "zwei mehr als zuvor" is no count."""
    if a.dimension == "count" and "difference" in (a.scoping.extra, b.scoping.extra):
        return "a difference" if a.scoping.extra != b.scoping.extra else None
    things = (a.thing or "", b.thing or "")
    stuffs = a.dimension.startswith("measure") and things[0] != things[1] and all(thing.startswith("=") for thing in things)
    return " / ".join(thing.lstrip("=") for thing in things) if stuffs and not alike_nouns(*things) else None


def _one_voice(a: Bundle, b: Bundle, comparison: Comparison) -> str | None:
    """One article gives two figures for one thing only where it names two speakers or corrects itself."""
    if comparison.verdict != "different":
        return None
    for one in a.entries:
        for other in b.entries:
            if one.fact.article != other.fact.article or _is_corrected(one) or _is_corrected(other):
                continue
            voices = (speaker_of(one.fact.voice), speaker_of(other.fact.voice))
            told_on = voices[0] == voices[1] == "?" and one.topic.inherited != other.topic.inherited
            if voices[0] == voices[1] and not told_on:  # "nach ihren Angaben 3.200, die Firma sprach von 1.800"
                return "two figures of one article and one speaker"
    return None


def _is_corrected(entry: Entry) -> bool:
    scoping = entry.topic.scoping
    return scoping.is_corrected or scoping.is_earlier or scoping.correction == "word"


def _far_apart(a: Bundle, b: Bundle, settings: CheckSettings) -> str | None:
    """Every report of one is too long before those of the other, which a chain of reports may join to one event."""
    first, second = day_number(a.first.fact.published), day_number(b.first.fact.published)
    if first is not None and second is not None and abs(first - second) <= settings.event_days:
        return None
    one, other = ({day_number(entry.fact.published) for entry in bundle.entries} for bundle in (a, b))
    if None in one or None in other:
        return None
    days = min(abs((x or 0) - (y or 0)) for x in one for y in other)
    return "reports of two times" if days > settings.event_days else None
