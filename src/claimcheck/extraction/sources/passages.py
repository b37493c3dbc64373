"""A text cut for attribution: passages (sentences that one quotation holds together), quotations in tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimcheck.extraction.sources.cues import has_inner_zu
from claimcheck.language.quotes import find_quotations
from claimcheck.language.texts import text_of

SEPARATORS = {",", ";", ":", "–", "—", "-", "--", "…"}
FINITE = {"VVFIN", "VAFIN", "VMFIN"}
STOPS = ".!?"
LONGEST_NAME = 6  # tokens


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation as tokens, half-open, marks included; ``apart`` where it stands as a clause of its own."""

    start: int
    end: int
    level: int
    apart: bool
    name: bool = False  # a title or name, to be read as if it had no marks


@dataclass(frozen=True, slots=True)
class Passage:
    """Tokens [start, end) of one or more sentences with the quotations that begin in them, and the paragraph they are in."""

    doc: Doc
    start: int
    end: int
    quotes: tuple[Quote, ...]
    paragraph: int

    def quote_at(self, index: int) -> Quote | None:
        """The outermost quotation that holds the token."""
        return next((quote for quote in self.quotes if quote.start <= index < quote.end), None)

    def is_quoted(self, index: int) -> bool:
        """True where the token stands in somebody's words, not in the name of a paper or a band."""
        quote = self.quote_at(index)
        return quote is not None and not quote.name


def find_passages(doc: Doc) -> list[Passage]:
    """The passages of the text in order; together they cover every token that is no blank."""
    quotes = _quotes(doc)
    starts = [quote.start for quote in quotes]
    passages: list[Passage] = []
    paragraph = 0
    for start, end in _borders(doc, quotes):
        inside = tuple(quotes[bisect_left(starts, start) : bisect_left(starts, end)])
        if start and "\n" in doc[start - 1].text:
            paragraph += 1
        passages.append(Passage(doc, start, end, inside, paragraph))
    return passages


def is_finite(token: Token) -> bool:
    """True for a finite verb, by its tag."""
    return token.tag_ in FINITE and not token.lower_.endswith("lich") and not has_inner_zu(token.lower_)


def is_separator(token: Token) -> bool:
    """True for a comma, a colon, a semicolon or a dash between clauses."""
    if token.text == "-":
        return bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)
    return token.text in SEPARATORS


def _borders(doc: Doc, quotes: list[Quote]) -> Iterator[tuple[int, int]]:
    start = None
    starts = [quote.start for quote in quotes]
    for sent in doc.sents:
        begin, end = _trim(doc, sent.start, sent.end)
        if begin >= end:
            continue
        start = begin if start is None else start
        if not any(quote.end > end for quote in quotes[bisect_left(starts, start) : bisect_left(starts, end)]):
            yield start, end
            start = None
    if start is not None:
        yield start, _trim(doc, start, len(doc))[1]


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and doc[start].is_space:
        start += 1
    while start < end and doc[end - 1].is_space:
        end -= 1
    return start, end


def _quotes(doc: Doc) -> list[Quote]:
    found = []
    for quotation in find_quotations(text_of(doc)):
        span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
        if span is None or not quotation.closed or quotation.end - quotation.start < 3:
            continue
        apart = _is_apart(doc, span.start, span.end)
        found.append(Quote(span.start, span.end, quotation.level, apart, not apart and _is_name(doc, span.start, span.end)))
    return found


def _is_name(doc: Doc, start: int, end: int) -> bool:
    """True for a few words that begin with a capital or a figure and hold no finite verb."""
    inner = doc[start + 1 : end - 1]
    if any(token.text in STOPS for token in inner):
        return False
    return 0 < len(inner) <= LONGEST_NAME and not inner[0].text[0].islower() and not any(is_finite(token) for token in inner)


def _is_apart(doc: Doc, start: int, end: int) -> bool:
    """True where the quoted words are a clause or sentence of their own, not words within another clause."""
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    opens = before is None or before.is_space or before.text in SEPARATORS or before.text in STOPS or before.is_sent_end
    closes = after is None or after.is_space or after.text in SEPARATORS or after.text in STOPS
    inner = [token for token in doc[start + 1 : end - 1] if not token.is_punct and not token.is_space]
    if opens and after is not None and after.text == "," and end + 1 < len(doc) and is_finite(doc[end + 1]):
        return True  # „Ruhe“, rief der Wirt
    spoken = any(is_finite(token) for token in inner) or any(token.text in STOPS for token in doc[start:end])
    if opens and (closes or (after is not None and is_finite(after))):
        return spoken or (before is not None and before.text == ":")
    return spoken and len(inner) > 3 and inner[0].text[0].isupper() and not inner[0].tag_.startswith("NE")
