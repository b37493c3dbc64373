"""What a claim states or denies: the predicate, with its sign, who or what it is about, and the other nouns of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.lang.de.stop_words import STOP_WORDS

from claimcheck.checking.dated import content_nouns
from claimcheck.checking.facts import Fact, Party
from claimcheck.checking.idle import load_idle_nouns
from claimcheck.checking.occurrences import is_verb_form
from claimcheck.checking.traits import is_speech, load_generic_verbs
from claimcheck.checking.words import find_clause, find_words, is_common_word, stem_of
from claimcheck.lexicon import load_lexicon

SHORTEST_NOUN = 5
MOST_WORDS = 5  # of a short answer
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
AND = re.compile(r"\s(?:und|aber|doch|während)\s")
# The smallest bit of something, named to deny it: "keinen Cent", "kein Wort".
SMALLEST = frozenset({"Cent", "Euro", "Wort", "Sekunde", "Minute", "Meter", "Zeitpunkt", "Gramm", "Tropfen", "Funke"})
POINTING_BACK = re.compile(
    r"""
    \b(?:er|sie|es|ihn|ihm|dies|diese[rmns]?|dort|da|daran|davon|dafür|dabei)\b
  | \b(?:das|die|der|den|dem)
    \s(?:Werk|Haus|Betrieb|Anlage|Gebäude|Firma|Unternehmen|Standort|Einrichtung|Station|Bericht|Stadt|Behörde)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
PREPOSITION = re.compile(
    r"\b(?P<preposition>in|im|an|am|auf|mit|von|vom|zu|zum|zur|bei|beim|für|gegen|über|nach|aus|unter|laut|um|vor|durch|während|wegen)"
    r"\s(?:[a-zäöüß]+\s){0,2}$",
    re.IGNORECASE,
)
REPORTED = re.compile(
    r"\b\w*(?:[Bb]erichte?n?s?|[Mm]eldung(?:en)?|[Gg]erüchten?|[Gg]erüchte?|[Bb]ehauptung(?:en)?|[Vv]orw[uü]rfe?n?|[Dd]arstellung|[Ss]pekulationen"
    r"|[Vv]ermutung(?:en)?|[Aa]ngaben)\b[^.:„“]{0,40},\s(?:wonach|nach\s(?:dem|denen|der)|dass|laut\sde[mnr])\b"
)
REJECTING = re.compile(
    r"""
    \b(?:wies|wiesen|weist|weisen)\b[^.:]{0,200}\bzurück\b | \b(?:trat|traten|tritt|treten)\b[^.:]{0,200}\bentgegen\b
  | \bdementier\w* | \bbestr(?:itt|eit)\w* | \bwiderspr(?:ach|icht|achen|echen)\b
  | \b[Kk]eine\s(?:Belege|Beweise|Hinweise|Anzeichen|Anhaltspunkte)\b
  | \bals\s(?:falsch|unwahr|erfunden|Falschmeldung|Unsinn|Lüge|Gerücht|haltlos|unzutreffend)\b
    """,
    re.VERBOSE,
)
PROMISED = re.compile(
    r"\b(?:versicher(?:t|te|ten)|versprach\w*|verspricht|versprechen|zugesagt|sagte?n?\szu|garantiert|garantierte)\b"
)
PAST = re.compile(r"\b(?:hat|habe|haben|hatte|hatten|war|waren|wurde|wurden|worden|gewesen|ist|sei|seien|sind)\b")
CHANGING = re.compile(
    r"\b(?:zunächst|vorerst|vorläufig|anfangs|derzeit|momentan|aktuell|inzwischen|mittlerweile|wieder|erneut|später|danach|nun|jetzt|heute)\b",
    re.IGNORECASE,
)
# A clause that only says where or when something holds: "dort, wo keine Gebühren erhoben werden".
RESTRICTIVE = re.compile(r"^\W*(?:[a-zäöü]+\s+){0,3}?(?:wo|wenn|falls|sofern|ob|denen|deren|dessen|welche[rnms]?)\b")


@dataclass(frozen=True, slots=True)
class Antonym:
    """A row of antonyms.tsv."""

    form: str
    opposite: str
    example: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """A row of predicates.tsv."""

    form: str
    sense: str
    turned: bool
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
    core: frozenset[str]  # nouns that stand after no preposition
    beside: frozenset[tuple[str, str]]  # preposition and noun of the others
    before: frozenset[str]  # nouns of the sentence before, where the words point back to it


@cache
def load_antonyms() -> dict[str, str]:
    """Opposites of antonyms.tsv by form."""
    return {row.form: row.opposite for row in load_lexicon(files(__package__) / "antonyms.tsv", Antonym)}


@cache
def load_predicates() -> dict[str, Predicate]:
    """Rows of predicates.tsv by form."""
    return {row.form: row for row in load_lexicon(files(__package__) / "predicates.tsv", Predicate)}


def make_statement(fact: Fact, people: frozenset[str], sentence_before: str = "") -> Statement:
    """The statement of a claim; ``people`` are stems of the names of persons and bodies, which are no nouns of it.

    ``sentence_before`` tells what a pronoun, "dort" or "das Werk" points back to.
    """
    clause = _clause(fact)
    predicate, is_turned, is_listed = find_sense(fact.lemma, clause)
    words = {w.text for w in find_words(clause) if w.text[0].isupper() and w.text.lower() not in STOP_WORDS}
    stems = frozenset(stem_of(word) for word in words)
    voice = fact.voice
    speakers = _name_words((voice.speaker, voice.body)) if voice is not None else frozenset()
    nouns = frozenset(stem_of(word) for word in words if _is_telling(word)) - speakers - people
    beside = _beside(clause, nouns)
    subjects = speakers if SPEAKING.search(clause) else _name_words((fact.actor,))
    if fact.actor is not None and fact.actor.kind == "person":
        subjects |= stems
    return Statement(
        fact=fact,
        is_denial=_is_negative(fact) != is_turned,
        predicate=predicate,
        is_specific=is_listed or _is_specific(fact.lemma),
        nouns=nouns,
        subjects=subjects,
        has_pronoun=STANDING_IN.search(clause) is not None,
        core=nouns - {noun for _, noun in beside},
        beside=frozenset(beside),
        before=content_nouns(sentence_before, None) - people if POINTING_BACK.search(clause) else frozenset(),
    )


def _is_specific(lemma: str) -> bool:
    return (not is_speech(lemma) and lemma.split(" ")[-1] not in _generic()) or lemma.endswith(" sein")


def _beside(clause: str, nouns: frozenset[str]) -> set[tuple[str, str]]:
    """Nouns after a preposition: where, when, with whom."""
    found = set()
    for word in find_words(clause):
        if word.text[0].isupper() and stem_of(word.text) in nouns:
            match = PREPOSITION.search(clause, 0, word.start)
            if match is not None:
                found.add((match["preposition"].lower(), stem_of(word.text)))
    return found


def find_sense(lemma: str, clause: str) -> tuple[str, bool, bool]:
    """The predicate to compare by, True where the words say its contrary, and True where predicates.tsv knows it.

    >>> find_sense("abschalten", "die Anlage war abgeschaltet"), find_sense("bleiben", "die Sirenen blieben stumm")
    (('switch_on', True, True), ('sound', True, True))
    """
    table, lowered = load_predicates(), clause.lower()
    rows = [row for form, row in table.items() if " " in form and re.search(rf"\b{form}\b", lowered)]
    verb = lemma.removesuffix(" sein").split(" ")[-1]
    rows += [table[form] for form in (lemma.removesuffix(" sein"), verb) if form in table]
    if not rows and not _is_specific(lemma.removesuffix(" sein")):
        rows = [
            table[form] for word in find_words(clause) for form in (word.text, word.lemma) if form in table and " " not in form
        ]
    if rows:
        return rows[0].sense, rows[0].turned, True
    return (*find_opposite(lemma), False)


def _is_telling(word: str) -> bool:
    return (
        len(word) >= SHORTEST_NOUN and stem_of(word) not in load_idle_nouns() and word not in SMALLEST and not is_verb_form(word)
    )


def is_rejected(fact: Fact) -> bool:
    """True for what a report says that somebody rejects: "wies Berichte zurück, wonach das Werk schließt"."""
    at = fact.predicate_start - fact.start
    said = [match for match in REPORTED.finditer(fact.text) if match.end() <= at]
    if not said:
        return False
    left, right = find_clause(fact.text, at, at + max(1, fact.predicate_end - fact.predicate_start))
    return left >= said[-1].start() and REJECTING.search(f"{fact.text[: said[-1].end()]} {fact.text[right:]}") is not None


def is_short_quote(fact: Fact) -> bool:
    """True for words in quotation marks, or before the speaker is named, of a few words: "Das Werk bleibt"."""
    at = fact.predicate_start - fact.start
    left, right = find_clause(fact.text, at, at + max(1, fact.predicate_end - fact.predicate_start))
    return len(find_words(fact.text[left:right])) <= MOST_WORDS


def is_future(fact: Fact) -> bool:
    """True for what is only promised or planned."""
    return fact.modality == "planned" or PROMISED.search(fact.text) is not None


def is_past(fact: Fact) -> bool:
    """True for what a clause tells as past."""
    return fact.modality != "planned" and PAST.search(_clause(fact)) is not None


def is_changing(fact: Fact) -> bool:
    """True where the words tell of a state at one moment: "zunächst", "inzwischen", "wieder"."""
    return CHANGING.search(_clause(fact)) is not None


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
    if is_rejected(fact):
        return not negated
    if DENYING.search(before):
        return not negated
    if fact.polarity == "negative" and fact.modality == "denied" and ":" in before:
        return negated
    return fact.polarity == "negative" and not _is_of_other_part(fact)


def _is_of_other_part(fact: Fact) -> bool:
    """True where only what follows an "und" after the predicate is negated: "verhängte den Notstand und kam nicht mehr"."""
    text, end = fact.text, fact.predicate_end - fact.start
    negations = [match.start() for match in NEGATION.finditer(text)]
    following = AND.search(text, max(end, 0))
    return following is not None and bool(negations) and all(start > following.start() for start in negations)


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
