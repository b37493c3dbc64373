"""The words of the date grammar: one entry per form, from the lexicons beside this module.

A word has one kind, which the rules of ``grammar.py`` name in capitals, and a value. Endings of case and number are taken
off here, so that a lexicon row stands for all its forms.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from claimcheck.language.numerals import load_numerals, parse_numeral, parse_ordinal
from claimcheck.lexicon import load_lexicon

ADJECTIVES = ("whole", "stage", "last", "next", "following", "current", "same", "this", "that", "every")
ADJECTIVE_ENDINGS = ("em", "en", "er", "es", "e")
NOUN_ENDINGS = ("es", "en", "er", "s", "n", "e")
ENDINGS_OF = {"month": ("s",), "weekday": ("s", "e", "en"), "season": ("s", "es", "e", "en", "n"), "boundary": ("s",)}
ADVERBIAL = {"wöch": "W", "täg": "D", "monat": "M", "stünd": "TH", "minüt": "TM", "jähr": "Y"}
COUNTED_UNITS = {"tage": "D", "tagen": "D", "stunden": "TH", "wochen": "W", "monate": "M", "monaten": "M", "jahre": "Y",
                 "jahren": "Y", "minuten": "TM"}  # fmt: skip
COUNTED = tuple(COUNTED_UNITS)
RATES = {"jährlich": "P1Y", "monatlich": "P1M", "wöchentlich": "P1W", "täglich": "P1D", "stündlich": "PT1H",
         "halbjährlich": "P6M", "vierteljährlich": "P3M"}  # fmt: skip
LONG = {"jahre": "Y", "monate": "M", "wochen": "W", "tage": "D", "stunden": "TH", "minuten": "TM", "jahrzehnte": "DE",
        "jahrhunderte": "CE", "sekunden": "TS", "jahrtausende": "ML"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """A row of calendar.tsv."""

    form: str
    kind: str
    value: str
    case: str
    example: str


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A row of holidays.tsv."""

    form: str
    rule: str
    example: str


@dataclass(frozen=True, slots=True)
class ModifierRow:
    """A row of modifiers.tsv or references.tsv."""

    form: str
    kind: str
    value: str
    example: str


@dataclass(frozen=True, slots=True)
class NameRow:
    """A row of names.tsv: words that make a number or weekday beside them a name."""

    form: str
    side: str
    example: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word is to the grammar: its kind ("other" for most words) and the value of its row.

    ``opens`` is true for the first word of an entry of several words ("Tag der Arbeit").
    """

    kind: str
    value: str = ""
    plural: bool = False
    opens: bool = False


OTHER = Entry("other")
ADJECTIVE = Entry("adjective")
CAPITAL = Entry("capital")


@cache
def load_calendar() -> tuple[CalendarRow, ...]:
    """The rows of calendar.tsv."""
    return load_lexicon(files(__package__) / "calendar.tsv", CalendarRow)


@cache
def load_holidays() -> tuple[HolidayRow, ...]:
    """The rows of holidays.tsv."""
    return load_lexicon(files(__package__) / "holidays.tsv", HolidayRow)


@cache
def load_modifiers() -> tuple[ModifierRow, ...]:
    """The rows of modifiers.tsv."""
    return load_lexicon(files(__package__) / "modifiers.tsv", ModifierRow)


@cache
def load_references() -> tuple[ModifierRow, ...]:
    """The rows of references.tsv."""
    return load_lexicon(files(__package__) / "references.tsv", ModifierRow)


@cache
def load_names() -> tuple[NameRow, ...]:
    """The rows of names.tsv."""
    return load_lexicon(files(__package__) / "names.tsv", NameRow)


@cache
def name_words(side: str) -> frozenset[str]:
    """Single words that make a name of the number "after" or "before" them, or of themselves ("phrase")."""
    return frozenset(row.form for row in load_names() if row.side == side)


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """Entries of several words by their first word in small letters, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    rows = [(row.form, Entry("holiday", row.rule)) for row in load_holidays()]
    rows += [(row.form, Entry(_reference_kind(row.kind), f"{row.kind} {row.value}")) for row in load_references()]
    rows += [(row.form, Entry("name")) for row in load_names() if row.side == "phrase"]
    for form, entry in rows:
        words = tuple(form.replace("-", " - ").split())
        if len(words) > 1:
            found.setdefault(words[0].lower(), []).append((words, entry))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}


def _reference_kind(kind: str) -> str:
    return "reference" if kind == "ref" else "deictic"


@cache
def _nouns() -> dict[str, Entry]:
    """Words that are written with a capital letter."""
    entries = {row.form.lower(): Entry(row.kind, row.value) for row in load_calendar() if row.case == "noun"}
    entries |= {row.form.lower(): Entry("holiday", row.rule) for row in load_holidays()}
    entries |= {row.form.lower(): Entry(row.kind, row.value) for row in load_modifiers() if row.form[0].isupper()}
    entries |= {row.form.lower(): _deictic(row) for row in load_references() if row.form[0].isupper()}
    return entries


@cache
def _small() -> dict[str, Entry]:
    """Words that are written in small letters, except at the start of a sentence."""
    entries = {row.form: Entry(row.kind, row.value) for row in load_calendar() if row.case == "adverb"}
    entries |= {row.form: Entry(row.kind, row.value) for row in load_modifiers() if row.form[0].islower()}
    entries |= {row.form: _deictic(row) for row in load_references() if row.form[0].islower()}
    return entries


@cache
def _adjectives() -> dict[str, Entry]:
    return {row.form: Entry(row.kind, row.value) for row in load_modifiers() if row.kind in ADJECTIVES}


def _deictic(row: ModifierRow) -> Entry:
    return Entry(_reference_kind(row.kind), f"{row.kind} {row.value}")


@lru_cache(maxsize=65536)
def look_up(word: str) -> Entry:
    """What a word (letters only) is to the grammar; OTHER where it is nothing."""
    entry = _entry(word, word.lower())
    return replace(entry, opens=True) if word.lower() in phrases() else entry


def _entry(word: str, small: str) -> Entry:
    if word[0].isupper() and small in _nouns():
        return _nouns()[small]
    if small in _small():
        return _small()[small]
    return (_noun(small) if word[0].isupper() else None) or _inflected(word, small)


def _noun(small: str) -> Entry | None:
    return _declined(small) or _compound_noun(small)


def _declined(small: str) -> Entry | None:
    """A noun of the lexicons without its ending."""
    if small[-1] not in "snre":
        return None
    nouns = _nouns()
    for ending in NOUN_ENDINGS:
        found = nouns.get(small[: -len(ending)]) if small.endswith(ending) else None
        if found is not None and ending in ENDINGS_OF.get(found.kind, NOUN_ENDINGS) and small != "mais":
            return Entry(found.kind, found.value, plural=ending in ("en", "er", "n", "e"))
    return None


def _compound_noun(small: str) -> Entry | None:
    """Montagabend → part of a weekday; Neunzigerjahre → decade; Sonnentage → days, after a number."""
    stem = next((stem for stem in _weekdays() if small.startswith(stem)), "") if small.startswith(_weekdays()) else ""
    if stem:
        rest = small[len(stem) :]
        part = _nouns().get(rest) or (_declined(rest) if rest else None)
        weekday = _nouns()[stem].value
        return Entry("weekday_part", f"{weekday} {part.value}") if part is not None and part.kind == "part" else None
    if small.endswith(("erjahre", "erjahren")):
        value = parse_numeral(small.removesuffix("n").removesuffix("erjahre"))
        return Entry("decade_word", str(value)) if value is not None else None
    return _counted_unit(small)


@cache
def _weekdays() -> tuple[str, ...]:
    return tuple(row.form.lower() for row in load_calendar() if row.kind == "weekday")


@cache
def _numeral_starts() -> tuple[str, ...]:
    """How number words begin: keeps all other words from the slower parsing."""
    forms = {row.form.lower() for row in load_numerals() if len(row.form) > 2}
    return (*sorted(forms), "erst", "dritt", "sieb")


def _counted_unit(small: str) -> Entry | None:
    if not small.endswith(COUNTED):
        return None
    for ending, code in COUNTED_UNITS.items():
        if small.endswith(ending) and len(small) > len(ending) + 3 and small not in name_words("unit"):
            return Entry("counted_unit", code, plural=True)
    return None


def _inflected(word: str, small: str) -> Entry:
    if small[-1] not in "mnrse":
        return _number_word(small) or _derived(small) or _shape(word, small)
    adjectives = _adjectives()
    for length in (1, 2):
        if small[:-length] in adjectives and small[-length:] in ADJECTIVE_ENDINGS:
            return adjectives[small[:-length]]
    return _number_word(small) or _derived(small) or _shape(word, small)


def _number_word(small: str) -> Entry | None:
    if not small.startswith(_numeral_starts()):
        return None
    if small == "eines":
        return Entry("numeral", "1")
    value = parse_numeral(small)
    if value is not None:
        return Entry("numeral", str(value))
    ordinal = parse_ordinal(small)
    if ordinal is not None:
        return Entry("ordinal", str(ordinal))
    stem = small.removesuffix("n").removesuffix("er")
    if small.endswith(("er", "ern")) and (decade := parse_numeral(stem)) in range(20, 100, 10):
        return Entry("decade_word", str(decade))
    if small.endswith("mal") and parse_numeral(small[:-3]) is not None:
        return Entry("times", small[:-3])
    return None


def _derived(small: str) -> Entry | None:
    """täglich → set; tagelang → vague duration; einwöchig → duration."""
    if not ("lich" in small or "lang" in small or "ig" in small):
        return None
    for ending in ("", *ADJECTIVE_ENDINGS):
        stem = small[: len(small) - len(ending)] if small.endswith(ending) else ""
        if stem in RATES:
            return Entry("rate", RATES[stem])
        if stem.endswith("lang") and stem[:-4] in LONG:
            return Entry("long_word", f"X {LONG[stem[:-4]]}")
        if stem == "langjährig":
            return Entry("long_word", "X Y")
        if stem.endswith("ig"):
            return _measured(stem[:-2])
    return None


def _measured(stem: str) -> Entry | None:
    for unit, code in ADVERBIAL.items():
        if stem == unit and unit != "jähr":
            return Entry("measure", code)
        if stem.endswith(unit):
            value = parse_numeral(stem.removesuffix(unit))
            if value is None and stem.removesuffix(unit) in ("mehr", "viel"):
                return Entry("long_word", f"X {code}")
            return Entry("age" if unit == "jähr" else "long_word", f"{value} {code}") if value is not None else None
    return None


def _shape(word: str, small: str) -> Entry:
    if word[0].islower() and small.endswith(ADJECTIVE_ENDINGS):
        return ADJECTIVE
    return CAPITAL if word[0].isupper() else OTHER
