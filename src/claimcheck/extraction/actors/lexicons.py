"""The word lists of this folder as typed rows, each read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from claimcheck.lexicon import load_lexicon
from claimcheck.models import EntityKind, SourceKind

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Country:
    """A row of countries.tsv."""

    name: str
    id: str | None
    code: str
    adjectives: str
    people: str
    capital: str
    aliases: str
    source: str


@dataclass(frozen=True, slots=True)
class Place:
    """A row of places.tsv."""

    name: str
    id: str | None
    country: str
    people: str
    aliases: str
    source: str


@dataclass(frozen=True, slots=True)
class Organization:
    """A row of organizations.tsv."""

    name: str
    id: str | None
    group: str
    kind: str
    speaks: str
    country: str
    aliases: str
    source: str


@dataclass(frozen=True, slots=True)
class Person:
    """A row of persons.tsv."""

    name: str
    id: str | None
    gender: str
    country: str
    aliases: str
    source: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A row of seats.tsv."""

    form: str
    name: str
    country: str
    example: str


@dataclass(frozen=True, slots=True)
class Title:
    """A row of titles.tsv."""

    form: str
    gender: str
    office: str
    refers: str
    speaks: str
    compound: bool
    adjectival: bool
    example: str


@dataclass(frozen=True, slots=True)
class Head:
    """A row of heads.tsv: a noun for a body or a document."""

    form: str
    gender: str
    group: str
    refers: str
    speaks: str
    canonical: str
    institution: bool
    compound: bool
    example: str


@dataclass(frozen=True, slots=True)
class Group:
    """A row of groups.tsv: a noun for people."""

    form: str
    speaks: str
    compound: bool
    adjectival: bool
    example: str


@dataclass(frozen=True, slots=True)
class FirstName:
    """A row of first_names.tsv."""

    form: str
    gender: str
    source: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A row of ambiguous.tsv."""

    form: str
    needs: str


@dataclass(frozen=True, slots=True)
class FalseCompound:
    """A row of false_compounds.tsv."""

    form: str


@dataclass(frozen=True, slots=True)
class Closed:
    """A row of closed.tsv."""

    form: str
    group: str


Category = Literal["country", "place", "organization", "person", "seat"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody or something that the gazetteer knows, whichever table it comes from."""

    name: str
    id: str | None
    kind: EntityKind
    category: Category
    speaks: SourceKind
    country: str = ""  # ISO 3166-1 alpha-2
    group: str = ""  # class of an organization
    gender: str = ""


@cache
def countries() -> tuple[Country, ...]:
    """The rows of countries.tsv."""
    return load_lexicon(HERE / "countries.tsv", Country)


@cache
def places() -> tuple[Place, ...]:
    """The rows of places.tsv."""
    return load_lexicon(HERE / "places.tsv", Place)


@cache
def organizations() -> tuple[Organization, ...]:
    """The rows of organizations.tsv."""
    return load_lexicon(HERE / "organizations.tsv", Organization)


@cache
def persons() -> tuple[Person, ...]:
    """The rows of persons.tsv."""
    return load_lexicon(HERE / "persons.tsv", Person)


@cache
def seats() -> tuple[Seat, ...]:
    """The rows of seats.tsv."""
    return load_lexicon(HERE / "seats.tsv", Seat)


@cache
def titles() -> tuple[Title, ...]:
    """The rows of titles.tsv."""
    return load_lexicon(HERE / "titles.tsv", Title)


@cache
def heads() -> tuple[Head, ...]:
    """The rows of heads.tsv."""
    return load_lexicon(HERE / "heads.tsv", Head)


@cache
def groups() -> tuple[Group, ...]:
    """The rows of groups.tsv."""
    return load_lexicon(HERE / "groups.tsv", Group)


@cache
def first_names() -> dict[str, str]:
    """First name → gender: m, f or u for both."""
    return {row.form: row.gender for row in load_lexicon(HERE / "first_names.tsv", FirstName)}


@cache
def ambiguous() -> dict[str, str]:
    """Name that is also a common word → what it needs beside it."""
    return {row.form: row.needs for row in load_lexicon(HERE / "ambiguous.tsv", Ambiguous)}


@cache
def false_compounds() -> frozenset[str]:
    """Words that end like a title or a body and are none."""
    return frozenset(row.form for row in load_lexicon(HERE / "false_compounds.tsv", FalseCompound))


@cache
def closed(group: str) -> frozenset[str]:
    """The words of a closed class, in lower case."""
    return frozenset(row.form for row in load_lexicon(HERE / "closed.tsv", Closed) if row.group == group)


def parts(cell: str) -> tuple[str, ...]:
    """The forms of a cell that lists several, separated by |."""
    return tuple(part for part in cell.split("|") if part)
