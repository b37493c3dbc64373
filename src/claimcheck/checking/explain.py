"""One sentence for a reader, in German or English, with the values and names that decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimcheck.checking.words import is_common_word
from claimcheck.lexicon import load_lexicon
from claimcheck.models import Position, Topic


@dataclass(frozen=True, slots=True)
class Label:
    """A row of labels.tsv."""

    event: str
    de: str
    en: str


TEMPLATES = {
    ("de", "agreement"): "{topic}: übereinstimmend {first} ({places}).",
    ("de", "compatible"): "{topic}: {positions} passen zusammen.",
    ("de", "conflict"): "{topic}: {positions} widersprechen sich.",
    ("de", "grown"): "{topic}: Die Zahl wurde fortgeschrieben, {positions}.",
    ("de", "corrected"): "{topic}: Die Angabe wurde berichtigt, {positions}.",
    ("de", "denied"): "{topic}: {positions}.",
    ("en", "agreement"): "{topic}: {first} throughout ({places}).",
    ("en", "compatible"): "{topic}: {positions} fit together.",
    ("en", "conflict"): "{topic}: {positions} contradict each other.",
    ("en", "grown"): "{topic}: the count was updated, {positions}.",
    ("en", "corrected"): "{topic}: the figure was corrected, {positions}.",
    ("en", "denied"): "{topic}: {positions}.",
}
ALL_OF_THEM = {"de": "alle Berichte", "en": "all reports"}
SO_SAYS = {"de": "{text} ({names})", "en": "{text} ({names})"}
NAMELESS = {"de": "Angabe", "en": "Statement"}
AND = {"de": " und ", "en": " and "}


@cache
def load_labels() -> dict[str, Label]:
    """Rows of labels.tsv by event."""
    return {row.event: row for row in load_lexicon(files(__package__) / "labels.tsv", Label)}


def format_topic(topic: Topic, event: str | None, language: str) -> str:
    """The topic in a few words: what, whose, where. ``event`` is the class of this stage, or None.

    >>> format_topic(Topic(id="t", event=None, item="Mensch", actor=None, place="Visby", date=None), "death", "de")
    'Tote, Visby'
    """
    label = load_labels().get(event) if event is not None else None
    what = (label.en if language == "en" else label.de) if label is not None else topic.item
    parts = [part for part in (what, topic.actor, topic.place) if part]
    if parts:
        return ", ".join(dict.fromkeys(parts))
    return topic.event if topic.event is not None and is_common_word(topic.event) else NAMELESS[code_of(language)]


def code_of(language: str) -> str:
    """The language of an explanation: German unless English is asked for."""
    return "en" if language == "en" else "de"


def format_explanation(key: str, topic: str, positions: Sequence[Position], language: str) -> str:
    """The sentence for a verdict ("agreement", "compatible", "conflict", "grown", "corrected", "denied").

    ``language`` is "de" or "en"; anything else is written in German.
    """
    code = code_of(language)
    shown = [SO_SAYS[code].format(text=p.text, names=_listed(list(p.origins), code)) for p in positions]
    names = sorted({name for position in positions for name in position.origins})
    first = positions[0].text if positions else ""
    sentence = TEMPLATES[(code, key)].format(
        topic=topic, positions=_listed(shown, code), first=first, places=_listed(names, code) or ALL_OF_THEM[code]
    )
    return sentence[:1].upper() + sentence[1:]


def _listed(parts: Sequence[str], language: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + AND[language] + parts[-1]
