"""Nouns that two reports share without speaking of the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimcheck.checking.words import stem_of
from claimcheck.lexicon import load_lexicon


@dataclass(frozen=True, slots=True)
class IdleNoun:
    """A row of idle_nouns.tsv."""

    form: str
    kind: str
    example: str


@cache
def load_idle_nouns() -> dict[str, IdleNoun]:
    """Rows of idle_nouns.tsv by word stem."""
    return {stem_of(row.form): row for row in load_lexicon(files(__package__) / "idle_nouns.tsv", IdleNoun)}
