"""What stands around a claim in its article: passages, and the places, periods and second events that they set.

A passage is a paragraph; headline, dateline and first paragraph are one. Without the text of an article its sentences are
what the claims quote, and each is a passage of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.checking.facts import Fact
from claimcheck.checking.places import company_names, find_dateline, find_places, is_small, person_words, place_names
from claimcheck.checking.words import find_scopes, find_words, is_common_word

PARAGRAPH = re.compile(r"\n[ \t\r]*\n\s*")
FRONT_MATTER = re.compile(r"\A---\r?\n(?:(?!---)[^\n]*\n){1,40}---\r?\n")
STRIKE = re.compile(r"\b(?:\w+)?(?:[Ss]treik\w*|Ausstand\w*|Arbeitskampf\w*|Tarif(?:streit|konflikt|verhandlung)\w*)\b")
ELECTION = re.compile(
    r"\b(?:[A-ZÄÖÜ][a-zäöü]+wahl(?:en)?|Wahl(?:en|abend|nacht|sonntag|tag|ergebnis\w*|sieg\w*|panne|beteiligung)?|Wahl-\w+|Hochrechnung\w*)\b"
)
PROJECTED = re.compile(
    r"\b(?:Prognosen?|Hochrechnung\w*|Umfragen?|Nachwahlbefragung\w*|Institut\w*|Meinungsforsch\w+|\w*[Uu]mfrageinstitut\w*)\b"
)
COUNTED_VOTES = re.compile(r"\b(?:Endergebnis\w*|[Aa]usgezählt\w*|Auszählung)\b")
AID = re.compile(r"(?<![Mm]it )\b(?:[A-ZÄÖÜ][a-zäöü]+hilfen?|Hilfe|Hilfen|Hilfspakete?s?|Hilfsgelder\w*)\b")
CAPITALIZED = re.compile(r"\b[A-ZÄÖÜ][A-Za-zäöüß-]{3,}\b")
CROWD = re.compile(r"\b(?:\w+-)?(?:[Dd]emonstr\w+|Demo|Demos|Kundgebung|Protestzug|Protestmarsch|Großdemo)\b")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, from ``start`` to ``end`` in the article, with the places and the second event that it names."""

    start: int
    end: int
    text: str
    places: frozenset[str]
    sub: str | None


@dataclass(frozen=True, slots=True)
class Context:
    """An article seen from its claims. ``places`` are those of headline, dateline and lead."""

    passages: tuple[Passage, ...]
    places: frozenset[str]
    is_crowd: bool  # the headline or lead tells of a demonstration
    is_strike: bool  # the headline or lead tells of a strike
    is_election: bool  # the headline or lead tells of an election
    is_projected: bool  # they tell of votes that were not counted yet
    is_aid: bool  # they tell of help by money or goods
    words: frozenset[str]  # names and rare nouns, for finding articles about the same event

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds an offset, or None."""
        index = bisect_right([passage.start for passage in self.passages], offset) - 1
        return self.passages[index] if index >= 0 else None


def make_contexts(
    facts: Mapping[str, Sequence[Fact]], titles: Mapping[str, str | None], texts: Mapping[str, str] | None
) -> dict[str, Context]:
    """The context of every article by its id."""
    known = place_names(fact for group in facts.values() for fact in group)
    everything = [fact for group in facts.values() for fact in group]
    firms = company_names(everything, (texts or {}).values() if texts else (fact.text for fact in everything))
    people = person_words(everything) | firms
    return {
        article: _context(group, titles.get(article), (texts or {}).get(article), known, people)
        for article, group in facts.items()
    }


def _context(
    facts: Sequence[Fact], title: str | None, text: str | None, known: frozenset[str], people: frozenset[str]
) -> Context:
    stretches = _paragraphs(text) if text is not None else _sentences(facts)
    passages = tuple(_passage(start, words, known, people) for start, words in stretches)
    lead = passages[0].places if passages else frozenset()
    if title:
        lead = lead | find_places(title, known, people)
    dateline = find_dateline(passages[0].text, known) if passages else frozenset()
    lead = lead | frozenset(name for name in dateline if not lead or is_small(name))
    opening = f"{title or ''} {passages[0].text if passages else ''}"
    return Context(
        passages=passages,
        places=lead,
        is_crowd=bool(CROWD.search(opening)),
        is_strike=bool(STRIKE.search(opening)),
        is_election=bool(ELECTION.search(opening)),
        is_projected=bool(PROJECTED.search(opening)) and not COUNTED_VOTES.search(opening),
        is_aid=bool(AID.search(opening)),
        words=_signature(facts, title, text),
    )


def _paragraphs(text: str) -> list[tuple[int, str]]:
    front = FRONT_MATTER.match(text)
    start = front.end() if front else 0
    cuts = list(PARAGRAPH.finditer(text, start))
    starts = [start, *(match.end() for match in cuts)]
    ends = [*(match.start() for match in cuts), len(text)]
    pieces = [(begin, text[begin:end]) for begin, end in zip(starts, ends, strict=True) if text[begin:end].strip()]
    if len(pieces) > 1 and len(pieces[0][1]) < 400:
        lead_start, second = pieces[0][0], pieces[1]
        pieces[:2] = [(lead_start, text[lead_start : second[0] + len(second[1])])]
    return pieces


def _sentences(facts: Sequence[Fact]) -> list[tuple[int, str]]:
    seen: dict[int, str] = {}
    for fact in facts:
        seen.setdefault(fact.start, fact.text)
    return sorted(seen.items())


def _passage(start: int, text: str, known: frozenset[str], people: frozenset[str]) -> Passage:
    words = find_words(text)
    subs = sorted(row.value for row, _ in find_scopes(words, text) if row.scope == "sub")
    return Passage(start, start + len(text), text, find_places(text, known, people), subs[0] if subs else None)


def _signature(facts: Sequence[Fact], title: str | None, text: str | None) -> frozenset[str]:
    texts = {text} if text is not None else {fact.text for fact in facts}
    words: set[str] = set()
    for piece in texts | {title or ""}:
        words.update(_nominative(match.group()) for match in CAPITALIZED.finditer(piece))
    return frozenset(words)


@lru_cache(maxsize=200_000)
def _nominative(word: str) -> str:
    """A name without the endings that other articles may lack: Hallberger, Hallbergs → Hallberg."""
    for ending in ("er", "s"):
        if word.endswith(ending) and len(word) > 6 and not is_common_word(word):
            return word.removesuffix(ending)
    return word
