"""Spellings of one name: a key that transliterations share, and a fuzzy comparison for what the key leaves apart."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

# Source: the usual German, English and scholarly transliterations of Cyrillic and Arabic (Duden, DIN 1460, BGN/PCGN).
FOLDS = (
    (re.compile(r"tsch|tch|cz|č|ć"), "c"),
    (re.compile(r"dsch|dzh|dj"), "j"),
    (re.compile(r"sch|sh|š|ş"), "s"),
    (re.compile(r"ch"), "c"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"kh|ck|q"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"sz|z|ß"), "s"),
    (re.compile(r"w|v"), "v"),
    (re.compile(r"(?<=[a-zäöü])(ij|ej|ei|ey|yj|yy|iy|ii|yi|y|i)(?=\b|$)"), "i"),
    (re.compile(r"ie|ij|je|y"), "i"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"h(?=[bcdfgjklmnpqrstvwxz]|\b|$)"), ""),
)
DOUBLE = re.compile(r"(.)\1")
WORD = re.compile(r"\w+")
MINIMUM_LENGTH = 7  # letters of a word that may differ by a typing error
MAXIMUM_DISTANCE = 1


@lru_cache(maxsize=50_000)
def spelling_key(name: str) -> str:
    """A key that the spellings of one name share: "Selenskyj", "Selenski" and "Zelensky" have one.

    >>> spelling_key("Selenskyj") == spelling_key("Zelensky") == spelling_key("Selenski")
    True
    """
    folded = name.lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    for pattern, letter in FOLDS:
        folded = pattern.sub(letter, folded)
    plain = unicodedata.normalize("NFKD", folded)
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(WORD.findall(DOUBLE.sub(r"\1", letters)))


def similar(one: str, other: str) -> bool:
    """True where two names of several words have the same key, or one long word differs by one letter inside it."""
    first, second = spelling_key(one).split(), spelling_key(other).split()
    if first == second:
        return True
    if len(first) != len(second) or len(first) < 2:
        return False
    different = [(left, right) for left, right in zip(first, second, strict=True) if left != right]
    return len(different) == 1 and _typing_error(*different[0])


def _typing_error(left: str, right: str) -> bool:
    if min(len(left), len(right)) < MINIMUM_LENGTH or left[0] != right[0]:
        return False
    return Levenshtein.distance(left, right, score_cutoff=MAXIMUM_DISTANCE) <= MAXIMUM_DISTANCE


def group_spellings(names: Iterable[str]) -> dict[str, str]:
    """Name → the name that stands for its spellings: the first in the order given.

    Compares only names that share the first letters of the key of their last word (blocking), so the work grows with the
    number of names.
    """
    blocks: dict[str, list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for name in names:
        if name in found:
            continue
        block = blocks[spelling_key(name).rpartition(" ")[2][:3]]
        same = next((known for known in block if similar(known, name)), None)
        found[name] = name if same is None else found[same]
        if same is None:
            block.append(name)
    return found
