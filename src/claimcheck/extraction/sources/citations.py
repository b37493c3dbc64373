"""Whom a source itself relies on: "unter Berufung auf Geheimdienstkreise", "mit Verweis auf eine Studie"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span

from claimcheck.extraction.records import AttributionSpan, Extent
from claimcheck.extraction.sources.phrases import phrase_at
from claimcheck.extraction.sources.spans import extent_of

RELYING = {"berufung", "verweis", "hinweis", "bezug", "bezugnahme"}
OPENING = {"unter", "mit"}


def with_cited(doc: Doc, item: AttributionSpan) -> AttributionSpan:
    """The attribution with the words for whom its frame cites, where it does; content is no part of the frame."""
    frame = doc.char_span(item.said.start, item.said.end, alignment_mode="expand") if item.said is not None else None
    if frame is None:
        return item
    cited = _cited(doc, frame)
    if cited is None or (any(piece.contains(cited) for piece in item.pieces or (item,)) and item.rule != "reported words"):
        return item
    return replace(item, cites=cited)


def _cited(doc: Doc, frame: Span) -> Extent | None:
    for index in range(frame.start, frame.end - 3):
        if doc[index].lower_ in OPENING and doc[index + 1].lower_ in RELYING and doc[index + 2].lower_ == "auf":
            found = phrase_at(doc, index + 3, frame.end)
            return extent_of(doc, found.start, found.end) if found is not None else None
        if doc[index].lower_ in ("beruft", "berief", "berufen", "beriefen"):
            return _relied_on(doc, index, frame.end)
    return None


def _relied_on(doc: Doc, verb: int, end: int) -> Extent | None:
    place = next((i for i in range(verb + 1, end - 1) if doc[i].lower_ == "auf"), None)
    found = phrase_at(doc, place + 1, end) if place is not None else None
    return extent_of(doc, found.start, found.end) if found is not None else None
