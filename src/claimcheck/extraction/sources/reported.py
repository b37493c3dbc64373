"""Reported acts of speech: what the reporting verb takes inside its own clause ("sprach von 11.000", "bezeichnete es als …")."""

from __future__ import annotations

from collections.abc import Set

from claimcheck.extraction.records import AttributionSpan
from claimcheck.extraction.sources.counted import carries_figure
from claimcheck.extraction.sources.elliptic import Elliptic, find_elliptic
from claimcheck.extraction.sources.figures import has_figure, preposition
from claimcheck.extraction.sources.frames import Frame, in_subjunctive
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.spans import Range, attribution, without
from claimcheck.extraction.sources.units import Unit

VICTIMS = ("opfer", "opfern", "tote", "toten", "leben", "verletzte")  # what a disaster "fordert"
CONTRASTING = {"während", "wohingegen", "wogegen"}  # open a side clause that reports as much as its main clause


def find_reported(
    passage: Passage, units: list[Unit], frames: list[Frame], used: set[int], voices: Set[int] = frozenset()
) -> list[AttributionSpan]:
    """The contents of frames that report no clause.

    ``used`` are the units of those that do, ``voices`` the tokens that name somebody who can speak.
    """
    found: list[AttributionSpan | None] = []
    for frame in find_carrying(passage, units, frames, used, voices):
        unit = units[frame.unit]
        parts = find_elliptic(passage, unit, frame, voices)
        content = without(_content(passage, units, frame), [(part.start, part.end) for part in parts])
        said = (unit.start, unit.end)
        found.append(attribution(passage, content, mode="indirect", rule="reported words", frame=frame, said=said))
        found += [_of_part(passage, frame, part) for part in parts]
    return [item for item in found if item is not None]


def find_carrying(
    passage: Passage, units: list[Unit], frames: list[Frame], used: set[int], voices: Set[int] = frozenset()
) -> list[Frame]:
    """The frames outside ``used`` that carry content inside their own clause, with a speaker."""
    return [
        frame
        for frame in frames
        if frame.unit not in used
        and frame.speaker is not None
        and _is_stated(passage, units[frame.unit])
        and _carries(passage, units[frame.unit], frame, voices)
    ]


def _of_part(passage: Passage, frame: Frame, part: Elliptic) -> AttributionSpan | None:
    """ "die Polizei von 7.000": another speaker with the verb of the clause before."""
    cue = (frame.verb, frame.verb + 1)
    said = (part.speaker.start, part.speaker.end)
    return attribution(
        passage,
        [(part.content, part.end)],
        mode="indirect",
        rule="reported words",
        speaker=part.speaker,
        cue=cue,
        said=said,
        lemma=frame.lemma,
    )


def _is_stated(passage: Passage, unit: Unit) -> bool:
    """True for a main clause and one behind während, in the indicative."""
    contrast = unit.kind == "sub" and unit.marker is not None and passage.doc[unit.marker].lower_ in CONTRASTING
    return (unit.kind in ("main", "v1") or contrast) and not in_subjunctive(passage, unit)


def _content(passage: Passage, units: list[Unit], frame: Frame) -> list[Range]:
    """The clause less speaker, conjunction and verbs, with the relative clauses that hang on it, but for the speaker's own."""
    unit = units[frame.unit]
    doc = passage.doc
    end = unit.end
    for other in units[frame.unit + 1 :]:
        if unit.kind != "sub" and (other.start < end or other.kind in ("rel", "sub", "inf", "frag")):
            end = max(end, other.end)
        else:
            break
    holes = [(_with_preposition(passage, frame, frame.speaker.start), frame.speaker.end)] if frame.speaker else []
    holes += [(other.start, other.end) for other in units if other.kind == "rel" and holes and other.start - 1 == holes[0][1]]
    holes += [(unit.marker, unit.marker + 1)] if unit.marker is not None else []
    holes += [
        (i, i + 1)
        for i in unit.tokens()
        if i in (frame.verb, unit.finite) or (doc[i].tag_ == "PTKVZ" and doc[i].head.i in (frame.verb, unit.finite))
    ]
    return without([(unit.start, end)], sorted(holes))


def _with_preposition(passage: Passage, frame: Frame, start: int) -> int:
    """In a passive von or durch before the agent is no content."""
    return start - 1 if frame.passive and preposition(passage.doc[start - 1]) in ("von", "durch") else start


def _carries(passage: Passage, unit: Unit, frame: Frame, voices: Set[int]) -> bool:
    """True where the clause has the object that the lexicon row asks for."""
    doc = passage.doc
    if frame.lemma == "fordern" and any(doc[i].lower_.endswith(VICTIMS) for i in unit.tokens()):
        return False
    if carries_figure(passage, unit, frame, voices):
        return True
    wanted = frame.row.objects()
    if frame.row.object.endswith("~") or (frame.row.object.endswith("#") and not has_figure(passage, unit)):
        return False
    for index in unit.tokens():
        token = doc[index]
        if (token.lower_ in ("als", "für") and token.lower_ in wanted) or preposition(token) in wanted:
            return True
        if "acc" in wanted and _is_object(passage, index, frame, unit):
            return True
    return False


def _is_object(passage: Passage, index: int, frame: Frame, unit: Unit) -> bool:
    token = passage.doc[index]
    if (frame.speaker is not None and frame.speaker.start <= index < frame.speaker.end) or token.tag_ not in ("NN", "NE"):
        return False
    first = unit.finite is not None and frame.speaker is not None and index < unit.finite < frame.speaker.start
    relations = ("obj", "nsubj", "nsubj:pass") if frame.row.object.endswith("#") or first else ("obj", "nsubj:pass")
    return token.dep_ in relations and token.head.i in (frame.verb, unit.finite)
