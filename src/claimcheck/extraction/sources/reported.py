"""Reported acts of speech: what the reporting verb takes inside its own clause ("sprach von 11.000", "bezeichnete es als …")."""

from __future__ import annotations

from claimcheck.extraction.records import AttributionSpan
from claimcheck.extraction.sources.frames import Frame, in_subjunctive
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.spans import Range, attribution, without
from claimcheck.extraction.sources.units import Unit

VICTIMS = ("opfer", "opfern", "tote", "toten", "leben", "verletzte")  # what a disaster "fordert"


def find_reported(passage: Passage, units: list[Unit], frames: list[Frame], used: set[int]) -> list[AttributionSpan]:
    """The contents of frames that report no clause (``used``: units of those that do)."""
    found = []
    for frame in frames:
        unit = units[frame.unit]
        if frame.unit in used or frame.speaker is None or unit.kind not in ("main", "v1") or in_subjunctive(passage, unit):
            continue
        if not _carries(passage, unit, frame):
            continue
        found.append(
            attribution(
                passage,
                _content(passage, units, frame),
                mode="indirect",
                rule="reported words",
                frame=frame,
                said=(unit.start, unit.end),
            )
        )
    return [item for item in found if item is not None]


def _content(passage: Passage, units: list[Unit], frame: Frame) -> list[Range]:
    """The clause less speaker and verbs, with the relative clauses that hang on it."""
    unit = units[frame.unit]
    doc = passage.doc
    end = unit.end
    for other in units[frame.unit + 1 :]:
        if other.start < end or other.kind in ("rel", "sub", "inf", "frag"):
            end = max(end, other.end)
        else:
            break
    holes = [(frame.speaker.start, frame.speaker.end)] if frame.speaker else []
    holes += [
        (i, i + 1)
        for i in unit.tokens()
        if i in (frame.verb, unit.finite) or (doc[i].tag_ == "PTKVZ" and doc[i].head.i in (frame.verb, unit.finite))
    ]
    return without([(unit.start, end)], sorted(holes))


def _carries(passage: Passage, unit: Unit, frame: Frame) -> bool:
    """True where the clause has the object that the lexicon row asks for."""
    doc = passage.doc
    if frame.lemma == "fordern" and any(doc[i].lower_.endswith(VICTIMS) for i in unit.tokens()):
        return False
    wanted = frame.row.objects()
    if frame.row.object.endswith("~") or (frame.row.object.endswith("#") and not any(doc[i].like_num for i in unit.tokens())):
        return False
    for index in unit.tokens():
        token = doc[index]
        if (token.lower_ in ("als", "für") and token.lower_ in wanted) or _is_preposition(passage, index, wanted):
            return True
        if "acc" in wanted and _is_object(passage, index, frame, unit):
            return True
    return False


def _is_preposition(passage: Passage, index: int, wanted: list[str]) -> bool:
    token = passage.doc[index]
    short = {"vom": "von", "zum": "zu", "zur": "zu", "ans": "an", "im": "in"}
    word = short.get(token.lower_, token.lower_)
    return token.tag_ in ("APPR", "APPRART") and word in wanted


def _is_object(passage: Passage, index: int, frame: Frame, unit: Unit) -> bool:
    token = passage.doc[index]
    if (frame.speaker is not None and frame.speaker.start <= index < frame.speaker.end) or token.tag_ not in ("NN", "NE"):
        return False
    relations = ("obj", "nsubj", "nsubj:pass") if frame.row.object.endswith("#") else ("obj", "nsubj:pass")
    return token.dep_ in relations and token.head.i in (frame.verb, unit.finite)
