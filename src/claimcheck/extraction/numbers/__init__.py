"""Quantities in German text: counts, money, percentages, shares, measures, ordinals and ages.

A quantity is a figure or a number word with what bounds it (rund, mindestens, zwischen … und) and its unit. It is none where
the figure belongs to a date, a clock time, a duration, a score, a name, a law or a version, and where ein is an article.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from claimcheck.extraction.numbers.compose import add_hedges, join_ranges, share_units, take_percent_of_last, take_units_of_last
from claimcheck.extraction.numbers.ellipsis import name_currencies, take_units_across, take_units_of_contrast
from claimcheck.extraction.numbers.figures import read_figure
from claimcheck.extraction.numbers.grammar import Quantity, Text
from claimcheck.extraction.numbers.lexing import Lexeme, scan
from claimcheck.extraction.numbers.lookalikes import masked
from claimcheck.extraction.numbers.spans import to_spans
from claimcheck.extraction.numbers.stress import keep_stressed
from claimcheck.extraction.numbers.words import read_word
from claimcheck.extraction.records import DateSpan, NumberSpan
from claimcheck.language.texts import text_of

__all__ = ["find_numbers"]

LONGEST_SENTENCE = 300  # lexemes that decide about ambiguous units; keeps odd texts cheap
STEPS = (
    join_ranges,
    share_units,
    take_units_across,
    take_units_of_last,
    take_percent_of_last,
    name_currencies,
    take_units_of_contrast,
    add_hedges,
    keep_stressed,
)


def find_numbers(doc: Doc, dates: Sequence[DateSpan] = ()) -> list[NumberSpan]:
    """The quantities of a Doc in order; offsets are half-open code points of ``doc.text``.

    ``dates`` are the temporal expressions of the same Doc: no quantity overlaps one, but for ages, which win over
    durations. With a parse ``item``, ``item_token`` and ``of`` come from it, without one from the order of the words.
    """
    text = read_text(doc, dates)
    quantities = find_quantities(text)
    return to_spans(doc, text, quantities)


def read_text(doc: Doc, dates: Sequence[DateSpan]) -> Text:
    """The lexemes of a Doc with those blocked that belong to dates and look-alikes."""
    starts = [sent.start_char for sent in doc.sents] if doc.has_annotation("SENT_START") else []
    lexemes = scan(text_of(doc), starts)
    lasting = _blocked(lexemes, [(date.start, date.end) for date in dates if date.type == "DURATION"])
    taken = [*masked(text_of(doc)), *((date.start, date.end) for date in dates if date.type != "DURATION")]
    persons = frozenset(entity.end_char for entity in doc.ents if entity.label_ == "PER")
    return Text(lexemes, _blocked(lexemes, taken), _sentences(lexemes), persons, lasting, _counting(doc))


def _counting(doc: Doc) -> frozenset[int]:
    """Where figures begin that the parse gives to a noun after them: "in Kairo 12 zum Tode verurteilte Menschen"."""
    if not any(token.dep for token in doc[:30]):
        return frozenset()
    numbers = (token for token in doc if token.like_num and token.dep_ == "nummod")
    return frozenset(token.idx for token in numbers if _has_attribute(doc, token.i, token.head.i))


def _has_attribute(doc: Doc, number: int, noun: int) -> bool:
    """Whether a noun follows with an adjective before it and no other number in between."""
    between = doc[number + 1 : noun]
    return 2 <= len(between) < 9 and between[-1].tag_ == "ADJA" and not any(token.like_num for token in between)


def _blocked(lexemes: Sequence[Lexeme], taken: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The indexes of the lexemes that overlap one of these extents."""
    starts = [lexeme.start for lexeme in lexemes]
    blocked: set[int] = set()
    for start, end in taken:
        first = max(bisect_right(starts, start) - 1, 0)
        blocked.update(at for at in range(first, bisect_left(starts, end)) if lexemes[at].end > start)
    return frozenset(blocked)


def _sentences(lexemes: Sequence[Lexeme]) -> dict[int, str]:
    words: dict[int, list[str]] = {}
    for lexeme in lexemes:
        words.setdefault(lexeme.sentence, []).append(lexeme.key)
    return {sentence: " ".join(keys[:LONGEST_SENTENCE]) for sentence, keys in words.items()}


def find_quantities(text: Text) -> list[Quantity]:
    """The quantities of a text in order, without overlaps."""
    quantities: list[Quantity] = []
    for at, lexeme in enumerate(text.lexemes):
        if at in text.blocked or (quantities and at < quantities[-1].last):
            continue
        found = read_figure(text, at) if lexeme.kind == "figure" else read_word(text, at) if lexeme.kind == "word" else None
        if found is None or (quantities and found.first < quantities[-1].last):
            continue
        if at not in text.lasting or found.kind == "age":
            quantities.append(found)
    for step in STEPS:
        quantities = step(text, quantities)
    return quantities
