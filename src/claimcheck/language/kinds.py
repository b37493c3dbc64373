"""What kind of clause it is: from its introducing word, its place and the verb before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from claimcheck.language.fields import Field, is_finite
from claimcheck.language.inflection import is_subjunctive
from claimcheck.lexicon import load_lexicon

COMPLEMENT_MARKERS = frozenset({"dass", "daß", "ob"})
QUESTION_WORD = re.compile(r"wann|wohin|woher|warum|weshalb|wieso|we[rnm]|wessen|was|welche[mnrs]?|wo")
RELATIVE_WORDS = frozenset({"wo", "wobei", "wodurch", "womit", "woraufhin", "weshalb"})
MARKS_BEFORE_SPEECH = frozenset({",", ":", ".", "!", "?", "–", "—", "-", "…", "..."})


@dataclass(frozen=True)
class SpeechVerb:
    """A row of speech_verbs.tsv."""

    lemma: str


def marked_kind(opener: Token) -> str:
    """The kind of a clause with this introducing word."""
    if opener.tag_ == "KOUI":
        return "infinitive"
    if opener.tag_ in ("PRELS", "PRELAT"):
        return "relative"
    if opener.tag_ == "KOUS":
        return "complement" if opener.lower_ in COMPLEMENT_MARKERS and not _after_so(opener) else "adverbial"
    if QUESTION_WORD.fullmatch(opener.lower_):
        return "relative" if _is_relative(opener) else "complement"
    if opener.lower_ == "wie":
        is_question = opener.i > opener.sent.start and opener.nbor().tag_ in ("PIAT", "PIDAT", "PIS", "ADJD")
        return "complement" if is_question else "adverbial"
    if opener.tag_ not in ("PWS", "PWAT", "PWAV"):
        return "complement" if opener.lower_ in COMPLEMENT_MARKERS else "adverbial"
    return "relative" if opener.lower_ in RELATIVE_WORDS else "complement"


def unmarked_kind(field: Field, before: Sequence[Sequence[Token]]) -> str:
    """The kind of a finite clause without introducing word; ``before`` are the words of the last finite clauses."""
    if field.joined or field.before not in MARKS_BEFORE_SPEECH:
        return "conjunct"
    if field.is_verb_first:
        return _verb_first_kind(field)
    verb = field.finites[0]
    if field.before == "," and verb.tag_ == "VVFIN" and speaks(Field(_from_finite(field.words), "")):
        return "conjunct"
    spoken = introduces(before)
    if field.before == "," and is_subjunctive(verb) and not any(is_subjunctive(word) for words in before[-1:] for word in words):
        return "complement"
    return "complement" if spoken and (field.before == ":" or _is_reported(verb)) else "conjunct"


def introduces(clauses: Sequence[Sequence[Token]]) -> bool:
    """Whether one of these clauses has a reporting verb, so that what follows is what it reports."""
    return any(speaks(Field(_from_finite(words), "")) for words in clauses)


def speaks(field: Field) -> bool:
    """Whether the first word is the finite verb of a reporting one ("teilte … mit", "hat … gesagt")."""
    verb = field.words[0]
    prefix = next((word.text for word in field.words if word.tag_ == "PTKVZ"), "")
    own = next((word.lemma_ for word in field.words if word.tag_ == "VVPP"), None)
    return prefix + verb.lemma_ in speech_verbs() or (verb.tag_ == "VAFIN" and own in speech_verbs())


def _is_relative(opener: Token) -> bool:
    """Whether the parse has the clause of "was", "wo" hang on a noun."""
    verb = opener.head if opener.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN") else opener
    return verb.dep_ == "acl"


def _after_so(opener: Token) -> bool:
    return opener.i > opener.sent.start and opener.nbor(-1).lower_ in ("so", "ohne", "sodass")


def _verb_first_kind(field: Field) -> str:
    """ "…, sagte er" is parenthetical, "…, sollte es regnen" adverbial, "…, fordern aber Geld" a conjunct without subject."""
    if not any(word.dep_.startswith("nsubj") or "Nom" in word.morph.get("Case", []) for word in field.words[1:5]):
        return "conjunct"
    return "parenthetical" if speaks(field) or field.finites[0].tag_ == "VVFIN" else "adverbial"


def _is_reported(verb: Token) -> bool:
    heads = {verb, verb.head} if verb.dep_ in ("aux", "cop", "aux:pass") else {verb}
    return any(head.dep_ in ("ccomp", "parataxis") for head in heads) or is_subjunctive(verb)


def _from_finite(words: Sequence[Token]) -> tuple[Token, ...]:
    """The words from the finite verb on; all of them where it is tagged as an infinitive."""
    first = next((index for index, word in enumerate(words) if is_finite(word)), 0)
    return tuple(words[first:])


@cache
def speech_verbs() -> frozenset[str]:
    """Infinitives, with prefix, of verbs that report what somebody says, thinks or writes."""
    return frozenset(row.lemma for row in load_lexicon(files("claimcheck.language") / "speech_verbs.tsv", SpeechVerb))
