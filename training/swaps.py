"""More training text for entities: the same sentences with other names, so that the student learns contexts, not names."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from conllu import Sentence, Word

SWAPPED = frozenset({"PER", "LOC", "ORG"})


@dataclass(frozen=True)
class Names:
    """Names by label, each as its words with whether a space follows."""

    by_label: dict[str, list[list[tuple[str, bool]]]]

    @staticmethod
    def of(sentences: list[Sentence]) -> Names:
        found: defaultdict[str, set[tuple[tuple[str, bool], ...]]] = defaultdict(set)
        for sentence in sentences:
            for first, last, label in entity_runs(sentence):
                if label in SWAPPED and last - first <= 5:
                    found[label].add(tuple((word.form, word.space_after) for word in sentence.words[first:last]))
        return Names({label: [list(name) for name in sorted(names)] for label, names in sorted(found.items())})


def swap_names(sentence: Sentence, names: Names, chance: random.Random) -> Sentence:
    """The sentence with about two thirds of its names exchanged. Its syntax is no longer right; use its entities alone."""
    words: list[Word] = []
    place = 0
    for first, last, label in entity_runs(sentence):
        words += sentence.words[place:first]
        place = last
        old = list(sentence.words[first:last])
        pool = names.by_label.get(label)
        words += _new(old, label, chance.choice(pool)) if pool and chance.random() < 0.67 else old
    return sentence.with_words([*words, *sentence.words[place:]])


def entity_runs(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Entities as (first word, word after the last, label)."""
    start = None
    for index, word in enumerate([*sentence.words, None]):
        if start is not None and (word is None or not word.entity.startswith("I-")):
            yield start, index, sentence.words[start].entity[2:]
            start = None
        if word is not None and word.entity.startswith("B-"):
            start = index


def _new(old: list[Word], label: str, name: list[tuple[str, bool]]) -> list[Word]:
    words = [
        replace(old[0], form=form, space_after=space, entity=f"{'I' if number else 'B'}-{label}", head=1, relation="dep")
        for number, (form, space) in enumerate(name)
    ]
    return [*words[:-1], replace(words[-1], space_after=old[-1].space_after)]
