"""Who does it: the agent of the clause, else the group that the figure counts, else whom the figure describes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimcheck.claims.layers import Layers
from claimcheck.claims.nouns import is_abstract, is_quantifier, is_quantity
from claimcheck.claims.scope import Scope
from claimcheck.claims.values import spelled
from claimcheck.extraction.records import Mention, NumberSpan, PredicateSpan
from claimcheck.language.inflection import nominative, noun_lemma
from claimcheck.language.texts import text_of
from claimcheck.linking.ids import local_id
from claimcheck.models import Entity, EntityKind, Source

NOMINAL = ("NOUN", "PROPN")
GROUPS = ("count", "share", "percent", "factor")  # kinds of figures that may count a group
PARTS = frozenset({"darunter", "davon"})
NAMING = ("appos", "flat")
ACTING_KINDS = ("person", "organization", "country", "group", "media")


@dataclass(frozen=True)
class Cast:
    """What is needed to find an actor: the sentence, the layers, and who speaks ("ich")."""

    scope: Scope
    layers: Layers
    speaker: Entity | None

    @property
    def doc(self) -> Doc:
        """The Doc of the article."""
        return self.scope.doc


def find_actor(
    scope: Scope, predicate: PredicateSpan, number: NumberSpan | None, layers: Layers, source: Source | None
) -> Entity | None:
    """The actor of a claim, or None where the clause names none (mere events, quantities, things that are measured)."""
    cast = Cast(scope, layers, source.entity if source is not None else None)
    if number is not None and number.kind == "age":
        return _described(cast, number, predicate)
    token = _agent(cast, predicate, number)
    agent = entity_at(cast, token)
    if agent is not None and not _is_part_of_count(cast, token, number):
        return agent
    if number is not None and number.kind in GROUPS:
        group = _counted(cast, number)
        if group is not None:
            return group
    if agent is not None:
        return agent
    cause = _acting_cause(cast, predicate) if predicate.agent is None else None
    return cause or (entity_at(cast, predicate.patient) if predicate.agent is None else None)


def _agent(cast: Cast, predicate: PredicateSpan, number: NumberSpan | None) -> int | None:
    """The agent; of several subjects in one clause ("Die Zahl stieg um 5, die Quote um 3 Prozent") the last before the figure."""
    if predicate.agent is None or number is None:
        return predicate.agent
    nouns = [i for i in predicate.tokens if i > predicate.agent and cast.doc[i].dep_ == "nsubj" and cast.doc[i].pos_ in NOMINAL]
    between = [i for i in nouns if cast.doc[i].idx < number.start and _opens_part(cast, cast.doc[i])]
    return between[-1] if between else predicate.agent


def _is_part_of_count(cast: Cast, agent: int | None, number: NumberSpan | None) -> bool:
    """True where agent and counted noun are members of one list ("62 Gäste, darunter zwölf Kinder und sieben Helfer")."""
    counted = [figure.item_token for figure in cast.layers.numbers_in(cast.scope.extent)]
    if agent is None or number is None or number.item_token in (None, agent):
        return False
    item, other = cast.doc[number.item_token or 0], cast.doc[agent]
    if agent not in counted:
        return item.dep_ == "conj" and item.head.i == agent and number.kind == "count"
    listed = item.head.i == agent or other.head.i == item.i or item.dep_.startswith("nsubj") or item.head.i == other.head.i
    between = {token.lower_ for token in cast.doc[min(item.i, other.i) : max(item.i, other.i)]}
    return bool(between & PARTS) or (listed and item.dep_ in ("conj", "appos", "nsubj", "nsubj:pass"))


def _opens_part(cast: Cast, noun: Token) -> bool:
    """True where the noun phrase stands behind a comma or conjunction, outside brackets."""
    first = noun.left_edge.i
    behind = cast.doc[first - 1].lower_ if first else ""
    return behind in (",", "und", "sowie", "während", ";", "aber") and not _is_bracketed(cast, noun)


def _is_bracketed(cast: Cast, token: Token) -> bool:
    """True inside round brackets: more of them are open than closed before the token."""
    before = text_of(cast.doc)[cast.scope.extent.start : token.idx]
    return before.count("(") > before.count(")")


def entity_at(cast: Cast, index: int | None) -> Entity | None:
    """The entity whose head is this token: a resolved mention, else its noun phrase; for an abstract noun whose it is."""
    if index is None:
        return None
    token = cast.doc[index]
    known = _known(cast, token)
    if known is not None or token.pos_ not in NOMINAL or not token.text[0].isupper():
        return known
    if any(date.start <= token.idx < date.end for date in cast.layers.dates_in(cast.scope.extent)):
        return None
    counted = _figure_at(cast, token)
    lemma = noun_lemma(token)
    if counted is not None or is_quantity(lemma):
        return _member_entity(cast, token, counted)
    if is_abstract(lemma):
        return _possessor(cast, token)
    return _phrase(cast, token)


def _known(cast: Cast, token: Token) -> Entity | None:
    """The entity of the mention at the token or of the name that stands beside it; "ich" is the speaker."""
    if token.text.casefold() == "ich":
        return cast.speaker
    pair = cast.layers.mention_at(token.i)
    figures = cast.layers.numbers_in(cast.scope.extent)
    own = pair[1] if pair is not None and not _is_plain_group(pair, figures) else None
    if own is not None and not own.id.startswith("local:"):
        return own
    return _apposed(cast, token) or own


def _is_plain_group(pair: tuple[Mention, Entity | None], figures: Sequence[NumberSpan]) -> bool:
    """A counted group that stands for nothing but itself ("einhundert Bürger"): named without its figure."""
    mention, entity = pair
    counted = mention.form == "group" or any(number.overlaps(mention) for number in figures)
    return counted and entity is not None and entity.name == mention.name and entity.id.startswith("local:")


def _apposed(cast: Cast, token: Token) -> Entity | None:
    """The name beside a noun: "der Betreiber, der Versorger Nordstrom", "Ministerin Anna Berg"."""
    if "Plur" in token.morph.get("Number", []):
        return None
    for child in token.children:
        if child.i > token.i and child.dep_ in NAMING and token.doc[child.i - 1].text.casefold() != "darunter":
            beside = cast.layers.mention_at(child.i)
            if child.pos_ == "PROPN" and beside is not None and beside[1] is not None and beside[0].form == "name":
                return beside[1]
            if child.dep_ == "appos" and child.pos_ == "NOUN":
                return _apposed(cast, child)
    return None


def _figure_at(cast: Cast, token: Token) -> NumberSpan | None:
    """The figure whose unit or share the token is ("Prozent", "ein Drittel", "Dutzende")."""
    end = token.idx + len(token)
    return next((n for n in cast.layers.numbers_in(cast.scope.extent) if n.start <= token.idx and end <= n.end), None)


def _member_entity(cast: Cast, quantity: Token, number: NumberSpan | None) -> Entity | None:
    """Of what a quantity is: "die Zahl der Toten", "die Hälfte der Gäste", "76 Prozent der Wähler"."""
    if number is not None and number.item_token is not None and number.item_token != quantity.i:
        return _counted(cast, number)
    member = next((child for child in quantity.children if _is_attribute(child) and child.pos_ in (*NOMINAL, "ADJ")), None)
    return entity_at(cast, member.i) if member is not None and member.i != quantity.i else None


def _possessor(cast: Cast, abstract: Token) -> Entity | None:
    """Whose an event or property is: a genitive behind it or an adjective before it ("die sudanesische Offensive")."""
    for child in abstract.children:
        if _is_genitive(child) and not is_abstract(noun_lemma(child)):
            return entity_at(cast, child.i)
    for child in abstract.children:
        pair = cast.layers.mention_at(child.i) if child.dep_ == "amod" else None
        if pair is not None and pair[1] is not None and pair[1].kind == "country":
            return pair[1]
    return None


def _is_attribute(child: Token) -> bool:
    """True for a genitive or "von" behind its noun."""
    prepositions = [case.text.casefold() for case in child.children if case.dep_ == "case"]
    return child.dep_ == "nmod" and child.i > child.head.i and all(word in ("von", "vom", "an", "unter") for word in prepositions)


def _is_genitive(child: Token) -> bool:
    return _is_attribute(child) and child.pos_ in NOMINAL and not any(case.dep_ == "case" for case in child.children)


def _acting_cause(cast: Cast, predicate: PredicateSpan) -> Entity | None:
    """Who stands after von or durch in a passive clause that the parser gave no agent."""
    for i in predicate.tokens:
        token = cast.doc[i]
        prepositions = {case.text.casefold() for case in token.children if case.dep_ == "case"}
        if token.head.i == predicate.token and prepositions & {"von", "vom", "durch", "seitens"} and "passive" in predicate.rules:
            pair = cast.layers.mention_at(i)
            if pair is not None and pair[0].kind in ACTING_KINDS:
                return pair[1]
    return None


def _described(cast: Cast, number: NumberSpan, predicate: PredicateSpan) -> Entity | None:
    """Whom an age describes: the noun that it stands at ("der 37-jährige Heilpraktiker", "Rahmani (19)")."""
    span = cast.doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None:
        return None
    before = text_of(cast.doc)[: number.start].rstrip()
    if before.endswith("("):
        end = len(before[:-1].rstrip())
        pairs = cast.layers.mentions_in(cast.scope.extent)
        return next((entity for mention, entity in pairs if mention.end == end and entity is not None), None)
    head = span.root.head
    while head.pos_ == "ADJ" and head.head.i != head.i:
        head = head.head
    stands_at = head.pos_ in NOMINAL and head.i not in range(span.start, span.end)
    described = entity_at(cast, head.i) if stands_at else None
    return described or entity_at(cast, predicate.agent if predicate.agent is not None else predicate.patient)


def _counted(cast: Cast, number: NumberSpan) -> Entity | None:
    """The counted noun phrase, without figure and article, in the nominative."""
    if number.item_token is None:
        return None
    noun = cast.doc[number.item_token]
    if noun.pos_ not in (*NOMINAL, "ADJ"):
        return None
    lemma = noun_lemma(noun)
    if is_quantity(lemma) and noun.idx >= number.end:
        return _member_entity(cast, noun, None)
    return None if is_abstract(lemma) else _phrase(cast, noun)


def _phrase(cast: Cast, noun: Token) -> Entity | None:
    """A local entity with the noun, its adjectives and its genitive; the words begin behind any figure."""
    doc = cast.doc
    figures = [number for number in cast.layers.numbers_in(cast.scope.extent) if number.end <= noun.idx]
    adjectives = [child for child in noun.children if child.dep_ == "amod" and child.i < noun.i]
    first = min((child.i for child in adjectives if not _is_measured(child, figures)), default=noun.i)
    edge = max((number.end for number in figures if number.end > doc[first].idx and number.end <= noun.idx), default=0)
    first = next((i for i in range(first, noun.i + 1) if doc[i].idx >= edge and _is_naming(doc[i])), noun.i)
    last = max((_genitive_end(child) for child in noun.children), default=noun.i)
    span = doc[first : max(last, noun.i) + 1]
    name = spelled(_with_plural(nominative(span), noun), span.text)
    pair = cast.layers.mention_at(noun.i)
    kind: EntityKind = pair[0].kind if pair is not None else "group"
    if not name:
        return None
    return Entity(text=span.text, start=span.start_char, end=span.end_char, name=name, id=local_id(name), kind=kind)


def _is_naming(token: Token) -> bool:
    """False for what a name cannot open with: quantifiers, conjunctions, commas ("33. und letztes Länderspiel")."""
    return token.pos_ not in ("CCONJ", "PUNCT") and not is_quantifier(token.text)


def _is_measured(adjective: Token, figures: Sequence[NumberSpan]) -> bool:
    """True for an adjective that a measure belongs to ("eine 200 Meter tiefe Schlucht")."""
    return any(figure.kind in ("measure", "age") and figure.end + 1 == adjective.idx for figure in figures)


def _with_plural(name: str, noun: Token) -> str:
    """The name with the noun's plural as it stands, unless it is a dative ("Menschen" has the same form in all cases)."""
    adjectival = noun_lemma(noun) == noun.text[:-1] + "r"
    kept = (
        noun.text.endswith("n") and not adjectival and ("Dat" not in noun.morph.get("Case", []) or noun.lemma_.endswith("ensch"))
    )
    cut = re.compile(rf"\b{re.escape(noun.text[:-1])}(?!\w)")
    return cut.sub(noun.text, name, count=1) if kept and "Plur" in noun.morph.get("Number", []) and noun.pos_ == "NOUN" else name


def _genitive_end(child: Token) -> int:
    """Index of the last word of a genitive attribute right of its noun, -1 for any other child."""
    noun = child.head
    genitive = child.dep_ == "nmod" and "Gen" in child.morph.get("Case", []) and not any(c.dep_ == "case" for c in child.children)
    if not genitive or child.i < noun.i or child.i - noun.i > 4:
        return -1
    return child.i
