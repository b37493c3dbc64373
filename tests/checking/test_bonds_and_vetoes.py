"""What alone puts two figures together, and what alone keeps them apart: tables of reports with the reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.checking import make_entries
from claimcheck.checking.blocking import Bundle, Entry
from claimcheck.checking.bonds import find_bond
from claimcheck.checking.compare.number import compare_numbers
from claimcheck.checking.facts import Party, Voice
from claimcheck.checking.vetoes import find_veto
from claimcheck.settings import CheckSettings

REPLACED = "one replaces the other in the sentence"
NEXT = "the next sentence replaces the figure"
SPEAKERS = "two speakers in one sentence"
SPOKEN = "Die Polizei zählte 900 Demonstranten, die Veranstalter sprachen von 2.500."


def bundles(case: str) -> tuple[Bundle, Bundle]:
    one, other = make_entries(*case.split(" | "))
    return Bundle((one,)), Bundle((other,))


def bond(case: str) -> str | None:
    a, b = bundles(case)
    reason = find_bond(a, b)
    assert find_bond(b, a) == reason
    return reason


def veto_of(a: Bundle, b: Bundle) -> str | None:
    """The veto, which is the same the other way round but for the order of the two values."""
    comparison, back = (compare_numbers(x.first.interval, y.first.interval) for x, y in ((a, b), (b, a)))
    one, other = find_veto(a, b, comparison, CheckSettings()), find_veto(b, a, back, CheckSettings())
    assert (one is None) == (other is None)
    return one


def veto(case: str) -> str | None:
    return veto_of(*bundles(case))


def spoken(bundle: Bundle, speaker: str | None) -> Bundle:
    """The bundle with another speaker, or with one of whom only the wording tells ("")."""
    party = Party(f"local:{speaker}", speaker, "organization") if speaker else None
    voice = None if speaker is None else Voice(speaker, party, None, "organization", "attributed", None)
    return Bundle(tuple(replace(entry, fact=replace(entry.fact, voice=voice)) for entry in bundle.entries))


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        ("Statt vier Menschen starben zehn Menschen.", REPLACED),
        ("Die Polizei korrigierte von 900 auf 1.100 Teilnehmer.", REPLACED),
        ("Die Stadt streicht nicht 40, sondern 60 Stellen.", REPLACED),
        ("In Altlingen starben zehn Menschen. Zuvor hatten die Behörden sieben gemeldet.", NEXT),
    ],
)
def test_words_that_replace_a_figure_bind_it(case: str, reason: str) -> None:
    assert bond(case) == reason


@pytest.mark.parametrize(
    "case",
    [
        "In Altlingen starben zehn Menschen, 30 wurden verletzt.",
        "In Altlingen starben zehn Menschen. Vor einem Jahr waren es sieben.",
        "In Altlingen starben zehn Menschen. Die Feuerwehr kam. Zuvor hatten die Behörden sieben gemeldet.",
        "In Altlingen starben zehn Menschen. Zuvor hatten die Behörden sieben Brände gemeldet.",
        "In Altlingen starben zehn Menschen. | Zuvor hatten die Behörden sieben gemeldet.",
    ],
)
def test_what_does_not_replace_a_figure_binds_nothing(case: str) -> None:
    assert bond(case) is None


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [("Polizei", "Veranstalter", SPEAKERS), ("Polizei", "Polizei", None), ("Polizei", "", None), ("Polizei", None, None)],
)
def test_two_named_speakers_in_one_sentence_are_bound(one: str, other: str | None, reason: str | None) -> None:
    a, b = bundles(SPOKEN)
    assert find_bond(spoken(a, one), spoken(b, other)) == reason


def test_two_speakers_of_two_articles_are_not_bound() -> None:
    a, b = bundles("900 Menschen demonstrierten. | 2.500 Menschen demonstrierten.")
    assert find_bond(spoken(a, "Polizei"), spoken(b, "Veranstalter")) is None


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        (
            "Die Gewerkschaft fordert acht Prozent mehr Lohn. | Die Arbeitgeber bieten fünf Prozent mehr Lohn.",
            "demanded / offered",
        ),
        ("Der Fahrer ist 58 Jahre alt. | Die Lehrerin ist 46 Jahre alt.", "ages of two people"),
        ("Im Bus saßen 40 Gäste. | Im Durchschnitt sitzen 30 Gäste im Bus.", "one is an average"),
        ("Geschlossen werden 92 der 118 Filialen.", "a part and its total"),
        ("Bei Dornhusen starben zwei Menschen. | Bei Felsrath starben drei Menschen.", "Dornhusen / Felsrath"),
        ("3.000 Menschen demonstrierten. | Am 21. Juni sollen 2.500 Menschen demonstrieren.", "planned / done"),
        ("Zwölf Menschen wurden schwer verletzt. | Neun Menschen wurden leicht verletzt.", "severity: severe / light"),
        ("900 Menschen demonstrierten. | Zur Gegendemonstration kamen 200 Demonstranten.", "- / counter"),
        ("900 Menschen demonstrierten. | Am zweiten Protest nahmen 700 Menschen teil.", "sub: - / second"),
        ("Der Umsatz lag 2021 bei 1,2 Milliarden Euro. | Der Umsatz lag bei 1,4 Milliarden Euro.", "2021 / -"),
        ("Der Umsatz lag im ersten Halbjahr bei 1,2 Milliarden Euro. | Der Umsatz lag bei 1,4 Milliarden Euro.", "half / -"),
        ("Bei dem Unfall starben zwei Menschen mehr als im Vorjahr. | Bei dem Unfall starben drei Menschen.", "a difference"),
        ("300 Kilogramm Kokain wurden beschlagnahmt. | 350 Kilogramm Heroin wurden beschlagnahmt.", "kokai / heroi"),
        ("Der Zug fuhr mit 118 km/h. | Erlaubt ist eine Geschwindigkeit von 80 km/h.", "- / allowed"),
        ("In Altlingen starben vier Menschen. Dort wohnen 900 Menschen.", "two figures of one article and one speaker"),
        ("Polizei: 80 Helfer suchten. Polizei: 95 Helfer suchten.", "two figures of one article and one speaker"),
    ],
)
def test_vetoes(case: str, reason: str) -> None:
    assert veto(case) == reason


@pytest.mark.parametrize(
    "case",
    [
        "In Altlingen starben vier Menschen. | In Altlingen starben sechs Menschen.",
        "300 Kilogramm Kokain wurden beschlagnahmt. | 350 Kilogramm Kokain wurden beschlagnahmt.",
        "Am zweiten Streik beteiligten sich 4.000 Menschen. | Am zweiten Streik beteiligten sich 3.000 Menschen.",
        "Polizei: 80 Helfer suchten. Feuerwehr: 95 Helfer suchten.",
        "In Altlingen starben zehn Menschen. Zuvor hatten die Behörden sieben gemeldet.",
        "Zwölf Menschen wurden schwer verletzt. | Neun Menschen wurden schwer verletzt.",
        "Der Umsatz lag 2021 bei 1,2 Milliarden Euro. | Der Umsatz lag 2021 bei 1,4 Milliarden Euro.",
        "Bei Dornhusen starben zwei Menschen. | In der Nacht starben drei Menschen.",
        "Die Gewerkschaft fordert acht Prozent mehr Lohn. | Die Gewerkschaft fordert neun Prozent mehr Lohn.",
        "Die Bank schließt 92 Filialen. | Die Bank schließt 118 Filialen.",
    ],
)
def test_what_no_veto_parts(case: str) -> None:
    assert veto(case) is None


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (None, None, "two figures of one article and one speaker"),
        ("Polizei", "Polizei", "two figures of one article and one speaker"),
        ("", "", "two figures of one article and one speaker"),
        ("Polizei", "Feuerwehr", None),
        ("Polizei", None, None),
    ],
)
def test_one_article_gives_two_figures_only_with_two_speakers(one: str | None, other: str | None, reason: str | None) -> None:
    a, b = bundles("80 Helfer suchten am Hang. 95 Helfer suchten am Hang.")
    assert veto_of(spoken(a, one), spoken(b, other)) == reason


def published(entry: Entry, day: str | None) -> Bundle:
    return Bundle((replace(entry, fact=replace(entry.fact, published=day)),))


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("2025-03-12", "2025-05-11", None),
        ("2025-03-12", "2025-05-12", "reports of two times"),
        ("2025-03-12", None, None),
    ],
)
def test_reports_of_two_times(one: str, other: str | None, reason: str | None) -> None:
    a, b = make_entries("80 Helfer suchten.", "95 Helfer suchten.")
    assert veto_of(published(a, one), published(b, other)) == reason


def test_a_bundle_is_as_near_as_its_nearest_report() -> None:
    a, b = make_entries("80 Helfer suchten.", "95 Helfer suchten.")
    late = Bundle((*published(b, "2025-09-01").entries, *published(b, "2025-03-20").entries))
    assert veto_of(published(a, "2025-03-12"), late) is None


def test_equal_ages_of_one_name_are_one_person() -> None:
    a, b = bundles("Der Fahrer ist 58 Jahre alt. | Die Lehrerin ist 46 Jahre alt.")
    party = Party("local:lenk", "Anna Lenk", "person")
    same = [Bundle((replace(x.first, fact=replace(x.first.fact, actor=party)),)) for x in (a, b)]
    assert veto_of(*same) is None
    assert veto_of(same[0], b) == "ages of two people"
