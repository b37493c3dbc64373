"""Ids of claims: the same text and position give the same id in every run."""

from __future__ import annotations

import hashlib


def claim_id(article: str, start: int, predicate: int, number: int | None, date: int | None) -> str:
    """The id of a claim from its article's id and the offsets of its sentence, predicate, figure and date."""
    key = "|".join(str(part) for part in (article, start, predicate, number, date))
    return "claim:" + hashlib.sha256(key.encode("utf-8")).hexdigest()[:16]
