"""The evidence that two figures speak of one topic: named observations, each a number that ``weights.tsv`` weighs.

Most are 0.0 or 1.0; shares of common words lie between, and factors between figures are logarithms.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from claimcheck.checking.blocking import Bundle, Entry
from claimcheck.checking.compare.comparison import Comparison
from claimcheck.checking.compare.number import Interval
from claimcheck.checking.facts import Voice
from claimcheck.checking.matching import FACETS, Match, are_kin, is_open, match_topics, other_owner, same_owner
from claimcheck.checking.profiles import Profile, Weigher, alike_nouns
from claimcheck.checking.topics import Topic
from claimcheck.checking.traits import find_family, has_trait

Evidence = Iterator[tuple[str, float]]

CLASSES = frozenset({"person", "money", "share", "measure"})  # too many things are of these for a topic
PLAIN = CLASSES | {"age", "soldier_or_person"}
CROWDS = frozenset({"participation", "strike", "attendance", "rally"})
SCOPES = ("part", "sum", "stage", "severity", "period", "sub", "extra")
SMALL, LARGE = 13, 100  # equal figures up to the one are often chance, from the other hardly ever
MOST_DIGITS = 4
FAR, FARTHER, NEAR = 2.5, 4.2, 1.35  # factors between two figures
LARGEST_LOG = 4.0
CONTRAST = re.compile(
    r"\b(?:während|hingegen|dagegen|wohingegen|jedoch|demgegenüber|widersprach|widerspricht|bestreite[tn]|bestritt|bezweifel[nt]|streit\w*"
    r"|gehen\s\w+\sauseinander|bleib\w*\s(?:dabei|bei)|nur|sogar|selbst)\b",
    re.IGNORECASE,
)


def find_evidence(a: Bundle, b: Bundle, comparison: Comparison, ratio: float, weigher: Weigher) -> dict[str, float]:
    """All that speaks for or against one topic, without what is 0.0. The same for (a, b) and (b, a)."""
    one, other = a.first, b.first
    groups = (
        _things(one.topic, other.topic, one.profile, other.profile),
        _events(one.topic, other.topic, one.profile, other.profile),
        _words(one.profile, other.profile, weigher),
        _scopes(one.topic, other.topic),
        _settings(one.profile, other.profile),
        _owners(one.topic, other.topic, one.profile, other.profile),
        _facets(match_topics(one.topic, other.topic), comparison),
        _figures(one, other, comparison, ratio),
        _reports(one, other, comparison),
    )
    return {"bias": 1.0} | {name: float(value) for group in groups for name, value in group if value}


def _things(a: Topic, b: Topic, p: Profile, q: Profile) -> Evidence:
    same = a.thing is not None and a.thing == b.thing
    yield "same thing", same and a.thing not in CLASSES
    yield "same class of things", same and a.thing in CLASSES
    yield "same specific thing", same and a.thing not in PLAIN
    yield "same noun", p.noun is not None and p.noun == q.noun
    compound = alike_nouns(p.noun, q.noun) if p.noun != q.noun else 0.0
    yield "noun is part of the other", compound
    yield "one names no thing", (a.thing is None) != (b.thing is None)
    listed = _is_listed(a) and _is_listed(b)
    if FACETS["thing"](a, b) is not None and not compound:
        yield ("other listed thing" if listed else "other thing"), True
    yield "people and something else", listed and a.is_person != b.is_person
    yield "noun among the words of the other", _names(p, q) or _names(q, p)


def _is_listed(topic: Topic) -> bool:
    return topic.thing is not None and not topic.thing.startswith("=")


def _names(p: Profile, q: Profile) -> bool:
    return p.noun is not None and any(alike_nouns(p.noun, word) >= 0.7 for word in q.clause)


def _events(a: Topic, b: Topic, p: Profile, q: Profile) -> Evidence:
    open_a, open_b = is_open(a), is_open(b)
    same = a.event is not None and a.event == b.event
    yield "same event", same and not open_a
    yield "same unlisted verb", same and open_a
    if not same and not open_a and not open_b:
        yield ("an event and the wider one" if are_kin(a, b) else "other event"), True
    yield "one tells no listed event", open_a != open_b
    yield "both tell no listed event", open_a and open_b and not same
    yield "words of one event", _shared(p.senses, q.senses)
    yield "words of one event in the sentence", _shared(p.sentence_senses, q.sentence_senses)
    if p.senses and q.senses and not p.senses & q.senses:
        families = {find_family(event) for event in p.senses} & {find_family(event) for event in q.senses}
        yield "words of other events", not families


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _words(p: Profile, q: Profile, weigher: Weigher) -> Evidence:
    yield "words of the clause", weigher.overlap(p.clause, q.clause)
    yield "words of the sentence", weigher.overlap(p.sentence, q.sentence)


def _scopes(a: Topic, b: Topic) -> Evidence:
    for name in SCOPES:
        left, right = getattr(a.scoping, name), getattr(b.scoping, name)
        yield f"other {name}", left != right
        if name in ("stage", "period"):
            yield f"two {name}s", left is not None and right is not None and left != right
        if name in ("stage", "part"):
            yield f"same {name}", left is not None and left == right
    changes = (a.scoping.change, b.scoping.change)
    yield "a change and a level", FACETS["change"](a, b) is not None
    yield "same change", None not in changes and changes[0] == changes[1]
    yield "planned and done", FACETS["stage of event"](a, b) is not None
    yield "one is planned", a.scoping.is_planned != b.scoping.is_planned
    yield "per one unit", a.per is not None and a.per == b.per
    yield "one is a rate", (a.per is None) != (b.per is None)
    corrected = [t.scoping.is_corrected or t.scoping.correction == "word" for t in (a, b)]
    yield "one is corrected", any(corrected)


def _settings(p: Profile, q: Profile) -> Evidence:
    yield "one is a total", p.is_total != q.is_total
    yield "one is an average", p.is_average != q.is_average
    yield "one sentence looks elsewhere", p.is_elsewhere != q.is_elsewhere
    yield "both sentences look elsewhere", p.is_elsewhere and q.is_elsewhere
    yield "other years", p.years != q.years
    yield "other places in the sentence", bool(p.strange_places ^ q.strange_places)
    yield "same places in the sentence", bool(p.strange_places & q.strange_places)
    yield "one in a subordinate clause", p.is_subordinate != q.is_subordinate
    yield "both in the lead", p.is_lead and q.is_lead
    yield "one in the lead", p.is_lead != q.is_lead
    yield "rivals in their articles", min(p.rivals + q.rivals, 6) / 2
    yield "only figure of the noun", not p.rivals and not q.rivals and p.noun is not None and p.noun == q.noun


def _owners(a: Topic, b: Topic, p: Profile, q: Profile) -> Evidence:
    yield "other owner", other_owner(a, b) is not None
    yield "other named owner", FACETS["whose"](a, b) is not None
    yield "same owner", same_owner(a, b)
    yield "one names an owner", (a.owner is None) != (b.owner is None)
    yield "other town", FACETS["town"](a, b) is not None
    yield "other day of the event", None not in (p.day, q.day) and p.day != q.day
    yield "other day", FACETS["day"](a, b) is not None
    yield "counted thing taken over", a.inherited or b.inherited
    yield "event assumed", a.is_assumed or b.is_assumed


def _facets(match: Match, comparison: Comparison) -> Evidence:
    if match.level != "none":
        yield f"all facets fit: {match.level}", True
    yield "all facets fit, other figure", match.level == "strong" and comparison.verdict == "different"


def _figures(a: Entry, b: Entry, comparison: Comparison, ratio: float) -> Evidence:
    x, y = a.interval, b.interval
    if comparison.verdict == "equal":
        yield "equal figures", True
        yield "digits of equal figures", min(_digits(x), _digits(y), MOST_DIGITS)
        yield "large equal figures", x.middle >= LARGE
        yield "small equal figures", x.middle < SMALL and float(x.middle).is_integer()
    elif comparison.verdict == "different":
        grows = any(has_trait(e.topic.event, "grows") or has_trait(e.topic.event, "running") for e in (a, b))
        logarithm = min(math.log(ratio) if ratio < math.inf else LARGEST_LOG, LARGEST_LOG)
        yield "other figures", True
        yield "factor of the figures", logarithm
        yield "factor of a disputed crowd", logarithm if _is_disputed_crowd(a, b) else 0.0
        yield "factor of counts that grow", min(logarithm, 3.0) if grows else 0.0
        yield "counts that grow", grows
        yield "figures far apart", ratio > FAR
        yield "figures very far apart", ratio > FARTHER
        yield "figures near each other", ratio < NEAR
        yield "other small figures", max(x.middle, y.middle) < SMALL
    else:
        yield "figures that meet", True
    yield "vague figure", any(e.fact.figure is not None and e.fact.figure.bound == "vague" for e in (a, b))


def _is_disputed_crowd(a: Entry, b: Entry) -> bool:
    """Police and organisers count a crowd: their figures lie further apart than others."""
    voices = {speaker_of(a.fact.voice), speaker_of(b.fact.voice)}
    return {a.topic.event, b.topic.event} & CROWDS != set() and len(voices) == 2 and None not in voices


def _digits(interval: Interval) -> int:
    """Significant digits: 31.240 → 4, 30.000 → 1."""
    return len(f"{abs(interval.value or 0):.10g}".replace(".", "").strip("0"))


def _reports(a: Entry, b: Entry, comparison: Comparison) -> Evidence:
    same = a.fact.article == b.fact.article
    differ = same and comparison.verdict == "different"
    scopings = (a.topic.scoping, b.topic.scoping)
    corrected = any(s.is_corrected or s.is_earlier or s.correction == "word" for s in scopings)
    yield "one article", same
    sentence = same and a.fact.sentence == b.fact.sentence
    yield "one sentence", sentence
    yield "one replaces the other in the sentence", sentence and a.topic.scoping.is_replaced != b.topic.scoping.is_replaced
    yield "one is said to be replaced", differ and any(s.is_corrected for s in scopings) and not sentence
    yield "one speaker in two articles", not same and speaker_of(a.fact.voice) == speaker_of(b.fact.voice) not in (None, "?")
    yield "one article, other figures", differ
    if differ:
        speakers = (speaker_of(a.fact.voice), speaker_of(b.fact.voice))
        voice = speakers[0] == speakers[1]
        yield "one article, two speakers", not voice and None not in speakers
        yield "one article, two speakers set against each other", not voice and (_contrasts(a) or _contrasts(b))
        yield "one article, not corrected", not corrected


def _contrasts(entry: Entry) -> bool:
    """ "Während die Polizei von 900 spricht", "das Rote Kreuz dagegen zählte"."""
    return CONTRAST.search(entry.fact.text) is not None


def speaker_of(voice: Voice | None) -> str | None:
    """The id of the one who speaks, "?" where only the wording tells that somebody does."""
    if voice is None:
        return None
    party = voice.body or voice.speaker
    return party.id if party is not None else "?"
