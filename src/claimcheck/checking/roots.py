"""The stem that a verb and the noun made of it share: verhandeln and Verhandlung, freigeben and Freigabe."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from claimcheck.checking.words import lemma_of
from claimcheck.lexicon import load_lexicon

SHORTEST_ROOT = 4
PREFIX = re.compile(r"^(?:aus|über)(?=\w{4})")
INFINITIVE = re.compile(r"(?:(?P<liquid>[lr])n|en|n)$")


@dataclass(frozen=True, slots=True)
class VerbalNoun:
    """A row of verbal_nouns.tsv."""

    form: str
    root: str
    example: str


@cache
def load_verbal_nouns() -> dict[str, str]:
    """Stems of verbs by the last part of the noun."""
    return {row.form: row.root for row in load_lexicon(files(__package__) / "verbal_nouns.tsv", VerbalNoun)}


@lru_cache(maxsize=200_000)
def root_of(word: str) -> str | None:
    """The stem that a verb and its noun share, None for a word that is too short.

    >>> root_of("Verhandlungen"), root_of("verhandeln"), root_of("überprüft"), root_of("Prüfung")
    ('verhandl', 'verhandl', 'prüf', 'prüf')
    >>> root_of("Freigabe"), root_of("freigegeben")
    ('freigeb', 'freigeb')
    """
    lemma = lemma_of(word).replace("ß", "ss")
    tail = next((form for form in load_verbal_nouns() if lemma.endswith(form)), None) if word[:1].isupper() else None
    if tail is not None:
        root = PREFIX.sub("", f"{lemma.removesuffix(tail)}{load_verbal_nouns()[tail]}")
        return re.sub(r"^rück", "zurück", root) if len(root) >= SHORTEST_ROOT else None
    root = lemma.removesuffix("ung") if lemma.endswith("ung") else INFINITIVE.sub(r"\g<liquid>", lemma)
    root = re.sub(r"e(?=[lr]$)", "", PREFIX.sub("", root))
    return root if len(root) >= SHORTEST_ROOT else None
