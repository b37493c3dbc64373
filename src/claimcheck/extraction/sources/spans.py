"""From tokens to the records of stage 3: extents in characters, without the punctuation around them."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from claimcheck.extraction.records import AttributionSpan, Extent
from claimcheck.extraction.sources.frames import Frame
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.phrases import Phrase

TRIMMED = ",;:–—-.("
Range = tuple[int, int]


def extent_of(doc: Doc, start: int, end: int) -> Extent:
    """The characters of tokens [start, end)."""
    return Extent(doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text))


def trimmed(doc: Doc, start: int, end: int) -> Range | None:
    """The range without blanks, commas and the full stop around it; None where nothing is left."""
    while start < end and (doc[start].is_space or doc[start].text in TRIMMED):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in TRIMMED):
        end -= 1
    return (start, end) if start < end else None


def without(ranges: Iterable[Range], holes: Iterable[Range]) -> list[Range]:
    """The ranges less the holes, in order."""
    left = list(ranges)
    for hole_start, hole_end in holes:
        left = [
            part
            for start, end in left
            for part in ((start, min(end, hole_start)), (max(start, hole_end), end))
            if part[0] < part[1] and ((end > hole_start and start < hole_end) or part == (start, end))
        ]
        left = sorted(set(left))
    return left


def pieces_of(doc: Doc, ranges: Iterable[Range]) -> tuple[Extent, ...]:
    """The extents of ranges, trimmed, those without a word dropped."""
    kept = [trimmed(doc, start, end) for start, end in ranges]
    return tuple(
        extent_of(doc, *part)
        for part in kept
        if part is not None and any(doc[i].is_alpha or doc[i].like_num for i in range(*part))
    )


def attribution(
    passage: Passage,
    ranges: Iterable[Range],
    *,
    mode: str,
    rule: str,
    frame: Frame | None = None,
    speaker: Phrase | None = None,
    cue: Range | None = None,
    said: Range | None = None,
    lemma: str | None = None,
) -> AttributionSpan | None:
    """The record of reported content; None where the ranges hold no word."""
    doc = passage.doc
    pieces = pieces_of(doc, ranges)
    if not pieces:
        return None
    who = frame.speaker if frame is not None and speaker is None else speaker
    return AttributionSpan(
        start=pieces[0].start,
        end=pieces[-1].end,
        mode=mode,  # type: ignore[arg-type]
        rule=rule,
        speaker=extent_of(doc, who.start, who.end) if who else None,
        speaker_token=who.head if who else None,
        cue=extent_of(doc, *cue) if cue else extent_of(doc, frame.verb, frame.verb + 1) if frame else None,
        cue_lemma=frame.lemma if frame is not None else lemma,
        pieces=pieces if len(pieces) > 1 else (),
        said=extent_of(doc, *said) if said else None,
        denial=frame is not None and frame.row.denial,
        demand=frame is not None and frame.row.demand,
    )
