"""The whole flow on one screen; start reading here.

reading     bytes → ReadArticle             (files, metadata, layout)
language    text → Doc                      (sentences, tags, parse, lemmas, names)
extraction  Doc → spans with values         (dates, numbers, mentions, attributions, predicates)
linking     mentions → entities
claims      one clause → Claim
checking    claims → findings               (see ``claimcheck.checking``)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims import Layers, assemble_claims, build_attributions, build_dates, build_entities, build_numbers
from claimcheck.extraction.actors import find_mentions
from claimcheck.extraction.dates import find_dates
from claimcheck.extraction.events import find_predicates
from claimcheck.extraction.numbers import find_numbers
from claimcheck.extraction.sources import find_attributions
from claimcheck.language.layout import unwrap
from claimcheck.linking import link_mentions
from claimcheck.models import Annotation, Claim, SentenceSpan
from claimcheck.reading.files import ReadArticle
from claimcheck.reading.markdown import is_markdown, mask_markdown
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def extract_claims(read: ReadArticle, nlp: Language, settings: Settings) -> list[Claim]:
    """The claims of one article in text order."""
    with nlp.memory_zone():
        doc = nlp(prepare_text(read))
        return assemble_claims(read.article, doc, find_layers(doc, read), settings)


def annotate_article(read: ReadArticle, nlp: Language, settings: Settings) -> Annotation:
    """Every layer under the claims of one article, and the claims."""
    with nlp.memory_zone():
        doc = nlp(prepare_text(read))
        layers = find_layers(doc, read)
        text = read.article.text
        return Annotation(
            article=read.article,
            sentences=tuple(find_sentences(doc)),
            entities=tuple(build_entities(layers)),
            numbers=tuple(build_numbers(layers, text)),
            dates=tuple(build_dates(layers, text)),
            attributions=tuple(build_attributions(layers, text)),
            claims=tuple(assemble_claims(read.article, doc, layers, settings)),
        )


def prepare_text(read: ReadArticle) -> str:
    """The text for the language pipeline, of the same length as the article's: front matter and Markdown marks blank,
    line breaks inside paragraphs blank, and a line break at the end of each dateline so that a sentence begins there."""
    text = read.article.text
    if is_markdown(read.article.path):
        text = mask_markdown(text)
    for start, end in read.furniture:
        if start == 0 and text.startswith("---"):
            text = _blank(text, start, end)
        elif text[end - 1 : end].isspace():
            text = text[: end - 1] + "\n" + text[end:]
    return unwrap(text)


def find_layers(doc: Doc, read: ReadArticle) -> Layers:
    """All spans of an analysed text.

    An age wins over a duration ("im Alter von 61 Jahren"); predicates in furniture are left out, so it makes no claims.
    """
    dates = find_dates(doc, read.article.published)
    numbers = find_numbers(doc, dates)
    mentions = find_mentions(doc)
    return Layers(
        numbers=tuple(numbers),
        dates=tuple(date for date in dates if not any(n.kind == "age" and n.overlaps(date) for n in numbers)),
        mentions=tuple(mentions),
        entities=tuple(link_mentions(doc, mentions, read.article.title)),
        attributions=tuple(find_attributions(doc, mentions)),
        predicates=tuple(p for p in find_predicates(doc) if not _in_furniture(p.start, p.end, read)),
    )


def find_sentences(doc: Doc) -> list[SentenceSpan]:
    """Sentences without the blanks around them."""
    spans = []
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if words:
            spans.append(SentenceSpan(start=words[0].idx, end=words[-1].idx + len(words[-1].text)))
    return spans


def _in_furniture(start: int, end: int, read: ReadArticle) -> bool:
    return any(start < stop and begin < end for begin, stop in read.furniture)


def _blank(text: str, start: int, end: int) -> str:
    masked = "".join(char if char in "\r\n" else " " for char in text[start:end])
    return text[:start] + masked + text[end:]
