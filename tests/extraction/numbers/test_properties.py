"""What holds for the quantities of any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.extraction.numbers import find_numbers
from claimcheck.extraction.records import DateSpan
from claimcheck.language.numerals import format_numeral

NLP = spacy.blank("de")
NLP.max_length = 5_000_000
PARTS = """zwei|3,5|1.000|20|Millionen|Euro|Prozent|bis|und|rund|mehr als|zwischen|die Hälfte|Tausende|42-Jährige|Kilometer|°C
    |jeder Fünfte|25.|-|–|,|.|(|)|einen|Menschen|starben|mal|so viele|Jahre alt|im Alter von|von|auf|gestiegen|um|US-Dollar
    |$|pro Tag|½|II.|der|2005|2/3|1e5|Platz|Komma|doppelt|minus|Kronen|""".replace("\n    ", "").split("|")
WORDS = st.sampled_from([*PARTS, "\n\n", "\u00a0"])
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=10).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_spans_and_intervals(text: str) -> None:
    numbers = find_numbers(NLP(text))
    for number in numbers:
        assert 0 <= number.start < number.end <= len(text)
        assert text[number.start : number.end].strip() == text[number.start : number.end]
        assert number.low is None or number.high is None or number.low <= number.high
        if number.value is not None:
            assert number.low is None or number.low <= number.value
            assert number.high is None or number.value <= number.high
        assert (number.value is None) == (number.bound in ("range", "vague"))
    for before, after in pairwise(numbers):
        assert before.end <= after.start


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=2, max_value=10**12))
def test_words_and_digits_say_the_same(value: int) -> None:
    in_words = find_numbers(NLP(f"Es kamen {format_numeral(value)} Gäste."))
    in_digits = find_numbers(NLP(f"Es kamen {value:,} Gäste.".replace(",", ".")))
    assert [number.value for number in in_words] == [value]
    assert [number.value for number in in_digits] == [value] or 1899 < value < 2061


def test_no_number_overlaps_a_date() -> None:
    text = "Am 3. März kamen 20 Gäste."
    date = DateSpan(start=3, end=10, value="XXXX-03-03", type="DATE", rule="test")
    assert [text[number.start : number.end] for number in find_numbers(NLP(text), [date])] == ["20"]


def test_ages_win_over_durations() -> None:
    text = "im Alter von 6 Wochen"
    date = DateSpan(start=13, end=21, value="P6W", type="DURATION", rule="test")
    assert [number.kind for number in find_numbers(NLP(text), [date])] == ["age"]


@pytest.mark.parametrize("part", ["1.", "1 ", "zwei und ", "einund", "20 bis ", "1.000.", "-1", "und 3 ", "rund ", "(1) "])
def test_long_runs_are_read_to_their_end(part: str) -> None:
    text = part * 4000 + " Ende. Es kamen 77 Gäste."
    found = find_numbers(NLP.make_doc(text))
    assert 77 in [number.value for number in found]
    assert all(0 <= number.start < number.end <= len(text) for number in found)
