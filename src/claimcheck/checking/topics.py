"""The topic of a figure: what it counts, what happens to that, whose, where, when and at which stage.

Two figures are comparable only where their topics fit (``matching``). What the words do not tell is None, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claimcheck.checking.compare.number import common_unit
from claimcheck.checking.context import Context
from claimcheck.checking.counted import DIMENSION, find_counted, is_person
from claimcheck.checking.facts import Fact, Figure, Party
from claimcheck.checking.places import Rivals, find_places, is_capital
from claimcheck.checking.scopes import Scoping, find_scoping
from claimcheck.checking.traits import is_speech
from claimcheck.checking.words import beginnings, find_clause, find_words, stem_of

FROM_FIGURE = re.compile(r"\bvon\s+(?:\w+\s+){0,2}$")
TO_FIGURE = re.compile(r"^\W*(?:\w+\W+){0,2}auf\s+(?:\w+\s+){0,2}\d")


@dataclass(frozen=True, slots=True)
class Topic:
    """What one figure speaks of. ``dimension`` and ``unit`` say what can be converted into what."""

    dimension: str
    thing: str | None
    event: str | None
    owner: Party | None
    scoping: Scoping
    places: frozenset[str]  # where it happens: main places of the event, one standing for all that are one scene
    towns: frozenset[str]  # the same without taking together what only one article names together
    is_placed: bool  # the sentence or paragraph says where, not only the lead
    per: str | None
    names: frozenset[str] = field(default=frozenset(), compare=False)  # beginnings of the longer words of the sentence
    inherited: bool = False
    is_owner_named: bool = False  # the figure names the owner; otherwise it is who acts
    is_assumed: bool = False  # the event is that of the sentence before or of the whole article

    @property
    def is_person(self) -> bool:
        """True where people are counted."""
        return is_person(self.thing)


def find_topics(facts: Sequence[Fact], context: Context, rivals: Rivals, published: str | None) -> list[Topic]:
    """The topics of the facts of one article that have a figure, in the order of the facts.

    ``rivals`` are the main places of all articles about the event: only these tell two events apart.
    """
    topics: list[Topic] = []
    for index, fact in enumerate(facts):
        topic = _topic(fact, context, rivals, published)
        topic = _in_crowd(_inherit(facts, topics, index, topic, context), context)
        topics.append(_without_idle_extra(topic, topics))
    return topics


def _in_crowd(topic: Topic, context: Context) -> Topic:
    """In an article about a demonstration, people of whom nothing else is told are those who came; in one about a strike,
    those who took part are strikers."""
    if context.is_strike and not context.is_crowd and topic.event == "participation":
        return replace(topic, event="strike")
    is_open = topic.event is None or topic.event.startswith("=")
    if not (is_open and topic.thing == "person" and context.is_crowd) or topic.scoping.extra or topic.scoping.part:
        return topic
    return replace(topic, event="participation", is_assumed=True)


def _without_idle_extra(topic: Topic, before: Sequence[Topic]) -> Topic:
    """ "23 weitere" adds to a figure only where one of the same event went before."""
    if topic.scoping.extra in (None, "difference") or any(other.event == topic.event for other in before[-3:]):
        return topic
    return replace(topic, scoping=replace(topic.scoping, extra=None))


def _topic(fact: Fact, context: Context, rivals: Rivals, published: str | None) -> Topic:
    figure = fact.figure
    if figure is None:
        raise ValueError(f"claim {fact.id} has no figure")
    left, right = find_clause(fact.text, figure.start - fact.start, figure.end - fact.start)
    clause = fact.text[left:right]
    words = find_words(clause)
    at = figure.start - fact.start - left
    before = clause[: max(at, 0)]
    thing, event = find_counted(fact, figure, words, clause, at)
    scoping = find_scoping(fact, figure, words, clause, at, published)
    if FROM_FIGURE.search(before) and TO_FIGURE.search(clause[at + len(figure.text) :]):
        scoping = replace(scoping, period="previous")
    anchor = find_anchor(fact, context, rivals)
    return Topic(
        dimension=_dimension(figure),
        thing=thing,
        event=event,
        owner=_owner(fact, figure),
        is_owner_named=figure.of is not None,
        scoping=_with_sub(scoping, fact, context),
        places=anchor.scenes,
        towns=anchor.towns,
        is_placed=anchor.is_explicit,
        per=figure.per,
        names=beginnings(fact.text),
    )


def _dimension(figure: Figure) -> str:
    name = DIMENSION.get(figure.kind, figure.kind)
    return f"{name} {common_unit(figure.unit)}" if name in ("measure", "money") else name


def _with_sub(scoping: Scoping, fact: Fact, context: Context) -> Scoping:
    if scoping.sub is not None:
        return scoping
    passage = context.passage_at(fact.start)
    if passage is None or passage.sub is None or fact.figure is None:
        return scoping
    return replace(scoping, sub=passage.sub) if _sub_before(passage.text, fact.figure.start - passage.start) else scoping


def _sub_before(text: str, offset: int) -> bool:
    """True where the second event is named in the sentence of the figure or the one before it."""
    sentences = re.split(r"(?<=[a-zäöüß“”\"]{2})[.!?]\s", text[:offset])
    near = " ".join(sentences[-2:]).lower()
    return "gegen" in near and bool(re.search(r"gegen(?:demo|kundgebung|protest|seite|veranstaltung)", near))


@dataclass(frozen=True, slots=True)
class Anchor:
    """Main places of the event at which a claim plays; ``is_explicit``: its own sentence or paragraph says so."""

    scenes: frozenset[str]
    towns: frozenset[str]
    is_explicit: bool


def find_anchor(fact: Fact, context: Context, rivals: Rivals) -> Anchor:
    """Where a claim plays: its own sentence decides, else the place named last before it in the paragraph, else the lead.

    In the lead itself the last place counts for what happens (``scenes``), not for what bodies own (``towns``).
    """
    own = find_places(fact.text) & rivals.names if rivals.names else frozenset()
    if own:
        return Anchor(rivals.scenes(own), rivals.towns(own), not all(is_capital(name) for name in own))
    main = context.places & rivals.names
    passage = context.passage_at(fact.start)
    last = rivals.last_named(passage.text[: fact.end - passage.start]) if passage is not None and rivals.names else None
    if last is None:
        return Anchor(rivals.scenes(main), rivals.towns(main), False)
    names = frozenset({last})
    if passage is not context.passages[0]:
        return Anchor(rivals.scenes(names), rivals.towns(names), not is_capital(last))
    return Anchor(rivals.scenes(main if last in main else names), rivals.towns(main), False)


def _owner(fact: Fact, figure: Figure) -> Party | None:
    """Whose the counted things are: what the figure names, else an acting body that is not the source."""
    if figure.of is not None and figure.of.kind in ("organization", "country", "place", "media"):
        return figure.of
    actor, voice = fact.actor, fact.voice
    if actor is None or actor.kind not in ("organization", "country", "media") or is_speech(fact.lemma):
        return None
    speakers = {party.id for party in (voice.speaker, voice.body) if party is not None} if voice is not None else set()
    return None if actor.id in speakers else actor


def _inherit(facts: Sequence[Fact], topics: Sequence[Topic], index: int, topic: Topic, context: Context) -> Topic:
    """A bare figure ("die Polizei zählte 900") counts what the figure before it in the paragraph counted."""
    figure = facts[index].figure
    if figure is None or figure.item is not None or figure.bound == "vague" or topic.dimension != "count" or not topics:
        return topic
    if f"({figure.text})" in facts[index].text:
        role = re.search(r"(?P<name>[A-ZÄÖÜ]\w+)\s*$", facts[index].text.split(f"({figure.text})")[0])
        return replace(topic, dimension="age", thing="age", event=f"={stem_of(role['name'])}" if role else None)
    if topic.event is not None and not topic.event.startswith("="):
        return topic
    before = topics[index - 1]
    same = facts[index - 1].sentence == facts[index].sentence
    near = context.passage_at(facts[index].start) == context.passage_at(facts[index - 1].start)
    if before.dimension != "count" or not (same or near) or before.scoping.part is not None:
        return topic
    owner = topic.owner or before.owner
    return replace(topic, thing=before.thing, event=before.event, owner=owner, inherited=True, is_assumed=not same)
