"""Verbs of counting: whose subject is the source of the figure in their object ("Die Polizei zählte 900")."""

from __future__ import annotations

from collections.abc import Set

from claimcheck.extraction.sources.cues import find_noun
from claimcheck.extraction.sources.figures import counted_at, governor, is_among, is_figure, is_of_size, is_ordinal, preposition
from claimcheck.extraction.sources.frames import Frame
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.phrases import NOUN
from claimcheck.extraction.sources.units import Unit

EXCLUDED = {  # classes of nouns that tell what the subject has, not what it counts
    "zählen": ("owned",),
    "kommen": ("owned", "score", "amount"),
    "verzeichnen": ("owned", "score", "amount"),
}
TEXTUAL = {"ausweisen", "auflisten", "aufführen"}  # what a text does; a company "weist einen Gewinn aus" in its own name


def carries_figure(passage: Passage, unit: Unit, frame: Frame, voices: Set[int]) -> bool:
    """True where somebody who can speak (``voices``: tokens) counts: the figure stands in the object that the row names.

    What a body has or scores is no report ("Der Verein zählt 300 Mitglieder", "Die Partei kam auf 57 Sitze").
    """
    wanted = frame.row.counts()
    able = unit.finite is None or passage.doc[unit.finite].tag_ != "VMFIN"  # "konnte 300 Gäste zählen" is a success
    if not wanted or frame.passive or not able or not _can_speak(passage, frame, voices):
        return False
    return any(_is_counted(passage, unit, frame, index, wanted) for index in unit.tokens() if is_figure(passage.doc[index]))


def _can_speak(passage: Passage, frame: Frame, voices: Set[int]) -> bool:
    if frame.speaker is None:
        return False
    if frame.speaker.head not in voices and not is_among(passage.doc[frame.speaker.head], "voice"):
        return False
    row = find_noun(passage.doc[frame.speaker.head].text) if frame.lemma in TEXTUAL else None
    return frame.lemma not in TEXTUAL or (row is not None and row.document)


def _is_counted(passage: Passage, unit: Unit, frame: Frame, index: int, wanted: list[str]) -> bool:
    doc = passage.doc
    speaker = frame.speaker
    if speaker is None or speaker.start <= index < speaker.end or is_ordinal(doc[index]):
        return False
    start, end = next((piece for piece in unit.pieces if piece[0] <= index < piece[1]), (unit.start, unit.end))
    noun = counted_at(passage, index, end)
    if noun == index and doc[index - 1].tag_ in NOUN and index != speaker.end:
        return False  # "im September 2005"
    if is_among(doc[noun], "time", *EXCLUDED.get(frame.lemma, ())):
        return False
    over = governor(passage, index, start)
    if over is None or is_of_size(passage, over):
        return "acc" in wanted
    return preposition(doc[over]) in wanted
