"""Polarity and modality of a claim: what the clause says, and what the attribution adds."""

from __future__ import annotations

import re

from claimcheck.claims.reported import Reporting
from claimcheck.extraction.events.words import modality_of
from claimcheck.extraction.records import DateSpan, PredicateSpan
from claimcheck.models import Modality, Polarity

CORRECTION = re.compile(r",\s+nicht\s+$")  # before a figure: "elf Verletzte, nicht neun"
ATTRIBUTES = ("participle", "adjective", "event noun")  # what is planned or possible is the clause, not its attributes
WEAK = ("würde", "müsste", "müssten", "sollte")  # Konjunktiv that stands for indirect speech where somebody is quoted


def claim_polarity(predicate: PredicateSpan, reporting: Reporting, before: str = "") -> Polarity:
    """Negative where the clause is negated, the attribution denies it, or a correction stands right before the figure."""
    return "negative" if reporting.denied or CORRECTION.search(before) is not None else predicate.polarity


def claim_modality(predicate: PredicateSpan, date: DateSpan | None, reporting: Reporting, published: str | None) -> Modality:
    """The first that applies of denied, conditional, planned, possible, reported, asserted. Source: contract."""
    attribution = reporting.attribution
    if reporting.denied:
        return "denied"
    own = _own_modality(predicate, date, reporting, published)
    if own in ("conditional", "planned"):
        return own
    lemma = attribution.cue_lemma if attribution is not None and predicate.rule not in ATTRIBUTES else None
    cue = modality_of(lemma, "complement") if lemma else None
    if cue in ("planned", "possible"):
        return cue
    if own == "possible":
        return own
    return "reported" if reporting.source is not None else "asserted"


def _own_modality(predicate: PredicateSpan, date: DateSpan | None, reporting: Reporting, published: str | None) -> Modality:
    rule = predicate.rules.get("modality", "")
    if predicate.rule == "event noun" and _is_past(date, published):
        return "asserted"
    if reporting.source is None:
        return predicate.modality
    if rule in WEAK:
        return "asserted"
    if rule == "stative sollen" and not _is_future(date, published):
        return "asserted"
    return predicate.modality


def _is_past(date: DateSpan | None, published: str | None) -> bool:
    return date is not None and date.to is not None and published is not None and date.to < published[:10]


def _is_future(date: DateSpan | None, published: str | None) -> bool:
    return date is not None and date.from_ is not None and published is not None and date.from_ > published[:10]
