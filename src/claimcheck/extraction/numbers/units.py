"""Units and currencies: which words after (or before) a figure make it a measure, a percentage or a sum of money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files

from claimcheck.extraction.numbers.contexts import stems
from claimcheck.extraction.numbers.lexing import LEXEME, Lexeme
from claimcheck.lexicon import load_lexicon
from claimcheck.models import NumberKind

PACKAGE = files("claimcheck.extraction.numbers")
SHARED = "shared"  # in currencies.tsv: a name that several countries use
HEAT = stems("heat")
ANGLE = stems("angle")
BRITISH = ("brit", "london", "england", "englisch", "sterling", "großbritannien", "schottland", "schottisch")
FOREIGN_CENT = {"us": "USD", "dollar": "USD", "$": "USD", "amerikanisch": "USD", "schweizer": "CHF"}


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A row of units.tsv."""

    form: str
    kind: str
    unit: str
    example: str


@dataclass(frozen=True, slots=True)
class CurrencyRow:
    """A row of currencies.tsv."""

    form: str
    code: str
    factor: float
    example: str


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A row of countries.tsv."""

    form: str
    currency: str
    code: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found at ``last`` (exclusive index of its lexemes); ``factor`` is the part of the currency (Cent 1/100)."""

    kind: NumberKind
    symbol: str | None
    last: int
    factor: Fraction = Fraction(1)


Table = dict[tuple[str, ...], tuple[NumberKind, str, Fraction]]


@cache
def load_units() -> tuple[UnitRow, ...]:
    """The rows of units.tsv."""
    return load_lexicon(PACKAGE / "units.tsv", UnitRow)


@cache
def load_currencies() -> tuple[CurrencyRow, ...]:
    """The rows of currencies.tsv."""
    return load_lexicon(PACKAGE / "currencies.tsv", CurrencyRow)


@cache
def load_countries() -> tuple[CountryRow, ...]:
    """The rows of countries.tsv."""
    return load_lexicon(PACKAGE / "countries.tsv", CountryRow)


def _key(form: str) -> tuple[str, ...]:
    """The lexemes of a form; hyphens count as blanks, so "US-Dollar" and "US Dollar" are one."""
    return tuple(match.group() for match in LEXEME.finditer(form) if match.group() != "-")


@cache
def _table() -> tuple[Table, int]:
    table: Table = {}
    for unit in load_units():
        kind: NumberKind = "percent" if unit.kind == "percent" else "measure"
        table[_key(unit.form)] = (kind, unit.unit, Fraction(1))
    for row in load_currencies():
        table[_key(row.form)] = ("money", row.code, Fraction(str(row.factor)))
    table[("pfund",)] = ("measure", "pfund", Fraction(1))
    return table, max(len(key) for key in table)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key[0] for key in _table()[0])


def match_unit(lexemes: Sequence[Lexeme], at: int) -> Unit | None:
    """The longest unit that begins at this lexeme, or None. Hyphens between its words are passed over."""
    if at >= len(lexemes) or not (_first_words() & {lexemes[at].text, lexemes[at].key}):
        return None
    table, longest = _table()
    exact: list[str] = []
    folded: list[str] = []
    best: Unit | None = None
    for index in range(at, min(at + 2 * longest, len(lexemes))):
        lexeme = lexemes[index]
        if lexeme.text == "-":
            if not (lexeme.glued and exact):
                break
            continue
        exact.append(lexeme.text)
        folded.append(lexeme.key)
        found = _lookup(table, tuple(exact), tuple(folded))
        if found is not None:
            best = Unit(found[0], found[1], index + 1, found[2])
    return best


def _lookup(table: Table, exact: tuple[str, ...], folded: tuple[str, ...]) -> tuple[NumberKind, str, Fraction] | None:
    """Symbols are compared as written, words of four letters and more without case."""
    if exact in table:
        return table[exact]
    long = len("".join(folded)) > 3 or folded in {("yen",), ("won",), ("ps",)}
    return table.get(folded) if long else None


def resolve_symbol(unit: Unit, context: str, following: str, value: Fraction) -> Unit:
    """Decides the units that depend on the sentence (``context``, lower case): Grad, Pfund and Cent."""
    if unit.symbol == "grad":
        return Unit("measure", _degrees(context, following), unit.last)
    if unit.symbol == "pfund":
        british = any(word in context for word in BRITISH)
        weight = not british and ((following[:1].isupper() and value < 100_000) or following == "schwer" or value < 1000)
        return Unit("measure", "[lb_av]", unit.last) if weight else Unit("money", "GBP", unit.last)
    if unit.symbol == SHARED:
        return Unit("money", _by_country(context), unit.last)
    if unit.kind == "money" and unit.factor < 1 and unit.symbol == "EUR":
        code = next((code for word, code in FOREIGN_CENT.items() if word in context.replace("-", " ").split()), "EUR")
        code = "USD" if "dollar" in context else code
        return Unit("money", "EUR" if "euro" in context.split() else code, unit.last, unit.factor)
    return unit


def _by_country(context: str) -> str | None:
    """The currency of a shared name ("Kronen") by the countries of the sentence; None without exactly one."""
    words = context.split()
    codes = {
        row.code
        for row in load_countries()
        if any(word.startswith(row.currency) for word in words) and any(word.startswith(row.form) for word in words)
    }
    return codes.pop() if len(codes) == 1 else None


def _degrees(context: str, following: str) -> str:
    if following.lower().startswith(("winkel", *ANGLE)):
        return "deg"
    if any(word in context for word in HEAT):
        return "Cel"
    return "deg" if any(word in context for word in ANGLE) else "Cel"
