"""Changes: "um 5 Prozent gesunken", "ein Minus von 10,4 Prozent", "20 Prozent weniger"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimcheck.extraction.numbers.grammar import Quantity, Text
from claimcheck.extraction.numbers.units import PACKAGE
from claimcheck.lexicon import load_lexicon
from claimcheck.models import Direction

CHANGING = ("percent", "money", "measure", "count", "share")
LEADS = frozenset({"von", "um", "höhe", "in", "mit", "gut", "rund", "bis", "zu", "etwa"})
BORDERS = frozenset({";", ":", "–", "(", ")"})
REACH = 14


@dataclass(frozen=True, slots=True)
class DirectionRow:
    """A row of directions.tsv."""

    form: str
    role: str
    direction: str
    example: str


@cache
def load_directions() -> tuple[DirectionRow, ...]:
    """The rows of directions.tsv."""
    return load_lexicon(PACKAGE / "directions.tsv", DirectionRow)


@cache
def _whole(role: str) -> dict[str, Direction]:
    rows = (row for row in load_directions() if row.role == role and row.form[-1] != "*")
    return {row.form: "up" if row.direction == "up" else "down" for row in rows}


@cache
def _beginnings(role: str) -> tuple[tuple[str, Direction], ...]:
    rows = (row for row in load_directions() if row.role == role and row.form[-1] == "*")
    return tuple((row.form[:-1], "up" if row.direction == "up" else "down") for row in rows)


def _lookup(key: str, role: str) -> Direction | None:
    found = _whole(role).get(key)
    if found is not None:
        return found
    return next((direction for stem, direction in _beginnings(role) if key.startswith(stem)), None)


def find_direction(text: Text, quantity: Quantity) -> Direction | None:
    """Whether the quantity is a change upwards or downwards, or None."""
    if quantity.kind not in CHANGING:
        return None
    first = quantity.first
    before = text.key(first - 1) if text.same_sentence(first - 1, quantity.at) else ""
    noun = _noun_before(text, quantity)
    if noun is not None:
        return noun
    if before == "um":
        return _verb_near(text, quantity)
    if quantity.kind == "money":
        return _beside(text, quantity)
    if quantity.kind == "percent":
        if before in _whole("before"):
            return _whole("before")[before]
        beside = _beside(text, quantity)
        return beside if beside is not None else _object_of(text, quantity)
    return None


def _beside(text: Text, quantity: Quantity) -> Direction | None:
    """ "5 Prozent mehr", "20 Cent weniger"."""
    if not text.same_sentence(quantity.last, quantity.at) or _is_preposition(text, quantity.last):
        return None
    return _whole("beside").get(text.key(quantity.last))


def _noun_before(text: Text, quantity: Quantity) -> Direction | None:
    """ "ein Rückgang um", "ein Minus von", "Verluste in Höhe von": the noun and only such words before the figure."""
    at = quantity.first - 1
    steps = 0
    while text.key(at) in LEADS and text.same_sentence(at, quantity.at):
        at, steps = at - 1, steps + 1
    if steps == 0 or not text.same_sentence(at, quantity.at):
        return None
    for index in range(at, max(at - 5, -1), -1):
        if not text.same_sentence(index, quantity.at) or text.lexemes[index].kind != "word":
            return None
        if text.word(index)[:1].isupper() and (found := _lookup(text.key(index), "noun")) is not None:
            return found
        if text.word(index)[:1].isupper() and text.key(at + 1) != "um":
            return None
    return None


def _verb_near(text: Text, quantity: Quantity) -> Direction | None:
    """The verb of change after "um 5 Prozent", else the nearest before."""
    for index in range(quantity.last, min(quantity.last + REACH, len(text.lexemes))):
        if not text.same_sentence(index, quantity.at) or text.key(index) in BORDERS:
            break
        if (found := _lookup(text.key(index), "verb")) is not None and not _is_preposition(text, index):
            return found
        if text.key(index) in (",", "und"):
            break
    for index in range(quantity.first - 2, max(quantity.first - 2 - REACH, -1), -1):
        if not text.same_sentence(index, quantity.at) or text.key(index) in BORDERS:
            return None
        if (found := _lookup(text.key(index), "verb")) is not None and not _is_preposition(text, index):
            return found
    return None


def _is_preposition(text: Text, at: int) -> bool:
    """ "zu", "nach", "ab", "zurück" are parts of verbs only at the end of a clause."""
    if text.key(at) not in ("zu", "nach", "ab"):
        return False
    return text.key(at + 1) not in ("", ".", ",", ";", ")", "und", "oder", "!", "?")


def _object_of(text: Text, quantity: Quantity) -> Direction | None:
    """ "verlor 5 Prozent", "legte 3 Prozent zu": the verb right before the figure."""
    for index in range(quantity.first - 1, max(quantity.first - 4, -1), -1):
        if not text.same_sentence(index, quantity.at):
            return None
        if (found := _whole("object").get(text.key(index))) is not None:
            return found
    return None
