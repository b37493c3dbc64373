"""Ids: the same text and position give the same id in every run; the same local name the same local id."""

from __future__ import annotations

import hashlib
import re

NO_LETTER = re.compile(r"[^\w]+")


def claim_id(article: str, start: int, predicate: int, number: int | None, date: int | None) -> str:
    """The id of a claim from its article's id and the offsets of its sentence, predicate, figure and date."""
    key = "|".join(str(part) for part in (article, start, predicate, number, date))
    return "claim:" + hashlib.sha256(key.encode("utf-8")).hexdigest()[:16]


def local_id(name: str) -> str:
    """The id of an entity that no gazetteer knows, from its canonical name.

    >>> local_id("Polizei Köln")
    'local:polizei-köln'
    """
    return "local:" + NO_LETTER.sub("-", name.casefold()).strip("-")
