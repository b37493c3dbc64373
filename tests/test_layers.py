"""The direction of imports: a stage imports only stages with a smaller number; phenomena do not import each other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "src" / "claimcheck"
STAGES = ("reading", "language", "extraction", "linking", "claims", "checking", "presentation")
BOTTOM = ("models", "settings", "errors", "lexicon")


def modules() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.py") if path.relative_to(ROOT).parts[0] in STAGES)


def imports(path: Path) -> list[tuple[str, ...]]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        found += [tuple(name.split(".")[1:]) for name in names if name.split(".")[0] == "claimcheck"]
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_direction(path: Path) -> None:
    here = path.relative_to(ROOT).parts
    for target in imports(path):
        if not target or target[0] in BOTTOM:
            continue
        assert target[0] in STAGES, f"{path.name} imports claimcheck.{'.'.join(target)}"
        assert STAGES.index(target[0]) <= STAGES.index(here[0]), f"{here[0]} imports the later stage {target[0]}"
        phenomena = {p.name for p in (ROOT / "extraction").iterdir() if p.is_dir()}
        if here[0] == target[0] == "extraction" and len(target) > 1 and target[1] in phenomena:
            assert target[1] == here[1], f"phenomenon {here[1]} imports phenomenon {target[1]}"
