"""What pronouns refer to: the one person, body or group near them that fits in gender and number, or nothing.

Source: the preferences of Lappin and Leass (1994) in short: agreement, then the subject of the nearest sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from claimcheck.extraction.records import Mention
from claimcheck.linking.anaphora import gender_fits, one
from claimcheck.linking.clusters import Cluster
from claimcheck.linking.context import Context

SENTENCES = 2  # how many sentences back a pronoun looks
SUBJECTS = {"nsubj", "nsubj:pass"}
OPENING = {"„", "“", "»", "«", ":", '"', "–", "‚"}
MASCULINE = {"er", "ihn", "dieser"}
RELATIVE = {"der": ("Masc",), "die": ("Fem", "Plur"), "das": ("Neut",)}
FEMININE = {"sie", "diese"}


def resolve_pronoun(context: Context, mention: Mention) -> Cluster | None:
    """The cluster that a pronoun stands for; None where there is none or more than one."""
    token = context.doc[mention.head]
    if mention.rule == "pronoun.relative":
        return _of_relative(context, token)
    gender = _gender(token)
    if gender is None:
        return None
    context.hide_frame(token)
    found = _of_personal(context, mention, token, gender)
    context.show_all()
    return found


def _of_personal(context: Context, mention: Mention, token: Token, gender: str) -> Cluster | None:
    if gender == "p":
        groups = [c for c in context.before(token.i) if c.kind == "group" or c.plural]
        return _salient(context, context.near(groups, token, 1), token)
    persons = [c for c in context.before(token.i) if c.kind == "person" and gender_fits(c, gender)]
    near = context.near(persons, token, SENTENCES)
    if near and mention.rule == "pronoun.demonstrative":
        return max(near, key=lambda cluster: context.last_place(cluster, token.i))
    if near and not any(person.proper or context.subjects(person, 0, token.i) for person in near):
        near = [*near, *(person for person in context.near(persons, token, 2 * SENTENCES) if person.proper)]
    if near:
        return _salient(context, near, token)
    bodies = [c for c in context.before(token.i) if c.kind not in {"person", "group"} and c.grammatical == gender]
    return _salient(context, context.near(bodies, token, 1), token)


def _gender(token: Token) -> str | None:
    """m, f or p (plural), for "sie" by its verb; None for the formal "Sie", "es" and "ihr", which tell too little."""
    word = token.lower_
    if token.tag_ == "PPOSAT":
        return "m" if word.startswith("sein") else None
    if word in MASCULINE or (word == "ihm" and "Neut" not in token.morph.get("Gender", [])):
        return "m"
    if word in FEMININE and not _is_formal(token):
        return _by_verb(token)
    return "p" if word == "ihnen" and token.text[0].islower() else None


def _is_formal(token: Token) -> bool:
    """True for "Sie" with a capital inside a sentence."""
    if token.text[0].islower() or token.i == token.sent.start:
        return False
    return token.nbor(-1).text not in OPENING and not token.nbor(-1).is_space


def _by_verb(token: Token) -> str | None:
    if token.dep_ not in SUBJECTS:
        return None
    finite = [word for word in (token.head, *token.head.children) if word.tag_.endswith("FIN")]
    numbers = {number for word in finite for number in word.morph.get("Number", [])}
    return "p" if numbers == {"Plur"} else "f" if numbers == {"Sing"} else None


def _salient(context: Context, candidates: Sequence[Cluster], token: Token) -> Cluster | None:
    """The only candidate, or the only one that is subject in the nearest sentence that has one as subject."""
    if len(candidates) < 2:
        return one(candidates)
    first = context.first_token(token, SENTENCES)
    subjects = [(i, cluster) for cluster in candidates for i in context.subjects(cluster, first, token.i)]
    places = [(context.doc[i].sent.start, cluster) for i, cluster in subjects]
    if not places:
        return None
    nearest = max(start for start, _ in places)
    return one([cluster for cluster in candidates if any(start == nearest and cluster is other for start, other in places)])


def _of_relative(context: Context, token: Token) -> Cluster | None:
    """The mention whose head the relative clause modifies, else the one right before the comma."""
    verb = token.head
    while verb.dep_ not in {"acl", "ROOT"} and verb.head is not verb:
        verb = verb.head
    target = verb.head.i if verb.dep_ == "acl" else token.i - 2
    if not 0 <= target < token.i:
        return None
    for i in context.with_head(target):
        cluster = context.found[i]
        if cluster is not None and context.mentions[i].form != "adjective":
            return cluster if _agrees(token, context.doc[target]) else None
    return None


def _agrees(pronoun: Token, noun: Token) -> bool:
    """False where a common noun has another gender than its relative pronoun in the nominative."""
    if noun.tag_ != "NN" or pronoun.lower_ not in RELATIVE:
        return True
    plural = "Plur" in noun.morph.get("Number", [])
    gender = "Plur" if plural else "".join(noun.morph.get("Gender", []))
    return not gender or gender in RELATIVE[pronoun.lower_]
