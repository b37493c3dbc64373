"""From the figures of one topic to a verdict, with time: what grew or was corrected is revised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.checking.blocking import Bundle, Entry
from claimcheck.checking.compare.number import compare_numbers, relative_difference
from claimcheck.checking.pairing import Link
from claimcheck.checking.traits import has_trait
from claimcheck.models import Verdict

ONE_EVENING = 0.35  # relative difference up to which two offices of one day may just have counted at different hours
OUTGROWN = 1.2  # factor from which a lower bound is an earlier state and no way to put the same


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and the two bundles that decided it, with the reason as a key for the explanation."""

    verdict: Verdict
    reason: str
    a: Bundle
    b: Bundle


def judge(bundles: Sequence[Bundle], links: Sequence[Link]) -> Judgement | None:
    """The strongest verdict on one topic: conflict, revision, compatible, agreement; None where there is nothing to say."""
    if len(bundles) == 1:
        return Judgement("agreement", "equal", bundles[0], bundles[0])
    entries = [entry for bundle in bundles for entry in bundle.entries]
    if len({entry.fact.article for entry in entries}) == 1 and any(entry.topic.scoping.is_replaced for entry in entries):
        return None  # "kostet künftig sieben statt 6,50 Euro": one report tells of a change
    different = [link for link in links if link.comparison.verdict == "different"]
    for link in different:
        if not is_revised(link.a, link.b) and not _is_replaced_elsewhere(link, bundles):
            return Judgement("conflict", "different", link.a, link.b)
    grown = next((link for link in links if _has_outgrown(link.a, link.b)), None)
    if not different and grown is not None:
        return Judgement("revision", "grown", grown.a, grown.b)
    if different:
        link = max(different, key=lambda link: link.comparison.difference or 0.0)
        return Judgement("revision", _reason(link.a, link.b), link.a, link.b)
    return _without_difference(bundles)


def _is_replaced_elsewhere(link: Link, bundles: Sequence[Bundle]) -> bool:
    """Another report says of the earlier figure that it was replaced: "am Vortag war noch von fünf die Rede"."""
    early, late = (link.a, link.b) if time_order(link.a.first, link.b.first) <= 0 else (link.b, link.a)
    return time_order(early.first, late.first) < 0 and any(
        entry.topic.scoping.is_corrected and entry.interval == early.first.interval and _may_be_one_voice(entry, late.first)
        for bundle in bundles
        for entry in bundle.entries
    )


def _has_outgrown(a: Bundle, b: Bundle) -> bool:
    """A count that can only grow left an early lower bound far behind: "mehr als 120" on Tuesday, 340 on Wednesday."""
    early, late = (a.first, b.first) if time_order(a.first, b.first) < 0 else (b.first, a.first)
    if time_order(early, late) >= 0 or not has_trait(early.topic.event, "grows"):
        return False
    return early.interval.high is None and late.interval.is_exact and late.interval.middle > OUTGROWN * early.interval.middle


def _without_difference(bundles: Sequence[Bundle]) -> Judgement:
    first = bundles[0]
    for other in bundles[1:]:
        if compare_numbers(first.first.interval, other.first.interval).verdict != "equal":
            return Judgement("compatible", "meeting", first, other)
    return Judgement("agreement", "equal", first, bundles[-1])


def is_revised(a: Bundle, b: Bundle) -> bool:
    """True where the later figure replaces the earlier one: one report says so in words, or every later figure has grown."""
    pairs = [(x, y) for x in a.entries for y in b.entries]
    if any(entry.topic.scoping.is_upheld for entry in (*a.entries, *b.entries)):
        return False
    if any(x.topic.scoping.is_projected != y.topic.scoping.is_projected for x, y in pairs):
        return True
    return any(_is_corrected(x, y) for x, y in pairs) or all(_has_grown(x, y) for x, y in pairs)


def _is_corrected(a: Entry, b: Entry) -> bool:
    """The words mark one figure as replaced ("zunächst"), or the later one as new ("korrigierte", "inzwischen")."""
    if a.topic.scoping.is_corrected != b.topic.scoping.is_corrected:
        return True
    early, late = (a, b) if time_order(a, b) <= 0 else (b, a)
    if time_order(a, b) == 0 and a.fact.article == b.fact.article:
        return bool({a.topic.scoping.correction, b.topic.scoping.correction} & {"word"}) and a.fact.sentence == b.fact.sentence
    if late.topic.scoping.correction == "word":
        return True
    return late.topic.scoping.correction == "update" and _may_be_one_voice(early, late)


def _may_be_one_voice(a: Entry, b: Entry) -> bool:
    voices = [voice.body or voice.speaker for voice in (a.fact.voice, b.fact.voice) if voice is not None]
    return len(voices) < 2 or voices[0] == voices[1]


def _has_grown(a: Entry, b: Entry) -> bool:
    order = time_order(a, b)
    events = (a.topic.event, b.topic.event)
    grows = any(has_trait(event, "grows") for event in events)
    runs = any(has_trait(event, "running") for event in events)
    if order == 0 and a.fact.article == b.fact.article:
        return (grows or runs) and a.topic.scoping.is_earlier != b.topic.scoping.is_earlier
    if runs or not grows:
        return runs
    early, late = (a, b) if order <= 0 else (b, a)
    if order == 0:
        return _may_be_one_voice(a, b) or relative_difference(a.interval.middle, b.interval.middle) < ONE_EVENING
    return late.interval.middle >= early.interval.middle


def _reason(a: Bundle, b: Bundle) -> str:
    entries = (*a.entries, *b.entries)
    if any(entry.topic.scoping.is_corrected or entry.topic.scoping.correction for entry in entries):
        return "corrected"
    return "grown"


def time_order(a: Entry, b: Entry) -> int:
    """-1 where a was published before b, 1 after, 0 where that is not known (one without time of the same day)."""
    one, other = a.fact.published, b.fact.published
    if one is None or other is None or a.fact.article == b.fact.article:
        return 0
    length = min(len(one), len(other), 16)
    return (one[:length] > other[:length]) - (one[:length] < other[:length])
