"""What refers back: roles ("die Ministerin") and bodies ("die Behörde"). One candidate, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimcheck.extraction.actors.lexicons import Head, Title, closed
from claimcheck.extraction.actors.phrases import is_plural, left_edge
from claimcheck.extraction.actors.words import Noun, head_nouns, title_nouns
from claimcheck.extraction.records import Mention
from claimcheck.linking.clusters import Cluster
from claimcheck.linking.context import Context

UNLINKED_OFFICES = {"human", "kin", "address", "resident", "witness"}
DIRECTIONS = {"Norden": ("Nord", "Süd"), "Süden": ("Süd", "Nord")}
UNTITLED_NOT = {"spokesman", "representative", "staff", "lawyer", "judge", "prosecutor", "journalist", "doctor", "minister"}
VICE = ("stellvertretend", "vize", "ehemalig", "früher", "amtierend")
SENTENCES = 4  # how many sentences back a body or an age looks where the article names several


def find_antecedent(context: Context, mention: Mention) -> Cluster | None:
    """The cluster that a role or a body with the definite article refers to; None where it is not the only one."""
    token = context.doc[mention.head]
    if mention.rule == "body.word":
        return _of_word(context, mention)
    if not is_definite(token):
        return None
    if mention.rule == "direction":
        return _of_direction(context, token)
    if mention.rule in {"role.aged", "demonym"}:
        return _of_age(context, token)
    if mention.form == "role":
        return _of_role(context, mention, token)
    if mention.form == "noun" and mention.kind in {"organization", "media"}:
        return _of_body(context, mention, token)
    return None


def is_definite(token: Token) -> bool:
    """True for a noun with the definite or demonstrative article, also inside a preposition ("beim")."""
    start = left_edge(token.doc, token.i)
    before = token.doc[start - 1] if start > 0 else None
    return token.doc[start].lower_ in closed("definite") or (before is not None and before.tag_ == "APPRART")


def one(clusters: Sequence[Cluster]) -> Cluster | None:
    """The only one, or None."""
    return clusters[0] if len(clusters) == 1 else None


def gender_fits(person: Cluster, gender: str) -> bool:
    """True where the two genders can be one; unknown fits both."""
    return not person.gender or not gender or person.gender == gender


def _of_direction(context: Context, token: Token) -> Cluster | None:
    """The country of the article that "der Süden" or "der Norden" names: Südkorea, or Sudan beside Südsudan."""
    countries = {c.name: c for c in context.everywhere() if c.kind == "country"}
    here, other = DIRECTIONS[token.lemma_ if token.lemma_ in DIRECTIONS else token.text.rstrip("s")]
    named = [c for name, c in countries.items() if name.startswith(here)]
    opposite = [name for name in countries if name.startswith(other)]
    rest = [countries[rest] for name in opposite if (rest := name.removeprefix(other).capitalize()) in countries]
    return one(named) or (one(rest) if not named else None)


def _of_age(context: Context, token: Token) -> Cluster | None:
    article = token.doc[left_edge(token.doc, token.i)].lower_
    if article not in closed("definite"):
        return None
    gender = "f" if article == "die" or token.text.endswith("in") else "m"
    persons = [c for c in context.before(token.i) if c.kind == "person" and gender_fits(c, gender)]
    return one(context.near(persons, token, SENTENCES))


def _protagonist(bodies: Sequence[Cluster]) -> Cluster | None:
    """The one that the article names at least twice as often as any other."""
    ranked = sorted(bodies, key=lambda body: -len(body.tokens))
    if len(ranked) > 1 and len(ranked[0].tokens) < 2 * len(ranked[1].tokens):
        return None
    return ranked[0] if ranked else None


def _of_word(context: Context, mention: Mention) -> Cluster | None:
    """The body in a compound ("Sparkassen-Chefin"): the only one of the article with this noun."""
    noun = head_nouns().find(mention.name)
    bodies = [c for c in context.everywhere() if c.kind == "organization" and not c.plural]
    same = [body for body in bodies if noun is not None and noun.lemma in body.heads]
    return one(same) or _protagonist(same)


def _of_role(context: Context, mention: Mention, token: Token) -> Cluster | None:
    noun = title_nouns().find(token.text)
    if noun is None or noun.row.office in UNLINKED_OFFICES or _has_owner(context, mention):
        return None
    persons = [c for c in context.before(token.i) if c.kind == "person" and gender_fits(c, noun.row.gender)]
    country = country_in(context, mention)
    fitting = [person for person in persons if _role_fits(person, noun) and (not country or person.country == country)]
    if is_vice(context.doc, mention):
        fitting = [person for person in fitting if person.vice]
    same = [person for person in fitting if noun.lemma in person.lemmas]
    found = one(same or fitting) or one(context.nearest(same or fitting, token, SENTENCES))
    if found is not None and found.proper:
        return found
    return _untitled(context, persons, token, noun) or found


def _untitled(context: Context, persons: Sequence[Cluster], token: Token, noun: Noun[Title]) -> Cluster | None:
    """The one person of this gender near by who was named without a title: "Brandt lächelte, als die Managerin sprach"."""
    if noun.row.office in UNTITLED_NOT:
        return None
    near = context.near([person for person in persons if person.proper], token, 1)
    fits = [person for person in near if not person.offices and person.gender == noun.row.gender]
    return one(fits) if len(near) == len(fits) else None


def _has_owner(context: Context, mention: Mention) -> bool:
    """True for somebody's lawyer, spokesman or deputy: a person inside the mention."""
    others = [context.mentions[i] for i in context.inside(mention)]
    return any(other.kind == "person" and other.head != mention.head for other in others)


def is_vice(doc: Doc, mention: Mention) -> bool:
    """True for "der stellvertretende …", "der frühere …": another person than the head himself."""
    words = doc.char_span(mention.start, mention.end, alignment_mode="expand") or ()
    return any(token.tag_ == "ADJA" and token.lower_.startswith(VICE) for token in words)


def country_in(context: Context, mention: Mention) -> str:
    """ISO code of the country that an adjective or name inside the mention names, "" without one."""
    for i in context.inside(mention):
        cluster = context.found[i]
        if cluster is not None and cluster.kind == "country" and cluster.country:
            return cluster.country
    return ""


def _role_fits(person: Cluster, noun: Noun[Title]) -> bool:
    """True where the person was introduced with this role, or one that the bare role can refer to."""
    lemma = noun.lemma.removeprefix("Ex-")
    if lemma in person.lemmas:
        return True
    if not person.offices & set(noun.row.refers.split("|")):
        return False
    return not _differs(noun.row.form, noun.modifier if noun.modifier != "Ex" else "", person.lemmas)


def _is_described(context: Context, mention: Mention, token: Token) -> bool:
    """True where attributes tell which body it is: another one, or one that is named by them."""
    adjectives = [word for word in context.doc[left_edge(context.doc, token.i) : token.i] if word.tag_ == "ADJA"]
    return mention.end != token.idx + len(token) or bool(adjectives)


def _other_compound(noun: Noun[Head], body: Cluster) -> bool:
    return noun.lemma not in body.heads and _differs(noun.row.form, noun.modifier, body.heads)


def _differs(form: str, modifier: str, lemmas: set[str]) -> bool:
    """True where a compound meets another one of the same last part ("Innenminister", "Außenminister")."""
    last = form.lower()
    return bool(modifier) and any(lemma.lower() != last and lemma.lower().endswith(last) for lemma in lemmas)


def _of_body(context: Context, mention: Mention, token: Token) -> Cluster | None:
    noun = head_nouns().find(token.text)
    if noun is None or is_plural(token, noun.lemma) or _is_described(context, mention, token):
        return None
    bodies = [c for c in context.before(token.i) if c.kind in {"organization", "media"} and not c.plural]
    same = [body for body in bodies if noun.lemma in body.heads]
    groups = set() if "-" in noun.modifier else set(noun.row.refers.split("|"))
    fitting = [body for body in bodies if body in same or body.groups & groups]
    fitting = same if same and len(groups) == 1 else [body for body in fitting if not _other_compound(noun, body)]
    if not fitting and noun.row.group == "company":
        fitting = [body for body in bodies if body.proper and not body.groups and body.kind == "organization"]
    return one(fitting) or one(context.nearest(fitting, token, SENTENCES)) or _protagonist(fitting)
