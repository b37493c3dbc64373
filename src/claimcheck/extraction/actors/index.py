"""Names and bodies by where they stand, so that every look-up takes the same time however long the article is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from claimcheck.extraction.actors.names import Name
from claimcheck.extraction.records import Mention


@dataclass(frozen=True, slots=True)
class Names:
    """Proper names by first token and by the token after them; ``family`` are the last words of persons' full names."""

    by_start: dict[int, Name]
    by_end: dict[int, Name]
    family: frozenset[str]

    def get(self, i: int) -> Name | None:
        """The name that begins with a token."""
        return self.by_start.get(i)

    def whole(self, end: int) -> int:
        """The end of a phrase, moved behind a name that it would cut."""
        for i in range(end - 1, end - 5, -1):
            name = self.by_start.get(i)
            if name is not None:
                return max(end, name.end)
        return end

    def inside(self) -> frozenset[int]:
        """The tokens that belong to names."""
        return frozenset(i for name in self.by_start.values() for i in range(name.start, name.end))


@dataclass(frozen=True, slots=True)
class Bodies:
    """Mentions of bodies by head token and by first character."""

    by_head: dict[int, Mention]
    by_start: dict[int, Mention]

    def between(self, first: int, end: int) -> Mention | None:
        """The first body, no document, whose head is one of these tokens."""
        found = (self.by_head.get(i) for i in range(first, end))
        return next((body for body in found if body is not None and body.source_kind != "document"), None)


def index_names(doc: Doc, names: Sequence[Name]) -> Names:
    """The index of the names of a Doc."""
    full = [name for name in names if name.kind == "person" and name.end > name.start + 1]
    family = frozenset(doc[name.end - 1].text for name in full)
    return Names({name.start: name for name in names}, {name.end: name for name in names}, family)


def index_bodies(mentions: Iterable[Mention]) -> Bodies:
    """The index of mentions of bodies; of several with one start the first."""
    by_head: dict[int, Mention] = {}
    by_start: dict[int, Mention] = {}
    for mention in mentions:
        by_head.setdefault(mention.head, mention)
        by_start.setdefault(mention.start, mention)
    return Bodies(by_head, by_start)
