"""Days of events: read from the sentence where the claim left them out, and set side by side."""

from __future__ import annotations

from adapters.checking import make_article, make_claim, make_claims
from claimcheck.checking import check_claims
from claimcheck.checking.dated import load_idle_nouns
from claimcheck.checking.facts import Day, Fact, make_facts
from claimcheck.checking.happenings import find_happenings, load_happening_verbs, root_of
from claimcheck.checking.unread_days import read_days


def test_a_day_of_the_sentence_is_read() -> None:
    claim = make_claim(make_article(0, "2025-05-13"), "3.500 Menschen haben am Sonntag in Altlingen demonstriert.")
    (fact,) = read_days(list(make_facts([claim])))
    assert fact.day is not None
    assert (fact.day.text, fact.day.value) == ("Sonntag", "2025-05-11")


def test_two_days_of_a_sentence_are_left_alone() -> None:
    claim = make_claim(make_article(0, "2025-05-13"), "Am Samstag und am Sonntag wurde demonstriert.")
    (fact,) = read_days(list(make_facts([claim])))
    assert fact.day is None


def test_one_event_on_two_days_is_a_conflict() -> None:
    articles = [make_article(index, "2025-05-13") for index in range(2)]
    reports = ("Die Demonstration in Altlingen war am Samstag.", "Die Demonstration in Altlingen war am Sonntag.")
    claims = [claim for article, report in zip(articles, reports, strict=True) for claim in make_claims(article, report)]
    (finding,) = check_claims(articles, claims)
    assert (finding.verdict, finding.aspect, finding.difference) == ("conflict", "date", 1)


def test_events_of_two_weeks_are_two_events() -> None:
    articles = [make_article(index, f"2025-05-{13 + 7 * index}") for index in range(2)]
    reports = ("Die Demonstration in Altlingen war am Samstag.", "Die Demonstration in Altlingen war am Samstag.")
    claims = [claim for article, report in zip(articles, reports, strict=True) for claim in make_claims(article, report)]
    assert check_claims(articles, claims) == []


def test_a_prefix_and_the_noun_of_a_verb_are_one_happening() -> None:
    assert {root_of(word) for word in ("Prüfung", "überprüft", "prüfen")} == {"prüf"}
    assert root_of("Verhandlungen") == root_of("verhandelt")
    assert root_of("Prüfung") != root_of("Sondierung")


def test_the_event_after_nach_is_an_anchor() -> None:
    fact = _fact("Zwei Tage nach der Explosion haben Helfer am Donnerstag ein Opfer geborgen.")
    assert fact.day is not None
    assert find_happenings(fact, fact.day).classes == frozenset()


def test_a_day_of_its_own_makes_an_anchor_the_event() -> None:
    fact = _fact("Nach dem Unglück vom Mittwoch sind fünf Menschen in Kliniken.")
    assert fact.day is not None
    assert find_happenings(fact, fact.day).classes == {"accident"}


def test_a_strike_that_hits_passengers_is_no_meeting() -> None:
    assert find_happenings(*_with_day("Der Warnstreik traf am Montag viele Fahrgäste.")).classes == {"strike"}
    assert find_happenings(*_with_day("Die Parteien treffen sich am Montag.")).classes == {"negotiation"}


def test_every_row_of_the_verbs_beside_a_date_is_known() -> None:
    assert {row.role for row in load_happening_verbs().values()} == {"carrier", "being", "other", "none"}
    assert {row.kind for row in load_idle_nouns().values()} == {"calendar", "speech", "common"}


def _fact(text: str) -> Fact:
    (claim,) = make_claims(make_article(0, "2025-05-13"), text)
    (fact,) = read_days(list(make_facts([claim])))
    return fact


def _with_day(text: str) -> tuple[Fact, Day]:
    fact = _fact(text)
    assert fact.day is not None
    return fact, fact.day
