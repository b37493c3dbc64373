"""Runs the corpus of quantities: without a parse, as the grammar has to do without one."""

from __future__ import annotations

import dataclasses
from importlib.resources import files
from typing import Any

import spacy

from claimcheck.extraction.numbers import find_numbers

CORPUS = files("claimcheck.extraction.numbers") / "corpus.yaml"
NLP = spacy.blank("de")


def find(text: str, reference_date: str | None) -> list[dict[str, Any]]:
    """The quantities of the text as mappings."""
    return [dataclasses.asdict(number) for number in find_numbers(NLP(text))]
