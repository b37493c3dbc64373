"""Infinitives of German verb forms: strong forms from a table, prefixes taken off, weak forms by their endings.

Source: Duden, Die Grammatik (Konjugation, Partikel- und Präfixverben); known forms by simplemma (``words``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from claimcheck.language import words
from claimcheck.lexicon import load_lexicon

PRETERITE_ENDINGS = ("", "en", "n", "e")
WEAK_FINITE = re.compile(r"(?P<stem>.+?)(?:e?te(?:n|t)?|e?t|en?|n)")
WEAK_PARTICIPLE = re.compile(r"(?:ge)?(?P<stem>.+?)e?t")
PRESENT_PARTICIPLE = re.compile(r"(?P<infinitive>.+n)d")
PARTICIPLE_TAGS = frozenset({"VVPP", "VAPP", "VMPP"})
LONGEST_PREFIX = 12
SHORTEST_STEM = 3


@dataclass(frozen=True)
class StrongVerb:
    """A row of strong_verbs.tsv."""

    infinitive: str
    present: str
    preterite: str
    participle: str


@dataclass(frozen=True)
class Prefix:
    """A row of prefixes.tsv."""

    prefix: str
    kind: str


@lru_cache(maxsize=50_000)
def infinitive_of(form: str, tag: str = "") -> str:
    """The infinitive of a verb form in lower case; ``tag`` (STTS) tells participles and infinitives with "zu" apart.

    >>> infinitive_of("entschieden", "VVPP"), infinitive_of("mitzuteilen", "VVIZU"), infinitive_of("bekam")
    ('entscheiden', 'mitteilen', 'bekommen')
    """
    is_participle = tag in PARTICIPLE_TAGS
    if form.endswith("n") and not is_participle:
        form = _without_zu(form)
    strong = _strong(form, is_participle) or ("ß" in form and _strong(form.replace("ß", "ss"), is_participle))
    if strong:
        return strong
    known = words.lookup(form)
    if known is not None and known.endswith("n") and (known != form or not is_participle) and _agrees(form, known):
        return known
    return _participle(form) if is_participle else _irregular(form) or _finite(form)


def _agrees(form: str, infinitive: str) -> bool:
    """Whether the two share their beginning ("außehen" is no infinitive of "aussahen")."""
    return form[:2] == infinitive[:2] or form.startswith("ge") or len(form) < 6


def _without_zu(form: str) -> str:
    """ "mitteilen" for "mitzuteilen"; the longest prefix decides, so that "hinzufügen" stays."""
    for prefix, rest, kind in _prefixed(form):
        if kind == "separable":
            has_zu = rest.startswith("zu") and len(rest) > SHORTEST_STEM + 2
            return prefix + rest[2:] if has_zu else form
    return form


def _strong(form: str, is_participle: bool) -> str | None:
    """The infinitive of a strong form, with up to two prefixes."""
    finite, participles, _ = strong_forms()
    table = participles if is_participle else finite
    if form in table:
        return table[form]
    for prefix, rest, kind in _prefixed(form):
        if kind == "inseparable" and is_participle:
            infinitive = participles.get("ge" + rest)
        else:
            infinitive = table.get(rest) or (_strong(rest, is_participle) if kind == "separable" else None)
        if infinitive is not None:
            return prefix + infinitive
    return None


def _participle(form: str) -> str:
    """The infinitive of a weak participle: "angedeutet", "verletzt", "domestiziert"; of an unknown strong one itself."""
    for prefix, rest, kind in _prefixed(form):
        if kind == "separable" and rest.startswith("ge") and len(rest) > SHORTEST_STEM + 2:
            return prefix + _participle(rest)
    match = WEAK_PARTICIPLE.fullmatch(form)
    return form if match is None else _with_ending(match["stem"])


def _irregular(form: str) -> str | None:
    """The infinitive of a prefixed form whose rest is in the lexicon ("aufbrächten")."""
    for prefix, rest, _ in _prefixed(form):
        known = words.lookup(rest)
        if known is not None and known != rest and known.endswith("en") and known[0] == rest[0]:
            return prefix + known
    return None


def _finite(form: str) -> str:
    """The infinitive of a weak finite form or present participle: "teilte", "wandert", "basierend"."""
    present = PRESENT_PARTICIPLE.fullmatch(form)
    if present is not None:
        return present["infinitive"]
    match = None if form.endswith("en") and not form.endswith("ten") else WEAK_FINITE.fullmatch(form)
    if match is None or len(match["stem"]) < SHORTEST_STEM:
        return form
    return _with_ending(match["stem"])


def _with_ending(stem: str) -> str:
    return stem + ("n" if stem.endswith(("el", "er")) and not stem.endswith("ier") else "en")


def _prefixed(form: str) -> Iterator[tuple[str, str, str]]:
    """(prefix, rest, kind), longest prefix first."""
    for length in range(min(LONGEST_PREFIX, len(form) - SHORTEST_STEM), 1, -1):
        for kind in prefixes().get(form[:length], ()):
            yield form[:length], form[length:], kind


@cache
def prefixes() -> dict[str, tuple[str, ...]]:
    """Prefix → its kinds, "separable" and "inseparable"."""
    kinds: dict[str, tuple[str, ...]] = {}
    for row in load_lexicon(files("claimcheck.language") / "prefixes.tsv", Prefix):
        kinds[row.prefix] = (*kinds.get(row.prefix, ()), row.kind)
    return kinds


@cache
def strong_forms() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """Finite forms and participles of strong verbs without prefix → infinitive, and the infinitives."""
    rows = load_lexicon(files("claimcheck.language") / "strong_verbs.tsv", StrongVerb)
    finite: dict[str, str] = {}
    for row in rows:
        finite.update({row.preterite + ending: row.infinitive for ending in PRETERITE_ENDINGS if row.preterite})
        if row.present:
            finite[row.present] = row.infinitive
    participles = {row.participle: row.infinitive for row in rows if row.participle}
    return finite, participles, frozenset(row.infinitive for row in rows)
