"""The layers under the claims of one article, as the finders and the linking return them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from claimcheck.extraction.records import AttributionSpan, DateSpan, Extent, Mention, NumberSpan, PredicateSpan
from claimcheck.models import Entity


@dataclass(frozen=True)
class Layers:
    """All spans of one Doc; ``entities`` is aligned with ``mentions``.

    ``doc`` is needed to cut words out of the text (sources, cues); ``assemble_claims`` fills it in where it is None.
    """

    numbers: Sequence[NumberSpan]
    dates: Sequence[DateSpan]
    mentions: Sequence[Mention]
    entities: Sequence[Entity | None]
    attributions: Sequence[AttributionSpan]
    predicates: Sequence[PredicateSpan]
    doc: Doc | None = None

    def mention_at(self, token: int) -> tuple[Mention, Entity | None] | None:
        """The mention whose head is this token, the longest first, one with an entity before one without."""
        found = [(m, e) for m, e in zip(self.mentions, self.entities, strict=True) if m.head == token]
        found.sort(key=lambda pair: (pair[1] is None, pair[0].start - pair[0].end))
        return found[0] if found else None

    def mentions_in(self, extent: Extent) -> list[tuple[Mention, Entity | None]]:
        """The mentions that lie within an extent, in text order."""
        return [(m, e) for m, e in zip(self.mentions, self.entities, strict=True) if extent.contains(m)]
