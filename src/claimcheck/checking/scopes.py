"""What a figure covers: a part or the whole, one place or many, planned or done, now or then."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.checking.corrections import find_marks
from claimcheck.checking.facts import Day, Fact, Figure, day_number
from claimcheck.checking.words import FIGURE, Scope, Word, find_scopes, find_words, load_scopes

RECENT_DAYS = 45  # a day that is no longer ago belongs to the event that the article reports
BESIDE = 15  # characters between a figure and an attribute that is about its noun
NEAR = 40  # characters between a figure and the word that narrows it
DECADE = 3653  # days
SHARES = frozenset({"percent", "share"})
REPLACING = frozenset({"replaced", "former", "denied"})  # marks of corrections.tsv
VICTIMS = re.compile(r"\b(?:Menschenleben|Leben|\w*[Oo]pfer|Tote|Todesopfer|Verletzte)\b")
CAME_OFF = re.compile(r"\bk(?:am|amen|omm\w*)\b.*\bdavon\b")
OF_THEM = re.compile(r"\s+(?:der|dieser|jener)\s+(?:[a-zäöüß]+en\s+)?[A-ZÄÖÜ]\w+n\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
YEARS_AGO = re.compile(r"\bvor\s+(?:\w+\s+)?(?:\w+|\d+)\s+Jahr(?:en|zehnten)?\b", re.IGNORECASE)
DONE = re.compile(r"\b(?:wurden?|worden|hatten?|waren?)\b")
OF_A_TOTAL = re.compile(r"\b[Vv]on\s+(?:den|diesen|allen)\s+(?:\w+\s+)?\d[\d.]*\s+\w+\s")
UPHELD = re.compile(r"\bbleib\w*\s+(?:\w+\s+){0,3}bei\s+(?:\w+\s+){0,2}$")
REPLACED = re.compile(
    r"""
    \b(?:bisher|bislang|noch|vorher|zuvor)\b[^.]{0,60}\b(?:ausgegangen|gesprochen|gemeldet|genannt|angegeben|die\ Rede)\b
    """,
    re.VERBOSE,
)
SECOND = re.compile(
    r"\b(?:[Zz]weite|[Dd]ritte|[Ee]rneute|[Ww]eitere)[rnsm]?\s+\w*"
    r"(?:[Ss]treik|[Aa]usstand|[Dd]emo|[Dd]emonstration|[Kk]undgebung|[Pp]rotest|[Aa]nschlag|[Bb]eben|[Aa]ngriff|[Uu]nfall|[Uu]nglück|[Bb]rand"
    r"|[Ee]xplosion|[Aa]usbruch)\w{0,3}\b"
)
INSTEAD = re.compile(
    r"""
    \b(?:(?:[Aa]n)?[Ss]tatt|[Aa]nstelle\s+von)\s+
    (?:(?:de[rsnm]|die|wie|nur|etwa|rund|knapp|noch|zunächst|ursprünglich|bisher|bislang|zuvor|zuletzt|vorher|geplant
      |im\s+\w+|\w+(?:ten|nen|gen|chen|enen))\s+){0,4}$      # "statt der zunächst angekündigten 80", not "statt vier kamen 80"
    """,
    re.VERBOSE,
)
NOT_BUT = (re.compile(r"\b[Nn]icht\s+(?:\w+\s+){0,2}$"), re.compile(r"^[^.;]{0,40},\s+sondern\b"))
FROM_TO = (re.compile(r"\bvon\s+(?:\w+\s+){0,2}$"), re.compile(r"^\W*(?:\w+\W+){0,2}auf\s+(?:\w+\s+){0,2}\d"))
ATTRIBUTE = re.compile(r"(?:geplant|angekündigt|vorgesehen|gefordert|erlaubt|zulässig|zugelassen|möglich)e[nrsm]?\s")
REPORTED_BEFORE = re.compile(r"\bhatten?\b[^.]{0,80}\b(?:gemeldet|gesprochen|genannt|angegeben|berichtet|mitgeteilt|beziffert)\b")
MONTHS = re.compile(r"\b(?:ersten|letzten|vergangenen)\s+(?:drei|sechs|neun|acht|zehn|elf)\s+Monaten?\b")
DIFFERENCE = re.compile(r"^\s+(?:\w+\s+){0,2}(?:mehr|weniger)\s+als\b")
DEFINITE = re.compile(r"\b(?:[Dd]ie|[Dd]er|[Dd]en|[Dd]iese[rn]?|[Ii]hre[rn]?|[Ss]eine[rn]?|[Aa]lle[rn]?)\s+(?:\w+\s+)?$")
FORECAST = frozenset({"possible", "planned", "conditional"})
TO_LEVEL = re.compile(r"\bauf\s+(?:\w+\s+){0,2}$")
COMPARED_WITH = re.compile(r"\b(?:als|gegenüber|verglichen|Vergleich|zum|nach)\b")
SEVERAL_PLACES = re.compile(
    r"\b[Ii]n\s+(?:\w+\s+)?(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\d+|mehreren|vielen|allen)\s+"
    r"(?:\w+en\s+)?(?:Städten|Orten|Ländern|Kreisen|Gemeinden|Bundesländern|Stadtteilen|Werken|Standorten)\b"
)


@dataclass(frozen=True, slots=True)
class Scoping:
    """The scope of a figure; None where the words do not narrow it."""

    part: str | None = None
    sum: str | None = None
    stage: str | None = None
    severity: str | None = None
    period: str | None = None
    sub: str | None = None
    own: str | None = None
    change: str | None = None
    extra: str | None = None
    is_planned: bool = False
    is_done: bool = False
    correction: str | None = None  # "word": the sentence corrects a figure; "update": it brings a newer one
    is_upheld: bool = False  # a speaker stays with the figure: "bleibt bei 80 Millionen"
    is_earlier: bool = False  # "hatte am Dienstag fünf Tote gemeldet"
    is_corrected: bool = False  # the figure that was replaced ("zunächst")
    is_replaced: bool = False  # the figure that replaces it stands in the same sentence ("zehn statt vier")
    is_projected: bool = False  # a share of votes before they were counted


def find_scoping(fact: Fact, figure: Figure, words: Sequence[Word], clause: str, at: int, published: str | None) -> Scoping:
    """The scope of the figure at offset ``at`` of its clause."""
    hits = find_scopes(words, clause)
    hits = [(row, start) for row, start in hits if row.scope != "period" or not _is_comparison(clause, at, start)]
    hits = [(row, start) for row, start in hits if row.value != "offered" or figure.kind in ("percent", "share")]
    hits = [(row, start) for row, start in hits if not ATTRIBUTE.match(clause, start) or _is_beside(clause, figure, at, start)]
    hits = [(row, start) for row, start in hits if not _is_idle(row, figure, clause, at, start)]
    values = {row.scope: row.value for row, start in reversed(hits) if row.scope != "severity" or abs(start - at) < NEAR}
    marks = find_marks(fact.text, figure.start - fact.start, figure.end - fact.start)
    after = clause[at + len(figure.text) :]
    sentence = find_corrections(fact.text)
    before_now = any(row.value == "before" and not FIGURE.search(clause[min(at, start) : max(at, start)]) for row, start in hits)
    replaced = _is_replaced(fact, figure, "word" in sentence)
    stage = values.get("stage") or _demanded(fact, figure)
    planned = fact.modality == "planned" or stage == "planned" or _is_future(fact.day, published)
    return Scoping(
        part=_part(figure, values.get("part"), clause[:at], after),
        sum="wide" if SEVERAL_PLACES.search(clause) else values.get("sum"),
        stage=_stage(fact, figure, stage),
        severity=values.get("severity") if figure.kind == "count" else None,
        period=_period(fact, figure, values.get("period"), clause, published) if _has_period(marks, clause) else None,
        sub=values.get("sub") or ("second" if SECOND.search(fact.text) else None),
        own=None,
        change=_change(figure, values.get("change"), clause[:at]),
        extra="difference" if figure.kind not in SHARES and DIFFERENCE.match(after) else values.get("extra"),
        is_planned=planned,
        is_done=not planned and bool(DONE.search(clause)) and not REPORTED_BEFORE.search(clause),
        correction="word"
        if "word" in sentence
        else "update"
        if "update" in sentence or _is_new_level(figure, values, clause[:at])
        else None,
        is_upheld=bool(UPHELD.search(clause[:at])),
        is_earlier=bool(REPORTED_BEFORE.search(clause)),
        is_corrected=before_now or replaced or bool(REPLACED.search(clause) or marks & REPLACING),
        is_replaced=replaced,
    )


def _is_idle(row: Scope, figure: Figure, clause: str, at: int, start: int) -> bool:
    """Words that narrow nothing: the hedge "mehr als", "fordert zwei Menschenleben", "fehlen 17 Millionen", "kamen davon"."""
    if row.scope == "change" and at <= start < at + len(figure.text):
        return True
    if row.value == "demanded" and figure.kind == "count" and VICTIMS.search(clause):
        return True
    if row.form == "davon" and CAME_OFF.search(clause):
        return True
    return row.form == "fehlen" and figure.kind == "money"


def _part(figure: Figure, word: str | None, before: str, after: str) -> str | None:
    """ "von den 40 Gästen", "vier der Angeklagten", "darunter drei Kinder"; sums of money and ages are no parts."""
    if OF_A_TOTAL.search(before) or (figure.kind == "count" and OF_THEM.match(after)):
        return "part"
    return word if figure.kind not in ("money", "age") else None


def _is_replaced(fact: Fact, figure: Figure, is_correction: bool) -> bool:
    """ "statt vier", "nicht vier, sondern", and the first figure of "korrigierte von vier auf zehn"."""
    before, after = fact.text[: figure.start - fact.start], fact.text[figure.end - fact.start :]
    if INSTEAD.search(before) or (NOT_BUT[0].search(before) and NOT_BUT[1].search(after)):
        return True
    return is_correction and bool(FROM_TO[0].search(before) and FROM_TO[1].search(after))


def _has_period(marks: Set[str], clause: str) -> bool:
    """False for a figure that was replaced: "ursprünglich 80"; "vor einem Jahr waren es noch 80" has a period of its own."""
    return not marks & {"replaced", "former"} or YEARS_AGO.search(clause) is not None


def _demanded(fact: Fact, figure: Figure) -> str | None:
    """ "verlangt 8 Prozent, mindestens aber 350 Euro": the verb holds for the figure behind the comma. What is demanded is new:
    not "die 300 Opfer"."""
    before = fact.text[: max(figure.start - fact.start, 0)]
    if fact.voice is not None and fact.voice.is_demand and not DEFINITE.search(before):
        return "demanded"
    rows = load_scopes().get(fact.lemma, ()) if figure.kind in ("money", "percent", "share") else ()
    return next((row.value for row in rows if row.scope == "stage" and row.value == "demanded"), None)


def _is_beside(clause: str, figure: Figure, at: int, start: int) -> bool:
    """ "die geplanten 500 Stellen", "500 geplante Stellen", but not the 180 of "180 der 210 geplanten Flüge"."""
    between = clause[at + len(figure.text) : start] if start > at else clause[start:at]
    return len(between) < BESIDE and not re.search(r"\d", between)


def _stage(fact: Fact, figure: Figure, word: str | None) -> str | None:
    """What is only expected of a balance ("rechnet mit einem Umsatz von") is not what was booked."""
    if word is not None:
        return None if word == "planned" else word
    expects = fact.lemma in ("rechnen", "erwarten", "prognostizieren") and figure.kind in ("money", "percent", "share")
    return "forecast" if expects and fact.modality in FORECAST else None


def _is_comparison(clause: str, at: int, start: int) -> bool:
    """ "elf Prozent weniger als im Vorjahr", "nach 1,35 Milliarden im Vorjahr": the other time is that of another figure."""
    between = clause[min(at, start) : max(at, start)]
    return bool(COMPARED_WITH.search(between)) or len(re.findall(r"\d[\d.,]*", between)) > (1 if start > at else 0)


@lru_cache(maxsize=4096)
def find_corrections(text: str) -> frozenset[str]:
    """Kinds of correcting words in a sentence: "word" replaces a figure, "before" marks the replaced one."""
    return frozenset(row.value for row, _ in find_scopes(find_words(text), text) if row.scope == "correction")


def _change(figure: Figure, word: str | None, before: str) -> str | None:
    """Whether the figure is a change and in which direction: "um 25 Prozent eingebrochen" → down."""
    if figure.direction is not None:
        return figure.direction
    if re.search(r"\bum\s+(?:\w+\s+){0,2}$", before) or re.match(r"um\s", figure.text):
        return word or ("change" if figure.kind in SHARES else None)  # "trauert um neun Menschen" is no change
    if figure.kind in SHARES and word in ("up", "down"):
        return word
    return None


def _is_new_level(figure: Figure, values: dict[str, str], before: str) -> bool:
    """ "stieg auf 231 Millionen", "wuchs auf 150 Hektar": the figure is what has been reached since the last report."""
    moved = values.get("change") in ("up", "down") and figure.kind in ("count", "money", "measure")
    return moved and bool(TO_LEVEL.search(before))


def _period(fact: Fact, figure: Figure, word: str | None, clause: str, published: str | None) -> str | None:
    """The time that a figure is about, None for the time of the report: "2011", "quarter", "past", a future day."""
    if word is not None:
        return word
    if MONTHS.search(clause):
        return "months"
    today = day_number(published)
    if YEARS_AGO.search(clause):
        return "past"
    yearly = figure.kind in ("money", "percent", "share")
    named = _dated(fact.day, today, yearly)
    if named is not None:
        return named
    years = {int(match.group()) for match in YEAR.finditer(clause)}
    return _year(years, today, yearly)


def _is_future(day: Day | None, published: str | None) -> bool:
    today = day_number(published)
    return day is not None and day.first is not None and today is not None and day.first > today + 1


def _dated(day: Day | None, today: int | None, yearly: bool) -> str | None:
    if day is None or day.type not in ("DATE", "TIME") or day.first is None or day.last is None or today is None:
        return None
    if day.last < today - RECENT_DAYS:
        return _span_name(day, today, yearly)
    return None


def _span_name(day: Day, today: int, yearly: bool) -> str | None:
    """The name of a past period; the last complete year is the normal time of balances and statistics."""
    if day.first is None or day.last is None:
        return None
    first, now = datetime.date.fromordinal(day.first), datetime.date.fromordinal(today)
    if day.last - day.first > DECADE:
        return None  # "aus dem 16. Jahrhundert" dates a thing, no count
    if day.last - day.first > 300:
        return None if yearly and first.year == now.year - 1 else str(first.year)
    return day.value


def _year(years: set[int], today: int | None, yearly: bool) -> str | None:
    if today is None or not years:
        return None
    now = datetime.date.fromordinal(today).year
    past = sorted(year for year in years if year < now - yearly)
    return str(past[0]) if past else None
