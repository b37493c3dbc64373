"""Clusters: all that an article says to name one person, body or place."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from dataclasses import dataclass, field

from claimcheck.extraction.actors import lexicons
from claimcheck.linking.ids import local_id, without_legal_form
from claimcheck.linking.readings import Reading
from claimcheck.linking.spelling import similar, spelling_key
from claimcheck.models import EntityKind


@dataclass(slots=True)
class Cluster:
    """One entity of an article while it is put together.

    ``offices`` and ``lemmas`` are the roles it was introduced with, ``groups`` and ``heads`` those of a body; ``gender`` is
    m, f or "" (unknown), ``grammatical`` the gender of the noun that names it; ``tokens`` are the heads of its mentions.
    """

    name: str
    id: str
    kind: EntityKind
    gender: str = ""
    grammatical: str = ""
    country: str = ""
    plural: bool = False
    vice: bool = False  # a deputy or former holder of the office
    proper: bool = False  # has a proper name
    known: bool = False  # by the gazetteer or an institution's rule: the name is final
    offices: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    tokens: list[int] = field(default_factory=list)
    subjects: list[int] = field(default_factory=list)
    places: set[int] = field(default_factory=set)

    def note(self, token: int, subject: bool) -> None:
        """Keeps that the entity is named at a token, and whether as subject."""
        if token not in self.places:
            self.places.add(token)
            insort(self.tokens, token)
            if subject:
                insort(self.subjects, token)

    def take(self, other: Cluster) -> None:
        """Takes over what is known of another cluster."""
        self.gender = self.gender or other.gender
        self.country = self.country or other.country
        self.offices |= other.offices
        self.lemmas |= other.lemmas
        self.places |= other.places
        self.tokens = sorted(self.places)
        self.subjects = sorted({*self.subjects, *other.subjects})

    @property
    def words(self) -> list[str]:
        """The words of the name."""
        return self.name.split()


class Registry:
    """The clusters of an article, by id and by name."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._by_id: dict[tuple[str, bool], Cluster] = {}  # a demonym has the id of its country: groups apart
        self._by_key: dict[tuple[str, str], Cluster] = {}
        self._blocks: dict[str, list[Cluster]] = defaultdict(list)  # persons by the first letters of the last word
        self._words: dict[str, list[Cluster]] = defaultdict(list)  # persons by each word of the name

    def known(self, reading: Reading) -> Cluster:
        """The cluster of a reading, new if need be."""
        cluster = self._by_id.get((reading.id, reading.kind == "group"))
        if cluster is None:
            cluster = self._add(Cluster(reading.name, reading.id, reading.kind, known=True))
        cluster.gender = cluster.gender or reading.gender
        cluster.country = cluster.country or reading.country
        cluster.groups |= {reading.group} if reading.group else set()
        cluster.heads |= {reading.head} if reading.head else set()
        return cluster

    def named(self, name: str, kind: EntityKind) -> Cluster:
        """The cluster of a proper name or noun phrase: the same name, another spelling of it, or a new one."""
        plain = name if kind == "person" else without_legal_form(name)
        key = ("person" if kind == "person" else "", spelling_key(name) if kind == "person" else plain.lower())
        cluster = self._by_key.get(key) or self._by_id.get((local_id(plain), kind == "group")) or self._similar(name, kind)
        if cluster is None:
            cluster = self._add(Cluster(name, local_id(plain), kind))
        if kind == "organization" and cluster.kind in {"place", "other"} and not cluster.known:
            cluster.kind = kind
        self._by_key.setdefault(key, cluster)
        return cluster

    def alias(self, cluster: Cluster, name: str) -> None:
        """Makes a further name, such as an abbreviation, name the cluster."""
        self._by_key[("", name.lower())] = cluster

    def _similar(self, name: str, kind: EntityKind) -> Cluster | None:
        if kind != "person" or " " not in name:
            return None
        block = self._blocks[_block(name)]
        return next((other for other in block if similar(other.name, name)), None)

    def _add(self, cluster: Cluster) -> Cluster:
        self.clusters.append(cluster)
        self._by_id[(cluster.id, cluster.kind == "group")] = cluster
        if cluster.kind == "person" and " " in cluster.name:
            self._blocks[_block(cluster.name)].append(cluster)
            for word in sorted(set(spelling_key(cluster.name).split())):
                self._words[word].append(cluster)
        return cluster

    def drop(self, cluster: Cluster) -> None:
        """Forgets a person's cluster that has become part of another; the next such name is looked up anew."""
        self._by_key = {key: other for key, other in self._by_key.items() if other is not cluster}
        self._by_id = {key: other for key, other in self._by_id.items() if other is not cluster}
        self.clusters = [other for other in self.clusters if other is not cluster]
        for word in [_block(cluster.name), *spelling_key(cluster.name).split()]:
            for table in (self._blocks, self._words):
                table[word] = [other for other in table[word] if other is not cluster]

    def persons_with(self, word: str) -> list[Cluster]:
        """The persons with a name of several words that has this word, a spelling key."""
        return self._words.get(word, [])


def person_of_part(name: str, registry: Registry) -> Cluster | None:
    """The one person with a longer name that a short name can be ("Budanow", "Ali Samani"); None for none or several."""
    short = spelling_key(name).split()
    if not short:
        return None
    variants = [short, [*short[:-1], short[-1][:-1]]] if short[-1].endswith("s") and len(short[-1]) > 3 else [short]
    for variant in variants:
        fits = [person for person in registry.persons_with(variant[-1]) if person.name != name and _is_part(variant, person.name)]
        if fits:
            return fits[0] if len(fits) == 1 else None
    return None


def _block(name: str) -> str:
    return spelling_key(name).rpartition(" ")[2][:3]


def _is_part(short: list[str], full: str) -> bool:
    words = spelling_key(full).split()
    if len(words) <= len(short):
        return False
    if words[-len(short) :] == short:
        return True
    first_is_family_name = full.split()[0] not in lexicons.first_names()
    return first_is_family_name and len(short[0]) > 2 and _contains(words, short)


def _contains(words: list[str], part: list[str]) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))


def first_name_gender(name: str) -> str:
    """m or f by the first name, "" where it is unknown or of both."""
    gender = lexicons.first_names().get(name.split()[0] if name else "", "")
    return gender if gender in {"m", "f"} else ""
