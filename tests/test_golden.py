"""Golden runs: the whole output for data/articles, frozen. Renew with ``python tests/renew_golden.py`` and read the diff."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from golden_runs import GOLDEN, RUNS, Lines


@pytest.mark.model
@pytest.mark.parametrize("name", sorted(RUNS))
def test_output_is_as_frozen(name: str) -> None:
    frozen = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    now: Lines = RUNS[name]()
    gained = [line for line in now if line not in frozen]
    lost = [line for line in frozen if line not in now]
    assert (gained, lost) == ([], []), "read the difference, then: python tests/renew_golden.py"


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in Path(GOLDEN).glob("*.json")} == set(RUNS)
