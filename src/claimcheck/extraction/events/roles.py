"""Who acts and who undergoes: subject, agent and patient of a clause, with passives and empty subjects resolved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimcheck.language.clauses import Clause

NOMINAL = ("NOUN", "PROPN", "PRON")
RELATIVE = ("PRELS", "PRELAT", "PWAV")
IMPERSONAL = ("geben", "handeln", "gehen", "kommen", "heißen")
BECOME = ("werd", "wird", "wurd", "würd")
FINITE = ("VVFIN", "VAFIN", "VMFIN")
LOCATIVE = ("in", "im", "bei", "nahe", "vor", "auf", "an", "am", "aus", "nach", "bei")
# The infinitive under these verbs is done by whom the verb addresses, not by its subject.
OBJECT_CONTROL = frozenset({"auffordern", "bitten", "zwingen", "verbieten", "erlauben", "ermöglichen", "raten", "hindern"})
AGENT_PREPOSITIONS = frozenset({"von", "vom", "durch", "seitens"})
OBLIQUE_ARTICLES = frozenset({"dem", "den", "des", "einem", "einen", "einer", "eines"})  # never nominative
ANTECEDENT_REACH = 14  # tokens


@dataclass(frozen=True, slots=True)
class Roles:
    """Token indexes; ``subject`` is the grammatical one, ``agent`` acts, ``patient`` undergoes."""

    subject: int | None = None
    agent: int | None = None
    patient: int | None = None
    passive: bool = False


def find_roles(doc: Doc, clauses: Sequence[Clause], index: int, head: int | None, known: Mapping[int, Roles]) -> Roles:
    """The roles of one clause; ``known`` holds those of the clauses above it, from which an empty subject is filled."""
    clause = clauses[index]
    passive = is_passive(doc, clause)
    subject = _subject(doc, clause, head)
    above = known.get(clause.parent) if clause.parent is not None else None
    if subject is None and above is not None and not any(_is_expletive(doc[i]) for i in clause.tokens):
        inherited = _inherited(clause, above, doc, clauses)
    else:
        inherited = None if subject is None else _antecedent(doc, clause, subject).i
    direct = _object(doc, clause, head)
    if passive:
        return Roles(inherited, _passive_agent(doc, clause), inherited, True)
    return Roles(inherited, inherited, direct, False)


def is_passive(doc: Doc, clause: Clause) -> bool:
    """True for werden + participle ("wurde gerettet", "gerettet worden sei") and for a participle of its own that names
    the agent (", gerufen von der Firma"), not for sein + participle."""
    own = [doc[i] for i in clause.tokens]
    if any(_is_bare_participle(token) for token in own) and not any(token.tag_ == "VVFIN" for token in own):
        return True
    if any(token.text.lower() == "worden" for token in own):
        return True
    if any(token.dep_ == "aux:pass" and token.lemma_ != "sein" for token in own):
        return True
    auxiliary = any(token.tag_.startswith("VA") and token.text.lower().startswith(BECOME) for token in own)
    infinitive = any(token.tag_ in ("VVINF", "VVIZU") for token in own)
    return auxiliary and not infinitive and any(token.tag_ == "VVPP" for token in own)


def _is_bare_participle(token: Token) -> bool:
    """A participle behind a comma or at the start with "von" right after it: ", gebaut von der Firma", "Gebaut von"."""
    before = token.nbor(-1).text if not token.is_sent_start and token.i else ","
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return token.tag_ == "VVPP" and before == "," and after in ("von", "vom", "seitens")


def find_place(doc: Doc, clause: Clause) -> int | None:
    """Index of the first name of a place that a locative preposition governs in the clause, or None."""
    for i in clause.tokens:
        token = doc[i]
        if token.ent_type_ == "LOC" and any(child.dep_ == "case" and child.text.lower() in LOCATIVE for child in token.children):
            return i
    return None


def _subject(doc: Doc, clause: Clause, head: int | None) -> Token | None:
    """The subject by the parse, agreeing with the finite verb where several are there; else a nominative that agrees."""
    finite = next((doc[i] for i in clause.tokens if doc[i].tag_ in FINITE), None)
    found = [doc[i] for i in clause.tokens if doc[i].dep_.startswith("nsubj") and not _is_no_subject(doc[i])]
    found.sort(key=lambda token: (finite is not None and not _agrees_with(token, finite), token.head.i != head, token.i))
    if finite is not None and (not found or not _agrees_with(found[0], finite)):
        nominatives = [doc[i] for i in clause.tokens if _is_nominative(doc[i]) and _agrees_with(doc[i], finite)]
        found = nominatives or found
    return found[0] if found else None


def _agrees_with(token: Token, finite: Token) -> bool:
    """Number of subject and finite verb; a coordination is plural; what has no number feature agrees."""
    number, verb = token.morph.get("Number", []), finite.morph.get("Number", [])
    if any(child.dep_ == "conj" for child in token.children) and verb == ["Plur"]:
        return True
    return not number or not verb or number == verb


def _is_nominative(token: Token) -> bool:
    """A bare noun phrase in the nominative that is no attribute of another noun."""
    if token.pos_ not in NOMINAL or token.tag_ in ("PRF", *RELATIVE) or "Nom" not in token.morph.get("Case", []):
        return False
    if token.dep_ in ("nmod", "appos", "flat", "conj", "compound") or token.text.lower() == "es":
        return False
    return not any(child.dep_ in ("case", "nummod") and child.tag_ != "CARD" for child in token.children)


def _is_no_subject(token: Token) -> bool:
    """True for an empty "es", for who speaks before the colon of a headline ("Polizei: Drei Tote bei Brand"), where the
    article has no nominative ("sagte der Presse, …"), and for an article that the tagger took for a relative pronoun."""
    others = any(other.dep_.startswith("nsubj") and other.i != token.i for other in token.head.children)
    if token.left_edge.lower_ == "als" and others:  # "Als einzige Abgeordnete hatte Eva Kern …", not "Als Kinder ertranken"
        return True
    behind = token.nbor() if token.i + 1 < len(token.doc) else token
    before = any(token.doc[i].text == ":" for i in range(token.i + 1, token.head.i))
    article = token.tag_ in RELATIVE and behind.dep_.startswith("nsubj") and behind.head.i == token.head.i
    return before or article or _is_expletive(token) or _is_oblique(token)


def _is_oblique(token: Token) -> bool:
    articles = {child.lower_ for child in token.children if child.dep_ == "det" and child.tag_ == "ART"}
    feminine = token.morph.get("Gender", []) == ["Fem"] and token.morph.get("Number", []) == ["Sing"]
    return bool(articles & OBLIQUE_ARTICLES) or (feminine and "der" in articles)


def _is_expletive(token: Token) -> bool:
    return token.text.lower() == "es" and token.dep_ in ("expl", "nsubj") and _has_other_nominative(token)


def _has_other_nominative(token: Token) -> bool:
    """ "waren es 1.000", "kam es zu Schäden", "gab es": the verb with "es" has no other subject or a figure for one."""
    return token.dep_ == "expl" or token.head.lemma_ in IMPERSONAL or token.head.pos_ == "NUM"


def _antecedent(doc: Doc, clause: Clause, subject: Token) -> Token:
    """The noun that a relative pronoun stands for; any other subject is its own."""
    if subject.tag_ not in RELATIVE:
        return subject
    head = doc[clause.root].head
    if doc[clause.root].dep_ == "acl" and head.pos_ in NOMINAL and head.i < subject.i:
        inner = head.dep_ == "nmod" and head.head.pos_ in NOMINAL and _agrees(head.head, subject)
        unit = any(child.pos_ == "NUM" for child in head.children)
        return head.head if inner and (unit or not _agrees(head, subject)) else head
    for i in range(subject.i - 1, max(-1, subject.i - ANTECEDENT_REACH), -1):
        if doc[i].pos_ in ("NOUN", "PROPN") and doc[i].sent == subject.sent and _agrees(doc[i], subject):
            return doc[i]
    return subject


def _agrees(noun: Token, pronoun: Token) -> bool:
    number, gender = noun.morph.get("Number", []), noun.morph.get("Gender", [])
    if number != pronoun.morph.get("Number", []):
        return False
    return number == ["Plur"] or not pronoun.morph.get("Gender", []) or gender == pronoun.morph.get("Gender", [])


def _inherited(clause: Clause, above: Roles, doc: Doc, clauses: Sequence[Clause]) -> int | None:
    if clause.kind == "conjunct":
        return above.subject
    if clause.kind != "infinitive" or clause.parent is None:
        return None
    governors = {doc[i].lemma_ for i in clauses[clause.parent].tokens}
    return above.patient if governors & OBJECT_CONTROL else above.subject


def _object(doc: Doc, clause: Clause, head: int | None) -> int | None:
    found = [doc[i] for i in clause.tokens if doc[i].dep_ == "obj" and doc[i].tag_ != "PRF"]
    near = [token.i for token in found if token.head.i == head]
    return near[0] if near else found[0].i if found else None


def _passive_agent(doc: Doc, clause: Clause) -> int | None:
    """Noun after von, durch or seitens that the parser calls the agent, or right behind a participle of its own."""
    for i in clause.tokens:
        prepositions = [child for child in doc[i].children if child.dep_ == "case" and child.text.lower() in AGENT_PREPOSITIONS]
        behind = any(child.i and _is_bare_participle(child.nbor(-1)) for child in prepositions)
        if prepositions and (doc[i].dep_ == "obl:agent" or behind):
            return i
    return None
