"""Do two dated claims tell of one event? Evidence that adds up, each part with its reason.

What happens must agree first: the same noun for it, the same class of happening, the same verb, or both open their articles.
Nouns, figures and names in common add to it; other bodies, other places, "erneut" and a long way between the days take away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimcheck.checking.dated import Dated
from claimcheck.checking.facts import Fact, day_number
from claimcheck.checking.words import is_common_word, stem_of

SAME_EVENT = 1.6  # evidence from which two claims with one day are one report
OTHER_DAY = 2.0  # the same for claims with two days: a wrong conflict costs more than a missed one
NEXT_DAY = 1.9  # the same for two days to come close to each other
NO_HAPPENING = 0.5  # below this nothing tells that the same thing happens

BOTH_DATED = 0.4  # the day belongs to the noun in both: "beim Gipfel am Montag", "der Gipfel beginnt am Dienstag"
BOTH_SURE, ONE_SURE, HINTS = 1.3, 1.0, 0.4  # a class of happening in common
SAME_VERB = 1.2
SAME_NOUN, RARE_NOUN, RELATED_NOUN = 0.7, 0.9, 0.75  # of what happens; more where the noun is rare, less for a part of a compound
SECOND = 0.4  # a second sign of the same happening
BOTH_LEADS = 0.7
BOTH_MAIN = 0.5  # both name the class of events that the articles are about
SAME_COUNT, TELLING_COUNT = 1.0, 13  # the claims count the same; small counts are often chance
ONLY_ONCE = 0.4
NOTHING_ELSE = 0.6  # a claim that names nothing beside the happening means what its article is about
MOST_OF_NOUNS = 1.6
IN_SENTENCE = 0.6  # a noun of the sentence against one of the clause
PLACE_NOUN = 0.3
SAME_FIGURE = 0.9
SAME_ACTOR = 0.3
OTHER_THINGS, OTHER_PERSON = -1.6, -1.2
OTHER_BODY, OTHER_PLACE, ANOTHER, NO_NOUN, END = -1.6, -1.6, -1.6, -0.7, -1.6

SHORTEST_PART = 5
AGAIN = re.compile(
    r"\b(?:erneut|abermals|wiederum|nochmals|weitere[nrms]?|(?:zwei|drit|vier)te[nrms]?|nächste[nrms]?(?!\s(?:Jahr|Woche|Monat|Tag|Sommer|Winter|Herbst|Frühjahr|Mal))|zweites|drittes)\b",
    re.IGNORECASE,
)
# What happens once to the thing that the articles are about.
ONCE = frozenset(
    {
        *("verdict", "completion", "groundbreaking", "inauguration", "insolvency", "election", "quake", "takeover", "ticketing"),
        *("crash", "robbery", "collapse", "explosion", "birth", "death", "founding", "discovery", "validity", "increase"),
        *("launch", "ruling", "trial"),
    }
)
# What strikes a place: reports that open with it tell of one, whatever they name beside it.
STRIKING = ONCE | {"riot", "fire", "outbreak", "flood", "storm", "attack"}
PEOPLE = re.compile(
    r"\b(?P<root>Mann|Männer|Frau|Kind|Junge|Mädchen|Jugendlich|Rentner|Senior|Schüler)(?:e[nrms]?|n|s|en|ern|in|innen)?\b"
)
OF_BODIES = frozenset({"session", "presentation", "negotiation", "ruling", "arrest", "closing", "increase"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much speaks for one event, and what."""

    score: float
    reasons: tuple[str, ...]


NONE = Evidence(0.0, ())


def weigh(a: Dated, b: Dated, weights: Mapping[str, float]) -> Evidence:
    """What speaks for and against two claims telling of one event, whatever their days. ``weights``: what a noun tells."""
    signs = list(_happening(a, b, weights))
    if not signs or max(value for value, _ in signs) < NO_HAPPENING:
        return NONE
    best = max(signs)
    found = [best, *((SECOND, reason) for _, reason in sorted(signs, reverse=True)[1:2] if best[0] >= 1)]
    found += _circumstances(a, b, weights, is_same_noun=best[1].startswith("event"))
    return Evidence(round(sum(value for value, _ in found), 3), tuple(f"{reason} {value:+.2f}" for value, reason in found))


def _happening(a: Dated, b: Dated, weights: Mapping[str, float]) -> Iterable[tuple[float, str]]:
    one, other = a.named, b.named
    sure = one.classes & other.classes
    if sure:
        yield BOTH_SURE, f"both tell of {min(sure)}"
    half = (one.classes & other.hints) | (one.hints & other.classes)
    if half - sure:
        yield ONE_SURE, f"both may tell of {min(half - sure)}"
    elif one.hints & other.hints:
        yield HINTS, f"both may tell of {min(one.hints & other.hints)}"
    if one.roots & other.roots:
        yield SAME_VERB, f"verb {min(one.roots & other.roots)}"
    noun = _event_noun(a, b, weights)
    if noun is not None:
        yield noun
    if _count(a) is not None and _count(a) == _count(b):
        yield SAME_COUNT, "the same figure"
    if a.is_lead and b.is_lead:
        yield BOTH_LEADS, "both open their articles"


def _count(claim: Dated) -> tuple[str, float] | None:
    figure = claim.fact.figure
    if figure is None or figure.value is None or figure.kind not in ("count", "money", "percent", "measure"):
        return None
    telling = figure.value >= TELLING_COUNT or figure.kind == "percent"
    return (figure.kind, float(figure.value)) if telling else None


def _event_noun(a: Dated, b: Dated, weights: Mapping[str, float]) -> tuple[float, str] | None:
    """The best noun for what happens in one claim that the other names as well."""
    best: tuple[float, str] | None = None
    for one, other in ((a, b), (b, a)):
        for event in one.named.events:
            for noun in other.named.events | other.nouns:
                fit = fit_of(event, noun)
                if fit:
                    value = fit * (SAME_NOUN + RARE_NOUN * min(weights.get(event, 1.0), weights.get(noun, 1.0)))
                    best = max(best or (0.0, ""), (value, f"event {event}/{noun}"))
    return best


def fit_of(a: str, b: str) -> float:
    """1.0 for the same stem, RELATED_NOUN where one is the beginning or the end of the other, else 0.0.

    >>> fit_of("gipfel", "wirtschaftsgipfel"), fit_of("gipfel", "gipfel"), fit_of("gipfel", "wirtschaft")
    (0.75, 1.0, 0.0)
    """
    if a == b:
        return 1.0
    short, long = sorted((a, b), key=len)
    if len(short) >= SHORTEST_PART and (long.endswith(short) or long.startswith(short)):
        return RELATED_NOUN
    return 0.0


def _circumstances(a: Dated, b: Dated, weights: Mapping[str, float], *, is_same_noun: bool) -> list[tuple[float, str]]:
    nouns = _nouns_in_common(a, b, weights)
    found = [nouns] if nouns[0] > 0 or not is_same_noun else []
    figures = a.figures & b.figures
    if is_same_noun and a.named.is_carried and b.named.is_carried:
        found.append((BOTH_DATED, "day of the noun"))
    if a.is_main and b.is_main:
        found.append((BOTH_MAIN, "what the articles are about"))
    if happens_once(a, b):
        found.append((ONLY_ONCE, "happens once"))
    if not a.wide - a.named.events or not b.wide - b.named.events:
        found.append((NOTHING_ELSE, "names nothing else"))
    if not is_same_noun and not may_happen_once(a, b):
        found += [(value, reason) for value, reason, holds in _other_parties(a, b) if holds]
    if figures:
        found.append((SAME_FIGURE, f"figure {min(figures)[1]:g}"))
    if a.fact.actor is not None and b.fact.actor is not None and a.fact.actor.id == b.fact.actor.id:
        found.append((SAME_ACTOR, "actor"))
    found += [(value, reason) for value, reason, holds in _against(a, b) if holds]
    return [(value, reason) for value, reason in found if value]


def _nouns_in_common(a: Dated, b: Dated, weights: Mapping[str, float]) -> tuple[float, str]:
    events = _matched_events(a, b)
    places = {stem_of(place) for place in a.place | b.place}
    total, shared = 0.0, []
    for noun in sorted(a.wide - events):
        fits = [(fit_of(noun, other), other) for other in b.wide - events]
        fit, other = max(fits, default=(0.0, ""))
        if fit:
            near = 1.0 if _is_near(noun, a) and _is_near(other, b) else IN_SENTENCE
            weight = PLACE_NOUN if noun in places or other in places else 1.0
            total += fit * near * weight * min(weights.get(noun, 1.0), weights.get(other, 1.0))
            shared.append(noun)
    once = happens_once(a, b) or (a.is_lead and b.is_lead and a.named.classes & b.named.classes & STRIKING)
    if not shared and not once and len(a.nouns - a.named.events) > 0 and len(b.nouns - b.named.events) > 0:
        return (NO_NOUN, "no noun in common")
    return (min(total, MOST_OF_NOUNS), f"nouns {', '.join(shared)}")


def _is_near(noun: str, claim: Dated) -> bool:
    """True in the clause of the day; where that names nothing ("geliefert worden sei er"), the sentence tells what it means."""
    return noun in claim.nouns or not claim.nouns - claim.named.events


def _matched_events(a: Dated, b: Dated) -> frozenset[str]:
    """Nouns for what happens that both claims name: they count as that, not as nouns in common."""
    pairs = ((x, y) for one, other in ((a, b), (b, a)) for x in one.named.events for y in other.named.events | other.nouns)
    return frozenset(noun for pair in pairs if fit_of(*pair) for noun in pair)


def _against(a: Dated, b: Dated) -> Iterable[tuple[float, str, bool]]:
    classes = a.named.classes | b.named.classes | a.named.hints | b.named.hints
    yield OTHER_BODY, "two bodies", bool(classes & OF_BODIES or not classes) and are_two_bodies(a, b)
    yield OTHER_PLACE, "two places", bool(a.place and b.place and not a.place & b.place)
    again = (AGAIN.search(a.fact.text), AGAIN.search(b.fact.text))
    coming = is_ahead(a.fact) and is_ahead(b.fact) and all(match is None or match.group().lower()[:3] == "näc" for match in again)
    yield ANOTHER, "another one", bool(again[0]) != bool(again[1]) and not coming
    yield END, "the end of it", a.named.is_end != b.named.is_end and "deadline" not in classes


def _other_parties(a: Dated, b: Dated) -> Iterable[tuple[float, str, bool]]:
    """What often happens is told apart by whom and what it is done to: the hospital and the school that a minister visits."""
    one, other = a.fact.actor, b.fact.actor
    names = [stem_of(party.name.split()[-1]) for party in (one, other) if party is not None]
    common = [is_common_word(party.name.split()[-1]) for party in (one, other) if party is not None]
    others = len(names) == 2 and not fit_of(*names) and names[0] not in b.wide and names[1] not in a.wide
    alike = one is not None and other is not None and one.kind == other.kind
    yield OTHER_PERSON, "others", (others and alike and all(common)) or _are_other_people(a.fact.text, b.fact.text)
    places = {stem_of(place) for place in a.place | b.place}
    left, right = (_left_over(x, y) - places - set(names) for x, y in ((a, b), (b, a)))
    yield OTHER_THINGS, "other things", bool(left and right) and len(names) == 2 and not others


def _are_other_people(a: str, b: str) -> bool:
    """ "Ein Mann" and "eine Frau" are two."""
    one, other = (frozenset(match["root"].lower() for match in PEOPLE.finditer(text)) for text in (a, b))
    return bool(one and other) and not one & other


def _left_over(a: Dated, b: Dated) -> frozenset[str]:
    return frozenset(noun for noun in a.nouns - a.named.events if not any(fit_of(noun, other) for other in b.wide))


def are_two_bodies(a: Dated, b: Dated) -> bool:
    """True where each claim tells of another body, and neither names that of the other."""
    one, other = a.fact.actor, b.fact.actor
    if one is None or other is None or not all(is_common_word(party.name.split()[0]) for party in (one, other)):
        return False
    if one.kind != "organization" or other.kind != "organization":
        return False
    first, second = stem_of(one.name.split()[0]), stem_of(other.name.split()[0])
    return not fit_of(first, second) and first not in b.wide and second not in a.wide


def happens_once(a: Dated, b: Dated) -> bool:
    """True where both name a class of events that the thing they tell of has only once: its verdict, its opening."""
    return bool(a.named.classes & b.named.classes & ONCE)


def may_happen_once(a: Dated, b: Dated) -> bool:
    """As happens_once, where one of the two only hints at the class."""
    one, other = a.named, b.named
    return bool(((one.classes & (other.classes | other.hints)) | (one.hints & other.classes)) & ONCE)


def is_ahead(fact: Fact) -> bool:
    """True where the day of a claim lies after its report."""
    today = day_number(fact.published)
    return today is not None and fact.day is not None and fact.day.first is not None and fact.day.first > today
