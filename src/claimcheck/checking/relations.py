"""What two topics alone tell about each other, computed once for all pairs of figures with equal topics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from claimcheck.checking.matching import FACETS, Level, are_kin, find_match, is_open, other_owner, same_owner
from claimcheck.checking.topics import Topic
from claimcheck.checking.traits import has_trait
from claimcheck.checking.weights import weigh_evidence

Evidence = Iterator[tuple[str, float]]

CLASSES = frozenset({"person", "money", "share", "measure"})  # too many things are of these for a topic
PLAIN = CLASSES | {"age", "soldier_or_person"}
CROWDS = frozenset({"participation", "strike", "attendance", "rally"})
SCOPES = ("part", "sum", "stage", "severity", "period", "sub", "extra")


@dataclass(frozen=True, slots=True, eq=False)
class Relation:
    """Two topics. ``reasons``: why facets do not fit, by the name of the facet; ``evidence`` without what is 0.0, and its
    ``weight`` in the score of a pair."""

    a: Topic
    b: Topic
    reasons: Mapping[str, str]
    level: Level
    evidence: Mapping[str, float]
    weight: float
    other_thing: str | None  # name of the evidence that the counted things differ
    grows: bool  # one of the events is a count that grows
    is_crowd: bool  # one of the events is a crowd
    is_corrected: bool  # a report says that one figure holds no more
    is_settled: bool  # the same, or the words tell an earlier or a corrected figure


@dataclass(slots=True)
class Relations:
    """The relations of the topics of one block."""

    _numbers: dict[tuple[object, ...], int] = field(default_factory=dict)
    _found: dict[tuple[int, int], Relation] = field(default_factory=dict)

    def number(self, topic: Topic) -> int:
        """A number that equal topics share; the words of the sentence count only where an owner is named."""
        return self._numbers.setdefault((topic, topic.names if topic.owner is not None else None), len(self._numbers))

    def between(self, a: Topic, b: Topic, numbers: tuple[int, int]) -> Relation:
        """The relation of two topics with these numbers."""
        found = self._found.get(numbers)
        if found is None:
            found = self._found[numbers] = relate(a, b)
        return found


def relate(a: Topic, b: Topic) -> Relation:
    """The relation of two topics, the same for (a, b) and (b, a)."""
    reasons = {name: reason for name, facet in FACETS.items() if (reason := facet(a, b)) is not None}
    level: Level = "none" if reasons else find_match(a, b).level
    groups = (_things(a, b), _events(a, b), _scopes(a, b, reasons), _owners(a, b, reasons), _facets(level))
    corrected = a.scoping.is_corrected or b.scoping.is_corrected
    evidence = {"bias": 1.0} | {name: float(value) for group in groups for name, value in group if value}
    return Relation(
        a=a,
        b=b,
        reasons=reasons,
        level=level,
        evidence=evidence,
        weight=weigh_evidence(evidence),
        other_thing=_other_thing(a, b) if "thing" in reasons else None,
        grows=any(has_trait(topic.event, "grows") or has_trait(topic.event, "running") for topic in (a, b)),
        is_crowd=a.event in CROWDS or b.event in CROWDS,
        is_corrected=corrected,
        is_settled=corrected or any(t.scoping.is_earlier or t.scoping.correction == "word" for t in (a, b)),
    )


def _things(a: Topic, b: Topic) -> Evidence:
    same = a.thing is not None and a.thing == b.thing
    yield "same thing", same and a.thing not in CLASSES
    yield "same class of things", same and a.thing in CLASSES
    yield "same specific thing", same and a.thing not in PLAIN
    yield "one names no thing", (a.thing is None) != (b.thing is None)
    yield "people and something else", _are_listed(a, b) and a.is_person != b.is_person


def _other_thing(a: Topic, b: Topic) -> str:
    return "other listed thing" if _are_listed(a, b) else "other thing"


def _are_listed(a: Topic, b: Topic) -> bool:
    return all(topic.thing is not None and not topic.thing.startswith("=") for topic in (a, b))


def _events(a: Topic, b: Topic) -> Evidence:
    open_a, open_b = is_open(a), is_open(b)
    same = a.event is not None and a.event == b.event
    yield "same event", same and not open_a
    yield "same unlisted verb", same and open_a
    if not same and not open_a and not open_b:
        yield ("an event and the wider one" if are_kin(a, b) else "other event"), True
    yield "one tells no listed event", open_a != open_b
    yield "both tell no listed event", open_a and open_b and not same


def _scopes(a: Topic, b: Topic, reasons: Mapping[str, str]) -> Evidence:
    for name in SCOPES:
        left, right = getattr(a.scoping, name), getattr(b.scoping, name)
        if left != right:
            yield f"other {name}", True
            if name in ("stage", "period"):
                yield f"two {name}s", left is not None and right is not None
        elif name in ("stage", "part"):
            yield f"same {name}", left is not None
    changes = (a.scoping.change, b.scoping.change)
    yield "a change and a level", "change" in reasons
    yield "same change", None not in changes and changes[0] == changes[1]
    yield "planned and done", "stage of event" in reasons
    yield "one is planned", a.scoping.is_planned != b.scoping.is_planned
    yield "per one unit", a.per is not None and a.per == b.per
    yield "one is a rate", (a.per is None) != (b.per is None)
    yield "one is corrected", any(t.scoping.is_corrected or t.scoping.correction == "word" for t in (a, b))


def _owners(a: Topic, b: Topic, reasons: Mapping[str, str]) -> Evidence:
    yield "other owner", other_owner(a, b) is not None
    yield "other named owner", "whose" in reasons
    yield "same owner", same_owner(a, b)
    yield "one names an owner", (a.owner is None) != (b.owner is None)
    yield "other town", "town" in reasons
    yield "other day", "day" in reasons
    yield "counted thing taken over", a.inherited or b.inherited
    yield "event assumed", a.is_assumed or b.is_assumed


def _facets(level: Level) -> Evidence:
    if level != "none":
        yield f"all facets fit: {level}", True
