"""Do two figures speak of the same thing? Facets in order; the first that does not fit decides, with its reason.

STRONG: the words of both say so, their figures may contradict each other. WEAK: nothing speaks against it, but one side tells
too little. NONE: two different things. The level is one piece of evidence among others (``evidence``), the facets are the rules
of ``vetoes``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from claimcheck.checking.facts import Party
from claimcheck.checking.topics import Topic
from claimcheck.checking.traits import find_family, has_trait
from claimcheck.checking.words import beginnings

TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})

WIDE = frozenset(
    {"=gerät", "=stück", "=exemplar", "=fahrzeug", "=einheit", "=tier", "=objekt", "=anlag"}
)  # words for many things
OWNED = frozenset({"vote", "seats", "aid", "donation", "funding", "payment"})  # nothing without whose it is
ALIKE = frozenset({"person", "resident", "worker", "patient"})  # people of whom one event is told in other words

Level = Literal["strong", "close", "weak", "none"]
Facet = Callable[[Topic, Topic], str | None]


@dataclass(frozen=True, slots=True)
class Match:
    """How well two topics fit; "close" is strong only where the figures are near each other."""

    level: Level
    reasons: tuple[str, ...]


def match_topics(a: Topic, b: Topic) -> Match:
    """How well two topics fit, the same for (a, b) and (b, a)."""
    for facet in FACETS.values():
        reason = facet(a, b)
        if reason is not None:
            return Match("none", (reason,))
    return find_match(a, b)


def find_match(a: Topic, b: Topic) -> Match:
    """How well two topics fit that no facet keeps apart."""
    reasons = []
    level: Level = "strong"
    if a.event is None or a.event != b.event:
        reasons.append("one does not say what happens" if is_open(a) or is_open(b) else "a class and a wider one")
        level = "close" if _is_specific(a, b) or are_kin(a, b) else "weak"
    if not _same_thing(a, b):
        reasons.append(f"{_label(a.thing)} / {_label(b.thing)}")
        level = "weak"
    if a.is_assumed or b.is_assumed:
        reasons.append("what happens is told by the sentence before or the article only")
        taken_over = (a.is_assumed and a.inherited) or (b.is_assumed and b.inherited)
        level = "weak" if taken_over else "close" if level == "strong" else level
    if (owners := other_owner(a, b)) is not None:
        reasons.append(owners)
        level = "weak"
    if {a.event, b.event} & OWNED and (a.owner is None) != (b.owner is None):
        reasons.append("one does not say whose")
        level = "weak"
    if a.per != b.per:
        reasons.append(f"per {a.per} / per {b.per}")
        level = "weak"
    if a.scoping.part is not None:
        reasons.append("parts of another figure")
        level = "weak"
    if a.inherited or b.inherited:
        reasons.append("the counted thing is taken from the figure before")
    if level == "strong":
        reasons.append(f"same thing: {_label(a.event)} {_label(a.thing)}")
    return Match(level, tuple(reasons))


def _is_promise(topic: Topic) -> bool:
    return topic.scoping.is_planned or topic.event == "pledge"


def are_kin(a: Topic, b: Topic) -> bool:
    """True for an event and the wider class of it: infected and ill."""
    return a.event is not None and find_family(a.event) == find_family(b.event)


def is_open(topic: Topic) -> bool:
    """True where the words do not tell what happens, or tell it with a verb that no list knows."""
    return topic.event in (None, "affected") or str(topic.event).startswith("=")


def _is_specific(a: Topic, b: Topic) -> bool:
    """True where the counted thing alone makes a topic, as long as no unlisted verb stands against it, or the demand."""
    if a.dimension == "share" and a.scoping.stage in ("demanded", "offered") and a.scoping.change == b.scoping.change:
        return {a.event, b.event} == {None, "wage"}
    if a.thing in (None, "person", "soldier_or_person", "age", "percent", "money", "measure", "share"):
        return False
    return a.thing == b.thing and (a.event is None or b.event is None)


def _same_thing(a: Topic, b: Topic) -> bool:
    if a.thing == b.thing:
        return a.thing is not None or a.event is not None
    things = {a.thing, b.thing}
    if "measure" in things:
        return a.event == b.event
    if things <= {"soldier", "soldier_or_person", "person"}:
        return a.event == b.event
    return "person" in things and things <= ALIKE and are_kin(a, b) and has_trait(a.event, "located")


def _label(value: object) -> str:
    return "?" if value is None else str(value).lstrip("=")


def _dimension(a: Topic, b: Topic) -> str | None:
    return None if a.dimension == b.dimension else f"{a.dimension} / {b.dimension}"


def _rate(a: Topic, b: Topic) -> str | None:
    if a.per == b.per or (a.per and b.per and not {a.per, b.per} & TIMES):
        return None
    return f"per {a.per} / per {b.per}"


def _event(a: Topic, b: Topic) -> str | None:
    if a.event == b.event or is_open(a) or is_open(b):
        return None
    if are_kin(a, b):
        return "planned / done" if _is_promise(a) != _is_promise(b) else None
    return f"{_label(a.event)} / {_label(b.event)}"


def _thing(a: Topic, b: Topic) -> str | None:
    if a.thing is None or b.thing is None or a.thing == b.thing or "measure" in (a.thing, b.thing):
        return None
    if a.is_person and b.is_person and ("person" in (a.thing, b.thing) or {a.thing, b.thing} == {"soldier", "soldier_or_person"}):
        return None
    if (a.thing == "soldier_or_person" and b.is_person) or (b.thing == "soldier_or_person" and a.is_person):
        return None
    if a.event == b.event == "deployment" and "rescuer" in (a.thing, b.thing):
        return None
    if _is_unlisted_person(a, b) or _is_unlisted_person(b, a):
        return None
    if {a.thing, b.thing} & WIDE and a.thing.startswith("=") and b.thing.startswith("="):
        return None
    return f"{_label(a.thing)} / {_label(b.thing)}"


def _is_unlisted_person(a: Topic, b: Topic) -> bool:
    return a.thing is not None and a.thing.startswith("=") and b.thing == "person"


def _scope(name: str) -> Callable[[Topic, Topic], str | None]:
    def facet(a: Topic, b: Topic) -> str | None:
        left, right = getattr(a.scoping, name), getattr(b.scoping, name)
        return None if left == right else f"{name}: {left or '-'} / {right or '-'}"

    return facet


def _change(a: Topic, b: Topic) -> str | None:
    """A change against a level, or up against down; "um 25 Prozent" alone goes either way."""
    left, right = a.scoping.change, b.scoping.change
    if a.event == b.event == "wage" and a.scoping.stage in ("demanded", "offered") and None in (left, right):
        return None
    if left == right or (left and right and "change" in (left, right)):
        return None
    return f"change: {left or '-'} / {right or '-'}"


def _stage(a: Topic, b: Topic) -> str | None:
    one, other = a.scoping, b.scoping
    if (one.is_planned and other.is_done) or (other.is_planned and one.is_done):
        return "planned / done"
    if one.is_planned != other.is_planned and has_trait(a.event or b.event, "located"):
        return "planned / done"
    return None


def _whose(a: Topic, b: Topic) -> str | None:
    return other_owner(a, b) if a.is_owner_named and b.is_owner_named else None


def other_owner(a: Topic, b: Topic) -> str | None:
    """The two owners where they are two; None where one is not named, or where it does not matter whose it is."""
    if a.owner is None or b.owner is None or same_owner(a, b):
        return None
    if a.dimension == "count" and has_trait(a.event, "located"):
        return None
    if _names(a, b.owner) and _names(b, a.owner):
        return None
    return f"{a.owner.name} / {b.owner.name}"


def _names(topic: Topic, owner: Party) -> bool:
    return bool(topic.names & beginnings(owner.name))


def same_owner(a: Topic, b: Topic) -> bool:
    """True where both name one owner, perhaps by a shorter name."""
    return a.owner is not None and b.owner is not None and (a.owner.id == b.owner.id or _contains(a.owner, b.owner))


def _contains(a: Party, b: Party) -> bool:
    if _is_state(a) and _is_state(b) and beginnings(a.name) & beginnings(b.name) - {"regier"}:
        return True
    one, other = set(a.name.split()), set(b.name.split())
    return one <= other or other <= one


def _is_state(party: Party) -> bool:
    """True for a country and its government: "Österreich", "Österreichische Regierung"."""
    return party.kind == "country" or party.name.endswith("Regierung")


def _day(a: Topic, b: Topic) -> str | None:
    """Counts of two days of one week; the same weekday of two weeks is one day read wrongly more often than two days."""
    if a.day is None or b.day is None or not 0 < abs(a.day - b.day) < 7:
        return None
    return "two days"


def _place(a: Topic, b: Topic) -> str | None:
    """Two scenes of what happens at a place."""
    located = all(has_trait(topic.event, "located") or topic.dimension == "age" for topic in (a, b))
    return _apart(a.places, b.places) if located else None


def _town(a: Topic, b: Topic) -> str | None:
    """Two places of what a body has or does, where a sentence or paragraph says so."""
    if has_trait(a.event, "located") or not (a.is_placed or b.is_placed):
        return None
    return _apart(a.towns, b.towns)


def _apart(left: frozenset[str], right: frozenset[str]) -> str | None:
    if not left or not right or left & right:
        return None
    return f"{', '.join(sorted(left))} / {', '.join(sorted(right))}"


FACETS: dict[str, Facet] = {
    "dimension": _dimension,
    "rate": _rate,
    "event": _event,
    "thing": _thing,
    "part": _scope("part"),
    "sum": _scope("sum"),
    "stage": _scope("stage"),
    "severity": _scope("severity"),
    "period": _scope("period"),
    "sub": _scope("sub"),
    "change": _change,
    "extra": _scope("extra"),
    "stage of event": _stage,
    "whose": _whose,
    "day": _day,
    "place": _place,
    "town": _town,
}
