"""The state behind a source: "Kiew", the Ukrainian government and its intelligence service speak for one country."""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck.checking.words import lemma_of
from claimcheck.extraction.actors import lexicons

# What a state says without an office that says it.
WHOLE = frozenset({"regierung", "angabe", "zählung", "erkenntnis", "darstellung", "schätzung", "kreis", "seite", "militärangabe"})


@cache
def _adjectives() -> dict[str, str]:
    return {form: row.code for row in lexicons.countries() for form in lexicons.parts(row.adjectives)}


@cache
def _bodies() -> dict[str, str]:
    rows = [row for row in lexicons.organizations() if row.country]
    return {name: row.country for row in rows for name in (row.name, *lexicons.parts(row.aliases))}


@cache
def _whole_states() -> dict[str, str]:
    """Countries, capitals and seats of government, which stand for a government."""
    seats = {seat.form: seat.country for seat in lexicons.seats()}
    return seats | {name: row.code for row in lexicons.countries() for name in (row.name, row.capital) if name}


@lru_cache(maxsize=10_000)
def state_of(name: str) -> str | None:
    """The ISO code of the country that a source speaks for, None where its name tells none.

    >>> state_of("HUR"), state_of("Ukrainische Regierung"), state_of("Kiew"), state_of("Polizei")
    ('UA', 'UA', 'UA', None)
    """
    if name in _bodies():
        return _bodies()[name]
    first = name.split()[0] if name.split() else ""
    return _whole_states().get(name) or _adjectives().get(_stem(first))


@lru_cache(maxsize=10_000)
def is_whole_state(name: str) -> bool:
    """True where a name stands for a government and for no office of it.

    >>> is_whole_state("Ukrainische Regierung"), is_whole_state("Ukrainische Luftwaffe"), is_whole_state("HUR")
    (True, False, False)
    """
    words = name.split()
    return state_of(name) is not None and (name in _whole_states() or (len(words) == 2 and lemma_of(words[1]) in WHOLE))


def _stem(adjective: str) -> str:
    lowered = adjective.lower()
    return next((lowered[: -len(end)] for end in ("er", "es", "en", "em", "e") if lowered.endswith(end)), lowered)
