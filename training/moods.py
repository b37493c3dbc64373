"""Konjunktiv by form: finite verbs whose form (and person) leaves no doubt about their mood.

The teacher sees about 150 Konjunktiv verbs in its gold data, so its mood is wrong where German grammar is certain.
Source: Duden, Die Grammatik (Konjunktivformen): the present of Konjunktiv I is regular but for "sein"; a third person
singular in -e is never an indicative of the present.
"""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from conllu import Sentence, Word

FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})


def correct_moods(sentence: Sentence) -> Sentence:
    """The sentence with Mood and Tense set where the form of a finite verb is certain; all else unchanged."""
    return sentence.with_words([_corrected(word, sentence) for word in sentence.words])


def _corrected(word: Word, sentence: Sentence) -> Word:
    if word.xpos not in FINITE:
        return word
    if certain := _certain_forms().get(word.form.lower()):
        mood, tense = certain
        return replace(word, feats=with_features(word.feats, Mood=mood, Tense=tense))
    if _is_third_person_in_e(word, sentence):
        return replace(word, feats=with_features(word.feats, Mood="Sub", Tense="Pres"))
    return word


@cache
def _certain_forms() -> dict[str, tuple[str, str]]:
    with (Path(__file__).parent / "moods.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["form"]: (row["mood"], row["tense"]) for row in rows}


def _is_third_person_in_e(word: Word, sentence: Sentence) -> bool:
    """Whether a third person singular has the form stem + e ("er sage, habe, gehe"); "ich sage" has not.

    A capital is left alone: "Habe gut geschlafen" leaves out its "ich".
    """
    feats, form = features(word.feats), word.form
    stem = re.fullmatch(r"(?P<stem>.+?)e?n", word.lemma.lower())
    if stem is None or feats.get("Number") != "Sing" or feats.get("Person") == "2":
        return False
    if not form.endswith("e") or form not in (stem["stem"] + "e", word.lemma.lower()[:-1]):
        return False
    return not any(other.form.lower() == "ich" for other in sentence.words)


def features(feats: str) -> dict[str, str]:
    """`Case=Nom|Number=Sing` as a dict."""
    return dict(feature.split("=", 1) for feature in feats.split("|") if feature)


def with_features(feats: str, **values: str) -> str:
    """The features with some set, in alphabetical order as Universal Dependencies writes them."""
    return "|".join(f"{name}={value}" for name, value in sorted((features(feats) | values).items()))


def in_reported_speech(sentence: Sentence) -> Sentence | None:
    """The sentence with its third persons singular in Konjunktiv I ("plant" → "plane"); None where there are none.

    The corpora have few such forms; with these the student learns the ending instead of single verbs.
    """
    words = [_reported(word) for word in sentence.words]
    return sentence.with_words(words) if words != list(sentence.words) else None


def _reported(word: Word) -> Word:
    feats = features(word.feats)
    wanted = {"Mood": "Ind", "Number": "Sing", "Person": "3"}
    if word.xpos not in FINITE or any(feats.get(name) != value for name, value in wanted.items()):
        return word
    form = _konjunktiv(word.lemma.lower())
    if form is None or form[0] != word.form[0].lower():
        return word
    form = form.capitalize() if word.form[0].isupper() else form
    return replace(word, form=form, feats=with_features(word.feats, Mood="Sub", Tense="Pres"))


def _konjunktiv(infinitive: str) -> str | None:
    if infinitive == "sein":
        return "sei"
    if infinitive.endswith(("eln", "ern")) or infinitive == "tun":
        return infinitive[:-1] + "e"
    return infinitive[:-1] if infinitive.endswith("en") and len(infinitive) > 4 else None
