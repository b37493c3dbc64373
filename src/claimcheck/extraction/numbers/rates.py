"""Rates: "20 Euro im Monat", "30 Starts pro Jahr", "zehn Cent je Aktie", "täglich 500 Brote"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimcheck.extraction.numbers.contexts import words
from claimcheck.extraction.numbers.grammar import Quantity, Text
from claimcheck.extraction.numbers.units import PACKAGE, match_unit
from claimcheck.language.lemmas import lemma_of
from claimcheck.lexicon import load_lexicon

RATED = ("count", "money", "measure")
BORDERS = words("ends a clause")
SUBORDINATE = words("begins a clause")
REACH = 12


@dataclass(frozen=True, slots=True)
class RateRow:
    """A row of rates.tsv."""

    form: str
    role: str
    per: str
    example: str


@cache
def load_rates() -> tuple[RateRow, ...]:
    """The rows of rates.tsv."""
    return load_lexicon(PACKAGE / "rates.tsv", RateRow)


@cache
def _table(role: str) -> dict[tuple[str, ...], str]:
    return {tuple(row.form.split()): row.per for row in load_rates() if row.role == role}


def find_rates(text: Text, quantities: Sequence[Quantity], nouns: list[int | None]) -> list[str | None]:
    """The ``per`` of every quantity; ``nouns`` are the first characters of the counted nouns (None without one)."""
    rates = [_after(text, quantity, noun) for quantity, noun in zip(quantities, nouns, strict=True)]
    for index, quantity in enumerate(quantities):
        if rates[index] is None and quantity.kind in RATED:
            rates[index] = _phrase_before(text, quantity) or _adjective_before(text, quantity) or _adverb(text, quantities, index)
    return _shared(text, quantities, nouns, rates)


def _match(text: Text, at: int, role: str) -> tuple[str, int] | None:
    """The rate phrase that begins at this lexeme and its length."""
    for length in (3, 2, 1):
        per = _table(role).get(tuple(text.key(index) for index in range(at, at + length)))
        if per is not None and text.same_sentence(at, at + length - 1):
            return per, length
    return None


def _after(text: Text, quantity: Quantity, noun: int | None) -> str | None:
    """The rate right after the quantity or after its noun."""
    if quantity.kind in ("age", "ordinal"):
        return None
    compared = quantity.last + (text.key(quantity.last) in ("mehr", "weniger"))
    for at in (compared, _lexeme_after(text, quantity, noun)):
        if at is None or not text.same_sentence(at, quantity.at):
            continue
        found = _match(text, at, "phrase") or _match(text, at, "adverb")
        if found is not None and not _names_a_date(text, at + found[1]):
            return found[0]
        if text.key(at) in ("pro", "je"):
            return _per_noun(text, at + 1)
    return None


def _names_a_date(text: Text, at: int) -> bool:
    """ "im Jahr 2005", "im Monat Mai", "am Tag der Wahl", "in der Woche vor": no rate."""
    following = text.key(at)
    return (
        following[:1].isdigit()
        or following in ("der", "des", "vor", "nach", "zuvor", "danach", "darauf", "davor")
        or text.word(at)[:1].isupper()
    )


def _lexeme_after(text: Text, quantity: Quantity, noun: int | None) -> int | None:
    if noun is None:
        return None
    for at in range(quantity.last, min(quantity.last + REACH, len(text.lexemes))):
        if text.lexemes[at].start >= noun:
            while at + 1 < len(text.lexemes) and text.lexemes[at + 1].glued and text.key(at + 1) not in (",", ".", ";", ":", ")"):
                at += 1
            return at + 1
    return None


def _per_noun(text: Text, at: int) -> str | None:
    """The noun after pro and je: "Aktie", "100.000 Einwohner", "Kilometer"."""
    for index in range(at, min(at + 4, len(text.lexemes))):
        if (found := _match(text, index, "period")) is not None:
            return found[0]
        lexeme = text.lexemes[index]
        if lexeme.kind == "word" and lexeme.is_capital:
            return lemma_of(_compound(text, index), "NOUN", "")
        unit = match_unit(text.lexemes, index)
        if unit is not None:
            return unit.symbol
        if lexeme.kind == "mark":
            return None
    return None


def _compound(text: Text, at: int) -> str:
    """The word with what hangs on it by hyphens: "Muster-Aktie"."""
    last = at
    while text.key(last + 1) == "-" and last + 2 < len(text.lexemes) and text.lexemes[last + 2].glued:
        last += 2
    return "".join(text.word(index) for index in range(at, last + 1))


def _phrase_before(text: Text, quantity: Quantity) -> str | None:
    """ "im Jahr 170 Euro", "im Monat rund 40 Euro": the phrase stands right before a sum."""
    found = _match(text, quantity.first - 2, "phrase") if quantity.kind == "money" and quantity.first > 1 else None
    return found[0] if found is not None and found[1] == 2 and text.same_sentence(quantity.first - 2, quantity.at) else None


def _adjective_before(text: Text, quantity: Quantity) -> str | None:
    """ "die jährlichen Kosten von 5 Millionen Euro", "ein monatliches Gehalt von"."""
    for at in range(quantity.first - 1, max(quantity.first - 6, -1), -1):
        if not text.same_sentence(at, quantity.at) or text.lexemes[at].kind != "word":
            return None
        found = _table("adjective").get((text.key(at),))
        if found is not None:
            return found
    return None


def _adverb(text: Text, quantities: Sequence[Quantity], index: int) -> str | None:
    """An adverb of the same clause before the quantity; after it only where no other quantity stands in between."""
    quantity = quantities[index]
    taken = [range(other.first, other.last) for other in quantities[max(index - 3, 0) : index]]
    for at in range(quantity.first - 1, max(quantity.first - 1 - REACH, -1), -1):
        if not text.same_sentence(at, quantity.at) or _is_border(text, at):
            break
        if any(at in span for span in taken):
            continue
        if (found := _match(text, at, "adverb")) is not None and at + found[1] <= quantity.first:
            return found[0]
    return None


def _is_border(text: Text, at: int) -> bool:
    return text.key(at) in BORDERS or (text.key(at) == "," and text.key(at + 1) in SUBORDINATE)


def _shared(text: Text, quantities: Sequence[Quantity], nouns: list[int | None], rates: Sequence[str | None]) -> list[str | None]:
    """A rate holds for figures that share their noun or unit: "statt 16.000 über 18.500 Wagen täglich"."""
    shared = list(rates)
    for index in range(len(quantities) - 2, -1, -1):
        here, following = quantities[index], quantities[index + 1]
        same = (nouns[index] is not None and nouns[index] == nouns[index + 1]) or here.rule == "unit of the next figure"
        if shared[index] is None and same and text.same_sentence(here.at, following.at):
            shared[index] = shared[index + 1]
    for index in range(1, len(quantities)):
        earlier = nouns[max(index - REACH, 0) : index]
        if shared[index] is None and nouns[index] is not None and nouns[index] in earlier:
            shared[index] = shared[max(index - REACH, 0) + earlier.index(nouns[index])]
    return shared
