"""Attributions mended: speakers whose words ran over a figure ("nach Angaben der Bahn | 87 Fahrgäste"), games that are
"bestritten" and not denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimcheck.claims.nouns import is_contest
from claimcheck.extraction.records import AttributionSpan, DateSpan, Extent, NumberSpan
from claimcheck.language.inflection import noun_lemma

EMPTY = AttributionSpan(0, 0, "indirect", "no report")


def mend_attributions(
    attributions: Sequence[AttributionSpan], numbers: Sequence[NumberSpan], doc: Doc, dates: Sequence[DateSpan] = ()
) -> tuple[AttributionSpan, ...]:
    """The attributions in their order, each speaker ending before a counted figure inside its words, which join the
    content, and none of them a date; what reports nothing ("bestreitet ein Spiel") is left without content.

    Source: a German noun phrase has its figure before its noun, so a second figure begins a second phrase.
    """
    return tuple(EMPTY if _is_game(span, doc) else _cut(_undated(span, dates, doc), numbers, doc) for span in attributions)


def _is_game(span: AttributionSpan, doc: Doc) -> bool:
    if span.cue_lemma != "bestreiten":
        return False
    content = doc.char_span(span.start, span.end, alignment_mode="expand")
    nouns = [token for token in content if token.pos_ == "NOUN" and token.dep_ in ("obj", "nsubj:pass", "obl")] if content else []
    return any(is_contest(noun_lemma(noun)) for noun in nouns)


def _undated(span: AttributionSpan, dates: Sequence[DateSpan], doc: Doc) -> AttributionSpan:
    """The noun that a date stands at for a speaker that is the date ("Angaben vom Mittwoch zufolge"), else no speaker."""
    if span.speaker is None or span.speaker_token is None:
        return span
    day = doc[span.speaker_token]
    if not any(date.start <= day.idx < date.end for date in dates):
        return span
    noun = day.head
    if noun.pos_ not in ("NOUN", "PROPN") or noun.i >= day.i:
        return replace(span, speaker=None, speaker_token=None)
    first = min((child.i for child in noun.children if child.dep_ in ("amod", "det") and child.i < noun.i), default=noun.i)
    return replace(span, speaker=Extent(doc[first].idx, noun.idx + len(noun)), speaker_token=noun.i)


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
