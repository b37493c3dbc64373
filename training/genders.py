"""Genders of nouns from a lexicon: `german-nouns` (Wiktionary, CC BY-SA 4.0).

Most feature errors of the teacher are genders. A noun's form has the gender that all entries with that form agree on; an
unknown compound has that of its longest known tail. Words that agree with the noun get its gender too.
"""

from __future__ import annotations

import csv
import importlib.util
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path

from conllu import Sentence, Word
from moods import features, with_features

GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut"}
SHORTEST_TAIL = 4
AGREEING = frozenset({"det", "amod", "det:poss", "case", "nummod"})


def correct_genders(sentence: Sentence) -> Sentence:
    """The sentence with certain genders of nouns, and of the words before them that agree in number and case."""
    words = list(sentence.words)
    for index, noun in enumerate(sentence.words):
        gender = _gender(noun) if noun.xpos == "NN" and noun.form[:1].isupper() and "Gender=" in noun.feats else None
        if gender is not None:
            words[index] = replace(noun, feats=with_features(noun.feats, Gender=gender))
            for other in range(index):
                if _agrees(sentence.words[other], noun, index + 1):
                    words[other] = replace(words[other], feats=with_features(words[other].feats, Gender=gender))
    return sentence.with_words(words)


def _agrees(word: Word, noun: Word, place: int) -> bool:
    if word.head != place or word.relation not in AGREEING or "Gender=" not in word.feats:
        return False
    ours, theirs = features(word.feats), features(noun.feats)
    return all(ours.get(name) == theirs.get(name) for name in ("Case", "Number"))


def _gender(noun: Word) -> str | None:
    word = noun.form.rpartition("-")[2]
    return _of_form(word, is_plural="Number=Plur" in noun.feats)


@cache
def _of_form(word: str, *, is_plural: bool) -> str | None:
    table = _table()[is_plural]
    for start in range(len(word)):
        tail = word[start:]
        if len(tail) < SHORTEST_TAIL and start:
            return None
        found = table.get(tail[:1].upper() + tail[1:])
        if found:
            return next(iter(found)) if len(found) == 1 else None
    return None


@cache
def _table() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Singular and plural forms → their genders."""
    singular: defaultdict[str, set[str]] = defaultdict(set)
    plural: defaultdict[str, set[str]] = defaultdict(set)
    with _path().open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            genders = {GENDERS[row[key]] for key in row if key.startswith("genus") and row[key] in GENDERS}
            for key, form in row.items():
                if form and ("singular" in key or "plural" in key):
                    (plural if "plural" in key else singular)[form] |= genders
    return dict(singular), dict(plural)


def _path() -> Path:
    spec = importlib.util.find_spec("german_nouns")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("install training/requirements.txt first: the package german-nouns is missing")
    return Path(next(iter(spec.submodule_search_locations))) / "nouns.csv"
