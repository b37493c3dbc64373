"""The day of an event in several reports: the same day, or another one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimcheck.checking.blocking import Bundle
from claimcheck.checking.clusters import Groups
from claimcheck.checking.compare.date import compare_days, is_bare_time, is_single_day
from claimcheck.checking.dated import Dated, find_dated, weigh_nouns
from claimcheck.checking.events import Event
from claimcheck.checking.facts import day_number
from claimcheck.checking.findings import Answer
from claimcheck.checking.origins import Sources
from claimcheck.checking.sameness import NEXT_DAY, ONCE, OTHER_DAY, SAME_EVENT, happens_once, is_ahead, may_happen_once, weigh
from claimcheck.checking.settled_days import is_doubtful
from claimcheck.checking.times import find_times, make_date_finding, without_repetition
from claimcheck.lexicon import load_lexicon
from claimcheck.models import Finding, Verdict
from claimcheck.settings import CheckSettings

NEAR_PAST, NEAR_AHEAD = 3, 31  # days between two reports on one past event, or on one to come, that need no more evidence
FARTHER, FARTHEST = 7, 14  # past days still further apart need still more; beyond it they are two events
FAR, STILL_FARTHER = 0.4, 0.8  # more evidence for days further apart, and for what happens often
MOVED_DAYS = 400  # the same where the words say that a day was put off
REPEATED = 1.0  # more evidence for a plan that became fact on another day, of what happens often
OLD = 20  # days before publication from which a date is another event
OLD_ONCE = 200  # the same for what a thing has only once
WEEK = 7
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Postponement:
    """A row of postponements.tsv."""

    form: str
    example: str


@dataclass(frozen=True, slots=True)
class DayGroup:
    """Claims that put one event on one day."""

    claims: tuple[Dated, ...]

    @property
    def articles(self) -> frozenset[str]:
        """Ids of the articles of the claims."""
        return frozenset(claim.fact.article for claim in self.claims)

    @property
    def first(self) -> int:
        """The day."""
        return min(claim.day.first or 0 for claim in self.claims)


@cache
def load_postponements() -> tuple[Postponement, ...]:
    """Rows of postponements.tsv."""
    return load_lexicon(files(__package__) / "postponements.tsv", Postponement)


@cache
def _moved() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(row.form) for row in load_postponements()) + r")\b", re.IGNORECASE)


def says_moved(text: str) -> bool:
    """True where the words say that a day is another one than before.

    >>> says_moved("Das Haus wird nun am 15. März eröffnet."), says_moved("Nun sind es zwei.")
    (True, False)
    """
    return _moved().search(text) is not None


def find_date_findings(
    event: Event, groups: Iterable[Sequence[Bundle]], sources: Sources, settings: CheckSettings
) -> list[Finding]:
    """Findings on the days, the times of day and the months of the events that the articles tell of.

    ``groups`` are the figures that were put together: claims that count the same crowd date the same event.
    """
    dated = find_dated(event, groups)
    weights = weigh_nouns(event) if dated else {}
    days = [claim for claim in dated if is_single_day(claim.day) and not is_bare_time(claim.day)]
    found = [
        _finding(answers, sources, settings)
        for answers in _disputed(_group([claim for claim in days if _is_current(claim)], weights), weights)
    ]
    times = find_times(dated, weights, sources, settings)
    return [*without_repetition(found), *without_repetition(times)]


def _is_current(dated: Dated) -> bool:
    today = day_number(dated.fact.published)
    old = OLD_ONCE if dated.named.classes & ONCE else OLD
    return today is None or dated.day.first is None or dated.day.first >= today - old


def _group(claims: Sequence[Dated], weights: Weights) -> list[DayGroup]:
    """Claims of one event and one day together; a claim that no other report confirms stands alone."""
    groups = Groups()
    keys = [f"{index:04d}" for index in range(len(claims))]
    for index, one in enumerate(claims):
        groups.find(keys[index])
        for place, other in enumerate(claims[:index]):
            if _is_same_day(one, other) and weigh(one, other, weights).score >= SAME_EVENT:
                groups.join(keys[index], keys[place])
    members: dict[str, list[Dated]] = defaultdict(list)
    for key, claim in zip(keys, claims, strict=True):
        members[groups.find(key)].append(claim)
    return [DayGroup(tuple(members[key])) for key in sorted(members)]


def _is_same_day(a: Dated, b: Dated) -> bool:
    comparison = compare_days(a.day, b.day)
    if comparison.verdict == "equal":
        return True
    return comparison.difference == WEEK and (is_doubtful(a.fact) or is_doubtful(b.fact))


def _disputed(groups: Sequence[DayGroup], weights: Weights) -> Iterator[list[DayGroup]]:
    """Groups of one event with different days, the one of most articles first; a lone group of two articles is an agreement."""
    rest = sorted(groups, key=lambda group: (-len(group.articles), group.first, group.claims[0].fact.id))
    while rest:
        main = rest.pop(0)
        others = [group for group in rest if is_other_day(main, group, weights)]
        rest = [group for group in rest if group not in others]
        if not all(claim.is_assumed for claim in main.claims) and (others or len(main.articles) > 1):
            yield [main, *others]


def is_other_day(main: DayGroup, other: DayGroup, weights: Weights) -> bool:
    """True where two groups of reports put one event on two days."""
    if all(claim.is_assumed for claim in other.claims):
        return False
    if main.articles & other.articles and not is_moved(main, other):
        return False
    pairs = [(a, b) for a in main.claims for b in other.claims if a.fact.article != b.fact.article]
    return any(weigh(a, b, weights).score >= _threshold(a, b) for a, b in pairs)


def _threshold(a: Dated, b: Dated) -> float:
    """The evidence that two claims need to be a conflict or a revision; infinite where the days cannot be of one event."""
    comparison = compare_days(a.day, b.day)
    never = float("inf")
    if comparison.verdict != "different" or comparison.difference is None or _is_same_day(a, b):
        return never
    days, ahead = comparison.difference, (is_ahead(a.fact), is_ahead(b.fact))
    if ahead == (True, True):
        near = NEXT_DAY if days <= NEAR_PAST else OTHER_DAY
        is_near = days <= NEAR_AHEAD or says_moved(a.fact.text) or says_moved(b.fact.text)
        return near + (0 if is_near else STILL_FARTHER) if days <= MOVED_DAYS else never
    if ahead == (False, False):
        more = 0.0 if days <= NEAR_PAST else FAR if days <= FARTHER else STILL_FARTHER
        if not may_happen_once(a, b):
            more += FAR
        elif more:
            more -= FAR
        return OTHER_DAY + more if days <= FARTHEST and not (_is_after(a, b) or _is_after(b, a)) else never
    if not became_fact(a, b) and not became_fact(b, a):
        return never
    return OTHER_DAY + (0.0 if happens_once(a, b) else REPEATED)


def _is_after(a: Dated, b: Dated) -> bool:
    """True where the day of a claim lies after the report on the other, which tells of its event as past."""
    told = day_number(b.fact.published)
    return told is not None and a.day.first is not None and a.day.first > told


def became_fact(plan: Dated, fact: Dated) -> bool:
    """True where a day was to come in one report, and a later report tells that it happened since then on another."""
    said, told = day_number(plan.fact.published), day_number(fact.fact.published)
    if said is None or told is None or not is_ahead(plan.fact) or is_ahead(fact.fact) or fact.day.first is None:
        return False
    return said < told and said <= fact.day.first


def is_moved(*groups: DayGroup) -> bool:
    """True where the words of a claim say that the day is another one than before."""
    return any(says_moved(claim.fact.text) for group in groups for claim in group.claims)


def _verdict(groups: Sequence[DayGroup]) -> Verdict:
    facts = [claim for group in groups for claim in group.claims]
    became = any(became_fact(a, b) for a in facts for b in facts if a.day.first != b.day.first)
    return "revision" if became or is_moved(*groups) else "conflict"


def _finding(groups: Sequence[DayGroup], sources: Sources, settings: CheckSettings) -> Finding:
    ordered = sorted(groups, key=lambda group: group.first)
    answers = [Answer(group.claims[0].day.value[:10], tuple(claim.fact for claim in group.claims)) for group in ordered]
    claims = [claim for group in ordered for claim in group.claims]
    return make_date_finding(claims, answers, _verdict(groups), ordered[-1].first - ordered[0].first, sources, settings)
