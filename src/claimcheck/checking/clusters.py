"""Articles about the same event: only their claims meet.

Articles are joined when they share names that few others have, within a window of days. Every name is a block, the articles of
a block are sorted by day and compared with their neighbours only, so the work grows with the number of articles.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimcheck.checking.context import Context
from claimcheck.checking.facts import day_number
from claimcheck.checking.words import is_common_word
from claimcheck.settings import CheckSettings


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
    blocks = _blocks(contexts, settings)
    days = {article: day_number(published.get(article)) for article in contexts}
    for name in sorted(blocks):
        _join_neighbours(sorted(blocks[name], key=lambda a: (days[a] or 0, a)), contexts, days, groups, settings)
    members = defaultdict(list)
    for article in sorted(contexts):
        members[groups.find(article)].append(article)
    return [members[root] for root in sorted(members)]


def _blocks(contexts: Mapping[str, Context], settings: CheckSettings) -> dict[str, list[str]]:
    blocks = defaultdict(list)
    for article in sorted(contexts):
        for word in contexts[article].words:
            blocks[word].append(article)
    limit = max(settings.block_size, 1)
    return {word: block for word, block in blocks.items() if 1 < len(block) <= limit}


def _join_neighbours(
    block: Sequence[str],
    contexts: Mapping[str, Context],
    days: Mapping[str, int | None],
    groups: Groups,
    settings: CheckSettings,
) -> None:
    for index, article in enumerate(block):
        for other in block[max(0, index - settings.neighbours) : index]:
            if groups.find(article) == groups.find(other) or not _is_near(days[article], days[other], settings):
                continue
            if similarity(contexts[article], contexts[other]) >= settings.article_similarity:
                groups.join(article, other)


def _is_near(a: int | None, b: int | None, settings: CheckSettings) -> bool:
    return a is None or b is None or abs(a - b) <= settings.event_days


def similarity(a: Context, b: Context) -> float:
    """Shared words of two articles: a name counts three, another noun one, as a part of the smaller article.

    0.0 where they share no name and fewer than three nouns.
    """
    shared = a.words & b.words
    names = sum(1 for word in shared if not is_common_word(word))
    if names == 0 and len(shared) < 3:
        return 0.0
    weight = 3 * names + len(shared) - names
    return weight / max(1.0, math.sqrt(min(len(a.words), len(b.words))))
