"""The speech of a whole text in order: who goes on, whom a quotation without a frame belongs to, what demnach refers to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from claimcheck.extraction.records import AttributionSpan, Extent
from claimcheck.extraction.sources.anaphora import agrees_with, content_before, is_possessive, points_back, points_to_speaker
from claimcheck.extraction.sources.continuation import find_continued, is_present, joined
from claimcheck.extraction.sources.cues import find_noun
from claimcheck.extraction.sources.direct import find_quoted
from claimcheck.extraction.sources.frames import Frame
from claimcheck.extraction.sources.passages import Passage
from claimcheck.extraction.sources.phrases import Phrase, phrase_around
from claimcheck.extraction.sources.spans import extent_of
from claimcheck.extraction.sources.speakers import subject
from claimcheck.extraction.sources.units import Unit

REACH = 6  # passages behind the last report within which a speech can go on
CONTINUING = {"weiter", "dort", "darin", "außerdem", "zudem", "ferner"}
NEARBY = 2  # passages behind the last report within which "ihren Angaben" mean it
NEAR = 3  # characters between a Konjunktiv sentence and the quotation that belongs to it


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who may go on speaking: the words, their head, the passage they are in, whether a reporting verb is theirs,
    and whether they name a person or a body."""

    speaker: Extent
    head: int
    number: int
    reports: bool
    able: bool


@dataclass(slots=True)
class Chain:
    """What has been said so far: the attributions in order of passages, and who may go on speaking."""

    found: list[AttributionSpan] = field(default_factory=list)
    last: int | None = None
    last_passage: int = -99
    continued: int | None = None  # index of the stretch of free Konjunktiv that the next sentence may lengthen
    continued_in: tuple[int, int] = (-1, -1)
    number: int = -1
    before: Passage | None = None
    voice: Voice | None = None

    def add(self, passage: Passage, units: list[Unit], frames: list[Frame], here: list[AttributionSpan]) -> None:
        """Takes up the attributions of the next passage and what goes on in it from those before."""
        self.number += 1
        back = points_back(passage, units, frames)
        if back is not None and self.before is not None and not self._is_covered(self.before):
            pointed = content_before(self.before, passage, back)
            if pointed is not None:
                self._append(pointed)
        going_on = find_continued(passage, units, here)
        if going_on is not None and self._may_go_on(passage, units, going_on):
            self._go_on(passage, going_on)
            here = here + find_quoted(passage, going_on, here)
        else:
            going_on = None
        self._take(passage, here, going_on)
        voice = _voice(passage, units, frames, self.number)
        if voice is not None and going_on is None:
            self.voice = voice
        self.before = passage

    def _take(self, passage: Passage, here: list[AttributionSpan], going_on: AttributionSpan | None) -> None:
        outer = 0
        for item in sorted(here, key=lambda item: (item.start, -item.end)):
            inside = going_on is not None and item.start < going_on.end + NEAR and item.end > going_on.start
            if item.rule in ("quotation", "quoted words") and inside and self.last is not None and item.cue is None:
                item = replace(item, rule="quotation", speaker=None)
            self._append(self._with_speaker(passage, item), nested=item.start < outer or inside)
            outer = max(outer, item.end)

    def _is_covered(self, passage: Passage) -> bool:
        """True where a source already stands behind most of a passage."""
        start = passage.doc[passage.start].idx
        end = passage.doc[passage.end - 1].idx
        return any(2 * (min(item.end, end) - max(item.start, start)) > end - start for item in self.found[-6:])

    def _append(self, item: AttributionSpan, *, nested: bool = False) -> None:
        self.found.append(item)
        if not nested and item.speaker is not None and item.mode != "hearsay" and item.rule != "quoted words":
            self.last, self.last_passage = len(self.found) - 1, self.number

    def _with_speaker(self, passage: Passage, item: AttributionSpan) -> AttributionSpan:
        """A quotation that stands alone belongs to whoever spoke before, or to the subject of the sentence before."""
        if item.rule == "demnach":
            return self._pointing_back(item)
        if item.speaker is None and item.cue_lemma == "heißen" and self._continues(passage, item):
            return replace(item, antecedent=self.last)
        if points_to_speaker(passage.doc, item):
            return self._meaning(passage, item)
        if item.speaker is not None or item.mode != "direct" or item.rule != "quotation":
            return item
        return self._spoken_by_last(item)

    def _continues(self, passage: Passage, item: AttributionSpan) -> bool:
        """True for "hieß es weiter", "heißt es dort" soon after a report."""
        frame = passage.doc.char_span(item.said.start, item.said.end, alignment_mode="expand") if item.said is not None else None
        near = self.last is not None and self.number - self.last_passage <= NEARBY
        return near and frame is not None and any(token.lower_ in CONTINUING for token in frame)

    def _meaning(self, passage: Passage, item: AttributionSpan) -> AttributionSpan:
        """ "nach ihren Angaben", "den Angaben zufolge": with whoever spoke last, or the subject of the sentence before."""
        last = self.found[self.last] if self.last is not None and self.number - self.last_passage <= NEARBY else None
        meant = (last.referent or last.speaker, last.referent_token or last.speaker_token) if last is not None else (None, None)
        if self.voice is not None and self._is_newer(self.voice) and is_possessive(passage.doc, item):
            meant = self.voice.speaker, self.voice.head
        extent, token = meant
        if extent is None or token is None or not agrees_with(passage.doc, item, token, extent):
            return item
        return replace(item, referent=extent, referent_token=token)

    def _pointing_back(self, item: AttributionSpan) -> AttributionSpan:
        """Demnach and its source: a report in the sentence before ("Erkenntnisse seines Dienstes"), else who spoke last."""
        named = _named_report(self.before) if self.before is not None and self.last_passage < self.number - 1 else None
        if named is not None and self.before is not None:
            return replace(item, speaker=extent_of(self.before.doc, named.start, named.end), speaker_token=named.head)
        if self.last is not None and self.number - self.last_passage <= 2:
            return replace(item, antecedent=self.last)
        return item

    def _spoken_by_last(self, item: AttributionSpan) -> AttributionSpan:
        """The item in the mouth of whoever reported last, or of the subject of the sentence before if that can speak."""
        voice = self.voice
        last = self.found[self.last] if self.last is not None and self.number - self.last_passage <= REACH else None
        if voice is not None and self._is_newer(voice) and (voice.reports or voice.able or last is None):
            return replace(item, speaker=voice.speaker, speaker_token=voice.head)
        return replace(item, speaker=last.speaker, speaker_token=last.speaker_token) if last is not None else item

    def _is_newer(self, voice: Voice) -> bool:
        """True where the voice came after the last report: a reporting verb some sentences ago, a mere subject just before."""
        return voice.number > self.last_passage and self.number - voice.number <= (REACH if voice.reports else 1)

    def _may_go_on(self, passage: Passage, units: list[Unit], item: AttributionSpan) -> bool:
        verbs = [passage.doc[unit.finite] for unit in units if unit.kind in ("main", "v1") and unit.finite is not None]
        inside = [verb for verb in verbs if item.start <= verb.idx < item.end]
        if any(is_present(verb) for verb in inside):
            return self.last is not None or self.voice is not None
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


def _voice(passage: Passage, units: list[Unit], frames: list[Frame], number: int) -> Voice | None:
    """Who speaks in a passage: the subject of a reporting main clause, else of the first main clause."""
    said = (frame for frame in frames if frame.speaker is not None and frame.row.speaks())
    main = [frame for frame in said if units[frame.unit].kind in ("main", "v1")]
    unit = next((unit for unit in units if unit.kind in ("main", "v1") and unit.finite is not None), None)
    found = (
        main[-1].speaker
        if main
        else subject(passage, unit, unit.finite)
        if unit is not None and unit.finite is not None
        else None
    )
    if found is None or passage.doc[found.head].lower_ in ("der", "die", "das", "den", "dem"):
        return None
    words = passage.doc[found.start : found.end]
    able = any(word.ent_type_ in ("PER", "ORG") for word in words) or words[0].lower_ in ("er", "sie")
    return Voice(extent_of(passage.doc, found.start, found.end), found.head, number, bool(main), able)


def _named_report(passage: Passage) -> Phrase | None:
    """The last noun of saying in a passage with what belongs to it: "ein Bericht der Behörde", "Erkenntnisse seines Dienstes"."""
    doc = passage.doc
    nouns = [i for i in range(passage.start, passage.end) if doc[i].tag_ == "NN" and find_noun(doc[i].text) is not None]
    nouns = [i for i in nouns if not passage.is_quoted(i)]
    return phrase_around(doc, nouns[-1], passage.start, passage.end) if nouns else None
