"""What a claim is about where the verb does not say it, and which figure a negation holds for."""

from __future__ import annotations

import pytest

from adapters.claims import claims_of

pytestmark = pytest.mark.model
DAY = "2024-10-21"

HEADS = [
    ("Beschlossen hatte der Rat 40 Millionen Euro.", "40 Millionen Euro", "beschließen"),
    ("Begonnen hatte es mit rund 1.800 Schafen.", "rund 1.800", "beginnen"),
    ("Das Amt ließ am Freitag 420 Hühner töten.", "420", "töten"),
    ("Der Schaden: knapp zwei Millionen Euro.", "knapp zwei Millionen Euro", "Schaden"),
    ("Der Fluss kam im Schlaf: 16 Tote", "16", "Toter"),
    ("Lücke größer als gedacht: 1.120 Kunden betroffen", "1.120", "betroffen sein"),
    ("Die Bilanz ist bitter: 16 Häuser wurden zerstört.", "16", "zerstören"),
    ("Der Netzbetreiber Ostnetz zählte 1.400 Haushalte, bei denen am Abend das Licht ausging.", "1.400", "ausgehen"),
    ("Die Polizei sprach von 40 Verletzten, die in Kliniken kamen.", "40", "Verletzter"),
    ("Zunächst war von 14 die Rede gewesen.", "14", "sein"),
]
POLARITIES = [
    ("Frei waren 640 Stellen und nicht 690.", {"640": "positive", "690": "negative"}),
    ("Die Quote betrug 47,8 und nicht, wie zuerst gemeldet, 48,3 Prozent.", {"47,8": "positive", "48,3 Prozent": "negative"}),
    ("Es gab 57 Opfer, nicht weniger.", {"57": "positive"}),
    ("Der Verlust von 3 Prozent sei ärgerlich, aber kein Absturz.", {"3 Prozent": "positive"}),
    ("Rund 3.100 Verträge sind unterschrieben worden, und nicht alle halten.", {"Rund 3.100": "positive"}),
    ("Es kamen nicht 120 Gäste.", {"120": "negative"}),
    ("Die 14 Häuser sind nicht bewohnt.", {"14": "negative"}),
    ("Es kamen nicht nur 40, sondern 50 Gäste.", {"40": "positive", "50": "positive"}),
]
LASTING = [
    ("Sechseinhalb Jahre Haft für den Kassierer", "P6Y6M", "Haft"),
    ("Der Kassierer muss für sechs Jahre und sechs Monate in Haft.", "P6Y6M", "Haft"),
    ("Nach 7 Minuten war alles vorbei.", "PT7M", "vorbeisein"),
]


@pytest.mark.parametrize(("text", "figure", "lemma"), HEADS)
def test_heads(text: str, figure: str, lemma: str) -> None:
    lemmas = [claim.predicate.lemma for claim in claims_of(text, DAY) if claim.number and claim.number.text == figure]
    assert lemmas == [lemma]


@pytest.mark.parametrize(("text", "polarities"), POLARITIES)
def test_a_negation_holds_for_its_figure(text: str, polarities: dict[str, str]) -> None:
    assert {claim.number.text: claim.polarity for claim in claims_of(text, DAY) if claim.number} == polarities


@pytest.mark.parametrize(("text", "value", "lemma"), LASTING)
def test_durations(text: str, value: str, lemma: str) -> None:
    found = [(claim.date.value, claim.predicate.lemma) for claim in claims_of(text, DAY) if claim.date]
    assert found == [(value, lemma)]


def test_a_date_beside_an_age_has_a_claim() -> None:
    found = [claim.date.value for claim in claims_of("Die 46-Jährige tritt ihr Amt am 1. November an.", DAY) if claim.date]
    assert found == ["2024-11-01"]


def test_a_clause_of_time_is_no_comparison() -> None:
    claims = claims_of("Zwölf Gäste saßen im Zug, als er gestern Nachmittag aus den Gleisen flog.", DAY)
    assert [claim.predicate.lemma for claim in claims if claim.date] == ["fliegen"]
