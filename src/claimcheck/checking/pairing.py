"""Bundles that speak of the same thing, put together pair by pair, best pairs first, never across two different topics."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimcheck.checking.blocking import Bundle, find_pairs, order
from claimcheck.checking.compare import Comparison
from claimcheck.checking.compare.number import Interval, compare_numbers
from claimcheck.checking.facts import Voice, day_number
from claimcheck.checking.matching import Match, match_topics
from claimcheck.settings import CheckSettings

MOST_MEMBERS = 8  # bundles of each group that are looked at before two groups are joined
RANK = {("strong", "equal"): 0, ("close", "equal"): 1, ("weak", "equal"): 2, ("strong", "meeting"): 3, ("strong", "near"): 3}


@dataclass(frozen=True, slots=True)
class Link:
    """Two bundles of one topic, how well their topics fit, and how their figures compare."""

    a: Bundle
    b: Bundle
    match: Match
    comparison: Comparison

    @property
    def rank(self) -> int:
        """Smaller is better: equal figures before different ones, strong topics before weak ones."""
        return RANK.get((self.match.level, self.comparison.verdict), 5 if self.match.level == "strong" else 6)


@dataclass(frozen=True, slots=True)
class Decision:
    """Why two claims were put together or kept apart; ``decision`` is "together" or "apart"."""

    claim_a: str
    claim_b: str
    decision: str
    reasons: tuple[str, ...]


def pair_bundles(a: Bundle, b: Bundle, settings: CheckSettings) -> tuple[Link | None, tuple[str, ...]]:
    """The link of two bundles, or None, and the reasons in words."""
    if _is_far_apart(a, b, settings):
        return None, ("reports of two times",)
    match = match_topics(a.first.topic, b.first.topic)
    if match.level == "none":
        return None, match.reasons
    comparison = compare_numbers(a.first.interval, b.first.interval)
    objection = _objection(a, b, match, comparison, settings)
    if objection is not None:
        return None, (*match.reasons, objection)
    return Link(a, b, match, comparison), (*match.reasons, comparison.detail)


def _is_far_apart(a: Bundle, b: Bundle, settings: CheckSettings) -> bool:
    """True where every report of one is too long before those of the other, which a chain of reports may join to one event."""
    one, other = ({day_number(entry.fact.published) for entry in bundle.entries} for bundle in (a, b))
    if None in one or None in other:
        return False
    return min(abs((x or 0) - (y or 0)) for x in one for y in other) > settings.event_days


def _objection(a: Bundle, b: Bundle, match: Match, comparison: Comparison, settings: CheckSettings) -> str | None:
    verdict = comparison.verdict
    if verdict == "unknown":
        return "one figure is not known"
    ratio = _ratio(a.first.interval, b.first.interval)
    if verdict == "different":
        if match.level == "weak":
            return "different figures, and one claim tells too little"
        if ratio > (settings.close_ratio if match.level == "close" else settings.largest_ratio):
            return "the figures are too far apart for one topic"
        return _same_voice(a, b)
    if match.level == "strong":
        return None
    if verdict == "meeting" and ratio > settings.close_ratio and not (match.level == "close" and _is_vague(a, b)):
        return "the figures are too far apart for one topic"
    if match.level == "weak" and not _is_telling(a.first.interval, settings):
        return "the figure is too common to tell a topic"
    return None


def _ratio(a: Interval, b: Interval) -> float:
    """The factor between two figures; between intervals that do not meet, that of their nearest ends."""
    low, high = sorted((a, b), key=lambda interval: interval.middle)
    bottom = low.high if low.high is not None and low.high < high.middle else low.middle
    top = high.low if high.low is not None and high.low > bottom else high.middle
    return abs(top) / abs(bottom) if bottom else float("inf")


def _is_vague(a: Bundle, b: Bundle) -> bool:
    return any(entry.fact.figure is not None and entry.fact.figure.bound == "vague" for entry in (a.first, b.first))


def _is_telling(interval: Interval, settings: CheckSettings) -> bool:
    return interval.middle >= settings.telling_value or not float(interval.middle).is_integer()


def _same_voice(a: Bundle, b: Bundle, *, strict: bool = True) -> str | None:
    """One article gives two figures for one thing only where it names two speakers or corrects itself.

    ``strict``: a figure without a speaker is not set against one with; otherwise only the same speaker is an objection.
    """
    objection = "two figures of one article and one speaker"
    for one in a.entries:
        for other in b.entries:
            if one.fact.article != other.fact.article or one.topic.scoping.is_corrected or other.topic.scoping.is_corrected:
                continue
            voices = (_speaker(one.fact.voice), _speaker(other.fact.voice))
            if voices[0] == voices[1] == "?" and one.topic.inherited != other.topic.inherited:
                continue  # "nach ihren Angaben 3.200, die Firma sprach von 1.800"
            if voices[0] == voices[1]:
                return objection
            if strict and None in voices and len(a.entries) == len(b.entries) == 1:
                return objection
    return None


def _speaker(voice: Voice | None) -> str | None:
    """The id of the one who speaks, "?" where only the wording tells that somebody does."""
    if voice is None:
        return None
    party = voice.body or voice.speaker
    return party.id if party is not None else "?"


def group_bundles(
    block: Sequence[Bundle], settings: CheckSettings, note: Callable[[Bundle, Bundle, str, tuple[str, ...]], None] | None = None
) -> list[tuple[list[Bundle], list[Link]]]:
    """Groups of two and more bundles, each with the links that made it; ``note`` hears of every decision."""
    links = []
    for a, b in find_pairs(block, settings.window if len(block) <= settings.window else settings.large_window):
        link, reasons = pair_bundles(a, b, settings)
        if link is not None:
            links.append(link)
        if note is not None:
            note(a, b, "together" if link else "apart", reasons)
    return _join(block, sorted(links, key=_link_order), settings)


def _link_order(link: Link) -> tuple[object, ...]:
    return (link.rank, link.comparison.difference or 0.0, order(link.a.first), order(link.b.first))


def _join(block: Sequence[Bundle], links: Sequence[Link], settings: CheckSettings) -> list[tuple[list[Bundle], list[Link]]]:
    group = {id(bundle): [bundle] for bundle in block}
    kept: list[Link] = []
    for link in links:
        left, right = group[id(link.a)], group[id(link.b)]
        if left is right:
            kept.append(link)
        elif _may_join(left, right, settings):
            left.extend(right)
            for bundle in right:
                group[id(bundle)] = left
            kept.append(link)
    return _collect(block, group, kept)


def _may_join(left: Sequence[Bundle], right: Sequence[Bundle], settings: CheckSettings) -> bool:
    for a in left[:MOST_MEMBERS]:
        for b in right[:MOST_MEMBERS]:
            if match_topics(a.first.topic, b.first.topic).level == "none":
                return False
            if compare_numbers(a.first.interval, b.first.interval).verdict != "different":
                continue
            if _same_voice(a, b, strict=False) or _ratio(a.first.interval, b.first.interval) > settings.largest_ratio:
                return False
    return True


def _collect(
    block: Sequence[Bundle], group: dict[int, list[Bundle]], kept: Sequence[Link]
) -> list[tuple[list[Bundle], list[Link]]]:
    made: dict[int, tuple[list[Bundle], list[Link]]] = {}
    for bundle in block:
        members = group[id(bundle)]
        made.setdefault(id(members), (members, []))
    for link in kept:
        made[id(group[id(link.a)])][1].append(link)
    return [(members, links) for members, links in made.values() if len(members) > 1 or len(members[0].entries) > 1]
