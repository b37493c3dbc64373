"""The documents cannot lie: commands of the README, help texts, files named, the test command of CI."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)


def consoles() -> list[object]:
    return [
        pytest.param(match["command"], match["output"], id=f"{path.name}: {match['command'][:60]}")
        for path in DOCS
        for match in BLOCK.finditer(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.model
@pytest.mark.parametrize(("command", "output"), consoles())
def test_shown_output_is_real(command: str, output: str) -> None:
    line = command.replace("claimcheck ", f"{sys.executable} -m claimcheck.cli ", 1)
    env = {"PATH": "/usr/bin:/bin", "COLUMNS": "100", "LANG": "C.UTF-8", "NO_COLOR": "1", "HOME": "/tmp"}
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, cwd=ROOT, env=env, timeout=300, check=False)
    shown = [row.rstrip() for row in output.strip("\n").splitlines()]
    real = [row.rstrip() for row in (done.stdout + done.stderr).strip("\n").splitlines()]
    assert real == shown, "renew it: python tests/renew_docs.py"


def test_ci_runs_the_test_command_of_the_readme() -> None:
    commands = re.findall(r"^python3 -m venv .*pytest$", README, re.MULTILINE)
    assert len(commands) == 1
    assert commands[0] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_named_files_exist() -> None:
    for path in DOCS:
        for name in re.findall(r"\]\((?!https?:)(?P<name>[^)#]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / name).exists(), f"{path.name} names {name}"


@pytest.mark.parametrize("command", ["extract", "annotate", "check", "schema"])
def test_every_command_is_documented(command: str) -> None:
    assert f"claimcheck {command}" in README
