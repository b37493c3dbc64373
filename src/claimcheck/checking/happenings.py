"""What happens on the day that a claim names: classes of two lexicons, event nouns, and the stem of any other verb."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from claimcheck.checking.facts import Day, Fact
from claimcheck.checking.idle import load_idle_nouns
from claimcheck.checking.occurrences import Classes, find_classes, find_phrases, happenings_of, is_verb_form
from claimcheck.checking.roots import root_of
from claimcheck.checking.traits import is_speech
from claimcheck.checking.words import Word, find_clause, find_words, is_noun, stem_of
from claimcheck.lexicon import load_lexicon

REFLEXIVE = frozenset({"treffen"})  # an event only with "sich": the parties meet, a strike hits passengers
OF_MANY = re.compile(r"\b(?:sich|wir|man|Treffens?)\b|\b(?:zu|an)\s(?:ein\w*|der|dem)\s\w*[gG]ipfel\b")
# The noun after these says when or why, not what happens: "zwei Tage nach der Explosion", "der Protest gegen die Schließung".
ANCHOR = re.compile(
    r"\b(?:nach|seit|vor|wegen|infolge|aufgrund|trotz|angesichts|gegen|über|für|ohne|statt|des|eines|im\s(?=Gespräch\b|Prozess\b))\s?"
    r"(?:\s*[a-zäöüß]+\s){0,3}\s?$",
    re.IGNORECASE,
)
# A noun right before its day: "beim Gipfel am Dienstag", "der Antrag vom 6. Oktober"; not "bemerkt wurde der Einbruch am Montag".
BEFORE_DAY = re.compile(
    r"""
    (?P<case>\b(?:beim|bei|zum|zur|nach|vor|seit|in|im|auf)\s
      (?:(?:de[rmn]|eine[rmn]|ihre[rmn]|seine[rmn]|ihrem|seinem)\s)?(?:[a-zäöüß]+\s)?)?
    \b(?P<noun>[A-ZÄÖÜ][\wäöüß-]{3,})\s(?P<link>vom|von|am|im|zum|in\sder|für\sden)\s(?:(?:kommenden|vergangenen|späten|frühen)\s)?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
PREPOSITION = re.compile(
    r"\b(?:in|im|an|am|auf|mit|von|vom|zu|zum|zur|bei|beim|für|gegen|über|nach|aus|unter|laut|um|vor|durch)\s(?:[a-zäöüß]+\s){0,2}$",
    re.IGNORECASE,
)
STAGE = re.compile(r"\b(?:bei|beim|auf|während|anlässlich|in|im)\s(?:[a-zäöüß]+\s){0,2}$", re.IGNORECASE)
FILING = frozenset({"anmelden"})  # "meldete Insolvenz an": announcing it is the event
FILED = frozenset({"insolvency"})
OPENING = frozenset({"öffnen", "losgehen", "weitergehen", "anlaufen"})  # the subject says what begins, as with beginnen
ACTING = frozenset({"person", "group", "country"})
ENDING = frozenset({"enden", "beenden", "auslaufen", "ablaufen", "verstreichen", "ausklingen"})


@dataclass(frozen=True, slots=True)
class HappeningVerb:
    """A row of happening_verbs.tsv."""

    form: str
    role: str
    example: str


@dataclass(frozen=True, slots=True)
class Named:
    """What the clause around a day names as happening."""

    classes: frozenset[str]  # of happenings.tsv and the sure rows of occurrences.tsv
    hints: frozenset[str]  # classes of the other rows of occurrences.tsv
    roots: frozenset[str]  # stem of the verb, or of the noun that carries the day
    events: frozenset[str]  # stems of the nouns that name what happens
    shown: str | None  # the word for a reader
    is_carried: bool  # the verb only says that it happens, or the day stands beside the noun
    is_open: bool  # it only says that something happens or ends, and names no event at all
    is_end: bool  # what ends on the day


NOTHING = Named(frozenset(), frozenset(), frozenset(), frozenset(), None, is_carried=False, is_open=False, is_end=False)


@cache
def load_happening_verbs() -> dict[str, HappeningVerb]:
    """Rows of happening_verbs.tsv by infinitive, ß written ss."""
    return {row.form.replace("ß", "ss"): row for row in load_lexicon(files(__package__) / "happening_verbs.tsv", HappeningVerb)}


def find_happenings(fact: Fact, day: Day) -> Named:
    """What a claim says happens on its day; nothing where the clause tells of the change of an event."""
    at = day.start - fact.start
    left, right = day_clause(fact.text, at, day)
    clause = fact.text[left : max(at, left)] + " " * len(day.text) + fact.text[at + len(day.text) : right]
    noun = find_dated_noun(clause[: max(at - left, 0)])
    if noun is not None:
        return _of_noun(noun)
    words = [word for word in find_words(clause) if stem_of(word.text) not in _reflexive(clause)]
    inside = left <= fact.predicate_start - fact.start < right
    verb = fact.lemma.split(" ")[-1] if inside else ""
    role = _role(fact.lemma) if inside else "none"
    is_end = verb in ENDING
    if role == "other" and not is_end and not (verb in FILING and FILED & happenings_of(words)):
        return NOTHING if happenings_of(words) else _open()
    free = [word for word in words if not _is_anchor(clause, word)]
    named = _of_clause(free, clause, verb, role, is_end=is_end)
    if named.is_carried and not (fact.actor is not None and fact.actor.kind in ACTING):
        return named
    return replace(named, events=named.events - _doers(fact))


def _doers(fact: Fact) -> frozenset[str]:
    """Stems of the name of who acts: a council that decides is no event, though it meets."""
    return frozenset(stem_of(word) for word in fact.actor.name.split()) if fact.actor is not None else frozenset()


def find_stage(fact: Fact, day: Day) -> Named:
    """The event at which something was said: "teilte er am Montag bei der Vorlage der Bilanz mit"."""
    at = day.start - fact.start
    left, right = day_clause(fact.text, at, day)
    clause = fact.text[left:right]
    nouns = [word.text for word in find_words(clause) if word.text[0].isupper() and STAGE.search(clause, 0, word.start)]
    return next((_of_noun(noun) for noun in nouns if any(find_classes(noun).values())), NOTHING)


def day_clause(text: str, at: int, day: Day) -> tuple[int, int]:
    """The clause around the day that begins at ``at``; the comma after "Freitag, 27. Juni," ends no clause."""
    end = at + len(day.text)
    return find_clause(text, at, end + 1 if "," in day.text and text[end : end + 1] == "," else end)


def find_dated_noun(before: str) -> str | None:
    """The noun that the day belongs to, from the words of the clause before the day.

    >>> find_dated_noun("Beim Wirtschaftsgipfel am "), find_dated_noun("In der Filiale am ")
    ('Wirtschaftsgipfel', None)
    """
    match = BEFORE_DAY.search(before)
    if match is None or not match["noun"][0].isupper() or stem_of(match["noun"]) in load_idle_nouns():
        return None
    noun, case = match["noun"], (match["case"] or "").lower()
    if find_classes(noun):
        return noun if case or match["link"] in ("vom", "von") else None
    return noun if case.startswith(("bei", "zu", "seit")) and is_noun(noun) else None


def _open() -> Named:
    return Named(frozenset(), frozenset(), frozenset(), frozenset(), None, is_carried=False, is_open=True, is_end=False)


def _of_noun(noun: str) -> Named:
    classes = find_classes(noun)
    root = root_of(noun)
    return Named(
        classes=frozenset(name for name, sure in classes.items() if sure),
        hints=frozenset(name for name, sure in classes.items() if not sure),
        roots=frozenset({root} if root is not None else ()),
        events=frozenset({stem_of(noun)}),
        shown=noun,
        is_carried=True,
        is_open=False,
        is_end=False,
    )


def _of_clause(free: list[Word], clause: str, verb: str, role: str | None, *, is_end: bool) -> Named:
    carries = role in ("carrier", "being") or is_end
    carried = _carried(free, clause, any_noun=role == "carrier" or is_end) if carries else None
    found = _merge([*(find_classes(word.text) for word in free), find_phrases(clause)])
    if verb and not (carried is not None and carries):
        found = _merge([found, _of_verb(verb, clause)])
    shown = carried or (verb if role is None and verb.islower() else None)
    root = root_of(shown) if shown else None
    nouns = [word.text for word in free if word.text[0].isupper() and not is_verb_form(word.text)]
    events = {stem_of(noun) for noun in nouns if find_classes(noun)}
    return Named(
        classes=frozenset(name for name, sure in found.items() if sure),
        hints=frozenset(name for name, sure in found.items() if not sure),
        roots=frozenset({root} if root is not None else ()),
        events=frozenset(events | ({stem_of(carried)} if carried else set())),
        shown=shown,
        is_carried=role == "carrier" or is_end,
        is_open=role == "carrier" and not any(found.values()),
        is_end=is_end,
    )


def _merge(tables: Iterable[Classes]) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for table in tables:
        for name, sure in table.items():
            found[name] = found.get(name, False) or sure
    return found


def _role(lemma: str) -> str | None:
    """What the table says of a verb; a verb with a noun or an adverb ("bekannt geben") is no carrier, "Ziel sein" is."""
    first, _, verb = lemma.rpartition(" ")
    row = load_happening_verbs().get(verb.replace("ß", "ss"))
    if verb in OPENING and not first:
        return "carrier"
    if row is None:
        return "none" if is_speech(verb) else None
    return "none" if first and verb != "sein" else row.role


def _of_verb(verb: str, clause: str) -> Classes:
    return find_classes(verb) if verb.islower() and stem_of(verb) not in _reflexive(clause) else {}


def _reflexive(clause: str) -> set[str]:
    """Stems of verbs that are no event in this clause."""
    return set() if OF_MANY.search(clause) else {stem_of(verb) for verb in REFLEXIVE}


def _is_anchor(clause: str, word: Word) -> bool:
    """True for a noun after nach, wegen, gegen, des …: it is not what happens on the day."""
    return word.text[0].isupper() and ANCHOR.search(clause, 0, word.start) is not None


def _carried(words: Iterable[Word], clause: str, *, any_noun: bool) -> str | None:
    """The noun of which stattfinden, beginnen, fortsetzen tell: the first that stands after no preposition.

    ``any_noun``: any noun will do, not only one that names an event.
    """
    free = [word for word in words if word.text[0].isupper() and not PREPOSITION.search(clause, 0, word.start)]
    nouns = [word.text for word in free if stem_of(word.text) not in load_idle_nouns()]
    known = next((noun for noun in nouns if noun.endswith(("ung", "ungen")) or find_classes(noun)), None)
    if known is not None or not any_noun:
        return known
    return next((noun for noun in nouns if is_noun(noun)), None)
