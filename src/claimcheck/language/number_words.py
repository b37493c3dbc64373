"""German number words: one word ↔ one number ("zwölftausenddreihundert" ↔ 12300).

A word is split into its morphemes (zwölf-tausend-drei-hundert) and these are added up from the highest power down.
Source: Duden, Die Grammatik (9th ed. 2016), numerals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files

from claimcheck.lexicon import load_lexicon

LONGEST = 200  # no numeral is longer; keeps odd texts cheap


@dataclass(frozen=True, slots=True)
class NumeralRow:
    """A row of numerals.tsv."""

    form: str
    role: str
    value: float
    standard: bool
    example: str


@cache
def load_numerals() -> tuple[NumeralRow, ...]:
    """The rows of numerals.tsv."""
    return load_lexicon(files("claimcheck.language") / "numerals.tsv", NumeralRow)


@cache
def forms_of(*roles: str) -> dict[str, Fraction]:
    return {row.form: Fraction(row.value) for row in load_numerals() if row.role in roles}


def alternatives(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


IN_WORD = ("unit", "zero", "teen", "ten", "hundred", "thousand", "and", "mixed", "half", "power")
MORPHEME = rf"""(?:
    (?:{alternatives(forms_of("one", "end"))})(?![^\W\d_])      # eine, zweier: only at the end of a word …
  | eine(?=[mb]ill)                                          # … or in einemillion
  | milliarde(?=neun) | billiarde(?=neun)                    # no milliarden in milliardeneunhundert
  | (?:{alternatives(forms_of(*IN_WORD))})
)"""
WORD = rf"(?:(?!und|halb|einhalb|einviertel|dreiviertel|[mb]ill|trill){MORPHEME}++(?!\w))"

_WORD = re.compile(MORPHEME, re.VERBOSE | re.IGNORECASE)


@cache
def _values() -> dict[str, tuple[str, Fraction]]:
    return {
        row.form: (row.role, Fraction(row.value)) for row in load_numerals() if row.role in (*IN_WORD, "one", "end")
    }


def parse_number_word(word: str) -> Fraction | None:
    """The value of one number word in lower case ("zweieinhalb": 5/2), or None."""
    morphemes = _WORD.findall(word)
    if not morphemes or "".join(morphemes) != word or len(word) > LONGEST:
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


_WRITTEN = {int(row.value): row.form for row in load_numerals() if row.standard}
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
            words.append(f"eine {name}" if count == 1 else f"{_stem(count)} {name.removesuffix('e')}en")
    if n or not words:
        words.append(_below_million(n))
    return " ".join(words)


def _below_million(n: int) -> str:
    thousands, rest = divmod(n, 1000)
    return (_stem(thousands) + "tausend" if thousands else "") + (
        _below_thousand(rest) if rest or not thousands else ""
    )


def _below_thousand(n: int) -> str:
    hundreds, rest = divmod(n, 100)
    return (_stem(hundreds) + "hundert" if hundreds else "") + (
        _below_hundred_word(rest) if rest or not hundreds else ""
    )


def _below_hundred_word(n: int) -> str:
    if n in _WRITTEN:
        return _WRITTEN[n]
    tens, ones = divmod(n, 10)
    return f"{_stem(ones)}und{_WRITTEN[tens * 10]}"


def _stem(n: int) -> str:
    """The number before a power, where "eins" is "ein": einhunderteintausend."""
    words = _below_thousand(n)
    return words.removesuffix("s") if words.endswith("eins") else words
