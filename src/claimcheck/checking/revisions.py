"""Does one figure of a topic replace another one, or do the two contradict each other?

A side is one figure with everything that was told of it. Words decide first (withdrawn, corrected, brought up to date), then the
course of the count (``courses``) and the time at which each side was told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.checking.blocking import Bundle, Entry
from claimcheck.checking.compare.number import Interval, find_outcome, relative_difference
from claimcheck.checking.courses import find_courses
from claimcheck.checking.facts import Party
from claimcheck.checking.speakers import are_one, is_contender, may_be_one, speaker_of
from claimcheck.checking.tellings import Telling, compare_times, find_tellings, is_before, is_long_before

Change = Literal["corrected", "grown"]

ONE_EVENING = 0.35  # relative difference up to which a hedged figure and a larger one of the same day are two states of a count
ONE_TALE = 0.2  # the same for an office and a larger figure that nobody answers for
INTENDED = frozenset({"planned", "offered", "forecast"})
FEW = 10  # a difference of fewer is no tale


@dataclass(frozen=True, slots=True)
class Side:
    """One figure and its tellings, the earliest first."""

    interval: Interval
    tellings: tuple[Telling, ...]

    @property
    def first(self) -> Telling:
        """The telling that is known to be the earliest."""
        return self.tellings[0]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The figures as they were read."""
        return tuple(telling.entry for telling in self.tellings)

    @property
    def voices(self) -> tuple[Party, ...]:
        """Who gives the figure, once for each telling that names somebody."""
        return tuple(party for entry in self.entries if (party := speaker_of(entry)) is not None)

    def has(self, mark: str) -> bool:
        """True where the words of a telling carry a mark of corrections.tsv."""
        return any(mark in telling.marks for telling in self.tellings)


def find_sides(bundles: Sequence[Bundle]) -> list[Side]:
    """The sides of a topic in the order of their first telling: bundles of one figure are one side."""
    found: dict[Interval, list[Telling]] = {}
    for telling in find_tellings([entry for bundle in bundles for entry in bundle.entries]):
        found.setdefault(telling.entry.interval, []).append(telling)
    return [Side(interval, tuple(tellings)) for interval, tellings in found.items()]


def find_change(a: Side, b: Side, sides: Sequence[Side]) -> Change | None:
    """Why one of two different figures replaces the other; None where both stand. ``sides`` are all of the topic.

    Symmetric: which of the two is earlier is found out from time and words.
    """
    if _is_withdrawn(a, sides) or _is_withdrawn(b, sides):
        return "corrected"
    if _is_projection(a, b) or _is_projection(b, a):
        return "grown"
    for early, late in _orders(a, b):
        if _is_maintained(early, late):
            continue
        if _is_renewed(early, late, sides):
            return "corrected"
        if not _is_disputed(early, late) and not _is_contended(early, late) and _has_moved(early, late):
            return "grown"
    return None


def _orders(a: Side, b: Side) -> Iterable[tuple[Side, Side]]:
    """The pairs (earlier, later) that time allows: one where it is known, else both."""
    known = compare_times(a.first.when, b.first.when)
    return [(a, b)] if known < 0 else [(b, a)] if known > 0 else [(a, b), (b, a)]


def _is_withdrawn(side: Side, sides: Sequence[Side]) -> bool:
    """A report says that the figure holds no more, and it, or one before it, tells what it was replaced by or held before."""
    return any(_is_taken_back(telling, side, sides) and not _is_told_again(side, telling) for telling in side.tellings)


def _is_taken_back(telling: Telling, side: Side, sides: Sequence[Side]) -> bool:
    if "changed" in telling.marks or telling.entry.topic.scoping.is_earlier:
        beside = _beside(telling, side, sides)
        return any(_continues(telling, other) for near in beside for other in _of_article(telling, near))
    if "denied" in telling.marks and not telling.is_withdrawn and not _takes_back_own(telling, side):
        return False
    if not telling.is_withdrawn and "denied" not in telling.marks:
        return False
    if "replaced" in telling.marks or any(is_before(earlier, telling) for earlier in side.tellings):
        return True
    return bool(_beside(telling, side, sides))


def _continues(telling: Telling, other: Telling) -> bool:
    """ "stiegen von 38 auf 52": the same sentence goes on; "hatte fünf gemeldet": the same voice gives the other figure."""
    if "changed" in telling.marks:
        return telling.entry.fact.sentence == other.entry.fact.sentence and "changed" not in other.marks
    voices = speaker_of(telling.entry), speaker_of(other.entry)
    return are_one(*voices) or voices == (None, None)


def _takes_back_own(telling: Telling, side: Side) -> bool:
    """ "6.400 und nicht 6.900": a correction only where it comes from the voice that gave the figure, or the words admit it."""
    if telling.marks & {"word", "update"}:
        return True
    return any(are_one(speaker_of(telling.entry), speaker_of(other.entry)) for other in side.tellings if other is not telling)


def _is_told_again(side: Side, taken_back: Telling) -> bool:
    """Somebody still gives the figure after it was withdrawn."""
    after = [telling for telling in side.tellings if is_before(taken_back, telling) and not telling.is_withdrawn]
    return any("upheld" in telling.marks or is_long_before(taken_back, telling) for telling in after)


def _beside(telling: Telling, side: Side, sides: Sequence[Side]) -> list[Side]:
    """The other figures of the article of a telling."""
    return [other for other in sides if other is not side and _of_article(telling, other) and _differ(side, other)]


def _differ(a: Side, b: Side) -> bool:
    return find_outcome(a.interval, b.interval) in ("different", "unknown")


def _of_article(telling: Telling, side: Side) -> list[Telling]:
    return [other for other in side.tellings if other.entry.fact.article == telling.entry.fact.article]


def _is_maintained(early: Side, late: Side) -> bool:
    """The earlier figure is told again whole days after the later one came up, or its voice insists on it."""
    for telling in early.tellings:
        if telling.is_withdrawn or "denied" in telling.marks:
            continue
        if is_long_before(late.first, telling) or _answers_a_tale(telling, late):
            return True
        if "upheld" in telling.marks and not _speaks_later(telling, late):
            return True
    return False


def _answers_a_tale(telling: Telling, late: Side) -> bool:
    """A named voice gives its figure a day after another one came up for which nobody answers."""
    return is_before(late.first, telling) and speaker_of(telling.entry) is not None and not late.voices


def _speaks_later(telling: Telling, late: Side) -> bool:
    """The voice that stood by a figure gave another one afterwards."""
    voice = speaker_of(telling.entry)
    return any(
        is_before(telling, other) and (are_one(voice, speaker_of(other.entry)) or _is_new(other)) for other in late.tellings
    )


def _is_new(telling: Telling) -> bool:
    return bool(telling.marks & {"word", "update"}) and not telling.is_withdrawn


def _is_disputed(early: Side, late: Side) -> bool:
    """One of two voices sets its figure against the other one."""
    if not (early.has("disputed") or late.has("disputed")):
        return False
    voices = {party.id for side in (early, late) for party in side.voices}
    return len(voices) != 1 or any(speaker_of(entry) is None for side in (early, late) for entry in side.entries)


def _is_contended(early: Side, late: Side) -> bool:
    """Every voice of one side counts against those of the other: a union and an office."""
    if not early.voices or not late.voices or _is_one_voice(early, late, are_one):
        return False
    return all(map(is_contender, early.voices)) != all(map(is_contender, late.voices))


def _is_renewed(early: Side, late: Side, sides: Sequence[Side]) -> bool:
    """The words say that the later figure is a correction or a new state of the earlier one, from a voice that may say so."""
    return any(_is_new(telling) and _replaces(telling, early, sides) for telling in late.tellings)


def _replaces(new: Telling, early: Side, sides: Sequence[Side]) -> bool:
    if "word" not in new.marks and "disputed" in new.marks:
        return False
    if not any(is_before(old, new) or _is_just_before(old, new) for old in early.tellings):
        return False
    named = [side for side in sides if any(telling.is_withdrawn for telling in _of_article(new, side))]
    voice = speaker_of(new.entry)
    if named and not any(_is_named(early, side) for side in named):
        return any(are_one(voice, speaker_of(old.entry)) for old in early.tellings)
    return any(may_be_one(voice, speaker_of(old.entry)) for old in early.tellings)


def _is_named(early: Side, named: Side) -> bool:
    """The replaced figure is that of the earlier side, or the same without its unit: "hatte noch von 25 gesprochen"."""
    if not _differ(early, named):
        return True
    bare = named.interval.middle
    return bool(bare) and named.interval.unit is None and early.interval.middle / bare in (1, 1e3, 1e6, 1e9)


def _is_just_before(old: Telling, new: Telling) -> bool:
    """Of one day or of unknown time: the report with the words of a new state is the later one, if the other has none."""
    same = old.entry.fact.article == new.entry.fact.article
    if same and old.entry.fact.sentence != new.entry.fact.sentence:
        return False
    return compare_times(old.when, new.when) == 0 and not _is_new(old)


def _has_moved(early: Side, late: Side) -> bool:
    """The count went on, or whoever sets the figure set it anew."""
    courses = find_courses((*early.entries, *late.entries))
    known = is_before(early.first, late.first)
    up = late.interval.middle >= early.interval.middle
    runs = "runs" in courses and "ran" not in find_courses(late.entries)
    if not known:
        return (runs or ("grows" in courses and up)) and _is_later_that_day(early, late, runs=runs)
    if runs or ("grows" in courses and up) or _has_become_fact(early, late):
        return True
    if not up and late.has("remaining"):
        return True
    if up and "ran" not in courses and (early.has("so_far") or late.has("so_far")) and _is_one_voice(early, late, may_be_one):
        return True
    if early.has("provisional") and (late.has("final") or _is_one_voice(early, late, may_be_one)):
        return True
    return ("set" in courses or _is_intended(early, late)) and _is_one_voice(early, late, are_one)


def _is_intended(early: Side, late: Side) -> bool:
    """Plans, offers and forecasts: whoever made them may make them anew."""
    scopes = [entry.topic.scoping for side in (early, late) for entry in side.entries]
    return all(scope.is_planned or scope.stage in INTENDED for scope in scopes)


def _is_projection(a: Side, b: Side) -> bool:
    """A share of votes before they were counted, and the result."""
    return all(entry.topic.scoping.is_projected for entry in a.entries) and not any(
        entry.topic.scoping.is_projected for entry in b.entries
    )


def _has_become_fact(early: Side, late: Side) -> bool:
    """A plan and what came of it."""
    planned = all(entry.topic.scoping.is_planned for entry in early.entries)
    return planned and all(entry.topic.scoping.is_done for entry in late.entries) and _is_one_voice(early, late, may_be_one)


def _is_one_voice(early: Side, late: Side, test: Callable[[Party | None, Party | None], bool]) -> bool:
    return all(any(test(speaker_of(a), speaker_of(b)) for a in early.entries) for b in late.entries)


def _is_later_that_day(early: Side, late: Side, *, runs: bool) -> bool:
    """Two states of a running count of one day, or of reports without a date; the smaller one is the earlier if it only grows."""
    if any(_of_article(telling, late) for telling in early.tellings):
        return False
    if any(_is_new(telling) for telling in late.tellings):
        return True
    difference = relative_difference(early.interval.middle, late.interval.middle)
    if not early.interval.is_exact and difference < ONE_EVENING:
        return True
    if early.voices and late.voices:
        return runs or _is_one_voice(early, late, are_one)
    return not _is_a_tale(early, late)


def _is_a_tale(a: Side, b: Side) -> bool:
    """A figure far above that of an office, for which nobody answers."""
    small, large = sorted((a, b), key=lambda side: side.interval.middle)
    if large.voices or not small.voices:
        return False
    more = large.interval.middle - small.interval.middle
    return more >= FEW and relative_difference(small.interval.middle, large.interval.middle) >= ONE_TALE
