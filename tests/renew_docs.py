"""Writes the shown output of ``console`` blocks in the documents anew: ``python tests/renew_docs.py``; then read the diff."""

from __future__ import annotations

import subprocess
import sys

from test_docs import BLOCK, DOCS, ROOT

ENV = {"PATH": "/usr/bin:/bin", "COLUMNS": "100", "LANG": "C.UTF-8", "NO_COLOR": "1", "HOME": "/tmp"}


def renewed(command: str) -> str:
    line = command.replace("claimcheck ", f"{sys.executable} -m claimcheck.cli ", 1)
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, cwd=ROOT, env=ENV, check=False)
    output = "\n".join(row.rstrip() for row in (done.stdout + done.stderr).strip("\n").splitlines())
    return f"```console\n$ {command}\n{output}\n```"


if __name__ == "__main__":
    for path in DOCS:
        text = path.read_text(encoding="utf-8")
        path.write_text(BLOCK.sub(lambda match: renewed(match["command"]), text), encoding="utf-8")
