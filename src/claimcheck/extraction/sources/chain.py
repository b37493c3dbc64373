"""The speech of a whole text in order: who goes on, whom a quotation without a frame belongs to, what demnach refers to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from claimcheck.extraction.records import AttributionSpan
from claimcheck.extraction.sources.anaphora import content_before
from claimcheck.extraction.sources.continuation import find_continued, is_present, joined
from claimcheck.extraction.sources.frames import Frame
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.phrases import Phrase
from claimcheck.extraction.sources.spans import extent_of
from claimcheck.extraction.sources.speakers import subject
from claimcheck.extraction.sources.units import Unit

REACH = 6  # passages behind the last report within which a speech can go on


@dataclass(slots=True)
class Chain:
    """What has been said so far: the attributions in order of passages, and the last one with a speaker."""

    found: list[AttributionSpan] = field(default_factory=list)
    last: int | None = None
    last_passage: int = -99
    continued: int | None = None  # index of the stretch of free Konjunktiv that the next sentence may lengthen
    continued_in: tuple[int, int] = (-1, -1)
    number: int = -1
    topic: Phrase | None = None  # subject of the sentence before
    topic_in: Passage | None = None

    def add(self, passage: Passage, units: list[Unit], here: list[AttributionSpan], back: Frame | None = None) -> None:
        """Takes up the attributions of the next passage and what goes on in it from those before.

        ``back`` is the frame of a passage that says who said the passage before.
        """
        self.number += 1
        if back is not None and self.topic_in is not None and not self._is_covered(self.topic_in):
            pointed = content_before(self.topic_in, passage, back)
            if pointed is not None:
                self._append(pointed)
        going_on = find_continued(passage, units, here)
        outer = 0
        for item in sorted(here, key=lambda item: (item.start, -item.end)):
            self._append(self._with_speaker(item), nested=item.start < outer)
            outer = max(outer, item.end)
        if going_on is not None and self._may_go_on(passage, units, going_on):
            self._go_on(passage, going_on)
        self.topic, self.topic_in = _topic(passage, units), passage

    def _is_covered(self, passage: Passage) -> bool:
        """True where a source already stands behind most of a passage."""
        start = passage.doc[passage.start].idx
        end = passage.doc[passage.end - 1].idx
        return any(2 * (min(item.end, end) - max(item.start, start)) > end - start for item in self.found[-6:])

    def _append(self, item: AttributionSpan, *, nested: bool = False) -> None:
        self.found.append(item)
        if not nested and item.speaker is not None and item.mode != "hearsay" and item.rule != "quoted words":
            self.last, self.last_passage = len(self.found) - 1, self.number

    def _with_speaker(self, item: AttributionSpan) -> AttributionSpan:
        """A quotation that stands alone belongs to whoever spoke before, or to the subject of the sentence before."""
        if item.speaker is not None or item.mode != "direct" or item.rule != "quotation":
            return item
        return self._spoken_by_last(item)

    def _spoken_by_last(self, item: AttributionSpan) -> AttributionSpan:
        near = self.last is not None and self.number - self.last_passage <= 1
        if self.last is not None and (near or self.number - self.last_passage <= REACH and not self._topic_can_speak()):
            before = self.found[self.last]
            return replace(item, speaker=before.speaker, speaker_token=before.speaker_token, antecedent=self.last)
        if self.topic is not None and self.topic_in is not None:
            return replace(item, speaker=extent_of(self.topic_in.doc, self.topic.start, self.topic.end), speaker_token=self.topic.head)
        return item

    def _topic_can_speak(self) -> bool:
        """True where the subject of the sentence before is a person or a body by its name, or a pronoun."""
        if self.topic is None or self.topic_in is None:
            return False
        words = self.topic_in.doc[self.topic.start : self.topic.end]
        return any(word.ent_type_ in ("PER", "ORG") for word in words) or words[0].lower_ in ("er", "sie")

    def _may_go_on(self, passage: Passage, units: list[Unit], item: AttributionSpan) -> bool:
        verbs = [passage.doc[unit.finite] for unit in units if unit.kind in ("main", "v1") and unit.finite is not None]
        inside = [verb for verb in verbs if item.start <= verb.idx < item.end]
        if any(is_present(verb) for verb in inside):
            return self.last is not None or self.topic is not None
        return self.last is not None and self.number - self.last_passage <= 1

    def _go_on(self, passage: Passage, item: AttributionSpan) -> None:
        if self.continued is not None and self.continued_in == (self.number - 1, passage.paragraph):
            self.found[self.continued] = joined(self.found[self.continued], item)
        else:
            self.found.append(self._spoken_by_last(item))
            self.continued = len(self.found) - 1
            if self.found[-1].speaker is not None:
                self.last = self.continued
        self.continued_in = (self.number, passage.paragraph)
        self.last_passage = self.number


def _topic(passage: Passage, units: list[Unit]) -> Phrase | None:
    """The subject of the first main clause of a passage."""
    unit = next((unit for unit in units if unit.kind in ("main", "v1") and unit.finite is not None), None)
    return subject(passage, unit, unit.finite) if unit is not None and unit.finite is not None else None
