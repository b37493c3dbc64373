"""One figure and the words to its right → a quantity, or None where the figure is no quantity.

The rules stand in ``FIGURE_RULES`` and ``WORD_RULES`` in the order in which they are tried; the first that answers wins.
"""

from __future__ import annotations

from fractions import Fraction

from claimcheck.extraction.numbers.ages import age_after, bracketed_age, grown_age, pension_age
from claimcheck.extraction.numbers.contexts import words
from claimcheck.extraction.numbers.grammar import FORMS_OF_EIN, NOTHING, Quantity, Read, Text, noun_follows
from claimcheck.extraction.numbers.lookalikes import continues_names, has_role, is_name, is_year, is_zero_padded
from claimcheck.extraction.numbers.measured import hyphenated, part_of_power, power_of, spaced_hyphen, sum_before, unit_after
from claimcheck.extraction.numbers.ordinals import ordinal_figure, place_number
from claimcheck.extraction.numbers.proportions import magnitude, share, times
from claimcheck.extraction.numbers.values import exact

QUOTES = frozenset('„“”"»«‚‘’')
LIST_LENGTH = 6
LISTING = words("within a list")


def read_figure(text: Text, at: int) -> Quantity | None:
    """The quantity that begins with the figure at this lexeme, or None."""
    for rule in FIGURE_RULES:
        found = rule(text, at)
        if found is not None:
            return None if found is NOTHING else found
    return None


def _code(text: Text, at: int) -> Quantity | None:
    """Codes and names that a figure is glued to: "007", "CO2", "Su-27"."""
    lexeme = text.lexemes[at]
    if is_zero_padded(lexeme):
        return NOTHING
    before = text.lexemes[at - 1] if at else None
    if before is None or not lexeme.glued:
        return None
    if before.text in "-–/" and at > 1 and before.glued and _is_code(text, at - 2):
        return NOTHING
    return NOTHING if before.text in "#@_" else None


def _is_code(text: Text, at: int) -> bool:
    lexeme = text.lexemes[at]
    return lexeme.kind == "word" or (lexeme.kind == "figure" and is_name(text.lexemes, at, noun_follows=False))


def _fraction(text: Text, at: int) -> Quantity | None:
    """ "2/3 der Stimmen", "4/5": small figures with a slash."""
    lexeme, slash = text.lexemes[at], text.key(at + 1)
    if slash != "/" or at + 2 >= len(text.lexemes) or not (text.lexemes[at + 1].glued and text.lexemes[at + 2].glued):
        return None
    other = text.lexemes[at + 2]
    whole = lexeme.text.isdigit() and other.text.isdigit() and other.number <= 10
    if not whole or not 0 < lexeme.number < other.number or text.word(at - 1)[:1].isupper() or noun_follows(text, at + 3):
        return NOTHING
    return Quantity(at, at + 3, at, exact(lexeme.number / other.number), "share", "fraction with a slash", closed=True)


def _scientific(text: Text, at: int) -> Quantity | None:
    """ "1e10"."""
    if text.key(at + 1) != "e" or not text.lexemes[at + 1].glued or not text.lexemes[at].is_digits:
        return None
    last = at + 2
    while text.key(last).isdecimal() and text.lexemes[last].glued and last < at + 5:
        last += 1
    if not at + 2 < last < at + 5:
        return None
    exponent = int("".join(text.key(index) for index in range(at + 2, last)))
    return Quantity(at, last, at, exact(text.lexemes[at].number * 10**exponent), "count", "scientific notation", closed=True)


def _quoted(text: Text, at: int) -> Quantity | None:
    """„911“, „documenta 12“: a figure that ends a short quotation is a name."""
    if text.word(at + 1) not in QUOTES or not text.lexemes[at + 1].glued:
        return None
    short = next((index for index in range(at - 1, max(at - 4, -1), -1) if text.word(index) in QUOTES), None)
    return NOTHING if short is not None else None


def _result(text: Text, at: int) -> Quantity | None:
    """ "(3-2)": a score in brackets, where a range would begin with the smaller figure."""
    for first in (at, at - 2):
        keys = [text.key(index) for index in range(first - 1, first + 4)]
        if keys[0] == "(" and keys[2] in ("-", "–") and keys[4] == ")" and keys[1].isdecimal() and keys[3].isdecimal():
            return NOTHING if int(keys[1]) >= int(keys[3]) else None
    return None


def _time_after(text: Text, at: int) -> Quantity | None:
    """Durations, sets and clock times are dates; only an age is a number."""
    age = age_after(text, at, at, at + 1)
    if age is not None:
        return age
    following = text.key(at + 1)
    if text.same_sentence(at, at + 1) and (has_role(following, "time") or has_role(following, "clock")):
        return NOTHING
    if _begins_duration(text, at):
        return NOTHING
    return NOTHING if following == "." and has_role(text.key(at + 2), "month") else None


def _begins_duration(text: Text, at: int) -> bool:
    """ "zehn bis fünfzehn Jahre", "zwei, drei Tage": the figure shares the noun of time after the next ones."""
    for _ in range(LIST_LENGTH):
        index = at + 1
        while text.key(index) in LISTING and index < at + 6:
            index += 1
        if index == at + 1 or not text.same_sentence(at, index) or text.lexemes[index].kind != "figure":
            return False
        if has_role(text.key(index + 1), "time"):
            return age_after(text, index, index, index + 1) is None
        at = index
    return False


def _article(text: Text, at: int) -> Quantity | None:
    """A form of ein is a candidate only; stress.py decides."""
    lexeme = text.lexemes[at]
    if lexeme.key not in FORMS_OF_EIN:
        return None
    if lexeme.key in ("ein", "einem") and text.key(at + 1) in ("paar", "bisschen", "wenig"):
        return NOTHING
    return Quantity(at, at + 1, at, exact(Fraction(1)), "count", "stressed ein", bare=True, article=True)


def _count(text: Text, at: int) -> Quantity | None:
    """A figure by itself or before a noun, unless it is a year, a name, or a word of another kind."""
    lexeme = text.lexemes[at]
    following = text.lexemes[at + 1] if at + 1 < len(text.lexemes) else None
    if following is not None and following.glued and following.kind != "mark":
        return NOTHING
    noun = noun_follows(text, at + 1)
    counts = noun or lexeme.start in text.counting
    if is_year(text.lexemes, at, noun_follows=noun) or is_name(text.lexemes, at, noun_follows=counts):
        return NOTHING
    if not noun and continues_names(text.lexemes, at):
        return NOTHING
    if _is_decimal_point(lexeme.text) or _is_noun(text, at):
        return NOTHING
    return Quantity(at, at + 1, at, exact(lexeme.number), "count", "count", power=power_of(lexeme.text), bare=True)


def _is_decimal_point(text: str) -> bool:
    """ "1.1": a version or an English decimal, not to be told apart."""
    head, point, tail = text.partition(".")
    return bool(point) and head.isdigit() and tail.isdigit() and len(tail) != 3


def _is_noun(text: Text, at: int) -> bool:
    """Number words with a capital within a sentence are names ("die Elf", "Claudia Tausend") unless they are powers."""
    lexeme = text.lexemes[at]
    if not lexeme.is_capital or at == 0 or not text.same_sentence(at - 1, at) or text.word(at - 1) in '„"»:(–-':
        return False
    if lexeme.key in ("hundert", "tausend"):
        return not noun_follows(text, at + 1) or (text.word(at - 1)[:1].isupper() and at > 1 and text.same_sentence(at - 2, at))
    return " " not in lexeme.text and len(lexeme.text) < 12


FIGURE_RULES: tuple[Read, ...] = (
    _code,
    pension_age,
    _quoted,
    _result,
    _fraction,
    _scientific,
    grown_age,
    hyphenated,
    spaced_hyphen,
    sum_before,
    unit_after,
    _time_after,
    share,
    place_number,
    ordinal_figure,
    times,
    bracketed_age,
    magnitude,
    part_of_power,
    _article,
    _count,
)
