"""What a text has said so far: the last day, the year that it tells of. What is relative is anchored to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from claimcheck.extraction.dates import timex
from claimcheck.extraction.dates.reading import Reading
from claimcheck.extraction.dates.words import Word

NEAR = 80  # words back to a day in the text that "am Tag darauf" can mean
FAR = -(10**6)  # the place of what has not been said


@dataclass(slots=True)
class Timeline:
    """What the text has said so far. ``tense`` gives the tense around a reading, ``daily`` is true for day-to-day news."""

    words: Sequence[Word]
    reference: date | None
    tense: Callable[[Reading], str]
    daily: bool = False
    day: date | None = None
    day_at: int = FAR
    day_rule: str = ""
    is_night: bool = False  # the last day was said with its night: "in der Nacht zum Mittwoch"
    year: int | None = None
    year_at: int = FAR
    year_rule: str = ""  # of the last year that was written out
    last_year: int = 0  # of the last date, however it was found
    last_year_at: int = FAR
    then: timex.Days = timex.NEVER  # the last days before the publication: what "damals" points to

    def before(self, found: Reading) -> str:
        """The kind of the word before a reading, "" at the start."""
        return self.words[found.first - 1].kind if found.first else ""

    def after(self, found: Reading) -> str:
        """The kind of the word after a reading, "" at the end."""
        return self.words[found.last].kind if found.last < len(self.words) else ""

    def remember(self, done: Reading) -> None:
        """Take note of the day and the year of a date."""
        if done.type == "SET":
            return
        if done.type == "DATE" and self.reference is not None:
            first, last = timex.parse_extent(done.value)
            self.then = (first, last) if last is not None and last < self.reference.isoformat() else self.then
        day = timex.parse_day(done.value)
        if day is not None:
            self.day, self.day_at, self.day_rule = day, done.last, done.rule
            self.is_night = done.value.endswith("TNI")
        if self.words[done.first].kind == "year_word":
            return
        if len(done.value) < 4 or not done.value[:4].isdigit():
            return
        self.last_year, self.last_year_at = int(done.value[:4]), done.last
        if done.grain in ("final", "holiday"):
            self.year, self.year_at, self.year_rule = self.last_year, done.last, done.rule

    def near_day(self, found: Reading) -> date | None:
        """The last day in the text, if it is near and in the same paragraph."""
        if self.day is None or found.first - self.day_at > NEAR or self._broken(self.day_at, found.first):
            return None
        return self.day

    def same_sentence(self, since: int, found: Reading) -> bool:
        """True where no sentence ends between a word and the reading."""
        between = self.words[max(0, since) : found.first]
        return all(not _ends(between, index) for index in range(len(between)))

    def _broken(self, first: int, last: int) -> bool:
        return any(word.kind == "break" for word in self.words[max(0, first) : last])

    def told_year(self, found: Reading, *, within: int = 0) -> int | None:
        """A past year that the text is telling of here; None where it speaks of the year of publication.

        ``within`` words it counts whatever the tense.
        """
        if self.year is None or self.reference is None or self.year >= self.reference.year:
            return None
        if self.year_rule in ("year_range", "decade"):
            return None
        if found.first - self.year_at >= NEAR:
            return None
        if within:
            return self.year if found.first - self.year_at <= within else None
        bare = self.year_rule == "bare_year" and found.lean != "end"
        elsewhere = (bare and not self.same_sentence(self.year_at, found)) or self._broken(self.year_at, found.first)
        return None if elsewhere or self.tense(found) in ("future", "present") else self.year


def _ends(words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if word.kind != "dot":
        return word.kind in ("break", "stop")
    capital = index + 1 < len(words) and words[index + 1].text[0].isupper()
    return capital and (index == 0 or words[index - 1].kind != "digits")
