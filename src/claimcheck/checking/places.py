"""Places that an article is about: names after in, bei, nahe, the dateline, and which of them tell two events apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claimcheck.checking.facts import Fact
from claimcheck.checking.words import is_common_word
from claimcheck.extraction.actors.lexicons import countries, places

NAME = r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?"
DATELINE = re.compile(
    rf"""
    ^(?P<place>{NAME}(?:[ /]{NAME}){{0,2}})
    [ ]?(?:\([^)\n]{{2,20}}\))?[ ]?(?:[.,]|[–-])(?=[ ])
    """,
    re.VERBOSE | re.MULTILINE,
)
LOCATIVE = re.compile(
    rf"""
    \b(?:[Ii]n|[Bb]ei|[Nn]ahe|[Uu]m|[Vv]or|[Ii]m)[ ]
    (?P<article>der[ ]|dem[ ])?(?:Raum[ ]|Stadt[ ]|Stadtteil[ ])?
    (?:(?:Bad|Sankt|St\.|Groß|Klein|Ober|Unter|Puerto|San|Santa|Los|Las|El|La)[ ])?
    (?P<place>{NAME})\b(?!(?<=s)[ ][A-ZÄÖÜ])      # "in Putins Krieg" is no place
    """,
    re.VERBOSE,
)
# Heads of papers and newsletters stand where a dateline stands: "Verbraucherbrief, 12. August 2025".
PAPER = re.compile(
    r"(?:brief|letter|blatt|post|zeitung|kurier|echo|dienst|ticker|magazin|bote|report|journal|funk|blick|anzeiger|nachrichten"
    r"|rundschau|lage|ausgabe|analyse|kommentar|bericht|protokoll)$",
    re.IGNORECASE,
)
COMPANY = re.compile(
    rf"""
    \b(?P<before>{NAME})\ (?:AG|SE|KG|KGaA|GmbH|GbR|eG|Holding|Group)\b
  | \b(?:Firma|(?:Konzern|Unternehmen|Hersteller|Betreiber|Caterer|Versicherer|Zulieferer|Anbieter)s?)\ (?P<after>{NAME})\b
    """,
    re.VERBOSE,
)
INSIDE = re.compile(rf"\b(?:[Ii]n|[Nn]ahe|[Aa]us|[Nn]ach)[ ](?P<place>{NAME})\b")
SENTENCE = re.compile(r"(?<=[a-zäöüß\"“])[.!?]\s")
OWN_DAY = re.compile(
    r"\b(?:\w+tag(?:s|abend|morgen|nacht)?|Mittwoch\w*|[Gg]estern|[Vv]orgestern|\d{4}|Tage[n]?|Woche[n]?|Monat\w*|Jahr\w*|zweite\w*|damals)\b"
)
FEW_ARTICLES = 2  # of so few every place may tell of an event of its own
SHORTEST_NAME = 3  # letters
EVERYWHERE = frozenset({"Deutschland", "Berlin", "Europa", "Bayern", "Hamburg", "München", "Frankfurt"})


def place_names(facts: Iterable[Fact]) -> frozenset[str]:
    """First words of the names of all places that the claims of a run name."""
    found = set()
    for fact in facts:
        of = fact.figure.of if fact.figure else None
        found |= {party.name.split(" ")[0] for party in (fact.place, fact.actor, of) if party and party.kind == "place"}
    return frozenset(found)


def person_words(facts: Iterable[Fact]) -> frozenset[str]:
    """Words of the names of persons and bodies that the claims of a run name; none of them is taken for a place."""
    found: set[str] = set()
    for fact in facts:
        voice = fact.voice
        for party in (fact.actor, voice.speaker if voice else None, voice.body if voice else None):
            if party is not None and party.kind == "person" and " " in party.name:
                found.update(party.name.split(" "))
            elif party is not None and party.kind == "organization" and " " not in party.name:
                found.add(party.name)
    return frozenset(found)


def company_names(facts: Iterable[Fact], texts: Iterable[str]) -> frozenset[str]:
    """Names of firms that stand after "bei" as a town does: with a legal form, or speaking, and never after "in"."""
    found: set[str] = set()
    inside: set[str] = set()
    for text in texts:
        found.update(match["before"] or match["after"] for match in COMPANY.finditer(text))
        inside.update(match["place"] for match in INSIDE.finditer(text))
    for fact in facts:
        speaker = fact.voice.speaker if fact.voice is not None else None
        if speaker is not None and " " not in speaker.name:
            found.add(speaker.name)
    return frozenset(found - inside - _gazetteer() - _countries())


def find_places(text: str, known: frozenset[str] = frozenset(), people: frozenset[str] = frozenset()) -> frozenset[str]:
    """Names of places in a text after in, bei, nahe: those that are known, and names that no dictionary holds.

    ``known`` are names that a claim gives as places, ``people`` words of the names of persons and bodies.

    >>> sorted(find_places("Der Bus prallte bei Karlsweiler in der Kurve gegen einen Baum."))
    ['Karlsweiler']
    """
    found = set()
    for match in LOCATIVE.finditer(text):
        name = match["place"]
        if name in known or name in _gazetteer() or not _is_noun(name, bool(match["article"])):
            found.add(name)
    return frozenset(found - people - _countries())


def find_dateline(text: str, known: frozenset[str] = frozenset()) -> frozenset[str]:
    """The places of the dateline of an article: "Karlsweiler (dpa) –", "Ohletal/Mittelau."."""
    for match in DATELINE.finditer(text):
        names = re.split(r"[ /]", match["place"])
        if any(PAPER.search(name) and name not in _gazetteer() for name in names):
            continue
        found = {name for name in names if name in known or name in _gazetteer() or not is_common_word(name)}
        if found:
            return frozenset(found)
    return frozenset()


def is_small(name: str) -> bool:
    """True for a place that no gazetteer and no dictionary holds: a dateline with it tells where the event is."""
    return name not in _gazetteer() and not is_common_word(name) and not is_capital(name)


@dataclass(frozen=True, slots=True)
class Rivals:
    """Main places of the articles of one event, and which of them are one."""

    names: frozenset[str]
    parted: Mapping[str, str]  # what stands for a place where only common articles make two places one
    joined: Mapping[str, str]  # the same where a mention does so as well

    def last_named(self, text: str) -> str | None:
        """The main place that a text names last, not as part of the name of a body ("Sparkasse Westerlohe")."""
        found = [(match.start("name"), match["name"]) for match in self._pattern().finditer(text)]
        return max(found)[1] if found else None

    def _pattern(self) -> re.Pattern[str]:
        return _named_places(tuple(sorted(self.names)))

    def towns(self, names: Iterable[str]) -> frozenset[str]:
        """What stands for places of which a body or a statement tells."""
        return frozenset(self.parted[name] for name in names)

    def scenes(self, names: Iterable[str]) -> frozenset[str]:
        """What stands for places at which something happens."""
        return frozenset(self.joined[name] for name in names)


@lru_cache(maxsize=1000)
def _named_places(names: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(re.escape(name) for name in names)
    return re.compile(rf"(?:^|[^\w\s-]\s*|\b[a-zäöüß]\w*\s+|\b(?:In|Bei|Nahe|Aus|Um|Im|Für)\s+|\n)(?P<name>{listed})\b(?!-)")


def find_rivals(main: Sequence[frozenset[str]], texts: Sequence[str]) -> Rivals:
    """The main places of articles about one event; ``texts`` are the articles in the same order.

    A place that a single article names parts nothing: it may be a street, a palace, the head of a paper.
    """
    candidates = sorted(name for name in frozenset().union(*main) if len(name) >= SHORTEST_NAME)
    named = {name: [re.search(rf"\b{re.escape(name)}", text) is not None for text in texts] for name in candidates}
    least = 2 if len(texts) > FEW_ARTICLES else 1
    names = frozenset(name for name in candidates if sum(named[name]) >= least)
    mentions = [frozenset(name for name in names if named[name][index]) for index in range(len(texts))]
    return Rivals(names, group_places([own & names for own in main], [""] * len(main)), group_places(mentions, texts))


def group_places(main: Sequence[frozenset[str]], texts: Sequence[str]) -> dict[str, str]:
    """Main places of the articles of one event → the place that stands for it. ``texts``: the articles in the same order.

    Two places of one article are one where no two articles part them: Talbrück and Niedermark are, if every article that
    names Niedermark names Talbrück; Heidrup and Karlsweiler are not, if an article is about each alone. They are one as well
    where an article about one names the other without giving it a day of its own.
    """
    names = sorted({name for places_ in main for name in places_})
    stands_for = {name: name for name in names}
    for index, name in enumerate(names):
        for other in names[index + 1 :]:
            together = any(name in p and other in p for p in main) and not _are_parted(name, other, main)
            if together or any(_names_both(name, other, p, text) for p, text in zip(main, texts, strict=True)):
                low, high = sorted((stands_for[name], stands_for[other]))
                stands_for = {key: low if value == high else value for key, value in stands_for.items()}
    return stands_for


def is_capital(name: str) -> bool:
    """True for the capital of a country: in political news it names a government, not where something happens."""
    return name in _capitals()


def is_known_name(word: str) -> bool:
    """True for a country, capital or town of the gazetteer, without those that stand in any German paper."""
    return word not in EVERYWHERE and (word in _gazetteer() or word in _countries() or word in _capitals())


def _names_both(a: str, b: str, main: frozenset[str], text: str) -> bool:
    if (a in main) == (b in main):
        return False
    other = b if a in main else a
    named = re.compile(rf"\b(?:[Ii]n|[Bb]ei|[Nn]ahe|[Vv]on|[Uu]m|[Ii]m)\s+(?:der\s+|dem\s+)?{re.escape(other)}\b")
    return any(named.search(sentence) and not OWN_DAY.search(sentence) for sentence in SENTENCE.split(text))


def _are_parted(a: str, b: str, main: Sequence[frozenset[str]]) -> bool:
    return any(a in p and b not in p for p in main) and any(b in p and a not in p for p in main)


def _is_noun(word: str, has_article: bool) -> bool:
    """True for a word of the dictionary, and for a compound of one where that tells it from a name."""
    if is_common_word(word) or ("-" in word and is_common_word(word.split("-")[-1])):
        return True
    return has_article and any(is_common_word(word[cut:].capitalize()) for cut in range(3, len(word) - 3))


@cache
def _gazetteer() -> frozenset[str]:
    return frozenset(row.name for row in places())


@cache
def _countries() -> frozenset[str]:
    return frozenset(row.name for row in countries())


@cache
def _capitals() -> frozenset[str]:
    return frozenset(row.capital for row in countries() if row.capital)
