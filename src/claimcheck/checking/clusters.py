"""Articles about the same event: only their claims meet.

Articles are joined when they share names that few others have, within a window of days. Every name is a block, the articles of
a block are sorted by day and compared with their neighbours only, so the work grows with the number of articles.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from claimcheck.checking.context import Context
from claimcheck.checking.facts import day_number
from claimcheck.checking.places import is_known_name
from claimcheck.checking.words import is_common_word
from claimcheck.settings import CheckSettings

FOLDER = 12  # articles up to which a run is taken for a collection on one subject
FEW = 10  # articles in which a word may stand and still tell an event


class Groups:
    """Disjoint sets of keys (union-find)."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, key: str) -> str:
        """The key that stands for the set of this key."""
        root = key
        while (parent := self._parent.setdefault(root, root)) != root:
            root = parent
        while self._parent[key] != root:
            self._parent[key], key = root, self._parent[key]
        return root

    def join(self, a: str, b: str) -> None:
        """Make one set of the sets of two keys; the smaller key stands for it, whatever the order."""
        low, high = sorted((self.find(a), self.find(b)))
        self._parent[high] = low


def cluster_articles(
    contexts: Mapping[str, Context], published: Mapping[str, str | None], settings: CheckSettings
) -> list[list[str]]:
    """Ids of articles about the same event, in order; an article about something else stands alone."""
    groups = Groups()
    spread = Counter(word for context in contexts.values() for word in context.words)
    plain = len(contexts) <= FOLDER
    rare = {w for w, count in spread.items() if 1 < count <= settings.block_size and (plain or name_weight(w) > 1)}
    days = {article: day_number(published.get(article)) for article in contexts}
    blocks = _blocks(contexts, rare)
    for name in sorted(blocks):
        block = sorted(blocks[name], key=lambda article: (days[article] or 0, article))
        for article, other in _neighbours(block, settings.neighbours):
            if groups.find(article) == groups.find(other) or not _is_near(days[article], days[other], settings):
                continue
            if similarity(contexts[article].words, contexts[other].words, spread, len(contexts)) >= settings.article_similarity:
                groups.join(article, other)
    members = defaultdict(list)
    for article in sorted(contexts):
        members[groups.find(article)].append(article)
    return [members[root] for root in sorted(members)]


def similarity(a: frozenset[str], b: frozenset[str], spread: Mapping[str, int], articles: int) -> float:
    """Shared words of two articles: a name counts three, another noun one, words of many articles less.

    ``spread``: in how many of the ``articles`` each word stands. 0.0 where the two share too little (``_may_be_one_event``).
    """
    shared = sorted(a & b)
    names = [word for word in shared if name_weight(word) > 1]
    if not _may_be_one_event(len(names), len(shared), articles):
        return 0.0
    weight = sum(_weight(spread[word], articles) * name_weight(word) for word in shared)
    return weight / max(1.0, math.sqrt(min(len(a), len(b))))


def _may_be_one_event(names: int, words: int, articles: int) -> bool:
    """Two names, or a name and four nouns; a name or six nouns will do in a folder of a few articles, chosen by somebody."""
    if articles <= FOLDER:
        return names >= 1 or words >= 6
    return names >= 2 or (names == 1 and words >= 5)


@lru_cache(maxsize=200_000)
def name_weight(word: str) -> float:
    """How much a capitalized word tells of an event: a name of no dictionary 3, a known town or country 2, a noun 1."""
    if is_known_name(word):
        return 2.0
    return 1.0 if is_common_word(word) else 3.0


def _weight(spread: int, articles: int) -> float:
    """1.0 for words of few articles, down to 0.0 for a word that stands in all of them."""
    if spread <= FEW or articles <= FEW:
        return 1.0
    return max(0.0, math.log(articles / spread) / math.log(articles / FEW))


def _blocks(contexts: Mapping[str, Context], names: set[str]) -> dict[str, list[str]]:
    blocks = defaultdict(list)
    for article in sorted(contexts):
        for word in contexts[article].words & names:
            blocks[word].append(article)
    return blocks


def _neighbours(block: Sequence[str], count: int) -> Iterator[tuple[str, str]]:
    for index, article in enumerate(block):
        for other in block[max(0, index - count) : index]:
            yield article, other


def _is_near(a: int | None, b: int | None, settings: CheckSettings) -> bool:
    return a is None or b is None or abs(a - b) <= settings.event_days
