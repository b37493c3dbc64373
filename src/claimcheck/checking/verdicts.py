"""From the figures of one topic to a verdict, with time: what grew or was corrected is revised."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from claimcheck.checking.blocking import Bundle, Entry
from claimcheck.checking.compare.number import find_outcome
from claimcheck.checking.pairing import Link
from claimcheck.checking.revisions import Change, Side, find_change, find_sides
from claimcheck.checking.traits import has_trait
from claimcheck.models import Verdict

OUTGROWN = 1.2  # factor from which a lower bound is an earlier state and no way to put the same
MOST_SIDES = 8  # figures of one topic among which a series is looked for


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
    sides = find_sides(bundles)
    different = [link for link in links if _is_different(link)]
    find = _change_finder(sides)
    changes: list[tuple[Link, Change | None]] = []
    for link in different:
        change = find(*_sides_of(link, sides))
        if change is None:
            return Judgement("conflict", "different", link.a, link.b)
        changes.append((link, change))
    if changes:
        link, change = max(changes, key=lambda found: found[0].comparison.difference or 0.0)
        return Judgement("revision", change or "grown", link.a, link.b)
    grown = next((link for link in links if _has_outgrown(link.a, link.b)), None)
    if grown is not None:
        return Judgement("revision", "grown", grown.a, grown.b)
    return _without_difference(bundles)


def find_series(bundles: Sequence[Bundle], links: Sequence[Link]) -> list[Bundle]:
    """The bundles of a disputed topic that tell of a revision: 320, 510, 640 by the office, without the 900 of another voice.

    Empty where nothing was revised. With :func:`judge` they make a second finding beside the conflict.
    """
    sides = find_sides(bundles)[:MOST_SIDES]
    find = _change_finder(sides)
    pairs = [_sides_of(link, sides) for link in links if _is_different(link)]
    changes = {frozenset(pair): find(*pair) for pair in pairs}
    places = range(len(sides))
    found = [kept for size in range(2, len(sides) + 1) for kept in combinations(places, size) if _is_series(kept, changes)]
    voiced, told = [bool(side.voices) for side in sides], [len(side.tellings) for side in sides]
    best = max(found, key=lambda kept: (sum(voiced[i] for i in kept), sum(told[i] for i in kept)), default=())
    return [bundle for bundle in bundles if any(sides[i].interval == bundle.first.interval for i in best)]


def _change_finder(sides: Sequence[Side]) -> Callable[[int | None, int | None], Change | None]:
    """Why the figure at one place among the sides replaces that at another; each pair is judged once."""

    @cache
    def find(one: int | None, other: int | None) -> Change | None:
        return find_change(sides[one], sides[other], sides) if one is not None and other is not None else None

    return find


def _is_different(link: Link) -> bool:
    return link.comparison.verdict == "different"


def _is_series(sides: Sequence[int], changes: Mapping[frozenset[int | None], Change | None]) -> bool:
    pairs: list[frozenset[int | None]] = [frozenset(pair) for pair in combinations(sides, 2)]
    return any(changes.get(pair) for pair in pairs) and all(changes.get(pair, "") is not None for pair in pairs)


def _sides_of(link: Link, sides: Sequence[Side]) -> tuple[int | None, int | None]:
    """The places among the sides of the two figures of a link."""
    return _side_of(link.a, sides), _side_of(link.b, sides)


def _side_of(bundle: Bundle, sides: Sequence[Side]) -> int | None:
    return next((place for place, side in enumerate(sides) if side.interval == bundle.first.interval), None)


def _has_outgrown(a: Bundle, b: Bundle) -> bool:
    """A count that can only grow left an early lower bound far behind: "mehr als 120" on Tuesday, 340 on Wednesday."""
    early, late = (a.first, b.first) if time_order(a.first, b.first) < 0 else (b.first, a.first)
    if time_order(early, late) >= 0 or not has_trait(early.topic.event, "grows"):
        return False
    return early.interval.high is None and late.interval.is_exact and late.interval.middle > OUTGROWN * early.interval.middle


def _without_difference(bundles: Sequence[Bundle]) -> Judgement:
    first = bundles[0]
    for other in bundles[1:]:
        if find_outcome(first.first.interval, other.first.interval) != "equal":
            return Judgement("compatible", "meeting", first, other)
    return Judgement("agreement", "equal", first, bundles[-1])


def time_order(a: Entry, b: Entry) -> int:
    """-1 where a was published before b, 1 after, 0 where that is not known (one without time of the same day)."""
    one, other = a.fact.published, b.fact.published
    if one is None or other is None or a.fact.article == b.fact.article:
        return 0
    length = min(len(one), len(other), 16)
    return (one[:length] > other[:length]) - (one[:length] < other[:length])
