"""Numerals: words and digits to numbers and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.language.numerals import NUMERAL, format_numeral, load_numerals, parse_numeral, parse_ordinal

READINGS = [
    ("11.000", 11000), ("11 000", 11000), ("11\u202f000", 11000), ("11'000", 11000), ("3,5", 3.5),
    ("1.234,56", 1234.56),
    ("2½", 2.5), ("4,800", 4.8), ("1,234,567.89", 1234567.89), ("-5", -5), ("25k", 25000), ("40 Mio.", 40_000_000),
    ("3,2 Mrd.", 3_200_000_000), ("zwölftausenddreihundert", 12300), ("neunzehnhundertachtzig", 1980),
    ("hundertundeins", 101), ("tausendundeine", 1001), ("zweier", 2), ("anderthalb", 1.5), ("dreieinhalb", 3.5),
    ("einundhalb", 1.5), ("zweieinhalbtausend", 2500), ("eine halbe Million", 500_000), ("halbe Million", 500_000),
    ("ein halbes Dutzend", 6), ("dreißig Dutzend", 360), ("drei Viertel", 0.75), ("fünf halbe", 2.5), ("dreissig", 30),
    ("zweimillionendreihunderttausend", 2_300_000), ("zwei Millionen dreihunderttausend", 2_300_000),
    ("einemilliardeneunhundertmillionen", 1_900_000_000), ("drei Komma eins vier", 3.14), ("hundert und fünf", 105),
    ("zwei und ein halb", 2.5), ("drei Dreißigstel", 0.1),
]  # fmt: skip
NO_NUMERALS = [
    "", " ", "und", "undzwanzig", "hundertund", "einerseits", "einszwei", "Kinder", "Einheit", "1.1.1", "2 drei",
]  # fmt: skip
ORDINALS = [
    ("ersten", 1), ("zweite", 2), ("dritter", 3), ("siebte", 7), ("achten", 8), ("zwölften", 12), ("zwanzigsten", 20),
    ("einundzwanzigste", 21), ("hundertersten", 101), ("millionste", 1_000_000), ("25.", 25),
]  # fmt: skip
NO_ORDINALS = ["beste", "letzte", "eint", "dreite", "zwanzigte", "achtste", "zwei", "2"]


@pytest.mark.parametrize(("text", "number"), READINGS)
def test_reading(text: str, number: float) -> None:
    assert parse_numeral(text) == number


@pytest.mark.parametrize("text", NO_NUMERALS)
def test_no_numeral(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize(("text", "number"), ORDINALS)
def test_ordinal(text: str, number: int) -> None:
    assert parse_ordinal(text) == number


@pytest.mark.parametrize("text", NO_ORDINALS)
def test_no_ordinal(text: str) -> None:
    assert parse_ordinal(text) is None


@given(st.integers(min_value=0, max_value=10**12))
def test_words_and_back(number: int) -> None:
    words = format_numeral(number)
    assert parse_numeral(words) == number
    assert NUMERAL.fullmatch(words)
    assert parse_numeral(words.replace(" ", "").casefold()) == number


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_and_back(number: int) -> None:
    assert parse_numeral(f"{number:,}".replace(",", ".")) == number
    assert parse_numeral(f"{number:,}".replace(",", " ")) == number
    assert parse_numeral(str(number)) == number


@given(st.text())
def test_any_text(text: str) -> None:
    parse_numeral(text)
    parse_ordinal(text)
    for match in NUMERAL.finditer(text):
        assert match.start() < match.end()


def test_every_row_has_an_effect() -> None:
    for row in load_numerals():
        assert parse_numeral(row.example) is not None or parse_ordinal(row.example) is not None, row
