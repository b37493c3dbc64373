"""Quantities in lexemes → records with offsets."""

from __future__ import annotations

from fractions import Fraction

from spacy.tokens import Doc

from claimcheck.extraction.numbers.directions import find_direction
from claimcheck.extraction.numbers.grammar import Quantity, Text
from claimcheck.extraction.numbers.items import find_items
from claimcheck.extraction.numbers.rates import find_rates
from claimcheck.extraction.records import NumberSpan
from claimcheck.language.numerals import plain


def to_spans(doc: Doc, text: Text, quantities: list[Quantity]) -> list[NumberSpan]:
    """One record for each quantity, with what is counted, how often and in which direction."""
    items = find_items(doc, text, quantities)
    nouns = [None if item.token is None else doc[item.token].idx for item in items]
    rates = find_rates(text, quantities, nouns)
    spans = []
    for quantity, item, per in zip(quantities, items, rates, strict=True):
        spans.append(
            NumberSpan(
                start=text.lexemes[quantity.first].start,
                end=text.lexemes[quantity.last - 1].end,
                value=_plain(quantity.interval.value),
                low=_plain(quantity.interval.low),
                high=_plain(quantity.interval.high),
                bound=quantity.interval.bound,
                kind=quantity.kind,
                rule=quantity.rule,
                direction=find_direction(text, quantity),
                unit=quantity.unit,
                item=item.lemma,
                item_token=item.token,
                of=item.of,
                per=per,
            )
        )
    return spans


def _plain(value: Fraction | None) -> float | int | None:
    return None if value is None else plain(value)
