"""Properties of the whole pipeline over generated text; those of one phenomenon lie beside it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimcheck

PIECES = (
    "Die Polizei",
    "sagte",
    "am Montag",
    "mehr als 1.500",
    "Soldaten",
    "nach Angaben",
    "des Ministeriums",
    "drei",
    "Tote",
    "seien",
    "verletzt worden",
    "„",
    "“",
    "»",
    "«",
    "(",
    ")",
    "–",
    ",",
    ".",
    ":",
    "?",
    "\n",
    "\n\n",
    "  ",
    "dass",
    "laut",
    "zufolge",
    "soll",
    "werde",
    "Nordkorea",
    "er",
    "habe",
    "nicht",
    "bestritt",
    "5 Prozent",
    "zwischen",
    "und",
    "bis",
    "2024",
    "8. Oktober",
    "z. B.",
    "\t",
    "\u00a0",
    "\x1b[31m",
    "\u202e",
    "😀",
    "<b>",
    "---",
    "# ",
    "*",
    "1.1.1.1",
    "Euro",
    "Millionen",
    "wenn",
    "zu",
    "kommen",
)
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join), st.text(min_size=1, max_size=200))
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@pytest.mark.model
@QUICK
@given(TEXTS)
def test_any_text_gives_spans_within_it(text: str) -> None:
    try:
        annotation = claimcheck.annotate(text, published="2024-10-21")
    except claimcheck.UnreadableInput:
        assert not text.strip() or any("\ud800" <= char <= "\udfff" for char in text)
        return
    spans = [*annotation.numbers, *annotation.dates, *annotation.entities, *annotation.attributions, *annotation.sentences]
    for span in [*spans, *annotation.claims]:
        assert span.start is not None
        assert span.end is not None
        assert 0 <= span.start < span.end <= len(text)
    for part in (*annotation.numbers, *annotation.dates, *annotation.claims):
        assert text[part.start : part.end] == part.text


@pytest.mark.model
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Die Feuerwehr rettete am Montag drei Menschen.", "Die Feuerwehr rettete\nam Montag drei\nMenschen."),
        (
            "Am Ort starben 1.500 Menschen.\n\nDas sagte die Polizei.",
            "Am Ort starben 1.500 Menschen.\r\n\r\nDas sagte die Polizei.",
        ),
        ("Es starben 11 000 Menschen.", "Es starben 11\u00a0000 Menschen."),
    ],
)
def test_line_wrapping_changes_no_claim(first: str, second: str) -> None:
    def facts(text: str) -> list[tuple[object, ...]]:
        claims = claimcheck.extract(text, published="2024-10-21").claims
        return [
            (c.predicate.lemma, c.number and c.number.value, c.date and c.date.value, c.actor and c.actor.name) for c in claims
        ]

    assert facts(first) == facts(second) != []


@pytest.mark.model
def test_publication_date_alone_moves_relative_dates() -> None:
    def dates(published: str | None) -> list[str]:
        return [date.value for date in claimcheck.annotate("Am Freitag starben drei Menschen.", published=published).dates]

    assert dates("2024-10-21") == ["2024-10-18"]
    assert dates("2024-10-28") == ["2024-10-25"]
    assert "2024" not in "".join(dates(None))


@pytest.mark.model
def test_order_of_articles_changes_no_finding() -> None:
    texts = [
        "Bei dem Zugunglück in Talbrück sind am Mittwoch nach Angaben der Polizei sechs Menschen ums Leben gekommen.",
        "Bei dem Zugunglück in Talbrück starben am Mittwoch laut Feuerwehr acht Menschen.",
        "Das Zugunglück in Talbrück forderte am Mittwoch nach Angaben der Bahn sechs Todesopfer.",
    ]
    articles = [claimcheck.read(text, published="2025-03-13", outlet=f"Bote {number}") for number, text in enumerate(texts)]
    forward = claimcheck.check(articles).findings
    backward = claimcheck.check(articles[::-1]).findings
    assert forward == backward
