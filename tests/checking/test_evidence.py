"""Evidence and what it weighs: what two reports tell for or against one topic, and what they do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.checking import make_entries
from claimcheck.checking.blocking import Bundle, Entry
from claimcheck.checking.compare.number import compare_numbers
from claimcheck.checking.evidence import find_evidence, speaker_of
from claimcheck.checking.facts import Party, Voice
from claimcheck.checking.pairing import ratio_of
from claimcheck.checking.profiles import Weigher
from claimcheck.checking.weights import Score, load_weights, margin_evidence, weigh_margin, weigh_pair

REPORTS = (
    "Polizei: In Altlingen starben vier Menschen.",
    "In Altlingen wurden 30 Menschen verletzt, davon neun schwer.",
    "Bündnis: Zur Kundgebung in Altlingen kamen 3.500 Demonstranten.",
    "Polizei: Es demonstrierten 900 Menschen, 2021 waren es 1.200 Menschen.",
    "Die Bank kündigte 5.240 Verträge.",
    "Gekündigt wurden 5.240 Ausbildungsverträge in Dornhusen.",
    "Im Durchschnitt werden 40 Autos pro Monat gebaut.",
    "Geschlossen werden 92 der 118 Filialen.",
    "Rund 50 Fahrgäste saßen im Bus.",
    "Mehr als 120 Menschen wurden verletzt.",
)
ENTRIES = make_entries(*REPORTS)


def evidence(a: Entry, b: Entry) -> dict[str, float]:
    return find_evidence(
        Bundle((a,)),
        Bundle((b,)),
        compare_numbers(a.interval, b.interval),
        ratio_of(a.interval, b.interval),
        Weigher([entry.profile for entry in ENTRIES]),
    )


def evidence_of(case: str) -> dict[str, float]:
    return evidence(*make_entries(*case.split(" | ")))


@given(st.sampled_from(ENTRIES), st.sampled_from(ENTRIES))
def test_evidence_is_the_same_both_ways(a: Entry, b: Entry) -> None:
    there, back = evidence(a, b), evidence(b, a)
    assert there.keys() == back.keys()
    assert there == pytest.approx(back)


@given(st.sampled_from(ENTRIES), st.sampled_from(ENTRIES))
def test_evidence_tells_only_what_is_there(a: Entry, b: Entry) -> None:
    found = evidence(a, b)
    assert found["bias"] == 1.0
    assert 0.0 not in found.values()
    assert all(isinstance(value, float) for value in found.values())


@pytest.mark.parametrize(
    ("case", "there", "missing"),
    [
        ("Zwölf Filialen schließen. | 38 Filialen schließen.", "same specific thing", "same class of things"),
        ("Vier Menschen starben. | Sechs Menschen starben.", "same class of things", "same thing"),
        ("Vier Menschen starben. | Sechs Menschen starben.", "same event", "other event"),
        ("Vier Menschen starben. | 30 Menschen wurden verletzt.", "other event", "same event"),
        ("40 Kinder haben sich infiziert. | 45 Kinder erkrankten am Virus.", "an event and the wider one", "other event"),
        (
            "5.240 Verträge wurden gekündigt. | 5.240 Ausbildungsverträge wurden gekündigt.",
            "noun is part of the other",
            "same noun",
        ),
        ("Zwölf Filialen schließen. | Zwölf Brücken schließen.", "digits of equal figures", "other figures"),
        ("Zwölf Filialen schließen. | Zwölf Brücken schließen.", "small equal figures", "large equal figures"),
        ("5.240 Verträge wurden gekündigt. | 5.240 Verträge wurden gekündigt.", "large equal figures", "small equal figures"),
        ("900 Menschen demonstrierten. | 1.100 Menschen demonstrierten.", "figures near each other", "figures far apart"),
        ("900 Menschen demonstrierten. | 3.000 Menschen demonstrierten.", "figures far apart", "figures very far apart"),
        ("900 Menschen demonstrierten. | 9.000 Menschen demonstrierten.", "figures very far apart", "figures near each other"),
        ("Rund 50 Fahrgäste saßen im Bus. | 47 Fahrgäste saßen im Bus.", "figures that meet", "other figures"),
        ("Vier Menschen starben. | Sechs Menschen starben.", "counts that grow", "factor of a disputed crowd"),
        ("40 Gäste saßen im Bus. | Im Durchschnitt saßen 30 Gäste im Bus.", "one is an average", "one is a total"),
        ("2021 kamen 900 Gäste. | 2022 kamen 800 Gäste.", "other years", "one article"),
        ("Polizei: 900 Gäste kamen. | Polizei: 800 Gäste kamen.", "one speaker in two articles", "one article, two speakers"),
        ("Polizei: 900 Gäste kamen. Wirt: 800 Gäste kamen.", "one article, two speakers", "one speaker in two articles"),
        ("900 Gäste kamen. 800 Gäste kamen.", "one article, not corrected", "one article, two speakers"),
        ("900 Gäste kamen, 40 Gäste gingen.", "one sentence", "one speaker in two articles"),
        ("Statt vier Menschen starben zehn Menschen.", "one replaces the other in the sentence", "one article, not corrected"),
        ("Am Hang kamen damals 900 Gäste. | 800 Gäste kamen.", "one sentence looks elsewhere", "both sentences look elsewhere"),
        (
            "Es kamen damals 900 Gäste. | Im Vorjahr kamen 800 Gäste.",
            "both sentences look elsewhere",
            "one sentence looks elsewhere",
        ),
        ("Der Umsatz stieg um 20 Prozent. | Der Umsatz stieg um 30 Prozent.", "same change", "a change and a level"),
        ("Zwölf Menschen wurden gerettet. | Zwölf Menschen sollen gerettet werden.", "planned and done", "same stage"),
    ],
)
def test_what_two_reports_tell(case: str, there: str, missing: str) -> None:
    found = evidence_of(case)
    assert there in found
    assert missing not in found


def test_a_disputed_crowd_has_two_known_speakers() -> None:
    disputed = "factor of a disputed crowd"
    assert disputed in evidence_of("Polizei: 900 Menschen demonstrierten. | Bündnis: 3.500 Menschen demonstrierten.")
    assert disputed not in evidence_of("Polizei: 900 Menschen demonstrierten. | Polizei: 3.500 Menschen demonstrierten.")
    assert disputed not in evidence_of("Polizei: 900 Menschen demonstrierten. | 3.500 Menschen demonstrierten.")
    assert disputed not in evidence_of("Polizei: Neun Menschen starben. | Bündnis: 35 Menschen starben.")


@pytest.mark.parametrize(
    ("case", "digits"),
    [("30.000 Gäste kamen. | 30.000 Gäste kamen.", 1), ("31.240 Gäste kamen. | 31.240 Gäste kamen.", 4)],
)
def test_digits_of_equal_figures(case: str, digits: int) -> None:
    assert evidence_of(case)["digits of equal figures"] == digits


def test_speakers() -> None:
    person, body = Party("local:lenk", "Anna Lenk", "person"), Party("local:polizei", "Polizei", "organization")
    voice = Voice("Anna Lenk", person, body, "person", "attributed", None)
    assert speaker_of(None) is None
    assert speaker_of(voice) == "local:polizei"
    assert speaker_of(replace(voice, body=None)) == "local:lenk"
    assert speaker_of(replace(voice, speaker=None, body=None)) == "?"


def test_every_weight_is_of_evidence_that_can_be_found() -> None:
    assert set(load_weights("margin")) <= set(margin_evidence(1.0, 0.5, 0.5, same=True, differ=True))
    found = {name for a in ENTRIES for b in ENTRIES for name in evidence(a, b)}
    assert len(found & set(load_weights("pair"))) > 30


def test_score_is_the_weighed_sum() -> None:
    weights = load_weights("pair")
    score = weigh_pair({"bias": 1.0, "same event": 1.0, "factor of the figures": 0.5, "no such evidence": 9.0})
    assert score.value == pytest.approx(weights["bias"] + weights["same event"] + weights["factor of the figures"] / 2)


def test_reasons_are_the_weightiest_evidence_without_the_bias() -> None:
    found = {"bias": 1.0, "no such evidence": 1.0} | dict.fromkeys(load_weights("pair"), 1.0)
    reasons = weigh_pair(found).reasons
    sizes = [abs(float(reason.split(" ")[0])) for reason in reasons]
    assert len(reasons) == 4
    assert sizes == sorted(sizes, reverse=True)
    assert not any(reason.endswith((" bias", "no such evidence")) for reason in reasons)


def test_a_farther_figure_weighs_no_more_for_one_topic() -> None:
    near, far = (weigh_pair({"bias": 1.0, "factor of the figures": value}).value for value in (0.2, 2.0))
    assert far < near


@pytest.mark.parametrize(("margin", "counted"), [(-9.0, -4.0), (-1.0, -1.0), (2.5, 2.5), (9.0, 4.0)])
def test_margins_are_capped(margin: float, counted: float) -> None:
    found = margin_evidence(0.0, margin, margin, same=False, differ=False)
    assert found["smaller margin"] == found["larger margin"] == counted
    assert found["smaller margin, one article"] == found["smaller margin, other figures"] == 0.0


@pytest.mark.parametrize(("score", "hopeless"), [(-2.1, 1.0), (-2.0, 0.0), (3.0, 0.0)])
def test_hopeless(score: float, hopeless: float) -> None:
    assert margin_evidence(score, 0.0, 0.0, same=False, differ=False)["hopeless"] == hopeless


def test_a_margin_keeps_the_reasons_of_the_pair_and_a_better_rival_lowers_the_score() -> None:
    pair = Score(1.0, ("+1.0 same event",))
    ahead, behind = (weigh_margin(pair, margin_evidence(1.0, m, m, same=False, differ=False)) for m in (1.5, -1.5))
    assert ahead.reasons == behind.reasons == pair.reasons
    assert behind.value < ahead.value
