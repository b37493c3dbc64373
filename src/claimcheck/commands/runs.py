"""One run of a command: shared options, the files it reads, messages on standard error, the exit status."""

from __future__ import annotations

import glob
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from claimcheck.batch import Job, Outcome, Verb, run_jobs
from claimcheck.cli import Exit
from claimcheck.errors import UnreadableInput
from claimcheck.presentation.terminal import clean
from claimcheck.reading.files import expand_paths
from claimcheck.settings import Settings

MANY_FILES = 3


@dataclass(frozen=True, slots=True)
class Options:
    """Options that the commands share."""

    format: str | None
    published: str | None
    outlet: str | None
    jobs: int
    model: str | None
    explain: bool
    quiet: bool
    color: bool | None

    @property
    def form(self) -> str:
        """The output format: as asked, else a table on a terminal and JSON otherwise."""
        return self.format or ("table" if sys.stdout.isatty() else "json")

    def console(self) -> Console:
        """The console for tables: article text is never read as markup or emoji."""
        if self.color is None:
            return Console(highlight=False, markup=False, emoji=False)
        return Console(highlight=False, markup=False, emoji=False, force_terminal=self.color or None, no_color=not self.color)


class Run:
    """Counts what was read and what was not, and tells it on standard error."""

    def __init__(self, options: Options, *, every_statement: bool = False) -> None:
        self.options = options
        self.settings = Settings(explain=options.explain, every_statement=every_statement)
        self.read = 0
        self.failed = 0
        no_color = options.color is False or None
        self.errors = Console(stderr=True, soft_wrap=True, highlight=False, markup=False, no_color=no_color)

    def fail(self, message: str) -> None:
        """One line for something that could not be read."""
        self.failed += 1
        self.errors.print(clean(f"claimcheck: {message}"))

    def warn(self, message: str) -> None:
        """One line that is no error."""
        if not self.options.quiet:
            self.errors.print(clean(f"claimcheck: warning: {message}"))

    def status(self) -> Exit:
        """The exit status for what was read."""
        if not self.read:
            return Exit.USAGE
        return Exit.PARTLY if self.failed else Exit.DONE

    def outcomes(self, paths: list[str], verb: Verb) -> Iterator[Outcome]:
        """Outcomes of the files that could be analysed; the others are told. A bar for many files on a terminal."""
        options = self.options
        jobs = [Job(path, verb, self.settings, options.published, options.outlet) for path in self._paths(paths)]
        if not jobs:
            return
        with self._progress(len(jobs)) as advance:
            for outcome in run_jobs(jobs, workers=min(options.jobs, len(jobs)), model=options.model):
                advance()
                for warning in outcome.warnings:
                    self.warn(warning)
                if outcome.error is not None:
                    self.fail(outcome.error)
                else:
                    self.read += 1
                    yield outcome

    def _paths(self, paths: list[str]) -> Iterator[str]:
        for path in expand_paths(expand_patterns(paths)):
            if isinstance(path, UnreadableInput):
                self.fail(str(path))
            else:
                yield path

    @contextmanager
    def _progress(self, total: int) -> Iterator[Callable[[], None]]:
        if self.options.quiet or total < MANY_FILES or not self.errors.is_terminal:
            yield lambda: None
            return
        columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=self.errors, transient=True) as progress:
            task = progress.add_task("reading", total=total)
            yield lambda: progress.advance(task)


def expand_patterns(paths: list[str]) -> list[str]:
    """Patterns that the shell left alone, expanded; everything else as it is."""
    found: list[str] = []
    for path in paths:
        is_pattern = glob.has_magic(path) and not Path(path).exists()
        found += (sorted(glob.glob(path, recursive=True)) if is_pattern else []) or [path]
    return found
