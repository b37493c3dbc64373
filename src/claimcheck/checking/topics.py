"""The topic of a figure: what it counts, what happens to that, whose, where, when and at which stage.

Two figures are comparable only where their topics fit (``matching``). What the words do not tell is None, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from claimcheck.checking.compare.number import common_unit
from claimcheck.checking.context import Context
from claimcheck.checking.facts import Fact, Figure, Party
from claimcheck.checking.places import find_places, is_capital
from claimcheck.checking.scopes import Scoping, find_scoping
from claimcheck.checking.words import Concept, Word, find_clause, find_concept, find_words, load_phrases, stem_of
from claimcheck.extraction.actors.lexicons import countries
from claimcheck.extraction.events.items import item_class

PERSONS = frozenset(
    {"person", "child", "youth", "woman", "resident", "patient", "member", "soldier", "soldier_or_person", "police",
     "firefighter", "rescuer", "helper", "worker"}
)  # fmt: skip
OVERRIDING = frozenset(
    {"death", "injury", "missing", "arrest", "rescue", "evacuation", "infection", "illness", "hospital", "conviction",
     "hostage", "charge", "treatment", "cut", "creation", "closing", "opening", "homeless", "vaccination", "destruction",
     "harm", "strike", "securing"}
)  # fmt: skip
LASTING = frozenset({"death", "injury", "missing", "arrest"})  # nouns that keep their event whatever the verb says
GENERIC_VERBS = frozenset(
    {"sein", "haben", "werden", "geben", "betragen", "liegen", "kommen", "nennen", "sprechen", "sagen", "zählen", "beziffern",
     "rechnen", "melden", "mitteilen", "ausgehen", "schätzen", "belaufen", "erreichen", "angeben", "bestätigen", "berichten",
     "machen", "gehen", "stehen", "bleiben", "heißen", "steigen", "sinken", "erhöhen", "lauten", "gelten", "können", "sollen",
     "wollen", "müssen", "teilen", "erklären", "bekommen", "erhalten", "wachsen", "fallen", "zulegen", "klettern"}
)  # fmt: skip
SPEECH = frozenset({"nennen", "sprechen", "rechnen", "beziffern", "schätzen", "melden", "zählen", "ausgehen", "angeben"})
VAGUE_EVENTS = frozenset({"statement", "change", "announcement", "status", "measurement", "demand", "presence", "warning"})
BEGINNING = 6  # letters
DIMENSION = {"count": "count", "money": "money", "percent": "share", "share": "share", "measure": "measure", "age": "age"}
TOTAL_BEFORE = re.compile(r"\b(?:[Dd]er|[Vv]on den|[Dd]ie|[Dd]en|[Uu]nter den|[Aa]ller|[Ii]hrer|[Ss]einer)\s+(?:[a-zäöü]\w*\s+)?$")
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
    places: frozenset[str]  # where: main places of the event, or nothing
    is_placed: bool  # the sentence or paragraph says where, not only the lead
    per: str | None
    names: frozenset[str] = field(default=frozenset(), compare=False)  # beginnings of the longer words of the sentence
    inherited: bool = False
    is_assumed: bool = False  # the event is that of the whole article

    @property
    def is_person(self) -> bool:
        """True where people are counted."""
        return self.thing in PERSONS


def find_topics(facts: Sequence[Fact], context: Context, rivals: Mapping[str, str], published: str | None) -> list[Topic]:
    """The topics of the facts of one article that have a figure, in the order of the facts.

    ``rivals`` are the main places of all articles about the event and what stands for each (``group_places``): only these
    tell two events apart.
    """
    topics: list[Topic] = []
    for index, fact in enumerate(facts):
        topic = _topic(fact, context, rivals, published)
        topic = _in_crowd(_inherit(facts, topics, index, topic, context), context)
        topics.append(_without_idle_extra(topic, topics))
    return topics


def _in_crowd(topic: Topic, context: Context) -> Topic:
    """In an article about a demonstration, people of whom nothing else is told are those who came."""
    is_open = topic.event is None or topic.event.startswith("=")
    if not (is_open and topic.thing == "person" and context.is_crowd) or topic.scoping.extra or topic.scoping.part:
        return topic
    return replace(topic, event="participation", is_assumed=True)


def _without_idle_extra(topic: Topic, before: Sequence[Topic]) -> Topic:
    """ "23 weitere" adds to a figure only where one of the same event went before."""
    if topic.scoping.extra is None or any(other.event == topic.event for other in before[-3:]):
        return topic
    return replace(topic, scoping=replace(topic.scoping, extra=None))


def _topic(fact: Fact, context: Context, rivals: Mapping[str, str], published: str | None) -> Topic:
    figure = fact.figure
    if figure is None:
        raise ValueError(f"claim {fact.id} has no figure")
    left, right = find_clause(fact.text, figure.start - fact.start, figure.end - fact.start)
    clause = fact.text[left:right]
    words = find_words(clause)
    at = figure.start - fact.start - left
    before = clause[: max(at, 0)]
    is_total = bool(TOTAL_BEFORE.search(before)) and figure.kind == "count"
    thing, event = _concepts(fact, figure, words, clause, at, is_total)
    scoping = find_scoping(fact, figure, words, clause, at, published)
    if FROM_FIGURE.search(before) and TO_FIGURE.search(clause[at + len(figure.text) :]):
        scoping = replace(scoping, period="previous")
    places, is_placed = find_anchor(fact, context, rivals)
    return Topic(
        dimension=_dimension(figure),
        thing=thing,
        event=event,
        owner=_owner(fact, figure),
        scoping=_with_sub(scoping, fact, context),
        places=places,
        is_placed=is_placed,
        per=figure.per,
        names=beginnings(fact.text),
    )


def beginnings(text: str) -> frozenset[str]:
    """The first letters of the longer words: "nordkoreanische" and "Nordkorea" begin alike."""
    return frozenset(word.casefold()[:BEGINNING] for word in re.findall(r"\w{6,}", text))


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


def find_anchor(fact: Fact, context: Context, rivals: Mapping[str, str]) -> tuple[frozenset[str], bool]:
    """Where the claim plays, and whether its own sentence or paragraph says so."""
    own = find_places(fact.text) if rivals else frozenset()
    passage = context.passage_at(fact.start)
    around = passage.places if passage is not None and passage is not context.passages[0] else frozenset()
    for names in (own, around):
        found = frozenset(rivals[name] for name in names if name in rivals)
        if found:
            return found, not all(is_capital(name) for name in found)
    return frozenset(rivals[name] for name in context.places if name in rivals), False


def _owner(fact: Fact, figure: Figure) -> Party | None:
    """Whose the counted things are: what the figure names, else an acting body that is not the source."""
    if figure.of is not None and figure.of.kind in ("organization", "country", "place", "media"):
        return figure.of
    actor, voice = fact.actor, fact.voice
    if actor is None or actor.kind not in ("organization", "country", "media") or fact.lemma in SPEECH:
        return None
    speakers = {party.id for party in (voice.speaker, voice.body) if party is not None} if voice is not None else set()
    return None if actor.id in speakers else actor


def _concepts(
    fact: Fact, figure: Figure, words: list[Word], clause: str, at: int, is_total: bool
) -> tuple[str | None, str | None]:
    if figure.kind in ("money", "percent", "share", "measure"):
        return _measured(fact, figure, words, clause, at)
    if figure.kind == "age":
        return "age", _role(fact, figure)
    noun = _counted_noun(figure, clause, at)
    item = _find_item(noun) if noun else None
    thing, event = _item_thing(figure, noun, item), item.event if item else None
    if is_total and event is None:
        return thing, "having"
    if event in LASTING or is_total:
        return thing, event
    clause_event = _clause_event(fact, words, clause, at)
    if clause_event is not None and (event is None or clause_event in OVERRIDING):
        event = clause_event
    return thing, event


def _find_item(noun: str) -> Concept | None:
    return find_concept(noun, "item") or find_concept(item_class(noun), "item")


def _role(fact: Fact, figure: Figure) -> str | None:
    """Whose age it is: the counted noun, else the last word of the name of the actor."""
    name = figure.item if figure.item not in (None, "Jahr") else fact.actor.name.split()[-1] if fact.actor else None
    return f"={stem_of(name)}" if name else None


def _counted_noun(figure: Figure, clause: str, at: int) -> str | None:
    """The counted noun; of "40 Mittelauer Filialen" the noun, not the adjective before it."""
    noun = figure.item
    if noun is None:
        return "Mensch" if figure.bound == "vague" else None
    if noun.isupper():
        noun = noun.capitalize()
    if find_concept(noun, "item") is None and noun.endswith("er"):
        after = re.match(rf"\s+{re.escape(noun)}\s+(?P<noun>[A-ZÄÖÜ][a-zäöüß]+)", clause[at + len(figure.text) :])
        return after["noun"] if after is not None else noun
    return noun


def _item_thing(figure: Figure, noun: str | None, item: Concept | None) -> str | None:
    if item is not None and item.thing is not None:
        return item.thing
    if noun is None:
        return None
    if find_people(noun):
        return "person"
    return f"={stem_of(item_class(noun))}"


@cache
def find_people(noun: str) -> bool:
    """True for the people of a country: Nordkoreaner."""
    return any(noun in row.people.replace(";", " ").replace(",", " ").split() for row in countries())


def _clause_event(fact: Fact, words: list[Word], clause: str, at: int) -> str | None:
    """What happens to the counted thing: the predicate of the claim, else the nearest event word after the figure."""
    own = find_concept(fact.lemma.split(" ")[-1], "verb") or find_concept(fact.lemma, "item")
    if own is not None and own.event is not None:
        return own.event
    lowered = clause.lower()
    for phrase in load_phrases():
        if phrase.form in lowered:
            return phrase.event
    rows = [(word.start < at, abs(word.start - at), event) for word in words if (event := _event_of(word))]
    if rows:
        return min(rows)[2]
    verb = fact.lemma.split(" ")[-1]
    if fact.event is not None and fact.event not in VAGUE_EVENTS:
        return f"={fact.event}"
    return None if verb in GENERIC_VERBS else f"={stem_of(verb)}"


def _event_of(word: Word) -> str | None:
    verb = find_concept(word.text, "verb")
    if verb is not None:
        return verb.event
    noun = find_concept(word.text, "item") if word.text[0].isupper() else None
    return noun.event if noun is not None and noun.event in LASTING else None


def _measured(fact: Fact, figure: Figure, words: list[Word], clause: str, at: int) -> tuple[str | None, str | None]:
    """Thing and event of money, shares and measures: the nearest noun or verb that names what is measured."""
    kind = DIMENSION[figure.kind]
    rows = []
    for word in words:
        for slot in ("item", "verb"):
            row = find_concept(word.text, slot)
            if row is not None and row.event is not None and (row.thing is not None or slot == "verb"):
                rows.append((abs(word.start - at), row.event))
    lowered = clause.lower()
    rows += [(abs(lowered.find(p.form) - at), p.event) for p in load_phrases() if p.form in lowered]
    if figure.item and (named := find_concept(figure.item, "item")) and named.event:
        return kind, named.event
    if rows:
        return kind, min(rows)[1]
    own = find_concept(fact.lemma, "verb")
    if own is not None and own.event is not None:
        return kind, own.event
    if figure.item is not None:
        return kind, f"={stem_of(figure.item)}"
    return kind, None


def _inherit(facts: Sequence[Fact], topics: Sequence[Topic], index: int, topic: Topic, context: Context) -> Topic:
    """A bare figure ("die Polizei zählte 900") counts what the figure before it in the paragraph counted."""
    figure = facts[index].figure
    if figure is None or figure.item is not None or figure.bound == "vague" or topic.dimension != "count" or not topics:
        return topic
    if f"({figure.text})" in facts[index].text:
        return replace(topic, thing="age")
    if topic.event is not None and not topic.event.startswith("="):
        return topic
    before = topics[index - 1]
    same = facts[index - 1].sentence == facts[index].sentence
    near = context.passage_at(facts[index].start) == context.passage_at(facts[index - 1].start)
    if before.dimension != "count" or not (same or near) or before.scoping.part is not None:
        return topic
    return replace(topic, thing=before.thing, event=before.event, owner=topic.owner or before.owner, inherited=True)
