"""Mentions: one result for each, with name, kind, form, source kind and the body spoken for."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from spacy.language import Language

from claimcheck.extraction.actors import find_mentions
from claimcheck.language.model import load_language

CORPUS = Path(str(files("claimcheck.extraction.actors") / "corpus.yaml"))


@cache
def language() -> Language:
    return load_language()


def find(text: str, reference_date: str | None) -> list[dict[str, Any]]:
    return [asdict(mention) for mention in find_mentions(language()(text))]
