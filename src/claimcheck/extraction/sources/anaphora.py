"""What points back: a frame whose content is the sentence before ("Das teilte die Polizei mit."), and speakers that only the
sentence before names ("nach ihren Angaben", "den Angaben zufolge")."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from claimcheck.extraction.records import AttributionSpan, Extent
from claimcheck.extraction.sources.cues import find_noun
from claimcheck.extraction.sources.frames import Frame
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.spans import attribution, extent_of
from claimcheck.extraction.sources.speakers import subject
from claimcheck.extraction.sources.units import Unit

POINTERS = {"das", "dies"}
ADVERBS = {"davon": "ausgehen", "darauf": "hinweisen", "davor": "warnen", "damit": "rechnen"}

FEMININE = ("ihr",)  # hers or theirs
MASCULINE = ("sein",)  # his or its
PRONOUNS = {"er", "sie"}
POINTING = {"den", "diesen", "der", "dieser"}


def points_to_speaker(doc: Doc, item: AttributionSpan) -> bool:
    """True for "ihren" of "nach ihren Angaben" and for "den Angaben": only what was said before tells who speaks."""
    if item.speaker is None or item.speaker_token is None or item.rule not in ("nach Angaben", "zufolge"):
        return False
    if is_possessive(doc, item):
        return True
    row = find_noun(doc[item.speaker_token].text)
    words = doc.char_span(item.speaker.start, item.speaker.end, alignment_mode="expand")
    bare = words is not None and len(words) == 2 and words[0].lower_ in POINTING
    return bare and row is not None and row.after == "x" and not row.document


def with_announced(passage: Passage, units: list[Unit], item: AttributionSpan) -> AttributionSpan:
    """ "Die Polizei spricht von weniger: Sie korrigierte …": a pronoun behind a colon means the subject before it."""
    if item.speaker_token is None or item.speaker is None or passage.doc[item.speaker_token].lower_ not in PRONOUNS:
        return item
    number = next((n for n, unit in enumerate(units) if unit.start <= item.speaker_token < unit.end and unit.colon), 0)
    before = units[number - 1] if number else None
    if before is None or before.kind not in ("main", "v1") or before.finite is None:
        return item
    named = subject(passage, before, before.finite)
    if named is None or passage.doc[named.head].tag_ not in ("NN", "NE"):
        return item
    words = extent_of(passage.doc, named.start, named.end)
    if not agrees_with(passage.doc, item, named.head, words):
        return item
    return replace(item, referent=words, referent_token=named.head)


def is_possessive(doc: Doc, item: AttributionSpan) -> bool:
    """True where the speaker's words are "ihren", "seinen"."""
    if item.speaker_token is None:
        return False
    head = doc[item.speaker_token]
    return head.tag_ in ("PPOSAT", "PDAT") and head.lower_.startswith(FEMININE + MASCULINE)


def agrees_with(doc: Doc, item: AttributionSpan, token: int, words: Extent) -> bool:
    """False where "ihren" would mean a man or a house, "seinen" a woman or several."""
    if item.speaker_token is None or not (is_possessive(doc, item) or doc[item.speaker_token].lower_ in PRONOUNS):
        return True
    span = doc.char_span(words.start, words.end, alignment_mode="expand")
    nouns = [word for word in span if word.tag_ == "NN"] if span is not None else []
    head = nouns[0] if nouns and doc[token].tag_ == "NE" else doc[token]
    genders, numbers = head.morph.get("Gender", []), head.morph.get("Number", [])
    feminine = "Fem" in genders or "Plur" in numbers
    if head.tag_ == "NE" or not genders:
        return True
    return feminine if doc[item.speaker_token].lower_.startswith((*FEMININE, "sie")) else not feminine


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
