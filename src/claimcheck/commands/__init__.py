"""What the commands do: read, run, write, and say at the end how it went. Each returns an exit status."""

from __future__ import annotations

from claimcheck.commands.checking import CheckOptions, check_files
from claimcheck.commands.extracting import annotate_files, extract_files
from claimcheck.commands.runs import Options

__all__ = ["CheckOptions", "Options", "annotate_files", "check_files", "extract_files"]
