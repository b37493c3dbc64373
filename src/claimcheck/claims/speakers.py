"""Speakers whose words ran over a figure: "nach Angaben der Bahn | 87 Fahrgäste" is cut before the figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimcheck.extraction.records import AttributionSpan, Extent, NumberSpan


def cut_before_figures(
    attributions: Sequence[AttributionSpan], numbers: Sequence[NumberSpan], doc: Doc
) -> tuple[AttributionSpan, ...]:
    """The attributions, each speaker ending before a counted figure inside its words; those words join the content.

    Source: a German noun phrase has its figure before its noun, so a second figure begins a second phrase.
    """
    return tuple(_cut(span, numbers, doc) for span in attributions)


def _cut(span: AttributionSpan, numbers: Sequence[NumberSpan], doc: Doc) -> AttributionSpan:
    speaker = span.speaker
    if speaker is None:
        return span
    counted = [number for number in numbers if number.item_token is not None or number.kind != "count"]
    figure = next((number for number in counted if speaker.start < number.start < speaker.end), None)
    if figure is None:
        return span
    head = speaker.start + len(doc.text[speaker.start : figure.start].rstrip())
    kept = doc.char_span(speaker.start, head, alignment_mode="contract")
    if kept is None or not any(token.pos_ in ("NOUN", "PROPN", "PRON") for token in kept):
        return span
    pieces = span.pieces or (Extent(span.start, span.end),)
    content = (*pieces, Extent(figure.start, speaker.end))
    return replace(
        span,
        start=min(span.start, figure.start),
        end=max(span.end, speaker.end),
        speaker=Extent(speaker.start, head),
        speaker_token=kept.root.i,
        pieces=tuple(sorted(content, key=lambda piece: piece.start)),
    )
