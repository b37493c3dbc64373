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

    ``doc`` is needed to cut words out of the text (source, cue); ``assemble_claims`` fills it in where it is None.
    """

    numbers: Sequence[NumberSpan]
    dates: Sequence[DateSpan]
    mentions: Sequence[Mention]
    entities: Sequence[Entity | None]
    attributions: Sequence[AttributionSpan]
    predicates: Sequence[PredicateSpan]
    doc: Doc | None = None

    def words(self, extent: Extent) -> str:
        """The text of an extent, without blanks at its ends and with single blanks inside; "" without a Doc."""
        return " ".join(self.doc.text[extent.start : extent.end].split()) if self.doc is not None else ""
