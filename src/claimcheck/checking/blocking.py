"""Candidate pairs: the figures of one event that may speak of the same thing, without comparing all with all.

Within an event a block holds one dimension ("count", "money EUR"). Claims that say the same of the same topic are taken
together first; large blocks are sorted by topic and value and compared in a window.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.checking.compare.number import Interval
from claimcheck.checking.facts import Fact
from claimcheck.checking.profiles import Profile
from claimcheck.checking.topics import Topic


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure ready to be compared."""

    fact: Fact
    topic: Topic
    interval: Interval
    profile: Profile


@dataclass(frozen=True, slots=True)
class Bundle:
    """Entries of the same topic, told with the same words and the same interval: compared as one."""

    entries: tuple[Entry, ...]

    @property
    def first(self) -> Entry:
        """The entry that stands for all."""
        return self.entries[0]


def make_blocks(entries: Sequence[Entry]) -> list[list[Bundle]]:
    """Blocks of bundles, in an order that does not depend on the order of the entries."""
    blocks: dict[str, dict[tuple[object, ...], list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        key = (entry.topic, entry.interval, entry.profile.clause)
        blocks[entry.topic.dimension][key].append(entry)
    return [_block(blocks[name]) for name in sorted(blocks)]


def find_pairs(block: Sequence[Bundle], window: int) -> Iterator[tuple[Bundle, Bundle]]:
    """Pairs of bundles at most ``window`` places apart in the sorted block: every pair of a small block."""
    for index, bundle in enumerate(block):
        for other in block[index + 1 : index + 1 + window]:
            yield bundle, other


def _block(bundles: dict[tuple[object, ...], list[Entry]]) -> list[Bundle]:
    made = [Bundle(tuple(sorted(entries, key=order))) for entries in bundles.values()]
    return sorted(made, key=lambda bundle: _place(bundle.first))


def _place(entry: Entry) -> tuple[object, ...]:
    topic = entry.topic
    return (topic.event or "", topic.thing or "", entry.interval.middle, *order(entry))


def order(entry: Entry) -> tuple[str, str, int, int, str]:
    """A key that sorts entries by time of publication, article and place in it."""
    figure = entry.fact.figure
    return (entry.fact.published or "", entry.fact.article, entry.fact.start, figure.start if figure else 0, entry.fact.id)
