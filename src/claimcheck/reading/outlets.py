"""The outlet from a file name such as 2025-03-19_mittelauer-tageblatt.txt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import PurePath

from claimcheck.lexicon import load_lexicon

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class OutletRow:
    """One word of outlets' names."""

    word: str
    example: str


@cache
def outlet_words() -> tuple[str, ...]:
    """Words that make a name the name of an outlet."""
    return tuple(row.word for row in load_lexicon(files("claimcheck.reading") / "outlets.tsv", OutletRow))


def outlet_from_name(path: str) -> str | None:
    """The part of the file name (between underscores) that holds a word of outlets' names, as a title; else None."""
    for part in PurePath(path).stem.split("_"):
        words = [word for word in re.split(r"[\s.-]+", part) if word and not word.isdigit()]
        if any(_is_outlet_word(word) for word in words):
            return " ".join(
                word if index and word == "online" else word[:1].upper() + word[1:] for index, word in enumerate(words)
            )
    return None


def _is_outlet_word(word: str) -> bool:
    plain = word.casefold().translate(UMLAUTS)
    return any(plain.endswith(known) for known in outlet_words())
