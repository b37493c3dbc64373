"""Times of day and periods of an event in several reports: "um 4.40 Uhr" and "um 5.40 Uhr", "im Mai" and "im November"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimcheck.checking.compare.date import compare_clocks, compare_dates, is_bare_clock, is_period, minutes_of
from claimcheck.checking.dated import Dated
from claimcheck.checking.facts import Fact
from claimcheck.checking.findings import Answer, Judged, finding_id, make_finding, make_topic
from claimcheck.checking.happenings import OPEN, find_happening, find_phrases
from claimcheck.checking.origins import Sources
from claimcheck.checking.words import find_clause, find_words
from claimcheck.models import Finding, Verdict
from claimcheck.settings import CheckSettings

# What happens at once, so that it has one time of day.
SUDDEN = frozenset({"accident", "attack", "collapse", "crash", "explosion", "landing", "outbreak", "quake", "robbery"})
ONLY_ONE = re.compile(r"\b(?:zuletzt|(?:aller)?letzte[nrms]?|erste[nrms]?|erstmals|zuerst|nächste[nrms]?)\b", re.IGNORECASE)
INTRODUCED = re.compile(r"\b[Ee]ine?[nrms]?\s(?:[a-zäöüß]+\s){0,2}(?P<noun>[A-ZÄÖÜ][\w-]+)")


def find_times(name: str, claims: Sequence[Dated], sources: Sources, settings: CheckSettings) -> list[Finding]:
    """Findings on the times of day, and on the periods, that claims on one class of events give."""
    found = []
    if name in SUDDEN:
        clocks = [claim for claim in claims if minutes_of(claim.day) is not None and _is_moment(claim, name)]
        found.append(_clock_finding(name, clocks, sources, settings))
    periods = [claim for claim in claims if ONLY_ONE.search(claim.fact.text) and claim.named.shown]
    found.append(_period_finding(name, periods, sources, settings))
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
    name: str,
    dated: Sequence[Dated],
    answers: Sequence[Answer],
    verdict: Verdict,
    difference: int,
    sources: Sources,
    settings: CheckSettings,
) -> Finding:
    """The finding on one event; agreement where there is one answer, else ``verdict``. ``name``: class of the event."""
    facts = [fact for answer in answers for fact in answer.facts]
    given: Verdict = "agreement" if len(answers) == 1 else verdict
    reason = {"revision": "corrected"}.get(given, given)
    confidence = min(fact.confidence for fact in facts) * (0.9 if given == "agreement" else 0.75)
    shown = _shown(name, dated)
    places = sorted({place for claim in dated for place in claim.place}) if not name.startswith(OPEN) else []
    topic = make_topic(f"date|{name}", facts, shown, None, places[0] if places else None)
    topic = topic.model_copy(update={"item": None})
    return make_finding(Judged("date", given, reason, difference, confidence, name), answers, topic, sources, settings)


def _shown(name: str, dated: Sequence[Dated]) -> str:
    words = [claim.named.shown for claim in dated if claim.named.shown is not None] if name.startswith(OPEN) else []
    nouns = [word for word in words if word[0].isupper()]
    return (nouns or words or [name])[0]


def _is_moment(claim: Dated, name: str) -> bool:
    """True where the clause tells that the event itself happened at the time, not what followed."""
    fact = claim.fact
    row = find_happening(fact.lemma.split(" ")[-1])
    if claim.named.is_carried or (row is not None and row.happening == name):
        return True
    left, right = find_clause(fact.text, claim.day.start - fact.start, claim.day.start - fact.start + len(claim.day.text))
    clause = fact.text[left:right]
    if name in find_phrases(clause):
        return True
    words = {match["noun"] for match in INTRODUCED.finditer(clause)}
    return any(
        (found := find_happening(word.text)) is not None and found.happening == name for word in find_words(" ".join(words))
    )


def _clock_finding(name: str, claims: Sequence[Dated], sources: Sources, settings: CheckSettings) -> Finding | None:
    if len({claim.fact.article for claim in claims}) < 2 or len({claim.day.first for claim in claims if _has_day(claim)}) > 1:
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
    made = make_date_finding(name, dated, answers, "conflict", 0, sources, settings)
    return made.model_copy(update={"id": finding_id("date clock", made.claims)})


def _has_day(claim: Dated) -> bool:
    return not is_bare_clock(claim.day)


def _articles(claims: Sequence[Dated]) -> set[str]:
    return {claim.fact.article for claim in claims}


def _period_finding(name: str, claims: Sequence[Dated], sources: Sources, settings: CheckSettings) -> Finding | None:
    """A conflict of two claims on the one last or first event of a kind, in two months that do not meet."""
    for index, one in enumerate(claims):
        for other in claims[:index]:
            difference = _gap(one, other)
            if difference is not None:
                pair = sorted((one, other), key=lambda claim: claim.day.first or 0)
                answers = [Answer(claim.day.value, (claim.fact,)) for claim in pair]
                return make_date_finding(name, pair, answers, "conflict", difference, sources, settings)
    return None


def _gap(a: Dated, b: Dated) -> int | None:
    """Days between two periods of one thing, None where they meet or may be two things."""
    if a.fact.article == b.fact.article or not a.others & b.others or not (is_period(a.day) or is_period(b.day)):
        return None
    if _marks(a.fact) != _marks(b.fact):
        return None
    comparison = compare_dates(a.day, b.day)
    return int(comparison.difference) if comparison.verdict == "different" and comparison.difference is not None else None


def _marks(fact: Fact) -> set[str]:
    """First letters of the words that say which of several events it was: "zuletzt" and "letzte" are one."""
    return {match.group().lower().removeprefix("zu").removeprefix("aller")[:3] for match in ONLY_ONE.finditer(fact.text)}
