from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.presentation.terminal import clean, marked


@pytest.mark.parametrize(
    "text", ["\x1b]52;c;ZXZpbA==\x07", "\x1b[31mrot", "\u202egnuf", "a\x00b", "c\x9bd", "zwei\r\nZeilen", "\ufeffBOM", "x\u200by"]
)
def test_no_control_reaches_a_terminal(text: str) -> None:
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 or char in "\u202e\ufeff\u200b" for char in clean(text))


@given(st.text())
def test_length_is_kept(text: str) -> None:
    assert len(clean(text)) == len(text)


def test_markup_of_the_text_is_not_read() -> None:
    assert marked("[red]drei[/red]", 0, [(5, 9, "bold")]).plain == "[red]drei[/red]"
