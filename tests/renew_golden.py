"""Writes the golden runs anew: ``python tests/renew_golden.py``; then read the diff."""

from __future__ import annotations

import json

from golden_runs import GOLDEN, RUNS

if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, run in sorted(RUNS.items()):
        (GOLDEN / f"{name}.json").write_text(json.dumps(run(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
