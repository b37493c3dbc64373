"""The layers under the claims of one article, as the finders and the linking return them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from spacy.tokens import Doc

from claimcheck.extraction.records import AttributionSpan, DateSpan, Extent, Mention, NumberSpan, PredicateSpan
from claimcheck.language.inflection import noun_lemma
from claimcheck.models import Entity

BODIES = {"organization", "government", "intelligence"}  # kinds of sources that have offices and spokesmen
BLOCK = 500  # characters; attributions are looked up by the blocks of text that they touch
Spans = TypeVar("Spans", bound=Extent)
Named = tuple[Mention, Entity | None]


@dataclass(frozen=True)
class Layers:
    """All spans of one Doc, each layer sorted by start; ``entities`` is aligned with ``mentions``.

    ``doc`` is needed to cut words out of the text (sources, cues); ``assemble_claims`` fills it in where it is None.
    """

    numbers: Sequence[NumberSpan]
    dates: Sequence[DateSpan]
    mentions: Sequence[Mention]
    entities: Sequence[Entity | None]
    attributions: Sequence[AttributionSpan]
    predicates: Sequence[PredicateSpan]
    doc: Doc | None = None
    bodies: Mapping[str, Entity] = field(default_factory=dict)  # id of a person → the body that the person speaks for

    def mention_at(self, token: int) -> Named | None:
        """The mention whose head is this token, the longest first, one with an entity before one without."""
        found = self._by_head.get(token)
        return found[0] if found else None

    def mentions_in(self, extent: Extent) -> list[Named]:
        """The mentions that lie within an extent, in text order."""
        first = bisect_left(self._mention_starts, extent.start)
        last = bisect_left(self._mention_starts, extent.end)
        pairs = zip(self.mentions[first:last], self.entities[first:last], strict=True)
        return [(mention, entity) for mention, entity in pairs if mention.end <= extent.end]

    def numbers_in(self, extent: Extent) -> list[NumberSpan]:
        """The figures that lie within an extent, in text order."""
        return _within(self.numbers, self._number_starts, extent)

    def dates_in(self, extent: Extent) -> list[DateSpan]:
        """The dates that lie within an extent, in text order."""
        return _within(self.dates, self._date_starts, extent)

    def predicates_in(self, extent: Extent) -> list[PredicateSpan]:
        """The predicates that lie within an extent, in text order."""
        return _within(self.predicates, self._predicate_starts, extent)

    def predicate_at(self, start: int) -> PredicateSpan | None:
        """The first predicate that begins at an offset."""
        first = bisect_left(self._predicate_starts, start)
        found = self.predicates[first : first + 1]
        return found[0] if found and found[0].start == start else None

    def attributions_at(self, extent: Extent) -> list[AttributionSpan]:
        """The attributions whose content or frame may touch an extent, in text order."""
        blocks = range(extent.start // BLOCK, extent.end // BLOCK + 1)
        indexes = sorted({index for block in blocks for index in self._blocks.get(block, ())})
        return [self.attributions[index] for index in indexes]

    @cached_property
    def bodies_by_noun(self) -> Mapping[str, list[Named]]:
        """The mentions of bodies in text order by the common nouns in them, lower case ("der Landkreis Lohberg": landkreis)."""
        found: dict[str, list[Named]] = defaultdict(list)
        for pair in zip(self.mentions, self.entities, strict=True):
            for noun in _nouns_of_body(pair, self.doc) if self.doc is not None else ():
                found[noun].append(pair)
        return found

    @cached_property
    def _by_head(self) -> Mapping[int, list[Named]]:
        by_head: dict[int, list[Named]] = defaultdict(list)
        for mention, entity in zip(self.mentions, self.entities, strict=True):
            by_head[mention.head].append((mention, entity))
        for pairs in by_head.values():
            pairs.sort(key=lambda pair: (pair[1] is None, pair[0].start - pair[0].end))
        return by_head

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [span.start for span in self.mentions]

    @cached_property
    def _number_starts(self) -> list[int]:
        return [span.start for span in self.numbers]

    @cached_property
    def _date_starts(self) -> list[int]:
        return [span.start for span in self.dates]

    @cached_property
    def _predicate_starts(self) -> list[int]:
        return [span.start for span in self.predicates]

    @cached_property
    def _blocks(self) -> Mapping[int, list[int]]:
        blocks: dict[int, list[int]] = defaultdict(list)
        for index, span in enumerate(self.attributions):
            parts = [part for part in (span, span.cue, span.said, span.speaker, *span.pieces) if part is not None]
            touched = {block for part in parts for block in range(part.start // BLOCK, part.end // BLOCK + 1)}
            for block in touched:
                blocks[block].append(index)
        return blocks


def _within(spans: Sequence[Spans], starts: Sequence[int], extent: Extent) -> list[Spans]:
    first, last = bisect_left(starts, extent.start), bisect_left(starts, extent.end)
    return [span for span in spans[first:last] if span.end <= extent.end]


def _nouns_of_body(pair: Named, doc: Doc) -> Iterator[str]:
    mention, entity = pair
    if entity is None or entity.kind not in ("organization", "place") or mention.source_kind not in BODIES:
        return
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    for token in span or ():
        if token.tag_ == "NN" and "Plur" not in token.morph.get("Number", []):
            yield noun_lemma(token).casefold()
