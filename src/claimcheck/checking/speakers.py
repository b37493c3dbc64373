"""Whether two figures may come from one voice: the same office, its spokeswoman, or nobody who is named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from claimcheck.checking.blocking import Entry
from claimcheck.checking.facts import Party
from claimcheck.lexicon import load_lexicon

SHORTEST = 4  # letters of a word that makes two names one: "Polizei" and "Polizei in Heidrup"
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Contender:
    """A row of contenders.tsv."""

    form: str
    example: str


@cache
def load_contenders() -> tuple[Contender, ...]:
    """Rows of contenders.tsv."""
    return load_lexicon(files(__package__) / "contenders.tsv", Contender)


def is_contender(party: Party) -> bool:
    """True for a voice with a count of its own: a union, a lawyer, those concerned.

    >>> is_contender(Party("1", "Ärzteverband", "organization")), is_contender(Party("2", "Polizei", "organization"))
    (True, False)
    """
    return _is_contender(party.name.casefold())


@lru_cache(maxsize=4096)
def _is_contender(name: str) -> bool:
    return any(row.form in name for row in load_contenders())


def speaker_of(entry: Entry) -> Party | None:
    """The body or person that gives a figure, None where the report names nobody or only points back."""
    voice = entry.fact.voice
    if voice is None or (voice.kind == "document" and voice.body is None):
        return None  # "nach ersten Schätzungen", "nach dem vorläufigen Ergebnis": nobody is named
    return voice.body or voice.speaker


def are_one(a: Party | None, b: Party | None) -> bool:
    """True where both are named and the names say that they are one.

    >>> are_one(Party("1", "Polizei", "organization"), Party("2", "Polizei in Heidrup", "organization"))
    True
    """
    if a is None or b is None:
        return False
    return a.id == b.id or bool(_words(a.name) & _words(b.name))


def may_be_one(a: Party | None, b: Party | None) -> bool:
    """True unless two different voices are named; a person may speak for a body that the words do not tell."""
    if a is None or b is None or are_one(a, b):
        return True
    return (a.kind == "person") != (b.kind == "person")


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in WORD.findall(name) if len(word) >= SHORTEST)
