"""Numbers, dates and entities of the contract from the spans of the finders; words are cut from the article's text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claims.layers import Layers
from claimcheck.extraction.records import DateSpan, Extent, NumberSpan
from claimcheck.models import Date, Entity, Number

HALVED = re.compile(r"(?P<prefix>PT?)(?P<whole>\d+)\.5(?P<unit>[YDHM])")
HALVES = {"PY": "6M", "PTH": "30M", "PTM": "30S"}


def build_numbers(layers: Layers, text: str) -> Iterator[Number]:
    """Every number of the text, in text order."""
    return (build_number(number, layers, text) for number in layers.numbers)


def build_dates(layers: Layers, text: str) -> Iterator[Date]:
    """Every date of the text, in text order."""
    return (build_date(date, text) for date in layers.dates)


def build_entities(layers: Layers) -> Iterator[Entity]:
    """The entity of every mention that was resolved, in text order."""
    return (entity for entity in layers.entities if entity is not None)


def build_number(number: NumberSpan, layers: Layers, text: str) -> Number:
    """The number with the entity whose it is."""
    return Number(
        text=words(text, number),
        start=number.start,
        end=number.end,
        value=number.value,
        low=number.low,
        high=number.high,
        bound=number.bound,
        kind=number.kind,
        direction=number.direction,
        unit=number.unit,
        item=spelled(number.item, _item_text(number, layers)) if number.item is not None else None,
        of=find_owner(number, layers),
        per=number.per,
        rule=number.rule,
    )


def build_date(date: DateSpan, text: str) -> Date:
    """The date with its words."""
    return Date(
        text=words(text, date),
        start=date.start,
        end=date.end,
        value=date.value,
        type=date.type,
        **{"from": date.from_},
        to=date.to,
        mod=date.mod,
        rule=date.rule,
    )


def build_claimed_date(date: DateSpan, text: str) -> Date:
    """The date of a claim: half a year, day or hour as months, hours or minutes, so that "sechseinhalb Jahre" has the value
    of "sechs Jahre und sechs Monate"."""
    built = build_date(date, text)
    return built.model_copy(update={"value": without_halves(date.value)}) if date.type == "DURATION" else built


def without_halves(value: str) -> str:
    """A duration in whole units where it is half of one.

    >>> without_halves("P6.5Y"), without_halves("P0.5Y"), without_halves("PT1.5H"), without_halves("P2.5W")
    ('P6Y6M', 'P6M', 'PT1H30M', 'P2.5W')
    """
    match = HALVED.fullmatch(value)
    if match is None:
        return value
    prefix, whole, unit = match["prefix"], match["whole"], match["unit"]
    half = HALVES.get(prefix + unit)
    if half is None:
        return value
    return prefix + (f"{whole}{unit}" if whole != "0" else "") + half


def find_owner(number: NumberSpan, layers: Layers) -> Entity | None:
    """Whose the counted things are: the entity in ``number.of``, else that of an adjective at the counted noun
    ("nordkoreanische Soldaten") or of a genitive or "aus" phrase behind it."""
    if number.of is not None:
        found = [entity for _, entity in layers.mentions_in(number.of) if entity is not None]
        if found:
            return found[0]
    doc = layers.doc
    if doc is None or number.item_token is None:
        return None
    for child in doc[number.item_token].children:
        prepositions = {case.lower_ for case in child.children if case.dep_ == "case"}
        if child.dep_ in ("amod", "nmod") and prepositions <= {"von", "vom", "aus"}:
            pair = layers.mention_at(child.i)
            if pair is not None and pair[1] is not None and pair[1].kind in ("country", "place", "organization"):
                return pair[1]
    return None


def spelled(lemma: str, text: str) -> str:
    """A noun's lemma in the spelling of the text: "Prozeß" for "Prozesse" is "Prozess".

    >>> spelled("Prozeß", "Prozesse"), spelled("Straße", "Straßen")
    ('Prozess', 'Straße')
    """
    old = lemma[:1].isupper() and "ß" not in text and "ss" in text  # verbs change: "schießen", "geschossen"
    return lemma.replace("ß", "ss") if old else lemma


def _item_text(number: NumberSpan, layers: Layers) -> str:
    return layers.doc[number.item_token].text if layers.doc is not None and number.item_token is not None else ""


def words(text: str, extent: Extent) -> str:
    """The text of an extent as it stands there."""
    return text[extent.start : extent.end]
