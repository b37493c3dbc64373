"""Rates: "pro Tag", "im Monat", "je Aktie", "täglich"."""

from __future__ import annotations

from claimcheck.extraction.numbers.grammar import Quantity, Text


def find_rates(text: Text, quantities: list[Quantity]) -> list[str | None]:
    """The ``per`` of every quantity."""
    return [None for _ in quantities]
