"""What refers back: roles ("die Ministerin"), bodies ("die Behörde"), pronouns. One candidate, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimcheck.extraction.actors.lexicons import closed
from claimcheck.extraction.actors.phrases import gender_of, left_edge
from claimcheck.extraction.actors.words import head_nouns, title_nouns
from claimcheck.extraction.records import Mention
from claimcheck.linking.clusters import Cluster

UNLINKED_OFFICES = {"human", "kin", "address", "resident", "witness"}
PRONOUN_SENTENCES = 2  # how many sentences back a pronoun looks
BODY_SENTENCES = 6  # how many sentences back "die Behörde" looks where the article names several
SUBJECTS = {"nsubj", "nsubj:pass"}


def find_antecedent(
    doc: Doc, mention: Mention, mentions: Sequence[Mention], found: Sequence[Cluster | None], clusters: Sequence[Cluster]
) -> Cluster | None:
    """The cluster that a role, a body with the definite article or a pronoun refers to; None where it is not the only one."""
    if mention.form == "pronoun":
        return _of_pronoun(doc, mention, mentions, found, clusters)
    if mention.form == "role":
        return _of_role(doc, mention, clusters)
    if mention.form == "noun" and mention.kind in {"organization", "media"}:
        return _of_body(doc, mention, clusters)
    return None


def _of_role(doc: Doc, mention: Mention, clusters: Sequence[Cluster]) -> Cluster | None:
    token = doc[mention.head]
    noun = title_nouns().find(token.text)
    if noun is None or noun.row.office in UNLINKED_OFFICES or not _definite(doc, token):
        return None
    persons = [cluster for cluster in clusters if cluster.kind == "person" and _before(cluster, token.i)]
    fitting = [person for person in persons if _gender_fits(person, noun.row.gender)]
    same = [person for person in fitting if noun.lemma in person.lemmas]
    return _one(same) or (_one([person for person in fitting if noun.row.office in person.offices]) if not same else None)


def _of_body(doc: Doc, mention: Mention, clusters: Sequence[Cluster]) -> Cluster | None:
    token = doc[mention.head]
    noun = head_nouns().find(token.text)
    if noun is None or not _definite(doc, token) or gender_of(token) == "p":
        return None
    bodies = [
        cluster
        for cluster in clusters
        if cluster.kind in {"organization", "media"} and _before(cluster, token.i) and not cluster.plural
    ]
    same = [body for body in bodies if noun.lemma in body.heads]
    if same or mention.end > token.idx + len(token):
        return _one(same) or _one(_near(doc, same, token, BODY_SENTENCES)) if mention.end == token.idx + len(token) else None
    groups = set(noun.row.refers.split("|"))
    fitting = [body for body in bodies if body.groups & groups]
    return _one(fitting) or _one(_near(doc, fitting, token, 1))


def _definite(doc: Doc, token: Token) -> bool:
    start = left_edge(doc, token.i)
    return doc[start].lower_ in closed("definite") or (
        start > 0 and doc[start - 1].lower_ in closed("definite") and start == token.i
    )


def _before(cluster: Cluster, i: int) -> bool:
    return any(token < i for token in cluster.tokens)


def _one(clusters: Sequence[Cluster]) -> Cluster | None:
    return clusters[0] if len(clusters) == 1 else None


def _gender_fits(person: Cluster, gender: str) -> bool:
    return not person.gender or not gender or person.gender == gender


def _near(doc: Doc, clusters: Sequence[Cluster], token: Token, sentences: int) -> list[Cluster]:
    """The clusters named in the sentence of the token before it, or in one of the sentences before."""
    first = _first_token(doc, token, sentences)
    return [cluster for cluster in clusters if any(first <= i < token.i for i in cluster.tokens)]


def _first_token(doc: Doc, token: Token, sentences: int) -> int:
    start = token.sent.start
    for _ in range(sentences):
        if start > 0:
            start = doc[start - 1].sent.start
    return start


def _of_pronoun(
    doc: Doc, mention: Mention, mentions: Sequence[Mention], found: Sequence[Cluster | None], clusters: Sequence[Cluster]
) -> Cluster | None:
    token = doc[mention.head]
    if mention.rule == "pronoun.relative":
        return _of_relative(doc, token, mentions, found)
    gender = _pronoun_gender(token)
    if gender is None:
        return None
    if gender == "p":
        return _plural(doc, token, clusters)
    persons = [c for c in clusters if c.kind == "person" and _gender_fits(c, gender)]
    near = _near(doc, persons, token, PRONOUN_SENTENCES) if gender in {"m", "f"} else []
    if near:
        return _salient(doc, near, token)
    bodies = [c for c in clusters if c.kind != "person" and not c.plural and c.grammatical == gender]
    return _salient(doc, _near(doc, bodies, token, 1), token)


def _pronoun_gender(token: Token) -> str | None:
    """m, f, n or p of a pronoun by its form, and for "sie" and "ihr" by the verb; None for the formal "Sie" and "es"."""
    word = token.lower_
    if token.tag_ == "PPOSAT":
        return (
            "m"
            if word.startswith("sein")
            else None
            if token.text[0].isupper() and token.i > token.sent.start
            else _by_subject(token)
        )
    if word in {"er", "ihn", "ihm", "dieser"}:
        return "m"
    if word in {"sie", "diese"}:
        if token.text[0].isupper() and token.i > token.sent.start and not doc_quote_before(token):
            return None
        return _by_verb(token)
    return "p" if word == "ihnen" and token.text[0].islower() else None


def doc_quote_before(token: Token) -> bool:
    """True where a quotation mark or colon stands right before the token."""
    return token.i > 0 and token.nbor(-1).text in {"„", "“", "»", "«", ":", '"', "–"}


def _by_verb(token: Token) -> str | None:
    if token.dep_ not in SUBJECTS:
        return None
    verb = token.head
    finite = [word for word in (verb, *verb.children) if word.tag_.endswith("FIN")]
    numbers = {number for word in finite for number in word.morph.get("Number", [])}
    return "p" if numbers == {"Plur"} else "f" if numbers == {"Sing"} else None


def _by_subject(token: Token) -> str | None:
    """ "ihr" in the sentence of a feminine or a plural subject is not told apart: open."""
    return None


def _plural(doc: Doc, token: Token, clusters: Sequence[Cluster]) -> Cluster | None:
    groups = [c for c in clusters if c.kind == "group" or c.plural]
    near = _near(doc, groups, token, 1)
    return _salient(doc, near, token)


def _salient(doc: Doc, candidates: Sequence[Cluster], token: Token) -> Cluster | None:
    """The only candidate, or the only one that is subject in the nearest sentence that has one as subject."""
    if len(candidates) < 2:
        return _one(candidates)
    first = _first_token(doc, token, PRONOUN_SENTENCES)
    places = [(doc[i].sent.start, c) for c in candidates for i in c.subjects if first <= i < token.i]
    if not places:
        return None
    nearest = max(start for start, _ in places)
    subjects = [c for c in candidates if any(start == nearest and c is other for start, other in places)]
    return _one(subjects)


def _of_relative(doc: Doc, token: Token, mentions: Sequence[Mention], found: Sequence[Cluster | None]) -> Cluster | None:
    """The mention whose head the relative clause modifies, else the one right before the comma."""
    verb = token.head
    while verb.dep_ not in {"acl", "ROOT"} and verb.head is not verb:
        verb = verb.head
    target = verb.head.i if verb.dep_ == "acl" else token.i - 2
    if target >= token.i or target < 0:
        return None
    for mention, cluster in zip(mentions, found, strict=True):
        if mention.head == target and cluster is not None and mention.form != "adjective":
            return cluster
    return None
