"""What a figure counts or measures, and what happens to that: thing and event, from the counted noun and the clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.checking.facts import Fact, Figure
from claimcheck.checking.traits import find_family, has_trait, load_generic_verbs
from claimcheck.checking.words import Concept, Word, find_concept, find_phrases, stem_of
from claimcheck.extraction.actors.lexicons import countries
from claimcheck.extraction.events.items import item_class

VAGUE_EVENTS = frozenset({"statement", "change", "announcement", "status", "measurement", "demand", "presence", "warning"})
SUFFERED = frozenset(
    {"death", "injury", "missing", "infection", "illness", "strike", "cut", "hiring", "employment", "having", "arrest"}
)
CREWS = frozenset({"police", "firefighter", "rescuer", "helper"})  # people who are counted because they are at work
PEOPLE = frozenset(
    {"person", "child", "youth", "woman", "resident", "patient", "soldier", "soldier_or_person", "police", "firefighter",
     "rescuer", "helper", "worker"}
)  # fmt: skip
DIMENSION = {"count": "count", "money": "money", "percent": "share", "share": "share", "measure": "measure", "age": "age"}
NUMERAL = r"(?:\d|\b(?:eine[rs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|Dutzend|Hälfte|Viertel|Drittel))"
TOTAL_BEFORE = re.compile(
    rf"""
    \b(?:[Vv]on\ den|[Uu]nter\ den|[Ff]ür\ die|[Mm]it\ den|[Bb]ei\ den|[Aa]ller)\s+(?:[a-zäöü]\w*\s+)?$
  | {NUMERAL}\s+(?:der|von)\s+$
    """,
    re.VERBOSE,
)


def find_counted(fact: Fact, figure: Figure, words: Sequence[Word], clause: str, at: int) -> tuple[str | None, str | None]:
    """Thing and event of a figure at offset ``at`` of its clause; None where the words do not tell.

    A thing or event that no lexicon holds is "=" and its stem.
    """
    if figure.kind in ("money", "percent", "share", "measure"):
        return _measured(fact, figure, words, clause, at)
    if figure.kind == "age":
        return "age", _role(fact, figure)
    is_total = figure.kind == "count" and bool(TOTAL_BEFORE.search(clause[: max(at, 0)]))
    noun = _counted_noun(figure, clause, at)
    item = _find_item(noun) if noun else None
    thing, event = _item_thing(figure, noun, item), item.event if item else None
    if item is not None and not is_counted(item):
        thing, event = f"={stem_of(item_class(noun or ''))}", None
    if is_total and event is None:
        return thing, "having"
    if is_total or has_trait(event, "lasts"):
        return thing, event
    clause_event = _clause_event(fact, words, clause, at)
    if clause_event is not None and (event is None or has_trait(clause_event, "overrides")):
        event = clause_event
    if thing in CREWS and event not in SUFFERED:
        event = "deployment"
    return thing, event


def is_counted(concept: Concept) -> bool:
    """False for nouns of money, shares and measures, which one does not count: 900 Stimmen are no share of the vote."""
    return concept.thing not in ("money", "share", "measure")


def _find_item(noun: str) -> Concept | None:
    return find_concept(noun, "item") or find_concept(item_class(noun), "item")


def _role(fact: Fact, figure: Figure) -> str | None:
    """Whose age it is: the counted noun, else the last word of the name of the actor."""
    name = figure.item if figure.item not in (None, "Jahr") else fact.actor.name.split()[-1] if fact.actor else None
    return f"={stem_of(name)}" if name else None


def _counted_noun(figure: Figure, clause: str, at: int) -> str | None:
    """The counted noun; of "40 Mittelauer Filialen" the noun, not the adjective before it."""
    noun = figure.item
    if noun is None:
        return "Mensch" if figure.bound == "vague" else None
    if noun.isupper():
        noun = noun.capitalize()
    if find_concept(noun, "item") is None and noun.endswith("er"):
        after = re.match(rf"\s+{re.escape(noun)}\s+(?P<noun>[A-ZÄÖÜ][a-zäöüß]+)", clause[at + len(figure.text) :])
        return after["noun"] if after is not None else noun
    return noun


def _item_thing(figure: Figure, noun: str | None, item: Concept | None) -> str | None:
    if item is not None and item.thing is not None:
        return item.thing
    if noun is None:
        return None
    if find_people(noun):
        return "person"
    return f"={stem_of(item_class(noun))}"


@cache
def find_people(noun: str) -> bool:
    """True for the people of a country: Nordkoreaner."""
    return any(noun in row.people.replace(";", " ").replace(",", " ").split() for row in countries())


def _clause_event(fact: Fact, words: Sequence[Word], clause: str, at: int) -> str | None:
    """What happens to the counted thing: the predicate of the claim, else the nearest event word after the figure."""
    if fact.lemma == "überleben" and fact.polarity == "negative":
        return "death"
    own = find_concept(fact.lemma.split(" ")[-1], "verb") or find_concept(fact.lemma, "item")
    if own is not None and own.event is not None and _tells_of_counted(own):
        wider = find_family(own.event)
        if wider != own.event and any(phrase.event == wider for phrase, _ in find_phrases(clause)):
            return wider
        return own.event if own.event != "having" else _event_noun(words) or own.event
    phrases = [phrase.event for phrase, _ in find_phrases(clause)]
    if phrases:
        return phrases[0]
    rows = [(word.start < at, abs(word.start - at), event) for word in words if (event := _event_of(word))]
    if rows:
        return min(rows)[2]
    verb = fact.lemma.split(" ")[-1]
    if fact.lemma.startswith("betroffen"):
        return "affected"
    if fact.event is not None and fact.event not in VAGUE_EVENTS:
        return f"={fact.event}"
    return None if verb in load_generic_verbs() and verb != "stehen" else f"={stem_of(verb)}"  # "350 Wohnungen stehen leer"


def _tells_of_counted(row: Concept) -> bool:
    """False for what is said of things or of money only."""
    return not has_trait(row.event, "size") and not (row.slot == "verb" and row.thing is not None)


def _event_noun(words: Sequence[Word]) -> str | None:
    """ "Der Rückruf umfasst 20.000 Packungen": the noun tells what happens, the verb does not."""
    rows = [find_concept(word.text, "verb") for word in words if word.text[0].isupper()]
    return next((row.event for row in rows if row is not None and row.form[0].isupper()), None)


def _event_of(word: Word) -> str | None:
    verb = find_concept(word.text, "verb")
    if verb is not None and (word.start == 0 or verb.form[0].isupper() == word.text[0].isupper()):
        return verb.event if _tells_of_counted(verb) else None
    noun = find_concept(word.text, "item") if word.text[0].isupper() else None
    return noun.event if noun is not None and has_trait(noun.event, "lasts") else None


def _measured(fact: Fact, figure: Figure, words: Sequence[Word], clause: str, at: int) -> tuple[str | None, str | None]:
    """Thing and event of money, shares and measures: the nearest noun or verb that names what is measured."""
    kind = DIMENSION[figure.kind]
    stuff = _stuff(figure) or kind
    rows = []
    for word in words:
        for slot in ("item", "verb") if word.text[0].isupper() else ("verb",):
            row = find_concept(word.text, slot)
            if row is not None and row.event is not None and _is_measure_of(kind, row):
                rows.append((abs(word.start - at), row.event))
    rows += [(abs(start - at), phrase.event) for phrase, start in find_phrases(clause)]
    if figure.item and (named := find_concept(figure.item, "item")) and named.event:
        return stuff, named.event
    if rows:
        return stuff, min(rows)[1]
    own = find_concept(fact.lemma, "verb")
    if own is not None and own.event is not None:
        return stuff, own.event
    if figure.item is not None:
        return stuff, f"={stem_of(figure.item)}"
    return stuff, None


def _stuff(figure: Figure) -> str | None:
    """What a measure is a measure of: 300 Kilogramm Kokain; None where it tells a size."""
    if figure.kind != "measure" or figure.item is None or find_concept(figure.item, "item") is not None:
        return None
    return f"={stem_of(figure.item)}"


def is_person(thing: str | None) -> bool:
    """True for the classes of things in concepts.tsv that are people.

    >>> is_person("soldier"), is_person("branch")
    (True, False)
    """
    return thing in PEOPLE


def _is_measure_of(kind: str, row: Concept) -> bool:
    """True where a row can name what a figure of this kind measures: money has no height, a length no owner."""
    if row.slot == "verb" and row.thing is not None:
        return row.thing == kind
    if row.slot == "verb" and kind in ("money", "share") and row.form in load_generic_verbs():
        return False
    if row.slot == "verb":
        return kind == "measure" or row.event == "cost" or not has_trait(row.event, "size")
    return row.thing == kind or (kind == "share" and row.thing in ("money", "person"))
