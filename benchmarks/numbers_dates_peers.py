"""Numbers and dates against other libraries, all in one run: a table of value F1, false alarms and speed.

    python benchmarks/numbers_dates_peers.py NUMBERS.jsonl DATES.jsonl

NUMBERS.jsonl holds lines ``{"id", "text", "numbers": [{start, end, value, …}]}``, DATES.jsonl lines ``{"id", "dct", "text",
"timexes": [{start, end, type, value}]}``. Every library gets the same texts and no model. A result is right where it
overlaps a gold expression, one to one, and has the same value; a gold number without a value is left out.
Peers that are not installed are left out: ``pip install text2num dateparser``. The regular expression is the baseline.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from claimcheck.extraction.dates import find_dates
from claimcheck.extraction.numbers import find_numbers
from claimcheck.language.model import blank_language

Found = tuple[int, int, Any]  # start, end, value
Finder = Callable[[str, str | None], list[Found]]
FIGURE = re.compile(r"(?<![\w.,:])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\w)|(?<![\w.,:])\d+(?:,\d+)?(?![\w:])")


def claimcheck_numbers() -> Finder:
    nlp = blank_language()
    return lambda text, _: [(n.start, n.end, n.value) for n in find_numbers(nlp(text))]


def claimcheck_dates() -> Finder:
    nlp = blank_language()
    return lambda text, day: [(d.start, d.end, d.value) for d in find_dates(nlp(text), day)]


def regex_numbers() -> Finder:
    def find(text: str, _: str | None) -> list[Found]:
        plain = ((m, m.group().replace(".", "").replace(",", ".")) for m in FIGURE.finditer(text))
        return [(m.start(), m.end(), float(number)) for m, number in plain]

    return find


def text2num_numbers() -> Finder:
    from text_to_num import Token
    from text_to_num import find_numbers as find_words

    class Word(Token):
        def __init__(self, match: re.Match[str]) -> None:
            self.start, self.end, self.words = match.start(), match.end(), match.group()

        def text(self) -> str:
            return self.words

    def find(text: str, _: str | None) -> list[Found]:
        tokens = [Word(match) for match in re.finditer(r"\w+|[^\w\s]", text)]
        return [(tokens[hit.start].start, tokens[hit.end - 1].end, float(hit.value)) for hit in find_words(tokens, "de", 0.0)]

    return find


def dateparser_dates() -> Finder:
    from datetime import datetime

    from dateparser.search import search_dates

    def find(text: str, day: str | None) -> list[Found]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(day)} if day else {}
        found, at = [], 0
        for words, moment in search_dates(text, languages=["de"], settings=settings) or []:
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                found.append((start, at, moment.date().isoformat()))
        return found

    return find


def right(gold: list[Found], found: list[Found]) -> int:
    """How many of the found overlap a gold expression with the same value, one to one."""
    left = list(gold)
    hits = 0
    for start, end, value in found:
        match = next((g for g in left if start < g[1] and g[0] < end and same(g[2], value)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return hits


def countable(found: list[Found], gold: list[Found]) -> list[Found]:
    """Without what lies over a gold expression that has no value (ranges, "Tausende"): nobody can be right there."""
    open_ones = [(start, end) for start, end, value in gold if value is None]
    return [hit for hit in found if not any(hit[0] < end and start < hit[1] for start, end in open_ones)]


def same(a: Any, b: Any) -> bool:
    if isinstance(a, str) or isinstance(b, str):
        return str(a).lower() == str(b).lower()
    return a is not None and b is not None and abs(a - b) <= 1e-9 * max(abs(a), abs(b))


def measure(name: str, finder: Finder, cases: list[tuple[str, str | None, list[Found]]]) -> str:
    finder("Am 3. März kamen zwei Gäste.", "2024-10-21")  # what is loaded once does not count
    began = time.process_time()
    found = [finder(text, day) for text, day, _ in cases]
    seconds = time.process_time() - began
    found = [countable(hit, gold) for hit, (_, _, gold) in zip(found, cases, strict=True)]
    hits = sum(right(gold, hit) for (_, _, gold), hit in zip(cases, found, strict=True))
    total, wanted = sum(map(len, found)), sum(value is not None for _, _, gold in cases for _, _, value in gold)
    alarms = sum(len(hit) for (_, _, gold), hit in zip(cases, found, strict=True) if not gold)
    f1 = 2 * hits / (total + wanted) if total + wanted else 0.0
    precision, recall = (hits / total if total else 0.0), (hits / wanted if wanted else 0.0)
    return f"| {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {alarms} | {len(cases) / seconds:.0f} |"


def read(path: Path) -> Iterable[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    parser = argparse.ArgumentParser(description="Numbers and dates against other libraries.")
    parser.add_argument("numbers", type=Path)
    parser.add_argument("dates", type=Path)
    args = parser.parse_args()
    numbers = [(row["text"], None, [(n["start"], n["end"], n["value"]) for n in row["numbers"]]) for row in read(args.numbers)]
    dates = [(row["text"], row["dct"], [(t["start"], t["end"], t["value"]) for t in row["timexes"]]) for row in read(args.dates)]
    head = "| finder | precision | recall | value F1 | alarms | texts/s |\n|---|---|---|---|---|---|"
    print(f"Numbers: {len(numbers)} sentences\n\n{head}")
    print(measure("claimcheck", claimcheck_numbers(), numbers))
    print(measure("regular expression", regex_numbers(), numbers))
    if find_spec("text_to_num"):
        print(measure("text2num", text2num_numbers(), numbers))
    print(f"\nDates: {len(dates)} documents\n\n{head}")
    print(measure("claimcheck", claimcheck_dates(), dates))
    if find_spec("dateparser"):
        print(measure("dateparser", dateparser_dates(), dates))


if __name__ == "__main__":
    main()
