"""Days of events: read from the sentence where the claim left them out, and set side by side."""

from __future__ import annotations

from adapters.checking import make_article, make_claim, make_claims
from claimcheck.checking import check_claims
from claimcheck.checking.facts import make_facts
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
