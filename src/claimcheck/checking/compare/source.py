"""Who said it: two speakers of one demand or of the same words → equal, different, or unknown."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz

from claimcheck.checking.compare.actor import compare_parties
from claimcheck.checking.compare.comparison import Comparison
from claimcheck.checking.facts import Party, Voice

SAME_WORDS = 92.0  # similarity of two quotations (0 to 100) from which they are one
SHORTEST_QUOTATION = 5  # words


def compare_speakers(a: Voice, b: Voice, bodies: Mapping[str, Party]) -> Comparison:
    """How the speakers of two reports fit: the person where both name one, else the body behind it."""
    if a.speaker is not None and b.speaker is not None and a.speaker.kind == b.speaker.kind:
        return compare_parties(a.speaker, b.speaker, bodies)
    one, other = a.body or a.speaker, b.body or b.speaker
    if one is None or other is None:
        return Comparison("unknown", None, f"{a.text} / {b.text}")
    return compare_parties(one, other, bodies)


def are_same_words(a: str, b: str) -> bool:
    """True where two quotations are word for word the same but for small changes.

    >>> are_same_words("Das Werk am Hafen bleibt offen.", "Das Werk am Hafen bleibt offen!")
    True
    >>> are_same_words("Wir bleiben.", "Wir bleiben.")
    False
    """
    words = (a.casefold().split(), b.casefold().split())
    return min(map(len, words)) >= SHORTEST_QUOTATION and fuzz.token_sort_ratio(*(" ".join(run) for run in words)) >= SAME_WORDS
