"""What the occasion of an article tells about figures whose own words do not: election, strike, demonstration, aid."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from claimcheck.checking.context import PROJECTED, Context
from claimcheck.checking.facts import Fact, Party
from claimcheck.checking.traits import is_speech
from claimcheck.checking.words import find_clause, find_words
from claimcheck.lexicon import load_lexicon

if TYPE_CHECKING:
    from claimcheck.checking.topics import Topic

GIVING = frozenset(
    {"geben", "bekommen", "erhalten", "zahlen", "helfen", "schicken", "fließen", "unterstützen", "nennen", "ankündigen"}
)
BALLOT = frozenset({"vote", "seats", "turnout"})
OPEN_SHARES = frozenset({"vote", "arrival", "having"})
SEAT = "=abgeordnet"
BEFORE_CLOSE = re.compile(r"\b(?:[Bb]is|[Gg]egen)\s+(?:\w+\s+)?\d{1,2}(?:[.:]\d\d)?\s+Uhr\b")
ELECTION_KIND = re.compile(r"\b(?P<kind>[A-ZÄÖÜ][\wäöüß]+?)-?[Ww]ahl(?:en)?\b")
RAISED = re.compile(
    r"\bAngebot\w*\s+(?:\w+\s+){0,3}(?:erhöht|verbessert|nachgebessert|aufgestockt|angehoben)|\b(?:legen|legten)\s+(?:\w+\s+){0,2}nach\b"
    r"|\b(?:neues|verbessertes|erhöhtes|höheres)\s+Angebot"
)


@dataclass(frozen=True, slots=True)
class PartyName:
    """A row of parties.tsv."""

    form: str
    name: str
    example: str


@cache
def load_parties() -> dict[str, PartyName]:
    """Rows of parties.tsv by form."""
    return {row.form: row for row in load_lexicon(files(__package__) / "parties.tsv", PartyName)}


def on_occasion(topic: Topic, fact: Fact, context: Context, before: Topic | None) -> Topic:
    """The topic with what the occasion of its article adds. ``before`` is the topic of the figure before it in the article."""
    if context.is_election:
        topic = _in_election(topic, fact, context)
    if context.is_strike:
        topic = _in_strike(topic, fact, context, before)
    if context.is_aid:
        topic = _in_aid(topic, fact)
    if topic.event == "rally" and (context.is_crowd or not context.is_strike):
        topic = replace(topic, event="participation")
    return _in_crowd(topic, context)


def is_open(topic: Topic) -> bool:
    """True where the words do not tell what happens, or tell it with a verb that no list knows."""
    return topic.event is None or topic.event.startswith("=")


def find_party(fact: Fact, context: Context) -> Party | None:
    """The party of a figure: named in its clause, nearest first; "die Partei" is the one named last before."""
    if fact.figure is None:
        return None
    left, right = find_clause(fact.text, fact.figure.start - fact.start, fact.figure.end - fact.start)
    at = fact.figure.start - fact.start - left
    clause = fact.text[left:right]
    named = [(abs(word.start - at), load_parties()[word.text].name) for word in find_words(clause) if word.text in load_parties()]
    if not named and re.match(r"\W*Die\s+Partei\b", clause):
        passage = context.passage_at(fact.start)
        before = find_words(passage.text[: fact.start - passage.start]) if passage is not None else ()
        named = [(-word.start, load_parties()[word.text].name) for word in before if word.text in load_parties()]
    if not named:
        return None
    name = min(named)[1]
    return Party(f"party:{name.casefold()}", name, "organization")


def _in_election(topic: Topic, fact: Fact, context: Context) -> Topic:
    """Shares of votes and seats belong to a party, the rest of the shares may be those who voted."""
    is_seat = topic.thing == SEAT
    if not is_seat and topic.dimension != "share":
        return topic
    if (
        not is_seat
        and re.search(r"\b(?:Wahl)?[Bb]eteiligung\b", fact.text)
        and (is_open(topic) or topic.event == "participation")
    ):
        topic = replace(topic, event="turnout", thing="share")
    scoping = topic.scoping
    if topic.event == "turnout" and BEFORE_CLOSE.search(fact.text):
        topic = replace(topic, scoping=replace(scoping, period="hour"))
    elif scoping.sub is None and (other := _other_election(fact, context)) is not None:
        topic = replace(topic, scoping=replace(scoping, sub=other))
    party = find_party(fact, context)
    if party is not None and (is_open(topic) or topic.event in OPEN_SHARES):
        topic = replace(topic, event="seats" if is_seat else "vote", owner=party, is_owner_named=True)
    return _projected(topic, fact, context) if topic.event in BALLOT else topic


def _other_election(fact: Fact, context: Context) -> str | None:
    """The kind of an election that the sentence names beside that of the headline and lead: "bei der OB-Wahl"."""
    own = sorted({match["kind"].casefold() for match in ELECTION_KIND.finditer(fact.text)})
    main = {match["kind"].casefold() for match in ELECTION_KIND.finditer(context.passages[0].text)}
    return own[0] if own and main and not main & set(own) else None


def _projected(topic: Topic, fact: Fact, context: Context) -> Topic:
    source = fact.voice.text or "" if fact.voice is not None else ""
    named = bool(PROJECTED.search(fact.text) or PROJECTED.search(source))
    return replace(topic, scoping=replace(topic.scoping, is_projected=named or context.is_projected))


def _in_strike(topic: Topic, fact: Fact, context: Context, before: Topic | None) -> Topic:
    """Those who took part are strikers; per cent that are demanded or offered are wages."""
    scoping = topic.scoping
    if topic.event == "participation" and not context.is_crowd:
        return replace(topic, event="strike")
    counts = is_speech(fact.lemma) or re.search(r"\bes\b", fact.text) is not None
    if topic.event == "employment" and counts and fact.lemma.split(" ")[-1] not in ("arbeiten", "beschäftigen", "haben"):
        return replace(topic, event="strike", is_assumed=before is None or before.event != "strike")
    if topic.dimension == "share" and scoping.stage in ("demanded", "offered") and is_open(topic):
        topic = replace(topic, event="wage", is_assumed=True)
    if topic.event in ("wage", "one_off") and RAISED.search(context.passages[0].text) and scoping.correction is None:
        topic = replace(topic, scoping=replace(scoping, correction="update"))
    return topic


def _in_aid(topic: Topic, fact: Fact) -> Topic:
    if topic.dimension.startswith("money") and topic.event is None and fact.lemma in GIVING:
        return replace(
            topic,
            event="aid",
            owner=topic.owner or (fact.actor if fact.actor and fact.actor.kind != "person" else None),
            is_assumed=True,
        )
    return topic


def _in_crowd(topic: Topic, context: Context) -> Topic:
    """In an article about a demonstration, people of whom nothing else is told are those who came."""
    if not (is_open(topic) and topic.thing == "person" and context.is_crowd) or topic.scoping.extra or topic.scoping.part:
        return topic
    return replace(topic, event="participation", is_assumed=True)
