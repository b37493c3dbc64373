"""What stands behind a claim: the named source (its organization), else the wire agency, else the outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.checking.facts import Fact, Party, Voice
from claimcheck.models import Article

SPEAKER = re.compile(r"(?P<body>[A-ZÄÖÜ]\w{3,}?)s?-?(?:[Ss]precher(?:in)?|[Cc]hef(?:in)?)$")
BODY_IN_ROLE = re.compile(r"\b(?:Sprecher(?:in)?|Chef(?:in)?|Leiter(?:in)?)\s+(?:der|des|vom|von)\s+(?P<body>\w+)")


@dataclass(frozen=True, slots=True)
class Origin:
    """Who answers for a claim in the end; equal ids are one origin."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Sources:
    """What the articles of one event tell about who speaks for whom, and which text copies which."""

    bodies: Mapping[str, Party]  # person id → the body that the person speaks for
    copied: Mapping[str, str]  # claim id → name of the agency or outlet it was copied from
    houses: Mapping[str, str]  # article id → its agency, outlet or path


def find_sources(facts: Sequence[Fact], articles: Mapping[str, Article], copied: Mapping[str, str]) -> Sources:
    """The speakers and houses of the articles of one event."""
    bodies: dict[str, Party] = {}
    for fact in facts:
        voice = fact.voice
        if voice is not None and voice.speaker is not None and voice.body is not None:
            bodies.setdefault(voice.speaker.id, voice.body)
    return Sources(bodies, copied, {fact.article: house_of(fact, articles) for fact in facts})


def house_of(fact: Fact, articles: Mapping[str, Article]) -> str:
    """The agency of an article, else its outlet, else its path."""
    article = articles.get(fact.article)
    if article is not None and article.agencies:
        return article.agencies[0]
    return fact.outlet or (article.path if article is not None else fact.article)


def find_origin(fact: Fact, sources: Sources) -> Origin:
    """The origin of one claim."""
    voice = fact.voice
    if voice is not None:
        named = _named(voice, sources)
        if named is not None:
            return named
    house = sources.copied.get(fact.id) or sources.houses[fact.article]
    return Origin(f"house:{house.casefold()}", house)


def _named(voice: Voice, sources: Sources) -> Origin | None:
    party = voice.body or voice.speaker
    if party is None:
        return None
    party = sources.bodies.get(party.id, party)
    body = BODY_IN_ROLE.search(party.name) or SPEAKER.search(party.name)
    if body is not None and voice.body is None:
        return Origin(f"name:{body['body'].casefold()}", body["body"])
    return Origin(party.id, party.name)


def merge_origins(origins: Iterable[Origin]) -> dict[str, Origin]:
    """Origin by id, where a shorter name of the same office stands for the longer one ("Polizei", "Polizei Heidrup")."""
    distinct = sorted(set(origins), key=lambda origin: (len(origin.name.split()), origin.name, origin.id))
    merged: dict[str, Origin] = {}
    for origin in distinct:
        words = _words(origin.name)
        same = [other for other in merged.values() if _words(other.name) <= words or other.name == origin.name]
        merged[origin.id] = same[0] if len(set(same)) == 1 else origin
    return merged


def _words(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in re.findall(r"\w{3,}", name)) or frozenset({name})
