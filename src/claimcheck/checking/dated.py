"""Claims with a day and what happens on it, by class of happening."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.lang.de.stop_words import STOP_WORDS

from claimcheck.checking.blocking import Bundle
from claimcheck.checking.compare.date import is_point
from claimcheck.checking.context import Context
from claimcheck.checking.events import Event
from claimcheck.checking.facts import Day, Fact
from claimcheck.checking.findings import fact_order
from claimcheck.checking.happenings import OPEN, Named, find_happenings, happenings_of, root_of
from claimcheck.checking.topics import find_anchor
from claimcheck.checking.unread_days import read_days
from claimcheck.checking.words import find_clause, find_words, stem_of
from claimcheck.lexicon import load_lexicon

EVENT_OF_COUNT = {"participation": "demonstration", "aboard": "accident", "attendance": "concert"}
GENERIC = "accident"  # "das Unglück" is whatever the articles tell of: a crash, an explosion
PRONOUN = re.compile(r"\b(?:er|sie|es|ihn|dieser|diese|dieses)\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[a-zäöüß“”\"»])[.!?][“”\"»]?\s")


@dataclass(frozen=True, slots=True)
class IdleNoun:
    """A row of idle_nouns.tsv."""

    form: str
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A claim about an event with its day, the class of the event, where, and the nouns around."""

    fact: Fact
    day: Day
    place: frozenset[str]
    nouns: frozenset[str]  # of the sentence
    others: frozenset[str]  # nouns that are not the happening itself; with a pronoun, those of the sentence before
    named: Named
    is_assumed: bool  # the words name no event, the claim stands in the lead of an article about one


@cache
def load_idle_nouns() -> dict[str, IdleNoun]:
    """Rows of idle_nouns.tsv by word stem."""
    return {stem_of(row.form): row for row in load_lexicon(files(__package__) / "idle_nouns.tsv", IdleNoun)}


def find_dated(event: Event, groups: Iterable[Sequence[Bundle]]) -> dict[str, list[Dated]]:
    """Claims with a day, a time or a period by class of what happens, each class in the order of publication.

    ``groups`` are the figures that were put together: claims that count the same crowd date the same event.
    """
    if len(event.articles) < 2:
        return {}
    counted = _events_of_counts(groups)
    rivals, main = event.rivals(), main_happening(event)
    found: dict[str, dict[tuple[str, str], Dated]] = defaultdict(dict)
    for fact in read_days(event.all_facts):
        if fact.day is None or not is_point(fact.day) or (fact.polarity == "negative" and fact.figure is None):
            continue
        named = find_happenings(fact, fact.day)
        classes = named.classes | counted.get(fact.id, set())
        context = event.contexts[fact.article]
        assumed = {main} if main and not classes and named.is_open and _is_lead(fact, context) else set()
        place = find_anchor(fact, context, rivals).scenes
        nouns = content_nouns(fact.text, fact.day)
        made = Dated(fact, fact.day, place, nouns, _others(fact, named, context), named, bool(assumed))
        generic = {main} if main and GENERIC in classes else set()
        for name in classes | assumed | generic | named.roots:
            found[name].setdefault((fact.article, f"{fact.day.start}"), made)
    return {name: sorted(claims.values(), key=lambda d: fact_order(d.fact)) for name, claims in found.items()}


def _events_of_counts(groups: Iterable[Sequence[Bundle]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for bundles in groups:
        entries = [entry for bundle in bundles for entry in bundle.entries]
        names = {EVENT_OF_COUNT[e.topic.event] for e in entries if e.topic.event in EVENT_OF_COUNT}
        for entry in entries:
            found[entry.fact.id] |= names
    return found


def main_happening(event: Event) -> str | None:
    """The one class of events that the headlines and leads of at least half the articles name, or None."""
    leads = [find_words(c.passages[0].text) for c in event.contexts.values() if c.passages]
    named = [happenings_of(words) for words in leads]
    counted = Counter(name for names in named for name in names)
    best = {name for name, count in counted.items() if count * 2 >= len(named)}
    best = best - {GENERIC} or best
    return best.pop() if len(best) == 1 else None


def _is_lead(fact: Fact, context: Context) -> bool:
    return fact.voice is None and bool(context.passages) and fact.start < context.passages[min(1, len(context.passages) - 1)].end


def content_nouns(text: str, day: Day | None) -> frozenset[str]:
    """Stems of the nouns of a text without those of idle_nouns.tsv and of its date."""
    words = {w.text for w in find_words(text) if w.text[0].isupper() and len(w.text) > 3 and w.text.lower() not in STOP_WORDS}
    stems = {stem_of(word) for word in words}
    said = {stem_of(word.text) for word in find_words(day.text)} if day is not None else set()
    return frozenset(stems - set(load_idle_nouns()) - said)


def _others(fact: Fact, named: Named, context: Context) -> frozenset[str]:
    """Nouns that say of what the claim tells: without the happening itself, and without names of its speaker."""
    left, right = find_clause(fact.text, fact.predicate_start - fact.start, fact.predicate_end - fact.start)
    text = fact.text
    if PRONOUN.search(fact.text[left:right]):
        text = f"{_sentence_before(fact, context)} {text}"
    words = {w.text for w in find_words(text) if w.text[0].isupper() and len(w.text) > 3}
    same = {stem_of(word) for word in words if f"{OPEN}{root_of(word)}" in named.roots}
    voice = fact.voice
    parties = (voice.speaker, voice.body) if voice is not None else ()
    speakers = {stem_of(word) for party in parties if party is not None for word in party.name.split()}
    return content_nouns(text, fact.day) - same - speakers


def _sentence_before(fact: Fact, context: Context) -> str:
    passage = context.passage_at(fact.start)
    if passage is None:
        return ""
    before = [part for part in SENTENCE.split(passage.text[: fact.start - passage.start]) if part.strip()]
    return before[-1] if before else ""
