"""Quotation marks of German text: „…“ »…« «…» "…" “…” and, inside them or alone, ‚…‘ ›…‹ '…'.

Marks are paired by kind and by the characters around them; a quotation that runs over a paragraph is followed into the next
paragraph if the next mark there closes it. Source: Deutsche Rechtschreibung, §§ 89 to 95 (marks); Duden, Anführungszeichen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.language.layout import soft_breaks

# Opening mark → marks that can close it, the usual one first.
PAIRS = {
    "„": '“”"‟«',
    "»": "«",
    "«": "»",
    "“": '”“"',
    '"': '"“”',
    "``": "''",
    "‚": "‘’'",
    "›": "‹",
    "‹": "›",
    "'": "'",
}
SINGLE = "‚›‹'"
MARK = re.compile(r"``|''|[„»«“”\"‟‚‘’›‹']|\n")
BEFORE_OPENING = ' \t\n\u00a0([{–—-/„»«“"‚›:'
MAX_PARAGRAPHS = 3  # over which a quotation is followed


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words; ``start``/``end`` with the marks, ``inner_*`` without. ``level`` 0 is the outermost.

    ``closed`` is False where the closing mark is missing: the quotation then ends with its paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    level: int
    closed: bool


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    paragraphs: int = 1


def find_quotations(text: str) -> list[Quotation]:
    """Every quotation of the text by start; nested ones follow the one that contains them.

    >>> [(q.start, q.end, q.level) for q in find_quotations("„Das ist ‚gut‘“, sagte er.")]
    [(0, 15, 0), (9, 14, 1)]
    """
    hard = set(soft_breaks(text))
    stack: list[_Open] = []
    found: list[Quotation] = []
    for match in MARK.finditer(text):
        if match.group() == "\n":
            if match.start() not in hard:
                _end_paragraph(text, match.start(), stack, found)
            continue
        _read_mark(text, match, stack, found)
    _drop(text.rstrip(), len(text.rstrip()), stack, found)
    return sorted(found, key=lambda quotation: (quotation.start, quotation.level))


def _read_mark(text: str, match: re.Match[str], stack: list[_Open], found: list[Quotation]) -> None:
    mark, start, end = match.group(), match.start(), match.end()
    partner = next((i for i in range(len(stack) - 1, -1, -1) if _closes(text, stack[i], mark, start, end)), None)
    if partner is not None:
        _close(text, partner, end, len(mark), stack, found)
    elif mark in PAIRS and _opens(text, mark, start, end) and all(open_.mark != mark for open_ in stack):
        stack.append(_Open(mark, start))


def _closes(text: str, open_: _Open, mark: str, start: int, end: int) -> bool:
    if mark not in PAIRS[open_.mark] or start == open_.start + len(open_.mark):
        return False
    before, after = text[start - 1], text[end : end + 1]
    if mark in "'’‘":
        return not before.isspace() and not after.isalnum()
    if mark == PAIRS[open_.mark][0] and mark != open_.mark and mark != "“":
        return True
    return not (before.isspace() and after.isalnum())


def _opens(text: str, mark: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if not after or (after.isspace() and mark not in "«»"):
        return False
    if mark in "„»``":
        return True
    return not before or before in BEFORE_OPENING


def _close(text: str, partner: int, end: int, length: int, stack: list[_Open], found: list[Quotation]) -> None:
    inner = stack[partner + 1 :]
    del stack[partner + 1 :]
    open_ = stack.pop()
    found.append(Quotation(open_.start, end, open_.start + len(open_.mark), end - length, len(stack), True))
    for level, lost in enumerate(inner, start=len(stack) + 1):
        if lost.mark not in SINGLE:
            found.append(Quotation(lost.start, end - length, lost.start + len(lost.mark), end - length, level, False))


def _end_paragraph(text: str, position: int, stack: list[_Open], found: list[Quotation]) -> None:
    """Keeps the quotations that the next paragraph closes; the others end here."""
    if not stack or text[position + 1 : position + 2].isspace():
        return
    end = stack[-1].start + len(text[stack[-1].start : position].rstrip())
    following = MARK.search(text, position + 1)
    while following and following.group() == "\n":
        following = MARK.search(text, following.end())
    first = stack[0]
    if (
        following
        and first.paragraphs < MAX_PARAGRAPHS
        and first.mark not in SINGLE
        and first.mark != '"'
        and following.group() == PAIRS[first.mark][0]
        and not text[following.start() - 1].isspace()
    ):
        first.paragraphs += 1
        return
    _drop(text, end, stack, found)


def _drop(text: str, end: int, stack: list[_Open], found: list[Quotation]) -> None:
    for level, open_ in enumerate(stack):
        if open_.mark not in SINGLE and end > open_.start + len(open_.mark):
            found.append(Quotation(open_.start, end, open_.start + len(open_.mark), end, level, False))
    stack.clear()
