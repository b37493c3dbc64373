"""Two statements → equal (both say it or both deny it), different (one denies what the other says), or unknown.

What is compared are the nouns of the statements: a denial names what it denies.
"""

from __future__ import annotations

from claimcheck.checking.compare.comparison import Comparison

SHORTEST_PART = 5  # letters that two compounds must share
COVERED = 0.66  # share of the nouns of the denial that the other statement must name


def compare_polarity(
    denial: frozenset[str],
    statement: frozenset[str],
    *,
    same_sign: bool,
    same_predicate: bool = False,
    covered: float = COVERED,
) -> Comparison:
    """How a statement fits a denial, by the stems of their nouns; unknown where they name different things.

    ``same_predicate``: both have one predicate that tells something; then one noun is enough. ``covered``: the share of the nouns
    of the denial that the statement must name.
    """
    shared = _shared(denial, statement)
    detail = ", ".join(shared)
    if not denial or len(shared) < covered * len(denial) or not _is_telling(shared, same_predicate=same_predicate):
        return Comparison("unknown", None, detail)
    return Comparison("equal" if same_sign else "different", None, detail)


def _is_telling(nouns: list[str], *, same_predicate: bool) -> bool:
    return len(nouns) >= 2 or any(len(noun) >= (SHORTEST_PART if same_predicate else 9) for noun in nouns)


def _shared(denial: frozenset[str], statement: frozenset[str]) -> list[str]:
    """Nouns of the denial that the statement names, each by a noun of its own: the same, or one the head of the other."""
    free = set(statement)
    shared = []
    for noun in sorted(denial, key=lambda noun: (noun not in statement, noun)):
        match = noun if noun in free else next((other for other in sorted(free) if _is_head(noun, other)), None)
        if match is not None:
            free.remove(match)
            shared.append(noun)
    return sorted(shared)


def _is_head(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) >= SHORTEST_PART and long.endswith(short)
