"""Text of articles made safe for a terminal: no escape codes, no controls, no bidirectional tricks, never markup."""

from __future__ import annotations

import re

from rich.text import Text

# C0 and C1 controls, DEL, bidirectional controls, zero-width characters that hide text, lone surrogates.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
BLANKS = re.compile(r"\s")


def clean(text: str) -> str:
    """The text with a blank for each white-space character and U+FFFD for each other character that is unsafe.

    Length is kept, so offsets into the text stay right.
    """
    return UNSAFE.sub("\ufffd", BLANKS.sub(" ", text))


def plain(text: str | None, style: str = "") -> Text:
    """Cleaned text as rich ``Text``, which is never read as markup; empty for None."""
    return Text(clean(text or ""), style=style)


def marked(text: str, start: int, spans: list[tuple[int, int, str]]) -> Text:
    """The text of a claim with the given extents (offsets of the article, ``start`` is that of the text) in their styles."""
    result = plain(text)
    for begin, end, style in spans:
        if start <= begin < end <= start + len(text):
            result.stylize(style, begin - start, end - start)
    return result
