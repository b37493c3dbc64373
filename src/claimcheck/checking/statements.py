"""What a claim states or denies: the predicate, with its sign, who or what it is about, and the other nouns of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.lang.de.stop_words import STOP_WORDS

from claimcheck.checking.facts import Fact, Party
from claimcheck.checking.traits import is_speech, load_generic_verbs
from claimcheck.checking.words import find_clause, find_words, is_common_word, stem_of
from claimcheck.lexicon import load_lexicon

SHORTEST_NOUN = 5
SPEAKING = re.compile(r"\b(?:[Ii]ch|[Ww]ir|[Mm]an|[Uu]nser\w*|[Mm]ein\w*)\b")  # the speaker is the subject, or the owner
STANDING_IN = re.compile(r"\b(?:[Ii]ch|[Ww]ir|[Mm]an|[Ee]r|[Ss]ie)\b")
NEGATION = re.compile(r"\b(?:nicht|kein\w*|nie|niemals|niemand\w*|nichts)\b", re.IGNORECASE)
# What stands before the clause that is denied: "wies den Vorwurf zurück, … zu haben", "bestritt, dass …".
DENYING = re.compile(
    r"""
    \b(?:(?:wies|wiesen|weist|weisen)\b[^.:„“]{1,120}\bzurück | bestritt\w* | bestreit\w* | dementier\w* | leugne\w*)
    \s?,[^.:„“]{0,80}$
    """,
    re.VERBOSE,
)
AGE = re.compile(r"\(\d{1,3}\)")
# A state of the day and no denial: "noch nicht angekommen", "nicht mehr in Gefahr".
NOT_YET = re.compile(r"\b(?:noch\s+(?:nicht|kein\w*|nie)|bisher|bislang|(?:nicht|kein\w*)\s+(?:\w+\s+)?mehr)\b", re.IGNORECASE)
# A clause that only says where or when something holds: "dort, wo keine Gebühren erhoben werden".
RESTRICTIVE = re.compile(r"^\W*(?:[a-zäöü]+\s+){0,3}?(?:wo|wenn|falls|sofern|ob|denen|deren|dessen|welche[rnms]?)\b")


@dataclass(frozen=True, slots=True)
class Antonym:
    """A row of antonyms.tsv."""

    form: str
    opposite: str
    example: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as a yes or no to a predicate. ``subjects`` are stems of names and roles of whom it is about."""

    fact: Fact
    is_denial: bool
    predicate: str
    is_specific: bool  # the predicate says more than geben, liegen, sagen
    nouns: frozenset[str]
    subjects: frozenset[str]
    has_pronoun: bool  # the subject is no noun of the clause


@cache
def load_antonyms() -> dict[str, str]:
    """Opposites of antonyms.tsv by form."""
    return {row.form: row.opposite for row in load_lexicon(files(__package__) / "antonyms.tsv", Antonym)}


def make_statement(fact: Fact, people: frozenset[str]) -> Statement:
    """The statement of a claim; ``people`` are stems of the names of persons and bodies, which are no nouns of it."""
    clause = _clause(fact)
    predicate, is_turned = find_opposite(fact.lemma)
    words = {w.text for w in find_words(clause) if w.text[0].isupper() and w.text.lower() not in STOP_WORDS}
    stems = frozenset(stem_of(word) for word in words)
    voice = fact.voice
    speakers = _name_words((voice.speaker, voice.body)) if voice is not None else frozenset()
    subjects = speakers if SPEAKING.search(clause) else _name_words((fact.actor,))
    if fact.actor is not None and fact.actor.kind == "person":
        subjects |= stems
    return Statement(
        fact=fact,
        is_denial=_is_negative(fact) != is_turned,
        predicate=predicate,
        is_specific=(not is_speech(fact.lemma) and fact.lemma.split(" ")[-1] not in _generic()) or fact.lemma.endswith(" sein"),
        nouns=frozenset(stem_of(word) for word in words if len(word) >= SHORTEST_NOUN) - speakers - people,
        subjects=subjects,
        has_pronoun=STANDING_IN.search(clause) is not None,
    )


def is_restriction(fact: Fact) -> bool:
    """True for a clause that states nothing of its own, but where, when or of which things something else holds."""
    return RESTRICTIVE.search(_clause(fact)) is not None


def is_state(fact: Fact) -> bool:
    """True where a negation tells how things stand today: "noch nicht", "nicht mehr", "bislang kein"."""
    return NOT_YET.search(_clause(fact)) is not None


def find_opposite(lemma: str) -> tuple[str, bool]:
    """The predicate to compare by, and True where the lemma says its opposite.

    >>> find_opposite("intakt sein"), find_opposite("defekt sein"), find_opposite("unzulässig sein")
    (('defekt', True), ('defekt', False), ('zulässig', True))
    """
    base = lemma.removesuffix(" sein")
    if base in load_antonyms():
        return load_antonyms()[base], True
    if base != lemma and base.startswith("un") and len(base) > 6 and is_common_word(base[2:]):
        return base[2:], True
    return base, False


def _is_negative(fact: Fact) -> bool:
    """The sign of a claim. What follows a colon after "wies den Vorwurf zurück" is what the speaker says instead."""
    before = fact.text[: max(fact.predicate_start - fact.start, 0)]
    negated = NEGATION.search(_clause(fact)) is not None
    if DENYING.search(before):
        return not negated
    if fact.polarity == "negative" and fact.modality == "denied" and ":" in before:
        return negated
    return fact.polarity == "negative"


def _clause(fact: Fact) -> str:
    at = fact.predicate_start - fact.start
    if not 0 <= at < len(fact.text):
        return fact.text
    text = AGE.sub(lambda match: " " * len(match.group()), fact.text)
    left, right = find_clause(text, at, at + max(1, fact.predicate_end - fact.predicate_start))
    return text[left:right]


def _name_words(parties: Iterable[Party | None]) -> frozenset[str]:
    return frozenset(stem_of(word) for party in parties if party is not None for word in party.name.split())


def _generic() -> frozenset[str]:
    return frozenset(load_generic_verbs())
