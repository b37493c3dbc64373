"""How sure a claim is: the product of what is known of each slot.

The number is meant as the share of such claims whose figure, actor, source and date a reader would leave as they are. It starts
at CERTAIN and is multiplied by one factor for each slot that rests on a guess; nothing raises it.
"""

from __future__ import annotations

from claimcheck.extraction.records import AttributionSpan, DateSpan, NumberSpan, PredicateSpan
from claimcheck.models import Entity, Source

CERTAIN = 0.95
NO_CLASS = 0.95  # the predicate's event class is unknown
NO_ACTOR = 0.9  # nobody was found who does it
LOCAL_ACTOR = 0.97  # the actor is a noun phrase, no known entity
CONTINUED = 0.85  # the source goes on from a sentence before
UNNAMED = 0.9  # hearsay, or a speaker that no mention resolves
VAGUE = 0.9  # the figure has no value or no counted noun
FAR_DATE = 0.9  # the date stands in another clause


def claim_confidence(
    predicate: PredicateSpan,
    number: NumberSpan | None,
    date: DateSpan | None,
    *,
    actor: Entity | None,
    source: Source | None,
    attribution: AttributionSpan | None,
) -> float:
    """A value in (0, 1), rounded to two digits."""
    factors = [CERTAIN]
    factors += [NO_CLASS] if predicate.event is None else []
    factors += [NO_ACTOR] if actor is None else [LOCAL_ACTOR] if actor.id.startswith("local:") else []
    factors += [VAGUE] if number is not None and number.value is None and number.low is None else []
    factors += [VAGUE] if number is not None and number.kind == "count" and number.item is None else []
    factors += [FAR_DATE] if date is not None and not predicate.clause.overlaps(date) else []
    factors += [CONTINUED] if attribution is not None and attribution.antecedent is not None else []
    factors += [UNNAMED] if source is not None and source.entity is None else []
    product = 1.0
    for factor in factors:
        product *= factor
    return round(product, 2)
