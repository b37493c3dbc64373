"""Direct speech: quotations that a frame introduces, that stand as sentences of their own, or that are parts of reported words.

Titles, names and words that the article itself holds at arm's length are no speech.
"""

from __future__ import annotations

from claimcheck.extraction.records import AttributionSpan, Extent
from claimcheck.extraction.sources.frames import Frame
from claimcheck.extraction.sources.passages import Passage, Quote, is_finite
from claimcheck.extraction.sources.phrases import Phrase
from claimcheck.extraction.sources.spans import attribution, extent_of
from claimcheck.extraction.sources.speakers import phrase_in, subject
from claimcheck.extraction.sources.units import Unit

LONG = 9  # words from which a quotation is speech, wherever it stands
SHORT = 3
LABELS = {"als", "ein", "eine", "einen", "einem", "einer"}


def find_direct(
    passage: Passage, units: list[Unit], frames: list[Frame], reported: list[AttributionSpan]
) -> list[AttributionSpan]:
    """The quotations of a passage that are somebody's words, but for those already among the reported ones."""
    found = []
    for quote in passage.quotes:
        extent = extent_of(passage.doc, quote.start, quote.end)
        if any(item.mode == "direct" and _covers(item, extent) for item in reported):
            continue
        holder = next((item for item in reported if _holds(item, extent)), None)
        made = _part_of_report(passage, quote, holder) if holder else _by_itself(passage, units, frames, quote)
        if made is not None:
            found.append(made)
    return found


def find_quoted(passage: Passage, holder: AttributionSpan, known: list[AttributionSpan]) -> list[AttributionSpan]:
    """The quoted words inside reported content that are not known yet."""
    found = []
    for quote in passage.quotes:
        extent = extent_of(passage.doc, quote.start, quote.end)
        if _holds(holder, extent) and not any(item.start == extent.start and item.end == extent.end for item in known):
            made = _part_of_report(passage, quote, holder)
            found += [made] if made is not None else []
    return found


def _covers(item: AttributionSpan, extent: Extent) -> bool:
    pieces = item.pieces or (item,)
    return any(piece.start <= extent.start + 1 and extent.end - 1 <= piece.end for piece in pieces)


def _holds(item: AttributionSpan, extent: Extent) -> bool:
    pieces = item.pieces or (item,)
    return any(piece.start <= extent.start + 1 and extent.end - 1 <= piece.end for piece in pieces)


def _part_of_report(passage: Passage, quote: Quote, holder: AttributionSpan) -> AttributionSpan | None:
    if not _is_wording(passage, quote, within=True):
        return None
    made = attribution(passage, [(quote.start, quote.end)], mode="direct", rule="quoted words")
    if made is None:
        return None
    return AttributionSpan(
        start=made.start,
        end=made.end,
        mode="direct",
        rule=made.rule,
        speaker=holder.speaker,
        speaker_token=holder.speaker_token,
        cue=holder.cue,
        cue_lemma=holder.cue_lemma,
        said=holder.said,
        denial=holder.denial,
        demand=holder.demand,
    )


def _is_wording(passage: Passage, quote: Quote, *, within: bool) -> bool:
    """True where the quoted words are words of a speaker: not a name or title, and long enough for where they stand."""
    words = [token for token in passage.doc[quote.start + 1 : quote.end - 1] if token.is_alpha or token.like_num]
    if not words:
        return False
    small = words[0].text[0].islower()
    verbal = any(is_finite(token) for token in words)
    if small:
        return len(words) >= (1 if within else 5) and not _is_foreign(words)
    return len(words) >= LONG or (verbal and len(words) >= SHORT + (not within))


def _is_foreign(words: list) -> bool:  # type: ignore[type-arg]
    return all(word.tag_ in ("FM", "NE", "XY") for word in words)


def _by_itself(passage: Passage, units: list[Unit], frames: list[Frame], quote: Quote) -> AttributionSpan | None:
    """A quotation that no frame holds: in a clause with a reporting verb, beside a speaker, or as a sentence."""
    number = next((n for n, unit in enumerate(units) if any(a <= quote.start < b for a, b in unit.pieces)), None)
    unit = units[number] if number is not None else None
    if unit is None:
        return None
    frame = next((frame for frame in frames if frame.unit == number), None)
    if unit.kind == "quote":
        return _apart(passage, units, frames, quote, number or 0)
    if frame is not None and frame.row.holds_quotes():
        if not _is_wording(passage, quote, within=bool(frame.row.object)) and not _is_label(passage, quote, frame):
            return None
        return attribution(
            passage, [(quote.start, quote.end)], mode="direct", rule="quoted words", frame=frame, said=(unit.start, unit.end)
        )
    if not _is_wording(passage, quote, within=False):
        return None
    speaker = (
        subject(passage, unit, unit.finite)
        if unit.finite is not None and unit.kind in ("main", "v1") and unit.start < quote.start
        else None
    )
    return attribution(passage, [(quote.start, quote.end)], mode="direct", rule="quotation", speaker=speaker)


def _is_label(passage: Passage, quote: Quote, frame: Frame) -> bool:
    """True for "nannte es einen „Skandal“": the quoted noun is what the speaker calls it."""
    before = passage.doc[quote.start - 1]
    if frame.lemma in ("sprechen", "reden", "warnen") and before.lower_ in ("von", "vor"):
        return True
    labels = frame.lemma == "nennen" or frame.row.object.startswith(("als", "acc|als")) or frame.lemma == "vorwerfen"
    return labels and (before.lower_ in LABELS or (before.tag_ == "ADJA" and passage.doc[quote.start - 2].lower_ in LABELS))


def _apart(passage: Passage, units: list[Unit], frames: list[Frame], quote: Quote, number: int) -> AttributionSpan | None:
    """A quotation as a clause of its own: the speaker is the subject of the clause beside it."""
    if not _is_wording(passage, quote, within=units[number].colon or number + 1 < len(units)):
        return None
    speaker = _beside(passage, units, frames, number)
    return attribution(passage, [(quote.start, quote.end)], mode="direct", rule="quotation", speaker=speaker)


def _beside(passage: Passage, units: list[Unit], frames: list[Frame], number: int) -> Phrase | None:
    behind = units[number + 1] if number + 1 < len(units) else None
    if behind is not None and behind.kind == "v1" and behind.finite is not None:
        return subject(passage, behind, behind.finite)
    ahead = units[number - 1] if number else None
    framed = next((frame for frame in reversed(frames) if frame.unit < number and units[frame.unit].kind in ("main", "v1")), None)
    if framed is not None and framed.speaker is not None:
        return framed.speaker
    ahead = next((unit for unit in reversed(units[:number]) if unit.kind in ("main", "v1")), ahead)
    if ahead is not None and ahead.finite is not None:
        return subject(passage, ahead, ahead.finite)
    if ahead is not None and units[number].colon:
        return phrase_in(passage, ahead.start, ahead.end)
    return None
