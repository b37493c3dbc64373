from __future__ import annotations

import pytest

from claimcheck.reading.files import read_text
from claimcheck.reading.markdown import mask_markdown
from claimcheck.settings import Settings


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("# Titel\n\nText", "  Titel\n\nText"),
        ("Das ist **wichtig** und _neu_.", "Das ist   wichtig   und  neu ."),
        ("- erstens\n- zweitens", "  erstens\n  zweitens"),
        ("Mehr [hier](https://example.org/a).", "Mehr  hier                        ."),
        ("Kund*innen und 3 * 4 und snake_case", "Kund*innen und 3 * 4 und snake_case"),
        ("> Zitat", "  Zitat"),
        ("---\ntags: [a, *b*]\n---\n*c*", "---\ntags: [a, *b*]\n---\n c "),
    ],
)
def test_marks_become_blanks(text: str, masked: str) -> None:
    assert mask_markdown(text) == masked
    assert len(mask_markdown(text)) == len(text)


def test_bold_dateline_is_furniture() -> None:
    text = "# Brand in Kassel\n\n**Kassel, 15. Juli 2025** – Drei Menschen sind bei einem Brand gestorben.\n\nMehr nicht.\n"
    read = read_text(text, Settings(), path="a.md")
    assert read.article.title == "Brand in Kassel"
    assert read.article.published == "2025-07-15"
    assert [text[start:end].strip() for start, end in read.furniture] == ["Kassel, 15. Juli 2025** –"]
