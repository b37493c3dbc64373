"""Ordinals: "dritter Einbruch", "zum 25. Mal", "wurde Dritte", "Platz 158"; shares of the form "jeder Fünfte".

Not ordinals: names ("Zweiter Weltkrieg", "1. FC Köln"), units of time ("44. Minute", "zweites Quartal"), "nach ersten Angaben".
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from claimcheck.extraction.numbers.contexts import stems, words
from claimcheck.extraction.numbers.grammar import NOTHING, Quantity, Text
from claimcheck.extraction.numbers.lookalikes import has_role
from claimcheck.extraction.numbers.values import exact
from claimcheck.language.numerals import parse_ordinal

PLACES = frozenset(
    {
        "platz",
        "rang",
        "nummer",
        "position",
        "tabellenplatz",
        "startplatz",
        "listenplatz",
        "weltranglistenplatz",
        "plätze",
        "plätzen",
        "ränge",
        "rängen",
    }
)
PLURAL_PLACES = frozenset({"nummern", "platz", "rang", "plätze", "plätzen", "ränge", "rängen"})
EACH = frozenset({"jeder", "jede", "jedes", "jedem", "jeden"})
STARTERS = words("sentence start")
OPENING = frozenset('„“"»«')
ENDINGS = ("e", "en", "er", "es", "em")
DETERMINERS = stems("before an ordinal")
ARTICLES = stems("article")
BEFORE_PLACE = frozenset({"wurde", "wird", "werden", "wurden", "landete", "als", "ist", "war", "beendete", "bleibt", "blieb"})


def ordinal_figure(text: Text, at: int) -> Quantity | None:
    """ "25." before a word that it orders; the dot must not end the sentence or belong to a date."""
    lexeme = text.lexemes[at]
    if not (lexeme.text.isdigit() and text.key(at + 1) == "." and text.lexemes[at + 1].glued and len(lexeme.text) < 5):
        return None
    if not (text.same_sentence(at, at + 2) or _was_cut(text, at)) or text.lexemes[at + 2].kind == "break":
        return None
    if not text.same_sentence(at - 1, at) and (text.key(at + 2) in STARTERS or len(text.word(at + 2)) < 4):
        return NOTHING  # "1. Im ersten Fall": a list
    if text.lexemes[at + 2].kind != "word" and text.word(at + 2) not in OPENING:
        return NOTHING
    if text.word(at - 1) in OPENING or _is_list_of_times(text, at):
        return NOTHING
    if text.key(at - 1) in ("-", "–", "(") and text.word(at + 2)[0].isupper():
        return NOTHING
    before = text.key(at - 1) if text.same_sentence(at - 1, at) else ""
    if before and not before.startswith(DETERMINERS) and not before.endswith(ENDINGS):
        return None
    return _ordinal(text, at, at + 2, int(lexeme.number), "ordinal in digits") or NOTHING


def _is_list_of_times(text: Text, at: int) -> bool:
    """ "dem 50. und 70. Lebensjahr": the ordinal shares a noun of time with the next one."""
    joined = text.key(at + 2) in ("und", "bis", "oder", ",") and text.key(at + 4) == "."
    return joined and has_role(text.key(at + 5), "time")


def _was_cut(text: Text, at: int) -> bool:
    """ "seines 100. Geburtstages": a sentence border after the dot that is none, because an article stands before."""
    following = text.word(at + 2)
    if not text.key(at - 1).startswith(ARTICLES) or not following[:1].isupper() or text.lexemes[at + 2].kind != "word":
        return False
    return len(following) > 4 and text.key(at + 2) not in STARTERS


@lru_cache(maxsize=2048)
def _place(key: str) -> int | None:
    return parse_ordinal(key) if key.endswith(ENDINGS) else None


def ordinal_word(text: Text, at: int) -> Quantity | None:
    """ "dritter Einbruch", "wurde Dritte", or None."""
    place = _place(text.key(at))
    if place is None or (text.key(at) == "achten" and not text.key(at - 1).startswith(ARTICLES)):
        return None
    if text.key(at - 1) in EACH and text.same_sentence(at - 1, at):
        return each_nth(text, at, place)
    return _ordinal(text, at, at + 1, place, "ordinal in words")


def each_nth(text: Text, at: int, place: int) -> Quantity | None:
    """ "jeder Fünfte", "jeder dritte Haushalt": a share, but "jeden zweiten Tag" is a set of times."""
    if place < 2 or has_role(text.key(at + 1), "time"):
        return None
    return Quantity(at - 1, at + 1, at, exact(Fraction(1, place)), "share", "jeder n-te", closed=True)


def _ordinal(text: Text, at: int, last: int, place: int, rule: str) -> Quantity | None:
    if _is_timed(text, last) or _is_named(text, at, last) or _is_idle(text, at, last):
        return None
    return Quantity(at, last, at, exact(Fraction(place)), "ordinal", rule, closed=True)


def _next_noun(text: Text, last: int) -> int | None:
    for index in range(last, min(last + 4, len(text.lexemes))):
        lexeme = text.lexemes[index]
        if lexeme.kind == "figure" and index == last:
            continue
        if lexeme.kind != "word" or not (text.same_sentence(last - 1, index) or index == last):
            return None
        if lexeme.is_capital:
            return index
        if not lexeme.key.endswith(ENDINGS):
            return None
    return None


def _is_timed(text: Text, last: int) -> bool:
    noun = _next_noun(text, last)
    if noun is None:
        return text.key(last - 1) == "." and has_role(text.key(last), "month")
    return has_role(text.key(noun), "time") or has_role(text.key(noun), "month")


def _is_named(text: Text, at: int, last: int) -> bool:
    """ "Zweiter Weltkrieg", "1. Bundesliga": the ordinal is part of a name."""
    noun = _next_noun(text, last)
    lexeme = text.lexemes[at]
    starts = at == 0 or not text.same_sentence(at - 1, at) or text.word(at - 1) in '„"»:('
    if noun is not None and has_role(text.key(noun), "league"):
        return True
    if lexeme.kind == "word" and lexeme.is_capital and not starts:
        return noun == last or not _stands_alone(text, at)
    return False


def _stands_alone(text: Text, at: int) -> bool:
    """ "wurde Dritte", "als Zweiter", "der Vierte"."""
    before = text.key(at - 1)
    return before in BEFORE_PLACE or before in ("der", "die", "den", "dem")


def _is_idle(text: Text, at: int, last: int) -> bool:
    """ "nach ersten Angaben", "in erster Linie", "fürs Erste", "zum ersten": no order is meant."""
    before, noun = text.key(at - 1), _next_noun(text, last)
    if before in ("fürs", "zum", "zu") and noun is None:
        return True
    articled = before.startswith(("der", "die", "das", "den", "dem", "des", "ihr", "sein", "zum", "zur", "im", "beim"))
    if noun is not None and text.key(at) in ("erste", "ersten", "erster") and _is_bare_plural(text, at, noun):
        return True
    if noun is not None and has_role(text.key(noun), "first"):
        return not articled or text.key(noun) == "linie"
    return last < len(text.lexemes) and (text.lexemes[last].kind == "figure" or text.key(last) in ("beiden", "paar"))


def _is_bare_plural(text: Text, at: int, noun: int) -> bool:
    """ "erste Tests", "in ersten Meldungen": the beginning of many, no order; "als erste Frau" is one."""
    before = text.key(at - 1) if text.same_sentence(at - 1, at) else ""
    if before.startswith(ARTICLES) or before == "als" or before.endswith(("e", "en", "es", "em", "s")):
        return False
    plural = text.key(noun).endswith(
        ("en", "s", "fälle", "schritte", "erfolge", "berichte", "hinweise", "versuche", "opfer", "tote", "ern")
    )
    return plural and not text.key(noun).endswith(("ss", "us", "is", "nis"))


def place_number(text: Text, at: int) -> Quantity | None:
    """ "Platz 158", "Nummer Zwei": the figure after a word for a place."""
    place = at - 1
    if text.key(place) in ("und", ",", "bis", "oder") and text.key(place - 2) in PLURAL_PLACES:
        place -= 2
    if text.key(place) not in PLACES or not text.word(place)[:1].isupper() or not text.same_sentence(place, at):
        return None
    lexeme = text.lexemes[at]
    if lexeme.number.denominator != 1 or lexeme.number < 1:
        return None
    return Quantity(at, at + 1, at, exact(lexeme.number), "ordinal", "place number", item_at=place, closed=True)
