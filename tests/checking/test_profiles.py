"""The words around a figure: content words, senses, totals, averages, rivals, days."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.checking import make_entries, make_facts_of
from claimcheck.checking.compare.number import Interval
from claimcheck.checking.profiles import (
    Profile,
    Weigher,
    alike_nouns,
    content_stems,
    count_rivals,
    find_senses,
    make_profile,
    recent_days,
)

WORDS = st.frozensets(st.sampled_from(("brand", "großbrand", "zug", "rettung", "rettungskraft", "altling", "hang")), max_size=5)


def profile(report: str) -> Profile:
    return make_entries(report)[0].profile


@pytest.mark.parametrize(
    ("field", "yes", "no"),
    [
        ("is_average", "Im Durchschnitt kommen 40 Gäste.", "Im Durchgang stehen 40 Gäste."),
        ("is_average", "Pro Kopf sind es 40 Liter Milch.", "Am Kopf des Zuges standen 40 Gäste."),
        ("is_elsewhere", "Es kamen damals 40 Gäste.", "Dann kamen 40 Gäste."),
        ("is_elsewhere", "Im Vorjahr kamen 40 Gäste.", "In diesem Jahr kamen 40 Gäste."),
        ("is_elsewhere", "Es ist der schwerste Brand seit Jahren, 40 Gäste flohen.", "Seit Jahren kommen 40 Gäste."),
        ("is_subordinate", "Das Haus brannte, als 40 Gäste schliefen.", "Das Haus brannte, 40 Gäste schliefen."),
        ("is_lead", "40 Gäste kamen.", ""),
    ],
)
def test_what_a_sentence_tells(field: str, yes: str, no: str) -> None:
    assert getattr(profile(yes), field)
    assert not no or not getattr(profile(no), field)


def test_the_whole_is_a_total_and_its_part_is_none() -> None:
    part, whole = (entry.profile for entry in make_entries("Geschlossen werden 92 der 118 Filialen."))
    assert (part.is_total, whole.is_total) == (False, True)


def test_what_is_no_total() -> None:
    assert not profile("Geschlossen werden 118 Filialen der Bank.").is_total
    assert not profile("Der Schaden beträgt 80 Millionen Euro.").is_total


def test_content_words_are_neither_counted_noun_nor_speaker() -> None:
    found = profile("Feuerwehr: Bei dem Brand retteten Taucher der Feuerwehr 40 Gäste.")
    assert found.noun == "gast"
    assert {"brand", "tauch"} <= found.sentence
    assert not {"gast", "feuerwehr"} & found.sentence
    assert found.clause <= found.sentence


def test_years_and_places_of_the_sentence() -> None:
    found = make_entries("In Dornhusen kamen 40 Gäste.\n\nWeit.", "Im Jahr 1998 kamen bei Felsrath 50 Gäste.")
    assert [entry.profile.years for entry in found] == [frozenset(), {"1998"}]
    assert [entry.profile.strange_places for entry in found] == [frozenset(), frozenset()]  # both are in a lead


@pytest.mark.parametrize(
    ("text", "stems", "missing"),
    [
        ("Die Taucher suchten im Hafen.", {"tauch", "such", "haf"}, {"die", "im"}),
        ("Er hat das gesagt.", set(), {"sag", "hab"}),
        ("Sie kam mit dem Rad an.", set(), {"rad"}),
    ],
)
def test_content_stems(text: str, stems: set[str], missing: set[str]) -> None:
    assert stems <= content_stems(text)
    assert not missing & content_stems(text)


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("Vier Menschen starben.", {"death"}),
        ("Vier Menschen kamen ums Leben, 30 wurden verletzt.", {"death", "injury"}),
        ("Der Himmel war blau.", set()),
    ],
)
def test_senses(text: str, senses: set[str]) -> None:
    assert find_senses(text) == senses


def interval(value: float) -> Interval:
    return Interval(value, value, value, None, False)


def test_rivals_are_other_figures_of_the_thing() -> None:
    topic: Any = make_entries("Vier Menschen starben.")[0].topic
    figures = [("count", "person", interval(4)), ("count", "person", interval(6)), ("count", "person", interval(6))]
    figures += [("count", "=auto", interval(8)), ("money EUR", "person", interval(9))]
    assert count_rivals(figures, topic, interval(4)) == 1
    assert count_rivals(figures[:1], topic, interval(4)) == 0


@pytest.mark.parametrize(
    ("report", "days"),
    [
        ("Der Zug entgleiste am 10. März.", [10]),
        ("Der Zug entgleiste am 11. März. Am 12. März wird das Gleis geprüft.", [11, 12]),
        ("Der Zug entgleiste am 10. Januar.", []),
        ("Der Rat tagt am 26. März.", []),
        ("Im März wird das Gleis geprüft.", []),
        ("Das Gleis wird seit drei Tagen geprüft.", []),
    ],
)
def test_recent_days(report: str, days: list[int]) -> None:
    facts = make_facts_of(0, report)  # published on 12 March 2025
    first = 739321 - 1  # 1 March 2025 is 739311
    assert [day - 739310 for _, day in recent_days(facts)] == days, first


def test_a_claim_without_figure_has_no_profile() -> None:
    fact = make_facts_of(0, "Der Zug entgleiste.")[0]
    context: Any = None
    with pytest.raises(ValueError, match="has no figure"):
        make_profile(fact, context, 0, [])


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        ("vertrag", "vertrag", 1.0),
        ("ausbildungsvertrag", "vertrag", 0.7),
        ("brandherd", "brand", 0.5),
        ("rettungskraft", "rettungsdienst", 0.5),
        ("rat", "gemeinderat", 0.0),
        ("zug", "auto", 0.0),
        (None, "auto", 0.0),
        (None, None, 0.0),
    ],
)
def test_alike_nouns(a: str | None, b: str | None, share: float) -> None:
    assert alike_nouns(a, b) == alike_nouns(b, a) == share


def weigher() -> Weigher:
    reports = ("Der Brand in Altlingen traf 40 Häuser.", "Der Brand traf 50 Häuser.", "Der Brand traf 60 Häuser am Hang.")
    return Weigher([entry.profile for entry in make_entries(*reports)])


def test_rare_words_weigh_more() -> None:
    found = weigher()
    assert found.weight("hang") > found.weight("brand") == pytest.approx(0.3)
    assert found.weight("unbekannt") >= found.weight("hang")


@given(WORDS, WORDS)
def test_overlap_is_the_same_both_ways_and_bounded(a: frozenset[str], b: frozenset[str]) -> None:
    found = weigher().overlap(a, b)
    assert found >= 0.0
    assert bool(found) <= bool(a and b)
    assert weigher().overlap(a, a) == (pytest.approx(1.0) if a else 0.0)
