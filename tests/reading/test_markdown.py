from __future__ import annotations

import pytest

from claimcheck.reading.markdown import mask_markdown


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("# Titel\n\nText", "  Titel\n\nText"),
        ("Das ist **wichtig** und _neu_.", "Das ist   wichtig   und  neu ."),
        ("- erstens\n- zweitens", "  erstens\n  zweitens"),
        ("Mehr [hier](https://example.org/a).", "Mehr  hier                        ."),
        ("Kund*innen und 3 * 4 und snake_case", "Kund*innen und 3 * 4 und snake_case"),
        ("> Zitat", "  Zitat"),
    ],
)
def test_marks_become_blanks(text: str, masked: str) -> None:
    assert mask_markdown(text) == masked
    assert len(mask_markdown(text)) == len(text)
