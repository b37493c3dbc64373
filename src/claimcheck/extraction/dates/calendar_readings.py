"""Productions of calendar dates: days, months, seasons, quarters, decades, centuries, years, holidays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.extraction.dates.grammar import Match
from claimcheck.extraction.dates.reading import Reading, reading
from claimcheck.extraction.dates.timex import is_day
from claimcheck.extraction.dates.vocabulary import name_words
from claimcheck.extraction.dates.words import Word

NUMBERS = re.compile(r"\d+")
YEAR_CUES = ("in", "since", "from", "until", "before", "after", "of", "open", "between", "at", "boundary", "slash")
AMOUNT_CUES = ("hedge", "over", "number", "three", "many", "mixed")
LENGTHS = {"Q": "Q", "H": "H", "T3": "T"}


def year_of(match: Match) -> tuple[str, float]:
    """The year that a match names, XXXX where it names none, and the shift that its words give (NaN-free: 99 is none)."""
    if word := match.word("year"):
        return word.text.zfill(4), 99
    if word := match.word("short"):
        return short_year(word.text), 99
    which, unit, deictic = match.word("which"), match.word("of_unit"), match.word("of_deictic")
    if which is not None and unit is not None and unit.value == "Y":
        return "XXXX", {"last": -1, "next": 1, "following": 1}.get(which.kind, 0)
    if deictic is not None and deictic.value.startswith("year"):
        return "XXXX", int(deictic.value.split()[1])
    return "XXXX", 99


def short_year(digits: str) -> str:
    """'89 → 1989, '14 → 2014."""
    return f"{'19' if int(digits) > 49 else '20'}{int(digits):02}"


def dated(match: Match, rest: str, **more: object) -> Reading:
    """A reading of the year of the match and what follows it: "-05-03", "-SU"."""
    year, shift = year_of(match)
    if shift != 99:
        return reading(match, "DATE", f"XXXX{rest}", "yearless", amount=shift, lean="shift", **more)
    return reading(match, "DATE", year + rest, "yearless" if year == "XXXX" else "final", **more)


def day_month(match: Match) -> Iterator[Reading]:
    """3. Mai 2024; Samstag, dem 3. Mai."""
    day, month = match.word("day") or match.word("head"), match.word("month")
    if month is not None and is_abbreviated(month) and match.words[match.last - 1] is month and _dot(match) is None:
        return
    if day is not None and month is not None and is_day(2024, int(month.value), int(day.text)):
        weekday = match.word("head")
        given = weekday.value if weekday is not None and weekday.kind == "weekday" else ""
        yield dated(match, f"-{month.value}-{int(day.text):02}", weekday=given)


def is_abbreviated(month: Word) -> bool:
    """Jan, Sept."""
    return len(month.text) in (3, 4) and month.text not in ("Mai", "MAI", "März", "MÄRZ", "Juni", "JUNI", "Juli", "JULI")


def _dot(match: Match) -> Word | None:
    following = match.following()
    return following if following is not None and following.kind in ("dot", "four") else None


def weekday_list(match: Match) -> Iterator[Reading]:
    """Samstag, 8., und Sonntag, 9. März: one reading for each."""
    month, days = match.word("month"), (match.word("first_day"), match.word("day"))
    if month is None or any(day is None or not is_day(2024, int(month.value), int(day.text)) for day in days):
        return
    start = match.match.start("second")
    for first, last, weekday, day in ((match.first, match.match.start("first_day") + 2, match.first, days[0]), (start, match.last, start, days[1])):
        whole = dated(match, f"-{month.value}-{int(day.text if day is not None else 0):02}")
        yield Reading(first, last, "day_list", "DATE", whole.value, whole.grain, weekday=match.words[weekday].value)


def day_list(match: Match) -> Iterator[Reading]:
    """vom 3. bis 5. Mai; am 3., 4. und 5. Mai: one reading for each day."""
    month = match.word("month")
    start = match.match.start("more") - 2
    stop = match.match.end("more")
    days = [index for index in range(start, stop) if match.words[index].kind == "digits"]
    if month is None or any(not is_day(2024, int(month.value), int(match.words[i].text)) for i in days):
        return
    for index in days:
        whole = dated(match, f"-{month.value}-{int(match.words[index].text):02}")
        last = match.last if index == days[-1] else index + 2
        yield Reading(index, last, "day_list", "DATE", whole.value, whole.grain, amount=whole.amount, lean=whole.lean)


def numeric_date(match: Match) -> Iterator[Reading]:
    """2024-10-18, 18.10.2024, 18.10.24, 18.10."""
    word = match.word("date") or match.word("head")
    if word is None:
        return
    parts = [int(part) for part in NUMBERS.findall(word.text)]
    if word.kind == "iso":
        year, month, day = parts[:3]
    else:
        day, month, year = parts[0], parts[1], parts[2] if len(parts) > 2 else 0
    if (word.kind == "dm" and not _is_day_and_month(match, word)) or not is_day(year if year > 99 else 2024, month, day):
        return
    written = "XXXX" if word.kind == "dm" else short_year(str(year)) if year < 100 else f"{year:04}"
    clock = word.text[10:] if word.kind == "iso" else ""
    grain = "yearless" if word.kind == "dm" else "final"
    yield reading(match, "TIME" if clock else "DATE", f"{written}-{month:02}-{day:02}{clock}", grain)


def _is_day_and_month(match: Match, word: Word) -> bool:
    before = match.before()
    cues = ("on", "of", "until", "from", "since", "to", "open", "article", "and", "between", "before", "after", "dash", "weekday", "comma")
    if match.word("date") is not None:
        return True
    if len(word.text) == 6 and word.text[3] in "01" and (before is None or before.kind in ("break", "dot", "colon", "capital")):
        return before is None or before.kind != "capital" or before.text not in name_words("after")
    return before is not None and before.kind in cues and (before.kind not in ("comma", "and", "dash") or len(word.text) > 4)


def month(match: Match) -> Iterator[Reading]:
    """Mai, Mai 2024, Mai dieses Jahres; not Frau Mai and August Macke."""
    word, before, following = match.word("head"), match.before(), match.following()
    alone = match.last == match.first + 1
    if before is not None and before.kind == "dot" and _kind(match.before(2)) == "digits":
        return
    if word is None or (alone and is_abbreviated(word)) or is_glued(match):
        return
    if alone and before is not None and before.kind == "capital":
        return
    person = word.text in ("August", "Mai", "April", "Juni", "Juli", "Januar") and following is not None
    free = before is None or before.kind not in ("in", "since", "from", "until", "of", "to", "boundary", "and", "comma", "dash", "slash", "article")
    if alone and person and following is not None and following.kind == "capital" and free:
        return
    yield dated(match, f"-{word.value}")


def season(match: Match) -> Iterator[Reading]:
    """Sommer 2024, im Herbst."""
    word, before = match.word("head"), match.before()
    if word is None or is_glued(match) or (word.plural and not word.text.lower().endswith(("monate", "monaten", "monats", "sommers", "winters"))):
        return
    if match.last == match.first + 1 and before is not None and before.kind == "capital":
        return
    yield dated(match, f"-{word.value}")


def third_of_year(match: Match) -> Iterator[Reading]:
    """drittes Quartal 2024, 2. Halbjahr, des 19. Jahrhunderts."""
    head, unit = match.word("head"), match.word("unit")
    if head is None or unit is None:
        return
    number = int(head.value or head.text)
    if unit.value in ("CE", "ML") and 1 <= number <= 30:
        era = "BC" if match.word("era") is not None else ""
        yield reading(match, "DATE", era + (f"{number - 1:02}" if unit.value == "CE" else str(number - 1)))
    elif unit.value in LENGTHS and unit.text.lower() not in ("semester", "semesters", "vierteljahr"):
        if number <= {"Q": 4, "H": 2, "T3": 3}[unit.value]:
            yield dated(match, f"-{'Q' if unit.value == 'T3' else LENGTHS[unit.value]}{number}")


def century_list(match: Match) -> Iterator[Reading]:
    """im 19. und 20. Jahrhundert: one reading for each."""
    head, second, unit = match.word("head"), match.word("second"), match.word("unit")
    if head is not None and second is not None and unit is not None and unit.value == "CE":
        if 1 <= int(head.text) < int(second.text) <= 30:
            start = match.match.start("second")
            yield Reading(match.first, match.first + 2, match.rule, "DATE", f"{int(head.text) - 1:02}")
            yield Reading(start, match.last, match.rule, "DATE", f"{int(second.text) - 1:02}")


def half(match: Match) -> Iterator[Reading]:
    """zweite Jahreshälfte 2024, erste Hälfte des 19. Jahrhunderts."""
    head, name, century, decade = match.word("head"), match.words[match.first + 1], match.word("century"), match.word("decade")
    if head is None or head.value not in ("1", "2"):
        return
    mod = "START" if head.value == "1" else "END"
    if century is not None:
        unit = match.word("unit")
        if unit is not None and unit.value == "CE" and 1 <= int(century.text) <= 30:
            yield reading(match, "DATE", f"{int(century.text) - 1:02}", mod=mod)
    elif decade is not None:
        yield reading(match, "DATE", decade_value(decade), mod=mod)
    elif name.text.startswith(("Jahres", "JAHRES")) or year_of(match) != ("XXXX", 99):
        yield dated(match, f"-H{head.value}")


def decade_value(word: Word) -> str:
    """60er → 196, 1990er → 199, neunziger → 199."""
    digits = (NUMBERS.search(word.text) or NUMBERS.search(word.value))[0]  # type: ignore[index]
    return digits[:3] if len(digits) == 4 else f"19{digits[0]}"


def decade(match: Match) -> Iterator[Reading]:
    """die 60er Jahre, den Neunzigerjahren, der 90er."""
    head, unit, before = match.word("head"), match.word("unit"), match.before()
    if head is None:
        return
    whole = head.kind == "decade_word" and head.text.lower().endswith(("jahre", "jahren"))
    noun = head.kind == "decade_word" and head.text[0].isupper() and match.first > 1
    cued = noun and any(word.kind in ("in", "since", "boundary", "until") for word in match.words[max(0, match.first - 3) : match.first - 1])
    articled = (head.kind == "tens" or cued) and before is not None and before.kind in ("article", "boundary", "stage")
    if (unit is not None and unit.value == "Y" and unit.plural) or whole or (articled and unit is None and match.last == match.first + 1 and int(decade_value(head)[-1]) > 0):
        yield reading(match, "DATE", decade_value(head))


def year(match: Match) -> Iterator[Reading]:
    """im Jahr 2024, Jahrgang 1998."""
    head, number, era = match.word("head"), match.word("year"), match.word("era")
    if head is not None and number is not None and (head.kind == "year_word" or head.value == "Y"):
        yield reading(match, "DATE", _in_era(number, era))


def year_range(match: Match) -> Iterator[Reading]:
    """Saison 2007/08."""
    words = match.words[match.first : match.last]
    first, second = (int(word.text) for word in words if word.kind in ("four", "digits"))
    if (second - first) % 100 == 1:
        start = match.first
        yield Reading(start, match.last, "year_range", "DATE", f"{first}/{first + 1}")


def year_bc(match: Match) -> Iterable[Reading]:
    """300 v. Chr."""
    head = match.word("head")
    return [reading(match, "DATE", _in_era(head, match.word("era")))] if head is not None else []


def _in_era(number: Word, era: Word | None) -> str:
    return f"{'BC' if era is not None and era.kind == 'bc' else ''}{number.text.zfill(4)}"


def short(match: Match) -> Iterable[Reading]:
    """'89."""
    word, before = match.word("short"), match.before()
    fits = word is not None and len(word.text) == 2 and before is not None and before.kind in (*YEAR_CUES, "season", "month")
    return [reading(match, "DATE", short_year(word.text))] if fits and word is not None else []


def holiday(match: Match) -> Iterator[Reading]:
    """Ostern 2024, an Weihnachten, am Ersten Advent."""
    head = match.word("head")
    if head is not None:
        year = match.word("year")
        yield reading(match, "DATE", head.value, "holiday", unit=year.text if year is not None else "")


def bare_year(match: Match) -> Iterator[Reading]:
    """2024 by itself, where it is no amount, no name and no telephone number."""
    word, before, following = match.word("head"), match.before(), match.following()
    if word is None or _is_name(before) or _is_amount(match, before, following):
        return
    number = int(word.text)
    spanned = _other_end(match, -1) or _other_end(match, 1)
    cued = spanned or (before is not None and before.kind in YEAR_CUES)
    common = following is None or following.kind != "capital"
    if 1900 <= number <= 2035 or (1500 <= number < 1900 and common and _text(before) != "es") or (1000 <= number <= 2100 and cued and common):
        yield reading(match, "DATE", word.text)


def _text(word: Word | None) -> str:
    return word.text if word is not None else ""


def _kind(word: Word | None) -> str:
    return word.kind if word is not None else ""


def is_glued(match: Match) -> bool:
    """True within a compound with hyphens: Winter-Biathlon, MIP-Montag."""
    before, following = match.before(), match.following()
    first, last = match.words[match.first], match.words[match.last - 1]
    if following is not None and following.text == "-" and following.start == last.end:
        after = match.words[match.last + 1 : match.last + 2]
        if after and after[0].start == following.end and after[0].text[0].isupper() and after[0].kind in ("capital", "name"):
            return True
    return before is not None and before.text == "-" and before.end == first.start and _text(match.before(2)).isupper()


def _other_end(match: Match, step: int) -> bool:
    """True for 1170-1230: another year across a dash or bis."""
    link, other = match.first + step, match.first + 2 * step
    if not 0 <= other < len(match.words):
        return False
    return match.words[link].kind in ("dash", "until") and match.words[other].kind == "four"


def _is_name(before: Word | None) -> bool:
    return before is not None and (before.text in name_words("after") or (before.kind == "sign" and before.text in "§#$€£+*="))


def _is_amount(match: Match, before: Word | None, following: Word | None) -> bool:
    number = match.words[match.first]
    if before is not None and (before.kind in AMOUNT_CUES or before.text == "auf" or before.kind == "digits"):
        return before.text.lower() not in ("etwa", "als", "ca", "circa") or (following is not None and following.kind in ("capital", "adjective"))
    if following is None:
        return False
    if following.kind in ("until", "dash") and match.last + 2 < len(match.words):
        end = match.words[match.last + 2]
        if end.text in name_words("before") or end.kind in ("unit", "counted_unit"):
            return True
    glued = following.start == number.end
    after = match.words[match.last + 1] if match.last + 1 < len(match.words) else None
    if following.kind == "dash" and glued and after is not None and after.start == following.end:
        return after.kind != "four"
    if following.kind in ("unit", "counted_unit", "mixed") or (following.kind == "sign" and following.text in "%°€$£"):
        return True
    plural = following.kind == "adjective" and not following.text.endswith(("es", "em"))
    counted = after if plural else following
    return counted is not None and counted.text in name_words("before")
