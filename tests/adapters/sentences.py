"""The corpus of sentence borders and tokens, run on the blank pipeline."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from spacy.language import Language

from claimcheck.language.model import blank_language

CORPUS = Path(str(files("claimcheck.language") / "corpora" / "sentences" / "corpus.yaml"))


@cache
def pipeline() -> Language:
    return blank_language()


def find(text: str, reference_date: str | None) -> list[dict[str, Any]]:
    sents = [[token for token in sent if not token.is_space] for sent in pipeline()(text).sents]
    sents = [tokens for tokens in sents if tokens]
    return [
        {
            "start": tokens[0].idx,
            "end": tokens[-1].idx + len(tokens[-1]),
            "index": index,
            "count": len(sents),
            "tokens": [token.text for token in tokens],
        }
        for index, tokens in enumerate(sents)
    ]
