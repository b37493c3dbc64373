"""German numerals: words and digits → numbers, and back.

A numeral is what states a number by itself: digits in German, Swiss and English spelling (``11.000``, ``11 000``,
``11'000``, ``3,5``, ``2½``), number words of any size (``zwölftausenddreihundert``, ``anderthalb``), figures with a
power (``3,2 Milliarden``, ``40 Mio.``, ``25k``), dozens and fractions (``eine halbe Million``, ``drei Viertel``). Hedges,
units and vague plurals (``Tausende``) are no numerals.

Source: Duden, Die Grammatik (9th ed. 2016), numerals; DIN 5008 for digit groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files

from claimcheck.lexicon import load_lexicon

Number = int | float

VULGAR = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅛": Fraction(1, 8)}
BLANKS = " \u00a0\u2009\u202f"
DIGITS = rf"""(?:
    \d{{1,3}}(?:\.\d{{3}})++(?!\d)(?:,\d++)?+                # 11.000 · 1.234,56
  | \d{{1,3}}(?:[{BLANKS}'’]\d{{3}})++(?!\d)(?:,\d++)?+       # 11 000 · 11'000
  | \d{{1,3}}(?:,\d{{3}}){{2,}}+(?!\d)(?:\.\d++)?+           # 1,234,567.89
  | \d++(?:[.,]\d++)?+                                      # 3,5 · 3.5 · 1500
)[½⅓⅔¼¾⅛]?+ | [½⅓⅔¼¾⅛]"""


@dataclass(frozen=True, slots=True)
class NumeralRow:
    """A row of numerals.tsv."""

    form: str
    role: str
    value: float
    example: str


@cache
def load_numerals() -> tuple[NumeralRow, ...]:
    """The rows of numerals.tsv."""
    return load_lexicon(files("claimcheck.language") / "numerals.tsv", NumeralRow)


@cache
def _forms(*roles: str) -> dict[str, Fraction]:
    return {row.form: Fraction(row.value) for row in load_numerals() if row.role in roles}


def _alternatives(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


IN_WORD = ("unit", "zero", "teen", "ten", "hundred", "thousand", "and", "mixed", "half", "power")
MORPHEME = rf"""(?:
    (?:{_alternatives(_forms("one", "end"))})(?![^\W\d_])      # eine, zweier: only at the end of a word …
  | eine(?=[mb]ill)                                          # … or in einemillion
  | (?:{_alternatives(_forms(*IN_WORD))})
)"""
WORD = rf"(?:(?!und|halb|einhalb|einviertel|dreiviertel|[mb]ill|trill){MORPHEME}++(?!\w))"
POWER = rf"(?:{_alternatives(_forms('power', 'dozen', 'hundred', 'thousand'))})(?!\w)"
ABBREVIATION = rf"(?:{_alternatives(form for form in _forms('abbreviation') if form != 'k')})(?!\w)"
FRACTION = rf"(?:{_alternatives(_forms('fraction'))})(?!\w)"
HALVE = rf"(?:{_alternatives(_forms('halve'))})(?!\w)"
GAP = rf"[{BLANKS}\n]{{1,3}}+"

AFTER_POWER = "(?:(?<=illion)|(?<=illiarde)|(?<=illionen)|(?<=illiarden))"

NUMERAL = re.compile(
    rf"""(?<![\w.,])(?:
        (?:(?:{DIGITS})(?:k(?!\w))?+ | {WORD})
        (?:{GAP}und{GAP}{WORD}{GAP}{FRACTION})?+              # sechs und zwei Drittel
        (?:{GAP}{FRACTION})?+                               # drei Viertel
        (?:{GAP}{HALVE})?+                                  # eine halbe
        (?:{GAP}(?:{POWER}|{ABBREVIATION}))?+               # Millionen · Mio.
        (?:{AFTER_POWER}{GAP}{WORD}(?:{GAP}{POWER})?+)?+      # zwei Millionen dreihunderttausend
      | {HALVE}{GAP}{POWER}                                 # halbe Million
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""A numeral in words or digits, wherever it stands; what it matches, ``parse_numeral`` reads."""

_WORD = re.compile(MORPHEME, re.VERBOSE | re.IGNORECASE)
_DIGITS = re.compile(rf"(?P<sign>[-−–])?(?P<figure>{DIGITS})(?P<kilo>k)?", re.VERBOSE | re.IGNORECASE)
_GROUPED = re.compile(rf"\d{{1,3}}(?:[.{BLANKS}'’]\d{{3}})+")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?")
_ORDINAL = re.compile(r"(?P<stem>[^\W\d_]+t)(?:e[nrms]?)", re.IGNORECASE)
_LONGEST = 200  # no numeral word is longer; keeps odd texts cheap


def parse_numeral(text: str) -> Number | None:
    """The number that a numeral states, or None where the text is anything else or more than a numeral.

    >>> parse_numeral("zwölftausenddreihundert"), parse_numeral("3,2 Mrd."), parse_numeral("eine halbe Million")
    (12300, 3200000000, 500000)
    """
    value = parse_fraction(text)
    return None if value is None else plain(value)


def parse_fraction(text: str) -> Fraction | None:
    """The same as ``parse_numeral``, exact."""
    if len(text) > _LONGEST or not text.strip():
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
    vulgar = VULGAR.get(text[-1], Fraction(0))
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
        return [digits.group(), *text[digits.end() :].casefold().split()]
    return text.casefold().split()


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
        return _forms("power", "dozen").get(word)
    return _forms("power", "dozen", "abbreviation", "hundred", "thousand").get(word)


def _coefficient(parts: list[str]) -> tuple[Fraction | None, list[str]]:
    """The value of the words before a power, and the words that are left."""
    halves, fractions = _forms("halve"), _forms("fraction")
    if parts[0] in halves:
        return Fraction(1, 2), parts[1:]
    value = _atom(parts[0])
    if value is None:
        return None, parts
    rest = parts[1:]
    if len(rest) >= 3 and rest[0] == "und" and rest[2] in fractions and (count := _atom(rest[1])) is not None:
        return value + count / fractions[rest[2]], rest[3:]
    if rest and rest[0] in fractions:
        return value / fractions[rest[0]], rest[1:]
    if rest and rest[0] in halves:
        return value / 2, rest[1:]
    return value, rest


def _atom(word: str) -> Fraction | None:
    digits = _DIGITS.fullmatch(word)
    return _figure(digits) if digits else _word(word)


@cache
def _values() -> dict[str, tuple[str, Fraction]]:
    return {row.form: (row.role, Fraction(row.value)) for row in load_numerals() if row.role in (*IN_WORD, "one", "end")}


def _word(word: str) -> Fraction | None:
    """The value of one number word, or None."""
    morphemes = _WORD.findall(word)
    if not morphemes or "".join(morphemes) != word or len(word) > _LONGEST:
        return None
    return _above_hundreds([_values()[morpheme] for morpheme in morphemes], 10**21)


Morphemes = list[tuple[str, Fraction]]


def _above_hundreds(morphemes: Morphemes, limit: int) -> Fraction | None:
    """Splits at the highest power word: what stands before it multiplies, what follows is smaller and is added."""
    roles = [role for role, _ in morphemes]
    power = next((i for i, (role, value) in enumerate(morphemes) if role == "power" and value < limit), None)
    at = power if power is not None else next((i for i, role in enumerate(roles) if role == "thousand"), None)
    if at is None:
        return _hundreds(morphemes)
    before = _hundreds(morphemes[:at]) if at else Fraction(1)
    after = _tail(morphemes[at + 1 :], int(morphemes[at][1]))
    return None if before is None or after is None else before * morphemes[at][1] + after


def _tail(morphemes: Morphemes, limit: int) -> Fraction | None:
    if not morphemes:
        return Fraction(0)
    if morphemes[0][0] == "and":
        morphemes = morphemes[1:]
    if not morphemes or any(value >= limit for _, value in morphemes):
        return None
    return _above_hundreds(morphemes, limit) if limit > 1000 else _hundreds(morphemes)


def _hundreds(morphemes: Morphemes) -> Fraction | None:
    roles = [role for role, _ in morphemes]
    if "hundred" not in roles:
        return _below_hundred(morphemes)
    at = roles.index("hundred")
    before = _below_hundred(morphemes[:at]) if at else Fraction(1)
    after = morphemes[at + 1 :]
    if after and after[0][0] == "and":
        after = after[1:] or [("and", Fraction(0))]
    rest = _below_hundred(after) if after else Fraction(0)
    return None if before is None or rest is None or before.denominator != 1 else before * 100 + rest


_SHAPES = {
    ("zero",), ("unit",), ("one",), ("end",), ("teen",), ("ten",), ("mixed",), ("unit", "and", "ten"),
    ("unit", "half"), ("teen", "half"), ("ten", "half"), ("unit", "and", "half"), ("unit", "and", "ten", "half"),
}  # fmt: skip


def _below_hundred(morphemes: Morphemes) -> Fraction | None:
    if tuple(role for role, _ in morphemes) not in _SHAPES:
        return None
    return sum((value for _, value in morphemes), Fraction(0))


def parse_ordinal(text: str) -> int | None:
    """The place that an ordinal names: "dritten", "fünfundzwanzigste", "25." → 25; None for anything else.

    >>> parse_ordinal("dritten"), parse_ordinal("einundzwanzigste"), parse_ordinal("25.")
    (3, 21, 25)
    """
    word = text.strip().casefold()
    if len(word) > _LONGEST:
        return None
    if word.endswith(".") and word[:-1].isascii() and word[:-1].isdigit() and len(word) < 7:
        return int(word[:-1])
    match = _ORDINAL.fullmatch(word)
    return _ordinal_stem(match["stem"]) if match else None


def _ordinal_stem(stem: str) -> int | None:
    for form, value in _forms("ordinal").items():
        before = stem.removesuffix(form)
        if before != stem and (not before or before.endswith(("hundert", "tausend", "und"))):
            prefix = _word(before.removesuffix("und")) if before else Fraction(0)
            return None if prefix is None else int(prefix + value)
    cardinal = stem[:-2] if stem.endswith("st") else stem[:-1]
    value_ = _word(cardinal)
    small = value_ is not None and value_ < 20
    if value_ is None or value_.denominator != 1 or stem.endswith("st") is small or value_ in (1, 3, 7, 8):
        return None
    return int(value_)


_SMALL = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn".split()
_TENS = ["", "zehn", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_POWERS = ((10**12, "Billion"), (10**9, "Milliarde"), (10**6, "Million"))


def format_numeral(n: int) -> str:
    """The number in words, from 0 to below 10^15: "zwei Millionen dreihunderttausendeins".

    >>> format_numeral(2_300_001)
    'zwei Millionen dreihunderttausendeins'
    """
    if not 0 <= n < 10**15:
        raise ValueError(f"no words for {n}: 0 to 10^15 - 1")
    words = []
    for power, name in _POWERS:
        count, n = divmod(n, power)
        if count:
            words.append(f"eine {name}" if count == 1 else f"{_below_million(count)} {name.removesuffix('e')}en")
    if n or not words:
        words.append(_below_million(n))
    return " ".join(words)


def _below_million(n: int) -> str:
    thousands, rest = divmod(n, 1000)
    if not thousands:
        return _below_thousand(rest)
    return _stem(_below_thousand(thousands)) + "tausend" + (_below_thousand(rest) if rest else "")


def _below_thousand(n: int) -> str:
    hundreds, rest = divmod(n, 100)
    if not hundreds:
        return _two_digits(rest)
    return _stem(_SMALL[hundreds]) + "hundert" + (_two_digits(rest) if rest else "")


def _two_digits(n: int) -> str:
    if n < len(_SMALL):
        return _SMALL[n]
    tens, ones = divmod(n, 10)
    if tens == 1:
        return _SMALL[ones] + "zehn"
    return (_stem(_SMALL[ones]) + "und" if ones else "") + _TENS[tens]


def _stem(word: str) -> str:
    """ "eins" is "ein" before a power: hunderteinundzwanzigtausend, einhunderteintausend."""
    return word.removesuffix("s") if word.endswith("eins") else word
