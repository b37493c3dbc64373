"""Who says it: every stretch of reported content with its speaker, its cue and how it is reported.

What counts: direct speech in German and Swiss quotation marks; clauses that a verb or noun of saying, judging or expecting
reports; what such a verb takes inside its own clause ("sprach von 11.000", "forderte den Rücktritt"); clauses with laut,
zufolge, nach Angaben, so X, wie X mitteilte, demnach; Konjunktiv sentences that go on with the last speaker; hearsay
(soll … sein, angeblich). What does not: titles and words in quotation marks that nobody reports, soll for a plan,
conditions in the Konjunktiv, verbs of saying under nicht.

The way of a text: passages (sentences held together by a quotation) → units (clauses, cut at commas) → frames (clauses whose
verb reports) → attributions of the passage → a chain that says who goes on speaking.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimcheck.extraction.records import AttributionSpan, Extent, Mention
from claimcheck.extraction.sources.anaphora import with_announced
from claimcheck.extraction.sources.attributed import find_attributed
from claimcheck.extraction.sources.chain import Chain
from claimcheck.extraction.sources.citations import with_cited
from claimcheck.extraction.sources.direct import find_direct
from claimcheck.extraction.sources.frames import Frame, find_frames
from claimcheck.extraction.sources.headlines import find_headlines
from claimcheck.extraction.sources.hearsay import find_hearsay
from claimcheck.extraction.sources.indirect import find_indirect
from claimcheck.extraction.sources.nominal import find_nominal
from claimcheck.extraction.sources.passages import Passage, find_passages
from claimcheck.extraction.sources.reported import find_carrying, find_reported
from claimcheck.extraction.sources.units import Unit, find_units


def find_attributions(doc: Doc, mentions: Sequence[Mention] = ()) -> list[AttributionSpan]:
    """The attributions of a text by start; the doc needs tags and a parse, without them none are found."""
    if not doc.has_annotation("TAG"):
        return []
    chain = Chain()
    voices = _find_voices(doc, mentions)
    for passage in find_passages(doc):
        units = find_units(passage)
        frames = find_frames(passage, units)
        chain.add(passage, units, frames, _in_passage(passage, units, frames, voices))
    found = [_to_full_name(with_cited(doc, item), mentions) for item in chain.found]
    return _in_order(found + [item for item in find_headlines(doc, mentions) if not any(item.overlaps(other) for other in found)])


def _to_full_name(item: AttributionSpan, mentions: Sequence[Mention]) -> AttributionSpan:
    """The attribution with its speaker up to the end of a name that begins in it or right behind it."""
    speaker = item.speaker
    if speaker is None:
        return item
    ends = [
        mention.end
        for mention in mentions
        if mention.form == "name" and speaker.start < mention.start <= speaker.end + 1 and mention.end > speaker.end
    ]
    return replace(item, speaker=Extent(speaker.start, max(ends))) if ends else item


def _find_voices(doc: Doc, mentions: Sequence[Mention]) -> frozenset[int]:
    """The tokens of mentions that can count and report: bodies, documents, persons; no countries and no crowds."""
    able = (m for m in mentions if m.source_kind is not None and m.kind not in ("country", "place") and m.form != "adjective")
    spans = (doc.char_span(m.start, m.end, alignment_mode="expand") for m in able if m.source_kind != "anonymous")
    return frozenset(token.i for span in spans if span is not None for token in span)


def _in_passage(passage: Passage, units: list[Unit], frames: list[Frame], voices: frozenset[int]) -> list[AttributionSpan]:
    clauses, used = find_indirect(passage, units, frames)
    own = used | {frame.unit for frame in find_carrying(passage, units, frames, used, voices)}
    found = clauses + find_nominal(passage, units, used, clauses) + find_attributed(passage, units, used, own)
    direct = find_direct(passage, units, frames, found)
    quoted = {frame.unit for frame in frames if any(item.cue_lemma == frame.lemma for item in direct)}
    words = find_reported(passage, units, frames, used | quoted, voices)
    found = [with_announced(passage, units, item) for item in found + direct + words]
    return found + find_hearsay(passage, units, found)


def _in_order(found: list[AttributionSpan]) -> list[AttributionSpan]:
    """Sorted by start, the longer first; ``antecedent`` follows the new order."""
    order = sorted(range(len(found)), key=lambda i: (found[i].start, -found[i].end, i))
    place = {old: new for new, old in enumerate(order)}
    return [replace(found[i], antecedent=None if (before := found[i].antecedent) is None else place[before]) for i in order]
