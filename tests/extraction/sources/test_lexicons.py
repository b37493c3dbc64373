"""Every row of the lexicons of attribution finds content in its own example."""

from __future__ import annotations

import pytest

from adapters.sources import find
from claimcheck.extraction.sources.cues import CueRow, NounRow, WordRow, cue_rows, noun_rows, words_of_class

VERBS = [row for rows in cue_rows().values() for row in rows]
FRAMES = set("cdisw")
OBJECTS = {"acc", "als", "an", "auf", "bei", "für", "gegen", "in", "mit", "nach", "über", "um", "von", "vor", "zu"}


@pytest.mark.parametrize("row", VERBS, ids=lambda row: f"{row.lemma} {row.with_}".strip())
def test_example_of_a_verb_uses_its_row(row: CueRow) -> None:
    assert row.lemma in {result["cue"] for result in find(row.example, None)}, find(row.example, None)


@pytest.mark.parametrize("row", VERBS, ids=lambda row: f"{row.lemma} {row.with_}".strip())
def test_columns_of_a_verb_are_known(row: CueRow) -> None:
    assert set(row.frames) <= FRAMES
    assert set(row.objects()) | set(row.counts()) <= OBJECTS
    assert row.frames or row.object or row.counted
    assert not (row.denial and row.demand)


@pytest.mark.parametrize("row", noun_rows().values(), ids=lambda row: row.noun)
def test_example_of_a_noun_finds_content(row: NounRow) -> None:
    assert find(row.example, None) != []
    assert row.after in ("", "x", "i")
    assert row.frames or row.after


@pytest.mark.parametrize("name", ["prefix", "state", "time", "denied"])
def test_closed_classes_are_filled(name: str) -> None:
    assert len(words_of_class(name)) > 10
    assert all(word == word.lower() for word in words_of_class(name))
    assert WordRow.__doc__
