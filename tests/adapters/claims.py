"""Claims of one or two sentences: one result for each, with the slots of the contract as plain values."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from spacy.language import Language

from claimcheck.claims import Layers, assemble_claims
from claimcheck.extraction.actors import find_mentions
from claimcheck.extraction.dates import find_dates
from claimcheck.extraction.events import find_predicates
from claimcheck.extraction.numbers import find_numbers
from claimcheck.extraction.sources import find_attributions
from claimcheck.language.model import load_language
from claimcheck.linking import link_mentions
from claimcheck.models import ArticleWithText, Claim

CORPUS = Path(str(files("claimcheck.claims") / "corpus.yaml"))


@cache
def language() -> Language:
    return load_language()


def claims_of(text: str, reference_date: str | None) -> list[Claim]:
    doc = language()(text)
    dates = find_dates(doc, reference_date)
    mentions = find_mentions(doc)
    layers = Layers(
        numbers=find_numbers(doc, dates),
        dates=dates,
        mentions=mentions,
        entities=link_mentions(doc, mentions, None),
        attributions=find_attributions(doc, mentions),
        predicates=find_predicates(doc),
    )
    article = ArticleWithText(id="sha256:0", path="-", published=reference_date, text=text)
    return assemble_claims(article, doc, layers)


def find(text: str, reference_date: str | None) -> list[dict[str, Any]]:
    return [plain(claim) for claim in claims_of(text, reference_date)]


def plain(claim: Claim) -> dict[str, Any]:
    """The extent is that of the figure, else of the date, else of the predicate."""
    anchor = claim.number or claim.date or claim.predicate
    source = claim.source
    return {
        "start": anchor.start,
        "end": anchor.end,
        "predicate": claim.predicate.lemma,
        "event": claim.predicate.event,
        "actor": claim.actor.name if claim.actor else None,
        "value": claim.number.value if claim.number else None,
        "item": claim.number.item if claim.number else None,
        "date": claim.date.value if claim.date else None,
        "source": source.entity.name if source is not None and source.entity is not None else None,
        "mode": source.mode if source is not None else None,
        "cites": source.cites.entity.name if source is not None and source.cites and source.cites.entity else None,
        "said": source.said.value if source is not None and source.said else None,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "place": claim.place.name if claim.place else None,
    }
