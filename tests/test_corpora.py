"""Every corpus.yaml of the package, one test per phrase.

A phenomenon joins by a module ``tests/adapters/<name>.py`` with

    CORPUS: Path                                    its corpus.yaml
    def find(text: str, reference_date: str | None) -> list[Result]

where a Result is a mapping with ``start``, ``end`` (code points) and the fields that ``means`` may name. Entries of the corpus:

    reference_date: "2024-10-21"
    found:     - means: {field: value, …}   in: [phrase, …]     exactly one result, over the whole phrase or the [marked] words
    nothing:   [phrase, …]                                      no result at all
    gaps:      - {means: …, in: […], why: "…"}                  known failures, strict xfail: a repaired one must move up
"""

from __future__ import annotations

import importlib
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ADAPTERS = sorted(path.stem for path in (Path(__file__).parent / "adapters").glob("[a-z]*.py"))


class Lines(yaml.SafeLoader):
    """A loader that keeps the line of every phrase and refuses phrases that YAML read as something else."""


def load_corpus(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Lines) or {}


def phrase_of(value: Any, path: Path) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{path}: phrase {value!r} is no string: quote it")
    return value


def cases() -> Iterator[Any]:
    for name in ADAPTERS:
        adapter = importlib.import_module(f"adapters.{name}")
        corpus = load_corpus(adapter.CORPUS)
        reference = corpus.get("reference_date")
        for kind in ("found", "gaps"):
            for group in corpus.get(kind) or []:
                for phrase in group["in"]:
                    marks = [pytest.mark.xfail(strict=True, reason=group["why"])] if kind == "gaps" else []
                    yield pytest.param(
                        adapter,
                        phrase_of(phrase, adapter.CORPUS),
                        group["means"],
                        reference,
                        id=f"{name}: {phrase}",
                        marks=marks,
                    )
        for phrase in corpus.get("nothing") or []:
            yield pytest.param(adapter, phrase_of(phrase, adapter.CORPUS), None, reference, id=f"{name}, nothing: {phrase}")


def unmark(phrase: str) -> tuple[str, int, int]:
    """The phrase without its square brackets, and the extent that they marked (the whole phrase without any)."""
    start = phrase.find("[")
    end = phrase.find("]")
    if start < 0:
        return phrase, 0, len(phrase)
    return phrase[:start] + phrase[start + 1 : end] + phrase[end + 1 :], start, end - 1


def same(wanted: Any, got: Any) -> bool:
    if isinstance(wanted, float) and isinstance(got, int | float):
        return math.isclose(wanted, got, rel_tol=1e-9)
    return bool(wanted == got)


@pytest.mark.parametrize(("adapter", "phrase", "means", "reference"), list(cases()))
def test_phrase(adapter: Any, phrase: str, means: dict[str, Any] | None, reference: str | None) -> None:
    text, start, end = unmark(phrase)
    results = [dict(result) for result in adapter.find(text, reference)]
    if means is None:
        assert results == []
        return
    here = [result for result in results if (result["start"], result["end"]) == (start, end)]
    assert len(results) == 1 if start == 0 and end == len(text) else here, (
        f"wanted one result over [{start}, {end}), got {results}"
    )
    assert here, f"wanted [{start}, {end}), got {results}"
    wrong = {field: (value, here[0].get(field)) for field, value in means.items() if not same(value, here[0].get(field))}
    assert not wrong, f"wanted, got: {wrong}"
