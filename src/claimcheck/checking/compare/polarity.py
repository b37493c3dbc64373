"""Two statements → equal (both say it or both deny it), different (one denies what the other says), or unknown.

What is compared are the nouns of the statements: a denial names what it denies.
"""

from __future__ import annotations

from claimcheck.checking.compare.comparison import Comparison

SHORTEST_PART = 5  # letters that two compounds must share
COVERED = 0.66  # share of the nouns of the denial that the other statement must name


def compare_polarity(denial: frozenset[str], statement: frozenset[str], *, same_sign: bool) -> Comparison:
    """How a statement fits a denial, by the stems of their nouns; unknown where they name different things."""
    shared = sorted(noun for noun in denial if _is_named(noun, statement))
    detail = ", ".join(shared)
    if not denial or len(shared) < COVERED * len(denial) or not _is_telling(shared):
        return Comparison("unknown", None, detail)
    return Comparison("equal" if same_sign else "different", None, detail)


def _is_telling(nouns: list[str]) -> bool:
    return len(nouns) >= 2 or any(len(noun) >= 9 for noun in nouns)


def _is_named(noun: str, statement: frozenset[str]) -> bool:
    if noun in statement:
        return True
    if len(noun) < SHORTEST_PART:
        return False
    return any(noun in other or (len(other) >= SHORTEST_PART and other in noun) for other in statement)
