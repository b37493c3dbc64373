"""Which attribution covers a claim, and what its source is when attributions lie inside each other."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.claims.layers import Layers
from claimcheck.claims.nouns import is_abstract
from claimcheck.claims.sources import build_source, first_attribution
from claimcheck.extraction.events.modality import HEARSAY
from claimcheck.extraction.events.words import polarity_kind
from claimcheck.extraction.records import AttributionSpan, Extent, PredicateSpan
from claimcheck.extraction.sources.cues import cue_rows
from claimcheck.language.inflection import noun_lemma
from claimcheck.models import Source

NOUN_RULE = "noun of saying"
CUE_REACH = 60  # characters around a cue in which the predicate of its clause stands
CALLING = ("bezeichnen", "nennen", "abtun", "halten", "einstufen", "darstellen", "erklären")  # with "falsch" they deny
HEARSAY_SOURCE = Source(text=None, start=None, end=None, entity=None, kind="anonymous", mode="hearsay")


@dataclass(frozen=True, slots=True)
class Reporting:
    """The attribution of a claim and the source that it gives; both None for what the article itself says."""

    attribution: AttributionSpan | None
    source: Source | None
    denied: bool = False


def find_reporting(anchor: Extent, predicate: PredicateSpan, layers: Layers, text: str) -> Reporting:
    """Who answers for the words at ``anchor`` (a figure or the predicate itself).

    In a chain the outer attribution, which reports to the reader, is the source and the inner one is cited.
    """
    covering = [span for span in covering_attributions(anchor, layers) if not introduces(predicate, span, layers)]
    if not covering:
        return Reporting(None, HEARSAY_SOURCE if predicate.rules.get("modality") == HEARSAY else None)
    outer = covering[0]
    inner = next((span for span in covering[1:] if is_cited_by(span, outer, layers)), None)
    cited = build_source(inner, layers, text) if inner is not None else None
    return Reporting(outer, build_source(outer, layers, text, cited), is_denial(outer, layers))


def is_denial(span: AttributionSpan, layers: Layers) -> bool:
    """True where the cue denies its content and is not negated itself ("schloss nicht aus, dass")."""
    if span.cue is None:
        return span.denial
    if span.rule == NOUN_RULE:
        return span.denial or _denies_noun(span, layers)
    if not (span.denial or span.cue_lemma in CALLING):
        return False
    near = layers.predicates_in(Extent(span.cue.start - CUE_REACH, span.cue.end + CUE_REACH))
    frames = [frame for frame in near if frame.overlaps(span.cue)]
    called_false = layers.doc is not None and any(
        polarity_kind(layers.doc[i].lower_) == "falsehood" for frame in frames for i in frame.tokens
    )
    return (span.denial or called_false) and all(frame.polarity == "positive" for frame in frames)


def _denies_noun(span: AttributionSpan, layers: Layers) -> bool:
    """ "wies den Vorwurf zurück, zu spät gehandelt zu haben": the verb over the noun denies what hangs on it."""
    if span.cue is None:
        return False
    frames = layers.predicates_in(Extent(span.cue.start - CUE_REACH, span.cue.end + CUE_REACH))
    over = [frame for frame in frames if frame.rule == "verb" and introduces(frame, span, layers)]
    return any(row.denial for frame in over if frame.polarity == "positive" for row in cue_rows().get(frame.lemma, ()))


def covering_attributions(anchor: Extent, layers: Layers) -> list[AttributionSpan]:
    """The attributions whose content holds the anchor: named speakers before hearsay, those with a frame of their own before
    speech that goes on, then the widest first. A happening that "demands" lives is no speaker."""
    found = [span for span in layers.attributions_at(anchor) if any(piece.overlaps(anchor) for piece in pieces_of(span))]
    found = [span for span in found if not (span.demand and _is_happening(span, layers))]
    return sorted(found, key=lambda span: _rank(span, layers))


def introduces(predicate: PredicateSpan, span: AttributionSpan, layers: Layers) -> bool:
    """True where the predicate's own clause holds the noun that the reported clause hangs on; its verb may stand behind
    that clause ("Beweise für die Behauptung, dass er log, fehlen")."""
    if span.rule != NOUN_RULE or span.cue is None or layers.doc is None:
        return False
    noun = layers.doc.char_span(span.cue.start, span.cue.end, alignment_mode="expand")
    return noun is not None and noun.root.i in predicate.tokens


def _rank(span: AttributionSpan, layers: Layers) -> tuple[bool, bool, int, int]:
    nameless = first_attribution(span, layers).speaker is None
    return nameless, span.antecedent is not None, _size(span), span.start


def _is_happening(span: AttributionSpan, layers: Layers) -> bool:
    if span.speaker_token is None or layers.doc is None:
        return False
    return is_abstract(noun_lemma(layers.doc[span.speaker_token]))


def pieces_of(span: AttributionSpan) -> tuple[Extent, ...]:
    """The parts of the content; the whole of it where no frame interrupts it."""
    return span.pieces or (Extent(span.start, span.end),)


def is_cited_by(inner: AttributionSpan, outer: AttributionSpan, layers: Layers) -> bool:
    """True where the inner speaker is named inside the outer content and is another one."""
    if inner.speaker is None or outer.speaker is None or inner.speaker.overlaps(outer.speaker):
        return False
    return any(piece.contains(inner.speaker) for piece in pieces_of(outer))


def _size(span: AttributionSpan) -> int:
    return -sum(piece.end - piece.start for piece in pieces_of(span))
