"""Counted nouns that name the same things: Soldat ≈ Truppe ≈ Mann, Toter ≈ Todesopfer ≈ Leiche."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimcheck.lexicon import load_lexicon


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One row of item_classes.tsv: a counted noun and one of its classes."""

    item: str
    group: str


def item_class(lemma: str) -> str:
    """The main class of a counted noun; a noun that the lexicon does not know is its own class.

    >>> item_class("Todesopfer")
    'Toter'
    >>> item_class("Brücke")
    'Brücke'
    """
    return item_classes(lemma)[0]


def item_classes(lemma: str) -> tuple[str, ...]:
    """All classes of a counted noun, the one that bears its own name first; never empty."""
    classes = _classes().get(lemma, (lemma,))
    return tuple(sorted(classes, key=lambda name: name != lemma))


def is_counted(lemma: str) -> bool:
    """True for a noun of the lexicon of counted nouns.

    >>> is_counted("Soldat"), is_counted("Freiheit")
    (True, False)
    """
    return lemma in _classes()


def is_same_item(one: str, other: str) -> bool:
    """True where two lemmas can count the same things: they share a class.

    >>> is_same_item("Soldat", "Mann")
    True
    >>> is_same_item("Toter", "Verletzter")
    False
    """
    return bool(set(item_classes(one)) & set(item_classes(other)))


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    by_item: dict[str, tuple[str, ...]] = {}
    for row in load_lexicon(files(__package__) / "item_classes.tsv", ItemRow):
        by_item[row.item] = (*by_item.get(row.item, ()), row.group)
    return by_item
