"""Who did it, and who said it: one act or one demand for which reports name different people or bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimcheck.checking.compare.actor import compare_parties
from claimcheck.checking.compare.comparison import Comparison
from claimcheck.checking.compare.source import are_same_words, compare_speakers
from claimcheck.checking.dated import content_nouns
from claimcheck.checking.events import Event
from claimcheck.checking.facts import Fact, Party
from claimcheck.checking.findings import Answer, Judged, fact_order, make_finding, make_topic
from claimcheck.checking.origins import Sources
from claimcheck.checking.places import place_names
from claimcheck.checking.words import find_clause, find_scopes, find_words, stem_of
from claimcheck.lexicon import load_lexicon
from claimcheck.models import Aspect, Finding
from claimcheck.settings import CheckSettings

MOST_ACTS = 400  # acts of one event that are compared
CALL = 60  # characters between "allein" and the one it is said of
SOLE = re.compile(r"\b(?:einzig(?:e[rsnm]?)?|allein|nur|ausschließlich|als\s+erste[rsnm]?)\b", re.IGNORECASE)
QUOTED = re.compile(r"[„“»«\"](?P<words>[^„“”»«\"]{12,})[“”»«\"]")


@dataclass(frozen=True, slots=True)
class ActVerb:
    """A row of acts.tsv."""

    form: str
    act: str
    single: bool
    example: str


@dataclass(frozen=True, slots=True)
class Act:
    """One claim as the deed of somebody: its class, what it is done to, and whether nobody else did it."""

    fact: Fact
    party: Party
    name: str
    nouns: frozenset[str]
    sub: str | None  # "counter": the other demonstration
    is_listed: bool
    is_sole: bool
    is_single: bool


@cache
def load_acts() -> dict[str, ActVerb]:
    """Rows of acts.tsv by infinitive."""
    return {row.form: row for row in load_lexicon(files(__package__) / "acts.tsv", ActVerb)}


def find_doer_findings(event: Event, sources: Sources, settings: CheckSettings) -> list[Finding]:
    """Conflicts about who did one thing ("actor") and who demanded or said it ("source")."""
    if len(event.articles) < 2:
        return []
    facts = [fact for fact in event.all_facts if fact.polarity == "positive" and fact.modality not in ("possible", "conditional")]
    places = frozenset(stem_of(name) for name in place_names(facts))
    acts = [act for fact in facts if (act := _act(fact, places)) is not None][:MOST_ACTS]
    said = [act for fact in facts if (act := _demand(fact, places)) is not None][:MOST_ACTS]
    quoted = [fact for fact in facts if fact.voice is not None and fact.voice.mode == "direct"][:MOST_ACTS]
    return [
        *_findings("actor", list(_disputed(acts, sources)), sources, settings),
        *_findings("source", [*_disputed_speakers(said, acts, sources), *_misquoted(quoted, sources)], sources, settings),
    ]


def _act(fact: Fact, places: frozenset[str]) -> Act | None:
    if fact.actor is None or fact.figure is not None:
        return None
    row = load_acts().get(fact.lemma)
    at = fact.predicate_start - fact.start
    left, right = find_clause(fact.text, at, at + max(1, fact.predicate_end - fact.predicate_start))
    text = fact.text if _is_relative(fact.text[left:right]) else fact.text[left:right]
    return Act(
        fact=fact,
        party=fact.actor,
        name=row.act if row is not None else f"={stem_of(fact.lemma)}",
        nouns=content_nouns(text, fact.day) - _name_stems(fact.actor) - places,
        sub=_sub(fact.text),
        is_listed=row is not None,
        is_sole=_is_sole(fact.text, fact.actor.name),
        is_single=row is not None and row.single,
    )


def _demand(fact: Fact, places: frozenset[str]) -> Act | None:
    voice = fact.voice
    party = (voice.speaker or voice.body) if voice is not None else None
    if voice is None or party is None or not voice.is_demand or fact.figure is not None or fact.day is not None:
        return None
    sole = _is_sole(fact.text, party.name)
    nouns = content_nouns(fact.text, fact.day) - _name_stems(party) - places
    return Act(fact, party, f"={stem_of(fact.lemma)}", nouns, _sub(fact.text), False, sole, False)


def _is_relative(clause: str) -> bool:
    return re.match(r"\W*(?:zu|an|bei|mit|für)?\s*(?:der|die|das|dem|den|denen|deren|welche[rnms]?)\s", clause) is not None


def _is_sole(text: str, name: str) -> bool:
    """ "allein der Betriebsrat", "als einziges Mitglied hatte die Landrätin …"."""
    at = text.find(name.split()[-1])
    return at >= 0 and any(0 <= at - match.end() <= CALL for match in SOLE.finditer(text))


def _sub(text: str) -> str | None:
    return next((row.value for row, _ in find_scopes(find_words(text), text) if row.scope == "sub"), None)


def _name_stems(party: Party) -> frozenset[str]:
    return frozenset(stem_of(word) for word in party.name.split())


def _disputed(acts: Sequence[Act], sources: Sources) -> Iterator[tuple[Fact, Fact, Comparison]]:
    for index, one in enumerate(acts):
        for other in acts[:index]:
            if one.name != other.name or one.fact.article == other.fact.article or not _is_exclusive(one, other):
                continue
            if _is_one_act(one, other):
                yield other.fact, one.fact, compare_parties(other.party, one.party, sources.bodies)


def _is_exclusive(a: Act, b: Act) -> bool:
    return (a.is_single and b.is_single) or a.is_sole or b.is_sole


def _is_one_act(a: Act, b: Act) -> bool:
    """The same thing is done: the nouns of the shorter clause stand in the other, or both tell of the counter-event."""
    if a.sub != b.sub:
        return False
    if a.sub is not None and a.is_listed:
        return True
    shared, least = a.nouns & b.nouns, min(len(a.nouns), len(b.nouns))
    return len(shared) >= 2 or (len(shared) == 1 == least)


def _disputed_speakers(said: Sequence[Act], acts: Sequence[Act], sources: Sources) -> Iterator[tuple[Fact, Fact, Comparison]]:
    """Two speakers of one demand; a sentence in which "als Einzige" points to somebody else is compared as well."""
    for index, one in enumerate(said):
        for other in (*said[:index], *(act for act in acts if act.is_sole and one.is_sole)):
            if one.fact.article == other.fact.article or not (one.is_sole or other.is_sole) or len(one.nouns & other.nouns) < 2:
                continue
            if one.fact.voice is None:
                continue
            if other.fact.voice is None:
                yield other.fact, one.fact, compare_parties(other.party, one.party, sources.bodies)
            else:
                yield other.fact, one.fact, compare_speakers(other.fact.voice, one.fact.voice, sources.bodies)


def _misquoted(quoted: Sequence[Fact], sources: Sources) -> Iterator[tuple[Fact, Fact, Comparison]]:
    """The same words in quotation marks, said by two people."""
    words = [(fact, match["words"]) for fact in quoted for match in QUOTED.finditer(fact.text)]
    for index, (one, text) in enumerate(words):
        for other, said in words[:index]:
            if one.article != other.article and one.voice is not None and other.voice is not None and are_same_words(text, said):
                yield other, one, compare_speakers(other.voice, one.voice, sources.bodies)


def _findings(
    aspect: Aspect, pairs: Sequence[tuple[Fact, Fact, Comparison]], sources: Sources, settings: CheckSettings
) -> list[Finding]:
    """One finding for each disputed act: pairs with a claim in common are one."""
    groups: list[dict[str, Fact]] = []
    for a, b, comparison in pairs:
        if comparison.verdict != "different":
            continue
        home = next((group for group in groups if a.id in group or b.id in group), None)
        if home is None:
            groups.append({a.id: a, b.id: b})
        else:
            home.update({a.id: a, b.id: b})
    return [_finding(aspect, sorted(group.values(), key=fact_order), sources, settings) for group in groups]


def _finding(aspect: Aspect, facts: Sequence[Fact], sources: Sources, settings: CheckSettings) -> Finding:
    named: dict[str, list[Fact]] = {}
    for fact in facts:
        party = _party(aspect, fact)
        if party is not None:
            named.setdefault(party.name, []).append(fact)
    answers = [Answer(name, tuple(group)) for name, group in named.items()]
    shown: Mapping[str, str | None] = {"item": None, "actor": None}
    topic = make_topic(f"{aspect}|{facts[0].lemma}", facts, facts[0].event or facts[0].lemma, None, None).model_copy(update=shown)
    confidence = 0.6 * min(fact.confidence for fact in facts)
    return make_finding(Judged(aspect, "conflict", "conflict", None, confidence), answers, topic, sources, settings)


def _party(aspect: Aspect, fact: Fact) -> Party | None:
    if aspect == "actor" or fact.voice is None:
        return fact.actor
    return fact.voice.speaker or fact.voice.body
