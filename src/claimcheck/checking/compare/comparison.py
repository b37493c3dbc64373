"""What a comparison of two values returns."""

from __future__ import annotations

from typing import Literal, NamedTuple

Outcome = Literal["unknown", "equal", "meeting", "near", "different"]


class Comparison(NamedTuple):
    """Outcome of comparing two values: unknown, equal, meeting (intervals overlap), near (rounding), different.

    ``difference`` is relative for numbers and in days for dates, None where there is none. ``detail`` names the values.
    """

    verdict: Outcome
    difference: float | int | None
    detail: str
