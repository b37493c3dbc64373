"""From the layers of one article to its claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from claimcheck.claims.actors import find_actor
from claimcheck.claims.confidence import claim_confidence
from claimcheck.claims.heads import mend_predicate
from claimcheck.claims.identity import claim_id
from claimcheck.claims.layers import Layers
from claimcheck.claims.negation import figure_polarity
from claimcheck.claims.reported import Reporting, find_reporting
from claimcheck.claims.scope import (
    CLAUSE_RULES,
    Scope,
    date_for_number,
    dates_for,
    dates_of_adjunct,
    find_scope,
    noun_with,
    predicate_for,
    predicate_for_date,
)
from claimcheck.claims.sources import with_bodies
from claimcheck.claims.speakers import mend_attributions
from claimcheck.claims.statements import content_predicate, plain_predicates, reported_predicates
from claimcheck.claims.status import claim_modality, claim_polarity
from claimcheck.claims.values import build_claimed_date, build_number, spelled
from claimcheck.extraction.events.words import event_of_noun
from claimcheck.extraction.records import DateSpan, NumberSpan, PredicateSpan
from claimcheck.language.texts import text_of
from claimcheck.models import ArticleRef, ArticleWithText, Claim, Entity, Polarity, Predicate
from claimcheck.settings import Settings

SMALL_ORDINAL = 3
ARTICLE = re.compile(r"ein(?:e|en|em|er|es|s)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a claim is about: a predicate with a figure, with a date, or with a source."""

    predicate: PredicateSpan
    number: NumberSpan | None
    date: DateSpan | None


def assemble_claims(article: ArticleWithText, doc: Doc, layers: Layers, settings: Settings | None = None) -> list[Claim]:
    """The claims of one article in text order, each with the extent of its sentence.

    Offsets are half-open code points of ``article.text``. A sentence that stands in the text twice gives its claims once.
    """
    mended = mend_attributions(layers.attributions, layers.numbers, doc, layers.dates)
    layers = with_bodies(replace(layers, doc=doc, attributions=mended))
    settings = settings or Settings()
    seen: set[str] = set()
    claims: list[Claim] = []
    for index, sent in enumerate(doc.sents):
        key = " ".join(sent.text.split()).casefold()
        if key and key not in seen:
            seen.add(key)
            claims += _sentence_claims(article, index, sent, layers, settings)
    return list({claim.id: claim for claim in reversed(claims)}.values())[::-1]


def _sentence_claims(article: ArticleWithText, index: int, sent: Span, layers: Layers, settings: Settings) -> list[Claim]:
    scope = find_scope(layers, sent)
    if not scope.predicates:
        return []
    drafts = find_drafts(scope, layers, settings)
    drafts.sort(key=lambda draft: _position(draft))
    claims = [_claim(article, index, scope, draft, layers, settings) for draft in drafts]
    if settings.every_statement:
        return claims
    return [claim for claim in claims if claim.number is not None or claim.date is not None or claim.source is not None]


def _reference(article: ArticleWithText) -> ArticleRef:
    return ArticleRef(
        id=article.id,
        path=article.path,
        outlet=article.outlet,
        published=article.published,
        title=article.title,
        agencies=article.agencies,
    )


def _position(draft: Draft) -> tuple[int, int]:
    first = draft.number or draft.date or draft.predicate
    return first.start, draft.predicate.start


def find_drafts(scope: Scope, layers: Layers, settings: Settings) -> list[Draft]:
    """What the sentence claims: its figures first, then the dates and the reported clauses that no figure covers."""
    drafts = list(_with_numbers(scope, layers))
    drafts += list(_with_dates(scope, drafts))
    stated = {draft.predicate for draft in drafts}
    drafts += [Draft(predicate, None, None) for predicate in reported_predicates(scope, layers, stated, settings)]
    if settings.every_statement:
        stated |= {draft.predicate for draft in drafts}
        drafts += [Draft(predicate, None, None) for predicate in plain_predicates(scope, layers, stated)]
    return [_with_content(draft, scope, layers) for draft in drafts]


def _with_content(draft: Draft, scope: Scope, layers: Layers) -> Draft:
    """The draft with what is said for its predicate, where its verb only says it, and with the word that means something."""
    predicate = draft.predicate
    if draft.number is not None:
        predicate = content_predicate(scope, predicate, draft.number, layers)
    mended = mend_predicate(scope, predicate, draft.number) if predicate is draft.predicate else predicate
    return replace(draft, predicate=mended)


def _with_numbers(scope: Scope, layers: Layers) -> Iterator[Draft]:
    for number in layers.numbers_in(scope.extent):
        if is_figure(number, text_of(scope.doc)):
            predicate = predicate_for(scope, number)
            if predicate is not None:
                yield Draft(predicate, number, date_for_number(scope, predicate, number))


def is_figure(number: NumberSpan, text: str) -> bool:
    """False for small ordinals ("ein erster Versuch") and for the article "ein", which nobody would check."""
    if number.kind == "ordinal" and (number.item is None or number.value is None or number.value <= SMALL_ORDINAL):
        return False
    return ARTICLE.fullmatch(text[number.start : number.end]) is None


def _with_dates(scope: Scope, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A claim for each date that no figure has taken; a clause with figures keeps only its durations for claims of their own."""
    stated = [draft for draft in drafts if not _counts_attribute(scope.doc, draft)]
    used = {draft.date for draft in stated}
    counted = {draft.predicate for draft in stated if draft.number is not None and draft.number.kind != "age"}
    for date in scope.dates:
        predicate = predicate_for_date(scope, date)
        if predicate is None or date in used or "X" in date.value or _is_date_line(predicate, date):
            continue
        if predicate in counted and date.type != "DURATION":
            predicate = noun_with(scope, date)
        if predicate is not None:
            yield Draft(predicate, None, date)
    yield from _with_dated_adjuncts(scope, counted)


def _counts_attribute(doc: Doc, draft: Draft) -> bool:
    """True where the figure counts inside an attribute, beside what the clause states ("ein Netz von Warten in zehn
    Ländern wurde am Montag gegründet"), unless the clause has an agent elsewhere, who is the actor of both."""
    if draft.number is None or draft.number.item_token is None:
        return False
    item, agent = doc[draft.number.item_token], draft.predicate.agent
    attribute = item.dep_ == "nmod" and any(child.dep_ == "case" for child in item.children)
    return attribute and (agent is None or doc[agent].is_ancestor(item))


def _is_date_line(predicate: PredicateSpan, date: DateSpan) -> bool:
    """ "Sonntag, 10. Februar 2008" and "Weitere Artikel (10.2.2008)" state nothing; "Drei Jahre Haft" does."""
    if predicate.rule != "verbless":
        return False
    lasting = date.type == "DURATION" and predicate.start - date.end == 1
    return date.contains(predicate) or (predicate.event is None and not lasting)


def _with_dated_adjuncts(scope: Scope, counted: Set[PredicateSpan]) -> Iterator[Draft]:
    """ "In einem Referendum, das am 4. Mai stattfand, stimmten die Bürger zu": the date holds for the main clause too."""
    for predicate in scope.predicates:
        if predicate not in counted and predicate.rule in CLAUSE_RULES and not dates_for(scope, predicate, inherit=False):
            for date in dates_of_adjunct(scope, predicate)[:1]:
                yield Draft(predicate, None, date)


def _claim(article: ArticleWithText, index: int, scope: Scope, draft: Draft, layers: Layers, settings: Settings) -> Claim:
    predicate, number, date = draft.predicate, draft.number, draft.date
    reporting = find_reporting(draft.number or predicate, predicate, layers, article.text)
    actor = find_actor(scope, predicate, number, layers, reporting.source)
    start, end = scope.extent.start, scope.extent.end
    return Claim(
        id=claim_id(article.id, start, predicate.start, number.start if number else None, date.start if date else None),
        article=_reference(article),
        text=article.text[start:end],
        start=start,
        end=end,
        sentence=index,
        predicate=_predicate(predicate, number, article.text),
        actor=actor,
        number=build_number(number, layers, article.text) if number is not None else None,
        date=build_claimed_date(date, article.text) if date is not None else None,
        source=reporting.source,
        place=find_place(predicate, layers),
        polarity=_polarity(scope, draft, reporting, article.text),
        modality=claim_modality(draft.predicate, date, reporting, article.published),
        confidence=claim_confidence(
            predicate, number, date, actor=actor, source=reporting.source, attribution=reporting.attribution
        ),
        rules=_rules(draft, reporting) if settings.explain else None,
    )


def _polarity(scope: Scope, draft: Draft, reporting: Reporting, text: str) -> Polarity:
    """Of the figure alone where the words say so, else of the clause with what its source says of it."""
    number = draft.number
    if number is None:
        return claim_polarity(draft.predicate, reporting)
    own = figure_polarity(scope, draft.predicate, number) if not reporting.denied else None
    return own or claim_polarity(draft.predicate, reporting, text[scope.extent.start : number.start])


def _predicate(predicate: PredicateSpan, number: NumberSpan | None, text: str) -> Predicate:
    """The predicate; a verb without a class has that of what is counted ("es gab 40 Verletzte": injury)."""
    counted = number.item if number is not None and number.kind == "count" else None
    return Predicate(
        lemma=spelled(predicate.lemma, text[predicate.start : predicate.end]),
        text=text[predicate.start : predicate.end],
        start=predicate.start,
        end=predicate.end,
        event=predicate.event or (event_of_noun(counted) if counted else None),
    )


def find_place(predicate: PredicateSpan, layers: Layers) -> Entity | None:
    """The place that a locative phrase of the clause names."""
    if predicate.place is None:
        return None
    pair = layers.mention_at(predicate.place)
    return pair[1] if pair is not None and pair[1] is not None and pair[1].kind in ("place", "country") else None


def _rules(draft: Draft, reporting: Reporting) -> dict[str, str]:
    rules = {"predicate": draft.predicate.rule}
    rules |= {"number": draft.number.rule} if draft.number is not None else {}
    rules |= {"date": draft.date.rule} if draft.date is not None else {}
    rules |= {"source": reporting.attribution.rule} if reporting.attribution is not None else {}
    return rules | {slot: rule for slot, rule in draft.predicate.rules.items() if rule}
