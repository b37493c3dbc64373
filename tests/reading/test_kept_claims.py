from __future__ import annotations

import json

import pytest

from claimcheck.reading.kept_claims import looks_like_claims, parse_claims

CLAIM = {
    "id": "c1",
    "article": {"id": "sha256:1", "path": "a.txt", "outlet": None, "published": None},
    "text": "Drei starben.",
    "start": 0,
    "end": 13,
    "sentence": 0,
    "predicate": {"lemma": "sterben", "text": "starben", "start": 5, "end": 12, "event": "death"},
    **dict.fromkeys(("actor", "number", "date", "source", "place")),
    "polarity": "positive",
    "modality": "asserted",
    "confidence": 0.5,
}


def test_lines_are_read_and_broken_ones_named() -> None:
    text = "\n".join([json.dumps(CLAIM), "{broken", "", json.dumps(CLAIM | {"id": "c2"}), "[1]", '{"id": "c3"}'])
    kept = parse_claims(text, "kept.jsonl")
    assert [claim.id for claim in kept.claims] == ["c1", "c2"]
    assert [error.path for error in kept.errors] == ["kept.jsonl, line 2", "kept.jsonl, line 5", "kept.jsonl, line 6"]
    assert [article.path for article in kept.articles] == ["a.txt"]


def test_document_is_read() -> None:
    article = {"id": "sha256:1", "path": "a.txt"}
    kept = parse_claims(json.dumps({"schema": "claimcheck/1", "articles": [article], "claims": [CLAIM]}, indent=1), "-")
    assert len(kept.claims) == len(kept.articles) == 1
    assert not kept.errors


def test_other_schema_is_refused() -> None:
    kept = parse_claims(json.dumps({"schema": "claimcheck/9", "claims": [CLAIM]}), "-")
    assert "claimcheck/9" in kept.errors[0].reason
    assert not kept.claims


@pytest.mark.parametrize(("text", "answer"), [('{"a": 1}', True), ("\ufeff {", True), ("Am Montag", False), ("", False)])
def test_looks_like_claims(text: str, answer: bool) -> None:
    assert looks_like_claims(text) is answer
