"""Productions of years and what is longer or counted in them: quarters, halves, decades, centuries; and amounts that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extraction.dates.grammar import Match
from claimcheck.extraction.dates.reading import Reading, reading
from claimcheck.extraction.dates.vocabulary import name_words
from claimcheck.extraction.dates.words import Word

NUMBERS = re.compile(r"\d+")
YEAR_CUES = ("in", "since", "from", "until", "before", "after", "of", "open", "between", "at", "boundary", "slash")
DECADE_CUES = ("in", "since", "boundary", "until")
AMOUNT_CUES = ("hedge", "over", "number", "three", "many", "mixed", "digits")
PARTS_OF_YEAR = {"Q": ("Q", 4), "H": ("H", 2), "T3": ("Q", 3)}
CENTURIES = 30  # no century after this one is spoken of
SIGNS_BEFORE = "§#$€£+*="
SIGNS_AFTER = "%°€$£"


def named_year(match: Match) -> str:
    """The year that a match names, XXXX where it names none."""
    word, short_word = match.word("year"), match.word("short")
    if word is not None:
        return word.text.zfill(4)
    return short_year(short_word.text) if short_word is not None else "XXXX"


def year_shift(match: Match) -> int | None:
    """-1 for "vorigen Jahres" and "des Vorjahres", 0 for "dieses Jahres"; None where nothing of the kind stands there."""
    which, unit, deictic = match.word("which"), match.word("of_unit"), match.word("of_deictic")
    if which is not None and unit is not None and unit.value == "Y":
        return {"last": -1, "next": 1, "following": 1}.get(which.kind, 0)
    if deictic is not None and deictic.value.startswith("year"):
        return int(deictic.value.split()[1])
    return None


def short_year(digits: str) -> str:
    """'89 → 1989, '14 → 2014."""
    return f"{'19' if int(digits) > 49 else '20'}{int(digits):02}"


def dated(match: Match, rest: str, **more: object) -> Reading:
    """A reading of the year of the match and what follows it: "-05-03", "-SU"."""
    year, shift = named_year(match), year_shift(match)
    if shift is not None:
        return reading(match, "DATE", f"XXXX{rest}", "yearless", amount=shift, lean="shift", **more)
    return reading(match, "DATE", year + rest, "yearless" if year == "XXXX" else "final", **more)


def third_of_year(match: Match) -> Iterator[Reading]:
    """drittes Quartal 2024, 2. Halbjahr, des 19. Jahrhunderts."""
    head, unit = match.word("head"), match.word("unit")
    if head is None or unit is None:
        return
    number = int(head.value or head.text)
    if unit.value in ("CE", "ML") and 1 <= number <= CENTURIES:
        era = "BC" if match.word("era") is not None else ""
        yield reading(match, "DATE", era + (century_value(number) if unit.value == "CE" else str(number - 1)))
        return
    letter, last = PARTS_OF_YEAR.get(unit.value, ("", 0))
    if 1 <= number <= last and not unit.text.lower().startswith(("semester", "vierteljahr")):
        yield dated(match, f"-{letter}{number}")


def century_value(number: int) -> str:
    """The 21st century → 20."""
    return f"{number - 1:02}"


def century_list(match: Match) -> Iterator[Reading]:
    """im 19. und 20. Jahrhundert: one reading for each."""
    head, second, unit = match.word("head"), match.word("second"), match.word("unit")
    if head is None or second is None or unit is None or unit.value != "CE":
        return
    if 1 <= int(head.text) < int(second.text) <= CENTURIES:
        yield Reading(match.first, match.first + 2, match.rule, "DATE", century_value(int(head.text)))
        yield Reading(match.match.start("second"), match.last, match.rule, "DATE", century_value(int(second.text)))


def half(match: Match) -> Iterator[Reading]:
    """zweite Jahreshälfte 2024, erste Hälfte des 19. Jahrhunderts."""
    head, century, decade_word, unit = match.word("head"), match.word("century"), match.word("decade"), match.word("unit")
    if head is None or head.value not in ("1", "2"):
        return
    mod = "START" if head.value == "1" else "END"
    of_year = match.words[match.first + 1].text.lower().startswith("jahres")
    if century is not None:
        if unit is not None and unit.value == "CE" and 1 <= int(century.text) <= CENTURIES:
            yield reading(match, "DATE", century_value(int(century.text)), mod=mod)
    elif decade_word is not None:
        yield reading(match, "DATE", decade_value(decade_word), mod=mod)
    elif of_year or named_year(match) != "XXXX" or year_shift(match) is not None:
        yield dated(match, f"-H{head.value}")


def decade_value(word: Word) -> str:
    """60er → 196, 1990er → 199, neunziger → 199."""
    digits = NUMBERS.findall(f"{word.text} {word.value}")[0]
    return digits[:3] if len(digits) == 4 else f"19{digits[0]}"


def decade(match: Match) -> Iterator[Reading]:
    """die 60er Jahre, den Neunzigerjahren, der 90er."""
    head, unit = match.word("head"), match.word("unit")
    if head is None:
        return
    counted = unit is not None and unit.value == "Y" and unit.plural
    whole = head.kind == "decade_word" and head.text.lower().endswith(("jahre", "jahren"))
    if counted or whole or (match.is_alone() and _is_bare_decade(match, head)):
        yield reading(match, "DATE", decade_value(head))


def _is_bare_decade(match: Match, head: Word) -> bool:
    """True for "Ende der 60er" and "in den Siebzigern"; "die Zwanziger" may be banknotes."""
    listed = match.words[match.last : match.last + 2]
    if len(listed) == 2 and listed[0].kind in ("and", "until", "comma", "dash") and listed[1].kind in ("decade_word", "tens"):
        return True
    if match.kind_before() not in ("article", "boundary", "stage") or decade_value(head).endswith("0"):
        return False
    earlier = match.words[max(0, match.first - 3) : match.first - 1]
    return head.kind == "tens" or (head.text[0].isupper() and any(word.kind in DECADE_CUES for word in earlier))


def year(match: Match) -> Iterator[Reading]:
    """im Jahr 2024, Jahrgang 1998, im Jahr 300 v. Chr."""
    head, number = match.word("head"), match.word("year")
    if head is not None and number is not None and (head.kind == "year_word" or head.value == "Y"):
        if match.word("era") is None and _counts(match, number):
            return
        yield reading(match, "DATE", _in_era(match, number))


def _counts(match: Match, number: Word) -> bool:
    """im Jahr 170 Euro, im Jahr 2000 Euro, im Jahr 350 Menschen: a figure and what it counts."""
    following = match.following()
    if following is None:
        return False
    sign = following.kind == "sign" and following.text in SIGNS_AFTER
    amount = following.text in name_words("before") - name_words("aged")
    return sign or amount or (number.kind == "three" and following.kind in ("capital", "unit", "counted_unit", "numeral"))


def year_bc(match: Match) -> Iterator[Reading]:
    """300 v. Chr."""
    head = match.word("head")
    if head is not None:
        yield reading(match, "DATE", _in_era(match, head))


def _in_era(match: Match, number: Word) -> str:
    era = match.word("era")
    return f"{'BC' if era is not None and era.kind == 'bc' else ''}{number.text.zfill(4)}"


def year_range(match: Match) -> Iterator[Reading]:
    """Saison 2007/08, Geschäftsjahr 2007/2008."""
    words = match.words[match.first : match.last]
    first, second = (int(word.text) for word in words if word.kind in ("four", "digits"))
    if (second - first) % 100 == 1:
        yield reading(match, "DATE", f"{first}/{first + 1}")


def short(match: Match) -> Iterator[Reading]:
    """'89."""
    word = match.word("short")
    if word is not None and len(word.text) == 2 and match.kind_before() in (*YEAR_CUES, "season", "month"):
        yield reading(match, "DATE", short_year(word.text))


def bare_year(match: Match) -> Iterator[Reading]:
    """2024 by itself, where it is no amount, no name and no telephone number."""
    if _is_name(match) or _is_amount(match) or _is_compound(match):
        return
    number = int(match.words[match.first].text)
    cued = match.kind_before() in YEAR_CUES or _other_end(match, -1) or _other_end(match, 1)
    common = match.kind_after() != "capital"
    told = common and match.text_before() != "es"
    if 1900 <= number <= 2035 or (1500 <= number < 1900 and told) or (1000 <= number <= 2100 and cued and common):
        yield reading(match, "DATE", match.words[match.first].text)


def _other_end(match: Match, step: int) -> bool:
    """True for 1170-1230: another year across a dash or bis."""
    link, other = match.first + step, match.first + 2 * step
    if not 0 <= other < len(match.words):
        return False
    return match.words[link].kind in ("dash", "until") and match.words[other].kind == "four"


def _is_name(match: Match) -> bool:
    """Agenda 2010, Resolution 1701, § 1906."""
    sign = match.kind_before() == "sign" and match.text_before() in SIGNS_BEFORE
    return sign or match.text_before() in name_words("after")


def _is_amount(match: Match) -> bool:
    """mehr als 2000 Soldaten, 2024 Menschen, 2010 Euro, 2000 bis 3000 Grad."""
    if match.kind_before() in AMOUNT_CUES or match.text_before() == "auf":
        loose = match.text_before().lower() in ("etwa", "als", "ca", "circa")
        return not loose or match.kind_after() in ("capital", "adjective")
    following = match.following()
    if following is None:
        return False
    if following.kind in ("unit", "counted_unit", "mixed") or (following.kind == "sign" and following.text in SIGNS_AFTER):
        return True
    plural = following.kind == "adjective" and not following.text.endswith(("es", "em"))
    counted = match.words[match.last + plural : match.last + plural + 1]
    spanned = match.words[match.last + 2 : match.last + 3] if following.kind in ("until", "dash") else ()
    return any(word.text in name_words("before") for word in (*counted, *spanned)) or any(
        word.kind in ("unit", "counted_unit") for word in spanned
    )


def _is_compound(match: Match) -> bool:
    """2000-Seelen-Gemeinde, 2024-13; not 1914-1918."""
    here = match.words[match.first : match.last + 2]
    glued = len(here) == 3 and here[0].end == here[1].start and here[1].end == here[2].start
    return glued and here[1].kind == "dash" and here[2].kind != "four"
