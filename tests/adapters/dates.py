"""The corpus of dates, run on a blank pipeline: no parse, the tense is read from the words."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from claimcheck.extraction.dates import find_dates

CORPUS = Path(str(files("claimcheck.extraction.dates") / "corpus.yaml"))


@cache
def blank() -> Language:
    return spacy.blank("de")


def find(text: str, reference_date: str | None) -> list[dict[str, Any]]:
    found = [asdict(date) for date in find_dates(blank()(text), reference_date)]
    return [{**date, "from": date["from_"]} for date in found]
