"""From claims to findings: articles about one event, topics, pairs, groups, verdicts."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from claimcheck.checking.blocking import Bundle, Entry, make_blocks
from claimcheck.checking.clusters import cluster_articles
from claimcheck.checking.compare.number import make_interval
from claimcheck.checking.context import make_contexts
from claimcheck.checking.copies import find_copies
from claimcheck.checking.dates import find_date_findings
from claimcheck.checking.doers import find_doer_findings
from claimcheck.checking.durations import with_duration
from claimcheck.checking.events import Event
from claimcheck.checking.facts import Fact, make_facts
from claimcheck.checking.findings import make_number_findings
from claimcheck.checking.origins import Sources, find_sources
from claimcheck.checking.pairing import Decision, group_bundles
from claimcheck.checking.polarity import find_polarity_findings
from claimcheck.checking.profiles import Weigher, count_rivals, make_profile, recent_days
from claimcheck.checking.topics import find_topics
from claimcheck.checking.voices import resolve_voices
from claimcheck.models import Article, Claim, Finding
from claimcheck.settings import CheckSettings

COMPARED = frozenset({"count", "money", "percent", "share", "measure", "age"})
VERDICT_ORDER = ("conflict", "revision", "compatible", "agreement")


def check_claims(
    articles: Iterable[Article],
    claims: Iterable[Claim],
    settings: CheckSettings | None = None,
    texts: Mapping[str, str] | None = None,
) -> list[Finding]:
    """Where the claims of articles agree, fit together, were revised or contradict each other.

    ``texts`` holds the text of articles by article id; with it paragraphs and unmarked copies are seen better. The order of
    articles and claims does not change the findings; conflicts come first.
    """
    settings = settings or CheckSettings()
    known = {article.id: article for article in sorted(articles, key=lambda article: article.path, reverse=True)}
    findings = []
    for event in find_events(known, claims, settings, texts):
        findings += _check_event(event, known, settings, texts)
    kept = [finding for finding in findings if finding.confidence >= settings.min_confidence]
    return sorted(kept, key=lambda f: (VERDICT_ORDER.index(f.verdict), -f.confidence, f.id))


def explain_pairs(
    articles: Iterable[Article],
    claims: Iterable[Claim],
    settings: CheckSettings | None = None,
    texts: Mapping[str, str] | None = None,
) -> list[Decision]:
    """Why figures of one event were put together or kept apart: one record for each pair that was looked at."""
    settings = settings or CheckSettings()
    known = {article.id: article for article in sorted(articles, key=lambda article: article.path, reverse=True)}
    decisions: list[Decision] = []

    def note(a: Bundle, b: Bundle, decision: str, reasons: tuple[str, ...]) -> None:
        decisions.append(Decision(a.first.fact.id, b.first.fact.id, decision, reasons))

    for event in find_events(known, claims, settings, texts):
        entries = find_entries(event)
        weigher = Weigher([entry.profile for entry in entries])
        for block in make_blocks(entries):
            group_bundles(block, weigher, settings, note)
    return decisions


def check_against(
    articles: Iterable[Article],
    new_claims: Iterable[Claim],
    kept_claims: Iterable[Claim],
    settings: CheckSettings | None = None,
    texts: Mapping[str, str] | None = None,
) -> list[Finding]:
    """The findings in which a new claim meets claims kept from earlier runs, or another new one."""
    new = list(new_claims)
    ids = {claim.id for claim in new}
    kept = [claim for claim in kept_claims if claim.id not in ids]
    return [finding for finding in check_claims(articles, [*new, *kept], settings, texts) if ids & set(finding.claims)]


def without_idle_statements(claims: Iterable[Claim], findings: Iterable[Finding]) -> tuple[Claim, ...]:
    """The claims without those of ``Settings.every_statement`` that no finding speaks of."""
    used = {claim for finding in findings for claim in finding.claims}
    return tuple(claim for claim in claims if claim.id in used or _is_plain_claim(claim))


def _is_plain_claim(claim: Claim) -> bool:
    """True for what ``extract`` gives without the option: a figure, a date, or somebody who answers for it."""
    if claim.number is not None or claim.date is not None:
        return True
    return claim.source is not None and not claim.source.demand


def find_events(
    articles: Mapping[str, Article], claims: Iterable[Claim], settings: CheckSettings, texts: Mapping[str, str] | None
) -> Iterator[Event]:
    """The events that the claims speak of, each with the articles about it."""
    facts = _facts_by_article(claims)
    titles = {article: known.title for article, known in articles.items()}
    contexts = make_contexts(facts, titles, texts)
    published = {article: group[0].published for article, group in facts.items()}
    for members in cluster_articles(contexts, published, settings):
        yield Event(members, facts, contexts)


def _facts_by_article(claims: Iterable[Claim]) -> dict[str, list[Fact]]:
    """The facts of each article in reading order; of the same text under several paths, those of the first path."""
    found: dict[str, dict[str, Fact]] = {}
    paths: dict[str, str] = {}
    for fact in make_facts(claims):
        path = paths.setdefault(fact.article, fact.path)
        if fact.path < path:
            paths[fact.article], found[fact.article] = fact.path, {}
        if fact.path <= path:
            found.setdefault(fact.article, {}).setdefault(fact.id, fact)
    return {article: resolve_voices(sorted(found[article].values(), key=_reading_order)) for article in sorted(found)}


def _reading_order(fact: Fact) -> tuple[int, int, str]:
    return (fact.start, fact.figure.start if fact.figure else fact.end, fact.id)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Without Python's search for reference cycles: none are made here, and searching takes a quarter of the time."""
    is_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_on:
            gc.enable()


@_no_search_for_cycles()
def _check_event(
    event: Event, articles: Mapping[str, Article], settings: CheckSettings, texts: Mapping[str, str] | None
) -> list[Finding]:
    facts = event.all_facts
    copied = find_copies(facts, articles, texts, settings)
    sources = find_sources(facts, articles, copied)
    numbers, groups = _number_findings(event, sources, settings)
    dates = find_date_findings(event, groups, sources, settings)
    polarity = find_polarity_findings(event, sources, settings)
    return [*numbers, *dates, *polarity, *find_doer_findings(event, sources, settings)]


def _number_findings(event: Event, sources: Sources, settings: CheckSettings) -> tuple[list[Finding], list[list[Bundle]]]:
    findings, groups = [], []
    entries = find_entries(event)
    weigher = Weigher([entry.profile for entry in entries])
    for block in make_blocks(entries):
        for bundles, links in group_bundles(block, weigher, settings):
            groups.append(bundles)
            findings += make_number_findings(bundles, links, sources, settings)
    return findings, groups


def find_entries(event: Event) -> list[Entry]:
    """The figures of an event that are compared, each with its topic and profile."""
    entries = []
    rivals = event.rivals()
    for article in event.articles:
        facts = [f for f in map(with_duration, event.facts[article]) if f.figure is not None and f.figure.kind in COMPARED]
        context = event.contexts[article]
        topics = find_topics(facts, context, rivals, facts[0].published if facts else None)
        rows = [(f, topic, make_interval(f.figure)) for f, topic in zip(facts, topics, strict=True) if f.figure is not None]
        days = recent_days(event.facts[article])
        things = [(topic.dimension, topic.thing, interval) for _, topic, interval in rows]
        entries += [
            Entry(fact, topic, interval, make_profile(fact, context, count_rivals(things, topic, interval), days))
            for fact, topic, interval in rows
        ]
    return entries
