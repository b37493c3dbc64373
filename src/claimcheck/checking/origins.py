"""What stands behind a claim: the named source (its organization), else the wire agency, else the outlet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import PurePath

from claimcheck.checking.facts import Fact, Party, Voice
from claimcheck.checking.states import is_whole_state, state_of
from claimcheck.checking.words import beginnings, stem_of
from claimcheck.lexicon import load_lexicon
from claimcheck.models import Article

SPEAKER = re.compile(r"^(?P<body>[A-ZÄÖÜ]\w{3,}?)s?-?(?:[Ss]precher|[Cc]hef|[Dd]irektor|[Ll]eiter)(?:in)?$")
ROLE_OF = re.compile(r"\b(?:Sprecher|Chef|Leiter|Leitung|Angaben|Mitteilung)(?:in)?\s+(?:der|des|vom|von)\s+(?P<body>.+)$")
APPOSED = re.compile(r"\b(?P<noun>[A-ZÄÖÜ][a-zäöüß]+)\s(?=(?P<name>[A-ZÄÖÜ][\w-]+))")
CALLED_BY_KIND = frozenset({"company", "union", "club", "organiser", "employers", "hospital", "airport", "airline"})
ROLE = re.compile(
    r"(?:[Cc]hef|[Ll]eiter|[Ff]ührer|[Mm]anager|[Ss]precher)(?:in)?$|[Aa]nw[aä]lt(?:in)?$"
)  # of a person with a name
SHORTEST_HEAD = 6  # letters
AUTHORITIES = frozenset({"government", "intelligence"})  # a company is named where it is the subject, not the source


@dataclass(frozen=True, slots=True)
class Body:
    """A row of bodies.tsv."""

    form: str
    body: str
    example: str


@cache
def load_bodies() -> dict[str, Body]:
    """Rows of bodies.tsv by word stem."""
    return {stem_of(row.form): row for row in load_lexicon(files(__package__) / "bodies.tsv", Body)}


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
    kinds: Mapping[str, str] = field(default_factory=dict)  # name of a body → its kind, where a sentence tells it


def find_sources(facts: Sequence[Fact], articles: Mapping[str, Article], copied: Mapping[str, str]) -> Sources:
    """The speakers and houses of the articles of one event."""
    bodies: dict[str, Party] = {}
    for fact in facts:
        voice = fact.voice
        if voice is not None and voice.speaker is not None and voice.body is not None:
            bodies.setdefault(voice.speaker.id, voice.body)
    return Sources(bodies, copied, {fact.article: house_of(fact, articles) for fact in facts}, find_kinds(facts))


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
        _name_kind(group, found)
        _name_office(group, found)
    merged = merge_origins(found.values(), sources.kinds)
    return {claim: merged[origin.id] for claim, origin in found.items()}


def _name_kind(group: Sequence[Fact], found: dict[str, Origin]) -> None:
    """ "das Unternehmen" that gives the same figure as the one body that the position names is that body."""
    named = {found[fact.id] for fact in group if not found[fact.id].is_house}
    nameless = {origin for origin in named if _is_nameless(origin.name)}
    bodies = named - nameless
    for fact in group:
        kind = body_kind(found[fact.id].name) if found[fact.id] in nameless else None
        if kind in CALLED_BY_KIND and {body_kind(body.name) for body in bodies} <= {None, kind} and len(bodies) == 1:
            (found[fact.id],) = bodies


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


def merge_origins(origins: Iterable[Origin], kinds: Mapping[str, str] | None = None) -> dict[str, Origin]:
    """Origin by id, where a shorter name of the same office stands for the longer one ("Polizei", "Polizei Heidrup"), and a
    body that is only called by its kind for the one of that kind that has a name. ``kinds``: kind of body by name."""
    distinct = sorted(set(origins), key=lambda origin: (len(origin.name.split()), len(origin.name), origin.name, origin.id))
    merged: dict[str, Origin] = {}
    for origin in distinct:
        same = {other.id: other for other in merged.values() if _is_same(origin, other, distinct)}
        merged[origin.id] = next(iter(same.values())) if len(same) == 1 else origin
    merged |= _merge_kinds(sorted(set(merged.values()), key=lambda origin: origin.id), merged, kinds or {})
    return merged | _merge_states(sorted(set(merged.values()), key=lambda origin: origin.id), merged)


def _merge_states(origins: Sequence[Origin], merged: Mapping[str, Origin]) -> dict[str, Origin]:
    """ "Kiew" and "HUR": a government and the one office of it that the claims name."""
    by_state: dict[str, list[Origin]] = defaultdict(list)
    for origin in origins:
        state = None if origin.is_house else state_of(origin.name)
        if state is not None:
            by_state[state].append(origin)
    moved: dict[str, Origin] = {}
    for group in by_state.values():
        offices = [origin for origin in group if not is_whole_state(origin.name)]
        if len(group) > 1 and len(offices) <= 1:
            moved.update({origin.id: (offices or group)[0] for origin in group})
    return {key: moved[origin.id] for key, origin in merged.items() if origin.id in moved}


def _merge_kinds(origins: Sequence[Origin], merged: Mapping[str, Origin], kinds: Mapping[str, str]) -> dict[str, Origin]:
    """ "die Gewerkschaft" and "GVD": one body, where the claims name no second one of the kind."""
    by_kind: dict[str, list[Origin]] = defaultdict(list)
    for origin in origins:
        kind = None if origin.is_house else body_kind(origin.name) or kinds.get(origin.name)
        if kind is not None:
            by_kind[kind].append(origin)
    moved: dict[str, Origin] = {}
    for group in by_kind.values():
        named = [origin for origin in group if not _is_nameless(origin.name)]
        if len(group) > 1 and len(named) <= 1:
            moved.update({origin.id: (named or group)[0] for origin in group})
    return {key: moved[origin.id] for key, origin in merged.items() if origin.id in moved}


@lru_cache(maxsize=10_000)
def body_kind(name: str) -> str | None:
    """The kind of body that a common noun in a name tells: "Vorstandschefin Karin Thelen" speaks for a company.

    >>> body_kind("Gewerkschaft"), body_kind("Lokführergewerkschaft"), body_kind("Ute Kern")
    ('union', 'union', None)
    """
    return next((kind for word in name.split() if (kind := _kind_of_word(word)) is not None), None)


@lru_cache(maxsize=10_000)
def _kind_of_word(word: str) -> str | None:
    rows = load_bodies()
    stem = stem_of(word)
    return rows[stem].body if stem in rows else next((row.body for form, row in rows.items() if _ends_in(word, row)), None)


def _ends_in(word: str, row: Body) -> bool:
    return len(row.form) > SHORTEST_HEAD and word.lower().endswith(row.form.lower()) and len(word) > len(row.form) + 2


def _is_nameless(name: str) -> bool:
    """True for a common noun alone and for a person with a role: neither names the body."""
    words = name.split()
    return all(_kind_of_word(word) is not None for word in words) or (len(words) > 1 and ROLE.search(words[0]) is not None)


def find_kinds(facts: Iterable[Fact]) -> dict[str, str]:
    """Kinds of bodies by name, where a sentence has both side by side: "die Gewerkschaft GVD"."""
    found: dict[str, str] = {}
    for text in sorted({fact.text for fact in facts}):
        for match in APPOSED.finditer(text):
            kind = _kind_of_word(match["noun"])
            if kind is not None:
                found.setdefault(match["name"], kind)
    return found


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


def _is_same(origin: Origin, shorter: Origin, origins: Sequence[Origin]) -> bool:
    """True where all words of the shorter name stand in the longer one, inflected or as the head of a compound; a single word
    only where no second name holds it."""
    if origin.is_house != shorter.is_house:
        return False
    words, few = _words(origin.name), _words(shorter.name)
    if words == few:
        return True
    if len(few) > 1:
        return few <= words
    (word,) = few
    held = [other for other in origins if other.is_house == origin.is_house and _holds(other, word)]
    return origin in held and len({_words(other.name) for other in held}) == 1


def _holds(origin: Origin, word: str) -> bool:
    """True where a longer name holds a word, or has it for the head of a compound."""
    words = _words(origin.name)
    if word in words:
        return len(words) > 1
    return not origin.is_house and any(_is_head(other, word) for other in words)


def _is_head(word: str, head: str) -> bool:
    """ "Ministerium" and "Arbeitsministerium"."""
    return len(head) > SHORTEST_HEAD and word.endswith(head)


def _words(name: str) -> frozenset[str]:
    return frozenset(stem_of(word) for word in re.findall(r"\w{3,}", name)) or frozenset({name})
