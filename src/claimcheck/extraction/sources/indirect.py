"""Indirect speech: a reporting verb with a dass-, ob- or w-clause, a Konjunktiv clause or an infinitive, before or after it."""

from __future__ import annotations

from claimcheck.extraction.records import AttributionSpan
from claimcheck.extraction.sources.figures import has_figure
from claimcheck.extraction.sources.frames import Frame, in_subjunctive
from claimcheck.extraction.sources.kinds import CONTENT_MARKERS, is_zu
from claimcheck.extraction.sources.passages import FINITE, Passage
from claimcheck.extraction.sources.spans import Range, attribution
from claimcheck.extraction.sources.units import Unit

DEPENDENT = ("sub", "rel", "inf", "wh", "frag", "wie")
CONDITIONS = {"wenn", "falls", "sofern", "obwohl", "obgleich", "solange", "sobald", "nachdem", "weil", "da", "während"}
QUESTION_WORDS = {"wann", "warum", "wer", "weshalb", "wieso", "wohin", "woher", "wieviel"}
ADVERBIAL = {"was", "wobei", "weshalb", "wodurch", "wo", "womit"}
VERB_ENDS = {"PTKVZ", "VVPP", "VVINF"}
PURPOSE = {"um", "ohne", "anstatt", "statt"}


def find_indirect(passage: Passage, units: list[Unit], frames: list[Frame]) -> tuple[list[AttributionSpan], set[int]]:
    """The contents of clauses that the frames of a passage report, and the units of these frames."""
    found = []
    used = set()
    cues = {frame.unit for frame in frames if frame.row.frames}
    for frame in frames:
        content = content_of(passage, units, frame, cues) if frame.row.speaks() else []
        if content:
            used.add(frame.unit)
            mode = (
                "direct" if _is_quotation(passage, content) else "attributed" if units[frame.unit].kind == "wie" else "indirect"
            )
            rule = "wie-clause" if units[frame.unit].kind == "wie" else "reporting verb"
            found.append(attribution(passage, content, mode=mode, rule=rule, frame=frame, said=_said(units[frame.unit])))
    return [item for item in found if item is not None], used


def content_of(passage: Passage, units: list[Unit], frame: Frame, cues: set[int]) -> list[Range]:
    """The token ranges of what the frame reports in clauses; empty where it reports none."""
    unit = units[frame.unit]
    if unit.kind == "wie":
        return around(passage, units, frame.unit, cues)
    if unit.kind == "main" and frame.unit and frame.row.back and _points_back(passage, unit):
        return _before(passage, units, frame.unit, cues)
    behind = _after(passage, units, frame, cues)
    if (
        unit.kind == "v1"
        and not unit.coordinated
        and _frames_back(frame)
        and frame.unit
        and not _only_adverbial(passage, units, frame, behind)
    ):
        return _before(passage, units, frame.unit, cues) + _rest(passage, units, frame.unit, cues)
    return behind or _without_comma(passage, unit, frame)


def _without_comma(passage: Passage, unit: Unit, frame: Frame) -> list[Range]:
    """The infinitive clause of "hat angekündigt das Amt niederzulegen", which lacks its comma."""
    start, end = unit.pieces[-1]
    verbs = [i for i in range(start, end) if passage.doc[i].tag_ == "PTKVZ" or i == frame.verb]
    if "i" not in frame.row.frames or not verbs or verbs[-1] >= end - 2 or not is_zu(passage.doc[end - 1], passage.doc[end - 2]):
        return []
    return [(verbs[-1] + 1, end)] if passage.doc[verbs[-1]].tag_ in ("VVPP", "PTKVZ") else []


def _points_back(passage: Passage, unit: Unit) -> bool:
    """True for "…, das entschied der Rat"."""
    return passage.doc[unit.start].lower_ in ("das", "dies") and unit.finite == unit.start + 1


def around(passage: Passage, units: list[Unit], number: int, cues: set[int]) -> list[Range]:
    """What a frame without own syntax (wie X sagte, so X) reports: before it, behind it, or the clause that it splits."""
    unit = units[number]
    split = next((other for other in units if other.start < unit.start < other.end), None)
    ahead = _before(passage, units, number, cues) if number else []
    first = units[0].start == unit.start
    behind = _behind(passage, units, number, cues) if first or split is not None else _rest(passage, units, number, cues)
    if split is not None:
        return _cut(units, passage, split, unit)
    return ahead + behind


def _cut(units: list[Unit], passage: Passage, split: Unit, frame: Unit) -> list[Range]:
    """The split clause and what hangs on it, less the frame."""
    end = split.end
    for unit in units:
        if unit.start >= end and unit.kind in DEPENDENT:
            end = unit.end
        elif unit.start >= end:
            break
    return [(split.start, frame.start), (frame.end, end)]


def _frames_back(frame: Frame) -> bool:
    return "s" in frame.row.frames or "c" in frame.row.frames


def _only_adverbial(passage: Passage, units: list[Unit], frame: Frame, behind: list[Range]) -> bool:
    """True for "Als er ankam, sagte er, …": what stands before the verb is no content."""
    before = units[: frame.unit]
    adverbial = all(unit.kind in ("sub", "rel", "frag", "inf", "wie") for unit in before)
    marker = before[0].marker
    reported = marker is not None and passage.doc[marker].lower_ in CONTENT_MARKERS
    if adverbial and not reported and not any(in_subjunctive(passage, unit) for unit in before):
        return True
    return bool(behind) and adverbial and not reported


def _before(passage: Passage, units: list[Unit], number: int, cues: set[int]) -> list[Range]:
    first = number
    while (
        first
        and not (first - 1 in cues and _is_frame_clause(passage, units, first - 1))
        and not _ends_before(passage, units, first, number)
        and not _is_announced(passage, units, first, number)
    ):
        first -= 1
    return [(units[first].start, units[number].start)] if first < number else []


def _ends_before(passage: Passage, units: list[Unit], first: int, number: int) -> bool:
    """A quotation directly before the frame is the content, not what stands before it, unless that is Konjunktiv as well."""
    quoted = first < number and units[first].kind == "quote" and units[number - 1].kind == "quote"
    return quoted and not in_subjunctive(passage, units[max(first - 1, 0)])


def _is_announced(passage: Passage, units: list[Unit], first: int, number: int) -> bool:
    """A Konjunktiv behind a colon is the content; the clause before it is the article's ("Der Streik wirkt: 300 fehlten, …")."""
    opening = first < number and units[first].colon and in_subjunctive(passage, units[first])
    return opening and not any(in_subjunctive(passage, unit) for unit in units[:first])


def _is_frame_clause(passage: Passage, units: list[Unit], number: int) -> bool:
    return units[number].kind in ("main", "v1", "so", "wie") and not in_subjunctive(passage, units[number])


def _rest(passage: Passage, units: list[Unit], number: int, cues: set[int]) -> list[Range]:
    """What goes on with the content behind a frame that stands within it: Konjunktiv clauses and what hangs on them."""
    following = number + 1
    while following < len(units) and units[following].kind == "rel":
        following += 1
    if following >= len(units):
        return []
    unit = units[following]
    if (unit.kind in ("main", "v1") and in_subjunctive(passage, unit)) or (unit.kind == "sub" and not unit.coordinated):
        return [(unit.start, _end(passage, units, following, cues))]
    return []


def _behind(passage: Passage, units: list[Unit], number: int, cues: set[int]) -> list[Range]:
    if number + 1 >= len(units):
        return []
    end = number + 1
    while end + 1 < len(units) and not (end + 1 in cues and _is_frame_clause(passage, units, end + 1)):
        end += 1
    return [(units[number + 1].start, max(unit.end for unit in units[number + 1 : end + 1]))]


def _after(passage: Passage, units: list[Unit], frame: Frame, cues: set[int]) -> list[Range]:
    start = _content_start(passage, units, frame, cues)
    if start is None:
        return []
    return [(_first_word(passage, units[frame.unit], units[start]), _end(passage, units, start, cues))]


def _first_word(passage: Passage, frame: Unit, content: Unit) -> int:
    """Where content begins that commas cut ("drohten, den Hafen, das Dock und das Lager zu sperren"): behind the frame's verb."""
    doc = passage.doc
    ends = [n for n, (_, end) in enumerate(frame.pieces) if doc[end - 1].tag_ in VERB_ENDS or doc[end - 1].tag_ in FINITE]
    if content.kind != "inf" or not ends or ends[0] + 1 >= len(frame.pieces):
        return content.start
    start = frame.pieces[ends[0] + 1][0]
    return start if start < content.start and frame.end <= content.start else content.start


def _content_start(passage: Passage, units: list[Unit], frame: Frame, cues: set[int]) -> int | None:
    """The index of the first unit behind the frame that can be its content."""
    number = frame.unit + 1
    end = units[frame.unit].end
    while number < len(units) and (
        units[number].kind == "rel" or units[number].start < end or _is_inserted(passage, units[number])
    ):
        number += 1
    if number >= len(units):
        return None
    if number in cues and _is_frame_clause(passage, units, number):
        return None
    return number if _accepts(passage, units, frame, number) else None


def _is_inserted(passage: Passage, unit: Unit) -> bool:
    return unit.kind == "inf" and passage.doc[unit.start].lower_ in PURPOSE


def _accepts(passage: Passage, units: list[Unit], frame: Frame, number: int) -> bool:
    unit, frames, doc = units[number], frame.row.frames, passage.doc
    clause = "c" in frames or ("d" in frames and _has_pronominal(passage, units[frame.unit]))
    if unit.kind == "quote":
        return "s" in frames or clause or unit.colon
    if unit.kind == "inf":
        return "i" in frames
    if unit.kind == "sub" and unit.marker is not None:
        word = doc[unit.marker].lower_
        conditional = word in CONDITIONS and _leads_to_subjunctive(passage, units, number)
        return clause and (word in CONTENT_MARKERS or word in QUESTION_WORDS or conditional)
    if unit.kind == "wh":
        return clause and doc[unit.marker or unit.start].lower_ not in ADVERBIAL
    if unit.kind == "wie":
        return clause
    if in_subjunctive(passage, units[frame.unit]) and unit.kind != "quote":
        return False  # the next Konjunktiv clause is as much the speaker's as this one
    if unit.kind == "main" and not unit.coordinated and (clause or "s" in frames):
        return in_subjunctive(passage, unit) or ("s" in frames and (unit.colon or _is_bare(passage, units[frame.unit], frame)))
    return unit.kind == "v1" and unit.colon and "s" in frames


def _has_pronominal(passage: Passage, unit: Unit) -> bool:
    return any(
        passage.doc[i].tag_ in ("PAV", "PROAV") or passage.doc[i].lower_.startswith(("dar", "dav", "daz", "dam", "daf", "dag"))
        for i in unit.tokens()
    )


def _leads_to_subjunctive(passage: Passage, units: list[Unit], number: int) -> bool:
    following = next((unit for unit in units[number + 1 :] if unit.kind in ("main", "v1")), None)
    return following is not None and in_subjunctive(passage, following)


def _has_object(passage: Passage, unit: Unit, frame: Frame) -> bool:
    return any(passage.doc[i].dep_ == "obj" and passage.doc[i].head.i == frame.verb for i in unit.tokens())


def _is_bare(passage: Passage, unit: Unit, frame: Frame) -> bool:
    """True where the reporting verb ends its clause: what follows must be its content."""
    last = passage.doc[unit.end - 1]
    if _has_object(passage, unit, frame) and has_figure(passage, unit):
        return False  # "hatte elf Verletzte gemeldet, …" has said what it says
    if "s" in frame.row.frames and "c" in frame.row.frames and unit.kind == "main" and not frame.row.objects():
        return not _has_object(passage, unit, frame)
    if last.tag_ in ("ADV", "PAV") and unit.finite == unit.end - 2 == frame.verb:
        return True
    return unit.end - 1 == frame.verb or (last.tag_ in ("PTKVZ",) and unit.kind in ("main", "v1", "sub"))


def content_end(passage: Passage, units: list[Unit], start: int, cues: set[int], within: Unit) -> int:
    """The end of content that a noun introduces: where the clause around it goes on, or as for a verb."""
    resumed = next((begin for begin, _ in within.pieces if begin >= units[start].end), None)
    end = _end(passage, units, start, cues)
    return min(end, resumed - 1) if resumed is not None else end


def _end(passage: Passage, units: list[Unit], start: int, cues: set[int]) -> int:
    """The token behind the content that begins with a unit: what depends on it and further Konjunktiv clauses."""
    opening = units[start]
    loose = opening.kind in ("main", "v1") and not in_subjunctive(passage, opening)
    last = start
    for number in range(start + 1, len(units)):
        unit = units[number]
        if unit.kind == "quote" and opening.kind != "quote" and not in_subjunctive(passage, units[number - 1]):
            break
        if (
            unit.kind in ("main", "v1")
            and not in_subjunctive(passage, unit)
            and not (loose and number not in cues)
            and not _still_dependent(units, number)
            and not (unit.coordinated and passage.doc[unit.start].lower_ == "sondern")
        ):
            break
        if unit.kind == "so" or (opening.kind == "quote" and unit.kind != "quote"):
            break
        last = number
    return max(unit.end for unit in units[start : last + 1])


def _still_dependent(units: list[Unit], number: int) -> bool:
    """True for the main part of "dass er, wenn es regnet, bleibt", which waits behind a clause of its own."""
    return (
        units[number].kind == "v1"
        and not units[number].coordinated
        and units[number - 1].kind == "sub"
        and number > 1
        and units[number - 2].kind == "sub"
        and units[number - 2].finite is None
    )


def _is_quotation(passage: Passage, ranges: list[Range]) -> bool:
    """True where one quotation holds all of the content but its dass."""
    if len(ranges) != 1:
        return False
    start, end = ranges[0]
    quote = passage.quote_at(start) or passage.quote_at(min(start + 1, end - 1))
    return quote is not None and quote.start <= start + 1 and quote.end >= end - 1


def _said(unit: Unit) -> Range:
    return unit.pieces[0][0], unit.pieces[-1][1]
