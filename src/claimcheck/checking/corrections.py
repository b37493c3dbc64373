"""What the words around a figure say of its standing: replaced, new, upheld, disputed, counted so far, remaining."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from claimcheck.lexicon import load_lexicon

FIGURE = "~"
GAP = r"(?:[^\s.;!?~]+\s+){0,6}"  # "…": up to six words of the same sentence
WIDE_GAP = r"(?:[^\s.;!?]+\s+){0,6}"  # the same where the form does not say where the figure stands
PARTS = re.compile(r"(?P<gap>…)|(?P<rest>\*)|(?P<blank>\s+)|(?P<comma>,)|(?P<choice>[(|)])|(?P<text>[^…*\s,(|)]+)")


@dataclass(frozen=True, slots=True)
class Correction:
    """A row of corrections.tsv."""

    form: str
    mark: str
    example: str


@cache
def load_corrections() -> tuple[Correction, ...]:
    """Rows of corrections.tsv."""
    return load_lexicon(files(__package__) / "corrections.tsv", Correction)


@lru_cache(maxsize=50_000)
def find_marks(text: str, start: int, end: int) -> frozenset[str]:
    """What a sentence says of its figure at [start, end), offsets into ``text``.

    >>> sorted(find_marks("Die Stadt bleibt bei 52 Millionen.", 21, 23))
    ['upheld']
    """
    marked = _mask(f"{text[:start]}{FIGURE}{text[end:]}")
    return frozenset(row.mark for row, pattern in _patterns() if pattern.search(marked))


@cache
def _patterns() -> tuple[tuple[Correction, re.Pattern[str]], ...]:
    return tuple((row, re.compile(make_pattern(row.form), re.IGNORECASE)) for row in load_corrections())


def make_pattern(form: str) -> str:
    """The pattern of a form: "~" is the figure, "*" the rest of a word, "…" up to six words, "(a|b)" a choice.

    >>> bool(re.search(make_pattern("bleib* … bei ~"), "es bleibe wohl bei ~ Euro"))
    True
    """
    gap = GAP if FIGURE in form else WIDE_GAP
    made = "".join(_part(match, gap) for match in PARTS.finditer(form))
    return rf"(?<!\w){made}(?!\w)"


def _part(match: re.Match[str], gap: str) -> str:
    if match["gap"]:
        return gap
    if match["rest"]:
        return r"\w*"
    if match["blank"]:
        return "" if match.string[: match.start()].endswith("…") else r",?\s+"
    if match["comma"]:
        return ""  # a comma may stand wherever a blank does
    return {"(": "(?:", "|": "|", ")": ")"}.get(match.group(), re.escape(match["text"] or ""))


def _mask(text: str) -> str:
    """The sentence with one blank between words, so that the forms of the list fit; quotation marks are left out."""
    return re.sub(r"\s+", " ", re.sub(r"[„“”»«()]", " ", text))
