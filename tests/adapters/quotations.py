"""The corpus of quotation marks."""

from __future__ import annotations

from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any

from claimcheck.language.quotes import find_quotations

CORPUS = Path(str(files("claimcheck.language") / "corpora" / "quotations" / "corpus.yaml"))


def find(text: str, reference_date: str | None) -> list[dict[str, Any]]:
    return [asdict(quotation) for quotation in find_quotations(text)]
