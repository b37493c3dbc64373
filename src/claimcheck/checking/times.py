"""Times of day and periods of an event in several reports: "um 4.40 Uhr" and "um 5.40 Uhr", "im Mai" and "im November"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.checking.compare.date import compare_clocks, compare_dates, is_bare_time, is_period, minutes_of
from claimcheck.checking.dated import Dated
from claimcheck.checking.facts import Fact
from claimcheck.checking.findings import Answer, Judged, finding_id, make_finding, make_topic
from claimcheck.checking.occurrences import find_classes, find_phrases
from claimcheck.checking.origins import Sources
from claimcheck.checking.sameness import OTHER_DAY, SAME_EVENT, is_ahead, weigh
from claimcheck.checking.words import find_clause, find_words
from claimcheck.models import Finding, Verdict
from claimcheck.settings import CheckSettings

# What happens at once, so that it has one time of day.
SUDDEN = frozenset({"accident", "attack", "collapse", "crash", "explosion", "landing", "outbreak", "quake", "robbery", "alarm"})
ONLY_ONE = re.compile(r"\b(?:zuletzt|(?:aller)?letzte[nrms]?|erste[nrms]?|erstmals|zuerst|nächste[nrms]?)\b", re.IGNORECASE)
INTRODUCED = re.compile(r"\b[Ee]ine?[nrms]?\s(?:[a-zäöüß]+\s){0,2}(?P<noun>[A-ZÄÖÜ][\w-]+)")
UNTIL = re.compile(r"\b(?:bis|vor|nach|seit)\s(?:etwa\s|gegen\s|kurz\s\w+\s)?$", re.IGNORECASE)
OF_OLD = frozenset({"birth", "founding"})  # a year long ago is that of the thing itself
ROUND = 5  # minutes: a time that is no multiple of it is hardly a coincidence
TELLING_MINUTE = 1.2


def find_times(claims: Sequence[Dated], weights: Mapping[str, float], sources: Sources, settings: CheckSettings) -> list[Finding]:
    """Findings on the times of day, and on the periods, that claims on one event give."""
    clocks = [claim for claim in claims if minutes_of(claim.day) is not None and not _is_border(claim)]
    periods = [claim for claim in claims if _has_one_period(claim)]
    found = [_clock_finding(group, sources, settings) for group in _same_moment(clocks, weights)]
    found.append(_period_finding(periods, weights, sources, settings))
    return [finding for finding in found if finding is not None]


def without_repetition(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without agreements inside another finding, and without a second one of the same verdict on the same claims."""
    kept: list[Finding] = []
    for finding in findings:
        rivals = [other for other in kept if finding.verdict in ("agreement", other.verdict)]
        if not any(set(finding.claims) <= set(other.claims) for other in rivals):
            kept.append(finding)
    return kept


def make_date_finding(
    dated: Sequence[Dated],
    answers: Sequence[Answer],
    verdict: Verdict,
    difference: int,
    sources: Sources,
    settings: CheckSettings,
) -> Finding:
    """The finding on one event; agreement where there is one answer, else ``verdict``."""
    facts = [fact for answer in answers for fact in answer.facts]
    given: Verdict = "agreement" if len(answers) == 1 else verdict
    reason = {"revision": "corrected"}.get(given, given)
    confidence = min(fact.confidence for fact in facts) * (0.9 if given == "agreement" else 0.75)
    name, shown = _shown(dated)
    places = sorted({place for claim in dated for place in claim.place})
    topic = make_topic(f"date|{name or shown}", facts, shown, None, places[0] if places else None)
    topic = topic.model_copy(update={"item": None})
    return make_finding(Judged("date", given, reason, difference, confidence, name), answers, topic, sources, settings)


def _shown(dated: Sequence[Dated]) -> tuple[str | None, str]:
    """The class that most of the claims have, None where they share none, and a word for what happens."""
    counted: dict[str, int] = defaultdict(int)
    for claim in dated:
        for name in claim.named.classes | claim.named.hints:
            counted[name] += 2 if name in claim.named.classes else 1
    best = min(counted, key=lambda name: (-counted[name], name)) if counted else None
    if best is not None and counted[best] > len(dated):
        return best, best
    words = [claim.named.shown for claim in dated if claim.named.shown is not None]
    nouns = [word for word in words if word[0].isupper()]
    return None, (nouns or words or [dated[0].fact.event or dated[0].fact.lemma])[0]


def _has_one_period(claim: Dated) -> bool:
    """True for what is to come, for the last or first of its kind, and for what a thing has once, long ago."""
    if claim.named.shown is None and not claim.named.classes:
        return False
    return _is_planned(claim) or bool(ONLY_ONE.search(claim.fact.text) or claim.named.classes & OF_OLD)


def _is_planned(claim: Dated) -> bool:
    return is_ahead(claim.fact)


def _is_border(claim: Dated) -> bool:
    """True for "bis 17 Uhr", "vor 7 Uhr": no moment at which something happened."""
    return UNTIL.search(claim.fact.text[: max(claim.day.start - claim.fact.start, 0)]) is not None


def _same_moment(claims: Sequence[Dated], weights: Mapping[str, float]) -> list[list[Dated]]:
    """Claims with a time of day, each group about one moment of one event."""
    groups: list[list[Dated]] = []
    for claim in claims:
        home = next((group for group in groups if any(_is_one_moment(claim, other, weights) for other in group)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return groups


def _is_one_moment(a: Dated, b: Dated, weights: Mapping[str, float]) -> bool:
    if not is_bare_time(a.day) and not is_bare_time(b.day) and a.day.first != b.day.first:
        return False
    comparison, evidence = compare_clocks(a.day, b.day), weigh(a, b, weights).score
    if comparison.verdict == "equal":
        odd = TELLING_MINUTE if (minutes_of(a.day) or 0) % ROUND else 0.0
        return evidence > 0 and evidence + odd >= SAME_EVENT
    names = a.named.classes & b.named.classes & SUDDEN
    return evidence >= SAME_EVENT and any(_is_moment(a, name) and _is_moment(b, name) for name in names)


def _is_moment(claim: Dated, name: str) -> bool:
    """True where the clause tells that the event itself happened at the time, not what followed."""
    fact = claim.fact
    if claim.named.is_carried or find_classes(fact.lemma.split(" ")[-1]).get(name):
        return True
    left, right = find_clause(fact.text, claim.day.start - fact.start, claim.day.start - fact.start + len(claim.day.text))
    clause = fact.text[left:right]
    if name in find_phrases(clause):
        return True
    words = {match["noun"] for match in INTRODUCED.finditer(clause)}
    return any(name in find_classes(word.text) for word in find_words(" ".join(sorted(words))))


def _clock_finding(claims: Sequence[Dated], sources: Sources, settings: CheckSettings) -> Finding | None:
    if len({claim.fact.article for claim in claims}) < 2:
        return None
    by_time: dict[int, list[Dated]] = defaultdict(list)
    for claim in claims:
        by_time[minutes_of(claim.day) or 0].append(claim)
    main = min(by_time, key=lambda minutes: (-len(by_time[minutes]), minutes))
    others = [m for m in sorted(by_time) if compare_clocks(by_time[main][0].day, by_time[m][0].day).verdict == "different"]
    if any(_articles(by_time[main]) & _articles(by_time[m]) for m in others):
        return None
    times = sorted((main, *others))
    if len({article for m in times for article in _articles(by_time[m])}) < 2:
        return None
    answers = [Answer(f"{m // 60:02d}:{m % 60:02d}", tuple(claim.fact for claim in by_time[m])) for m in times]
    dated = [claim for m in times for claim in by_time[m]]
    made = make_date_finding(dated, answers, "conflict", 0, sources, settings)
    return made.model_copy(update={"id": finding_id("date clock", made.claims)})


def _articles(claims: Sequence[Dated]) -> set[str]:
    return {claim.fact.article for claim in claims}


def _period_finding(
    claims: Sequence[Dated], weights: Mapping[str, float], sources: Sources, settings: CheckSettings
) -> Finding | None:
    """A conflict of two claims on the one last or first event of a kind, or on one to come, in two months that do not meet."""
    for index, one in enumerate(claims):
        for other in claims[:index]:
            difference = _gap(one, other, weights)
            if difference is not None:
                pair = sorted((one, other), key=lambda claim: claim.day.first or 0)
                answers = [Answer(claim.day.value, (claim.fact,)) for claim in pair]
                return make_date_finding(pair, answers, "conflict", difference, sources, settings)
    return None


def _gap(a: Dated, b: Dated, weights: Mapping[str, float]) -> int | None:
    """Days between two periods of one thing, None where they meet or may be two things."""
    if a.fact.article == b.fact.article or not (is_period(a.day) or is_period(b.day)) or _is_planned(a) != _is_planned(b):
        return None
    if _marks(a.fact) != _marks(b.fact) or not (_is_planned(a) or _marks(a.fact) or (is_period(a.day) and is_period(b.day))):
        return None
    if weigh(a, b, weights).score < OTHER_DAY:
        return None
    comparison = compare_dates(a.day, b.day)
    return int(comparison.difference) if comparison.verdict == "different" and comparison.difference is not None else None


def _marks(fact: Fact) -> set[str]:
    """First letters of the words that say which of several events it was: "zuletzt" and "letzte" are one."""
    return {match.group().lower().removeprefix("zu").removeprefix("aller")[:3] for match in ONLY_ONE.finditer(fact.text)}
