"""What is counted."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from claimcheck.extraction.numbers.grammar import Quantity, Text
from claimcheck.extraction.records import Extent


@dataclass(frozen=True, slots=True)
class Item:
    """The counted noun: lemma, index of its token in the Doc, and the words that say whose it is."""

    lemma: str | None = None
    token: int | None = None
    of: Extent | None = None


def find_items(doc: Doc, text: Text, quantities: list[Quantity]) -> list[Item]:
    """The item of every quantity."""
    return [Item(quantity.item) for quantity in quantities]
