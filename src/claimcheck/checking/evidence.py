"""The evidence that two figures speak of one topic: named observations, each a number that ``weights.tsv`` weighs.

Most are 0.0 or 1.0; shares of common words lie between, and factors between figures are logarithms. What the two topics alone
tell is in ``relations``.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from claimcheck.checking.blocking import Bundle, Entry
from claimcheck.checking.compare.comparison import Comparison
from claimcheck.checking.compare.number import Interval
from claimcheck.checking.facts import Voice
from claimcheck.checking.profiles import Profile, Weigher, alike_nouns
from claimcheck.checking.relations import Relation, relate
from claimcheck.checking.traits import find_family

Found = dict[str, float]  # evidence by name, without what is 0.0

SMALL, LARGE = 13, 100  # equal figures up to the one are often chance, from the other hardly ever
MOST_DIGITS = 4
FAR, FARTHER, NEAR = 2.5, 4.2, 1.35  # factors between two figures
LARGEST_LOG = 4.0
MOST_RIVALS = 6
CONTRAST = re.compile(
    r"\b(?:während|hingegen|dagegen|wohingegen|jedoch|demgegenüber|widersprach|widerspricht|bestreite[tn]|bestritt|bezweifel[nt]|streit\w*"
    r"|gehen\s\w+\sauseinander|bleib\w*\s(?:dabei|bei)|nur|sogar|selbst)\b",
    re.IGNORECASE,
)


def find_evidence(
    a: Bundle, b: Bundle, comparison: Comparison, ratio: float, weigher: Weigher, relation: Relation | None = None
) -> Found:
    """All that speaks for or against one topic, without what is 0.0. The same for (a, b) and (b, a).

    ``relation`` is that of the two topics, where it is known already.
    """
    told = relation or relate(a.first.topic, b.first.topic)
    return {**told.evidence, **find_own_evidence(a.first, b.first, comparison, ratio, weigher, told)}


def find_own_evidence(one: Entry, other: Entry, comparison: Comparison, ratio: float, weigher: Weigher, told: Relation) -> Found:
    """The evidence of two figures without what their topics alone tell."""
    found: Found = {}
    _add_words(found, one.profile, other.profile, weigher, told)
    _add_senses(found, one.profile, other.profile)
    _add_settings(found, one.profile, other.profile)
    _add_figures(found, one, other, comparison, ratio, told)
    _add_reports(found, one, other, comparison, told)
    return found


def _add_words(found: Found, p: Profile, q: Profile, weigher: Weigher, told: Relation) -> None:
    same = p.noun is not None and p.noun == q.noun
    compound = 0.0 if same else alike_nouns(p.noun, q.noun)
    if same:
        found["same noun"] = 1.0
        if not p.rivals and not q.rivals:
            found["only figure of the noun"] = 1.0
    elif compound:
        found["noun is part of the other"] = compound
    if told.other_thing is not None and not compound:
        found[told.other_thing] = 1.0
    if weigher.has_noun(p.noun, q.clause) or weigher.has_noun(q.noun, p.clause):
        found["noun among the words of the other"] = 1.0
    if clause := weigher.overlap(p.clause, q.clause):
        found["words of the clause"] = clause
    if sentence := weigher.overlap(p.sentence, q.sentence):
        found["words of the sentence"] = sentence


def _add_senses(found: Found, p: Profile, q: Profile) -> None:
    if p.senses and q.senses:
        if shared := len(p.senses & q.senses):
            found["words of one event"] = shared / min(len(p.senses), len(q.senses))
        elif not {find_family(event) for event in p.senses} & {find_family(event) for event in q.senses}:
            found["words of other events"] = 1.0
    if shared := len(p.sentence_senses & q.sentence_senses):
        found["words of one event in the sentence"] = shared / min(len(p.sentence_senses), len(q.sentence_senses))


def _add_settings(found: Found, p: Profile, q: Profile) -> None:
    if p.is_total != q.is_total:
        found["one is a total"] = 1.0
    if p.is_average != q.is_average:
        found["one is an average"] = 1.0
    if p.is_elsewhere or q.is_elsewhere:
        found["both sentences look elsewhere" if p.is_elsewhere and q.is_elsewhere else "one sentence looks elsewhere"] = 1.0
    if p.years != q.years:
        found["other years"] = 1.0
    if p.strange_places != q.strange_places:
        found["other places in the sentence"] = 1.0
    if p.strange_places & q.strange_places:
        found["same places in the sentence"] = 1.0
    if p.is_subordinate != q.is_subordinate:
        found["one in a subordinate clause"] = 1.0
    if p.is_lead or q.is_lead:
        found["both in the lead" if p.is_lead and q.is_lead else "one in the lead"] = 1.0
    if rivals := p.rivals + q.rivals:
        found["rivals in their articles"] = min(rivals, MOST_RIVALS) / 2
    if p.day != q.day and p.day is not None and q.day is not None:
        found["other day of the event"] = 1.0


def _add_figures(found: Found, a: Entry, b: Entry, comparison: Comparison, ratio: float, told: Relation) -> None:
    if comparison.verdict == "equal":
        _add_equal(found, a.interval, b.interval)
    elif comparison.verdict == "different":
        _add_different(found, a, b, ratio, told)
        if told.level == "strong":
            found["all facets fit, other figure"] = 1.0
    else:
        found["figures that meet"] = 1.0
    if any(e.fact.figure is not None and e.fact.figure.bound == "vague" for e in (a, b)):
        found["vague figure"] = 1.0


def _add_equal(found: Found, x: Interval, y: Interval) -> None:
    found["equal figures"] = 1.0
    if digits := min(_digits(x.value or 0), _digits(y.value or 0), MOST_DIGITS):
        found["digits of equal figures"] = float(digits)
    if x.middle >= LARGE:
        found["large equal figures"] = 1.0
    elif x.middle < SMALL and float(x.middle).is_integer():
        found["small equal figures"] = 1.0


def _add_different(found: Found, a: Entry, b: Entry, ratio: float, told: Relation) -> None:
    logarithm = min(math.log(ratio) if ratio < math.inf else LARGEST_LOG, LARGEST_LOG)
    found["other figures"] = 1.0
    if logarithm:
        found["factor of the figures"] = logarithm
        if told.is_crowd and _are_two_voices(a, b):
            found["factor of a disputed crowd"] = logarithm
        if told.grows:
            found["factor of counts that grow"] = min(logarithm, 3.0)
    if told.grows:
        found["counts that grow"] = 1.0
    if ratio > FAR:
        found["figures far apart"] = 1.0
    if ratio > FARTHER:
        found["figures very far apart"] = 1.0
    if ratio < NEAR:
        found["figures near each other"] = 1.0
    if max(a.interval.middle, b.interval.middle) < SMALL:
        found["other small figures"] = 1.0


def _are_two_voices(a: Entry, b: Entry) -> bool:
    """Police and organisers count a crowd: their figures lie further apart than others."""
    voices = {speaker_of(a.fact.voice), speaker_of(b.fact.voice)}
    return len(voices) == 2 and None not in voices


@lru_cache(maxsize=4096)
def _digits(value: float) -> int:
    """Significant digits: 31.240 → 4, 30.000 → 1."""
    return len(f"{abs(value):.10g}".replace(".", "").strip("0"))


def _add_reports(found: Found, a: Entry, b: Entry, comparison: Comparison, told: Relation) -> None:
    speakers = (speaker_of(a.fact.voice), speaker_of(b.fact.voice))
    if a.fact.article != b.fact.article:
        if speakers[0] == speakers[1] not in (None, "?"):
            found["one speaker in two articles"] = 1.0
        return
    found["one article"] = 1.0
    sentence = a.fact.sentence == b.fact.sentence
    if sentence:
        found["one sentence"] = 1.0
        if a.topic.scoping.is_replaced != b.topic.scoping.is_replaced:
            found["one replaces the other in the sentence"] = 1.0
    if comparison.verdict != "different":
        return
    found["one article, other figures"] = 1.0
    if told.is_corrected and not sentence:
        found["one is said to be replaced"] = 1.0
    if not told.is_settled:
        found["one article, not corrected"] = 1.0
    if speakers[0] != speakers[1]:
        if None not in speakers:
            found["one article, two speakers"] = 1.0
        if _contrasts(a.fact.text) or _contrasts(b.fact.text):
            found["one article, two speakers set against each other"] = 1.0


@lru_cache(maxsize=4096)
def _contrasts(text: str) -> bool:
    """ "Während die Polizei von 900 spricht", "das Rote Kreuz dagegen zählte"."""
    return CONTRAST.search(text) is not None


def speaker_of(voice: Voice | None) -> str | None:
    """The id of the one who speaks, "?" where only the wording tells that somebody does."""
    if voice is None:
        return None
    party = voice.body or voice.speaker
    return party.id if party is not None else "?"
