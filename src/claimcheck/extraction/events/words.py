"""The lexicons of events as look-ups: classes of verbs and nouns, light verbs, words of modality and polarity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from claimcheck.lexicon import load_lexicon
from claimcheck.models import Modality

SHORTEST_SUFFIX = 4  # a compound is looked up by its end; shorter ends ("Rat" in "Vorrat") hit by chance


@dataclass(frozen=True, slots=True)
class EventRow:
    """One row of events.tsv."""

    form: str
    kind: str
    event: str
    example: str


@dataclass(frozen=True, slots=True)
class LightVerbRow:
    """One row of light_verbs.tsv."""

    phrase: str
    verb: str
    event: str
    example: str


@dataclass(frozen=True, slots=True)
class ModalityRow:
    """One row of modality.tsv."""

    form: str
    place: str
    modality: str
    example: str


@dataclass(frozen=True, slots=True)
class PolarityRow:
    """One row of polarity.tsv."""

    form: str
    kind: str
    example: str


def event_of_verb(lemma: str) -> str | None:
    """The class of an infinitive (without "sich"), or None."""
    row = _events("verb").get(lemma)
    return row.event if row else None


def event_of_noun(lemma: str) -> str | None:
    """The class of a noun or of the noun that it ends in, the longest row first; None for other nouns.

    >>> event_of_noun("Bombenanschlag")
    'attack'
    """
    row = noun_row(lemma)
    return (row.event or None) if row else None


def is_action(lemma: str) -> bool:
    """True for a nominalized verb that states what happened to its figures ("Entsendung", "Truppenabzug")."""
    row = noun_row(lemma)
    return row is not None and row.kind == "action"


def is_group(lemma: str) -> bool:
    """True for people and things that are counted ("Teilnehmer", "Besatzungsmitglied")."""
    row = noun_row(lemma)
    return row is not None and row.kind == "group"


def noun_row(lemma: str) -> EventRow | None:
    """The row of a noun or of its longest end that has one."""
    nouns = _nouns()
    for start in range(max(1, len(lemma) - SHORTEST_SUFFIX + 1)):
        end = lemma[start:]
        form = end if start == 0 else end[:1].upper() + end[1:]
        row = nouns.get(form) or nouns.get(form.replace("ß", "ss"))
        if row is not None:
            return row
    return None


def light_verbs(verb: str) -> tuple[LightVerbRow, ...]:
    """The fixed phrases of a verb, the longest first."""
    return _light_verbs().get(verb, ())


def modality_of(form: str, place: str) -> Modality | None:
    """What a word gives at a place (adverb, modal, verb, complement, marker, stative), or None."""
    return _modalities().get((form, place))


def polarity_kind(form: str) -> str | None:
    """negator, opener or None for one word in lower case."""
    return _polarities().get(form)


@cache
def blockers() -> tuple[tuple[str, ...], ...]:
    """Word sequences in lower case that look like a negation and are none."""
    return tuple(tuple(form.split()) for form, kind in _polarities().items() if kind == "blocker")


@cache
def _events(kind: str) -> Mapping[str, EventRow]:
    return {row.form: row for row in load_lexicon(files(__package__) / "events.tsv", EventRow) if row.kind == kind}


@cache
def _nouns() -> Mapping[str, EventRow]:
    return {**_events("noun"), **_events("action"), **_events("group")}


@cache
def _light_verbs() -> Mapping[str, tuple[LightVerbRow, ...]]:
    rows = sorted(load_lexicon(files(__package__) / "light_verbs.tsv", LightVerbRow), key=lambda row: -len(row.phrase))
    return {verb: tuple(row for row in rows if row.verb == verb) for verb in {row.verb for row in rows}}


@cache
def _modalities() -> Mapping[tuple[str, str], Modality]:
    rows = load_lexicon(files(__package__) / "modality.tsv", ModalityRow)
    return {(row.form, row.place): cast(Modality, row.modality) for row in rows}


@cache
def _polarities() -> Mapping[str, str]:
    return {row.form: row.kind for row in load_lexicon(files(__package__) / "polarity.tsv", PolarityRow)}
