"""The day of an event in several reports: the same day, or another one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimcheck.checking.blocking import Bundle
from claimcheck.checking.clusters import Groups
from claimcheck.checking.compare.date import compare_dates, is_bare_clock, is_single_day
from claimcheck.checking.dated import Dated, find_dated
from claimcheck.checking.events import Event
from claimcheck.checking.facts import Fact, day_number
from claimcheck.checking.findings import Answer, fact_order
from claimcheck.checking.happenings import OPEN
from claimcheck.checking.origins import Sources
from claimcheck.checking.scopes import find_corrections
from claimcheck.checking.times import SUDDEN, find_times, make_date_finding, without_repetition
from claimcheck.checking.words import is_common_word, stem_of
from claimcheck.models import Finding
from claimcheck.settings import CheckSettings

PAST_DAYS = 3  # two reports on a past event name days that are no further apart
MOVED_DAYS = 400  # the same where the words say that a day was put off
FUTURE_DAYS = 31  # the same for a day to come
OF_BODIES = frozenset({"session", "presentation"})  # who meets or presents tells one event from another
AGAIN = re.compile(
    r"\b(?:erneut|abermals|wiederum|nochmals|weitere[nrms]?|(?:zwei|drit|vier)te[nrms]?|nächste[nrms]?)\b", re.IGNORECASE
)
OLD = 20  # days before publication from which a date is another event


def find_date_findings(
    event: Event, groups: Iterable[Sequence[Bundle]], sources: Sources, settings: CheckSettings
) -> list[Finding]:
    """Findings on the days, the times of day and the months of the events that the articles tell of.

    ``groups`` are the figures that were put together: claims that count the same crowd date the same event.
    """
    dated = find_dated(event, groups)
    groups_of = [(name, group) for name in sorted(dated) for group in _same_place(dated[name])]
    days: list[Finding] = []
    for name, group in groups_of:
        claims = [claim for claim in group if _is_day(claim)]
        for part in _same_thing(claims) if name.startswith(OPEN) else [claims]:
            days += _findings(name, part, sources, settings)
    times = [finding for name, group in groups_of for finding in find_times(name, group, sources, settings)]
    return [*without_repetition(days), *without_repetition(times)]


def _is_day(dated: Dated) -> bool:
    """True for a claim with a current day; a bare time happens on the day that another claim names."""
    return is_single_day(dated.day) and not is_bare_clock(dated.day) and _is_current(dated.fact)


def _is_current(fact: Fact) -> bool:
    today = day_number(fact.published)
    return today is None or fact.day is None or fact.day.first is None or fact.day.first >= today - OLD


def _same_place(claims: Sequence[Dated]) -> list[list[Dated]]:
    """Claims by place; those that name none join the others where there is only one place."""
    groups: dict[tuple[str, ...], list[Dated]] = defaultdict(list)
    for dated in claims:
        groups[tuple(sorted(dated.place))].append(dated)
    loose = groups.pop((), [])
    if len(groups) == 1:
        only = next(iter(groups))
        groups[only] = sorted([*groups[only], *loose], key=lambda d: fact_order(d.fact))
    elif loose:
        groups[()] = loose
    return [groups[key] for key in sorted(groups)]


def _same_thing(claims: Sequence[Dated]) -> list[list[Dated]]:
    """Claims with one verb by what it is about: they share a noun beside it."""
    groups = Groups()
    for index, one in enumerate(claims):
        for place, other in enumerate(claims[:index]):
            if one.fact.article != other.fact.article and one.others & other.others:
                groups.join(f"{index:04d}", f"{place:04d}")
    members: dict[str, list[Dated]] = defaultdict(list)
    for index, dated in enumerate(claims):
        members[groups.find(f"{index:04d}")].append(dated)
    return [members[key] for key in sorted(members)]


def _findings(name: str, claims: Sequence[Dated], sources: Sources, settings: CheckSettings) -> list[Finding]:
    days: dict[int, list[Dated]] = defaultdict(list)
    for dated in claims:
        if dated.day.first is not None:
            days[dated.day.first].append(dated)
    rest = {day: group for day, group in days.items() if not all(dated.is_assumed for dated in group)}
    findings = []
    while rest:
        main = min(rest, key=lambda day: (-_articles(rest[day]), day))
        group = rest.pop(main)
        others = [day for day in sorted(rest) if _is_other_day(name, group, rest[day])]
        answers = [group, *(rest.pop(day) for day in others)]
        if others or _articles(group) > 1:
            findings.append(_finding(name, answers, sources, settings))
    return findings


def _articles(group: Sequence[Dated]) -> int:
    return len({dated.fact.article for dated in group})


def _is_other_day(name: str, main: Sequence[Dated], other: Sequence[Dated]) -> bool:
    """True where two groups of reports put one event on two days: near days, no article with both, a noun in common."""
    comparison = compare_dates(main[0].day, other[0].day)
    if comparison.verdict != "different" or comparison.difference is None or all(d.is_assumed for d in other):
        return False
    if any(_is_moved(dated.fact) for dated in (*main, *other)):
        return comparison.difference <= MOVED_DAYS and _is_ahead(main) and _is_ahead(other)
    if {d.fact.article for d in main} & {d.fact.article for d in other}:
        return False
    ahead = _is_ahead(main) and _is_ahead(other)
    limit = FUTURE_DAYS if ahead else PAST_DAYS
    return comparison.difference <= limit and any(_is_same(name, a, b, is_ahead=ahead) for a in main for b in other)


def _is_same(name: str, a: Dated, b: Dated, *, is_ahead: bool) -> bool:
    """True where two claims share a noun, or where one names nothing but what is to come: "verhandelt wird am Montag".

    For what happens often a place is no such noun. Two bodies have two meetings, and "erneut" or "ein zweiter" tells of
    another event.
    """
    is_open = name.startswith(OPEN)
    if (name in OF_BODIES or is_open) and _are_two_bodies(a, b):
        return False
    if bool(AGAIN.search(a.fact.text)) != bool(AGAIN.search(b.fact.text)):
        return False
    places = {stem_of(place) for place in a.place | b.place} if name in SUDDEN or is_open else set()
    if (a.nouns & b.nouns or a.others & b.others) - places:
        return True
    return is_ahead and bool(a.named.roots & b.named.roots) and not (a.others and b.others)


def _are_two_bodies(a: Dated, b: Dated) -> bool:
    """True where each claim tells of another body, and neither names that of the other."""
    one, other = a.fact.actor, b.fact.actor
    if one is None or other is None or not all(is_common_word(party.name.split()[0]) for party in (one, other)):
        return False
    first, second = stem_of(one.name.split()[0]), stem_of(other.name.split()[0])
    return first != second and first not in b.nouns and second not in a.nouns


def _is_moved(fact: Fact) -> bool:
    return "word" in find_corrections(fact.text)


def _is_ahead(group: Sequence[Dated]) -> bool:
    return all(
        dated.day.first is not None and dated.day.first > (day_number(dated.fact.published) or dated.day.first) for dated in group
    )


def _finding(name: str, groups: Sequence[Sequence[Dated]], sources: Sources, settings: CheckSettings) -> Finding:
    ordered = sorted(groups, key=lambda group: group[0].day.first or 0)
    answers = [Answer(group[0].day.value[:10], tuple(dated.fact for dated in group)) for group in ordered]
    difference = (ordered[-1][0].day.first or 0) - (ordered[0][0].day.first or 0)
    moved = any(_is_moved(dated.fact) for group in ordered for dated in group)
    dated = [claim for group in ordered for claim in group]
    return make_date_finding(name, dated, answers, "revision" if moved else "conflict", difference, sources, settings)
