"""The day of an event in several reports: the same day, or another one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimcheck.checking.blocking import Bundle
from claimcheck.checking.compare.date import compare_dates, is_single_day
from claimcheck.checking.events import Event
from claimcheck.checking.facts import Day, Fact, day_number
from claimcheck.checking.findings import Answer, Judged, fact_order, make_finding, make_topic
from claimcheck.checking.origins import Sources
from claimcheck.checking.scopes import find_corrections
from claimcheck.checking.topics import find_anchor
from claimcheck.checking.unread_days import read_days
from claimcheck.checking.words import Word, find_clause, find_words, stem_of
from claimcheck.lexicon import load_lexicon
from claimcheck.models import Finding, Verdict
from claimcheck.settings import CheckSettings

PAST_DAYS = 3  # two reports on a past event name days that are no further apart
MOVED_DAYS = 400  # the same where the words say that a day was put off
FUTURE_DAYS = 31  # the same for a day to come
OLD = 20  # days before publication from which a date is another event
EVENT_OF_COUNT = {"participation": "demonstration", "aboard": "accident", "attendance": "concert"}
CLOCK = re.compile(r"T\d\d:")
DAY_WORD = re.compile(r"tag|woch|gestern|heute|morgen|\d\.\s*[A-ZÄÖÜ\d]", re.IGNORECASE)
CALENDAR = frozenset(
    stem_of(word)
    for word in ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag", "Uhr", "Tag",
                 "Woche", "Morgen", "Abend", "Vormittag", "Nachmittag", "Mensch", "Prozent", "Euro", "Jahr")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happening:
    """A row of happenings.tsv."""

    form: str
    happening: str
    example: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A claim about an event with its day, the class of the event, where, and the nouns around."""

    fact: Fact
    day: Day
    place: frozenset[str]
    nouns: frozenset[str]
    is_assumed: bool  # the words name no event, the claim stands in the lead of an article about one


@cache
def load_happenings() -> dict[str, Happening]:
    """Rows of happenings.tsv by word stem."""
    return {stem_of(row.form): row for row in load_lexicon(files(__package__) / "happenings.tsv", Happening)}


def find_date_findings(
    event: Event, groups: Iterable[Sequence[Bundle]], sources: Sources, settings: CheckSettings
) -> list[Finding]:
    """Findings on the days of the events that the articles tell of.

    ``groups`` are the figures that were put together: claims that count the same crowd date the same event.
    """
    dated = _dated_claims(event, groups)
    findings = []
    for name in sorted(dated):
        for group in _same_place(dated[name]):
            findings += _findings(name, group, sources, settings)
    return findings


def happenings_of(words: Iterable[Word]) -> set[str]:
    """Classes of the events that words name; compounds take the class of their last part."""
    found = set()
    for word in words:
        row = _happening(word.text)
        if row is not None:
            found.add(row.happening)
    return found


def _happening(word: str) -> Happening | None:
    table = load_happenings()
    row = table.get(stem_of(word))
    if row is not None or not word[0].isupper():
        return row
    tails = (word[cut:].lstrip("-").capitalize() for cut in range(3, len(word) - 3))
    return next((table[stem_of(tail)] for tail in tails if stem_of(tail) in table and len(tail) > 3), None)


def _dated_claims(event: Event, groups: Iterable[Sequence[Bundle]]) -> dict[str, list[Dated]]:
    counted = _events_of_counts(groups)
    rivals = event.rivals()
    found: dict[str, dict[tuple[str, str], Dated]] = defaultdict(dict)
    for fact in read_days(event.all_facts) if len(event.articles) > 1 else ():
        if fact.day is None or not is_single_day(fact.day) or not _is_current(fact) or _is_clock(fact.day):
            continue
        place = find_anchor(fact, event.contexts[fact.article], rivals).scenes
        names = _classes(fact, fact.day) | counted.get(fact.id, set())
        assumed = _main_happening(fact, event) if not names else set()
        made = Dated(fact, fact.day, place, _nouns(fact), bool(assumed))
        for name in names | assumed:
            found[name].setdefault((fact.article, f"{fact.day.start}"), made)
    return {name: sorted(claims.values(), key=lambda d: fact_order(d.fact)) for name, claims in found.items()}


def _events_of_counts(groups: Iterable[Sequence[Bundle]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for bundles in groups:
        entries = [entry for bundle in bundles for entry in bundle.entries]
        names = {EVENT_OF_COUNT[e.topic.event] for e in entries if e.topic.event in EVENT_OF_COUNT}
        for entry in entries:
            found[entry.fact.id] |= names
    return found


def _classes(fact: Fact, day: Day) -> set[str]:
    left, right = find_clause(fact.text, day.start - fact.start, day.start - fact.start + len(day.text))
    clause = fact.text[left:right]
    words = find_words(clause)
    phrases = {row.happening for row in load_happenings().values() if " " in row.form and row.form in clause.lower()}
    verb = _happening(fact.lemma.split(" ")[-1])
    return happenings_of(words) | phrases | ({verb.happening} if verb is not None else set())


def _main_happening(fact: Fact, event: Event) -> set[str]:
    """The one event that headline and lead of the other articles name, for a day in the lead: "was gestern hier geschah"."""
    context = event.contexts[fact.article]
    if not context.passages or fact.start >= context.passages[min(1, len(context.passages) - 1)].end:
        return set()
    leads = [find_words(c.passages[0].text) for c in event.contexts.values() if c.passages]
    named = [happenings_of(words) for words in leads]
    counted = Counter(name for names in named for name in names)
    best = [name for name, count in counted.items() if count * 2 >= len(named)]
    return set(best) if len(best) == 1 else set()


def _is_clock(day: Day) -> bool:
    """True for a time of day without a day: "um 14.50 Uhr" happens on the day that another claim names."""
    return bool(CLOCK.search(day.value)) and not DAY_WORD.search(day.text)


def _is_current(fact: Fact) -> bool:
    today = day_number(fact.published)
    return today is None or fact.day is None or fact.day.first is None or fact.day.first >= today - OLD


def _nouns(fact: Fact) -> frozenset[str]:
    stems = {stem_of(word.text) for word in find_words(fact.text) if word.text[0].isupper() and len(word.text) > 3}
    said = {stem_of(word.text) for word in find_words(fact.day.text)} if fact.day is not None else set()
    return frozenset(stems - CALENDAR - said)


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
        others = [day for day in sorted(rest) if _is_other_day(group, rest[day])]
        answers = [group, *(rest.pop(day) for day in others)]
        if others or _articles(group) > 1:
            findings.append(_finding(name, answers, sources, settings))
    return findings


def _articles(group: Sequence[Dated]) -> int:
    return len({dated.fact.article for dated in group})


def _is_other_day(main: Sequence[Dated], other: Sequence[Dated]) -> bool:
    """True where two groups of reports put one event on two days: near days, no article with both, a noun in common."""
    comparison = compare_dates(main[0].day, other[0].day)
    if comparison.verdict != "different" or comparison.difference is None or all(d.is_assumed for d in other):
        return False
    if any(_is_moved(dated.fact) for dated in (*main, *other)):
        return comparison.difference <= MOVED_DAYS and _is_ahead(main) and _is_ahead(other)
    if {d.fact.article for d in main} & {d.fact.article for d in other}:
        return False
    limit = FUTURE_DAYS if _is_ahead(main) and _is_ahead(other) else PAST_DAYS
    return comparison.difference <= limit and any(a.nouns & b.nouns for a in main for b in other)


def _is_moved(fact: Fact) -> bool:
    return "word" in find_corrections(fact.text)


def _is_ahead(group: Sequence[Dated]) -> bool:
    return all(
        dated.day.first is not None and dated.day.first > (day_number(dated.fact.published) or dated.day.first) for dated in group
    )


def _finding(name: str, groups: Sequence[Sequence[Dated]], sources: Sources, settings: CheckSettings) -> Finding:
    ordered = sorted(groups, key=lambda group: group[0].day.first or 0)
    answers = [Answer(group[0].day.value[:10], tuple(dated.fact for dated in group)) for group in ordered]
    facts = [dated.fact for group in ordered for dated in group]
    places = sorted({place for group in ordered for dated in group for place in dated.place})
    topic = make_topic(f"date|{name}", facts, name, None, places[0] if places else None)
    difference = (ordered[-1][0].day.first or 0) - (ordered[0][0].day.first or 0)
    verdict, reason = _verdict(facts, len(groups))
    confidence = min(fact.confidence for fact in facts) * (0.9 if verdict == "agreement" else 0.75)
    return make_finding(Judged("date", verdict, reason, difference, confidence, name), answers, topic, sources, settings)


def _verdict(facts: Sequence[Fact], count: int) -> tuple[Verdict, str]:
    if count == 1:
        return "agreement", "agreement"
    if any(_is_moved(fact) for fact in facts):
        return "revision", "corrected"
    return "conflict", "conflict"
