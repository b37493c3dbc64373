"""Bundles that speak of the same thing, put together pair by pair, best pairs first.

Each candidate pair is scored: its evidence is weighed (``weights``), then set beside the best other pair of the same two articles
(the margin): an article tells of one thing mostly once. A score of 0.0 means even odds that the two are one topic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.checking.blocking import Bundle, find_pairs, order
from claimcheck.checking.bonds import find_bond
from claimcheck.checking.compare import Comparison
from claimcheck.checking.compare.number import Interval, compare_numbers
from claimcheck.checking.evidence import find_evidence
from claimcheck.checking.matching import FACETS
from claimcheck.checking.profiles import Weigher
from claimcheck.checking.vetoes import find_veto
from claimcheck.checking.weights import Score, margin_evidence, weigh_margin, weigh_pair
from claimcheck.settings import CheckSettings

MOST_MEMBERS = 8  # bundles of each group that are looked at before two groups are joined
FAR_BEHIND = -8.0  # score of what was not found worth scoring
BOND = 4.0  # score of two figures that the words put together
WITHOUT_RIVAL = 1.5  # margin where the other article has no figure that could be meant
LOWEST = -5.0  # a lower score of one pair of two groups says no more against joining them

Note = Callable[[Bundle, Bundle, str, tuple[str, ...]], None]


@dataclass(frozen=True, slots=True)
class Link:
    """Two bundles of one topic, how likely that is, and how their figures compare."""

    a: Bundle
    b: Bundle
    score: Score
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Decision:
    """Why two claims were put together or kept apart; ``decision`` is "together" or "apart"."""

    claim_a: str
    claim_b: str
    decision: str
    reasons: tuple[str, ...]


def group_bundles(
    block: Sequence[Bundle], weigher: Weigher, settings: CheckSettings, note: Note | None = None
) -> list[tuple[list[Bundle], list[Link]]]:
    """Groups of bundles of one topic, each with the links that hold it; ``note`` hears of every pair that was scored."""
    links = score_pairs(block, weigher, settings, note)
    groups = _join(block, links, settings)
    if note is not None:
        held = {frozenset((id(link.a), id(link.b))) for _, kept in groups for link in kept}
        for link in links:
            together = frozenset((id(link.a), id(link.b))) in held
            note(link.a, link.b, "together" if together else "apart", (*link.score.reasons, link.comparison.detail))
    return groups


def score_pairs(block: Sequence[Bundle], weigher: Weigher, settings: CheckSettings, note: Note | None = None) -> list[Link]:
    """The candidate pairs of a block with their scores; ``note`` hears of those that a veto keeps apart."""
    found = []
    for a, b in find_pairs(block, settings.window if len(block) <= settings.window else settings.large_window):
        ratio = ratio_of(a.first.interval, b.first.interval)
        if ratio > settings.largest_ratio or _are_strangers(a, b, ratio, settings):
            continue
        comparison = compare_numbers(a.first.interval, b.first.interval)
        veto = find_veto(a, b, comparison, settings) if find_bond(a, b) is None else None
        if veto is None:
            found.append(Link(a, b, weigh_pair(find_evidence(a, b, comparison, ratio, weigher)), comparison))
        elif note is not None:
            note(a, b, "apart", (veto,))
    return [_bound(link) for link in _beside_rivals(found)]


def _bound(link: Link) -> Link:
    """The link with a score that no rival outweighs, where words bind the two figures."""
    bond = find_bond(link.a, link.b)
    return link if bond is None else replace(link, score=Score(max(link.score.value, BOND), (bond,)))


def _are_strangers(a: Bundle, b: Bundle, ratio: float, settings: CheckSettings) -> bool:
    """Other things counted, and figures far apart: not worth weighing, and most pairs of a large event."""
    return ratio > settings.stranger_ratio and FACETS["thing"](a.first.topic, b.first.topic) is not None


def ratio_of(a: Interval, b: Interval) -> float:
    """The factor between two figures; between intervals that do not meet, that of their nearest ends."""
    low, high = sorted((a, b), key=lambda interval: interval.middle)
    bottom = low.high if low.high is not None and low.high < high.middle else low.middle
    top = high.low if high.low is not None and high.low > bottom else high.middle
    if bottom <= 0:
        return 1.0 if top == bottom else float("inf")
    return top / bottom


def _beside_rivals(links: Sequence[Link]) -> list[Link]:
    """The links scored again beside their rivals."""
    return [
        replace(link, score=weigh_margin(link.score, margins)) for link, margins in zip(links, find_margins(links), strict=True)
    ]


def find_margins(links: Sequence[Link]) -> list[dict[str, float]]:
    """For each link the evidence of the second step: its score beside the best other figure that one of the two may meet in
    the article of the other."""
    best: dict[int, dict[str, list[tuple[float, Interval, int]]]] = defaultdict(lambda: defaultdict(list))
    for link in links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            for article in {entry.fact.article for entry in other.entries}:
                best[id(one)][article].append((link.score.value, other.first.interval, id(other)))
    return [_margins(link, best) for link in links]


def _margins(link: Link, best: Mapping[int, Mapping[str, Sequence[tuple[float, Interval, int]]]]) -> dict[str, float]:
    least, most = sorted(_margin(link.score.value, one, other, best) for one, other in ((link.a, link.b), (link.b, link.a)))
    same = bool({e.fact.article for e in link.a.entries} & {e.fact.article for e in link.b.entries})
    return margin_evidence(link.score.value, least, most, same=same, differ=link.comparison.verdict == "different")


def _margin(
    score: float, one: Bundle, other: Bundle, best: Mapping[int, Mapping[str, Sequence[tuple[float, Interval, int]]]]
) -> float:
    rivals = [
        value
        for article in {entry.fact.article for entry in other.entries}
        for value, interval, key in best[id(one)].get(article, ())
        if key != id(other) and interval != other.first.interval
    ]
    return score - max(rivals) if rivals else WITHOUT_RIVAL


def _join(block: Sequence[Bundle], links: Sequence[Link], settings: CheckSettings) -> list[tuple[list[Bundle], list[Link]]]:
    scores = {frozenset((id(link.a), id(link.b))): link.score.value for link in links}
    group = {id(bundle): [bundle] for bundle in block}
    ranked = sorted(
        links, key=lambda link: (-scores[frozenset((id(link.a), id(link.b)))], order(link.a.first), order(link.b.first))
    )
    for link in ranked:
        least = settings.conflict_score if link.comparison.verdict == "different" else settings.topic_score
        if scores[frozenset((id(link.a), id(link.b)))] < least:
            continue
        left, right = group[id(link.a)], group[id(link.b)]
        if left is not right and (link.score.value >= BOND or _may_join(left, right, scores, settings)):
            left.extend(right)
            for bundle in right:
                group[id(bundle)] = left
    return _collect(block, group, [link for link in links if link.score.value > settings.link_score])


def _may_join(
    left: Sequence[Bundle], right: Sequence[Bundle], scores: Mapping[frozenset[int], float], settings: CheckSettings
) -> bool:
    """The pairs between two groups fit on average, and none speaks clearly against it."""
    found = [scores.get(frozenset((id(a), id(b))), FAR_BEHIND) for a in left[:MOST_MEMBERS] for b in right[:MOST_MEMBERS]]
    mean = sum(max(score, LOWEST) for score in found) / len(found)
    return mean >= settings.mean_score and min(found) >= settings.least_score


def _collect(
    block: Sequence[Bundle], group: dict[int, list[Bundle]], kept: Sequence[Link]
) -> list[tuple[list[Bundle], list[Link]]]:
    made: dict[int, tuple[list[Bundle], list[Link]]] = {}
    for bundle in block:
        members = group[id(bundle)]
        made.setdefault(id(members), (members, []))
    for link in kept:
        if group[id(link.a)] is group[id(link.b)]:
            made[id(group[id(link.a)])][1].append(link)
    return [(members, links) for members, links in made.values() if len(members) > 1 or len(members[0].entries) > 1]
