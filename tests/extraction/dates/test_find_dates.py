"""find_dates: anchoring, periods, and properties that hold for any text."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claimcheck.extraction.dates import find_dates, join_periods
from claimcheck.extraction.dates.vocabulary import load_calendar, load_modifiers, load_references
from claimcheck.extraction.records import DateSpan

NLP: Language = spacy.blank("de")
WORDS = sorted({row.form for row in (*load_calendar(), *load_modifiers(), *load_references())})
FIGURES = ["3", "31.", "2024", "18.10.", "20.30", "20:30", "1.500", "60er", ",", ".", "–", "(", "\n\n", "€", "'89"]
PIECES = st.sampled_from([*WORDS, *FIGURES])


def values(text: str, reference: str | None) -> list[str]:
    return [found.value for found in find_dates(NLP(text), reference)]


def is_sound(found: list[DateSpan], text: str) -> bool:
    ordered = all(a.end <= b.start for a, b in pairwise(found))
    inside = all(0 <= span.start < span.end <= len(text) and text[span.start : span.end].strip() for span in found)
    days = [(date.fromisoformat(s.from_), date.fromisoformat(s.to)) for s in found if s.from_ and s.to]
    return ordered and inside and all(first <= last for first, last in days)


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str) -> None:
    found = find_dates(NLP(text), "2024-10-21")
    assert is_sound(found, text)


@given(st.lists(PIECES, max_size=25), st.sampled_from(["2024-10-21", "0001-01-01", "9999-12-31", "2024-02-29", None]))
@settings(max_examples=400, deadline=None)
@example(["vor", "1.500", "Jahrhundert"], "0001-01-01")
def test_any_mix_of_date_words(pieces: list[str], reference: str | None) -> None:
    text = " ".join(pieces)
    found = find_dates(NLP(text), reference)
    assert is_sound(found, text)
    assert found == find_dates(NLP(text), reference)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Am 8. Oktober kam er an.", "XXXX-10-08"),
        ("Im Oktober kam er an.", "XXXX-10"),
        ("Im Sommer kam er an.", "XXXX-SU"),
        ("Er kam gestern an.", "XXXX-XX-XX"),
        ("Am Freitag kam er an.", "XXXX-WXX-5"),
        ("Im vergangenen Jahr kam er an.", "XXXX"),
        ("Er kam um 20 Uhr an.", "T20:00"),
        ("An Heiligabend kam er an.", "XXXX-12-24"),
        ("An Ostern kam er an.", "XXXX-XX-XX"),
    ],
)
def test_unknown_publication_is_never_guessed(text: str, value: str) -> None:
    found = find_dates(NLP(text), None)
    assert [(span.value, span.from_, span.to) for span in found] == [(value, None, None)]


def test_time_of_publication_is_ignored() -> None:
    assert values("Er kam gestern an.", "2024-10-21T06:00:00+02:00") == ["2024-10-20"]


def test_no_iso_reference_counts_as_none() -> None:
    assert values("Er kam gestern an.", "21. Oktober") == ["XXXX-XX-XX"]


def test_weekday_follows_the_tense() -> None:
    assert values("Der Rat tagte am Donnerstag.", "2024-10-21") == ["2024-10-17"]
    assert values("Der Rat wird am Donnerstag tagen.", "2024-10-21") == ["2024-10-24"]


def test_wrong_weekday_does_not_move_the_day() -> None:
    assert values("Am Montag, 18. Oktober, kam er an.", "2024-10-21") == ["2024-10-18"]


def test_weekday_tells_the_year_of_a_far_day() -> None:
    assert values("Am Montag, 1. April, soll gewählt werden.", "2023-10-21") == ["2024-04-01"]


def test_joined_period() -> None:
    text = "Er war von 2009 bis Juni 2011 Minister."
    ends = find_dates(NLP(text), "2024-10-21")
    period = join_periods(ends)
    assert [(text[s.start : s.end], s.value, s.from_, s.to, s.mod) for s in period] == [
        ("2009 bis Juni 2011", "2009/2011-06", "2009-01-01", "2011-06-30", None)
    ]


def test_then_has_the_days_it_points_to() -> None:
    found = find_dates(NLP("Im Mai 2020 brannte es. Damals starben zwei."), "2024-10-21")
    assert [(span.value, span.from_, span.to) for span in found][-1] == ("PAST_REF", "2020-05-01", "2020-05-31")


def test_line_break_inside_a_date() -> None:
    text = "Am Freitag,  dem\n18.\nOktober   2024 kam er an."
    assert values(text, None) == ["2024-10-18"]


def test_paragraph_ends_a_date() -> None:
    assert values("Platz 3.\n\nMai war es noch nicht.", "2024-10-21") == ["2024-05"]


UNITS = ["am 3., ", "vor rund ", "1.1.", "2010 ", "Nacht ", "gestern ", "von 3 bis ", "der ", "10:", "a", ". "]


@pytest.mark.parametrize("unit", UNITS)
def test_long_runs_are_read_to_their_end(unit: str) -> None:
    text = unit * 4000 + "Am 18. Oktober 2024 kam er an."
    found = find_dates(NLP(text), "2024-10-21")
    assert "2024-10-18" in [span.value for span in found]
    assert all(0 <= span.start < span.end <= len(text) for span in found)
