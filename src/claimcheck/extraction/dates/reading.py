"""What a date expression says before it is anchored: its words, and what is known without the publication date."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from claimcheck.extraction.dates.grammar import Match
from claimcheck.extraction.dates.words import Word
from claimcheck.models import DateMod, DateType

ARTICLED = ("relative", "last_count", "decade", "half", "third_of_year", "day_month", "day_list", "year", "end_of")
BOUNDED = ("month", "season", "year", "bare_year", "decade", "third_of_year", "relative", "holiday", "half", "short_year",
           "year_bc", "deictic", "in_unit")  # fmt: skip
COUNTED = ("duration", "duration_range", "few")
STAGES: dict[str, DateMod] = {"START": "START", "MID": "MID", "END": "END"}
PREPOSITIONS: dict[str, DateMod] = {"since": "SINCE", "from": "SINCE", "until": "UNTIL", "before": "BEFORE", "after": "AFTER"}


@dataclass(frozen=True, slots=True)
class Reading:
    """Words ``first`` to ``last`` (exclusive), read by a rule.

    ``value`` is final, or has XXXX where the year is missing. ``grain`` says how it is anchored: "final", "yearless",
    "weekday", "shift" (``amount`` units from the publication date), "anchored" (from the last day in the text),
    "holiday" (``value`` is the rule), "time" (needs a day), "duration", "now" (heute). ``clock`` is appended to a day:
    TEV, T20:30.
    """

    first: int
    last: int
    rule: str
    type: DateType
    value: str
    grain: str = "final"
    clock: str = ""
    amount: float = 0
    unit: str = ""
    lean: str = ""
    mod: DateMod | None = None
    weekday: str = ""
    days: tuple[str | None, str | None] | None = None  # of durations and references, known when they are anchored


Production = Callable[[Match], Iterable[Reading]]


def reading(match: Match, type_: DateType, value: str, grain: str = "final", **more: object) -> Reading:
    """A reading over all the words of a match."""
    return Reading(match.first, match.last, match.rule, type_, value, grain, **more)  # type: ignore[arg-type]


def widen(words: list[Word], found: Reading) -> Reading:
    """The reading with what belongs to it on the left: Anfang, hedge, article, and the mod that these give."""
    if found.rule in COUNTED:
        found = _hedged(words, found)
    if found.rule in BOUNDED:
        found = _bounded(words, found)
    if _kind(words, found.first) in ("this", "that"):
        return _after_preposition(words, found)
    if found.rule in ARTICLED and _kind(words, found.first - 1) == "article" and words[found.first - 1].text != "des":
        found = replace(found, first=found.first - 1)
    return _after_preposition(words, found)


def _kind(words: list[Word], index: int) -> str:
    return words[index].kind if index >= 0 else ""


def _hedged(words: list[Word], found: Reading) -> Reading:
    first, mod = found.first, found.mod
    for _ in range(3):
        kinds = _kind(words, first - 1), _kind(words, first - 2)
        if kinds[0] not in ("hedge", "whole") or (words[first - 1].text == "als" and kinds[1] != "hedge"):
            break
        first -= 1
        mod = "APPROX" if words[first].value == "APPROX" else mod
    if first < found.first and _kind(words, first - 1) == "article":
        first -= 1
    return replace(found, first=first, mod=mod)


def _bounded(words: list[Word], found: Reading) -> Reading:
    first = found.first
    skip = 1 if _kind(words, first - 1) == "article" else 0
    skip += 1 if _kind(words, first - 1 - skip) in ("last", "next", "this") and skip else 0
    before = words[first - 1 - skip] if first - 1 - skip >= 0 else None
    if before is not None and before.kind in ("boundary", "stage"):
        mod = STAGES.get(before.value)
        return replace(found, first=first - 1 - skip, mod=mod)
    return found


def _is_about(words: list[Word], found: Reading) -> bool:
    """etwa 1930, um 1700, gegen 20 Uhr."""
    before = words[found.first - 1] if found.first else None
    if before is None:
        return False
    small = before.text.lower()
    clock = small == "gegen" and found.type == "TIME"
    return before.value == "APPROX" or clock or (small == "um" and found.rule == "bare_year")


def _after_preposition(words: list[Word], found: Reading) -> Reading:
    if found.mod is not None or found.type in ("SET", "DURATION") or found.value.endswith("_REF"):
        return found
    after = words[found.last] if found.last < len(words) else None
    if _kind(words, found.first - 1) == "of" and after is not None and after.text == "an":
        return replace(found, mod="SINCE")
    if _is_about(words, found):
        return replace(found, mod="APPROX")
    index = found.first - 1
    while index >= 0 and index > found.first - 4 and words[index].kind in ("to", "article", "on", "in"):
        index -= 1
    mod = PREPOSITIONS.get(_kind(words, index)) if index >= 0 else None
    return replace(found, mod=mod) if mod is not None and (index == found.first - 1 or mod != "BEFORE") else found
