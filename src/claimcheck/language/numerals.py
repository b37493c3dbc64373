"""German numerals: words and digits → numbers, and back.

A numeral is what states a number by itself: digits in German, Swiss and English spelling (``11.000``, ``11 000``,
``11'000``, ``3,5``, ``2½``), number words of any size (``zwölftausenddreihundert``, ``anderthalb``), figures with a
power (``3,2 Milliarden``, ``40 Mio.``, ``25k``), dozens and fractions (``eine halbe Million``, ``drei Viertel``).
Hedges, units and vague plurals (``Tausende``) are no numerals.

Source: Duden, Die Grammatik (9th ed. 2016), numerals; DIN 5008 for digit groups.
"""

from __future__ import annotations

import re
from fractions import Fraction

from claimcheck.language.number_words import (
    LONGEST,
    WORD,
    alternatives,
    format_numeral,
    forms_of,
    load_numerals,
    parse_number_word,
)

__all__ = ["NUMERAL", "format_numeral", "load_numerals", "parse_fraction", "parse_numeral", "parse_ordinal", "plain"]

Number = int | float

VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅛": (1, 8)}
BLANKS = " \u00a0\u2009\u202f"
DIGITS = rf"""(?:
    \d{{1,3}}(?:\.\d{{3}})++(?!\d)(?:,\d++)?+                # 11.000 · 1.234,56
  | \d{{1,3}}(?:[{BLANKS}'’]\d{{3}})++(?!\d)(?:,\d++)?+       # 11 000 · 11'000
  | \d{{1,3}}(?:,\d{{3}}){{2,}}+(?!\d)(?:\.\d++)?+           # 1,234,567.89
  | \d++(?:[.,]\d++)?+                                      # 3,5 · 3.5 · 1500
)[½⅓⅔¼¾⅛]?+ | [½⅓⅔¼¾⅛]"""


POWER = rf"(?:{alternatives(forms_of('power', 'dozen', 'hundred', 'thousand'))})(?!\w)"
ABBREVIATION = rf"(?:{alternatives(form for form in forms_of('abbreviation') if form != 'k')})(?!\w)"
FRACTION = rf"(?:{alternatives(forms_of('fraction'))})(?!\w)"
HALVE = rf"(?:{alternatives(forms_of('halve'))})(?!\w)"
GAP = rf"[{BLANKS}\n]{{1,3}}+"

AFTER_POWER = "(?:(?<=illion)|(?<=illiarde)|(?<=illionen)|(?<=illiarden))"

NUMERAL = re.compile(
    rf"""(?<![\w.,])(?:
        (?:(?:{DIGITS})(?:k(?!\w))?+ | {WORD})
        (?:{GAP}komma(?:{GAP}{WORD})++)?+                     # drei Komma eins vier
        (?:(?<=hundert|tausend){GAP}und{GAP}(?!\w*(?:hundert|tausend)){WORD}(?!{GAP}{FRACTION}))?+   # hundert und fünf
        (?:{GAP}und{GAP}eine?{GAP}halb(?:e[nmrs]?)?(?!\w))?+  # zwei und ein halb
        (?:{GAP}und{GAP}{WORD}{GAP}{FRACTION})?+              # sechs und zwei Drittel
        (?:{GAP}{FRACTION})?+                               # drei Viertel
        (?:{GAP}{HALVE})?+                                  # eine halbe
        (?:{GAP}(?:{POWER}|{ABBREVIATION}))?+               # Millionen · Mio.
        (?:{AFTER_POWER}{GAP}{WORD}(?:{GAP}{POWER})?+)*+      # zwei Millionen dreihunderttausend
      | {HALVE}{GAP}{POWER}                                 # halbe Million
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""A numeral in words or digits, wherever it stands; what it matches, ``parse_numeral`` reads."""

_DIGITS = re.compile(rf"(?P<sign>[-−–])?(?P<figure>{DIGITS})(?P<kilo>k)?", re.VERBOSE | re.IGNORECASE)
_GROUPED = re.compile(rf"\d{{1,3}}(?:[.{BLANKS}'’]\d{{3}})+")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?")
_ORDINAL = re.compile(r"(?P<stem>[^\W\d_]+t)(?:e[nrms]?)", re.IGNORECASE)


def parse_numeral(text: str) -> Number | None:
    """The number that a numeral states, or None where the text is anything else or more than a numeral.

    >>> parse_numeral("zwölftausenddreihundert"), parse_numeral("3,2 Mrd."), parse_numeral("eine halbe Million")
    (12300, 3200000000, 500000)
    """
    value = parse_fraction(text)
    return None if value is None else plain(value)


def parse_fraction(text: str) -> Fraction | None:
    """The same as ``parse_numeral``, exact."""
    if len(text) > LONGEST or not text.strip():
        return None
    digits = _DIGITS.match(text.strip())
    if digits and digits.end() == len(text.strip()):
        return _figure(digits)
    return _sum(_parts(text.strip()))


def plain(value: Fraction) -> Number:
    """An int where the value is whole, else the nearest float."""
    return int(value) if value.denominator == 1 else float(value)


def _figure(match: re.Match[str]) -> Fraction:
    text = match["figure"]
    vulgar = Fraction(*VULGAR.get(text[-1], (0, 1)))
    text = text[:-1] if vulgar else text
    whole = Fraction(_decimal(text)) if text else Fraction(0)
    value = (whole + vulgar) * (1000 if match["kilo"] else 1)
    return -value if match["sign"] else value


def _decimal(text: str) -> str:
    if _ENGLISH.fullmatch(text):
        return text.replace(",", "")
    grouped = _GROUPED.match(text)
    if grouped is None:
        return text.replace(",", ".")
    return re.sub(r"\D", "", grouped.group()) + text[grouped.end() :].replace(",", ".")


def _parts(text: str) -> list[str]:
    """The words of a numeral; a figure with blanks in it is one part."""
    digits = _DIGITS.match(text)
    if digits:
        return [digits.group(), *text[digits.end() :].lower().split()]
    return text.lower().split()


def _sum(parts: list[str]) -> Fraction | None:
    """Adds up coefficients and powers: "zwei Millionen dreihunderttausend", "sechs und zwei Drittel Millionen"."""
    total, last = Fraction(0), None
    coefficient: Fraction | None = None
    rest = list(parts)
    while rest:
        power = _power(rest[0], coefficient)
        if power is None:
            if coefficient is not None:
                return None
            coefficient, rest = _coefficient(rest)
            if coefficient is None:
                return None
            continue
        if last is not None and power >= last:
            return None
        total, last, coefficient = total + (coefficient or 1) * power, power, None
        rest = rest[1:]
    return total + (coefficient or 0)


def _power(word: str, coefficient: Fraction | None) -> Fraction | None:
    if coefficient is None:
        return forms_of("power", "dozen").get(word)
    return forms_of("power", "dozen", "abbreviation", "hundred", "thousand").get(word)


def _coefficient(parts: list[str]) -> tuple[Fraction | None, list[str]]:
    """The value of the words before a power, and the words that are left."""
    halves, fractions = forms_of("halve"), forms_of("fraction")
    if parts[0] in halves:
        return Fraction(1, 2), parts[1:]
    value = _atom(parts[0])
    if value is None:
        return None, parts
    value, rest = _decimals(value, parts[1:])
    if len(rest) >= 3 and rest[0] == "und" and rest[2].startswith("halb") and rest[1] in ("ein", "eine"):
        return value + Fraction(1, 2), rest[3:]
    if len(rest) >= 3 and rest[0] == "und" and rest[2] in fractions and (count := _atom(rest[1])) is not None:
        return value + count / fractions[rest[2]], rest[3:]
    if len(rest) >= 2 and rest[0] == "und" and (more := _atom(rest[1])) is not None and value % 100 == 0 and more < 100:
        return value + more, rest[2:]
    if rest and rest[0] in fractions:
        return value / fractions[rest[0]], rest[1:]
    if rest and rest[0] in halves:
        return value / 2, rest[1:]
    return value, rest


def _decimals(value: Fraction, parts: list[str]) -> tuple[Fraction, list[str]]:
    """Reads "Komma eins vier" after a whole number: 14/100."""
    if parts[:1] != ["komma"]:
        return value, parts
    digits, rest = "", parts[1:]
    while rest and (digit := _atom(rest[0])) is not None and digit.denominator == 1 and digit < 100:
        digits, rest = digits + str(digit), rest[1:]
    return (value + Fraction(int(digits), 10 ** len(digits)), rest) if digits else (value, parts)


def _atom(word: str) -> Fraction | None:
    digits = _DIGITS.fullmatch(word)
    return _figure(digits) if digits else parse_number_word(word)


def parse_ordinal(text: str) -> int | None:
    """The place that an ordinal names: "dritten", "fünfundzwanzigste", "25." → 25; None for anything else.

    >>> parse_ordinal("dritten"), parse_ordinal("einundzwanzigste"), parse_ordinal("25.")
    (3, 21, 25)
    """
    word = text.strip().lower()
    if len(word) > LONGEST:
        return None
    if word.endswith(".") and word[:-1].isascii() and word[:-1].isdigit() and len(word) < 7:
        return int(word[:-1])
    match = _ORDINAL.fullmatch(word)
    return _ordinal_stem(match["stem"]) if match else None


def _ordinal_stem(stem: str) -> int | None:
    for form, value in forms_of("ordinal").items():
        before = stem.removesuffix(form)
        if before != stem and (not before or before.endswith(("hundert", "tausend", "und"))):
            prefix = parse_number_word(before.removesuffix("und")) if before else Fraction(0)
            return None if prefix is None else int(prefix + value)
    small, large = parse_number_word(stem[:-1]), parse_number_word(stem[:-2]) if stem.endswith("st") else None
    if small is not None and 0 < small % 100 < 20 and small % 100 not in (1, 3, 7, 8):
        return int(small)
    return int(large) if large is not None and (large % 100 >= 20 or (large % 100 == 0 and large > 0)) else None
