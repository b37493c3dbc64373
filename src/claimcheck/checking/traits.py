"""What is true of a class of events, of a verb, of a counted thing: the small tables of this stage."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from claimcheck.lexicon import load_lexicon

Trait = Literal["overrides", "lasts", "located", "grows", "running", "size"]


@dataclass(frozen=True, slots=True)
class EventTraits:
    """A row of traits.tsv."""

    event: str
    overrides: bool
    lasts: bool
    located: bool
    grows: bool
    running: bool
    size: bool
    parent: str | None
    example: str


@dataclass(frozen=True, slots=True)
class GenericVerb:
    """A row of generic_verbs.tsv."""

    form: str
    speech: bool
    counting: bool
    example: str


@cache
def load_traits() -> dict[str, EventTraits]:
    """Rows of traits.tsv by event class."""
    return {row.event: row for row in load_lexicon(files(__package__) / "traits.tsv", EventTraits)}


@cache
def load_generic_verbs() -> dict[str, GenericVerb]:
    """Rows of generic_verbs.tsv by infinitive."""
    return {row.form: row for row in load_lexicon(files(__package__) / "generic_verbs.tsv", GenericVerb)}


@lru_cache(maxsize=4096)
def has_trait(event: str | None, trait: Trait) -> bool:
    """True where a class of events has a trait.

    >>> has_trait("death", "grows"), has_trait("participation", "grows")
    (True, False)
    """
    row = load_traits().get(event) if event is not None else None
    return row is not None and bool(getattr(row, trait))


@lru_cache(maxsize=4096)
def find_family(event: str | None) -> str | None:
    """The wider class of an event, else the event itself.

    >>> find_family("infection"), find_family("death")
    ('illness', 'death')
    """
    row = load_traits().get(event) if event is not None else None
    return row.parent or event if row is not None else event


def is_speech(lemma: str) -> bool:
    """True for a verb whose subject gives a figure and does not own what is counted."""
    row = load_generic_verbs().get(lemma)
    return row is not None and row.speech


def is_counting(lemma: str) -> bool:
    """True for a verb whose subject is the source of the figure: zählen, schätzen."""
    row = load_generic_verbs().get(lemma)
    return row is not None and row.counting
