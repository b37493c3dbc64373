"""Words and phrases that tell what happens: the classes of happenings.tsv and occurrences.tsv."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from claimcheck.checking.roots import root_of
from claimcheck.checking.words import Word, is_common_word, is_noun, stem_of
from claimcheck.lexicon import load_lexicon

Classes = Mapping[str, bool]  # class → whether the word is sure of it


@dataclass(frozen=True, slots=True)
class Happening:
    """A row of happenings.tsv."""

    form: str
    happening: str
    example: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A row of occurrences.tsv."""

    form: str
    happening: str
    sure: bool
    example: str


@cache
def load_happenings() -> dict[tuple[str, bool], Happening]:
    """Rows of happenings.tsv by word stem, and True for nouns."""
    return {
        (stem_of(row.form), row.form[0].isupper()): row for row in load_lexicon(files(__package__) / "happenings.tsv", Happening)
    }


@cache
def load_occurrences() -> tuple[Occurrence, ...]:
    """Rows of occurrences.tsv."""
    return load_lexicon(files(__package__) / "occurrences.tsv", Occurrence)


@cache
def _classes_by_stem() -> dict[tuple[str, bool], dict[str, bool]]:
    """Both lexicons in one table of single words."""
    table: dict[tuple[str, bool], dict[str, bool]] = defaultdict(dict)
    for key, happening in load_happenings().items():
        table[key][happening.happening] = True
    for row in load_occurrences():
        table[stem_of(row.form), row.form[0].isupper()].setdefault(row.happening, row.sure)
    return dict(table)


def happenings_of(words: Iterable[Word]) -> set[str]:
    """Sure classes of the events that words name; compounds take the class of their last part."""
    return {name for word in words for name, sure in find_classes(word.text).items() if sure}


@lru_cache(maxsize=200_000)
def find_classes(word: str) -> Classes:
    """Classes of a word, or of the last part of a noun; True where the word is sure of it.

    >>> dict(find_classes("Busunfall")), dict(find_classes("kommt"))
    ({'accident': True}, {'visit': False})
    """
    table = _classes_by_stem()
    if word[0].isupper() and (stem_of(word), True) in table:
        return table[stem_of(word), True]
    if is_verb_form(word):
        word = word.lower()
    if not word[0].isupper():
        return table.get((stem_of(word), False)) or table.get((stem_of(word), True)) or {}
    tails = (word[cut:].lstrip("-").capitalize() for cut in range(3, len(word) - 3))
    found = next((table[stem_of(tail), True] for tail in tails if len(tail) > 3 and (stem_of(tail), True) in table), None)
    return found if found is not None else _classes_by_root().get(root_of(word) or "", {})


@cache
def _classes_by_root() -> dict[str, Classes]:
    """Classes of the verbs by their stem, for the nouns made of them: Freigabe has those of freigeben."""
    forms = [*(row.form for row in load_happenings().values()), *(row.form for row in load_occurrences())]
    verbs = [form for form in forms if form.islower() and " " not in form]
    roots = {root_of(form): form for form in sorted(verbs)}
    return {root: _classes_by_stem()[stem_of(form), False] for root, form in roots.items() if root is not None}


@lru_cache(maxsize=200_000)
def is_verb_form(word: str) -> bool:
    """True for a word with a capital that is no noun: "Verhandelt wird am Montag".

    >>> is_verb_form("Verhandelt"), is_verb_form("Verhandlung"), is_verb_form("Brenkwerk")
    (True, False, False)
    """
    return word[:1].isupper() and not is_noun(word) and is_common_word(word.lower())


def find_phrases(clause: str) -> Classes:
    """Classes of the phrases of several words in a clause: "aus den Schienen"."""
    lowered = clause.lower()
    found = {happening.happening: True for happening in load_happenings().values() if _is_phrase(happening.form, lowered)}
    for row in load_occurrences():
        if _is_phrase(row.form, lowered):
            found[row.happening] = found.get(row.happening, False) or row.sure
    return found


def _is_phrase(form: str, lowered: str) -> bool:
    return " " in form and form in lowered
