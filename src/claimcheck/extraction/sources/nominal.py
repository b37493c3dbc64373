"""Content behind a noun: "die Forderung der Eltern, die Klassen zu verkleinern", "vertrat die Ansicht, der Plan sei gut"."""

from __future__ import annotations

from claimcheck.extraction.records import AttributionSpan
from claimcheck.extraction.sources.cues import NounRow, find_noun
from claimcheck.extraction.sources.frames import in_subjunctive
from claimcheck.extraction.sources.indirect import content_end
from claimcheck.extraction.sources.kinds import CONTENT_MARKERS
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.phrases import Phrase, phrase_around, phrase_at
from claimcheck.extraction.sources.spans import attribution
from claimcheck.extraction.sources.speakers import agent, subject
from claimcheck.extraction.sources.units import Unit

DISTANCE = 8  # tokens that may stand between the noun and the comma before its clause
LOOSE = {"VVPP", "VVINF", "VVFIN", "PTKVZ", "ADV", "ADJD", "VAFIN", "VVIZU", "VAINF", "VAPP", "VMFIN"}


def find_nominal(passage: Passage, units: list[Unit], used: set[int], before: list[AttributionSpan]) -> list[AttributionSpan]:
    """The contents of clauses that a noun of saying introduces.

    ``used`` are units whose verb already reports a clause, ``before`` what verbs report.
    """
    found = []
    taken = {item.start for item in before}
    for number, unit in enumerate(units):
        following = next(
            (n for n in range(number + 1, len(units)) if units[n].kind != "rel" and units[n].start > unit.start), None
        )
        if number in used or following is None or unit.kind == "quote" or in_subjunctive(passage, unit):
            continue
        if passage.doc[units[following].start].idx in taken:
            continue
        noun = _noun_before(passage, unit, units[following])
        row = find_noun(passage.doc[noun].text) if noun is not None else None
        if noun is None or row is None or not _fits(passage, units[following], row):
            continue
        ranges = [(units[following].start, content_end(passage, units, following, used, unit))]
        found.append(
            attribution(
                passage,
                ranges,
                mode="indirect",
                rule="noun of saying",
                speaker=_speaker(passage, unit, noun),
                cue=(noun, noun + 1),
                said=(unit.start, unit.end),
                lemma=row.noun,
            )
        )
    return [item for item in found if item is not None]


def _noun_before(passage: Passage, unit: Unit, clause: Unit) -> int | None:
    """The last noun of saying in the piece of the unit that ends right before the clause."""
    doc = passage.doc
    ends = [end for start, end in unit.pieces if end <= clause.start]
    if not ends or passage.quote_at(ends[-1] - 1) is not None:
        return None
    for index in range(ends[-1] - 1, max(unit.start, ends[-1] - DISTANCE) - 1, -1):
        token = doc[index]
        if token.tag_ == "NN" and (row := find_noun(token.text)) is not None and row.frames:
            return index if _is_near(passage, index, ends[-1]) else None
    return None


def _is_near(passage: Passage, noun: int, end: int) -> bool:
    """True where only attributes of the noun, verbs and adverbs stand between it and the comma."""
    doc = passage.doc
    index = noun + 1
    while index < end:
        inner = None if doc[index].tag_ in LOOSE else phrase_at(doc, index + (doc[index].tag_ in ("APPR", "APPRART")), end)
        if doc[index].tag_ not in LOOSE and inner is None:
            return False
        index = inner.end if inner is not None else index + 1
    return True


def _fits(passage: Passage, clause: Unit, row: NounRow) -> bool:
    if clause.kind == "inf":
        return "i" in row.frames and passage.doc[clause.start].lower_ not in ("um", "ohne", "statt", "anstatt")
    if clause.kind == "sub" and clause.marker is not None:
        return "c" in row.frames and passage.doc[clause.marker].lower_ in CONTENT_MARKERS
    return clause.kind == "main" and "c" in row.frames and not clause.coordinated and in_subjunctive(passage, clause)


def _speaker(passage: Passage, unit: Unit, noun: int) -> Phrase | None:
    """Whose words they are: the genitive or possessor of the noun, else who voices it, else the noun itself."""
    doc = passage.doc
    first, limit = next((piece for piece in unit.pieces if piece[0] <= noun < piece[1]), (unit.start, unit.end))
    around = phrase_around(doc, noun, first, limit)
    own = possessor(passage, around, noun)
    if own is not None:
        return own
    voice = agent(passage, unit) or (subject(passage, unit, unit.finite) if unit.finite is not None else None)
    if voice is not None and not voice.start <= noun < voice.end:
        return voice
    return around


def possessor(passage: Passage, around: Phrase, noun: int) -> Phrase | None:
    """The phrase behind the noun that says whose words they are ("der Polizei", "von Experten", "aus Moskau")."""
    doc = passage.doc
    start = noun + 1
    if start < around.end and doc[start].lower_ in ("von", "vom", "aus", "seitens"):
        start += 1
    inner = phrase_at(doc, start, around.end) if start < around.end else None
    if inner is not None and doc[inner.head].tag_ in ("NN", "NE", "FM", "XY", "ADJA"):
        return Phrase(start, inner.end, inner.head)
    return None
