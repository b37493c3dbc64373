"""Whether the negation of a clause holds for one of its figures: "6.400 Stellen und nicht 6.900" denies the second only."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from claimcheck.claims.scope import Scope
from claimcheck.extraction.events.words import polarity_kind
from claimcheck.extraction.records import NumberSpan, PredicateSpan
from claimcheck.language.numerals import parse_numeral
from claimcheck.models import Polarity

CONJUNCTIONS = frozenset({"und", "aber", "doch", "sondern", "jedoch"})
COMPARED = frozenset({"wie", "denn", "als"})
SHORT_DENIALS = frozenset({"weniger", "mehr", "alle", "alles", "jeder"})
ASIDE = 14  # tokens between "nicht" and its figure


def figure_polarity(scope: Scope, predicate: PredicateSpan, number: NumberSpan) -> Polarity | None:
    """What the words around the figure say of it alone; None where the polarity of its clause holds.

    Source: Duden, Die Grammatik, "Sondernegation".
    """
    span = scope.doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None:
        return None
    if _is_denied(scope.doc, span.start):
        return "negative"
    if predicate.polarity == "negative" and _is_spared(scope.doc, predicate, span.end):
        return "positive"
    return None


def _is_denied(doc: Doc, first: int) -> bool:
    """ "und nicht 6.900", "und nicht, wie gemeldet, 48,3 Prozent", "nicht 1.200, sondern 950"."""
    sent = doc[first].sent
    at = first - 1
    if at > sent.start and doc[at].text == ",":
        opening = next((i for i in range(at - 1, max(at - ASIDE, sent.start), -1) if doc[i].text == ","), None)
        at = opening - 1 if opening is not None and doc[opening - 1].lower_ == "nicht" else at
    if at < sent.start or doc[at].lower_ != "nicht":
        return False
    return (at > sent.start and doc[at - 1].lower_ in ("und", "aber")) or "sondern" in _keys(doc[first : sent.end])


def _keys(tokens: Iterable[Token]) -> list[str]:
    return [token.lower_ for token in tokens]


def _is_spared(doc: Doc, predicate: PredicateSpan, last: int) -> bool:
    """Where every negation of the clause begins another part behind the figure: "31.000 kamen, und nicht alle bleiben"."""
    negators = [i for i in predicate.tokens if polarity_kind(doc[i].lower_) == "negator"]
    return bool(negators) and all(i >= last and _begins_part(doc, predicate, i) for i in negators)


def _begins_part(doc: Doc, predicate: PredicateSpan, at: int) -> bool:
    before, after = doc[at - 1], doc[at + 1] if at + 1 < len(doc) else None
    if before.lower_ in COMPARED:
        return True
    contrasted = after is not None and (after.lower_ in SHORT_DENIALS or parse_numeral(after.text) is not None or after.like_num)
    if before.lower_ in CONJUNCTIONS:
        return contrasted or predicate.token < at
    return before.text == "," and contrasted
