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
from claimcheck.checking.occasions import is_open, on_occasion
from claimcheck.checking.places import Rivals, find_places, is_capital
from claimcheck.checking.scopes import Scoping, find_scoping
from claimcheck.checking.traits import find_family, is_counting, is_speech
from claimcheck.checking.words import beginnings, find_clause, find_words, stem_of

FROM_FIGURE = re.compile(r"\bvon\s+(?:\w+\s+){0,2}$")
GIFTS = frozenset({"aid", "donation", "funding", "payment"})  # money of whoever gives it, a town or a person as well
NEXT_SENTENCE = 5  # characters between two sentences
TOLD_BEFORE = re.compile(r"\b(?:die\ Rede|ausgegangen|gesprochen|gemeldet|genannt|angegeben)\b")
SPEAKS_OF = re.compile(
    r"\b(?:sprach(?:en)?|spricht|sprechen|zählten?|zählt|zählen|nannten?|nennt|nennen|ging(?:en)?|geht|meldeten?)\b"
)
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
    day: int | None = None  # the day of a strike, where the words name it
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
        topic = on_occasion(_inherit(facts, topics, index, topic, context), fact, context, topics[-1] if topics else None)
        topics.append(_without_idle_forecast(_without_idle_extra(topic, topics)))
    return [_like_partner(facts, topics, index) for index in range(len(topics))]


def _like_partner(facts: Sequence[Fact], topics: Sequence[Topic], index: int) -> Topic:
    """ "28 statt 29 Sitze": the replaced figure speaks of what the figure beside it in the sentence speaks of."""
    topic, figure = topics[index], facts[index].figure
    if TOLD_BEFORE.search(facts[index].text) and _is_bare(topic, figure) and index > 0:
        near = facts[index].start - facts[index - 1].end < NEXT_SENTENCE and facts[index].article == facts[index - 1].article
        if near and topics[index - 1].dimension == topic.dimension:
            return replace(topics[index - 1], scoping=replace(topics[index - 1].scoping, is_corrected=True))
    beside = [
        other
        for other, fact in enumerate(facts)
        if other != index and fact.sentence == facts[index].sentence and topics[other].dimension == topic.dimension
    ]
    if not topic.scoping.is_replaced or not beside:
        return topic
    partner = topics[min(beside, key=lambda other: (abs(facts[other].start - facts[index].start), abs(other - index)))]
    scoping = replace(partner.scoping, is_corrected=True, is_replaced=True)
    return replace(partner, scoping=scoping, dimension=topic.dimension)


def _without_idle_forecast(topic: Topic) -> Topic:
    """Only what is booked has a forecast of its own: costs and damages are never more than expected."""
    if topic.scoping.stage != "forecast" or topic.event not in ("cost", "damage"):
        return topic
    return replace(topic, scoping=replace(topic.scoping, stage=None))


def _without_idle_extra(topic: Topic, before: Sequence[Topic]) -> Topic:
    """ "23 weitere" adds to a figure only where one of the same event went before."""
    if topic.event == "missing" and topic.scoping.stage == "needed":  # "fehlt jede Spur"
        return replace(topic, scoping=replace(topic.scoping, stage=None))
    if find_family(topic.event) == "hospital" and topic.scoping.part is not None:
        return replace(topic, scoping=replace(topic.scoping, part=None))
    if topic.event == "one_off" and topic.scoping.extra == "further":
        return replace(topic, scoping=replace(topic.scoping, extra=None))
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
    if not scoping.is_replaced and FROM_FIGURE.search(before) and TO_FIGURE.search(clause[at + len(figure.text) :]):
        scoping = replace(scoping, period="previous")
    anchor = find_anchor(fact, context, rivals)
    return Topic(
        dimension=_dimension(figure),
        thing=thing,
        event=event,
        owner=_owner(fact, figure) or _giver(fact, event),
        is_owner_named=figure.of is not None,
        scoping=_with_sub(scoping, fact, context),
        places=anchor.scenes,
        towns=anchor.towns,
        is_placed=anchor.is_explicit,
        per=figure.per,
        day=_day(fact, event),
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


def _day(fact: Fact, event: str | None) -> int | None:
    """The day of a strike: each has a count of its own."""
    day = fact.day
    if event != "strike" or day is None or day.first is None or day.first != day.last or is_speech(fact.lemma):
        return None
    return day.first


def _giver(fact: Fact, event: str | None) -> Party | None:
    """A town gives money as well; who only promises it as a person speaks for others."""
    return fact.actor if event in GIFTS and fact.actor is not None and fact.actor.kind != "person" else None


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
    if figure is not None and topic.dimension.startswith("money") and topics:
        return _reckoned(facts[index - 1], facts[index], topics[-1], topic)
    if figure is None or figure.bound == "vague" or topic.dimension != "count" or not topics:
        return topic
    elliptic = _is_elliptic(facts[index], figure)
    if figure.item is not None and not elliptic:
        return topic
    if f"({figure.text})" in facts[index].text:
        role = re.search(r"(?P<name>[A-ZÄÖÜ]\w+)\s*$", facts[index].text.split(f"({figure.text})")[0])
        return replace(topic, dimension="age", thing="age", event=f"={stem_of(role['name'])}" if role else None)
    before = topics[index - 1]
    if topic.event is not None and not topic.event.startswith("=") and not elliptic:
        return replace(topic, thing=before.thing) if topic.event == "hospital" and before.is_person else topic
    same = facts[index - 1].sentence == facts[index].sentence
    near = context.passage_at(facts[index].start) == context.passage_at(facts[index - 1].start)
    if before.dimension != "count" or not (same or near) or before.scoping.part is not None:
        return topic
    owner = topic.owner or before.owner
    return replace(topic, thing=before.thing, event=before.event, owner=owner, inherited=True, is_assumed=not same)


def _is_bare(topic: Topic, figure: Figure | None) -> bool:
    bare = figure is not None and figure.item is None and is_open(topic)
    return bare and topic.scoping.is_corrected and topic.scoping.part is None


def _reckoned(last: Fact, fact: Fact, before: Topic, topic: Topic) -> Topic:
    """ "Der Bau soll 1,3 Milliarden kosten. Der Bund rechnet mit 1,8 Milliarden": another voice on the sum just named."""
    figure = fact.figure
    if figure is None or topic.event is not None or figure.item is not None or not is_counting(fact.lemma):
        return topic
    alone = re.match(r"\s*(?:[.,;:!?]|$)", fact.text[figure.end - fact.start :])
    near = 0 <= fact.start - last.end < NEXT_SENTENCE
    if not alone or not near or before.dimension != topic.dimension or before.event not in ("cost", "damage"):
        return topic
    return replace(topic, event=before.event, thing=before.thing)


def _is_elliptic(fact: Fact, figure: Figure) -> bool:
    """ "200 Menschen streikten, die Firma sprach von 90": the counted noun was taken over from the clause before."""
    left, right = find_clause(fact.text, figure.start - fact.start, figure.end - fact.start)
    clause = fact.text[left:right]
    return (
        figure.item is not None
        and SPEAKS_OF.search(clause[: max(figure.start - fact.start - left, 0)]) is not None
        and all(stem_of(word.text) != stem_of(figure.item) for word in find_words(clause[figure.start - fact.start - left :]))
    )
