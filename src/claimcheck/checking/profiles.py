"""What the words around a figure tell beside its topic: the evidence by which two figures are put together or kept apart."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.lang.de.stop_words import STOP_WORDS

from claimcheck.checking.compare.number import Interval
from claimcheck.checking.context import Context
from claimcheck.checking.counted import TOTAL_BEFORE
from claimcheck.checking.facts import Fact, Figure, day_number
from claimcheck.checking.idle import load_idle_nouns
from claimcheck.checking.places import find_places
from claimcheck.checking.topics import Topic
from claimcheck.checking.traits import load_generic_verbs
from claimcheck.checking.words import find_clause, find_concept, find_phrases, find_words, stem_of

RECENT = 10  # days before publication in which the event of an article happens
CLOCK_ONLY = re.compile(r"(?:gegen |um |kurz (?:vor|nach) )?\d{1,2}(?:[.:]\d\d)? Uhr")
SHORTEST = 4  # letters of a word that tells something
HEAD = SHORTEST + 1  # letters that two words share where one begins like the other
HEAD_OF = 0.7  # how far a compound and its head are one
AVERAGE = re.compile(
    r"\b(?:im\s(?:Schnitt|Mittel|Durchschnitt)|durchschnittlich\w*|Durchschnitt\w*|pro\sKopf|je\sEinwohner)\b", re.IGNORECASE
)
# Words that set the sentence beside another time or place: "damals", "im Vorjahr", "der schwerste seit", "in der Nachbarstadt".
ELSEWHERE = re.compile(
    r"""
    \b(?: damals | seinerzeit | früher\w* | zuvor | bisher(?:ige\w*)? | bislang | ursprünglich\w* | anderswo | andernorts
      | Vergleich | Rekord\w* | Nachbar\w* | Vor(?:jahr|woche|monat)\w* | (?:vergangene|vorige|letzte)[nrms]?\sJahr\w*
      | Jahrzehnt\w* | vor\s\w+\sJahren | ersten?\sWahlgang
      | (?:erst|best|schwerst|größt|höchst|stärkst|schlimmst|letzt)e[nrms]?\b[^.,;]{0,40}\b(?:seit|vor) )\b
    """,
    re.VERBOSE,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SUBORDINATE = re.compile(r"\W*(?:als|bei\sde[mnr]en|wo)\b")


@dataclass(frozen=True, slots=True)
class Profile:
    """The words of one figure. ``clause`` and ``sentence`` are stems of its content words without the counted noun and
    the speaker, ``senses`` the classes of concepts.tsv that any word of the clause names."""

    noun: str | None
    clause: frozenset[str]
    sentence: frozenset[str]
    senses: frozenset[str]
    sentence_senses: frozenset[str]
    years: frozenset[str]
    strange_places: frozenset[str]  # places of the sentence that headline and lead do not name
    is_lead: bool
    is_total: bool
    is_average: bool
    is_elsewhere: bool
    is_subordinate: bool
    rivals: int  # other figures of the same thing in its article
    day: int | None  # ordinal of the recent day on which its passage, or the article, plays


@dataclass(frozen=True, slots=True)
class Bag:
    """Stems with weight, first and last letters; words that are partly the same share the first or the last ones."""

    words: tuple[tuple[str, float, str, str], ...]
    heads: frozenset[str]
    tails: frozenset[str]
    total: float


class Weigher:
    """How much a word tells: words of few sentences more than those of all figures of an event."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        counted = Counter(word for profile in profiles for word in profile.sentence)
        self._size = len(profiles)
        self._weight = {word: self._of(count) for word, count in counted.items()}
        self._bags: dict[frozenset[str], Bag] = {}

    def _of(self, count: int) -> float:
        return 0.3 + (math.log((self._size + 1) / (count + 0.5)) if count < self._size else 0.0)

    def weight(self, word: str) -> float:
        """The weight of a stem, from 0.3."""
        return self._weight.get(word) or self._of(0)

    def overlap(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Cosine of two sets of stems, 0.0 to about 1.0; parts of compounds count as partly the same."""
        if not a or not b:
            return 0.0
        mine, other = self.bag(a), self.bag(b)
        shared = 0.0
        for word, weight, head, tail in mine.words:
            if word in b:
                shared += weight
            elif head in other.heads or tail in other.tails:
                shared += max(_alike(word, like) * min(weight, heavy) for like, heavy, _, _ in other.words)
        return shared / math.sqrt(mine.total * other.total) if shared else 0.0

    def bag(self, stems: frozenset[str]) -> Bag:
        """A set of stems with their weights and their ends."""
        found = self._bags.get(stems)
        if found is None:
            words = tuple((word, self.weight(word), word[:HEAD], word[-SHORTEST:]) for word in stems)
            heads, tails = frozenset(row[2] for row in words), frozenset(row[3] for row in words)
            found = self._bags[stems] = Bag(words, heads, tails, sum(row[1] for row in words))
        return found

    def has_noun(self, noun: str | None, stems: frozenset[str]) -> bool:
        """True where a counted noun, or what it is a kind of, is among some stems."""
        if noun is None or noun[-SHORTEST:] not in self.bag(stems).tails:
            return False
        return any(alike_nouns(noun, word) >= HEAD_OF for word in stems)


def make_profile(fact: Fact, context: Context, rivals: int, days: Sequence[tuple[int, int]]) -> Profile:
    """The profile of one figure; ``rivals`` as ``count_rivals`` gives it, ``days`` as ``recent_days``."""
    figure = fact.figure
    if figure is None:
        raise ValueError(f"claim {fact.id} has no figure")
    left, right = find_clause(fact.text, figure.start - fact.start, figure.end - fact.start)
    clause = fact.text[left:right]
    noun = stem_of(figure.item) if figure.item else None
    skipped = _speaker_stems(fact) | {noun}
    return Profile(
        noun=noun,
        clause=content_stems(clause) - skipped,
        sentence=content_stems(fact.text) - skipped,
        senses=find_senses(clause),
        sentence_senses=find_senses(fact.text),
        years=frozenset(YEAR.findall(fact.text)),
        strange_places=find_places(fact.text) - context.places,
        is_lead=bool(context.passages) and fact.start < context.passages[0].end,
        is_total=_is_total(figure, clause[: max(figure.start - fact.start - left, 0)]),
        is_average=AVERAGE.search(clause) is not None,
        is_elsewhere=ELSEWHERE.search(fact.text) is not None,
        is_subordinate=SUBORDINATE.match(clause) is not None,
        rivals=rivals,
        day=_day(fact, context, days),
    )


def recent_days(facts: Iterable[Fact]) -> list[tuple[int, int]]:
    """Offsets and ordinals of the days shortly before publication on which an article says that something happened."""
    found = []
    for fact in facts:
        day, today = fact.day, day_number(fact.published)
        if day is None or today is None or day.first is None or day.first != day.last or day.type not in ("DATE", "TIME"):
            continue
        if today - RECENT <= day.first <= today and (day.first < today or not CLOCK_ONLY.match(day.text)):
            found.append((day.start, day.first))
    return sorted(found)


def _day(fact: Fact, context: Context, days: Sequence[tuple[int, int]]) -> int | None:
    """The day named last before the end of the sentence in its passage, else the first day of the article."""
    passage = context.passage_at(fact.start)
    near = [day for start, day in days if passage is not None and passage.start <= start < fact.end]
    return near[-1] if near else days[0][1] if days else None


def count_rivals(figures: Iterable[tuple[str, str | None, Interval]], topic: Topic, interval: Interval) -> int:
    """How many other figures of its thing an article gives; ``figures``: dimension, thing and interval of each."""
    return len(
        {other for dimension, thing, other in figures if (dimension, thing) == (topic.dimension, topic.thing)} - {interval}
    )


@lru_cache(maxsize=100_000)
def content_stems(text: str) -> frozenset[str]:
    """Stems of the words that tell something: no stop words, no generic verbs, no nouns of idle_nouns.tsv."""
    stems = set()
    for word in find_words(text):
        if len(word.text) >= SHORTEST and word.text.lower() not in STOP_WORDS and word.lemma not in load_generic_verbs():
            stems.add(stem_of(word.text))
    return frozenset(stems - load_idle_nouns().keys())


@lru_cache(maxsize=100_000)
def find_senses(text: str) -> frozenset[str]:
    """Classes of events that any word or phrase of a text names."""
    found = {phrase.event for phrase, _ in find_phrases(text)}
    for word in find_words(text):
        rows = [find_concept(word.text, "verb")] if len(word.text) > 2 else []
        rows += [find_concept(word.text, "item")] if word.text[0].isupper() else []
        found |= {row.event for row in rows if row is not None and row.event is not None}
    return frozenset(found)


def _speaker_stems(fact: Fact) -> set[str | None]:
    voice = fact.voice
    parties = (voice.speaker, voice.body) if voice is not None else ()
    return {stem_of(word) for party in parties if party is not None for word in party.name.split()}


def _is_total(figure: Figure, before: str) -> bool:
    """ "92 der 118 Filialen": the figure is the whole of which another one is a part."""
    return figure.kind == "count" and TOTAL_BEFORE.search(before) is not None


@lru_cache(maxsize=200_000)
def _alike(a: str, b: str) -> float:
    """1.0 for the same stem, less for a head or first part of a compound, 0.0 for different words."""
    if a == b:
        return 1.0
    short, long = (a, b) if len(a) < len(b) else (b, a)
    if len(short) >= SHORTEST and long.endswith(short):
        return HEAD_OF
    if len(short) > SHORTEST and long.startswith(short):
        return 0.5
    return 0.5 if len(short) >= 7 and short[:6] == long[:6] else 0.0


def alike_nouns(a: str | None, b: str | None) -> float:
    """How far two counted nouns are one: "Ausbildungsvertrag" and "Vertrag".

    >>> alike_nouns("ausbildungsvertrag", "vertrag"), alike_nouns("vertrag", "vertrag"), alike_nouns("vertrag", None)
    (0.7, 1.0, 0.0)
    """
    return _alike(a, b) if a is not None and b is not None else 0.0
