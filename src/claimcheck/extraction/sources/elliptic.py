"""Speakers that share a verb: "Die Veranstalter sprachen von 12.000 Teilnehmern, die Polizei von 7.000"."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from claimcheck.extraction.sources.figures import is_figure, preposition
from claimcheck.extraction.sources.frames import Frame
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.phrases import Phrase, phrase_at
from claimcheck.extraction.sources.units import Unit

ADVERBS = {"ADV", "ADJD", "PAV"}
LONGEST = 8  # tokens of a speaker
OPENING = {"ART", "NE", "NN", "ADJA", "PIAT"}
HEDGES = {"mehr", "als", "bis", "zu", "etwa", "rund", "über", "knapp", "gut", "um", "die", "gegen", "fast"}


@dataclass(frozen=True, slots=True)
class Elliptic:
    """A second speaker with a figure of its own: tokens [start, end), of which those from ``content`` are said."""

    start: int
    content: int
    end: int
    speaker: Phrase


def find_elliptic(passage: Passage, unit: Unit, frame: Frame, voices: Set[int]) -> list[Elliptic]:
    """The parts of a clause, behind a comma or und, in which another speaker gives a figure without a verb of its own.

    Source: IDS, grammis, "Gapping": what is left is the subject and one more phrase of the same form.
    ``voices``: tokens that name somebody who can speak.
    """
    wanted = {*frame.row.objects(), *frame.row.counts()}
    found = (_part(passage, start, end, wanted) for start, end in _parts(passage, unit, frame))
    return [part for part in found if part is not None and part.speaker.head in voices]


def _parts(passage: Passage, unit: Unit, frame: Frame) -> list[tuple[int, int]]:
    """The stretches behind a comma or und that follow the verb and what it takes."""
    doc = passage.doc
    behind = max(frame.verb, unit.finite or frame.verb, frame.speaker.end if frame.speaker else 0)
    cuts = [i for i in range(behind + 1, unit.end - 1) if doc[i].text == "," or doc[i].lower_ in ("und", "aber")]
    starts = [i + 1 for i in cuts if doc[i + 1].tag_ != "KON"]
    return [(start, next((cut for cut in cuts if cut > start + 1), unit.end)) for start in starts]


def _part(passage: Passage, start: int, end: int, wanted: set[str]) -> Elliptic | None:
    doc = passage.doc
    speaker = _speaker(passage, start, end, wanted)
    if speaker is None:
        return None
    place = speaker.end
    while place < end and doc[place].tag_ in ADVERBS and not is_figure(doc[place]) and doc[place].lower_ not in HEDGES:
        place += 1
    content = place
    if place < end and preposition(doc[place]) in wanted:
        place += 1
    elif "acc" not in wanted:
        return None
    while place < end and doc[place].lower_ in HEDGES:
        place += 1
    return Elliptic(start, content, end, speaker) if place < end and is_figure(doc[place]) else None


def _speaker(passage: Passage, start: int, end: int, wanted: set[str]) -> Phrase | None:
    """The nominative before the phrase with the figure: an article and a noun, or a name."""
    doc = passage.doc
    stops = (i for i in range(start + 1, min(end, start + LONGEST)) if preposition(doc[i]) in wanted or is_figure(doc[i]))
    limit = next(stops, None)
    while limit is not None and limit > start + 1 and (doc[limit - 1].tag_ in ADVERBS or doc[limit - 1].lower_ in HEDGES):
        limit -= 1
    found = phrase_at(doc, start, limit) if limit is not None and limit > start else None
    if found is None or found.end != limit or doc[found.head].tag_ not in ("NN", "NE") or is_figure(doc[start]):
        return None
    nominative = doc[start].tag_ in OPENING and doc[start].lower_ not in ("den", "dem", "des")
    return found if nominative else None
