"""Who speaks where the words only point back: demnach, ein Sprecher, nach eigenen Angaben, a headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.checking.facts import Fact, Party, Voice
from claimcheck.checking.traits import is_counting

# Words that name a source only by what was said before.
BACKWARD = frozenset({"demnach", "danach", "sprecher", "sprecherin", "behörde", "beamte", "beamter", "ermittler"})
OWN = frozenset({"eigene angaben", "eigenen angaben", "eigene zählung", "eigene informationen"})
WANTS = re.compile(r"\b(?:will|wollen|wolle|plant|planen|beabsichtigt|kündigte|kündigten)\b")
SPEAKING_KINDS = frozenset({"organization", "person", "media"})


def resolve_voices(facts: Sequence[Fact]) -> list[Fact]:
    """The facts of one article in reading order, with the voice that stands behind each.

    "demnach" and "ein Sprecher" mean the last named voice, "nach eigenen Angaben" the actor; the subject of "zählte 900" speaks.
    """
    resolved = []
    last: Voice | None = None
    for fact in facts:
        voice = _resolve(fact, last)
        if voice is not None and _name(voice) and not _points_back(voice):
            last = voice
        resolved.append(fact if voice is fact.voice else replace(fact, voice=voice))
    return resolved


def _resolve(fact: Fact, last: Voice | None) -> Voice | None:
    voice = fact.voice
    if voice is None:
        return _counting_actor(fact) or _willing_actor(fact)
    if _name(voice).casefold() in OWN:
        actor = fact.actor if fact.actor is not None and fact.actor.kind in SPEAKING_KINDS else None
        return replace(voice, speaker=actor) if actor is not None else replace(voice, speaker=None)
    if _points_back(voice):
        return last or voice
    return voice


def _counting_actor(fact: Fact) -> Voice | None:
    """ "die Polizei zählte 900": the actor of a verb of counting is the source of the figure."""
    actor = fact.actor
    if actor is None or fact.figure is None or actor.kind not in SPEAKING_KINDS or not is_counting(fact.lemma):
        return None
    return Voice(None, actor, actor if actor.kind != "person" else None, "organization", "indirect", None)


def _willing_actor(fact: Fact) -> Voice | None:
    """ "900 Stellen will der Vorstand einsparen": who wants it answers for the figure."""
    actor = fact.actor
    if actor is None or fact.figure is None or fact.modality != "planned" or actor.kind not in ("organization", "person"):
        return None
    if not WANTS.search(fact.text):
        return None
    return Voice(None, actor, actor if actor.kind == "organization" else None, "organization", "indirect", None)


def _points_back(voice: Voice) -> bool:
    if voice.kind == "media" and re.match(r"(?:ein|eine|der|die)\s+Sprecher", voice.text or ""):
        return True  # "sagte ein Sprecher der Deutschen Presse-Agentur": the agency is told, it does not tell
    return voice.body is None and _name(voice).casefold() in BACKWARD


def _name(voice: Voice) -> str:
    party: Party | None = voice.body or voice.speaker
    return party.name if party is not None else (voice.text or "")
