"""Entities: one result for each mention, name and id null where it stays open."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from adapters.actors import language
from claimcheck.extraction.actors import find_mentions
from claimcheck.linking import link_mentions

CORPUS = Path(str(files("claimcheck.linking") / "corpus.yaml"))


def find(text: str, reference_date: str | None) -> list[dict[str, Any]]:
    doc = language()(text)
    mentions = find_mentions(doc)
    entities = link_mentions(doc, mentions)
    return [
        {"start": mention.start, "end": mention.end}
        | ({"name": entity.name, "id": entity.id, "kind": entity.kind} if entity else {"name": None, "id": None, "kind": None})
        for mention, entity in zip(mentions, entities, strict=True)
    ]
