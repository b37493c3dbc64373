"""Two who are said to have done one thing → equal, different, or unknown where one may stand for the other."""

from __future__ import annotations

import re
from collections.abc import Mapping

from claimcheck.checking.compare.comparison import Comparison
from claimcheck.checking.facts import Party

ACTING = frozenset({"person", "organization", "country", "media", "group"})
NAME_WORD = re.compile(r"\w{3,}")


def compare_parties(a: Party, b: Party, bodies: Mapping[str, Party]) -> Comparison:
    """How two parties fit; ``bodies`` tells for whom a person speaks.

    A person and the body behind it, a shorter and a longer name, a common noun and a name may be one: unknown.
    """
    detail = f"{a.name} / {b.name}"
    if a.id == b.id:
        return Comparison("equal", None, detail)
    if a.kind not in ACTING or b.kind not in ACTING or a.kind != b.kind or "group" in (a.kind, b.kind):
        return Comparison("unknown", None, detail)
    if _words(a.name) & _words(b.name) or _stand_in(a, b, bodies):
        return Comparison("unknown", None, detail)
    return Comparison("different", None, detail)


def _stand_in(a: Party, b: Party, bodies: Mapping[str, Party]) -> bool:
    one, other = bodies.get(a.id, a), bodies.get(b.id, b)
    return one.id == other.id or bool(_words(one.name) & _words(other.name))


def _words(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in NAME_WORD.findall(name))
