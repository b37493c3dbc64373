"""What stands behind a claim: the named source (its organization), else the wire agency, else the outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from claimcheck.checking.facts import Fact, Party, Voice
from claimcheck.checking.words import beginnings
from claimcheck.models import Article

SPEAKER = re.compile(r"^(?P<body>[A-ZÄÖÜ]\w{3,}?)s?-?(?:[Ss]precher|[Cc]hef|[Dd]irektor|[Ll]eiter)(?:in)?$")
ROLE_OF = re.compile(r"\b(?:Sprecher|Chef|Leiter|Leitung|Angaben|Mitteilung)(?:in)?\s+(?:der|des|vom|von)\s+(?P<body>.+)$")
# Names of a company without its name: one report says "der Konzern", another "die Vorstandschefin".
COMPANY = frozenset(
    {"vorstand", "konzern", "unternehmen", "firma", "management", "manager", "managerin", "geschäftsführung", "geschäftsführer",
     "betrieb", "hersteller", "betreiber"}
)  # fmt: skip
AUTHORITIES = frozenset({"government", "intelligence"})  # a company is named where it is the subject, not the source


@dataclass(frozen=True, slots=True)
class Origin:
    """Who answers for a claim in the end; equal ids are one origin."""

    id: str
    name: str

    @property
    def is_house(self) -> bool:
        """True for an agency, an outlet or a file: nobody is named as the source."""
        return self.id.startswith("house:")


@dataclass(frozen=True, slots=True)
class Sources:
    """What the articles of one event tell about who speaks for whom, and which text copies which."""

    bodies: Mapping[str, Party]  # person id → the body that the person speaks for
    copied: Mapping[str, str]  # claim id → name of the agency or outlet it was copied from
    houses: Mapping[str, str]  # article id → its agency, outlet or file name


def find_sources(facts: Sequence[Fact], articles: Mapping[str, Article], copied: Mapping[str, str]) -> Sources:
    """The speakers and houses of the articles of one event."""
    bodies: dict[str, Party] = {}
    for fact in facts:
        voice = fact.voice
        if voice is not None and voice.speaker is not None and voice.body is not None:
            bodies.setdefault(voice.speaker.id, voice.body)
    return Sources(bodies, copied, {fact.article: house_of(fact, articles) for fact in facts})


def house_of(fact: Fact, articles: Mapping[str, Article]) -> str:
    """The agency of an article, else its outlet, else the name of its file."""
    article = articles.get(fact.article)
    if article is not None and article.agencies:
        return article.agencies[0]
    return fact.outlet or (PurePath(article.path).name if article is not None else fact.article)


def find_origin(fact: Fact, sources: Sources) -> Origin:
    """The origin of one claim."""
    voice = fact.voice
    if voice is not None:
        named = _named(voice, sources)
        if named is not None:
            return named
    house = sources.copied.get(fact.id) or sources.houses[fact.article]
    return Origin(f"house:{house.casefold()}", house)


def find_origins(facts: Sequence[Fact], groups: Iterable[Sequence[Fact]], sources: Sources) -> dict[str, Origin]:
    """The origin of every claim of a finding by claim id, one office counted once.

    ``groups`` are the positions: where an article repeats its figure and names the source only once, as under a headline, the
    source stands behind both; where a sentence names an office that gives this figure elsewhere, it relies on that office.
    """
    found = {fact.id: find_origin(fact, sources) for fact in facts}
    for group in groups:
        named: dict[str, Origin] = {}
        for fact in group:
            if not found[fact.id].is_house:
                named.setdefault(fact.article, found[fact.id])
        for fact in group:
            if found[fact.id].is_house and fact.article in named:
                found[fact.id] = named[fact.article]
        _name_company(group, found)
        _name_office(group, found)
    merged = merge_origins(found.values())
    return {claim: merged[origin.id] for claim, origin in found.items()}


def _name_company(group: Sequence[Fact], found: dict[str, Origin]) -> None:
    """ "das Unternehmen" that gives the same figure as the one body that the position names is that body."""
    named = {found[fact.id] for fact in group if not found[fact.id].is_house}
    nameless = {origin for origin in named if _words(origin.name) & COMPANY}
    if nameless and len(named - nameless) == 1:
        (body,) = named - nameless
        for fact in group:
            if found[fact.id] in nameless:
                found[fact.id] = body


def _name_office(group: Sequence[Fact], found: dict[str, Origin]) -> None:
    """ "Fest steht für die Südkoreaner", with the figure that the Südkoreanischer Geheimdienst gives in other reports."""
    speakers = [fact for fact in group if fact.voice is not None and fact.voice.kind in AUTHORITIES]
    offices = sorted({found[fact.id] for fact in speakers if not found[fact.id].is_house}, key=lambda office: office.id)
    for fact in group:
        if found[fact.id].is_house and fact.voice is None:
            said = beginnings(fact.text)
            named = [office for office in offices if said & beginnings(office.name)]
            if len(named) == 1:
                found[fact.id] = named[0]


def merge_origins(origins: Iterable[Origin]) -> dict[str, Origin]:
    """Origin by id, where a shorter name of the same office stands for the longer one ("Polizei", "Polizei Heidrup")."""
    distinct = sorted(set(origins), key=lambda origin: (len(origin.name.split()), origin.name, origin.id))
    merged: dict[str, Origin] = {}
    for origin in distinct:
        words = _words(origin.name)
        same = {other.id: other for other in merged.values() if _is_same(words, _words(other.name), origin, other)}
        merged[origin.id] = next(iter(same.values())) if len(same) == 1 else origin
    return merged


def _named(voice: Voice, sources: Sources) -> Origin | None:
    party = voice.body or voice.speaker
    if party is None:
        return None
    party = sources.bodies.get(party.id, party)
    body = ROLE_OF.search(party.name) or SPEAKER.search(party.name)
    if body is not None:
        return Origin(f"name:{body['body'].casefold()}", body["body"])
    if voice.kind == "media" and (house := _known_house(party.name, sources)):
        return Origin(f"house:{house.casefold()}", house)
    return Origin(party.id, party.name)


def _known_house(name: str, sources: Sources) -> str | None:
    """The outlet of the run that a cited paper is ("das Abendblatt")."""
    words = _words(name)
    found = sorted({house for house in sources.houses.values() if words <= _words(house) or _words(house) <= words})
    return found[0] if len(found) == 1 else None


def _is_same(words: frozenset[str], shorter: frozenset[str], a: Origin, b: Origin) -> bool:
    if a.is_house != b.is_house:
        return False
    return shorter <= words or bool(words & COMPANY and shorter & COMPANY)


def _words(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in re.findall(r"\w{3,}", name)) or frozenset({name})
