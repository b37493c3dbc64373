"""Claims with a day and what they tell of it: what happens, who and what the clause names, figures, place."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.lang.de.stop_words import STOP_WORDS

from claimcheck.checking.blocking import Bundle
from claimcheck.checking.compare.date import is_point
from claimcheck.checking.context import Context, Passage
from claimcheck.checking.events import Event
from claimcheck.checking.facts import Day, Fact, day_number
from claimcheck.checking.findings import fact_order
from claimcheck.checking.happenings import NOTHING, Named, day_clause, find_happenings, find_stage
from claimcheck.checking.idle import load_idle_nouns
from claimcheck.checking.occurrences import find_classes, happenings_of, is_verb_form
from claimcheck.checking.settled_days import settle_day
from claimcheck.checking.topics import find_anchor
from claimcheck.checking.traits import is_speech
from claimcheck.checking.unread_days import read_days
from claimcheck.checking.words import find_clause, find_words, is_noun, stem_of
from claimcheck.language.kinds import speech_verbs

MOST_DATED = 300  # claims of one event whose days are compared
EVENT_OF_COUNT = {"participation": "demonstration", "aboard": "accident", "attendance": "concert"}
GENERIC = "accident"  # "das Unglück" is whatever the articles tell of: a crash, an explosion
PRONOUN = re.compile(r"\b(?:er|sie|es|ihn|dieser|diese|dieses)\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[a-zäöüß“”\"»])[.!?][“”\"»]?\s")
DECLARED = re.compile(r"\b(?:zu[mr]?|für)\s[\w\s]{3,40}\s(?:erklärt|bestimmt)", re.IGNORECASE)
RELATIVE = re.compile(r"\W*(?:(?:in|an|bei|mit|zu|nach|auf)\s)?(?:der|die|das|den|dem|dessen|deren|denen)\s")
ANNIVERSARY = re.compile(r"\bjähr(?:t|te|en|ten)\s+sich\b|\b\w*[Jj]ahrestag|\b(?:ge|Ge)denk|\berinner(?:t|te|n|ten)\b")
SAID = re.compile(r"\bteil(?:t|te|ten|en)\b.{0,80}\bmit\b|\bhieß es\b|\bheißt es\b|\bgab(?:en)? .{0,80}\bbekannt\b")
AND = re.compile(r"\b(?:und|sowie)\b")
ACRONYM = re.compile(r"^[A-ZÄÖÜ]{2,3}$")


@dataclass(frozen=True, slots=True)
class Dated:
    """A claim about an event with its day and the words that tell which event it is."""

    fact: Fact
    day: Day
    named: Named
    place: frozenset[str]
    nouns: frozenset[str]  # stems of the clause around the day, without those of the speaker
    wide: frozenset[str]  # of the whole sentence; with a pronoun, also of the sentence before
    figures: frozenset[tuple[str, float]]  # kind and value of the figures of the sentence
    is_lead: bool  # the first day of its article that is no day to come, in headline or lead
    is_main: bool  # it names the class of events that the articles are about
    is_assumed: bool  # the words name no event, the claim stands in the lead of an article about one


def find_dated(event: Event, groups: Iterable[Sequence[Bundle]]) -> list[Dated]:
    """The claims with a day, a time or a period, in the order of publication.

    ``groups`` are the figures that were put together: claims that count the same crowd date the same event.
    """
    if len(event.articles) < 2:
        return []
    counted, figures = _events_of_counts(groups), _figures(event)
    rivals, main = event.rivals(), main_happening(event)
    found: dict[tuple[str, int], Dated] = {}
    leads: set[str] = set()
    for fact in map(settle_day, read_days(event.all_facts)):
        if not _is_telling(fact) or fact.day is None or (fact.article, fact.day.start) in found:
            continue
        context = event.contexts[fact.article]
        named, is_assumed = _named(fact, fact.day, counted.get(fact.id, set()), main, context)
        if is_said(fact) and named == NOTHING:
            continue
        is_lead = fact.article not in leads and _is_lead(fact, context) and _is_over(fact)
        leads |= {fact.article} if is_lead else set()
        found[fact.article, fact.day.start] = Dated(
            fact=fact,
            day=fact.day,
            named=named,
            place=find_anchor(fact, context, rivals).scenes,
            nouns=_clause_nouns(fact, fact.day),
            wide=_wide_nouns(fact, context),
            figures=figures.get((fact.article, fact.sentence), frozenset()),
            is_lead=is_lead,
            is_main=main is not None and main in named.classes,
            is_assumed=is_assumed,
        )
    return sorted(found.values(), key=lambda d: (fact_order(d.fact), d.day.start))[:MOST_DATED]


def weigh_nouns(event: Event) -> Mapping[str, float]:
    """How much a noun tells: from 1.0 (once in each article, or less) down to 0.0 (in every sentence)."""
    sentences = [part for c in event.contexts.values() for p in c.passages for part in SENTENCE.split(p.text) if part.strip()]
    spread = Counter(stem for sentence in sentences for stem in content_nouns(sentence, None))
    total = math.log(max(len(sentences) / len(event.articles), 3.0))
    shares = {stem: math.log(max(count / len(event.articles), 1.0)) / total for stem, count in spread.items()}
    return {stem: max(0.0, 1 - share) for stem, share in shares.items()}


def is_said(fact: Fact) -> bool:
    """True where the day is that of words, not of what they tell: "Das erklärte er am Montag", "teilte sie am Montag mit"."""
    today, day = day_number(fact.published), fact.day
    if day is None or DECLARED.search(fact.text) or (today is not None and day.first is not None and day.first > today):
        return False
    left, right = day_clause(fact.text, day.start - fact.start, day)
    left, right = _part_with_day(fact.text, left, right, day.start - fact.start)
    clause = fact.text[left:right]
    inside = left <= fact.predicate_start - fact.start < right
    if SAID.search(clause):
        return True
    verb = fact.lemma.split(" ")[-1] if inside else ""
    said = [word.lemma for word in find_words(clause) if word.lemma in speech_verbs()] + ([verb] if is_speech(verb) else [])
    return any(not any(find_classes(lemma).values()) for lemma in said)


def _part_with_day(text: str, left: int, right: int, at: int) -> tuple[int, int]:
    """The part of a clause between two "und" that holds the day."""
    cuts = [match.start() for match in AND.finditer(text, left, right)]
    return max([left, *(cut for cut in cuts if cut < at)]), min([right, *(cut for cut in cuts if cut > at)])


def _is_telling(fact: Fact) -> bool:
    """False for periods without ends, for what did not happen, and for days of statements."""
    if fact.day is None or not is_point(fact.day):
        return False
    if ANNIVERSARY.search(fact.text):
        return False
    return not (fact.polarity == "negative" and fact.modality != "possible" and fact.figure is None)


def _named(fact: Fact, day: Day, counted: set[str], main: str | None, context: Context) -> tuple[Named, bool]:
    if is_said(fact):
        return find_stage(fact, day), False
    named = find_happenings(fact, day)
    classes = named.classes | counted
    is_assumed = main is not None and not classes and named.shown is None and named.is_open and _is_lead(fact, context)
    more = {main} if main is not None and (is_assumed or GENERIC in classes) else set()
    return replace(named, classes=frozenset(classes | more)), is_assumed


def _is_over(fact: Fact) -> bool:
    today = day_number(fact.published)
    return fact.modality != "planned" and today is not None and fact.day is not None and (fact.day.first or 0) <= today


def _events_of_counts(groups: Iterable[Sequence[Bundle]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for bundles in groups:
        entries = [entry for bundle in bundles for entry in bundle.entries]
        names = {EVENT_OF_COUNT[e.topic.event] for e in entries if e.topic.event in EVENT_OF_COUNT}
        for entry in entries:
            found[entry.fact.id] |= names
    return found


def _figures(event: Event) -> dict[tuple[str, int], frozenset[tuple[str, float]]]:
    found: dict[tuple[str, int], set[tuple[str, float]]] = defaultdict(set)
    for fact in event.all_facts:
        figure = fact.figure
        if figure is not None and figure.value is not None and figure.kind != "ordinal":
            found[fact.article, fact.sentence].add((figure.kind, float(figure.value)))
    return {key: frozenset(values) for key, values in found.items()}


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
    words = {w.text for w in find_words(text) if _is_content(w.text)}
    stems = {stem_of(word) for word in words}
    said = {stem_of(word.text) for word in find_words(day.text)} if day is not None else set()
    return frozenset(stems - set(load_idle_nouns()) - said)


def _is_content(word: str) -> bool:
    if not word[0].isupper() or word.lower() in STOP_WORDS:
        return False
    if is_verb_form(word):
        return False
    return len(word) > 3 or ACRONYM.match(word) is not None or is_noun(word)


def _clause_nouns(fact: Fact, day: Day) -> frozenset[str]:
    left, right = day_clause(fact.text, day.start - fact.start, day)
    clause = fact.text[left:right]
    before = find_words(fact.text[:left]) if RELATIVE.match(clause) else ()
    nouns = [word.text for word in before if _is_content(word.text)]
    return (content_nouns(clause, day) | content_nouns(" ".join(nouns[-1:]), day)) - _speakers(fact)


def _wide_nouns(fact: Fact, context: Context) -> frozenset[str]:
    at = fact.day.start - fact.start if fact.day is not None else 0
    left, right = find_clause(fact.text, at, at + 1)
    text = fact.text
    if PRONOUN.search(fact.text[left:right]):
        passage = context.passage_at(fact.start)
        text = f"{sentence_before(fact.start, passage) if passage is not None else ''} {text}"
    return content_nouns(text, fact.day) - _speakers(fact)


def _speakers(fact: Fact) -> frozenset[str]:
    """Stems of the names of the speaker: who says it tells nothing of what happened."""
    voice = fact.voice
    parties = (voice.speaker, voice.body) if voice is not None and voice.mode != "hearsay" else ()
    own = {fact.actor.name} if fact.actor is not None else set()
    names = [party.name for party in parties if party is not None and party.name not in own]
    return frozenset(stem_of(word) for name in names for word in name.split())


def sentence_before(start: int, passage: Passage) -> str:
    """The sentence of a passage before the one that begins at ``start``, offset in the article; empty for the first one."""
    before = [part for part in SENTENCE.split(passage.text[: start - passage.start]) if part.strip()]
    return before[-1] if before else ""
