"""Wire services named in marks: "(dpa)", "dpa/AFP", "Mit Material von dpa und AP"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from claimcheck.lexicon import load_lexicon


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One mark of a wire service."""

    form: str
    name: str
    source: str


@cache
def agency_names() -> dict[str, str]:
    """Mark → name of the agency."""
    rows = load_lexicon(files("claimcheck.reading") / "agencies.tsv", AgencyRow)
    return {row.form: row.name for row in rows}


def _pattern() -> str:
    forms = sorted(agency_names(), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(form) for form in forms) + ")"


AGENCY = re.compile(rf"(?<![\w-]){_pattern()}(?![\w-])")
AGENCY_MARK = rf"(?:[a-zäöü]{{2,4}}[/,][ ]?)?{_pattern()}(?:(?:/|,[ ]?|[ ]und[ ]){_pattern()})*(?:/[a-zäöü]{{2,4}})*"


def find_agencies(text: str) -> list[str]:
    """Names of the agencies whose marks stand in ``text``, in text order, each once."""
    return list(dict.fromkeys(agency_names()[match.group()] for match in AGENCY.finditer(text)))
