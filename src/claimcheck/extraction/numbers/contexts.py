"""Words beside a figure by what they do for its reading (contexts.tsv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimcheck.lexicon import load_lexicon


@dataclass(frozen=True, slots=True)
class ContextRow:
    """A row of contexts.tsv."""

    form: str
    role: str


@cache
def load_contexts() -> tuple[ContextRow, ...]:
    """The rows of contexts.tsv."""
    return load_lexicon(files("claimcheck.extraction.numbers") / "contexts.tsv", ContextRow)


def words(role: str) -> frozenset[str]:
    """The whole words of a role, in lower case."""
    return frozenset(row.form for row in load_contexts() if row.role == role)


def stems(role: str) -> tuple[str, ...]:
    """The beginnings of a role, for ``str.startswith``."""
    return tuple(row.form.removesuffix("*") for row in load_contexts() if row.role == role)
