"""Whole runs of the comparison on claims made by hand."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.checking import make_article, make_claim, make_claims, make_entity, make_entries, make_source
from claimcheck.checking import check_against, check_claims, explain_pairs
from claimcheck.checking.blocking import make_blocks
from claimcheck.checking.pairing import group_bundles, ratio_of
from claimcheck.checking.profiles import Weigher
from claimcheck.models import Article, Claim, Finding
from claimcheck.settings import CheckSettings

REPORTS = (
    "Polizei: In Altlingen starben vier Menschen.",
    "Feuerwehr: Bei dem Unglück in Altlingen wurden 23 Menschen verletzt.",
    "In Altlingen starben sechs Menschen. Im Zug saßen 87 Fahrgäste.",
    "Bahn: Im Zug saßen 120 Fahrgäste.",
    "23 Verletzte in Altlingen, sechs Menschen starben.",
)

# Two voices in one article, corrections, totals, ages, sums, dates: whatever the pairing looks at.
MIXED = (
    *REPORTS,
    "Polizei: 900 Menschen demonstrierten. Bündnis: 3.500 Menschen demonstrierten.",
    "In Altlingen starben zehn Menschen. Zuvor hatten die Behörden sieben gemeldet.",
    "Statt vier Menschen starben in Altlingen sechs Menschen.",
    "Der Lokführer ist 58 Jahre alt. Der Schaden beträgt rund fünf Millionen Euro.",
    "Der Schaden in Altlingen beträgt 4,8 Millionen Euro. Mehr als 20 Menschen wurden verletzt.",
    "Das Unglück geschah am 10. März. 92 der 118 Fahrgäste wurden verletzt.",
    "Das Unglück geschah am 11. März, 900 Menschen demonstrierten.",
)
SOME = st.permutations(range(len(MIXED))).map(lambda order: order[: len(MIXED) // 2])
QUICK = settings(max_examples=25, deadline=None, derandomize=True)


def run(*reports: str) -> tuple[list[Article], list[Claim]]:
    articles = [make_article(index, f"2025-03-{12 + index:02}") for index in range(len(reports))]
    return articles, [claim for article, report in zip(articles, reports, strict=True) for claim in make_claims(article, report)]


def check(*reports: str, **settings: object) -> list[Finding]:
    articles, claims = run(*reports)
    texts = {article.id: report for article, report in zip(articles, reports, strict=True)}
    return check_claims(articles, claims, CheckSettings.model_validate(settings), texts)


def test_order_of_input_does_not_change_the_findings() -> None:
    articles, claims = run(*REPORTS)
    wanted = check_claims(articles, claims)
    assert wanted
    for seed in range(5):
        shuffled = random.Random(seed).sample(claims, len(claims))
        assert check_claims(reversed(articles), shuffled) == wanted


@QUICK
@given(SOME, st.randoms(use_true_random=False))
def test_order_of_articles_and_claims_does_not_change_the_findings(chosen: list[int], shuffle: random.Random) -> None:
    articles = [make_article(index, f"2025-03-{12 + index:02}") for index in sorted(chosen)]
    claims = [c for article, index in zip(articles, sorted(chosen), strict=True) for c in make_claims(article, MIXED[index])]
    texts = {article.id: MIXED[index] for article, index in zip(articles, sorted(chosen), strict=True)}
    wanted = check_claims(articles, claims, texts=texts)
    shuffle.shuffle(articles)
    shuffle.shuffle(claims)
    assert check_claims(articles, claims, texts=dict(reversed(texts.items()))) == wanted


@QUICK
@given(SOME, st.randoms(use_true_random=False))
def test_a_bundle_stands_in_one_group_whatever_the_order(chosen: list[int], shuffle: random.Random) -> None:
    entries = make_entries(*(MIXED[index] for index in chosen))
    weigher = Weigher([entry.profile for entry in entries])
    found = [group_bundles(block, weigher, CheckSettings()) for block in make_blocks(entries)]
    groups = [(bundles, links) for block in found for bundles, links in block]
    bundles = [id(bundle) for members, _ in groups for bundle in members]
    claims = [entry.fact.id for members, _ in groups for bundle in members for entry in bundle.entries]
    assert len(bundles) == len(set(bundles))
    assert len(claims) == len(set(claims)) <= len(entries)
    for members, links in groups:
        own = {id(bundle) for bundle in members}
        assert len(members) > 1 or len(members[0].entries) > 1
        assert all({id(link.a), id(link.b)} <= own and link.a is not link.b for link in links)
        assert len({entry.topic.dimension for bundle in members for entry in bundle.entries}) == 1
    shuffle.shuffle(entries)
    again = [group_bundles(block, weigher, CheckSettings()) for block in make_blocks(entries)]
    assert again == found


def test_a_factor_between_two_figures_is_the_same_both_ways() -> None:
    entries = make_entries(*MIXED)
    for a in entries:
        assert ratio_of(a.interval, a.interval) == 1.0
        for b in entries:
            assert ratio_of(a.interval, b.interval) == ratio_of(b.interval, a.interval) >= 1.0


def test_every_finding_is_whole() -> None:
    for finding in check(*MIXED):
        assert sorted(finding.claims) == sorted(claim for position in finding.positions for claim in position.claims)
        assert finding.independent >= 1
        assert finding.explanation.endswith(".")
        assert 0.0 <= finding.confidence <= 1.0


def test_conflicts_come_first() -> None:
    verdicts = [finding.verdict for finding in check(*REPORTS)]
    assert verdicts == sorted(verdicts, key=("conflict", "revision", "compatible", "agreement").index)


def test_no_claims_no_findings() -> None:
    assert check_claims([], []) == []


def test_articles_without_a_date_are_compared() -> None:
    articles = [make_article(index, None) for index in range(2)]
    texts = ("Im Zug saßen 87 Fahrgäste.", "Im Zug saßen 120 Fahrgäste.")
    claims = [claim for article, text in zip(articles, texts, strict=True) for claim in make_claims(article, text)]
    assert [finding.verdict for finding in check_claims(articles, claims)] == ["conflict"]


def test_the_same_article_under_two_paths_is_no_second_report() -> None:
    article = make_article(0)
    other = article.model_copy(update={"path": "copy.txt"})
    claims = make_claims(article, "In Altlingen starben vier Menschen.")
    assert check_claims([article, other], [*claims, *claims]) == []


@pytest.mark.parametrize(("language", "words"), [("de", "widersprechen sich"), ("en", "contradict each other")])
def test_explanation_names_values_and_sources(language: str, words: str) -> None:
    (finding,) = check("Bahn: Im Zug saßen 87 Fahrgäste.", "Im Zug saßen 120 Fahrgäste.", language=language)
    assert words in finding.explanation
    assert all(name in finding.explanation for name in ("87", "120", "Bahn", "Blatt 1"))


def test_one_voice_in_two_papers_counts_once() -> None:
    (finding,) = check("Polizei: 23 Menschen wurden verletzt.", "Polizei Altlingen: 23 Verletzte.")
    assert finding.independent == 1


def test_speaker_and_office_are_one() -> None:
    articles = [make_article(index) for index in range(2)]
    text = "900 Menschen demonstrierten."
    number = make_claims(articles[0], text)[0].number
    sources = (make_source("Dirk Onken", "person", body="Polizei"), make_source("Polizei", "government"))
    claims = [make_claim(a, text, number=number, source=s) for a, s in zip(articles, sources, strict=True)]
    (finding,) = check_claims(articles, claims)
    assert finding.independent == 1


def test_unmarked_wire_copies_count_once() -> None:
    report = (
        "Bei einem Unglück nahe Altlingen sind am Mittwoch zwei Züge zusammengestoßen, Wagen stürzten eine Böschung hinab, "
        "Rettungskräfte aus drei Kreisen suchten bis zum Abend nach Eingeschlossenen, 23 Menschen wurden verletzt."
    )
    articles = [make_article(0, agencies=("dpa",)), make_article(1)]
    claims = [claim for article in articles for claim in make_claims(article, report)]
    texts = {article.id: report for article in articles}
    numbers = [finding for finding in check_claims(articles, claims, texts=texts) if finding.aspect == "number"]
    assert numbers
    assert {finding.independent for finding in numbers} == {1}


def test_owners_named_beside_the_figure_part_topics() -> None:
    articles = [make_article(index) for index in range(2)]
    claims = []
    for article, country, text in zip(articles, ("Nordland", "Südland"), ("400 Soldaten", "500 Soldaten"), strict=True):
        claim = make_claims(article, f"{text} wurden entsandt.")[0]
        of = make_entity(country, "country")
        claims.append(claim.model_copy(update={"number": claim.number.model_copy(update={"of": of})}))  # type: ignore[union-attr]
    assert check_claims(articles, claims) == []


def test_new_claims_against_kept_ones() -> None:
    articles, claims = run(*REPORTS)
    new = [claim for claim in claims if claim.article.id == articles[3].id]
    kept = [claim for claim in claims if claim.article.id != articles[3].id]
    findings = check_against(articles, new, kept)
    assert [finding.verdict for finding in findings] == ["conflict"]
    assert {claim.id for claim in new} & set(findings[0].claims)


def test_explain_pairs_tells_why() -> None:
    articles, claims = run(*REPORTS)
    decisions = explain_pairs(articles, claims)
    assert {decision.decision for decision in decisions} == {"together", "apart"}
    assert all(decision.reasons for decision in decisions)


def test_confidence_filter() -> None:
    assert check(*REPORTS, min_confidence=1.0) == []
