"""Lemmas from lexicons and the part of speech: no training, so a known form is always right.

Nouns: the known form, else the longest known tail of a compound, hyphenated words by their last part; nominalized
adjectives are given in the strong masculine ("die Verletzten" → Verletzter). Adjectives lose ending and degree. Verbs: the
infinitive without a prefix that stands apart (``inflection.verb_lemma`` adds it). Names keep their form but for a
genitive -s. Source: Duden, Die Grammatik (Flexion); word forms by simplemma.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from spacy.tokens import Doc

from claimcheck.language import words
from claimcheck.language.verbs import infinitive_of
from claimcheck.lexicon import load_lexicon

SHORTEST_TAIL = 4  # letters of the known part of a compound
ADJECTIVE_ENDINGS = ("en", "er", "es", "em", "e")
SHORTEST_ADJECTIVE = 2
NO_GENITIVE = ("ss", "us", "is", "xs", "zs")
SELDOM_GENITIVE = ("as", "os", "es")
SHORTEST_COMPARATIVE = 5  # letters: "eher", "oder" are none
COMPARED = re.compile(r"(?P<stem>.{3,}?)(?:er|e?st)e[nmrs]?")
SUPERLATIVE = re.compile(r"(?P<stem>.{3,}?)e?sten")


@dataclass(frozen=True)
class ClosedForm:
    """A row of closed_classes.tsv."""

    form: str
    pos: str
    lemma: str


class LexiconLemmatizer:
    """spaCy component that sets ``token.lemma_`` from form, UPOS and STTS tag."""

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            at_start = token.is_sent_start and token.tag_ == "ADJA" and not _is_of_town(token.text)
            form = token.lower_ if at_start else token.text
            token.lemma_ = lemma_of(form, token.pos_, hint_of(token.pos_, token.tag_, str(token.morph)))
        return doc


@lru_cache(maxsize=100_000)
def lemma_of(form: str, pos: str, hint: str = "") -> str:
    """The lemma of a form with this UPOS; ``hint`` as from ``hint_of``.

    >>> lemma_of("Ministerpräsidenten", "NOUN"), lemma_of("Verletzten", "NOUN"), lemma_of("mitgeteilt", "VERB", "VVPP")
    ('Ministerpräsident', 'Verletzter', 'mitteilen')
    """
    closed = closed_forms().get((form.lower(), pos))
    if closed is not None:
        return closed
    return RULES.get(pos, _unchanged)(form, hint)


def hint_of(pos: str, tag: str, features: str) -> str:
    """What a lemma depends on besides form and UPOS: the STTS tag of verbs and adjectives, "Gen" for a name's genitive."""
    if pos == "PROPN":
        return "Gen" if "Case=Gen" in features else ""
    return tag if pos in ("VERB", "AUX", "ADJ") else ""


def _unchanged(form: str, hint: str) -> str:
    return form


def _noun(form: str, hint: str) -> str:
    if form[:1].islower():
        return words.lookup(form) or form
    if form.isupper() or (not form[:1].isalpha() and "-" not in form):
        return form
    head, dash, last = form.rpartition("-")
    if dash and last:
        return head + dash + (_noun(last, hint) if last[0].isupper() else last)
    return _nominalized(form) or _known_noun(form) or compound_lemma(form) or form


def _known_noun(form: str) -> str | None:
    lemma = words.lookup(form)
    return lemma if lemma is not None and lemma[:1].isupper() else None


def _nominalized(form: str) -> str | None:
    """ "Verletzter" for a form of an adjective or participle used as a noun, None for any other noun."""
    stem = words.adjectival_stem(form)
    return None if stem is None else stem + "er"


def compound_lemma(form: str) -> str | None:
    """The lemma of a noun by its longest known tail ("Kohlekraftwerken" → "Kohlekraftwerk"), None if no tail is known."""
    for first in range(2, len(form) - SHORTEST_TAIL + 1):
        tail = form[first].upper() + form[first + 1 :]
        lemma = _known_noun(tail)
        if lemma is not None:
            return form[:first] + lemma[0].lower() + lemma[1:]
    return None


def _name(form: str, hint: str) -> str:
    if form.endswith(("'", "’")):
        return form[:-1]
    if hint != "Gen" or len(form) < 4 or not form.endswith("s") or form.endswith(NO_GENITIVE):
        return form
    is_whole = form.endswith(SELDOM_GENITIVE) and words.lookup(form) == form and words.lookup(form[:-1]) is None
    return form if is_whole else form[:-1]


def _verb(form: str, hint: str) -> str:
    return infinitive_of(form.lower(), hint)


def _adjective(form: str, hint: str) -> str:
    if form[:1].isdigit():
        return form if "-" not in form else _stem(form)
    if hint not in ("ADJA", "NN", "NE", ""):
        return predicative_lemma(form.lower())
    if form[0].isupper() and form.endswith("er"):
        return form  # "Berliner", "Wiener"
    head, dash, last = form.rpartition("-")
    return head + dash + attributive_lemma(last.lower()) if dash and last else attributive_lemma(form.lower())


def attributive_lemma(form: str) -> str:
    """The positive without ending of an adjective form in lower case ("südkoreanischen", "größeren")."""
    known = words.lookup(form)
    if known is not None and known != form and not known.endswith("en"):
        return known
    compared = COMPARED.fullmatch(form)
    if compared is not None and compared["stem"] + "er" != words.lookup(compared["stem"] + "er"):
        return words.lookup(compared["stem"] + "er") or compared["stem"]
    return _stem(form)


def predicative_lemma(form: str) -> str:
    """The positive of an adjective that stands without ending, in lower case ("größer", "am schnellsten", "sicher")."""
    known = words.lookup(form)
    if known is not None and not known.endswith("en"):
        return known
    superlative = SUPERLATIVE.fullmatch(form)
    if superlative is not None:
        return words.lookup(superlative["stem"] + "er") or superlative["stem"]
    is_comparative = form.endswith("er") and len(form) > SHORTEST_COMPARATIVE and known is None
    return form[:-2] if is_comparative else form


def _is_of_town(form: str) -> bool:
    """Whether the form at the start of a sentence is that of a town ("Berliner") and not of an adjective ("Großer")."""
    return form.endswith("er") and _known_noun(form[:-2]) == form[:-2] and words.lookup(form[:-2].lower()) is None


def _stem(form: str) -> str:
    for ending in ADJECTIVE_ENDINGS:
        stem = form[: -len(ending)]
        if form.endswith(ending) and len(stem) >= SHORTEST_ADJECTIVE:
            return form if words.lookup(form) == form and words.lookup(stem) is None else stem
    return form


def _lowered(form: str, hint: str) -> str:
    return form if form.isupper() and len(form) > 1 else form.lower()


RULES: dict[str, Callable[[str, str], str]] = {
    "NOUN": _noun,
    "PROPN": _name,
    "VERB": _verb,
    "AUX": _verb,
    "ADJ": _adjective,
    "ADV": _lowered,
    "NUM": _lowered,
    "ADP": _lowered,
    "CCONJ": _lowered,
    "SCONJ": _lowered,
    "DET": _lowered,
    "PRON": _lowered,
    "PART": _lowered,
    "INTJ": _lowered,
}


@cache
def closed_forms() -> dict[tuple[str, str], str]:
    """(form in lower case, UPOS) → lemma."""
    rows = load_lexicon(files("claimcheck.language") / "closed_classes.tsv", ClosedForm)
    return {(row.form, row.pos): row.lemma for row in rows}
