"""Ages: "42-Jährige", "zwei Tage alt", "im Alter von 61 Jahren", "Peter Muster (45)"; and what only looks like one.

Source: the contract of claimcheck/1: an age is of persons and things, its unit a, mo, wk, d or h.
"""

from __future__ import annotations

from fractions import Fraction

from claimcheck.extraction.numbers.contexts import stems, words
from claimcheck.extraction.numbers.grammar import Quantity, Text
from claimcheck.extraction.numbers.lookalikes import has_role
from claimcheck.extraction.numbers.values import exact
from claimcheck.language.numerals import parse_fraction

TIME_UNITS = {"jahr": "a", "monat": "mo", "woche": "wk", "tag": "d", "stunde": "h"}
OLD = frozenset({"alt", "alte", "alten", "alter", "altes", "altem", "jung", "junge", "jungen", "junger", "junges"})
LEADS = words("before an age")
REACH = 8
LIMITS = frozenset({"unter", "über", "ab", "bis"})
PERSONS = stems("person")


def time_unit(key: str) -> str | None:
    """The UCUM unit of a noun of time in any form ("Jahren": a), or None."""
    for stem, unit in TIME_UNITS.items():
        if key.startswith(stem) and key[len(stem) :] in ("", "e", "en", "n", "s", "es"):
            return unit
    return None


def age_after(text: Text, at: int, first: int, value_last: int) -> Quantity | None:
    """The age that a figure gives with the noun of time after it, or None where the two are a duration or a date."""
    unit = time_unit(text.key(value_last))
    value = text.lexemes[at].value
    if unit is None or value is None:
        return None
    last = value_last + 1
    if text.key(last) in OLD:
        return _age((first, last + 1), at, value, unit, "age with alt")
    if text.key(last) in ("oder", "und") and text.key(last + 1) in ("älter", "jünger", "darüber"):
        return _age((first, last), at, value, unit, "age with a limit")
    if _is_led_by_age(text, first) or _is_limit_of_persons(text, first):
        return _age((first, last), at, value, unit, "age after Alter")
    return None


def _age(span: tuple[int, int], at: int, value: Fraction, unit: str, rule: str) -> Quantity:
    return Quantity(*span, at, exact(value), "age", rule, unit, closed=True)


def _is_led_by_age(text: Text, first: int) -> bool:
    """Whether "Alter von", "Alter zwischen" … stands before, with other figures of a list in between."""
    at = first - 1
    for _ in range(12):
        key = text.key(at)
        if key in ("alter", "alters", "lebensalter", "durchschnittsalter", "altersgrenze", "mindestalter", "höchstalter"):
            return text.same_sentence(at, first)
        figure = 0 <= at < len(text.lexemes) and text.lexemes[at].kind == "figure"
        if not (figure or key in LEADS or key in {",", "und", "oder", "sowie", "bis"} or time_unit(key)):
            return False
        at -= 1
    return False


def _is_limit_of_persons(text: Text, first: int) -> bool:
    """ "Kinder unter 14 Jahren", "starb mit 75 Jahren", "Mädchen zwischen neun und zwölf Jahren"."""
    before = text.key(first - 1)
    if before in LIMITS or before in ("und", "bis"):
        at = first - 1
        while (
            at > first - REACH
            and at > 0
            and (text.key(at) in LIMITS | {"und", "bis", "zwischen", "von"} or text.lexemes[at].kind == "figure")
        ):
            at -= 1
        return text.key(at).startswith(PERSONS) and text.word(at)[:1].isupper()
    return False


def grown_age(text: Text, at: int) -> Quantity | None:
    """ "35-jährige", "42-Jährige", "zweijähriger", "11jährig" from the lexeme of the figure or of the whole word."""
    lexeme = text.lexemes[at]
    if lexeme.kind == "figure" and lexeme.value is not None:
        hyphen = text.key(at + 1) == "-" and text.lexemes[at + 1].glued
        end = at + 2 if hyphen else at + 1
        if not text.key(end).startswith("jährig") or len(text.key(end)) > 9 or (hyphen and not text.lexemes[end].glued):
            return None
        return None if lasts(text, end) else _age((at, end + 1), at, lexeme.value, "a", "age in -jährig")
    stem, _, ending = lexeme.key.partition("jährig")
    value = parse_fraction(stem) if stem and len(ending) <= 2 else None
    if value is None or lasts(text, at) or not lexeme.key.startswith(stem + "jährig"):
        return None
    return _age((at, at + 1), at, value, "a", "age in -jährig")


def lasts(text: Text, at: int) -> bool:
    """Whether the noun after -jährig lasts ("fünfjährige Herrschaft") instead of having an age."""
    if text.word(at)[:1].isupper() and text.lexemes[at].glued:
        return False
    for index in range(at + 1, min(at + 6, len(text.lexemes))):
        lexeme = text.lexemes[index]
        if lexeme.kind != "word" or not text.same_sentence(at, index):
            return False
        if lexeme.is_capital:
            return has_role(lexeme.key, "lasting")
    return False


def bracketed_age(text: Text, at: int) -> Quantity | None:
    """ "Peter Muster (45)" and "(er 41, sie 37)": a figure of two digits after a full name or a pronoun in brackets."""
    lexeme = text.lexemes[at]
    if lexeme.value is None or not lexeme.text.isdigit() or not 1 <= lexeme.value <= 110:
        return None
    closes = text.key(at + 1) in {")", ","}
    if closes and text.key(at - 1) in ("(", ",") and lexeme.value >= 10 and at > 1 and text.lexemes[at - 2].end in text.persons:
        return _age((at, at + 1), at, lexeme.value, "a", "age in brackets")
    if closes and text.key(at - 1) in {"er", "sie"} and text.key(at - 2) in {"(", ","}:
        return _age((at, at + 1), at, lexeme.value, "a", "age in brackets")
    named = text.word(at - 2)[:1].isupper() and text.word(at - 3)[:1].isupper() and not text.word(at - 2).isupper()
    if closes and text.key(at - 1) == "(" and named and lexeme.value >= 10:
        return _age((at, at + 1), at, lexeme.value, "a", "age in brackets")
    return None


def pension_age(text: Text, at: int) -> Quantity | None:
    """ "die Rente mit 67"."""
    lexeme = text.lexemes[at]
    if text.key(at - 1) != "mit" or text.key(at - 2) not in ("rente", "ruhestand", "pension", "abitur"):
        return None
    return _age((at, at + 1), at, lexeme.number, "a", "age after Rente mit") if 15 < lexeme.number < 100 else None
