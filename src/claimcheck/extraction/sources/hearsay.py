"""Hearsay: only the wording tells that somebody says so (soll … sein, soll … haben, angeblich); nobody is named.

"Soll" with a coming event ("soll 2027 öffnen") is a plan and no hearsay.
"""

from __future__ import annotations

from claimcheck.extraction.records import AttributionSpan, Extent
from claimcheck.extraction.sources.cues import words_of_class
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.spans import attribution, without
from claimcheck.extraction.sources.speakers import subject
from claimcheck.extraction.sources.units import Unit
from claimcheck.language.inflection import verb_lemma

ADVERBS = {"angeblich"}
PERFECT = {"haben", "sein"}


def find_hearsay(passage: Passage, units: list[Unit], reported: list[AttributionSpan]) -> list[AttributionSpan]:
    """The clauses that report without a speaker, but for those that already have a source."""
    found = [
        _claimed(passage, unit) for unit in units if unit.finite is not None and not _is_reported(passage, unit.finite, reported)
    ]
    for unit in units:
        cue = _cue(passage, unit)
        if cue is None or _is_reported(passage, cue, reported):
            continue
        rule = "soll" if passage.doc[cue].tag_ == "VMFIN" else "angeblich"
        end = _end(units, unit)
        ranges = [(unit.start, end)]
        found.append(
            attribution(
                passage, ranges, mode="hearsay", rule=rule, cue=(cue, cue + 1), lemma="sollen" if rule == "soll" else "angeblich"
            )
        )
    return [item for item in found if item is not None]


def _claimed(passage: Passage, unit: Unit) -> AttributionSpan | None:
    """ "Ein Zeuge will ihn gesehen haben": the subject says so of itself."""
    doc = passage.doc
    finite = unit.finite
    if (
        finite is None
        or doc[finite].lower_ not in ("will", "wollen")
        or unit.kind == "quote"
        or passage.quote_at(finite) is not None
    ):
        return None
    if not any(doc[i].lower_ == "haben" and doc[i - 1].tag_ == "VVPP" for i in unit.tokens() if i > finite):
        return None
    speaker = subject(passage, unit, finite)
    if speaker is None:
        return None
    ranges = without([(unit.start, unit.end)], [(speaker.start, speaker.end), (finite, finite + 1)])
    return attribution(
        passage, ranges, mode="indirect", rule="will … haben", speaker=speaker, cue=(finite, finite + 1), lemma="wollen"
    )


def _end(units: list[Unit], unit: Unit) -> int:
    end = unit.end
    for other in units:
        if other.start >= end and other.kind in ("rel", "sub", "inf") and unit.kind in ("main", "v1"):
            end = other.end
        elif other.start >= end:
            break
    return end


def _is_reported(passage: Passage, cue: int, reported: list[AttributionSpan]) -> bool:
    place = passage.doc[cue].idx
    here = Extent(place, place + 1)
    return any(any(piece.overlaps(here) for piece in item.pieces or (item,)) for item in reported)


def _cue(passage: Passage, unit: Unit) -> int | None:
    doc = passage.doc
    if unit.kind == "quote":
        return None
    adverb = next((i for i in unit.tokens() if doc[i].lower_ in ADVERBS and doc[i].tag_ in ("ADV", "ADJD")), None)
    if adverb is not None:
        return adverb if passage.quote_at(adverb) is None else None
    finite = unit.finite
    if finite is None or doc[finite].lower_ not in ("soll", "sollen") or passage.quote_at(finite) is not None:
        return None
    return finite if _is_of_now(passage, unit) else None


def _is_of_now(passage: Passage, unit: Unit) -> bool:
    """True for a perfect infinitive ("gewesen sein", "getötet haben") or a verb of being."""
    doc = passage.doc
    infinitives = [i for i in unit.tokens() if doc[i].tag_ in ("VAINF", "VVINF", "VAFIN") and i != unit.finite]
    if not infinitives:
        return False
    last = infinitives[-1]
    lemma = verb_lemma(doc[last])
    before = doc[last - 1] if last > passage.start else None
    if lemma == "werden" or (before is not None and before.tag_ == "VVPP" and lemma not in PERFECT):
        return False
    return lemma in words_of_class("state") or (before is not None and before.tag_ in ("VVPP", "VAPP"))
