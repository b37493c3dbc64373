"""Bundles that speak of the same thing, put together pair by pair, best pairs first.

Each candidate pair is scored: its evidence is weighed (``weights``), then set beside the best other pair of the same two articles
(the margin): an article tells of one thing mostly once. A score of 0.0 means even odds that the two are one topic.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from claimcheck.checking.blocking import Bundle, find_pairs, order
from claimcheck.checking.bonds import find_bond
from claimcheck.checking.compare import Comparison
from claimcheck.checking.compare.number import Interval, compare_numbers, compare_silently
from claimcheck.checking.evidence import find_own_evidence
from claimcheck.checking.profiles import Weigher
from claimcheck.checking.relations import Relations
from claimcheck.checking.vetoes import find_veto
from claimcheck.checking.weights import Score, margin_evidence, weigh_evidence, weigh_margin, weigh_pair
from claimcheck.settings import CheckSettings

MOST_MEMBERS = 8  # bundles of each group that are looked at before two groups are joined
FAR_BEHIND = -8.0  # score of what was not found worth scoring
BOND = 4.0  # score of two figures that the words put together
WITHOUT_RIVAL = 1.5  # margin where the other article has no figure that could be meant
UNSPOKEN = 0.0  # most that two figures of one article score where one has no speaker
LOWEST = -5.0  # a lower score of one pair of two groups says no more against joining them

Note = Callable[[Bundle, Bundle, str, tuple[str, ...]], None]
Rival = tuple[float, int, Interval]  # score, identity and figure of a bundle


class Link(NamedTuple):
    """Two bundles of one topic, how likely that is, and how their figures compare."""

    a: Bundle
    b: Bundle
    score: Score
    comparison: Comparison
    bond: str | None = None  # the words that put the two figures together


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
    compare = compare_silently if note is None else compare_numbers
    relations = Relations()
    numbers = {id(bundle): relations.number(bundle.first.topic) for bundle in block}
    for a, b in find_pairs(block, settings.window if len(block) <= settings.window else settings.large_window):
        ratio = ratio_of(a.first.interval, b.first.interval)
        if ratio > settings.largest_ratio:
            continue
        relation = relations.between(a.first.topic, b.first.topic, (numbers[id(a)], numbers[id(b)]))
        if ratio > settings.stranger_ratio and relation.other_thing is not None:
            continue  # other things counted, and figures far apart: most pairs of a large event
        comparison, bond = compare(a.first.interval, b.first.interval), find_bond(a, b)
        veto = find_veto(a, b, comparison, settings, relation) if bond is None else None
        if veto is None:
            own = find_own_evidence(a.first, b.first, comparison, ratio, weigher, relation)
            score = Score(weigh_evidence(own, relation.weight), ()) if note is None else weigh_pair({**relation.evidence, **own})
            found.append(Link(a, b, score, comparison, bond))
        elif note is not None:
            note(a, b, "apart", (veto,))
    return [_weighed_again(link, margins) for link, margins in zip(found, find_margins(found), strict=True)]


def _weighed_again(link: Link, margins: Mapping[str, float]) -> Link:
    """The link with its score beside its rivals; where words bind the two figures, no rival outweighs them."""
    score = weigh_margin(link.score, margins)
    if link.bond is not None:
        score = Score(max(score.value, BOND), (link.bond,))
    elif _is_unspoken(link):
        score = Score(min(score.value, UNSPOKEN), score.reasons)
    return Link(link.a, link.b, score, link.comparison, link.bond)


def _is_unspoken(link: Link) -> bool:
    """Two figures of one article, one of them the article's own: by themselves no dispute, "die Skulptur" and "der Finger"."""
    one, other = link.a.first.fact, link.b.first.fact
    return link.comparison.verdict == "different" and one.article == other.article and None in (one.voice, other.voice)


def ratio_of(a: Interval, b: Interval) -> float:
    """The factor between two figures; between intervals that do not meet, that of their nearest ends."""
    low, high = (a, b) if a.middle <= b.middle else (b, a)
    bottom = low.high if low.high is not None and low.high < high.middle else low.middle
    top = high.low if high.low is not None and high.low > bottom else high.middle
    if bottom <= 0:
        return 1.0 if top == bottom else float("inf")
    return top / bottom


def find_margins(links: Sequence[Link]) -> list[dict[str, float]]:
    """For each link the evidence of the second step: its score beside the best other figure that one of the two may meet in
    the article of the other."""
    articles = {id(bundle): _articles(bundle) for link in links for bundle in (link.a, link.b)}
    best: dict[tuple[int, str], list[Rival]] = defaultdict(list)
    for link in links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            for article in articles[id(other)]:
                best[id(one), article].append((link.score.value, id(other), other.first.interval))
    for rivals in best.values():
        rivals.sort(key=_score_of, reverse=True)
    return [_margins(link, best, articles) for link in links]


def _articles(bundle: Bundle) -> frozenset[str]:
    return frozenset(entry.fact.article for entry in bundle.entries)


def _score_of(rival: Rival) -> float:
    return rival[0]


def _margins(link: Link, best: Mapping[tuple[int, str], Sequence[Rival]], articles: Mapping[int, Set[str]]) -> dict[str, float]:
    there = _margin(link.score.value, link.a, link.b, best, articles[id(link.b)])
    back = _margin(link.score.value, link.b, link.a, best, articles[id(link.a)])
    same = not articles[id(link.a)].isdisjoint(articles[id(link.b)])
    differ = link.comparison.verdict == "different"
    return margin_evidence(link.score.value, min(there, back), max(there, back), same=same, differ=differ)


def _margin(
    score: float, one: Bundle, other: Bundle, best: Mapping[tuple[int, str], Sequence[Rival]], articles: Set[str]
) -> float:
    """How far a score lies above that of the best rival; a rival is another figure, not the same one told in other words."""
    rivals = []
    for article in articles:
        for value, key, interval in best[id(one), article]:
            if key != id(other) and interval != other.first.interval:
                rivals.append(value)
                break
    return score - max(rivals) if rivals else WITHOUT_RIVAL


def _join(block: Sequence[Bundle], links: Sequence[Link], settings: CheckSettings) -> list[tuple[list[Bundle], list[Link]]]:
    scores: dict[tuple[int, int], float] = {}
    for link in links:
        scores[id(link.a), id(link.b)] = scores[id(link.b), id(link.a)] = link.score.value
    group = {id(bundle): [bundle] for bundle in block}
    places = {id(bundle): order(bundle.first) for bundle in block}
    fit = [link for link in links if link.score.value >= _least_score(link, settings)]
    for link in sorted(fit, key=lambda link: (-link.score.value, places[id(link.a)], places[id(link.b)])):
        left, right = group[id(link.a)], group[id(link.b)]
        if left is not right and (link.score.value >= BOND or _may_join(left, right, scores, settings)):
            left.extend(right)
            for bundle in right:
                group[id(bundle)] = left
    return _collect(block, group, [link for link in links if link.score.value > settings.link_score])


def _least_score(link: Link, settings: CheckSettings) -> float:
    return settings.conflict_score if link.comparison.verdict == "different" else settings.topic_score


def _may_join(
    left: Sequence[Bundle], right: Sequence[Bundle], scores: Mapping[tuple[int, int], float], settings: CheckSettings
) -> bool:
    """The pairs between two groups fit on average, and none speaks clearly against it."""
    found = [scores.get((id(a), id(b)), FAR_BEHIND) for a in left[:MOST_MEMBERS] for b in right[:MOST_MEMBERS]]
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
