"""What is counted and whose it is: with the parse of the pipeline."""

from __future__ import annotations

import pytest
from spacy.language import Language

from claimcheck.errors import ModelMissing
from claimcheck.extraction.numbers import find_numbers
from claimcheck.language.model import load_language

pytestmark = pytest.mark.model

ITEMS = [
    ("1.500 nordkoreanische Soldaten kamen an.", ["Soldat"]),
    ("Die Zahl der Toten stieg auf 14.", ["Toter"]),
    ("Bei dem Brand starben 28 Menschen und mehr als 70 wurden verletzt.", ["Mensch", "Mensch"]),
    ("Die Hälfte der im Ort ansässigen Familien zog weg.", ["Familie"]),
    ("41 Prozent der Befragten stimmten zu, 24 Prozent nicht.", ["Befragter", "Befragter"]),
    ("Zwei Drittel aller Heil- und Pflegeberufe sind betroffen.", ["Pflegeberuf"]),
    ("Der Rat wird von 144 auf 100 Sitze verkleinert.", ["Sitz", "Sitz"]),
    ("Zwei Tonnen Sand lagen auf der Straße.", ["Sand"]),
    ("24 Menschen starben, darunter sechs Kinder, 40 weitere wurden verletzt.", ["Mensch", "Kind", "Mensch"]),
    ("Die 20 Meter lange Brücke wurde gesperrt.", [None]),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    try:
        return load_language()
    except ModelMissing:
        pytest.skip("no trained pipeline here")


@pytest.mark.parametrize(("text", "items"), ITEMS, ids=lambda value: str(value)[:40])
def test_items(nlp: Language, text: str, items: list[str | None]) -> None:
    doc = nlp(text)
    numbers = find_numbers(doc)
    assert [number.item for number in numbers] == items
    for number in numbers:
        assert number.item_token is None or doc[number.item_token].text[0].isupper()


def test_owner(nlp: Language) -> None:
    text = "1.500 nordkoreanische Soldaten kamen an."
    owner = find_numbers(nlp(text))[0].of
    assert owner is not None
    assert text[owner.start : owner.end] == "nordkoreanische"
