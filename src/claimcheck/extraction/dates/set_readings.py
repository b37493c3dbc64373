"""Productions of what comes again and again: täglich, jeden Montag, alle vier Jahre, 500 Fälle im Jahr."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.extraction.dates.grammar import Match
from claimcheck.extraction.dates.reading import Reading, reading
from claimcheck.extraction.dates.timex import format_duration


def unit_by_unit(match: Match) -> Iterator[Reading]:
    """Jahr für Jahr, Woche um Woche."""
    head, unit = match.word("head"), match.word("unit")
    if head is not None and unit is not None and head.value == unit.value and not head.plural and not unit.plural:
        yield reading(match, "SET", format_duration("1", head.value))


def every(match: Match) -> Iterator[Reading]:
    """jeden Montag, jedes Jahr, jeden zweiten Tag."""
    what, nth = match.word("what"), match.word("nth")
    if what is None:
        return
    if what.kind == "unit":
        yield reading(match, "SET", format_duration(nth.value if nth is not None else "1", what.value))
    elif what.kind == "weekday":
        yield reading(match, "SET", f"XXXX-WXX-{what.value}")
    elif what.kind == "weekday_part":
        weekday, part = what.value.split()
        yield reading(match, "SET", f"XXXX-WXX-{weekday}T{part}")
    else:
        yield reading(match, "SET", f"XXXX-XX-XXT{what.value}" if what.kind == "part" else f"XXXX-{what.value}")


def every_few(match: Match) -> Iterator[Reading]:
    """alle vier Jahre, alle paar Jahre."""
    count, unit = match.word("count"), match.word("unit")
    if count is not None and unit is not None and unit.plural:
        amount = "X" if count.kind == "vague" else count.value or count.text
        yield reading(match, "SET", format_duration(amount, unit.value))


def times(match: Match) -> Iterator[Reading]:
    """dreimal täglich, einmal im Monat."""
    rate_word, unit = match.word("rate"), match.word("unit")
    if rate_word is not None:
        yield reading(match, "SET", rate_word.value)
    elif unit is not None and not unit.plural:
        yield reading(match, "SET", format_duration("1", unit.value))


def rate(match: Match) -> Iterable[Reading]:
    """täglich, jährliche."""
    head = match.word("head")
    return [reading(match, "SET", head.value)] if head is not None else []


def per(match: Match) -> Iterator[Reading]:
    """pro Jahr, je Stunde."""
    unit, head = match.word("unit"), match.word("head")
    if unit is not None and head is not None and not unit.plural:
        yield reading(match, "SET", format_duration("1", unit.value))


def in_unit(match: Match) -> Iterator[Reading]:
    """500 Fälle im Jahr, 20 am Tag: only with a figure before it."""
    head, unit = match.word("head"), match.word("unit")
    if head is None or unit is None or unit.plural or unit.value not in ("Y", "M", "D"):
        return
    if head.text.lower() != ("am" if unit.value == "D" else "im") or match.kind_after() in ("after", "before", "month"):
        return
    earlier = match.words[max(0, match.first - 6) : match.first]
    if any(word.kind in ("number", "digits", "three", "many", "numeral", "four", "vague") for word in earlier):
        yield reading(match, "SET", format_duration("1", unit.value))


def weekdays(match: Match) -> Iterable[Reading]:
    """montags."""
    head = match.word("head")
    free = not match.is_glued() and match.kind_after() != "dash"
    return [reading(match, "SET", f"XXXX-WXX-{head.value}")] if head is not None and free else []
