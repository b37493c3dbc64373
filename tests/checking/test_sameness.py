"""Two dated claims of one event or of two: tables of reports with the finding that they give."""

from __future__ import annotations

from importlib.resources import files

import pytest

from adapters.checking import make_article, make_claims
from claimcheck.checking import check_claims
from claimcheck.checking.dates import load_postponements, says_moved
from claimcheck.checking.happenings import find_dated_noun
from claimcheck.checking.occurrences import find_classes, find_phrases, load_occurrences
from claimcheck.checking.roots import VerbalNoun, root_of
from claimcheck.checking.sameness import fit_of
from claimcheck.lexicon import load_lexicon
from claimcheck.models import Finding

SAME_DAY = [
    (
        "Zum Pflegegipfel am 24. November erwartet die Ministerin 80 Gäste.",
        "Am 24. November trifft sie Verbände zu einem Pflegegipfel.",
    ),
    ("Die Frist läuft am 21. November ab.", "Das Ultimatum der Erpresser endet am 21. November."),
    (
        "Der Gemeinderat von Altlingen entscheidet am 21. November über den Haushalt.",
        "Am 21. November stimmt der Gemeinderat über den Haushalt ab.",
    ),
]
OTHER_DAY = [
    (
        "Beim Pflegegipfel am 25. November steht das Geld auf der Tagesordnung.",
        "Zum Pflegegipfel am 24. November erwartet die Ministerin 80 Gäste.",
    ),
    (
        "Diebe sind in der Nacht zum Freitag in das Heimatmuseum Altlingen eingebrochen.",
        "Diebe haben das Heimatmuseum Altlingen in der Nacht zum Donnerstag geplündert.",
    ),
    (
        "In Altlingen steigen die Wasserpreise zum 1. Januar um 14 Prozent.",
        "14 Prozent mehr zahlen Altlinger für Wasser schon ab 1. Februar.",
    ),
    (
        "Die Firma Holzbau hatte am 2. November Insolvenz angemeldet.",
        "Seit dem Insolvenzantrag am 4. November warten die Leute von Holzbau auf Geld.",
    ),
    ("Der Vorverkauf für das Hafenfest beginnt am 1. Dezember.", "Karten für das Hafenfest gibt es vom 3. Dezember an."),
]
OTHER_DAY += [
    ("Die Brücke bei Hohnau soll am 3. Dezember freigegeben werden.", "Die Freigabe der Brücke ist am 10. Dezember."),
    ("Das Freibad in Torwede öffnet am 1. Dezember.", "Das Freibad in Torwede startet am 8. Dezember in die Saison."),
    ("Die Tarifgespräche gehen am 2. Dezember weiter.", "Die nächste Runde der Tarifgespräche ist am 4. Dezember."),
]
OTHER_EVENT = [
    ("Die Polizei nahm am Freitag zwei Männer in Bergen fest.", "Am Samstag nahm die Polizei in Bergen eine Frau fest."),
    ("Ein Mann ist am Freitag in der Ilse ertrunken.", "Ein Kind ist am Samstag in der Ilse ertrunken."),
    ("Am 24. November tagt der Schulausschuss.", "Am 25. November tagt der Bauausschuss."),
    ("Am Freitag gedachte Altlingen des Brandes in der Mühle.", "Am Samstag brannte in Altlingen eine Scheune."),
    (
        "Die Polizei teilte am Freitag mit, der Fahrer sei betrunken gewesen.",
        "Die Polizei teilte am Samstag mit, der Fahrer sei betrunken gewesen.",
    ),
    ("Der Streik begann am 3. November.", "Der Streik endete am 5. November."),
    ("Der Einbruch am Freitag war der zweite im Museum.", "Am Samstag fanden Taucher das Auto der Einbrecher."),
]


def _dates(reports: tuple[str, ...], days: tuple[str, ...] = ("2025-11-10", "2025-11-10")) -> list[Finding]:
    articles = [make_article(index, day) for index, day in enumerate(days)]
    claims = [claim for article, report in zip(articles, reports, strict=True) for claim in make_claims(article, report)]
    texts = {article.id: report for article, report in zip(articles, reports, strict=True)}
    return [finding for finding in check_claims(articles, claims, None, texts) if finding.aspect == "date"]


@pytest.mark.parametrize(("one", "other"), SAME_DAY)
def test_one_event_on_one_day(one: str, other: str) -> None:
    assert [finding.verdict for finding in _dates((one, other))] == ["agreement"]


@pytest.mark.parametrize(("one", "other"), OTHER_DAY)
def test_one_event_on_two_days(one: str, other: str) -> None:
    assert [finding.verdict for finding in _dates((one, other))] == ["conflict"]


@pytest.mark.parametrize(("one", "other"), OTHER_EVENT)
def test_two_events(one: str, other: str) -> None:
    assert _dates((one, other)) == []


def test_a_plan_that_became_fact_on_another_day_is_a_revision() -> None:
    reports = ("Das Urteil will die Kammer am 10. Dezember verkünden.", "Richter Holm verlas das Urteil am Freitag.")
    (finding,) = _dates(reports, ("2025-12-06", "2025-12-12"))
    assert (finding.verdict, finding.difference) == ("revision", 2)


def test_a_day_that_was_put_off_is_a_revision() -> None:
    reports = ("Das Bad in Altlingen wird am 1. Oktober eröffnet.", "Das Bad in Altlingen wird nun am 15. Oktober eröffnet.")
    (finding,) = _dates(reports, ("2025-09-01", "2025-09-02"))
    assert finding.verdict == "revision"


def test_the_noun_right_before_its_day() -> None:
    assert find_dated_noun("Seit dem Insolvenzantrag am ") == "Insolvenzantrag"
    assert find_dated_noun("Bemerkt wurde der Einbruch am ") is None
    assert find_dated_noun("Nach Angaben der Polizei am ") is None


def test_a_verb_and_its_noun_share_a_root() -> None:
    assert root_of("Freigabe") == root_of("freigeben")
    assert root_of("Ausbruch") == root_of("ausbrechen")
    assert root_of("Rückkehr") == root_of("zurückkehren")
    assert find_classes("Freigabe").keys() & find_classes("freigeben").keys()


VERBAL_NOUNS = load_lexicon(files("claimcheck.checking") / "verbal_nouns.tsv", VerbalNoun)


@pytest.mark.parametrize("row", VERBAL_NOUNS, ids=lambda row: row.form)
def test_verbal_nouns(row) -> None:  # type: ignore[no-untyped-def]
    assert row.example.lower().endswith(row.form)


def test_parts_of_compounds_fit() -> None:
    assert fit_of("gläubig", "gläubigerversammlung") > 0
    assert fit_of("rat", "verrat") == 0


@pytest.mark.parametrize("row", load_occurrences(), ids=lambda row: f"{row.form} {row.happening}")
def test_occurrences(row) -> None:  # type: ignore[no-untyped-def]
    if " " in row.form:
        assert row.form in row.example.lower()
        assert row.happening in find_phrases(row.example)
    else:
        assert row.happening in find_classes(row.form)


@pytest.mark.parametrize("row", load_postponements(), ids=lambda row: row.form)
def test_postponements(row) -> None:  # type: ignore[no-untyped-def]
    assert says_moved(row.example)
