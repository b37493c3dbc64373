"""What alone puts two figures together: words that set one against the other in one breath."""

from __future__ import annotations

from claimcheck.checking.blocking import Bundle, Entry
from claimcheck.checking.evidence import speaker_of
from claimcheck.checking.matching import FACETS
from claimcheck.checking.traits import is_counting

NEXT_SENTENCE = 5  # characters between two sentences
SAME = ("event", "thing", "part", "stage", "change")  # facets that must fit for two speakers to speak of one thing


def find_bond(a: Bundle, b: Bundle) -> str | None:
    """The reason why two bundles are surely one topic, or None."""
    if len(a.entries) == len(b.entries) == 1 and a.first.fact.article != b.first.fact.article:
        return None
    for one in a.entries:
        for other in b.entries:
            if one.fact.article == other.fact.article and (reason := _bond(one, other)) is not None:
                return reason
    return None


def _bond(a: Entry, b: Entry) -> str | None:
    if a.fact.sentence == b.fact.sentence:
        if a.topic.scoping.is_replaced != b.topic.scoping.is_replaced and _fit(a, b):
            return "one replaces the other in the sentence"
        return "two speakers in one sentence" if _are_two_speakers(a, b) else None
    first, second = (a, b) if a.fact.start < b.fact.start else (b, a)
    follows = 0 <= second.fact.start - first.fact.end < NEXT_SENTENCE
    told = second.topic.scoping.is_corrected or second.topic.scoping.is_earlier
    bare = second.fact.figure is not None and second.fact.figure.item is None
    same_time = FACETS["period"](a.topic, b.topic) is None  # not "Vor einem Jahr waren es noch 4,7"
    if not (follows and bare and same_time and _fit(a, b)):
        return None
    if told:
        return "the next sentence replaces the figure"
    return "another speaker on the figure just named" if is_counting(second.fact.lemma) and _voices_differ(a, b) else None


def _are_two_speakers(a: Entry, b: Entry) -> bool:
    """ "Die Polizei zählte 1.100 Teilnehmer, die Veranstalter sprachen von 2.500"."""
    elliptic = a.topic.inherited != b.topic.inherited or (a.profile.noun is None) != (b.profile.noun is None)
    return elliptic and _voices_differ(a, b) and _fit(a, b)


def _voices_differ(a: Entry, b: Entry) -> bool:
    voices = {speaker_of(a.fact.voice), speaker_of(b.fact.voice)}
    return len(voices) == 2 and not voices & {None, "?"}


def _fit(a: Entry, b: Entry) -> bool:
    return all(FACETS[name](a.topic, b.topic) is None for name in SAME)
