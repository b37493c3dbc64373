"""Clauses that somebody answers for and that have neither figure nor date of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from spacy.tokens import Token

from claimcheck.claims.layers import Layers
from claimcheck.claims.reported import introduces, pieces_of
from claimcheck.claims.scope import CLAUSE_RULES, Scope
from claimcheck.extraction.events.modality import HEARSAY
from claimcheck.extraction.events.words import event_of_noun
from claimcheck.extraction.records import AttributionSpan, Extent, NumberSpan, PredicateSpan
from claimcheck.language.inflection import is_subjunctive, noun_lemma
from claimcheck.settings import Settings

SIDE_CLAUSES = ("relative", "adverbial", "parenthetical")
UNSTATED = ("complement", "infinitive", "adverbial")
PURPOSE = frozenset({"um", "ohne", "statt", "anstatt"})
OBJECTS = ("obj", "obl:arg", "obl", "nsubj", "ROOT", "xcomp")


def reported_predicates(scope: Scope, layers: Layers, stated: Set[PredicateSpan], settings: Settings) -> Iterator[PredicateSpan]:
    """The predicates of reported content in the sentence that no figure or date has stated yet, each once.

    Of words in quotation marks, which are mostly opinions, a sentence states one thing, and nothing beside its figures.
    """
    done = set(stated)
    for predicate in scope.predicates:
        if predicate.rules.get("modality") == HEARSAY and predicate.rule in CLAUSE_RULES and predicate not in done:
            done.add(predicate)
            yield predicate
    for span in layers.attributions_at(scope.extent):
        if span.demand and not settings.every_statement:
            continue
        found = _content_predicates(scope, span, layers, stated)
        if span.mode == "direct":
            found = [] if any(predicate in done for predicate in found) else found[:1]
        for predicate in found:
            if predicate not in done:
                done.add(predicate)
                yield predicate


def plain_predicates(scope: Scope, layers: Layers, stated: Set[PredicateSpan]) -> Iterator[PredicateSpan]:
    """The predicates that the article states in its own words, without figure, date or speaker: "Das Werk bleibt offen"."""
    for predicate in scope.predicates:
        is_clause = predicate.rule in CLAUSE_RULES and predicate.rules.get("clause") not in UNSTATED
        is_attribute = predicate.rule == "participle" and predicate.agent is not None
        if (is_clause or is_attribute) and predicate not in stated and not _is_frame(predicate, layers):
            yield predicate


def _content_predicates(scope: Scope, span: AttributionSpan, layers: Layers, stated: Set[PredicateSpan]) -> list[PredicateSpan]:
    pieces = [piece for piece in pieces_of(span) if scope.extent.overlaps(piece)]
    clauses = [p for p in scope.predicates if p.rule in CLAUSE_RULES]
    inside = [p for p in clauses if any(piece.contains(p) for piece in pieces)]
    inside = [p for p in inside if not _is_frame(p, layers) and not introduces(p, span, layers) and not _is_purpose(scope, p)]
    main = [p for p in inside if _is_statement(scope, p, inside)]
    return main or _noun_content(scope, pieces, layers, stated) or inside[:1]


def _is_statement(scope: Scope, predicate: PredicateSpan, inside: Sequence[PredicateSpan]) -> bool:
    """False for side clauses and for infinitives under a clause of the same content ("gehindert, ihn zu verteidigen")."""
    kind = predicate.rules.get("clause", "")
    if kind == "infinitive":
        index = scope.clause_of(predicate.token)
        parent = scope.clauses[index].parent if index is not None else None
        return parent is None or scope.predicate_of(parent) not in inside
    return kind not in SIDE_CLAUSES or _is_reported_aside(scope, predicate)


def _noun_content(scope: Scope, pieces: Sequence[Extent], layers: Layers, stated: Set[PredicateSpan]) -> list[PredicateSpan]:
    """What a content without a clause of its own is about: its noun where the verb only reports ("sprach von einer
    Explosion") and no figure ("sprach von 300 Gästen"), else the clause that it is a part of (words in quotation marks)."""
    nouns = [noun for noun in (noun_predicate(scope, piece) for piece in pieces) if noun is not None]
    nouns.sort(key=lambda noun: (scope.doc[noun.token].dep_ not in OBJECTS, noun.start))
    for noun in nouns[:1]:
        clause = next((p for p in scope.predicates if p.rule in CLAUSE_RULES and noun.token in p.tokens), None)
        if clause is None or _is_frame(clause, layers):
            return [noun] if clause not in stated else []
        return [clause] if clause.rules.get("clause") not in SIDE_CLAUSES else []
    return []


def _has_case(token: Token) -> bool:
    return any(child.dep_ == "case" for child in token.children)


def content_predicate(scope: Scope, predicate: PredicateSpan, number: NumberSpan, layers: Layers) -> PredicateSpan:
    """The predicate of a figure; where the verb only reports ("sprach von 40 Verletzten"), the counted noun, and nobody acts."""
    spans = [span for span in layers.attributions_at(predicate) if span.cue is not None and span.cue.overlaps(predicate)]
    if not any(piece.overlaps(number) for span in spans for piece in pieces_of(span)):
        return predicate
    if number.item_token is None:
        return replace(predicate, agent=None, patient=None)
    noun = scope.doc[number.item_token]
    lemma = noun_lemma(noun)
    told = _told_of(scope, noun) if event_of_noun(lemma) is None else None
    if told is not None:
        return replace(told, agent=None, patient=None)
    return replace(
        predicate, start=noun.idx, end=noun.idx + len(noun), lemma=lemma, event=event_of_noun(lemma), agent=None, patient=None
    )


def _told_of(scope: Scope, noun: Token) -> PredicateSpan | None:
    """ "zählte 400 Haushalte, bei denen der Strom ausfiel": what the relative clause tells of the counted noun."""
    for index, clause in enumerate(scope.clauses):
        beside = clause.tokens[0] == noun.i + 2 and scope.doc[noun.i + 1].text == ","
        if clause.kind == "relative" and (beside or scope.doc[clause.root].head.i == noun.i):
            return scope.predicate_of(index)
    return None


def _is_reported_aside(scope: Scope, predicate: PredicateSpan) -> bool:
    """A relative clause in the Konjunktiv is reported as much as its main clause; so is a clause that opens with its verb
    behind another one ("…, in denen sie erhoben würden, sei die Zahl gestiegen")."""
    kind = predicate.rules.get("clause")
    own = [scope.doc[i] for i in predicate.tokens]
    finite = [token for token in own if token.tag_ in ("VVFIN", "VAFIN", "VMFIN")]
    reported = any(is_subjunctive(token) for token in finite)
    return reported and (kind == "relative" or (kind == "adverbial" and finite[0].i == own[0].i))


def _is_purpose(scope: Scope, predicate: PredicateSpan) -> bool:
    """ "um … zu", "ohne … zu", "statt … zu" say why or how, and state nothing."""
    first = [scope.doc[i].text.casefold() for i in predicate.tokens[:2]]
    return predicate.rules.get("clause") == "infinitive" and bool(PURPOSE & set(first))


def _is_frame(predicate: PredicateSpan, layers: Layers) -> bool:
    return any(span.cue is not None and span.cue.overlaps(predicate) for span in layers.attributions_at(predicate))


def noun_predicate(scope: Scope, piece: Extent) -> PredicateSpan | None:
    """The noun that reported content without a verb is about ("sprach von einer Explosion"): its head or first event noun."""
    span = scope.doc.char_span(piece.start, piece.end, alignment_mode="expand")
    nouns = [token for token in span if token.pos_ == "NOUN"] if span is not None else []
    if span is None or not nouns:
        return None
    events = [token for token in nouns if event_of_noun(noun_lemma(token)) is not None]
    if span.root.tag_ in ("VVPP", "ADJD") and all(_has_case(token) for token in nouns):
        return None
    objects = [token for token in nouns if token.dep_ == "obj"]
    head = (objects or [token for token in nouns if token.i == span.root.i] or events or nouns)[0]
    clause = next((p for p in scope.predicates if head.i in p.tokens), None)
    lemma = noun_lemma(head)
    return PredicateSpan(
        start=head.idx,
        end=head.idx + len(head),
        lemma=lemma,
        token=head.i,
        clause=piece,
        tokens=tuple(token.i for token in span),
        rule="reported noun",
        event=event_of_noun(lemma),
        patient=head.i,
        polarity=clause.polarity if clause is not None else "positive",
    )
