"""The corpus of clauses, run on the trained pipeline."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from claimcheck.language.clauses import Clause, content_verb, find_clauses, finite_verb
from claimcheck.language.model import load_language

CORPUS = Path(str(files("claimcheck.language") / "corpora" / "clauses" / "corpus.yaml"))


@cache
def pipeline() -> Language:
    return load_language()


def find(text: str, reference_date: str | None) -> list[dict[str, Any]]:
    doc = pipeline()(text)
    return [row(clause, doc) for sent in doc.sents for clause in find_clauses(sent)]


def row(clause: Clause, doc: Doc) -> dict[str, Any]:
    return {
        "start": clause.start,
        "end": clause.end,
        "kind": clause.kind,
        "parent": clause.parent,
        "marker": None if clause.marker is None else doc[clause.marker].lower_,
        "words": " ".join(doc[index].text for index in clause.tokens),
        "finite": text_of(finite_verb(clause, doc)),
        "content": text_of(content_verb(clause, doc)),
    }


def text_of(token: Token | None) -> str | None:
    return None if token is None else token.text
