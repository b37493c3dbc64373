"""Attributions: one result for each, with the words of its speaker, its cue and what its frame cites."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from spacy.language import Language

from claimcheck.extraction.actors import find_mentions
from claimcheck.extraction.records import AttributionSpan, Extent
from claimcheck.extraction.sources import find_attributions
from claimcheck.language.model import load_language

CORPUS = Path(str(files("claimcheck.extraction.sources") / "corpus.yaml"))


@cache
def language() -> Language:
    return load_language()


def find(text: str, reference_date: str | None) -> list[dict[str, Any]]:
    doc = language()(text)
    return [result_of(item, text) for item in find_attributions(doc, find_mentions(doc))]


def result_of(item: AttributionSpan, text: str) -> dict[str, Any]:
    """The fields that a corpus may ask for; extents as their words."""
    return {
        "start": item.start,
        "end": item.end,
        "mode": item.mode,
        "rule": item.rule,
        "speaker": words(item.speaker, text),
        "cue": item.cue_lemma,
        "cites": words(item.cites, text),
        "pieces": [words(piece, text) for piece in item.pieces],
        "denial": item.denial,
        "demand": item.demand,
    }


def words(extent: Extent | None, text: str) -> str | None:
    return None if extent is None else text[extent.start : extent.end]
