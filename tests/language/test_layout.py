"""unwrap: same length, soft breaks only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.language.layout import soft_breaks, unwrap

WRAPPED = """\
Stadt baut neue Schule

Die Stadt Musterhausen teilte am Freitag mit, dass am Hauptbahnhof
eine neue Schule entsteht. Der Bau dauert nach Angaben der Stadt
drei Jahre.
"""


def test_a_wrapped_paragraph_is_one_line() -> None:
    lines = unwrap(WRAPPED).split("\n")
    assert lines[0] == "Stadt baut neue Schule"
    assert lines[2].startswith("Die Stadt Musterhausen")
    assert lines[2].endswith("drei Jahre.")


def test_a_heading_above_a_paragraph_stays_a_line() -> None:
    text = "Neue Schule\nDie Stadt Musterhausen teilte am Freitag mit, dass am Hauptbahnhof\neine neue Schule entsteht."
    assert unwrap(text).split("\n")[0] == "Neue Schule"


@pytest.mark.parametrize("item", ["- eine Schule", "• eine Schule", "1) eine Schule", "# Schule"])
def test_list_items_stay_lines(item: str) -> None:
    text = f"Die Stadt plant in den kommenden Jahren an vielen Orten:\n{item}\n{item}"
    assert soft_breaks(text) == []


def test_blanks_and_line_ends_become_plain_ones() -> None:
    assert unwrap("Am\u00a08.\tMai\r\nkam\u202fer.\u2028Ja") == "Am 8. Mai  kam er.\nJa"
    assert unwrap("eins\rZwei") == "eins\nZwei"
    assert unwrap("a\ud800b") == "a\ufffdb"


def test_lower_case_goes_on_also_in_a_short_line() -> None:
    assert unwrap("Die Stadt\nbaut.") == "Die Stadt baut."
    assert unwrap("Die Stadt.\nbaut.") == "Die Stadt.\nbaut."


@given(st.text())
def test_length_never_changes(text: str) -> None:
    assert len(unwrap(text)) == len(text)


@given(st.text(alphabet="aB .\n-", max_size=200))
def test_only_line_breaks_are_joined(text: str) -> None:
    assert unwrap(text).replace("\n", " ") == text.replace("\n", " ")
