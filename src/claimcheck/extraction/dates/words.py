"""Text → the words of the date grammar: extents with a kind each, in one pass.

The kinds of all words, one character each, form a second string; the rules of ``grammar.py`` are regular expressions over
that string. So the cost of a text is linear in its length, whatever stands in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.extraction.dates.vocabulary import Entry, look_up, phrases

TOKEN = re.compile(
    r"""
  [ ]{0,2}+ (?:                                                               # blanks are passed here: it saves a third
    (?P<word>     [^\W\d_]++ (?!\w) )
  | (?P<iso>      (?<!\d)[12][0-9]{3}-[01][0-9]-[0-3][0-9] (?:T[0-2][0-9]:[0-5][0-9])? (?![\d-]) )
  | (?P<dmy>      [0-3]?[0-9]\.[ ]?[01]?[0-9]\.[ ]?[12][0-9]{3} (?!\d)      # 18.10.2024, 18. 10. 2024
                | [0-3]?[0-9]\.[01]?[0-9]\.[0-9]{2} (?![\d.]) )             # 18.10.24
  | (?P<slashed>  [0-3]?[0-9]/[01]?[0-9]/[12][0-9]{3} (?!\d) )
  | (?P<dm>       [0-3]?[0-9]\.[ ]?[01]?[0-9]\. (?![\d]) )                  # 18.10.
  | (?P<clock>    [0-2]?[0-9]:[0-5][0-9] (?::[0-5][0-9])? (?![\d:]) )
  | (?P<point>    [0-2]?[0-9]\.[0-5][0-9] (?![\d.]|,\d) )                   # 20.30: a clock time only beside other words
  | (?P<number>   [0-9]+(?:[.,][0-9]+)+ | [0-9]{1,3}(?:[ \u00a0\u202f'’][0-9]{3})+(?!\d) )
  | (?P<tens>     (?:[12][0-9])?[0-9]0-?er[n]? (?!\w) )                        # 60er, 1990er
  | (?P<mixed>    [0-9]+[^\W\d]\w* | [^\W\d]+[0-9]\w* )
  | (?P<four>     [12][0-9]{3} (?!\d) )
  | (?P<three>    [0-9]{3} (?!\d) )
  | (?P<digits>   [0-9]{1,2} (?!\d) )
  | (?P<many>     [0-9]+ )
  | (?P<rest>     [^\W\d_]+ )                                               # before an underscore or a foreign digit
  | (?P<break>    \n[ \t\r]*\n\s* )
  | (?P<sign>     [^\w\s] | _ | \d )
  )
    """,
    re.VERBOSE,
)

SIGNS = {".": "dot", ",": "comma", "-": "dash", "–": "dash", "—": "dash", "/": "slash", ":": "colon", "'": "apostrophe",
         "’": "apostrophe", "(": "open", ")": "close", "!": "stop", "?": "stop"}  # fmt: skip


@dataclass(slots=True)
class Word:
    """A word, number or sign: half-open extent, its text and what it is to the grammar."""

    start: int
    end: int
    text: str
    kind: str
    value: str = ""
    plural: bool = False


def split_words(text: str) -> list[Word]:
    """All words of the text in order; phrases of the lexicons are one word."""
    found: list[Word] = []
    openers: list[int] = []
    for match in TOKEN.finditer(text):
        shape = match.lastgroup or ""
        start, end = match.span(shape)
        piece = text[start:end]
        if shape == "word" or shape == "rest":
            entry = look_up(piece)
            if entry.opens:
                openers.append(len(found))
            found.append(Word(start, end, piece, entry.kind, entry.value, entry.plural))
        else:
            found.append(Word(start, end, piece, SIGNS.get(piece, "sign") if shape == "sign" else shape))
    return _join_phrases(text, found, openers)


def _join_phrases(text: str, words: list[Word], openers: list[int]) -> list[Word]:
    joined: list[Word] = []
    done = 0
    for index in openers:
        if index < done:
            continue
        length, entry = _phrase_at(words, index, phrases()[words[index].text.lower()])
        if entry is not None:
            start, end = words[index].start, words[index + length - 1].end
            joined += words[done:index]
            joined.append(Word(start, end, text[start:end], entry.kind, entry.value))
            done = index + length
    return joined + words[done:]


def _phrase_at(
    words: list[Word], index: int, options: tuple[tuple[tuple[str, ...], Entry], ...]
) -> tuple[int, Entry | None]:
    for parts, entry in options:
        here = words[index : index + len(parts)]
        if len(here) == len(parts) and all(_same(w.text, part, i) for i, (w, part) in enumerate(zip(here, parts, strict=True))):
            return len(parts), entry
    return 1, None


def _same(word: str, part: str, position: int) -> bool:
    if word == part or (word.upper() == word and word == part.upper()):
        return True
    return position == 0 and part[0].islower() and word == part.capitalize()
