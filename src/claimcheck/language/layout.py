"""Line breaks of plain text: which ones only wrap a line, and which ones end something.

Source: convention of hard-wrapped text (mail, wire copy, Markdown): a writer breaks where the next word would not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

WRAP_LIMIT = 130  # a longer line was not wrapped by hand
SHORTEST_WRAP = 40  # narrower columns are tables, verses, lists
ITEM = re.compile(r"\s*(?: [-–—•·*‣▪●○■►] | \#{1,6} | > | \d{1,2}\) | [a-z]\) )(?=\s)", re.VERBOSE)
STOP = re.compile(r"[.!?…:][\"'“”«»‘’)\]]*$")
SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # halves of characters, which no encoder takes
LINE_ENDS = dict.fromkeys(map(ord, "\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")
BLANKS = dict.fromkeys(
    [*range(0x09), 0x09, *range(0x0E, 0x1C), 0x1F, 0x7F, 0xA0, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF],
    " ",
)


class Line(NamedTuple):
    """One line without its break: half-open offsets and the words."""

    start: int
    end: int
    text: str


def unwrap(text: str) -> str:
    """The text with the same length, in which a line break inside a wrapped paragraph is a blank.

    Carriage return, tab, control characters, no-break, narrow and zero-width blanks become blanks, a vertical tab, form feed
    and Unicode line or paragraph separator become line breaks. Offsets stay valid.

    >>> unwrap("Die Regierung teilte am Freitag in Berlin mit, dass\\ndie Steuer sinke.")
    'Die Regierung teilte am Freitag in Berlin mit, dass die Steuer sinke.'
    """
    plain = _plain_blanks(text)
    characters = list(plain)
    for position in soft_breaks(plain):
        characters[position] = " "
    return "".join(characters)


def soft_breaks(text: str) -> list[int]:
    """Offsets of the line breaks that only wrap a line, in order; every other line break ends a sentence or heading."""
    lines = list(_lines(text))
    width = _wrap_width(lines)
    return [first.end for first, second in _neighbours(lines) if _is_soft(first, second, width)]


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for line in text.split("\n"):
        yield Line(start, start + len(line), line)
        start += len(line) + 1


def _plain_blanks(text: str) -> str:
    plain = text.replace("\r\n", " \n").replace("\r", "\n")
    return plain.translate(LINE_ENDS).translate(BLANKS).translate(SURROGATES)


def _neighbours(lines: list[Line]) -> Iterator[tuple[Line, Line]]:
    return ((first, second) for first, second in pairwise(lines) if first.text.strip() and second.text.strip())


def _wrap_width(lines: list[Line]) -> int | None:
    """The width at which the text was wrapped by hand, or None if it was not."""
    lengths = [len(line.text.rstrip()) for line in lines if " " in line.text.strip()]
    short = [length for length in lengths if length <= WRAP_LIMIT]
    if not short or len(lengths) - len(short) > len(lengths) / 10 or max(short) < SHORTEST_WRAP:
        return None
    return max(short)


def _is_soft(first: Line, second: Line, width: int | None) -> bool:
    if ITEM.match(second.text):
        return False
    start = second.text.lstrip()
    if start[0].islower() and not STOP.search(first.text.rstrip()):
        return True
    word = start.split(maxsplit=1)[0]
    return width is not None and len(first.text.rstrip()) + 1 + len(word) > width
