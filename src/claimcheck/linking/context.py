"""What the steps of linking look back to: who was named where in the article."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimcheck.extraction.records import Mention
from claimcheck.language.quotes import find_quotations
from claimcheck.language.texts import text_of
from claimcheck.linking.clusters import Cluster

REACH = 1500  # how many places with a name back anything can refer


class Context:
    """Mentions, their clusters so far (``found``), and the places where clusters are named, in the order of the text."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        self.doc = doc
        self.mentions = mentions
        self.found: list[Cluster | None] = [None] * len(mentions)
        self._starts = [mention.start for mention in mentions]
        self._heads: dict[int, list[int]] = defaultdict(list)
        for i, mention in enumerate(mentions):
            self._heads[mention.head].append(i)
        self._tokens: list[int] = []  # places, sorted
        self._at: dict[int, list[Cluster]] = defaultdict(list)
        self._quotations = [quote for quote in find_quotations(text_of(doc)) if quote.level == 0]
        self._hidden = range(0)

    def note(self, cluster: Cluster, token: int) -> None:
        """Keeps that a cluster is named at a token."""
        if not self._at[token]:
            insort(self._tokens, token)
        if all(other is not cluster for other in self._at[token]):
            self._at[token].append(cluster)

    def replace(self, part: Cluster, whole: Cluster) -> None:
        """Puts one cluster in the places of another."""
        self.found = [whole if cluster is part else cluster for cluster in self.found]
        for token in part.tokens:
            self._at[token] = [cluster for cluster in self._at[token] if cluster is not part]
            self.note(whole, token)

    def inside(self, mention: Mention) -> list[int]:
        """The indexes of the mentions within a mention, itself included."""
        found = range(bisect_left(self._starts, mention.start), bisect_left(self._starts, mention.end))
        return [i for i in found if mention.contains(self.mentions[i])]

    def with_head(self, token: int) -> list[int]:
        """The indexes of the mentions with this head."""
        return self._heads.get(token, [])

    def hide_frame(self, token: Token) -> None:
        """For a word in direct speech, leaves out the words before it in the sentence: who speaks is not "er"."""
        self._hidden = range(0)
        found = bisect_left([quote.start for quote in self._quotations], token.idx + 1) - 1
        if found >= 0 and self._quotations[found].end > token.idx:
            opening = token.sent.start
            for i in range(token.i, token.sent.start, -1):
                if self.doc[i].idx <= self._quotations[found].start:
                    opening = i
                    break
            self._hidden = range(token.sent.start, opening)

    def show_all(self) -> None:
        """Ends what ``hide_frame`` began."""
        self._hidden = range(0)

    def everywhere(self) -> list[Cluster]:
        """The clusters of the whole article so far."""
        return self._between(0, len(self.doc))

    def before(self, i: int) -> list[Cluster]:
        """The clusters named before a token, in the order in which they are named last, within reach."""
        return self._between(self._tokens[max(bisect_left(self._tokens, i) - REACH, 0)] if self._tokens else 0, i)

    def _between(self, first: int, end: int) -> list[Cluster]:
        places = self._tokens[bisect_left(self._tokens, first) : bisect_left(self._tokens, end)]
        seen = {id(cluster): cluster for token in places if token not in self._hidden for cluster in self._at[token]}
        return list(seen.values())

    def near(self, clusters: Sequence[Cluster], token: Token, sentences: int) -> list[Cluster]:
        """Those named before the token in its own sentence or in one of the sentences before."""
        here = {id(cluster) for cluster in self._between(self.first_token(token, sentences), token.i)}
        return [cluster for cluster in clusters if id(cluster) in here]

    def nearest(self, clusters: Sequence[Cluster], token: Token, sentences: int) -> list[Cluster]:
        """Those named in the nearest sentence that names one of them."""
        for back in range(sentences + 1):
            found = self.near(clusters, token, back)
            if found:
                return found
        return []

    def subjects(self, cluster: Cluster, first: int, end: int) -> list[int]:
        """The tokens from first to end at which a cluster is subject."""
        places = cluster.subjects[bisect_left(cluster.subjects, first) : bisect_left(cluster.subjects, end)]
        return [i for i in places if i not in self._hidden]

    def last_place(self, cluster: Cluster, end: int) -> int:
        """The last token before ``end`` at which a cluster is named; -1 without one."""
        place = bisect_left(cluster.tokens, end)
        return cluster.tokens[place - 1] if place else -1

    def first_token(self, token: Token, sentences: int) -> int:
        """Index of the first token of the sentence so many sentences before that of the token."""
        start = token.sent.start
        for _ in range(sentences):
            if start > 0:
                start = self.doc[start - 1].sent.start
        return start
