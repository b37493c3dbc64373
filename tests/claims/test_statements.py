"""Statements without figure, date or speaker, and demands: only with ``Settings.every_statement``."""

from __future__ import annotations

import pytest

import claimcheck
from adapters.checking import make_article, make_claim, make_claims, make_source
from claimcheck.checking import check_claims, without_idle_statements
from claimcheck.models import Finding
from claimcheck.settings import Settings

DAY = "2025-03-12"
EVERY = Settings(every_statement=True)


def lemmas(text: str, settings: Settings | None = None) -> list[str]:
    return [claim.predicate.lemma for claim in claimcheck.extract(text, published=DAY, settings=settings).claims]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Das Werk am Hafen bleibt offen.", "offen bleiben"),
        ("Der Wirt schloss die Mühle.", "schließen"),
        ("Die Bürgermeisterin rief zum Protest auf.", "aufrufen"),
        ("Der Verband verlangte, dass die Brücke gebaut wird.", "bauen"),
        ("Die Gewerkschaft fordert den Neubau der Brücke.", "Neubau"),
    ],
)
def test_statements_only_on_demand(text: str, lemma: str) -> None:
    assert lemmas(text) == []
    assert lemmas(text, EVERY) == [lemma]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "40 Menschen starben.",
        "Am Montag brannte die Mühle.",
        "Die Polizei teilte mit, das Werk sei geschlossen.",
        "Die Halle steht leer, sagte der Wirt.",
        "Die Gewerkschaft fordert acht Prozent mehr Lohn.",
    ],
)
def test_what_has_figure_date_or_speaker_is_the_same_with_and_without(text: str) -> None:
    plain, every = (claimcheck.extract(text, published=DAY, settings=settings).claims for settings in (None, EVERY))
    assert plain == every
    assert len(plain) == 1


@pytest.mark.model
def test_side_clauses_that_state_nothing_are_no_statements() -> None:
    assert "schließen" not in lemmas("Wenn das Werk schließt, gehen die Leute.", EVERY)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("Der Verband verlangte, dass die Brücke gebaut wird.", True),
        ("Die Gewerkschaft fordert den Neubau der Brücke.", True),
        ("Die Gewerkschaft fordert acht Prozent mehr Lohn.", True),
        ("Die Polizei teilte mit, das Werk sei geschlossen.", False),
        ("Laut Polizei ist das Werk geschlossen.", False),
        ("„Das Werk ist geschlossen“, sagte der Wirt.", False),
    ],
)
def test_demands_are_marked(text: str, demand: bool) -> None:
    (claim,) = claimcheck.extract(text, published=DAY, settings=EVERY).claims
    assert claim.source is not None
    assert claim.source.demand is demand


@pytest.mark.model
def test_a_plain_run_holds_no_demand_without_figure_or_date() -> None:
    text = "Die Gewerkschaft fordert den Neubau der Brücke. Die Gewerkschaft fordert acht Prozent mehr Lohn."
    claims = claimcheck.extract(text, published=DAY).claims
    assert [claim.number.value for claim in claims if claim.number is not None] == [8]
    assert len(claims) == 1


@pytest.mark.model
def test_settings_do_not_change_the_claims_that_both_give() -> None:
    text = "Der Wirt schloss die Mühle. Drei Gäste starben am Montag. Laut Polizei brannte es. Die Halle steht leer."
    plain, every = (claimcheck.extract(text, published=DAY, settings=settings).claims for settings in (None, EVERY))
    assert {claim.id: claim for claim in every}.items() >= {claim.id: claim for claim in plain}.items()
    assert len(every) > len(plain)


PLAIN = [
    make_claims(make_article(0), "Drei Gäste starben.")[0],
    make_claims(make_article(1), "Die Mühle brannte am Montag.")[0],
    make_claim(make_article(2), "Die Mühle brannte.", source=make_source("Polizei")),
]
IDLE = [
    make_claim(make_article(3), "Die Mühle brannte."),
    make_claim(
        make_article(4), "Die Mühle soll offen bleiben.", source=make_source("Verband").model_copy(update={"demand": True})
    ),
]


def test_idle_statements_are_left_out_and_the_others_stay_in_order() -> None:
    mixed = [IDLE[0], PLAIN[2], IDLE[1], PLAIN[0], PLAIN[1]]
    assert without_idle_statements(mixed, []) == (PLAIN[2], PLAIN[0], PLAIN[1])
    assert without_idle_statements([], []) == ()
    assert without_idle_statements(iter(PLAIN), iter(())) == tuple(PLAIN)


def test_a_statement_of_a_finding_stays() -> None:
    (finding,) = found("Drei Gäste starben.", "Drei Gäste starben.")
    for idle in IDLE:
        told = finding.model_copy(update={"claims": (idle.id,)})
        assert without_idle_statements(IDLE, [told]) == (idle,)


def found(*reports: str) -> list[Finding]:
    articles = [make_article(index) for index in range(len(reports))]
    return check_claims(articles, [made for a, report in zip(articles, reports, strict=True) for made in make_claims(a, report)])
