"""What of a text is furniture (front matter, byline, dateline, agency marks) and where the headline is.

Every extent is half-open in code points of the text. Furniture makes no claims; its dates and agencies are metadata.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimcheck.reading.agencies import AGENCY_MARK, find_agencies

HEAD_LINES = 6
HEADLINE_CHARACTERS = 160

MONTH = "Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
DAY = rf"\d{{1,2}}\.[ ]?(?:\d{{1,2}}\.[ ]?(?:\d{{4}}|\d{{2}})\b|(?:{MONTH})\b(?:[ ]\d{{4}})?)|\d{{4}}-\d\d-\d\d"
PLACE = r"[A-ZÄÖÜ][\w.'’-]*(?:[ /-][A-ZÄÖÜa-zäöü][\w.'’-]*){0,3}"

BYLINE = re.compile(r"(?:Von|Text:|Autor(?:in)?:|Ein Kommentar von)[ ][A-ZÄÖÜ][^.!?:]{2,80}")
STAND = re.compile(
    r"(?:Stand|Aktualisiert|Veröffentlicht|Erschienen|Publiziert|Datum)(?:[ ]am)?[ ]?:?[ ]?[^\n]{0,20}\d[^\n]{0,40}"
)
MATERIAL = re.compile(
    r"\(?(?:Mit|Unter Verwendung von|Quellen?:)[ ](?:Material|Informationen|Agenturmaterial)?[ ]?(?:von|der|des)?"
    r"[^\n.]{0,80}\)?\.?"
)
DATELINE = re.compile(
    rf"""
    (?P<place>{PLACE})?
    (?:[ ]?\((?P<agency>[^()\n]{{2,40}})\))?
    (?:,?[ ]?(?P<date>(?:den[ ])?(?:{DAY})))?
    (?:,?[ ]\d{{1,2}}[.:]\d\d[ ]Uhr)?
    (?P<end>[ ]{{0,4}}[–—][ ]|[ ]-[ ]|\.[ ]|:[ ])
    """,
    re.VERBOSE,
)
DATE_LINE = re.compile(
    rf"(?:[^\n.!?]{{0,60}}?[ ,–—])??(?:den[ ]|vom[ ])?(?:{DAY})(?:,?[ ](?:um[ ])?\d{{1,2}}[.:]\d\d(?:[ ]Uhr)?)?\.?"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line break."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The headline (or None) and the furniture, as (start, end) pairs in text order."""

    headline: tuple[int, int] | None
    furniture: tuple[tuple[int, int], ...]


def find_layout(text: str, body: int) -> Layout:
    """The layout of a text whose front matter ends at ``body``."""
    lines = [line for line in split_lines(text, body) if line.text.strip()]
    headline = find_headline(lines, text)
    furniture = [(0, body)] if body else []
    prose = 0
    for index, line in enumerate(lines):
        if headline and (line.start, line.end) == headline:
            continue
        found = find_furniture(line, at_edge=index < HEAD_LINES or index >= len(lines) - 2, first=prose == 0)
        prose += (line.start, line.end) not in found
        furniture += found
    return Layout(headline, tuple(sorted(furniture)))


def split_lines(text: str, start: int) -> list[Line]:
    """The lines from ``start`` on, whatever the line breaks are; extents without blanks at both ends."""
    lines = []
    for match in re.finditer(r"[^\r\n\f\u2028\u2029]+", text[start:]):
        stripped = match.group().strip()
        begin = start + match.start() + match.group().find(stripped) if stripped else start + match.start()
        lines.append(Line(begin, begin + len(stripped), stripped))
    return lines


def find_headline(lines: list[Line], text: str) -> tuple[int, int] | None:
    """The first line where it stands alone, is short and does not end as a sentence of prose does."""
    if len(lines) < 2:
        return None
    first, second = lines[0], lines[1]
    gap = text[first.end : second.start]
    alone = gap.replace("\r\n", "\n").count("\n") > 1 or is_furniture_line(second.text) or first.text.startswith("#")
    ends_as_prose = first.text.endswith((".", ",", ";")) and not first.text.endswith("...")
    if not alone or ends_as_prose or len(first.text) > HEADLINE_CHARACTERS or is_furniture_line(first.text):
        return None
    return first.start, first.end


def is_furniture_line(text: str) -> bool:
    """True for a line that is nothing but byline, date, dateline or agency mark."""
    if STAND.fullmatch(text) or BYLINE.fullmatch(text) or re.fullmatch(rf"[(]?{AGENCY_MARK}[)]?\.?", text):
        return True
    bare = re.sub(r"\([^()]{2,40}\)", lambda m: "" if find_agencies(m.group()) else m.group(), text)
    return bool(DATE_LINE.fullmatch(bare.strip())) and len(text) <= 90


def find_furniture(line: Line, *, at_edge: bool, first: bool) -> list[tuple[int, int]]:
    """Extents of furniture in a line; a dateline is looked for in the first line of prose only."""
    if at_edge and (is_furniture_line(line.text) or is_material(line.text)):
        return [(line.start, line.end)]
    found = []
    if first and (end := dateline_end(line.text)):
        found.append((line.start, line.start + end))
    if mark := re.search(rf"[ ]\({AGENCY_MARK}\)\.?$", line.text):
        found.append((line.start + mark.start() + 1, line.end))
    return found


def is_material(text: str) -> bool:
    """True for "Mit Material von dpa und AP"."""
    return bool(MATERIAL.fullmatch(text)) and bool(find_agencies(text))


def dateline_end(text: str) -> int | None:
    """Where the dateline "Seoul (dpa) – " at the beginning of a paragraph ends, or None."""
    match = DATELINE.match(text)
    if match is None or match.end() >= len(text):
        return None
    place, agency, date = match["place"], match["agency"], match["date"]
    if agency is not None and not find_agencies(agency):
        return None
    begins_sentence = text[match.end()].isupper() or not text[match.end()].isalpha()
    if agency is None and date is None and not (is_bare_place(place, match["end"]) and begins_sentence):
        return None
    return match.end()


def is_bare_place(place: str | None, end: str) -> bool:
    """True for "Kiew – Die …" and "Seoul. Nordkorea …": one capitalized word, or two joined by / or -."""
    if place is None or end.strip() not in ("–", "—", "."):
        return False
    words = re.split(r"[ /-]", place)
    return len(words) <= 3 and all(word[:1].isupper() and len(word) > 2 for word in words)
