"""Clauses by commas, conjunctions and verbs."""

from __future__ import annotations

import pytest

from adapters.sources import language
from claimcheck.extraction.sources.passages import find_passages
from claimcheck.extraction.sources.units import find_units

CASES = [
    ("Die Behörde teilte mit, dass die Brücke gesperrt ist.", ["main", "sub"]),
    ("Der Leiter der Klinik, Jan Maier, sagte, man sei bereit.", ["main", "main"]),
    ("Der Leiter, der aus Rom kam, sagte, man sei bereit.", ["main", "rel", "main"]),
    ("Wie die Polizei mitteilte, starben zwei Menschen.", ["wie", "v1"]),
    ("Die Strecke sei frei, so der Sprecher.", ["main", "so"]),
    ("Die Stadt bat die Bürger, Wasser zu sparen.", ["main", "inf"]),
    ("Schwimmer drohten, das Bad am Montag anzugreifen.", ["main", "inf"]),
    ("„Wir haben gewonnen“, sagte die Trainerin.", ["quote", "v1"]),
    ("„Ruhe“, rief der Wirt.", ["quote", "v1"]),
    ("Der Film „Das Boot“ läuft heute.", ["main"]),
    ("Als es regnete, sagte er, man gehe.", ["sub", "v1", "main"]),
    ("Der Vorwurf der Stadt, der Chef habe gelogen, wiegt schwer.", ["main", "main"]),
    ("Eine zweite – kleinere – Gruppe floh.", ["main"]),
    ("Das Tor fiel und die Fans jubelten.", ["main", "main"]),
]


@pytest.mark.parametrize(("text", "kinds"), CASES, ids=[text for text, _ in CASES])
def test_kinds_of_clauses(text: str, kinds: list[str]) -> None:
    (passage,) = find_passages(language()(text))
    assert [unit.kind for unit in find_units(passage)] == kinds


def test_a_quotation_holds_its_sentences_together() -> None:
    text = "Er sagte: „Das war gut. Es hat mich gefreut.“ Dann ging er."
    passages = find_passages(language()(text))
    assert [passage.doc[passage.start : passage.end].text for passage in passages] == [text[:45], "Dann ging er."]


def test_passages_know_their_paragraph() -> None:
    passages = find_passages(language()("Es regnet. Es stürmt.\n\nDie Sonne scheint."))
    assert [passage.paragraph for passage in passages] == [0, 0, 1]
