"""A frame whose content is the sentence before: "Das teilte die Polizei mit.", "Dies geht aus dem Bericht hervor."."""

from __future__ import annotations

from claimcheck.extraction.records import AttributionSpan
from claimcheck.extraction.sources.frames import Frame
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.spans import attribution
from claimcheck.extraction.sources.units import Unit

POINTERS = {"das", "dies"}


def points_back(passage: Passage, units: list[Unit], frames: list[Frame]) -> Frame | None:
    """The frame of a sentence that says who said the sentence before it."""
    if (
        len(units) > 3
        or passage.doc[passage.start].lower_ not in POINTERS
        or passage.doc[passage.start].tag_ not in ("PDS", "ART")
    ):
        return None
    frame = next((frame for frame in frames if frame.unit == 0), None)
    if frame is None or units[0].finite != passage.start + 1 or not frame.row.back:
        return None
    return frame if frame.speaker is not None else None


def content_before(before: Passage, passage: Passage, frame: Frame) -> AttributionSpan | None:
    """The attribution of the whole passage before to the speaker of the frame."""
    return attribution(
        before, [(before.start, before.end)], mode="indirect", rule="points back", frame=frame, said=(passage.start, passage.end)
    )
