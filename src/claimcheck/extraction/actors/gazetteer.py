"""The gazetteer: known names, their spellings and inflected forms, found in text by one pass over it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import cast

from claimcheck.extraction.actors import lexicons
from claimcheck.extraction.actors.lexicons import Entry, parts
from claimcheck.models import EntityKind, SourceKind

PREFIX = 2  # characters by which forms are looked up
ARTICLES = {
    "Der": ("der", "des", "dem", "den", "Des", "Dem", "Den"),
    "Die": ("die", "der", "den", "Der", "Den"),
    "Das": ("das", "des", "dem", "Des", "Dem"),
    "The": ("the",),
}
SIBILANTS = ("s", "ß", "x", "z", "’", "'")


class Gazetteer:
    """Forms of known names → entries."""

    def __init__(self, forms: dict[str, Entry]) -> None:
        self.forms = forms
        buckets: dict[str, list[str]] = defaultdict(list)
        for form in forms:
            buckets[form[:PREFIX]].append(form)
        self._buckets = {key: sorted(names, key=lambda name: (-len(name), name)) for key, names in buckets.items()}

    def at(self, text: str, start: int, ends: frozenset[int]) -> tuple[Entry, int] | None:
        """The longest known name that starts at ``start`` and ends at one of ``ends``, and its end; None without one."""
        for form in self._buckets.get(text[start : start + PREFIX], ()):
            if text.startswith(form, start) and start + len(form) in ends:
                return self.forms[form], start + len(form)
        return None

    def lookup(self, name: str) -> Entry | None:
        """The entry that has this form, also inflected; None without one."""
        return self.forms.get(name)


@cache
def load_gazetteer() -> Gazetteer:
    """All tables in one: where a form has two readings, the first of country, place, organization, person wins."""
    forms: dict[str, Entry] = {}
    for name, entry in _names():
        for form in inflect(name):
            forms.setdefault(form, entry)
    return Gazetteer(forms)


@cache
def country_words() -> dict[str, Entry]:
    """Stem of a country adjective in lower case → country ("nordkoreanisch")."""
    return {stem.lower(): country_entry(row.code) for row in lexicons.countries() for stem in parts(row.adjectives)}


@cache
def people_words() -> dict[str, tuple[Entry, str]]:
    """Demonym in any form → whose people, and the nominative plural ("Nordkoreanern" → Nordkorea, "Nordkoreaner")."""
    words: dict[str, tuple[Entry, str]] = {}
    for row in lexicons.countries():
        for singular in parts(row.people):
            for form, plural in demonym_forms(singular):
                words.setdefault(form, (country_entry(row.code), plural))
    return words


@cache
def place_people() -> dict[str, Entry]:
    """Form in -er → place ("Kiewer" → Kiew)."""
    return {form: place_entry(row) for row in lexicons.places() for form in parts(row.people)}


@cache
def country_entries() -> dict[str, Entry]:
    """ISO code → country."""
    return {row.code: Entry(row.name, row.id, "country", "country", "government", row.code) for row in lexicons.countries()}


@cache
def capitals() -> dict[str, str]:
    """Capital → ISO code of the country whose government sits there."""
    return {row.capital: row.code for row in lexicons.countries() if row.capital}


def country_entry(code: str) -> Entry:
    """The country with this ISO code."""
    return country_entries()[code]


def place_entry(row: lexicons.Place) -> Entry:
    """A place as an entry."""
    return Entry(row.name, row.id, "place", "place", "government", row.country)


def _names() -> Iterator[tuple[str, Entry]]:
    yield from _territories()
    for row in lexicons.organizations():
        speaks = cast(SourceKind, row.speaks)
        entry = Entry(row.name, row.id, cast(EntityKind, row.kind), "organization", speaks, row.country, row.group)
        yield from ((name, entry) for name in (row.name, *parts(row.aliases)))
    for person in lexicons.persons():
        entry = Entry(person.name, person.id, "person", "person", "person", person.country, gender=person.gender)
        yield from ((name, entry) for name in (person.name, *parts(person.aliases)))


def _territories() -> Iterator[tuple[str, Entry]]:
    for country in lexicons.countries():
        yield from ((name, country_entry(country.code)) for name in (country.name, *parts(country.aliases)))
    for seat in lexicons.seats():
        yield seat.form, Entry(seat.name, None, "organization", "seat", "government", seat.country, "government")
    for place in lexicons.places():
        yield from ((name, place_entry(place)) for name in (place.name, *parts(place.aliases)))


def inflect(name: str) -> tuple[str, ...]:
    """The forms in which a name stands in a sentence: weak adjectives, genitive, another article.

    >>> inflect("Weißes Haus")
    ('Weißes Haus', 'Weiße Haus', 'Weißen Haus', 'Weißem Haus', 'Weißes Hauses', 'Weiße Hauses', 'Weißen Hauses', 'Weißem Hauses')
    """
    first, _, rest = name.partition(" ")
    if first in ARTICLES and rest:
        bare = [f"{article} {form}" for article in (first, *ARTICLES[first]) for form in inflect(rest)]
        return tuple(bare)
    forms = [f"{adjective} {rest}" for adjective in _adjective_forms(first)] if rest else [name]
    return tuple(dict.fromkeys([*forms, *(genitive for form in forms for genitive in _genitives(form))]))


def _adjective_forms(word: str) -> list[str]:
    for ending in ("es", "er", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 3 and word[0].isupper() and word.lower() != word:
            stem = word[: -len(ending)]
            others = ("e", "en", "em") if ending == "es" else ("e", "en", "em", "er")
            return list(dict.fromkeys([word, *(stem + other for other in others)]))
    return [word]


def _genitives(form: str) -> tuple[str, ...]:
    if form.endswith("Haus"):
        return (form + "es",)
    if form.endswith(SIBILANTS):
        return (form + "’", form + "'")
    if form.endswith("amt") or form.endswith("Amt") or form.endswith("rat"):
        return (form + "s", form + "es")
    return (form + "s",)


def demonym_forms(singular: str) -> list[tuple[str, str]]:
    """Every form of a demonym with the nominative plural of it ("Franzosen", "Französin" are irregular)."""
    if singular == "Deutscher":
        return [(form, "Deutsche") for form in ("Deutscher", "Deutsche", "Deutschen", "Deutschem")]
    stem = singular[:-1] if singular.endswith("e") else singular
    women = "Französ" if singular == "Franzose" else stem
    plural = singular + "n" if singular.endswith("e") else singular + "s" if singular.endswith(("i", "o")) else singular
    plural = "Ungarn" if singular == "Ungar" else plural
    male = {singular, plural, plural if plural.endswith(("n", "s")) else plural + "n", singular + "s"}
    female = [(women + "in", women + "innen"), (women + "innen", women + "innen")]
    return [*((form, plural) for form in sorted(male)), *female]
