"""Title, outlet, author, publication date and agencies of a text, and where each was found.

The publication date is taken from the first of: option, front matter, a date line or dateline at the head of the text,
the file name. ``published_from`` tells which.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import PurePath

import yaml

from claimcheck.models import PublishedFrom
from claimcheck.reading.agencies import agency_names, find_agencies
from claimcheck.reading.layout import MONTH, Layout, find_layout
from claimcheck.reading.outlets import outlet_from_name

HEAD_CHARACTERS = 600

FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)(?:^---|^\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
GERMAN_DATE = re.compile(
    rf"""
    (?<![\d.]) (?P<day>\d{{1,2}})\.[ ]?
    (?: (?P<month>\d{{1,2}})\.[ ]? | (?P<name>{MONTH})[ ] )
    (?P<year>\d{{4}}|\d{{2}}(?![\d.]))
    """,
    re.VERBOSE,
)
ISO_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)-?(?P<month>[01]\d)-?(?P<day>[0-3]\d)(?:T[0-9:]{4,8}(?:Z|[+-][0-9:]{4,5})?)?(?!\d)"
)
NAME_DATE = re.compile(
    r"""
    (?<!\d) (?: (?P<day>\d{1,2})[.-](?P<month>\d{1,2})[.-](?P<year>\d{4}|\d{2})
              | (?P<yy>\d\d)(?P<mm>[01]\d)(?P<dd>[0-3]\d) ) (?!\d)
    """,
    re.VERBOSE,
)
MONTHS = {name: index for index, name in enumerate(MONTH.replace("Jänner|", "").replace("Feber|", "").split("|"), start=1)} | {
    "Jänner": 1,
    "Feber": 2,
}
KEYS = {
    "title": ("title", "headline", "titel", "überschrift"),
    "outlet": ("outlet", "source", "publisher", "medium", "quelle", "zeitung"),
    "author": ("author", "authors", "byline", "autor", "autorin"),
    "published": ("published", "date", "datum", "pubdate", "publication_date", "erschienen"),
    "agencies": ("agencies", "agency", "agentur", "agenturen"),
}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the text says of itself, and its layout. ``warning`` is a line for the user or None."""

    title: str | None
    outlet: str | None
    author: str | None
    published: str | None
    published_from: PublishedFrom | None
    agencies: tuple[str, ...]
    layout: Layout
    warning: str | None = None


def find_metadata(text: str, path: str, *, published: str | None = None, outlet: str | None = None) -> Metadata:
    """Metadata of a decoded text; ``published`` and ``outlet`` are options that win over what the text says."""
    fields, body, warning = read_front_matter(text)
    layout = find_layout(text, body)
    date, date_from = find_published(text, path, layout, fields, published)
    furniture = " \n".join(text[start:end] for start, end in layout.furniture if start >= body)
    named = fields.get("agencies", "")
    agencies = tuple(dict.fromkeys([*find_agencies(named), *find_agencies(furniture), *find_agencies(_words(path))]))
    return Metadata(
        title=fields.get("title") or (text[slice(*layout.headline)].lstrip("# ") if layout.headline else None),
        outlet=outlet or fields.get("outlet") or outlet_from_name(path) or _agency_as_outlet(path),
        author=fields.get("author") or find_author(text, layout),
        published=date,
        published_from=date_from,
        agencies=agencies,
        layout=layout,
        warning=warning,
    )


def read_front_matter(text: str) -> tuple[dict[str, str], int, str | None]:
    """Fields of a YAML block at the head, where it ends (0 without one), and a warning where it is broken."""
    if not re.match(r"---[ \t]*\r?\n", text):
        return {}, 0, None
    match = FRONT_MATTER.match(text)
    if match is None:
        return {}, 0, "front matter is opened by --- but never closed; it is read as text"
    try:
        data = yaml.load(match["yaml"], Loader=yaml.BaseLoader)
    except yaml.YAMLError as problem:
        data = plain_fields(match["yaml"])
        if data is None:
            reason = str(problem).split("\n", 1)[0]
            return {}, match.end(), f"front matter is not valid YAML ({reason}); it is left out"
    if not isinstance(data, dict):
        return {}, match.end(), "front matter has no fields; it is left out"
    return _known_fields(data), match.end(), None


def plain_fields(block: str) -> dict[str, str] | None:
    """Fields of a block of plain ``key: value`` lines, or None. YAML refuses the second colon of "title: Brand: Zwei Tote"."""
    lines = [line for line in block.splitlines() if line.strip()]
    pairs = [re.fullmatch(r"(?P<key>[\w-]+):[ \t]+(?P<value>[^\[{\n]*)", line) for line in lines]
    return {pair["key"]: pair["value"] for pair in pairs if pair} if all(pairs) else None


def find_published(
    text: str, path: str, layout: Layout, fields: dict[str, str], option: str | None
) -> tuple[str | None, PublishedFrom | None]:
    """The publication date (ISO) and where it comes from, or (None, None)."""
    if option is not None:
        return option, "option"
    if date := parse_date(fields.get("published", "")):
        return date, "metadata"
    for start, end in layout.furniture:
        if 0 < end <= HEAD_CHARACTERS + (layout.furniture[0][1] if layout.furniture[0][0] == 0 else 0):
            candidate = None if start == 0 and text.startswith("---") else parse_date(text[start:end])
            if candidate:
                return candidate, "text"
    date = parse_date(PurePath(path).stem) or _date_of_name(PurePath(path).stem)
    return (date, "filename") if date else (None, None)


def parse_date(text: str) -> str | None:
    """The first calendar day in ``text`` as ISO date or date-time, or None: 2024-10-18, 18.10.2024, 18. Oktober 2024."""
    if match := ISO_DATE.search(text):
        day = _iso(match["year"], match["month"], match["day"])
        return day and (day + match.group()[10:] if "T" in match.group() and "-" in match.group()[:5] else day)
    if match := GERMAN_DATE.search(text):
        return _iso(match["year"], match["month"] or str(MONTHS[match["name"]]), match["day"])
    return None


def find_author(text: str, layout: Layout) -> str | None:
    """The name of a byline "Von Silke Brammer", or None."""
    for start, end in layout.furniture:
        if match := re.fullmatch(r"(?:Von|Text:|Autor(?:in)?:)[ ](?P<name>[^\n]+)", text[start:end]):
            return match["name"].strip()
    return None


def _date_of_name(stem: str) -> str | None:
    match = NAME_DATE.search(stem)
    if match is None:
        return None
    if match["yy"]:
        return _iso(match["yy"], match["mm"], match["dd"])
    return _iso(match["year"], match["month"], match["day"])


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return datetime.date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _known_fields(data: dict[str, object]) -> dict[str, str]:
    lower = {str(key).casefold(): value for key, value in data.items()}
    fields = {}
    for name, keys in KEYS.items():
        value = next((lower[key] for key in keys if lower.get(key)), None)
        if isinstance(value, list):
            value = ", ".join(str(part) for part in value)
        if isinstance(value, str) and value.strip():
            fields[name] = value.strip()
    return fields


def _words(path: str) -> str:
    return re.sub(r"[_.\s]+", " ", PurePath(path).stem)


def _agency_as_outlet(path: str) -> str | None:
    words = re.split(r"[_\-.\s]+", PurePath(path).stem)
    return next((agency_names()[word] for word in words if word in agency_names()), None)
