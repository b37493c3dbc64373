"""From the figures of one topic to a verdict, with time: what grew or was corrected is revised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.checking.blocking import Bundle, Entry
from claimcheck.checking.compare.number import compare_numbers
from claimcheck.checking.pairing import Link
from claimcheck.checking.traits import has_trait
from claimcheck.models import Verdict


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
    different = [link for link in links if link.comparison.verdict == "different"]
    for link in different:
        if not is_revised(link.a, link.b):
            return Judgement("conflict", "different", link.a, link.b)
    if different:
        link = max(different, key=lambda link: link.comparison.difference or 0.0)
        return Judgement("revision", _reason(link.a, link.b), link.a, link.b)
    return _without_difference(bundles)


def _without_difference(bundles: Sequence[Bundle]) -> Judgement:
    first = bundles[0]
    for other in bundles[1:]:
        if compare_numbers(first.first.interval, other.first.interval).verdict != "equal":
            return Judgement("compatible", "meeting", first, other)
    return Judgement("agreement", "equal", first, bundles[-1])


def is_revised(a: Bundle, b: Bundle) -> bool:
    """True where every later figure of the pair replaces the earlier one."""
    pairs = [(x, y) for x in a.entries for y in b.entries]
    return all(_replaces(x, y) for x, y in pairs)


def _replaces(a: Entry, b: Entry) -> bool:
    if a.topic.scoping.is_corrected or b.topic.scoping.is_corrected:
        return True
    order = time_order(a, b)
    early, late = (a, b) if order <= 0 else (b, a)
    if order == 0 and a.fact.article == b.fact.article:
        return False
    if late.topic.scoping.is_correction and order != 0:
        return True
    if not has_trait(a.topic.event, "grows"):
        return False
    return order == 0 or late.interval.middle >= early.interval.middle


def _reason(a: Bundle, b: Bundle) -> str:
    entries = (*a.entries, *b.entries)
    if any(entry.topic.scoping.is_corrected or entry.topic.scoping.is_correction for entry in entries):
        return "corrected"
    return "grown"


def time_order(a: Entry, b: Entry) -> int:
    """-1 where a was published before b, 1 after, 0 where that is not known (one without time of the same day)."""
    one, other = a.fact.published, b.fact.published
    if one is None or other is None or a.fact.article == b.fact.article:
        return 0
    length = min(len(one), len(other), 16)
    return (one[:length] > other[:length]) - (one[:length] < other[:length])
