"""Predicates: one result for each, with lemma, class, polarity and modality."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from spacy.language import Language

from claimcheck.extraction.events import find_predicates
from claimcheck.language.model import load_language

CORPUS = Path(str(files("claimcheck.extraction.events") / "corpus.yaml"))


@cache
def language() -> Language:
    return load_language()


def find(text: str, reference_date: str | None) -> list[dict[str, Any]]:
    doc = language()(text)
    return [
        {
            "start": span.start,
            "end": span.end,
            "lemma": span.lemma,
            "event": span.event,
            "polarity": span.polarity,
            "modality": span.modality,
            "agent": doc[span.agent].text if span.agent is not None else None,
            "patient": doc[span.patient].text if span.patient is not None else None,
        }
        for span in find_predicates(doc)
    ]
