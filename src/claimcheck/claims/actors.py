"""Who does it: the agent of the clause, else the group that the figure counts, else whom the figure describes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc, Token

from claimcheck.claims.identity import local_id
from claimcheck.claims.layers import Layers
from claimcheck.claims.scope import Scope
from claimcheck.extraction.events import item_classes
from claimcheck.extraction.events.words import event_of_noun
from claimcheck.extraction.records import NumberSpan, PredicateSpan
from claimcheck.language.inflection import nominative, noun_lemma
from claimcheck.lexicon import load_lexicon
from claimcheck.models import Entity, EntityKind

NOMINAL = ("NOUN", "PROPN")
SUFFIX_LENGTHS = range(12, 2, -1)
EXPLETIVES = ("es", "das", "dies", "was", "wer")
GROUPS = ("count", "share", "percent", "ordinal", "factor")  # figures that may count a group


@dataclass(frozen=True, slots=True)
class NounRow:
    """One row of quantity_nouns.tsv."""

    form: str
    kind: str
    example: str


def find_actor(scope: Scope, predicate: PredicateSpan, number: NumberSpan | None, layers: Layers) -> Entity | None:
    """The actor of a claim, or None where the clause names none (mere events, quantities, things that are measured)."""
    if number is not None and number.kind == "age":
        return _described(scope.doc, number, predicate, layers)
    agent = _entity_at(scope.doc, _agent(scope, predicate), layers)
    if agent is not None:
        return agent
    if number is not None and number.kind in GROUPS:
        group = _counted(scope.doc, number, layers)
        if group is not None:
            return group
    return _entity_at(scope.doc, predicate.patient, layers) if _is_undergone(predicate) else None


def _agent(scope: Scope, predicate: PredicateSpan) -> int | None:
    """The agent's token; that of the clause for a participle or adjective without one of its own."""
    return predicate.agent


def _is_undergone(predicate: PredicateSpan) -> bool:
    return predicate.agent is None


def _described(doc: Doc, number: NumberSpan, predicate: PredicateSpan, layers: Layers) -> Entity | None:
    """Whom an age describes: the noun that it stands at ("der 37-jährige Heilpraktiker", "Rahmani (19)")."""
    span = doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None:
        return None
    before = doc.text[: number.start].rstrip()
    if before.endswith("("):
        named = [pair[1] for pair in zip(layers.mentions, layers.entities, strict=True) if pair[0].end == len(before[:-1].rstrip())]
        return next((entity for entity in named if entity is not None), None)
    head = span.root.head
    while head.pos_ == "ADJ" and head.head.i != head.i:
        head = head.head
    target = head if head.pos_ in NOMINAL else None
    token = target.i if target is not None else predicate.agent if predicate.agent is not None else predicate.patient
    return _entity_at(doc, token, layers)


def _counted(doc: Doc, number: NumberSpan, layers: Layers) -> Entity | None:
    """The counted noun phrase, without figure and article, in the nominative."""
    if number.item_token is None:
        return None
    noun = doc[number.item_token]
    if noun.pos_ not in NOMINAL and noun.tag_ not in ("NN", "NE", "ADJA"):
        return None
    if is_quantity(noun_lemma(noun)):
        return _entity_at(doc, noun.i, layers)
    return None if is_abstract(noun_lemma(noun)) else _phrase(doc, noun, after=number)


def _entity_at(doc: Doc, index: int | None, layers: Layers) -> Entity | None:
    """The entity whose head is this token: a resolved mention, else its noun phrase, else None for what is no actor."""
    if index is None:
        return None
    token = doc[index]
    pair = layers.mention_at(index)
    if pair is not None and pair[1] is not None:
        return pair[1]
    if token.pos_ not in NOMINAL:
        return None
    lemma = noun_lemma(token)
    if is_quantity(lemma):
        member = _member(token)
        return _entity_at(doc, member.i, layers) if member is not None and member.i != index else None
    return None if is_abstract(lemma) else _phrase(doc, token, after=None, kind=pair[0].kind if pair is not None else None)


def _member(quantity: Token) -> Token | None:
    """The noun behind a quantity: "die Zahl der Toten", "die Hälfte von ihnen"."""
    for child in quantity.children:
        if child.i > quantity.i and child.dep_ == "nmod" and child.pos_ in (*NOMINAL, "ADJ"):
            return child
    return None


def _phrase(doc: Doc, noun: Token, *, after: NumberSpan | None, kind: EntityKind | None = None) -> Entity | None:
    """A local entity with the noun, its adjectives and its genitive; the words begin behind the figure."""
    first = min((child.i for child in noun.children if child.dep_ in ("amod",) and child.i < noun.i), default=noun.i)
    if after is not None and doc[first].idx < after.end:
        first = next((i for i in range(first, noun.i + 1) if doc[i].idx >= after.end), noun.i)
    last = max((_genitive_end(child) for child in noun.children), default=noun.i)
    span = doc[first : max(last, noun.i) + 1]
    name = nominative(span)
    if not name:
        return None
    return Entity(text=span.text, start=span.start_char, end=span.end_char, name=name, id=local_id(name), kind=kind or "group")


def _genitive_end(child: Token) -> int:
    """Index of the last word of a genitive attribute right of its noun, -1 for any other child."""
    noun = child.head
    genitive = child.dep_ == "nmod" and "Gen" in child.morph.get("Case") and not any(c.dep_ == "case" for c in child.children)
    if not genitive or child.i < noun.i or child.i - noun.i > 4:
        return -1
    return child.i


def is_quantity(lemma: str) -> bool:
    """True for nouns that only say how much ("Zahl", "Anteil"); what they measure stands behind them."""
    row = _nouns().get(lemma) or _nouns().get("Zahl" if lemma.endswith("zahl") else lemma)
    return row is not None and row.kind == "quantity"


def is_abstract(lemma: str) -> bool:
    """True for nouns that name no actor: events, quantities, properties.

    >>> is_abstract("Erdbeben"), is_abstract("Landesregierung"), is_abstract("Teilnehmer")
    (True, False, False)
    """
    row = _nouns().get(lemma)
    if row is not None:
        return row.kind != "concrete"
    if item_classes(lemma) != (lemma,):
        return False
    for length in SUFFIX_LENGTHS:
        row = _nouns().get("-" + lemma[-length:].casefold()) if len(lemma) > length else None
        if row is not None:
            return row.kind != "concrete"
    return event_of_noun(lemma) is not None and not _is_person(lemma)


def _is_person(lemma: str) -> bool:
    """True for event rows that are people ("Mitarbeiter", "Flüchtling", "Einwohner")."""
    return lemma.endswith(("er", "ling", "gast", "ent", "glied", "rige")) and item_like(lemma)


def item_like(lemma: str) -> bool:
    """True where the noun's end is a counted noun of the lexicon."""
    return any(item_classes(lemma[start:].capitalize()) != (lemma[start:].capitalize(),) for start in range(len(lemma) - 3))


@cache
def _nouns() -> Mapping[str, NounRow]:
    return {row.form: row for row in load_lexicon(files("claimcheck.claims") / "quantity_nouns.tsv", NounRow)}
