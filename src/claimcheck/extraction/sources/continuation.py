"""Speech that goes on: Konjunktiv sentences without a frame belong to the speaker before them, until something ends it."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from claimcheck.extraction.records import AttributionSpan, Extent
from claimcheck.extraction.sources.frames import in_subjunctive
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.spans import attribution, extent_of
from claimcheck.extraction.sources.units import Unit


def find_continued(passage: Passage, units: list[Unit], here: list[AttributionSpan]) -> AttributionSpan | None:
    """The Konjunktiv clauses of a passage that no frame in it holds; the speaker is still to be filled in."""
    first = next(
        (n for n, unit in enumerate(units) if _is_free(passage, unit, here) and _is_independent(passage, units, n)), None
    )
    if first is None:
        return None
    last = first
    for number in range(first + 1, len(units)):
        if units[number].kind in ("main", "v1") and not _is_free(passage, units[number], here):
            break
        last = number
    start = _beginning(units, first)
    end = passage.end if last == len(units) - 1 else max(unit.end for unit in units[: last + 1])
    return attribution(passage, [(start, end)], mode="indirect", rule="speech goes on")


def joined(before: AttributionSpan, after: AttributionSpan) -> AttributionSpan:
    """Two neighbouring stretches of one speech as one."""
    return replace(before, end=after.end)


def is_present(token: Token) -> bool:
    """True for Konjunktiv I, which reports; Konjunktiv II (hätte, würde) may just as well be a condition."""
    return "Past" not in token.morph.get("Tense", []) and not token.lower_.endswith(("te", "ten"))


def _beginning(units: list[Unit], first: int) -> int:
    start = first
    while start and units[start - 1].kind in ("sub", "frag", "inf"):
        start -= 1
    return units[start].start


def _is_free(passage: Passage, unit: Unit, here: list[AttributionSpan]) -> bool:
    if unit.kind not in ("main", "v1") or unit.finite is None or not in_subjunctive(passage, unit):
        return False
    if passage.quote_at(unit.finite) is not None:
        return False
    verb: Extent = extent_of(passage.doc, unit.finite, unit.finite + 1)
    return not any(any(piece.contains(verb) for piece in item.pieces or (item,)) for item in here)


def _is_independent(passage: Passage, units: list[Unit], number: int) -> bool:
    """True for the first main clause of a sentence, or one behind a semicolon or und: not one that a noun before it holds."""
    if not any(unit.kind in ("main", "v1") for unit in units[:number]):
        return True
    before = passage.doc[units[number].start - 1].text
    return units[number].coordinated or before == ";"
