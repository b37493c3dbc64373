"""Lemmas from lexicons and the part of speech: no training, so a known form is always right.

Nouns: the known form, else the longest known tail of a compound, hyphenated words by their last part; nominalized
adjectives are given in the strong masculine ("die Verletzten" → Verletzter). Adjectives lose ending and degree. Verbs: the
infinitive without a prefix that stands apart (``inflection.verb_lemma`` adds it). Names keep their form but for a
genitive -s. Source: Duden, Die Grammatik (Flexion); word forms by simplemma.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from spacy.tokens import Doc, Token

from claimcheck.language import words
from claimcheck.lexicon import load_lexicon

SHORTEST_TAIL = 4  # letters of the known part of a compound
ADJECTIVE_ENDINGS = ("en", "er", "es", "em", "e")
PARTICIPLE_TAGS = frozenset({"VVPP", "VAPP", "VMPP"})
CAPITAL_TAGS = frozenset({"NN", "NE"})


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
            token.lemma_ = lemma_of(token.text, token.pos_, _hint(token))
        return doc


@lru_cache(maxsize=100_000)
def lemma_of(form: str, pos: str, hint: str = "") -> str:
    """The lemma of a form with this UPOS; ``hint`` is "gen" for a name in the genitive.

    >>> lemma_of("Ministerpräsidenten", "NOUN"), lemma_of("Verletzten", "NOUN"), lemma_of("mitgeteilt", "VERB")
    ('Ministerpräsident', 'Verletzter', 'mitteilen')
    """
    closed = closed_forms().get((form.lower(), pos))
    if closed is not None:
        return closed
    return RULES.get(pos, _unchanged)(form, hint)


def _hint(token: Token) -> str:
    return "gen" if token.pos_ == "PROPN" and "Gen" in token.morph.get("Case") else ""


def _unchanged(form: str, hint: str) -> str:
    return form


def _lowered(form: str, hint: str) -> str:
    return form if form.isupper() and len(form) > 1 else form.lower()


def _noun(form: str, hint: str) -> str:
    if form.isupper() or not form[:1].isalpha() and "-" not in form:
        return form
    head, dash, last = form.rpartition("-")
    if dash and last:
        return head + dash + (_noun(last, hint) if last[0].isupper() else last)
    return _nominalized(form) or words.lookup(form) or _compound(form) or form


def _nominalized(form: str) -> str | None:
    """ "Verletzter" for a form of an adjective or participle used as a noun, None for any other noun."""
    stem = words.adjectival_stem(form)
    return None if stem is None else stem + "er"


def _compound(form: str) -> str | None:
    for first in range(2, len(form) - SHORTEST_TAIL + 1):
        tail = form[first].upper() + form[first + 1 :]
        lemma = words.lookup(tail)
        if lemma is not None and lemma[:1].isupper():
            return form[:first] + lemma[0].lower() + lemma[1:]
    return None


def _name(form: str, hint: str) -> str:
    if hint == "gen" and len(form) > 3 and form.endswith("s") and form[-2] not in "sxzß":
        return form[:-1]
    return form[:-1] if form.endswith(("'", "’")) else form


def _verb(form: str, hint: str) -> str:
    return words.lookup(form.lower()) or form.lower()


def _adjective(form: str, hint: str) -> str:
    lower = form.lower()
    known = words.lookup(lower)
    if known is not None and not known.endswith("en"):
        return known
    for ending in ADJECTIVE_ENDINGS:
        if lower.endswith(ending) and len(lower) - len(ending) >= 3:
            return lower[: -len(ending)]
    return lower


RULES: dict[str, Callable[[str, str], str]] = {
    "NOUN": _noun,
    "PROPN": _name,
    "VERB": _verb,
    "AUX": _verb,
    "ADJ": _adjective,
    "ADV": _lowered,
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
