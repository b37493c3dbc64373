"""The word that a claim is about where the verb of its clause does not say it.

"Beschlossen hatte der Rat 40 Millionen Euro" is about beschließen, "muss für sechs Jahre in Haft" about Haft, "Der Schaden:
2 Millionen Euro" about Schaden, "Die Flut kam im Schlaf: 6 Tote" about Tote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimcheck.claims.scope import Scope
from claimcheck.extraction.dates.tense import PARTICIPLE
from claimcheck.extraction.events.words import event_of_noun, event_of_verb
from claimcheck.extraction.records import NumberSpan, PredicateSpan
from claimcheck.language.inflection import noun_lemma
from claimcheck.language.lemmas import lemma_of

AUXILIARIES = ("haben", "sein", "werden")
MODALS = ("müssen", "sollen", "können", "dürfen", "wollen")
GOALS = frozenset({"in", "ins", "hinter", "vor", "nach", "zu", "zum", "zur", "auf"})
DIVIDERS = frozenset({":", "–", "—"})
ENDS = frozenset({":", "–", "—", ",", ";", ".", "!", "?"})
CLOSING_TAGS = ("ADJD", "VVPP")
SHORTEST = 5  # letters of a participle


def mend_predicate(scope: Scope, predicate: PredicateSpan, number: NumberSpan | None) -> PredicateSpan:
    """The predicate with the word that carries the meaning; the same one where its verb does."""
    doc = scope.doc
    if number is not None and (apart := _in_own_part(doc, predicate, number)) is not None:
        return apart
    words = [doc[i] for i in predicate.tokens if not doc[i].is_space]
    if predicate.rule == "verbless":
        return _of_unit(doc, predicate, number, words) if number is not None else predicate
    if predicate.lemma in AUXILIARIES and (participle := _fronted(doc, predicate, words)) is not None:
        return _as_verb(predicate, participle, lemma_of(participle.lower_, "VERB", "VVPP"))
    if predicate.lemma == "lassen" and (verb := _last(words, ("VVINF",))) is not None:
        return _as_verb(predicate, verb, lemma_of(verb.lower_, "VERB", "VVINF"))
    if predicate.lemma in MODALS and (goal := _goal(scope, words)) is not None:
        return _as_noun(predicate, goal)
    return predicate


def _as_verb(predicate: PredicateSpan, verb: Token, lemma: str) -> PredicateSpan:
    end = verb.idx + len(verb)
    return replace(predicate, start=verb.idx, end=end, token=verb.i, lemma=lemma, event=event_of_verb(lemma))


def _as_noun(predicate: PredicateSpan, noun: Token) -> PredicateSpan:
    lemma, end = noun_lemma(noun), noun.idx + len(noun)
    return replace(predicate, start=noun.idx, end=end, token=noun.i, lemma=lemma, event=event_of_noun(lemma))


def _fronted(doc: Doc, predicate: PredicateSpan, words: Sequence[Token]) -> Token | None:
    """ "Beschlossen hatte der Rat": the participle before the finite verb at the beginning of the clause."""
    before = doc[predicate.token - 1] if predicate.token else None
    if before is None or not words or before.i != words[0].i or len(before) < SHORTEST:
        return None
    if before.tag_ != "VVPP" and (predicate.lemma == "sein" or PARTICIPLE.fullmatch(before.lower_) is None):
        return None
    lemma = lemma_of(before.lower_, "VERB", "VVPP")
    return before if lemma.endswith("n") and lemma != before.lower_ and before.tag_ not in ("NN", "NE") else None


def _last(words: Sequence[Token], tags: tuple[str, ...]) -> Token | None:
    return next((token for token in reversed(words) if token.tag_ in tags), None)


def _goal(scope: Scope, words: Sequence[Token]) -> Token | None:
    """ "muss in Haft", "soll hinter Gitter": where the verb of motion is left out."""
    if any(token.tag_ in ("VAINF", "VAPP", "VVINF", "VVPP", "VVIZU") for token in words):
        return None
    dated = [span for date in scope.dates if (span := scope.doc.char_span(date.start, date.end, alignment_mode="expand"))]
    taken = {token.i for span in dated for token in span}
    for token in reversed(words):
        cases = {child.lower_ for child in token.children if child.dep_ == "case"}
        if token.tag_ == "NN" and token.i not in taken and cases & GOALS:
            return token
    return None


def _of_unit(doc: Doc, predicate: PredicateSpan, number: NumberSpan, words: Sequence[Token]) -> PredicateSpan:
    """ "Der Schaden: 2 Millionen Euro", "Im Schnitt verdienten Lehrlinge 900 Euro": not the unit is what is told."""
    verb = next((token for token in words if _is_missed_verb(token)), None)
    if verb is not None:
        return _as_verb(predicate, verb, lemma_of(verb.lower_, "VERB", "VVFIN"))
    if not number.overlaps(predicate):
        return predicate
    unit = doc[predicate.token]
    subject = next((child for child in unit.children if child.dep_ == "nsubj" and child.tag_ == "NN"), None)
    return _as_noun(predicate, subject) if subject is not None and subject.i < unit.i else predicate


def _is_missed_verb(token: Token) -> bool:
    """A past tense between two nouns that the tagger took for an adjective."""
    if token.tag_ != "ADJA" or not token.lower_.endswith(("ten", "te")) or token.i == 0 or token.is_sent_start:
        return False
    lemma = lemma_of(token.lower_, "VERB", "VVFIN")
    return token.doc[token.i - 1].tag_ in ("NN", "NE") and lemma.endswith("en") and lemma != token.lower_


def _in_own_part(doc: Doc, predicate: PredicateSpan, number: NumberSpan) -> PredicateSpan | None:
    """What a figure behind a colon or dash tells in a part of the sentence without a verb ("Die Flut kam im Schlaf: 6 Tote")."""
    span = doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None or number.item_token is None or number.kind != "count":
        return None
    part = _part(doc, span.start, span.end)
    inside = {token.i for token in part}
    if not part or part[0].is_sent_start or predicate.token in inside or number.item_token not in inside:
        return None
    if part[0].nbor(-1).text not in DIVIDERS or any(token.tag_.startswith("V") and token.tag_ != "VVPP" for token in part):
        return None
    last = part[-1]
    if last.i > number.item_token and last.tag_ in CLOSING_TAGS:
        lemma = lemma_of(last.lower_, "VERB", "VVPP") if last.tag_ == "VVPP" else f"{last.lower_} sein"
        return replace(_as_verb(predicate, last, lemma), rule="verbless", agent=None, polarity="positive")
    return replace(_as_noun(predicate, doc[number.item_token]), rule="verbless", agent=None, polarity="positive")


def _part(doc: Doc, first: int, last: int) -> list[Token]:
    """The words around a figure up to the next colon, dash, comma or end of the sentence."""
    sent = doc[first].sent
    while first > sent.start and doc[first - 1].text not in ENDS:
        first -= 1
    while last < sent.end and doc[last].text not in ENDS:
        last += 1
    return [token for token in doc[first:last] if not token.is_space]
