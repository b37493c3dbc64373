"""Productions of durations: drei Jahre, seit Monaten, die letzten zehn Tage, sechs bis acht Wochen; never ages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.extraction.dates.grammar import Match
from claimcheck.extraction.dates.reading import Reading, reading
from claimcheck.extraction.dates.timex import format_duration
from claimcheck.extraction.dates.vocabulary import name_words
from claimcheck.extraction.dates.words import Word
from claimcheck.language.numerals import parse_numeral

LENGTHENING = ("ganz", "voll", "lang", "weiter", "gut", "knapp", "gesamt", "ehrenamtlich")
DIRECTIONS = {"before": "ago", "since": "since", "in": "hence", "later": "later", "earlier": "earlier"}


def amount_of(word: Word) -> float | None:
    """The figure that a word states."""
    if word.kind in ("vague", "both"):
        return 2 if word.kind == "both" else None
    value = parse_numeral(word.value or word.text)
    return None if value is None else float(value)


def figure(amount: float) -> str:
    """3 → "3", 1.5 → "1.5"."""
    return str(int(amount)) if amount == int(amount) else str(amount)


def duration(match: Match) -> Iterator[Reading]:
    """drei Jahre, ein halbes Jahr, zwei Jahre und drei Monate, vor sechs Jahren."""
    head, unit = match.word("head"), match.word("unit")
    if head is None or unit is None or is_age(match, unit):
        return
    amount = amount_of(head)
    factor = match.word("factor")
    if factor is not None and amount is not None:
        amount = amount * max(1000.0, amount_of(factor) or 0) if (amount_of(factor) or 0) >= 1000 else None
    if amount is None or not _agrees(match, amount, unit) or amount > 10**11:
        return
    amount = amount * 0.5 if match.word("half") is not None else amount
    value = format_duration(figure(amount), unit.value) + _second(match)
    yield _reading(match, value, amount, unit.value)


def _second(match: Match) -> str:
    """The end of "zwei Jahre und drei Monate": 3M."""
    count, unit = match.word("count2"), match.word("unit2")
    if count is None or unit is None or (amount := amount_of(count)) is None:
        return ""
    return format_duration(figure(amount), unit.value)[1:]


def _agrees(match: Match, amount: float, unit: Word) -> bool:
    """Number and noun fit: ein Jahr, zwei Jahre; "ein neues Jahr" is no duration."""
    between = match.words[match.first + 1]
    if between.kind == "dash":
        return between.start == match.words[match.first].end or unit.plural
    if between.kind == "adjective" and (amount <= 1 or (unit.kind == "unit" and unit.value == "D")):
        return between.text.lower().startswith(LENGTHENING)
    if between.kind == "vague":
        return between.text.lower() in ("lange", "langen") and unit.plural
    if unit.kind == "counted_unit":
        return amount > 1
    return unit.plural or amount <= 1 or unit.value in ("WE", "Q", "H", "T3") or between.kind == "half_of"


def is_age(match: Match, unit: Word) -> bool:
    """16 Jahre alt, ab 16 Jahren, im Alter von 16 Jahren, Kinder zwischen sechs und elf Jahren."""
    if match.kind_after() == "old":
        return True
    if unit.value not in ("Y", "M") or match.first == 0:
        return False
    earlier = match.words[max(0, match.first - 12) : match.first]
    if any(word.kind == "age" for word in earlier[-8:]) or any(word.text.startswith("Alters") for word in earlier):
        return True
    before = match.text_before().lower()
    if match.kind_before() == "from" or before in ("unter", "mit", "bei") or match.text_before(2) == "unter":
        return True
    if any(word.text in name_words("aged") for word in _before_span(match)):
        return True
    return before in ("war", "ist", "wurde", "wird") and match.kind_after() in ("comma", "dot", "close")


def _before_span(match: Match) -> Sequence[Word]:
    """The noun before "zwischen sechs und elf Jahren", "von 78 Jahren"; nothing where no such preposition stands there."""
    index = match.first - 1
    if match.words[index].kind in ("and", "until", "dash") and match.words[index - 1].kind in ("digits", "numeral"):
        index -= 2
    if index > 0 and match.words[index].kind in ("between", "of", "from", "until"):
        return match.words[max(0, index - 1) : index]
    return ()


def _reading(match: Match, value: str, amount: float, unit: str) -> Reading:
    tail = match.word("tail")
    lean = DIRECTIONS.get(tail.kind, "") if tail is not None else direction(match)
    return reading(match, "DURATION", value, "duration", amount=amount, unit=unit, lean=lean)


def direction(match: Match) -> str:
    """What the preposition before a duration says: ago, since, hence or nothing."""
    index = match.first - 1
    while index > max(0, match.first - 4) and match.words[index].kind in ("hedge", "over", "article"):
        index -= 1
    if index < 0 or match.words[index].text.lower() in ("ins", "im"):
        return ""
    kind = match.words[index].kind
    return DIRECTIONS[kind] if kind in ("before", "since", "in") else ""


def duration_range(match: Match) -> Iterator[Reading]:
    """sechs bis acht Monate: one reading for each end."""
    head, second, unit = match.word("head"), match.word("second"), match.word("unit")
    if head is None or second is None or unit is None or is_age(match, unit) or not unit.plural:
        return
    low, high = amount_of(head), amount_of(second)
    if low is None or high is None or not low < high or (head.kind == "numeral" and head.text.lower().startswith("ein")):
        return
    link = match.words[match.first + 1]
    if link.kind == "and" and link.text != "oder" and match.kind_before() != "between":
        return
    start = match.match.start("second")
    yield Reading(match.first, match.first + 1, match.rule, "DURATION", format_duration(figure(low), unit.value), "duration")
    yield Reading(start, match.last, match.rule, "DURATION", format_duration(figure(high), unit.value), "duration")


def few(match: Match) -> Iterator[Reading]:
    """einige Jahre, ein paar Tage, ein halbes Jahr, lange Jahre."""
    head, unit, count = match.word("head"), match.word("unit"), match.word("count")
    if head is None or unit is None or is_age(match, unit):
        return
    if head.kind == "half_of":
        if not unit.plural and unit.value in ("Y", "TH", "D", "DE", "CE"):
            yield _reading(match, format_duration("0.5", unit.value), 0.5, unit.value)
    elif unit.plural and (head.kind == "vague" or count is not None or _is_few(match, head)):
        yield _reading(match, format_duration("X", unit.value), 0, unit.value)


def _is_few(match: Match, head: Word) -> bool:
    """innerhalb weniger Wochen; not: nicht weniger Wochen."""
    return head.text.lower() == "weniger" and match.text_before().lower() != "nicht"


def bare_plural(match: Match) -> Iterator[Reading]:
    """seit Jahren, vor Monaten: the preposition stays outside."""
    unit = match.word("unit")
    if unit is not None and unit.plural:
        value = format_duration("X", unit.value)
        yield Reading(match.first + 1, match.last, match.rule, "DURATION", value, "duration")


def long_word(match: Match) -> Iterator[Reading]:
    """jahrelang, einwöchig."""
    head = match.word("head")
    if head is not None:
        amount, unit = head.value.split()
        yield reading(match, "DURATION", format_duration(amount, unit))


def measured(match: Match) -> Iterator[Reading]:
    """14-tägig, 90-minütiges."""
    head, measure = match.word("head"), match.word("measure")
    amount = amount_of(head) if head is not None else None
    if measure is not None and amount is not None:
        yield reading(match, "DURATION", format_duration(figure(amount), measure.value))


def span_of_years(match: Match) -> Iterator[Reading]:
    """dreijährige Haftstrafe; "dreijähriger Junge" is an age."""
    head, noun = match.word("head"), match.word("noun")
    if head is not None and noun is not None and head.value and noun.text.lower().endswith(tuple(name_words("span"))):
        amount, unit = head.value.split()
        yield Reading(match.first, match.last - 1, match.rule, "DURATION", format_duration(amount, unit))


def last_count(match: Match) -> Iterator[Reading]:
    """die letzten zehn Jahre, die ersten beiden Tage."""
    head, count, unit = match.word("head"), match.word("count"), match.word("unit")
    if head is None or count is None or unit is None or not unit.plural:
        return
    amount = amount_of(count)
    written = "X" if amount is None else figure(amount)
    lean = head.kind if head.kind in ("last", "next") else ""
    value = format_duration(written, unit.value)
    yield reading(match, "DURATION", value, "duration", amount=amount or 0, unit=unit.value, lean=lean)
