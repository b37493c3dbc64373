"""What the words around a figure say of its standing: replaced, new, upheld, disputed, counted so far, remaining."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from claimcheck.checking.words import start_of, word_starts
from claimcheck.lexicon import load_lexicon

FIGURE = "~"
GAP_SIGN = "…"
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
    table = _patterns_by_start()
    likely = {number: row for start in word_starts(marked) if start in table for number, row in table[start].items()}
    return frozenset(mark for mark, pattern in likely.values() if pattern.search(marked))


@cache
def _patterns_by_start() -> dict[str, dict[int, tuple[str, re.Pattern[str]]]]:
    """Marks and patterns, numbered, by the first letters of the words of which a text must have one."""
    table: dict[str, dict[int, tuple[str, re.Pattern[str]]]] = {}
    for number, row in enumerate(load_corrections()):
        made = (row.mark, re.compile(make_pattern(row.form), re.IGNORECASE))
        for start in find_starts(row.form):
            table.setdefault(start, {})[number] = made
    return table


def find_starts(form: str) -> frozenset[str]:
    """First letters of words: one of them begins a word wherever the form fits; {""} where the form does not tell.

    >>> sorted(find_starts("(beharr*|pocht*) … auf")), sorted(find_starts("~ … (noch|weiter)"))
    (['behar', 'pocht'], ['noch', 'weite'])
    """
    parts = _split(form, " ")
    pairs = zip(["", *parts], parts, strict=False)
    whole = [part for before, part in pairs if before == GAP_SIGN or not before.endswith(GAP_SIGN)]
    found = [frozenset(map(start_of, _choices(part))) for part in whole]
    likely = [starts for starts in found if "" not in starts]
    if len(_split(form, "|")) > 1 or not likely:
        return frozenset({""})
    return max(likely, key=lambda starts: (min(map(len, starts)), -len(starts)))


def _choices(part: str) -> list[str]:
    """The beginnings of what a word or choice in brackets stands for."""
    return _split(part[1:].rsplit(")", 1)[0], "|") if part.startswith("(") else [part]


def _split(form: str, sign: str) -> list[str]:
    """The parts of a form between signs that stand outside of brackets."""
    depth, parts = 0, [""]
    for char in form:
        depth += (char == "(") - (char == ")")
        if char == sign and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return [part for part in parts if part]


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
