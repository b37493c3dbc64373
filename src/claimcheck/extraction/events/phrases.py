"""What a clause states, as a lemma: verb, light-verb phrase, or adjective and noun with copula."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimcheck.extraction.events.words import LightVerbRow, event_of_noun, event_of_verb, light_verbs, modality_of
from claimcheck.language.clauses import Clause
from claimcheck.language.inflection import noun_lemma, verb_lemma
from claimcheck.language.lemmas import lemma_of

COPULAS = ("sein", "werden", "bleiben")
SHORTEST_PARTICIPLE = 5  # letters; "tot" and "satt" only look like participles
NOMINAL = ("NOUN", "PROPN")
PREPOSITION_FOR_PREFIX = re.compile(r"(?:zur|zum|ums|ins)(?P<verb>[a-zäöüß]{4,})")  # "zurstehen": tagged as a prefix by mistake


@dataclass(frozen=True, slots=True)
class Naming:
    """The predicate of a clause: its words, its lemma, its class; ``token`` is the head, ``verb`` the infinitive."""

    start: int
    end: int
    token: int
    lemma: str
    verb: str
    event: str | None
    rule: str


def name_predicate(doc: Doc, clause: Clause, verb: Token | None) -> Naming | None:
    """The predicate of one clause; None where it holds neither a verb nor a noun (an interjection, a number alone)."""
    if verb is None:
        return _verbless(doc, clause)
    verb = _under_modal(doc, clause, verb)
    if verb.pos_ not in ("VERB", "AUX") and not verb.tag_.startswith("V"):
        lemma = _hidden_verb(doc, clause, verb)
        if lemma is not None:
            return _plain(clause, doc, verb, lemma)
        return _with_copula(doc, clause, verb, _copula_of(doc, clause, verb))
    lemma = _with_late_prefix(doc, clause, _infinitive(verb))
    if _is_no_participle(verb, lemma):
        return _with_copula(doc, clause, verb, _copula_of(doc, clause, verb))
    phrase = _light_verb(doc, clause, lemma)
    if phrase is not None:
        row, words = phrase
        start, end = _light_extent(words, verb)
        return Naming(start, end, verb.i, f"{row.phrase} {row.verb}", lemma, row.event, "light verb")
    if lemma in COPULAS:
        return _with_copula(doc, clause, _predicative(doc, clause, verb), verb)
    return _plain(clause, doc, verb, lemma)


def _is_no_participle(verb: Token, lemma: str) -> bool:
    """True for what is tagged as a participle and belongs to no verb ("tot", "erhältlich", "30 Kilometer entfernt")."""
    return verb.tag_ == "VVPP" and (len(verb) < SHORTEST_PARTICIPLE or not lemma.endswith("n"))


def _infinitive(verb: Token) -> str:
    """The infinitive, also of a participle that the tagger took for an adjective ("hatte vorgesehen")."""
    lemma = verb_lemma(verb)
    return lemma_of(verb.lower_, "VERB", "VVPP") if verb.tag_ == "VVPP" and lemma == verb.lower_ else lemma


def _hidden_verb(doc: Doc, clause: Clause, word: Token) -> str | None:
    """The infinitive of a finite verb that the tagger took for an adjective ("dass er sie nicht mitrechnet")."""
    finite = any(doc[i].tag_.startswith("V") for i in clause.tokens)
    lemma = lemma_of(word.lower_, "VERB", "VVFIN") if word.tag_ == "ADJD" and word.lower_.endswith("t") else ""
    return lemma if lemma.endswith("n") and not finite and clause.marker is not None else None


def _with_late_prefix(doc: Doc, clause: Clause, lemma: str) -> str:
    """The verb with an adverb or adjective at the clause's end that the lexicon knows as its prefix ("stellte … sicher")."""
    mistaken = PREPOSITION_FOR_PREFIX.fullmatch(lemma)
    if mistaken is not None and light_verbs(mistaken["verb"]):
        return mistaken["verb"]
    words = [doc[i].text for i in clause.tokens if not doc[i].is_punct]
    joined = words[-1] + lemma if words else lemma
    known = event_of_verb(joined) is not None or modality_of(joined, "verb") is not None
    return joined if known and words[-1].islower() else lemma


def _under_modal(doc: Doc, clause: Clause, verb: Token) -> Token:
    """The parser's head where a modal verb would be left alone ("sollen Mitglieder gewesen sein")."""
    if not verb.tag_.startswith("VM"):
        return verb
    root = doc[clause.root]
    if root.i in clause.tokens and root.i != verb.i and root.pos_ in ("VERB", "ADJ", "NOUN", "ADV"):
        return root
    governed = [doc[i] for i in clause.tokens if doc[i].head.i == verb.i and doc[i].dep_ in ("xcomp", "ccomp")]
    return next((token for token in reversed(governed) if token.pos_ == "VERB"), verb)


def _plain(clause: Clause, doc: Doc, verb: Token, lemma: str) -> Naming:
    reflexive = any(doc[i].tag_ == "PRF" and doc[i].head.i == verb.i and doc[i].dep_ == "expl" for i in clause.tokens)
    name = f"sich {lemma}" if reflexive else lemma
    return Naming(verb.idx, _end(verb), verb.i, name, lemma, event_of_verb(lemma), "verb")


def _light_extent(words: list[Token], verb: Token) -> tuple[int, int]:
    """The phrase, with its verb where that stands right beside it."""
    beside = verb.i in (words[0].i - 1, words[-1].i + 1)
    tokens = sorted([*words, verb] if beside else words, key=lambda token: token.i)
    return tokens[0].idx, _end(tokens[-1])


def _light_verb(doc: Doc, clause: Clause, lemma: str) -> tuple[LightVerbRow, list[Token]] | None:
    for row in light_verbs(lemma):
        words = row.phrase.lower().split()
        tokens = [doc[i] for i in clause.tokens if not doc[i].is_space]
        for first in range(len(tokens) - len(words) + 1):
            window = tokens[first : first + len(words)]
            if [token.text.lower() for token in window] == words:
                return row, window
    return None


def _predicative(doc: Doc, clause: Clause, verb: Token) -> Token | None:
    """The adjective or noun that the copula links to the subject, or None ("waren 62 Personen an Bord")."""
    own = [doc[i] for i in clause.tokens]
    linked = verb.dep_ == "cop" or any(child.dep_ == "cop" for child in verb.head.children)
    if linked and verb.head.i != verb.i and verb.head.i in clause.tokens:
        return verb.head
    for token in own:
        if token.head.i == verb.i and token.dep_ in ("xcomp", "advmod", "obj") and token.tag_ in ("ADJD", "NN", "VVPP"):
            behind = token.i > 0 and doc[token.i - 1].pos_ in (*NOMINAL, "NUM")
            return token if not _has_case(token) and not behind else None
    adjectives = [token for token in own if token.tag_ == "ADJD" and token.head.i in (verb.i, verb.head.i)]
    return adjectives[-1] if adjectives else None


def _with_copula(doc: Doc, clause: Clause, predicative: Token | None, copula: Token | None) -> Naming | None:
    verb = _copula_lemma(doc, clause, copula)
    if predicative is None:
        return None if copula is None else _plain(clause, doc, copula, verb)
    phrase = _light_verb(doc, clause, verb)
    if phrase is not None:
        row, words = phrase
        return Naming(words[0].idx, _end(words[-1]), words[-1].i, f"{row.phrase} {row.verb}", verb, row.event, "light verb")
    if (
        _has_case(predicative)
        or predicative.tag_ in ("CARD", "PPER", "PDS", "PRELS")
        or not predicative.text[0].isalpha()
        or _is_lone_subject(doc, clause, predicative)
    ):
        anchor = copula if copula is not None else predicative
        return Naming(anchor.idx, _end(anchor), predicative.i, verb, verb, event_of_verb(verb), "copula")
    nominal = predicative.pos_ in NOMINAL
    name = noun_lemma(predicative) if nominal else _adjective_lemma(predicative)
    event = event_of_noun(name) if nominal else event_of_verb(f"{name} {verb}")
    return Naming(predicative.idx, _end(predicative), predicative.i, f"{name} {verb}", verb, event, "copula")


def _copula_lemma(doc: Doc, clause: Clause, copula: Token | None) -> str:
    """ "sein" also under a future or modal verb ("werden ein Erfolg sein", "soll der Täter gewesen sein"); "werden" for
    "war Minister geworden"."""
    if copula is not None and any(doc[i].lower_ == "geworden" for i in clause.tokens):
        return "werden"
    verbs = [doc[i] for i in clause.tokens if doc[i].tag_ in ("VAINF", "VAPP") and verb_lemma(doc[i]) in COPULAS]
    lemma = verb_lemma(verbs[-1] if copula is not None and verbs else copula) if copula is not None else "sein"
    return lemma if lemma in COPULAS or copula is None or not copula.tag_.startswith("VM") else "sein"


def _adjective_lemma(adjective: Token) -> str:
    """The lemma; no predicative adjective is shorter than its lemma ("einig" is not "einige"), and short ones are no
    participles."""
    short = adjective.tag_ == "VVPP" and len(adjective) < SHORTEST_PARTICIPLE
    return adjective.lower_ if short or len(adjective.lemma_) > len(adjective) else adjective.lemma_


def _is_lone_subject(doc: Doc, clause: Clause, noun: Token) -> bool:
    """A noun with a definite article or a figure in a clause without a subject is the subject ("ist die Firma auf dem
    Sprung", "sind 40 Stellen in Gefahr")."""
    definite = any("Def" in child.morph.get("Definite", []) or child.dep_ == "nummod" for child in noun.children)
    return definite and noun.pos_ in NOMINAL and not any(doc[i].dep_.startswith("nsubj") for i in clause.tokens)


def _copula_of(doc: Doc, clause: Clause, predicative: Token) -> Token | None:
    found = [doc[i] for i in clause.tokens if doc[i].dep_ == "cop" and doc[i].head.i == predicative.i]
    return found[0] if found else None


def _verbless(doc: Doc, clause: Clause) -> Naming | None:
    """The noun of a headline or of an elliptical clause: the root, else its first event noun."""
    nouns = [doc[i] for i in clause.tokens if doc[i].pos_ in NOMINAL]
    events = [token for token in nouns if event_of_noun(noun_lemma(token)) is not None]
    root = doc[clause.root]
    candidates = [root] if root.pos_ in NOMINAL else events or nouns
    if not candidates:
        return None
    head = candidates[0]
    lemma = noun_lemma(head)
    return Naming(head.idx, _end(head), head.i, lemma, "", event_of_noun(lemma), "verbless")


def _has_case(token: Token) -> bool:
    return any(child.dep_ == "case" for child in token.children)


def _end(token: Token) -> int:
    return token.idx + len(token)
