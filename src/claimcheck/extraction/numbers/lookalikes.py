"""What looks like a quantity and is none: dates, clock times, scores, names, versions, addresses.

``masked`` finds them by their form in the text, ``is_name`` and its sisters by the words beside a figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from claimcheck.extraction.numbers.contexts import words
from claimcheck.extraction.numbers.lexing import Lexeme
from claimcheck.extraction.numbers.units import PACKAGE
from claimcheck.lexicon import load_lexicon


@dataclass(frozen=True, slots=True)
class LookalikeRow:
    """A row of lookalikes.tsv."""

    form: str
    role: str
    example: str


@cache
def load_lookalikes() -> tuple[LookalikeRow, ...]:
    """The rows of lookalikes.tsv."""
    return load_lexicon(PACKAGE / "lookalikes.tsv", LookalikeRow)


@cache
def _whole(role: str) -> frozenset[str]:
    return frozenset(row.form for row in load_lookalikes() if row.role == role and row.form[0] != "*")


@cache
def _endings(role: str) -> tuple[str, ...]:
    return tuple(row.form[1:] for row in load_lookalikes() if row.role == role and row.form[0] == "*")


def has_role(key: str, role: str) -> bool:
    """Whether a word in lower case has a role in lookalikes.tsv, itself or by its ending."""
    return key in _whole(role) or key.endswith(_endings(role) or ("\0",))


def _months() -> str:
    return "|".join(sorted(_whole("month"), key=lambda form: (-len(form), form)))


_NO_GROUP = r"(?<![\d.,'’])(?<!\d[\s])"


@cache
def _masks() -> re.Pattern[str]:
    return re.compile(
        rf"""(?=[\d§+]|[^\W\d_]\d|https?:|www\.)(?:
        (?P<address>(?:https?://|www\.)\S++)
      | (?P<time>(?<![\d.,])\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?
            (?=\s?(?:uhr|h\b|mez|mesz|utc|gmt|ortszeit|bis|[-–]|\s[ap]m\b))(?!\d))
      | (?P<hour>(?<![\d.,])\d{{1,2}}\s(?:(?:bis|und|oder|-|–)\s\d{{1,2}}\s)?uhr\b(?:\s\d{{1,2}}(?!\d|\s?[%€]|[.,]\d))?+)
      | (?P<score>(?<![\d.,])\d{{1,3}}(?:\s?:\s?\d{{1,3}})++(?:,\d++)?(?!\d))
      | (?P<day>(?<![\d.,])\d{{1,2}}\.(?:\s?(?:bis|und|oder|auf\ den|zum|/|-|–)(?:\ zum)?\s?\d{{1,2}}\.)?
            \s?(?:{_months()})s?\b\.?(?:\s\d{{4}})?)
      | (?P<date>(?<![\d.,])(?:\d{{1,2}}\.\s?[-–]\s?)?\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?\d{{2,4}})?(?!\d))
      | (?P<iso>(?<!\d)\d{{4}}-\d{{2}}-\d{{2}}(?!\d))
      | (?P<years>(?<![\d.,])(?:1[0-9]|20)\d\d\s?(?:/|-|–|bis)\s?(?:(?:1[0-9]|20)\d\d|\d\d)(?![\d.,]*\d))
      | (?P<decade>(?<!\d)\d{{2,4}}\s?[-–]?er(?:n|jahre[ns]?)?\b)
      | (?P<formation>(?<![\d.,])\d(?:-\d){{2,}}+(?!\d))
      | (?P<version>(?<![\d.,])\d++(?:\.\d++){{2,}}+)
      | (?P<phone>\+\d[\d\s/()-]{{5,20}}\d | {_NO_GROUP}0\d++[\s/-]{{0,3}}\d[\d\s-]{{2,16}}\d | {_NO_GROUP}0\d++(?![,.]?\d))
      | (?P<law>§+\s?\d++\w?\b(?:\s(?:abs|absatz|satz|nr|ziff)\.?\s\d++)*+)
      | (?P<slash>(?<![\d.,])(?!\d/(?:[2-9]|10)(?![\d/]))\d++\s?/\s?\d++(?:\s?/\s?\d++)?(?!\d))
      | (?P<model>(?<!\d)[^\W\d_]\d[\w-]*+ | (?<![\d.,])\d++[x×]\d++)
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_MAIL = re.compile(r"(?<![\w.])[\w.+-]{1,64}+@[\w.-]++")


def masked(text: str) -> list[tuple[int, int]]:
    """The extents that hold no quantity, in order, by their form alone."""
    extents = []
    for match in _masks().finditer(text):
        if match.lastgroup == "version" and _GROUPED.fullmatch(match.group()):
            continue
        extents.append(match.span())
    if "@" in text:
        extents += [match.span() for match in _MAIL.finditer(text)]
    return extents


def is_zero_padded(lexeme: Lexeme) -> bool:
    """ "007", "04": a code, no figure."""
    return len(lexeme.text) > 1 and lexeme.text[0] == "0" and lexeme.text[1].isdigit()


def is_year(lexemes: Sequence[Lexeme], at: int, *, noun_follows: bool) -> bool:
    """Whether a bare figure of four digits is a year: after words of time, or where it counts nothing."""
    lexeme = lexemes[at]
    if len(lexeme.text) != 4 or not lexeme.text.isdigit() or not "1000" <= lexeme.text <= "2150":
        return False
    before = lexemes[at - 1].key if at else ""
    recent = "1900" <= lexeme.text <= "2060"
    hedges = before in HEDGING and (before != "zu" or (at > 1 and lexemes[at - 2].key == "bis"))
    if hedges and (before not in _whole("year") or noun_follows):
        return False
    if before in _whole("year") and (before not in WEAK or not noun_follows or recent):
        return True
    if recent:
        return bool(int(lexeme.text) % 50) or not noun_follows
    return not noun_follows and int(lexeme.text) % 10 != 0


HEDGING = words("hedge word")
WEAK = words("weak year word")


def is_name(lexemes: Sequence[Lexeme], at: int, *, noun_follows: bool) -> bool:
    """Whether a bare figure belongs to the name before it ("Artikel 68", "Boeing 747", "Hannover 96")."""
    if at == 0 or lexemes[at].glued:
        return False
    before = lexemes[at - 1]
    if before.text == ":" and at > 1 and lexemes[at - 2].key in CODES:
        return True
    if before.kind == "mark" and before.text == "." and at > 1:
        before = lexemes[at - 2]
        if before.key not in {"art", "abs", "nr", "no", "kap", "bd", "str", "ziff", "tel"} or not lexemes[at - 1].glued:
            return False
    if before.kind != "word" or before.sentence != lexemes[at].sentence:
        return False
    if not (before.is_capital or before.key in PRODUCTS):
        return False
    quoted = at + 1 < len(lexemes) and lexemes[at + 1].text in CLOSING and lexemes[at + 1].glued
    if before.text.isupper() and len(before.text) > 1 and lexemes[at].is_digits and "," in lexemes[at].text and not noun_follows:
        return not _goes_on(lexemes, at)  # "NDR 90,3"
    if not lexemes[at].is_digits:
        return has_role(before.key, "name") and not noun_follows
    capital = at + 1 < len(lexemes) and lexemes[at + 1].is_capital
    if (
        len(before.text) == 1
        or quoted
        or (has_role(before.key, "name") and (capital or not noun_follows or before.key not in BEARERS))
    ):
        return True
    if noun_follows or _divides(lexemes, at) or _is_reported(lexemes, at):
        return False
    starts = at < 2 or lexemes[at - 2].sentence != before.sentence or lexemes[at - 2].text in '„"»(:'
    return not starts and lexemes[at].text.isdigit() and len(lexemes[at].text) < 5


def _goes_on(lexemes: Sequence[Lexeme], at: int) -> bool:
    """ "die CDU 32,5 Prozent, die SPD 24,1": a list of percentages."""
    before = lexemes[max(at - 10, 0) : at]
    return any(lexeme.key in ("prozent", "%") and lexeme.sentence == lexemes[at].sentence for lexeme in before)


def _is_reported(lexemes: Sequence[Lexeme], at: int) -> bool:
    """ "nach Zählung der Polizei 900", "laut Stadt 400", "im Vorjahr 25": before the figure stands who counted, or when."""
    keys = [lexeme.key for lexeme in lexemes[max(at - 6, 0) : at] if lexeme.sentence == lexemes[at].sentence]
    if keys and keys[-1] in PERIODS:
        return True
    return "laut" in keys or "zufolge" in keys or any(first == "nach" and second in SAYINGS for first, second in pairwise(keys))


PERIODS = words("period before a figure")
SAYINGS = words("noun of saying")
CODES = frozenset({"wkn", "isin", "fn", "hrb", "tel", "telefon", "fax", "blz", "iban", "plz", "az", "nr"})
PRODUCTS = frozenset({"iphone", "ipad", "ios", "macos"})
BEARERS = words("bearer of a name")
REACH = 16
CLOSING = frozenset('“”"«»‘’')


def continues_names(lexemes: Sequence[Lexeme], at: int) -> bool:
    """ "Linien 5, 10 und 18", "Reaktoren 5 und 6": the figure goes on a list of names."""
    index = at
    while (
        index >= 2
        and index > at - REACH
        and lexemes[index - 1].key in (",", "und", "oder", "bis", "sowie")
        and lexemes[index - 2].kind == "figure"
    ):
        index -= 2
    return index < at and is_name(lexemes, index, noun_follows=False) and has_role(lexemes[index - 1].key, "name")


def _divides(lexemes: Sequence[Lexeme], at: int) -> bool:
    """ "Stimmen 44 der 101 Sitze": the figure goes together with the next one."""
    keys = [lexeme.key for lexeme in lexemes[at + 1 : at + 3]]
    return len(keys) == 2 and keys[0] in ("der", "von", "aus", "bis", "-", "–") and lexemes[at + 2].kind == "figure"
