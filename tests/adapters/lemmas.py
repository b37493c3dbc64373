"""The corpus of lemmas: each phrase is a form, its UPOS and perhaps its STTS tag; no pipeline is needed."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from claimcheck.language.lemmas import lemma_of

CORPUS = Path(str(files("claimcheck.language") / "corpora" / "lemmas" / "corpus.yaml"))


def find(text: str, reference_date: str | None) -> list[dict[str, Any]]:
    form, pos, *hint = text.split()
    return [{"start": 0, "end": len(form), "lemma": lemma_of(form, pos, *hint)}]
