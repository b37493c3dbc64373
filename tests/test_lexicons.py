"""Every TSV file of the package: readable, canonical, without doubles, and told what it is.

Whether each ``example`` parses to its own row is checked beside the phenomenon (``tests/extraction/*/test_lexicons.py``).
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "src" / "claimcheck"
LEXICONS = sorted(ROOT.rglob("*.tsv"))


def rows_of(path: Path) -> tuple[list[str], list[str], list[list[str]]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    comments = [line for line in lines if line.startswith("#")]
    cells = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return comments, cells[0], cells[1:]


@pytest.fixture(params=LEXICONS, ids=lambda path: str(path.relative_to(ROOT)))
def lexicon(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_header_tells_what_it_is(lexicon: Path) -> None:
    text = lexicon.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert "\r" not in text


def test_every_row_has_every_column(lexicon: Path) -> None:
    _, columns, rows = rows_of(lexicon)
    assert rows
    assert {len(row) for row in rows} == {len(columns)}


def test_no_row_stands_twice(lexicon: Path) -> None:
    _, _, rows = rows_of(lexicon)
    doubles = sorted({tuple(row) for row in rows if rows.count(row) > 1}) if len(rows) < 3000 else []
    assert doubles == []


def test_text_is_canonical(lexicon: Path) -> None:
    text = lexicon.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    _, _, rows = rows_of(lexicon)
    assert all(cell == cell.strip() for row in rows for cell in row)


def test_rows_are_sorted_by_the_first_column(lexicon: Path) -> None:
    comments, _, rows = rows_of(lexicon)
    if any("order of rows matters" in comment for comment in comments):
        return
    first = [row[0] for row in rows]
    assert first == sorted(first)


def test_every_example_is_there(lexicon: Path) -> None:
    _, columns, rows = rows_of(lexicon)
    if "example" in columns:
        at = columns.index("example")
        assert [row[0] for row in rows if not row[at]] == []
