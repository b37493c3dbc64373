"""Sentence borders of German news text by rule, set before the parser, which obeys them.

A border is where a full stop, question or exclamation mark (and what closes behind it: quotation mark, bracket, footnote) is
followed by a capital letter, digit or opening mark, and where a line ends that is not merely wrapped. No border: after
abbreviations, ordinals, initials and Roman numbers inside a sentence, before a lower-case word, after a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from spacy.tokens import Doc

from claimcheck.language.layout import LINE_ENDS, soft_breaks
from claimcheck.lexicon import load_lexicon

CLOSERS = "\"'”“«»‘’›‹)\\]"
OPENERS = "\"'„“”«»‚‘›‹(\\["
OPENING_MARKS = OPENERS.replace("\\", "")
PICTURES = "\u2600-\u27bf\ufe0f\u200d\U0001f300-\U0001faff"
STOP = re.compile(
    rf"""
    (?<! [.!?…] ) (?P<stop> [.!?…]++ )
    (?P<close> [{CLOSERS}]*+ (?: \[\d{{1,3}}\] )*+ (?: \s? [{PICTURES}] )*+ )
    (?: (?P<gap> \s++ ) | (?= [{OPENERS}]? [A-ZÄÖÜ] ) )
    """,
    re.VERBOSE,
)
FOLLOWING = re.compile(rf"(?P<dash>[-–—]\s)?(?P<open>[{OPENERS}\s]*)(?P<word>\w+|\S)")
PRECEDING = re.compile(rf"(?P<parts>(?:\b[^\W\d_]{{1,4}}\.\s?){{0,3}})(?P<word>[^\s{OPENERS}]*)$")
WORD_BEFORE = re.compile(r"(?P<word>[^\s]+)\s*$")
NO_BLANK = re.compile(r"[a-zäöüß]{2}$|\d{4}$|[%€]$")
ADDRESS = re.compile(r"www\.|https?:|@|/\S*\.")
ORDINAL = re.compile(r"(?:\d{1,4}\.?[-–/])*\d{1,4}\.")
LONG_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.")
INITIALS = re.compile(r"(?:\w+-)?(?:[A-ZÄÖÜ]\.-?)+|[a-zäöü]\.|(?:Th|Ch|Ph|Chr|Wm|Jos|Joh|Alex|Fr|Wilh|Aug|Ed)\.|[IVXLC]+\.")
LINE_BREAK = re.compile(r"\n\s*")
WINDOW = 60  # characters looked at before a stop


@dataclass(frozen=True)
class Abbreviation:
    """A row of abbreviations.tsv."""

    form: str
    ends: str
    example: str


@dataclass(frozen=True)
class Starter:
    """A row of sentence_starters.tsv."""

    form: str


@dataclass(frozen=True)
class OrdinalContext:
    """A row of ordinal_context.tsv."""

    form: str
    side: str


def sentence_starts(text: str) -> list[int]:
    """Offsets at which a sentence begins, in order, the first at the first character that is no blank.

    >>> sentence_starts("Am 8. Oktober kam Dr. Meyer. Er blieb.")
    [0, 29]
    """
    plain = text.translate(LINE_ENDS)
    found = {match.end() for match in STOP.finditer(plain) if _is_border(plain, match)}
    found.update(_line_starts(plain))
    first = len(plain) - len(plain.lstrip())
    return sorted({start for start in found if first < start < len(plain)} | ({first} if first < len(plain) else set()))


class SentenceMarker:
    """spaCy component: sets ``is_sent_start`` of every token, and splits the full stop off a number that ends a sentence."""

    def __init__(self, max_tokens: int = 200) -> None:
        """``max_tokens``: a sentence with more is cut at its last semicolon, dash, comma or word before the limit."""
        self.max_tokens = max_tokens

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        starts = sentence_starts(doc.text)
        doc = _split_tokens(doc, starts)
        marks = _token_starts(doc, starts)
        _cut_long(doc, marks, self.max_tokens)
        # One call for all tokens: the setter of a single token looks through the whole Doc each time.
        values: Any = np.where(marks, 1, -1).astype("uint64")
        return doc.from_array(["SENT_START"], values)


def _line_starts(text: str) -> Iterator[int]:
    soft = set(soft_breaks(text))
    for match in LINE_BREAK.finditer(text):
        if any(position not in soft for position in _breaks(match)):
            yield match.end()


def _breaks(match: re.Match[str]) -> Iterator[int]:
    return (match.start() + offset for offset, character in enumerate(match.group()) if character == "\n")


def _is_border(text: str, match: re.Match[str]) -> bool:
    following = FOLLOWING.match(text, match.end())
    if following is None or following["word"][0].islower():
        return False
    before = text[max(0, match.start() - WINDOW) : match.start()]
    if before.endswith(("(", "[")) and match["close"][:1] in (")", "]"):
        return False
    if match["gap"] is None and not _lacks_blank(text, match, before):
        return False
    return _ends_sentence(before, match["stop"], following["word"], behind_close=bool(match["close"]))


def _lacks_blank(text: str, match: re.Match[str], before: str) -> bool:
    """Whether "ab.Die" is two sentences and not an address or a file name."""
    run = before.split()[-1] if before.split() else ""
    word = text[match.end() : match.end() + 40].split()[0]
    rest = word.lstrip(OPENERS)
    is_word = rest[1:2].islower() and "." not in rest[:-1].rstrip(".,")
    return bool(NO_BLANK.search(before)) and is_word and not ADDRESS.search(f"{run}.{word}")


def _ends_sentence(before: str, stop: str, word: str, *, behind_close: bool) -> bool:
    """Whether a stop between ``before`` and the capitalized or numeric ``word`` ends the sentence."""
    starter = word in starters()
    if stop not in (".", "!"):
        return starter or stop[0] in "!?" or not before.endswith(" ")
    known = _abbreviation(before + stop)
    if known is not None:
        return known == "maybe" and starter
    if stop == "!" or behind_close:
        return True
    return _number_ends(before, word, starter) if before[-1:].isdigit() else starter or not _is_initial(before)


def _abbreviation(before: str) -> str | None:
    """ "never" or "maybe" where the text ends with a known abbreviation, also one with inner blanks ("z. B.")."""
    match = PRECEDING.search(before)
    if match is None:
        return None
    parts = [part + "." for part in match["parts"].replace(" ", "").split(".") if part]
    forms = ["".join(parts[first:]) + match["word"] for first in range(len(parts) + 1)]
    if not before[: match.start()].strip(OPENING_MARKS + " \n"):
        forms.append(forms[0][:1].lower() + forms[0][1:])  # "Ehem. Minister" at the start
    return next((abbreviations()[form] for form in forms if form in abbreviations()), None)


def _is_initial(before: str) -> bool:
    match = WORD_BEFORE.search(before)
    return match is not None and INITIALS.fullmatch(match["word"].lstrip(OPENING_MARKS) + ".") is not None


def _number_ends(before: str, word: str, starter: bool) -> bool:
    match = WORD_BEFORE.search(before)
    number = (match["word"] if match else before).lstrip(OPENING_MARKS) + "."
    if word[0].isdigit():
        return not (ORDINAL.fullmatch(number) and len(number) <= 3)
    if LONG_DATE.fullmatch(number):
        return starter
    if not ORDINAL.fullmatch(number):
        return True
    return _ordinal_ends(before[: match.start() if match else 0], number, word, starter)


def _ordinal_ends(before: str, number: str, word: str, starter: bool) -> bool:
    previous = WORD_BEFORE.search(before)
    context = ordinal_context()
    if previous is None or not previous["word"][-1].isalnum():
        return starter and previous is not None and len(number) > 3
    if context.get(word.lower()) == "after":
        return False
    if starter or (len(number) == 5 and number[:2] in ("18", "19", "20")):
        return True
    return context.get(previous["word"].lower()) != "before"


def _split_tokens(doc: Doc, starts: list[int]) -> Doc:
    """A Doc in which no token ends with the full stop of a sentence that ends with a number ("2024" "." instead of "2024.")."""
    ends = {token.i for token in doc if len(token) > 1 and token.text[-1] == "." and token.text[-2].isdigit()}
    ends = {index for index in ends if _ends_before(doc, index, starts)}
    if not ends:
        return doc
    words: list[str] = []
    spaces: list[bool] = []
    for token in doc:
        pieces = [token.text[:-1], "."] if token.i in ends else [token.text]
        words += pieces
        spaces += [False] * (len(pieces) - 1) + [bool(token.whitespace_)]
    split = Doc(doc.vocab, words=words, spaces=spaces, user_data=doc.user_data)
    split._context = doc._context
    return split


def _ends_before(doc: Doc, index: int, starts: list[int]) -> bool:
    following = next((token for token in doc[index + 1 : index + 4] if not token.is_space and not token.is_quote), None)
    if following is None or following.is_bracket:
        return True
    end = doc[index].idx + len(doc[index])
    return any(end <= start <= following.idx for start in _between(starts, end, following.idx))


def _between(starts: list[int], low: int, high: int) -> list[int]:
    from bisect import bisect_left, bisect_right

    return starts[bisect_left(starts, low) : bisect_right(starts, high)]


def _token_starts(doc: Doc, starts: list[int]) -> list[bool]:
    marks = [False] * len(doc)
    waiting = 0
    for token in doc:
        while waiting < len(starts) and starts[waiting] < token.idx + len(token) and not token.is_space:
            marks[token.i] = marks[token.i] or starts[waiting] >= token.idx or token.i == 0
            waiting += 1
    marks[0] = True
    return marks


def _cut_long(doc: Doc, marks: list[bool], limit: int) -> None:
    begin = 0
    for index in range(1, len(marks)):
        if marks[index]:
            begin = index
        elif index - begin >= limit:
            begin = _cut_place(doc, begin, index)
            marks[begin] = True


def _cut_place(doc: Doc, begin: int, end: int) -> int:
    """Index of the token that starts the next piece: behind the last mark in the second half, else at the limit."""
    for marks in (";", "–—", ","):
        for index in range(end, begin + (end - begin) // 2, -1):
            if doc[index - 1].text in marks and not doc[index].is_space:
                return index
    return end


@cache
def abbreviations() -> dict[str, str]:
    """How each abbreviation ends a sentence: "never" or "maybe"."""
    rows = load_lexicon(files("claimcheck.language") / "abbreviations.tsv", Abbreviation)
    return {row.form: row.ends for row in rows}


@cache
def starters() -> frozenset[str]:
    """Capitalized words that begin sentences and seldom follow an abbreviation inside one."""
    return frozenset(row.form for row in load_lexicon(files("claimcheck.language") / "sentence_starters.tsv", Starter))


@cache
def ordinal_context() -> dict[str, str]:
    """Lower-case words beside an ordinal number, and their side."""
    rows = load_lexicon(files("claimcheck.language") / "ordinal_context.tsv", OrdinalContext)
    return {row.form: row.side for row in rows}
