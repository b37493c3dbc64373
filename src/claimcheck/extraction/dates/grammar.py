"""The rules of dates: regular expressions over the kinds of words, each with the production that reads it.

A pattern names kinds in capitals (``DIGITS DOT MONTH``); it is compiled to one character per kind. Every rule starts with
one word of the kinds in ``head``, so that only the few rules for a word are tried at it, in the order of this file.
No pattern repeats without a limit. What stands before the core (article, hedge, "Anfang") is added in ``reading.py``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.extraction.dates.words import Word

KINDS = (
    "other", "capital", "adjective", "name", "iso", "dmy", "slashed", "dm", "clock", "point", "number", "tens",
    "mixed", "four", "three", "digits", "many", "break", "sign", "dot", "comma", "dash", "slash", "colon",
    "apostrophe", "open", "close", "stop", "month", "weekday", "weekdays", "weekday_part", "season", "part", "parts",
    "unit", "counted_unit", "holiday", "numeral", "ordinal", "decade_word", "times", "rate", "long_word", "age",
    "boundary", "stage", "last", "next", "following", "current", "same", "this", "that", "every", "all", "article",
    "hedge", "vague", "since", "from", "until", "before", "after", "in", "on", "of", "to", "at", "between", "per",
    "over", "through", "and", "later", "earlier", "ago", "during", "half", "quarter_hour", "oclock", "half_of",
    "half_year", "old_part", "whole", "measure", "old", "christ", "bc", "ad", "season_of", "year_word", "both", "deictic",
    "reference",
)  # fmt: skip
LETTER = {kind: chr(0x100 + index) for index, kind in enumerate(KINDS)}
GROUPS = {
    "COUNT": "(?:DIGITS|THREE|FOUR|MANY|NUMBER|NUMERAL)",
    "JOIN": "(?:COMMA|AND|UNTIL|DASH|SLASH|TO|ON|ARTICLE)",
    "OF_YEAR": """(?: ARTICLE? (?P<which>LAST|NEXT|CURRENT|THIS|SAME|FOLLOWING) (?P<of_unit>UNIT)
                    | ARTICLE (?P<of_deictic>DEICTIC) )""",
    "YEAR": "(?:(?:ARTICLE|IN)? UNIT)? (?P<year>FOUR)",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern: the kinds that can start it, and what follows the first word."""

    name: str
    heads: tuple[str, ...]
    pattern: re.Pattern[str]


def rule(name: str, heads: str, rest: str) -> Rule:
    """A rule with the kinds in ``heads`` (blank-separated) as its first word, which is the group ``head``."""
    kinds = tuple(head.lower() for head in heads.split())
    return Rule(name, kinds, re.compile(_letters(f"(?P<head>{'|'.join(heads.split())}){rest}"), re.VERBOSE))


def _letters(pattern: str) -> str:
    for name, group in GROUPS.items():
        pattern = re.sub(rf"\b{name}\b", group, pattern)
    return re.sub(r"\b[A-Z][A-Z_]+\b", lambda match: LETTER[match.group().lower()], pattern)


RULES: tuple[Rule, ...] = (
    # a part of a day with its date: die Nacht zum 3. Mai, am Morgen des 3. Mai
    rule("part_of_date", "PART", r"(?P<night>TO|OF|UNTIL)? ARTICLE? (?P<day>DIGITS) DOT (?P<month>MONTH) (?P<year>FOUR)?"),
    rule("part_of_date", "STAGE", r"(?P<part>PART) ARTICLE? (?P<day>DIGITS) DOT (?P<month>MONTH) (?P<year>FOUR)?"),
    rule("night_between", "PART", r"OF (?P<first>WEEKDAY|DIGITS) DOT? (?:TO|UNTIL) ARTICLE? (?P<weekday>WEEKDAY)"),
    rule("night_to_day", "PART", r"TO (?P<deictic>DEICTIC)"),
    rule("part_of_weekday", "PART", r"(?:TO ARTICLE? | ARTICLE | OF) (?:LAST|NEXT)? (?P<weekday>WEEKDAY)"),
    # days: Samstag, 8., und Sonntag, 9. März; Mittwoch voriger Woche; 18.10.2024; vom 3. bis 5. Mai
    rule(
        "weekday_list",
        "WEEKDAY",
        r"""COMMA? ARTICLE? (?P<first_day>DIGITS) DOT COMMA? (?:AND|UNTIL|DASH) TO?
            (?P<second>WEEKDAY) COMMA? ARTICLE? (?P<day>DIGITS) DOT (?P<month>MONTH) (?:DOT? YEAR)?""",
    ),
    rule("weekday_of_week", "WEEKDAY", r"ARTICLE? (?P<which>LAST|NEXT|THIS) (?P<unit>UNIT)"),
    rule("week_weekday", "LAST NEXT THIS", r"(?P<unit>UNIT) (?P<weekday>WEEKDAY)"),
    rule("numeric_date", "WEEKDAY", r"COMMA? (?:ARTICLE|ON)? (?P<date>ISO|DMY|SLASHED|DM)"),
    rule("numeric_date", "ISO DMY SLASHED DM", r""),
    rule("day_month", "WEEKDAY", r"COMMA? (?:ARTICLE|ON)? (?P<day>DIGITS) DOT (?P<month>MONTH) (?:DOT? YEAR | OF_YEAR)?"),
    rule("day_month", "DIGITS", r"DOT (?P<month>MONTH) (?:DOT? YEAR | OF_YEAR)?"),
    rule("day_list", "DIGITS", r"DOT (?P<more>(?:JOIN{1,4} DIGITS DOT){1,15}) (?P<month>MONTH) (?:DOT? YEAR | OF_YEAR)?"),
    # months, seasons, quarters, halves, centuries, decades, years
    rule("month", "MONTH", r"(?:DOT? YEAR | OF_YEAR | APOSTROPHE (?P<short>DIGITS))?"),
    rule("season", "SEASON", r"(?:YEAR (?:SLASH (?:DIGITS|FOUR))? | OF_YEAR)?"),
    rule("third_of_year", "ORDINAL", r"(?P<unit>UNIT) (?:ARTICLE? YEAR | OF_YEAR)?"),
    rule("third_of_year", "DIGITS", r"DOT (?P<unit>UNIT) (?:ARTICLE? YEAR | OF_YEAR | (?P<era>BC DOT? CHRIST))?"),
    rule("century_list", "DIGITS", r"DOT (?:AND|UNTIL|DASH|SLASH) TO? (?P<second>DIGITS) DOT (?P<unit>UNIT)"),
    rule(
        "half",
        "ORDINAL",
        r"""HALF_YEAR (?: (?:ARTICLE UNIT?)? (?P<year>FOUR) | OF_YEAR
                        | ARTICLE (?P<century>DIGITS) DOT (?P<unit>UNIT)
                        | ARTICLE (?P<decade>TENS|DECADE_WORD) DASH? UNIT? )?""",
    ),
    rule("decade", "TENS DECADE_WORD", r"DASH? (?P<unit>UNIT)?"),
    rule("year_bc", "FOUR THREE DIGITS", r"(?P<era>(?:BC|AD) DOT? CHRIST)"),
    rule("year_range", "SEASON_OF", r"(?P<year>FOUR) (?:SLASH|DASH) (?:DIGITS|FOUR)"),
    rule("year_range", "FOUR", r"SLASH (?P<second>DIGITS|FOUR)"),
    rule(
        "year",
        "UNIT YEAR_WORD",
        r"(?P<year>FOUR | THREE | DIGITS (?=BC|AD)) (?!SLASH (?:FOUR|DIGITS)) (?P<era>(?:BC|AD) DOT? CHRIST)?",
    ),
    rule("bare_year", "FOUR", r""),
    rule("short_year", "APOSTROPHE", r"(?P<short>DIGITS)"),
    # relative: die letzten zehn Jahre, vergangene Woche, Ende des Jahres, im Jahr davor
    rule("last_count", "LAST NEXT ORDINAL", r"HEDGE? (?P<count>COUNT|VAGUE|BOTH) ADJECTIVE? (?P<unit>UNIT|COUNTED_UNIT)"),
    rule(
        "relative",
        "LAST NEXT FOLLOWING CURRENT SAME THIS THAT",
        r"ADJECTIVE? (?P<what>UNIT|WEEKDAY|WEEKDAY_PART|MONTH|SEASON|PART|HOLIDAY) (?P<parts>PARTS)?",
    ),
    rule("day_adjective", "LAST NEXT CURRENT", r"(?P<noun>CAPITAL)"),
    rule("end_of", "BOUNDARY", r"(?:ARTICLE (?P<unit>UNIT) | (?P<year>FOUR))?"),
    rule("whole", "WHOLE", r"(?P<unit>UNIT) (?!FOUR)"),
    rule("unit_on", "UNIT", r"(?P<side>LATER|EARLIER)"),
    # sets
    rule("unit_by_unit", "UNIT", r"(?:THROUGH|AT) (?P<unit>UNIT)"),
    rule(
        "every",
        "EVERY",
        r"(?P<nth>ORDINAL)? ADJECTIVE? (?P<what>UNIT|WEEKDAY|MONTH|SEASON|PART|WEEKDAY_PART) (?:IN (?P<in_unit>UNIT))?",
    ),
    rule("every_few", "ALL", r"(?P<count>COUNT|VAGUE) (?P<unit>UNIT)"),
    rule("times", "TIMES", r"(?: (?P<rate>RATE) | (?:PER|IN|ON) ARTICLE? (?P<unit>UNIT) (?!FOUR) )"),
    rule("rate", "RATE", r""),
    rule("per", "PER", r"(?P<unit>UNIT)"),
    rule("in_unit", "IN ON", r"(?P<unit>UNIT) (?!FOUR|THREE|LATER|EARLIER)"),
    rule("weekdays", "WEEKDAYS", r""),
    rule("weekend", "UNIT", r""),
    # clock times
    rule(
        "clock_range",
        "CLOCK POINT DIGITS NUMERAL",
        r"OCLOCK? (?:UNTIL|DASH|AND|SLASH) (?P<second>CLOCK|POINT|DIGITS|NUMERAL) OCLOCK (?P<minutes>DIGITS (?!DOT))?",
    ),
    rule(
        "clock_ranges",
        "CLOCK POINT DIGITS",
        r"""(?:UNTIL|DASH) (?P<second>CLOCK|POINT|DIGITS)
            (?= (?:AND|COMMA) OF? (?:CLOCK|POINT|DIGITS) (?:UNTIL|DASH) (?:CLOCK|POINT|DIGITS) OCLOCK )""",
    ),
    rule("clock", "CLOCK POINT DIGITS NUMERAL", r"OCLOCK (?P<minutes>DIGITS (?!DOT))? (?P<parts>PARTS|STAGE)?"),
    rule("half_hour", "HALF QUARTER_HOUR", r"(?P<side>BEFORE|AFTER)? (?P<hour>NUMERAL|DIGITS) (?!UNIT)"),
    rule("bare_clock", "CLOCK POINT", r""),
    # durations: sechs bis acht Monate, vor zwei Jahren und drei Monaten, ein paar Tage, seit Jahren
    rule(
        "duration_range",
        "DIGITS THREE NUMBER NUMERAL",
        r"(?:UNTIL TO? | DASH | AND) (?P<second>COUNT) (?P<unit>UNIT|COUNTED_UNIT) (?P<tail>DURING|LATER|EARLIER)?",
    ),
    rule(
        "duration",
        "DIGITS THREE FOUR MANY NUMBER NUMERAL",
        r"""(?: DASH | HEDGE | (?P<half>HALF_OF) | (?P<factor>NUMERAL) | ADJECTIVE | VAGUE )? (?P<unit>UNIT|COUNTED_UNIT)
            (?:AND (?P<count2>COUNT) (?P<unit2>UNIT))? (?P<tail>DURING|LATER|EARLIER)?""",
    ),
    rule("few", "NUMERAL", r"(?P<count>VAGUE) (?P<unit>UNIT|COUNTED_UNIT) (?P<tail>DURING|LATER|EARLIER)?"),
    rule("few", "VAGUE HALF_OF HEDGE", r"ADJECTIVE? (?P<unit>UNIT|COUNTED_UNIT) (?P<tail>DURING|LATER|EARLIER)?"),
    rule("bare_plural", "SINCE BEFORE AFTER OVER THROUGH", r"(?P<unit>UNIT)"),
    rule("long_word", "LONG_WORD", r""),
    rule("measured", "DIGITS NUMERAL THREE", r"DASH (?P<measure>MEASURE)"),
    rule("span_of_years", "AGE", r"(?P<noun>CAPITAL)"),
    # deictic words, weekdays, parts of the day, holidays, references
    rule("deictic", "DEICTIC", r"(?P<part>PART|PARTS|STAGE|OLD_PART|DEICTIC)?"),
    rule("weekday", "WEEKDAY", r"(?P<parts>PARTS|PART|STAGE|OLD_PART|DEICTIC)?"),
    rule("weekday_part", "WEEKDAY_PART", r"(?:COMMA? ARTICLE? (?P<day>DIGITS) DOT (?P<month>MONTH) (?:DOT? YEAR)?)?"),
    rule("part", "STAGE", r"(?P<part>PART)"),
    rule("part", "PART PARTS", r""),
    rule("holiday", "HOLIDAY", r"(?P<year>FOUR)?"),
    rule("reference", "REFERENCE", r""),
)

BY_HEAD: dict[str, tuple[Rule, ...]] = {
    LETTER[kind]: tuple(rule for rule in RULES if kind in rule.heads) for kind in KINDS
}
STARTS = re.compile(f"[{''.join(letter for letter, rules in BY_HEAD.items() if rules)}]")


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits some words: ``first`` and ``last`` (exclusive) are indexes of words."""

    rule: str
    words: Sequence[Word]
    match: re.Match[str]

    @property
    def first(self) -> int:
        """Index of the first word."""
        return self.match.start()

    @property
    def last(self) -> int:
        """Index after the last word."""
        return self.match.end()

    def word(self, group: str) -> Word | None:
        """The (first) word of a group; None where the group is not there."""
        if group not in self.match.re.groupindex or self.match.start(group) < 0:
            return None
        return self.words[self.match.start(group)]

    def group(self, group: str) -> Sequence[Word]:
        """All words of a group."""
        first, last = self.match.span(group)
        return self.words[first:last]

    def before(self, steps: int = 1) -> Word | None:
        """The word so many steps before the match."""
        index = self.first - steps
        return self.words[index] if index >= 0 else None

    def following(self) -> Word | None:
        """The word after the match."""
        return self.words[self.last] if self.last < len(self.words) else None

    def kind_before(self, steps: int = 1) -> str:
        """The kind of the word so many steps before the match, "" outside the text."""
        word = self.before(steps)
        return word.kind if word is not None else ""

    def text_before(self, steps: int = 1) -> str:
        """The word so many steps before the match as written, "" outside the text."""
        word = self.before(steps)
        return word.text if word is not None else ""

    def kind_after(self) -> str:
        """The kind of the word after the match, "" at the end of the text."""
        word = self.following()
        return word.kind if word is not None else ""

    def is_alone(self) -> bool:
        """True where the match is one word."""
        return self.last == self.first + 1

    def is_glued(self) -> bool:
        """True within a compound with hyphens: Winter-Biathlon, MIP-Montag."""
        before, following = self.before(), self.following()
        if following is not None and following.text == "-" and following.start == self.words[self.last - 1].end:
            after = self.words[self.last + 1 : self.last + 2]
            if after and after[0].start == following.end and after[0].text[0].isupper() and after[0].kind in ("capital", "name"):
                return True
        behind = before is not None and before.text == "-" and before.end == self.words[self.first].start
        return behind and self.text_before(2).isupper()


def letters_of(words: Sequence[Word]) -> str:
    """One character per word: its kind."""
    return "".join([LETTER[word.kind] for word in words])
