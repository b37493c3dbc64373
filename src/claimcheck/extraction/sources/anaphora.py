"""A frame whose content is the sentence before: "Das teilte die Polizei mit.", "Dies geht aus dem Bericht hervor."."""

from __future__ import annotations

from claimcheck.extraction.records import AttributionSpan
from claimcheck.extraction.sources.frames import Frame
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.spans import attribution
from claimcheck.extraction.sources.units import Unit

POINTERS = {"das", "dies"}
ADVERBS = {"davon": "ausgehen", "darauf": "hinweisen", "davor": "warnen", "damit": "rechnen"}


def points_back(passage: Passage, units: list[Unit], frames: list[Frame]) -> Frame | None:
    """The frame of a sentence that says who said the sentence before it."""
    frame = next((frame for frame in frames if frame.unit == 0), None)
    if frame is None or frame.speaker is None or len(units) > 3 or units[0].finite != passage.start + 1:
        return None
    word = passage.doc[passage.start].lower_
    return frame if (word in POINTERS and frame.row.back) or ADVERBS.get(word) == frame.lemma else None


def content_before(before: Passage, passage: Passage, frame: Frame) -> AttributionSpan | None:
    """The attribution of the whole passage before to the speaker of the frame."""
    return attribution(
        before, [(before.start, before.end)], mode="indirect", rule="points back", frame=frame, said=(passage.start, passage.end)
    )
