"""Headlines that name their source before a colon: "Polizei: Drei Tote bei Unfall", "Studie: Jeder Fünfte hat Schulden".

A headline is a line without a full stop. The words before the colon must be a mention of somebody who speaks: a person, an
office, an intelligence service, a study, experts, a union. A place, a country, a company or an event before the colon is the
topic ("Frankreich: Gewerkschaften rufen zum Streik auf", "Hochwasser: Fünf Tote") and no source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from claimcheck.extraction.records import AttributionSpan, Extent, Mention
from claimcheck.extraction.sources.cues import words_of_class

SPEAKING = {"person", "government", "intelligence", "document", "anonymous"}
LONGEST_SPEAKER = 5  # tokens


def find_headlines(doc: Doc, mentions: Sequence[Mention]) -> list[AttributionSpan]:
    """The contents of headlines behind "speaker: ", in text order."""
    return [item for sent in _lines_without_stop(doc) if (item := _headline(sent, mentions)) is not None]


def _lines_without_stop(doc: Doc) -> Iterator[Span]:
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        ends_line = sent.end == len(doc) or "\n" in doc[sent.end - 1].text or "\n" in doc[sent.end].text
        if words and ends_line and words[-1].text != ".":
            yield doc[words[0].i : words[-1].i + 1]


def _headline(sent: Span, mentions: Sequence[Mention]) -> AttributionSpan | None:
    colon = next((token for token in sent[1 : LONGEST_SPEAKER + 1] if token.text == ":"), None)
    if colon is None or colon.i + 1 >= sent.end:
        return None
    before = Extent(sent.start_char, colon.idx)
    speaker = next((m for m in mentions if m.start == before.start and before.end - 1 <= m.end <= before.end), None)
    if speaker is None or not _speaks(speaker):
        return None
    doc = sent.doc
    content = Extent(doc[colon.i + 1].idx, sent.end_char)
    return AttributionSpan(
        start=content.start,
        end=content.end,
        mode="attributed",
        rule="headline",
        speaker=Extent(speaker.start, speaker.end),
        speaker_token=speaker.head,
        cue=Extent(colon.idx, colon.idx + 1),
        cue_lemma=":",
        pieces=(content,),
        said=before,
    )


def _speaks(mention: Mention) -> bool:
    if mention.source_kind in SPEAKING:
        return mention.kind not in ("country", "place")
    return mention.rule == "body.noun" and mention.name.lower().endswith(tuple(words_of_class("headline")))
