"""The one reader of lexicon files: TSV with a header of ``#`` lines, then column names, then one row per form.

No quoting; UTF-8 in NFC; empty cell = "". Every row is turned into a frozen dataclass whose field names are the columns;
field types may be ``str``, ``int``, ``float``, ``bool`` (x or empty) or one of these ``| None`` (empty cell).
"""

from __future__ import annotations

import dataclasses
import types
import typing
import unicodedata
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from claimcheck.errors import LexiconError

Row = TypeVar("Row")


def load_lexicon(file: Path | Traversable, row_type: type[Row]) -> tuple[Row, ...]:
    """The rows of a TSV file in their order, as objects of ``row_type`` (a dataclass).

    Raises LexiconError, which names file and line, for a missing or unknown column, a wrong number of cells, a value of
    the wrong type, or text that is not NFC.
    """
    lines = file.read_text(encoding="utf-8").split("\n")
    fields = _converters(row_type)
    rows = _rows(lines, file.name)
    _, header = next(rows, (len(lines), []))
    if set(header) != set(fields):
        raise LexiconError(file.name, 1, f"columns are {header}, expected {list(fields)}")
    return tuple(row_type(**_row(cells, header, fields, file.name, line)) for line, cells in rows)


def _rows(lines: list[str], name: str) -> Iterator[tuple[int, list[str]]]:
    for line, text in enumerate(lines, start=1):
        if not text.strip() or text.startswith("#"):
            continue
        if text != unicodedata.normalize("NFC", text):
            raise LexiconError(name, line, "text is not in Unicode normal form C")
        yield line, text.rstrip("\r").split("\t")


def _row(cells: list[str], header: list[str], fields: dict[str, Any], name: str, line: int) -> dict[str, Any]:
    if len(cells) != len(header):
        raise LexiconError(name, line, f"{len(cells)} cells, expected {len(header)}")
    row = {}
    for column, cell in zip(header, cells, strict=True):
        try:
            row[column] = fields[column](cell)
        except ValueError as problem:
            raise LexiconError(name, line, f"column {column}: {problem}") from problem
    return row


def _converters(row_type: type) -> dict[str, Any]:
    hints = typing.get_type_hints(row_type)
    return {field.name: _converter(hints[field.name]) for field in dataclasses.fields(row_type)}


def _converter(hint: Any) -> Any:
    options = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    plain = next(option for option in options if option is not type(None))
    convert = _flag if plain is bool else plain
    if type(None) in options:
        return lambda cell: convert(cell) if cell else None
    return convert


def _flag(cell: str) -> bool:
    if cell not in ("", "x"):
        raise ValueError(f"'{cell}' is neither x nor empty")
    return cell == "x"
