"""Changes: "um 5 Prozent gesunken", "ein Minus von 10,4 Prozent"."""

from __future__ import annotations

from claimcheck.extraction.numbers.grammar import Quantity, Text
from claimcheck.models import Direction


def find_direction(text: Text, quantity: Quantity) -> Direction | None:
    """Whether the quantity is a change upwards or downwards, or None."""
    return None
