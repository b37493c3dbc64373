"""One figure and the words to its right → a quantity, or None where the figure is no quantity.

The rules stand in ``FIGURE_RULES`` and ``WORD_RULES`` in the order in which they are tried; the first that answers wins.
``NOTHING`` is the answer "this is no quantity, look no further".
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from claimcheck.extraction.numbers.ages import age_after, bracketed_age, grown_age, pension_age, time_unit
from claimcheck.extraction.numbers.grammar import Quantity, Text
from claimcheck.extraction.numbers.lookalikes import continues_names, has_role, is_name, is_year, is_zero_padded
from claimcheck.extraction.numbers.ordinals import ordinal_figure, place_number
from claimcheck.extraction.numbers.units import Unit, match_unit, resolve_symbol
from claimcheck.extraction.numbers.values import exact, scaled
from claimcheck.language.numerals import parse_fraction

NOTHING = Quantity(0, 0, 0, exact(Fraction(0)), "count", "nothing")
FORMS_OF_EIN = frozenset({"ein", "eine", "einen", "einem", "einer", "eines", "eins"})
QUOTES = frozenset("„“”\"»«‚‘’")
LISTING = frozenset({"bis", "oder", "und", "-", "–", ",", "zu", "etwa", "rund", "nach", "anderen", "angaben", "auf", "statt", "maximal"})
SIGNS = frozenset({"€", "$", "£", "¥", "₹"})
POWERS_ALONE = {"tausend", "hundert", "million", "millionen", "milliarde", "milliarden", "billion", "billionen", "mio", "mrd"}
MAGNITUDES = frozenset({"stärke", "magnitude", "magnituden", "windstärke", "erdbebenstärke", "hurrikanstärke"})
SIZES = ("viel", "hoch", "groß", "stark", "lang", "schnell", "häufig", "oft", "teuer", "schwer", "weit", "breit", "gut", "hohe", "alt")
COMPARATIVES = ("mehr", "höher", "größer", "stärker", "länger", "schneller", "häufiger", "teurer", "schwerer", "weniger", "besser", "öfter")
GROWN_TIME = ("tägig", "stündig", "minütig", "wöchig", "monatig", "sekündig", "stündlich", "tage", "jährlich")
Read = Callable[[Text, int], Quantity | None]


def read_figure(text: Text, at: int) -> Quantity | None:
    """The quantity that begins with the figure at this lexeme, or None."""
    for rule in FIGURE_RULES:
        found = rule(text, at)
        if found is not None:
            return None if found is NOTHING else found
    return None


def noun_follows(text: Text, at: int) -> bool:
    """Whether a capital word follows, with at most three words like adjectives before it."""
    for index in range(at, min(at + 4, len(text.lexemes))):
        lexeme = text.lexemes[index]
        if lexeme.kind != "word" or not text.same_sentence(at - 1, index):
            return False
        if lexeme.is_capital:
            return True
        if not lexeme.key.endswith(("e", "en", "er", "es", "em")) or lexeme.key in FUNCTION_WORDS:
            return False
    return False


FUNCTION_WORDS = frozenset(
    {"der", "die", "den", "dem", "des", "in", "im", "an", "am", "aber", "oder", "über", "unter", "wurden", "waren", "worden", "sie", "er", "es",
     "hatten", "haben", "werden", "wurde", "seine", "ihre", "ihrer", "eine", "einen", "einer", "einem", "diese", "dieser", "starben", "wenn",
     "hatte", "sowie", "nachdem", "während", "sonder", "liegen", "kommen", "kamen", "gegen", "neben", "hinter", "zwischen", "wegen", "einige"}
)  # fmt: skip


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
    return lexeme.kind == "word" or lexeme.kind == "figure" and is_name(text.lexemes, at, noun_follows=False)


def _quoted(text: Text, at: int) -> Quantity | None:
    """ „911“: a figure alone in quotation marks is a name."""
    return NOTHING if text.word(at - 1) in QUOTES and text.word(at + 1) in QUOTES else None


def _sum_before(text: Text, at: int) -> Quantity | None:
    """ "€ 5", "US$ 5 Mio.", "EUR 12": the currency stands before the figure."""
    if at == 0 or not text.same_sentence(at - 1, at):
        return None
    for first in (at - 3, at - 2, at - 1):
        if first < 0 or not (text.word(at - 1) in SIGNS or text.word(at - 1).isupper()):
            continue
        unit = match_unit(text.lexemes, first)
        if unit is not None and unit.last == at and unit.kind == "money":
            after = match_unit(text.lexemes, at + 1)
            if after is not None and after.kind == "money":
                return None
            return _with_unit(text, at, unit, first, at + 1, "currency before the figure")
    return None


def _hyphenated(text: Text, at: int) -> Quantity | None:
    """ "12.000-Mann-Kontingent", "Zwei-Tonnen-Lastwagen", "700-Milliarden-US-Dollar-Hilfspaket", "30-köpfige"."""
    parts, last = _glued_parts(text, at)
    if not parts:
        return None
    key, lexeme = text.key(parts[0]), text.lexemes[at]
    power = Fraction(1)
    if key in POWERS_ALONE and len(parts) > 1:
        power = parse_fraction("1 " + key) or power
        parts = parts[1:]
        key = text.key(parts[0])
    unit = match_unit(text.lexemes, parts[0])
    if unit is not None and unit.last <= last:
        return _with_unit(text, at, unit, at, unit.last, "unit in a compound", power)
    if key.startswith("jährig") or time_unit(key) or has_role(key, "time") or key.startswith(GROWN_TIME) or _named_compound(text, parts):
        return NOTHING
    if key.startswith("prozentig"):
        return Quantity(at, parts[0] + 1, at, exact(lexeme.number), "percent", "percent in -prozentig", "%", closed=True)
    if key == "mal" and (factor := factor_after(text, at, parts[0] + 1)) is not None:
        return factor
    if key == "mal":
        return Quantity(at, parts[0] + 1, at, exact(lexeme.number), "count", "-mal", item="Mal", closed=True)
    if key.startswith("fach"):
        return NOTHING
    if len(parts) == 1 and lexeme.is_digits and text.word(parts[0])[:1].isupper():
        return NOTHING
    noun = parts[0] if text.word(parts[0])[:1].isupper() and len(parts) > 1 else None
    return Quantity(at, at + 1, at, exact(lexeme.number * power), "count", "count in a compound", item_at=noun, closed=True)


def _named_compound(text: Text, parts: list[int]) -> bool:
    name = "-".join(text.key(part) for part in parts)
    return has_role(name, "compound")


def _glued_parts(text: Text, at: int) -> tuple[list[int], int]:
    """The words that hang on the figure with hyphens, and the index after the last of them."""
    parts = []
    index = at + 1
    while index + 1 < len(text.lexemes) and text.key(index) == "-" and text.lexemes[index].glued:
        word = text.lexemes[index + 1]
        if word.kind != "word" or not word.glued:
            # "12 - Pfund - Tasse" is read by _spaced
            break
        parts.append(index + 1)
        index += 2
    return parts, index


def _spaced_hyphen(text: Text, at: int) -> Quantity | None:
    """ "12 - Pfund - Tasse": a compound written with blanks around its hyphens."""
    if text.key(at + 1) != "-" or text.key(at + 3) != "-" or text.lexemes[at + 1].glued:
        return None
    unit = match_unit(text.lexemes, at + 2)
    if unit is None or unit.last != at + 3:
        return None
    return _with_unit(text, at, unit, at, at + 3, "unit in a compound")


def _with_unit(text: Text, at: int, unit: Unit, first: int, last: int, rule: str, power: Fraction = Fraction(1)) -> Quantity:
    lexeme = text.lexemes[at]
    following = text.word(last)
    if text.key(last) == "-":
        following = text.word(last + 1)
    unit = resolve_symbol(unit, text.sentences[lexeme.sentence], following, lexeme.number)
    value = lexeme.number * power
    found = scaled(exact(value), unit.factor)
    return Quantity(first, last, at, found, unit.kind, rule, unit.symbol, power_of(lexeme.text) * power, closed=True)


def power_of(text: str) -> Fraction:
    """The power in the words of a figure: "3,2 Milliarden" 10^9, "dreitausend" 1."""
    words = text.casefold().rsplit(None, 1)
    return parse_fraction("1 " + words[1]) or Fraction(1) if len(words) == 2 else Fraction(1)


def _unit_after(text: Text, at: int) -> Quantity | None:
    unit = match_unit(text.lexemes, at + 1)
    if unit is None or not text.same_sentence(at, at + 1) or _is_glued_on(text, unit.last):
        return None
    quantity = _with_unit(text, at, unit, at, unit.last, "unit after the figure")
    return _with_coins(text, quantity) if unit.kind == "money" else _below_zero(text, quantity)


def _is_glued_on(text: Text, last: int) -> bool:
    """Whether a word goes on after the unit ("5 m2x")."""
    return last < len(text.lexemes) and text.lexemes[last].glued and text.lexemes[last].kind != "mark"


def _with_coins(text: Text, quantity: Quantity) -> Quantity:
    """ "15 Dollar 50", "zwei Euro und fünfzig Cent", "zwei Euro fünfzig"."""
    at = quantity.last + (text.key(quantity.last) == "und")
    if at >= len(text.lexemes) or not text.same_sentence(quantity.at, at) or quantity.interval.value is None:
        return quantity
    coins = text.lexemes[at]
    if coins.kind != "figure" or coins.value is None or coins.value >= 100 or coins.value.denominator != 1:
        return quantity
    unit = match_unit(text.lexemes, at + 1)
    is_cents = unit is not None and unit.factor == Fraction(1, 100)
    bare = unit is None and at == quantity.last and not noun_follows(text, at + 1) and coins.value > 9 and not time_unit(text.key(at + 1))
    if not (is_cents or bare) or quantity.interval.value.denominator != 1:
        return quantity
    value = quantity.interval.value + coins.value / 100
    last = unit.last if unit is not None and is_cents else at + 1
    return Quantity(quantity.first, last, quantity.at, exact(value), "money", "sum with coins", quantity.unit, closed=True)


def _below_zero(text: Text, quantity: Quantity) -> Quantity:
    """ "196 Grad unter Null"."""
    if quantity.unit not in ("Cel", "deg", "K") or text.key(quantity.last) not in ("unter", "minus"):
        return quantity
    if text.key(quantity.last + 1) not in ("null", "0"):
        return quantity
    found = scaled(quantity.interval, Fraction(-1))
    return Quantity(quantity.first, quantity.last + 2, quantity.at, found, "measure", "degrees below zero", "Cel", closed=True)


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
    """ "zehn bis fünfzehn Jahre", "zwei, drei Tage": the figure shares the noun of time after the next one."""
    index = at + 1
    while text.key(index) in LISTING and index < at + 6:
        index += 1
    if index == at + 1 or not text.same_sentence(at, index) or text.lexemes[index].kind != "figure":
        return False
    timed = has_role(text.key(index + 1), "time") and age_after(text, index, index, index + 1) is None
    return timed or _begins_duration(text, index) and text.key(index + 1) in (",", "und", "bis", "oder")


def _share(text: Text, at: int) -> Quantity | None:
    """ "zwei Drittel", "ein Zehntel"; "drei von vier" where no article makes it a real set."""
    lexeme = text.lexemes[at]
    if lexeme.key.endswith(("tel", "teln", "tels")) and lexeme.number.denominator > 1 and " " in lexeme.text:
        if text.key(at + 1) == "finale" or text.key(at - 1) == "die" and lexeme.key.startswith("ein"):
            return None
        return Quantity(at, at + 1, at, exact(lexeme.number), "share", "fraction", closed=True)
    other = text.lexemes[at + 2] if at + 2 < len(text.lexemes) else None
    if text.key(at + 1) != "von" or other is None or other.value is None or other.is_digits or lexeme.is_digits:
        return None
    if lexeme.key in FORMS_OF_EIN:
        return None
    if not 0 < lexeme.number < other.value <= 10 or other.value.denominator != 1:
        return None
    return Quantity(at, at + 3, at, exact(lexeme.number / other.number), "share", "n von m", closed=True)


def _times(text: Text, at: int) -> Quantity | None:
    """ "20 Mal", "drei Mal"."""
    lexeme = text.lexemes[at]
    if text.key(at + 1) != "mal" or lexeme.key in FORMS_OF_EIN:
        return None
    factor = factor_after(text, at, at + 2)
    if factor is not None:
        return factor
    return Quantity(at, at + 1, at, exact(lexeme.number), "count", "count before Mal", item="Mal", item_at=at + 1, closed=True)


def factor_after(text: Text, at: int, last: int) -> Quantity | None:
    """ "dreimal so viele", "zehnmal höher", "100 mal mehr": a factor; the span ends before "so" or the comparative."""
    following = text.key(last)
    compared = following == "so" and text.key(last + 1).startswith(SIZES) or following.startswith(COMPARATIVES)
    if not compared or not text.same_sentence(at, last):
        return None
    value = text.lexemes[at].value or parse_fraction(text.key(at).removesuffix("mal")) or Fraction(2)
    if value == 1:
        return None
    return Quantity(at, last, at, exact(value), "factor", "factor", closed=True)


def _magnitude(text: Text, at: int) -> Quantity | None:
    """ "Stärke 6,3", "die Stärke des Bebens mit 5,1 angegeben"."""
    lexeme = text.lexemes[at]
    if not 0 < lexeme.number < 13 or noun_follows(text, at + 1):
        return None
    reach = 9 if lexeme.number.denominator != 1 else 2
    for index in range(at - 1, max(at - 1 - reach, -1), -1):
        key = text.key(index)
        if not text.same_sentence(index, at):
            return None
        if key in MAGNITUDES and text.word(index)[0].isupper():
            return Quantity(
                at, at + 1, at, exact(lexeme.number), "measure", "magnitude", item_at=index, closed=True
            )
    return None


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
    if not lexeme.is_capital or at == 0 or not text.same_sentence(at - 1, at) or text.word(at - 1) in "„\"»:(–-":
        return False
    if lexeme.key in ("hundert", "tausend"):
        return not noun_follows(text, at + 1) or text.word(at - 1)[:1].isupper() and at > 1 and text.same_sentence(at - 2, at)
    return " " not in lexeme.text and len(lexeme.text) < 12


FIGURE_RULES: tuple[Read, ...] = (
    _code,
    _quoted,
    grown_age,
    _hyphenated,
    _spaced_hyphen,
    _sum_before,
    _unit_after,
    _time_after,
    _share,
    place_number,
    ordinal_figure,
    _times,
    pension_age,
    bracketed_age,
    _magnitude,
    _article,
    _count,
)
