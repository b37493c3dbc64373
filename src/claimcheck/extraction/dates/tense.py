"""The tense of the clause around a date: it decides whether "am Montag" is the last one or the next.

With a parse the finite verb over the date decides; without one the verb forms nearest to it in the sentence.
Source: Strötgen & Gertz, HeidelTime (2010): tense for underspecified German dates; Zifonun et al. (1997), F1 for the Perfekt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from spacy.tokens import Doc, Token

from claimcheck.extraction.dates.words import Word
from claimcheck.lexicon import load_lexicon

REGULAR = re.compile(r"[a-zäöüß]{2,}(?:ierte|[bdfghklmnprstvwzß]e?te)(?:n)?")
PARTICIPLE = re.compile(
    r"""
    [a-zäöüß]* ge [a-zäöüß]{2,} (?:t|en)
  | (?:ver|be|er|ent|zer|über|unter|miss) [a-zäöüß]{3,} (?:t|en)
  | [a-zäöüß]{3,} iert
  | worden | gewesen | geworden
    """,
    re.VERBOSE,
)
BEFORE_NOUNS = ("article", "in", "on", "of", "to")
ABBREVIATED = ("Chr", "ca", "Nr", "Dr", "bzw")
REACH = 25


@dataclass(frozen=True, slots=True)
class TenseRow:
    """A row of tenses.tsv."""

    form: str
    tense: str
    example: str


@cache
def load_tenses() -> dict[str, str]:
    """Verb form → tense."""
    return {row.form: row.tense for row in load_lexicon(files(__package__) / "tenses.tsv", TenseRow)}


@lru_cache(maxsize=32768)
def tense_of_form(word: str, *, after_article: bool) -> str:
    """The tense of tenses.tsv for a word in small letters, else past, participle, either of the two, or nothing by its shape."""
    if word in load_tenses():
        known = load_tenses()[word].removeprefix("none")
        return "either" if known == "past" and word.endswith("en") and PARTICIPLE.fullmatch(word) else known
    if not after_article and REGULAR.fullmatch(word):
        return "past"
    return "participle" if PARTICIPLE.fullmatch(word) else ""


def has_perfect(words: Sequence[Word], first: int, last: int) -> bool:
    """True where haben or sein and a participle stand with the date between the same commas: "seien am Montag abgereist"."""
    kinds = _forms(words, first, last, commas_passed=0)
    finite = next((kind for kind in kinds if kind not in ("participle", "either", "planned", "perfect")), "")
    return finite in ("auxiliary", "past") and ("participle" in kinds or "either" in kinds) and "planned" not in kinds


def clause_tense(words: Sequence[Word], first: int, last: int) -> str:
    """past, present, event, future or "" for the words around a date (indexes, last exclusive)."""
    kinds = _forms(words, first, last)
    if not kinds:
        return ""
    kinds = [("participle" if "auxiliary" in kinds else "past") if kind == "either" else kind for kind in kinds]
    finite = next((kind for kind in kinds if kind not in ("participle", "planned", "perfect")), "")
    if "planned" in kinds and finite in ("auxiliary", ""):
        return "future"
    if finite == "future" and "perfect" in kinds:
        return "past"
    if finite == "auxiliary":
        return "past" if "participle" in kinds else "present"
    return finite


def _forms(words: Sequence[Word], first: int, last: int, commas_passed: int = REACH) -> list[str]:
    """Kinds of the verb forms of the sentence, those in the same clause first, then by distance."""
    found: list[tuple[int, int, str]] = []
    for step, index in ((-1, first - 1), (1, last)):
        commas, steps = 0, 0
        while 0 <= index < len(words) and steps < REACH:
            word = words[index]
            if word.kind in ("break", "stop") or (word.kind == "dot" and _ends_sentence(words, index)):
                break
            commas += word.kind in ("comma", "dash", "colon")
            if commas > commas_passed:
                break
            opens = index == 0 or words[index - 1].kind in ("dot", "stop", "break")
            if (opens or word.text[0].islower()) and (kind := _kind_of_form(words, index)):
                found.append((commas, steps, kind))
            index += step
            steps += 1
    return [kind for _, _, kind in sorted(found)]


def _kind_of_form(words: Sequence[Word], index: int) -> str:
    """The kind of a form by itself and the word before it; "perfect" for haben and sein after a participle ("gesagt haben")."""
    word, before = words[index], words[index - 1] if index else None
    kind = tense_of_form(word.text.lower(), after_article=before is not None and before.kind in BEFORE_NOUNS)
    if word.text in ("haben", "sein") and before is not None:
        before = words[index - 2] if before.text == "zu" and index > 1 else before
        return "perfect" if tense_of_form(before.text.lower(), after_article=False) in ("participle", "either") else kind
    return kind


def _ends_sentence(words: Sequence[Word], index: int) -> bool:
    before = words[index - 1] if index else None
    if before is None or before.kind in ("digits", "ordinal") or len(before.text) < 2 or before.text in ABBREVIATED:
        return False
    following = words[index + 1].text[0] if index + 1 < len(words) else "."
    return following.isupper() or not following.isalpha()


def parsed_tense(doc: Doc, start: int, end: int) -> str:
    """past, present, future or "" from the verb that governs the date at these characters."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return ""
    verb = next((token for token in (span.root, *span.root.ancestors) if token.pos_ in ("VERB", "AUX")), None)
    return "" if verb is None else _verb_tense(verb)


def _verb_tense(verb: Token) -> str:
    group = [verb, *(child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop"))]
    finite = next((token for token in group if "Fin" in token.morph.get("VerbForm", [])), None)
    if finite is None:
        return "past" if "Past" in verb.morph.get("Tense", []) else ""
    form = load_tenses().get(finite.lower_, "")
    if "Past" in finite.morph.get("Tense", []) and "Sub" not in finite.morph.get("Mood", []):
        return "past"
    if form == "future":
        return "future"
    if form == "auxiliary" and finite is not verb:
        return "past" if verb.tag_ in ("VVPP", "VAPP", "VMPP") else "present"
    return "event" if form == "event" else "present"
