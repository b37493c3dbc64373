"""Predicates inside a clause that are no verbs: nominalizations, attributive participles, adjectives of measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimcheck.extraction.events.words import event_of_noun, event_of_verb, is_action
from claimcheck.extraction.records import Extent, PredicateSpan
from claimcheck.language.inflection import noun_lemma
from claimcheck.language.lemmas import lemma_of

SHORTEST_PARTICIPLE = 5  # letters; "alt", "weit" and "satt" only look like participles
ADJECTIVES = frozenset({"bekannt", "gesamt", "verwandt", "bestimmt", "berühmt"})  # old participles that name no event
ENDING = re.compile(r"e[mnrs]?$")  # of an attributive adjective
MODIFIERS = ("nmod", "acl", "obl", "appos")


def noun_predicates(doc: Doc, clause: PredicateSpan) -> Iterator[PredicateSpan]:
    """Event nouns of the clause that have modifiers of their own: those carry the figures and dates of the noun.

    A nominalized verb ("die Entsendung von 800 Soldaten") gets the rule "action", a happening ("der Anschlag im April")
    the rule "event noun".
    """
    for i in clause.tokens:
        token = doc[i]
        if i == clause.token or token.pos_ != "NOUN" or not _modifiers(token):
            continue
        lemma = noun_lemma(token)
        event = event_of_noun(lemma)
        if event is not None:
            rule = "action" if is_action(lemma) else "event noun"
            inner = _inner(token, lemma, event, rule, _own_tokens(token, clause))
            yield replace(inner, modality=clause.modality, rules=clause.rules | {"clause": "noun"})


def attribute_predicates(doc: Doc, clause: PredicateSpan) -> Iterator[PredicateSpan]:
    """Participles and adjectives before a noun that have modifiers: "die im Mai verhängten Urteile", "ein drei Meter
    hoher Zaun"."""
    for i in clause.tokens:
        token = doc[i]
        if token.tag_ != "ADJA" or token.head.pos_ not in ("NOUN", "PROPN") or i == clause.token:
            continue
        inside = [child for child in token.children if child.i < i and child.pos_ in ("NOUN", "PROPN", "NUM")]
        if not inside:
            continue
        tokens = tuple(sorted(leaf.i for leaf in token.subtree if leaf.i in clause.tokens and leaf.i <= i))
        verb = _participle(token)
        if verb is not None:
            yield _inner(token, verb, event_of_verb(verb), "participle", tokens, noun=token.head.i)
        else:
            yield _inner(token, f"{_plain_form(token)} sein", None, "adjective", tokens, noun=token.head.i)


def _plain_form(adjective: Token) -> str:
    """The adjective without ending: an attribute always has one, so a lemma like the form keeps its "e" ("lange")."""
    lemma = adjective.lemma_
    return lemma[:-1] if lemma == adjective.lower_ and lemma.endswith("e") else lemma


def _participle(token: Token) -> str | None:
    """The infinitive of "lebenden" (leben) or "verhängten" (verhängen), None for an adjective."""
    stem = max(token.lemma_, ENDING.sub("", token.lower_), key=len) if token.lemma_ in token.lower_ else token.lemma_
    if stem.endswith("end") and len(stem) > 5:
        return stem[:-1]
    if len(stem) < SHORTEST_PARTICIPLE or stem in ADJECTIVES or not stem.endswith(("t", "en")):
        return None
    found = lemma_of(stem, "VERB", "VVPP")
    return found if found.endswith("n") and found != stem else None


def _modifiers(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_ in MODIFIERS and child.i > token.i]


def _own_tokens(noun: Token, clause: PredicateSpan) -> tuple[int, ...]:
    """The noun and what follows it in its phrase; what stands before it (its own count) belongs to the clause."""
    return tuple(sorted(leaf.i for leaf in noun.subtree if leaf.i >= noun.i and leaf.i in clause.tokens))


def _inner(
    token: Token, lemma: str, event: str | None, rule: str, tokens: tuple[int, ...], noun: int | None = None
) -> PredicateSpan:
    doc = token.doc
    first, last = doc[min(tokens, default=token.i)], doc[max(tokens, default=token.i)]
    return PredicateSpan(
        start=token.idx,
        end=token.idx + len(token),
        lemma=lemma,
        token=token.i,
        clause=Extent(first.idx, last.idx + len(last)),
        tokens=tokens or (token.i,),
        rule=rule,
        event=event,
        patient=noun,
    )
