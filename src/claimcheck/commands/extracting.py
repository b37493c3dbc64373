"""``claimcheck extract`` and ``claimcheck annotate``."""

from __future__ import annotations

import sys
from typing import Protocol

from claimcheck.api import without_text
from claimcheck.cli import Exit
from claimcheck.commands.runs import Options, Run
from claimcheck.models import Annotation, Article, Claim, Extraction
from claimcheck.presentation import document, table


class Writer(Protocol):
    """Writes claims article by article."""

    def write(self, article: Article, claims: tuple[Claim, ...]) -> None: ...

    def end(self) -> None: ...


class TableWriter:
    """A table for each article as it comes."""

    def __init__(self, options: Options) -> None:
        self.console = options.console()
        self.explain = options.explain

    def write(self, article: Article, claims: tuple[Claim, ...]) -> None:
        self.console.print(table.claims_table(article, claims, explain=self.explain))

    def end(self) -> None:
        pass


class LineWriter:
    """One JSON line for each claim as it comes."""

    def write(self, article: Article, claims: tuple[Claim, ...]) -> None:
        sys.stdout.writelines(document.to_json_line(claim) for claim in claims)

    def end(self) -> None:
        pass


class CsvWriter:
    """CSV with one header."""

    def __init__(self) -> None:
        self.header = True

    def write(self, article: Article, claims: tuple[Claim, ...]) -> None:
        sys.stdout.write(document.claims_csv(claims, header=self.header))
        self.header = False

    def end(self) -> None:
        pass


class DocumentWriter:
    """One JSON object for the run, at its end."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.claims: list[Claim] = []

    def write(self, article: Article, claims: tuple[Claim, ...]) -> None:
        self.articles.append(article)
        self.claims += claims

    def end(self) -> None:
        sys.stdout.write(document.to_json(Extraction(articles=tuple(self.articles), claims=tuple(self.claims))))


def extract_files(paths: list[str], options: Options, *, every_statement: bool = False) -> Exit:
    """Claims of files on standard output in the format asked for."""
    run = Run(options, every_statement=every_statement)
    writer = _writer(options)
    for outcome in run.outcomes(paths, "extract"):
        if outcome.article is not None:
            writer.write(without_text(outcome.article), outcome.claims)
    if run.read:
        writer.end()
    sys.stdout.flush()
    return run.status()


def annotate_files(paths: list[str], options: Options) -> Exit:
    """Layers of files on standard output: one indented object for one file, one line each for several."""
    run = Run(options)
    waiting: Annotation | None = None
    count = 0
    for outcome in run.outcomes(paths, "annotate"):
        if waiting is not None:
            sys.stdout.write(document.to_json_line(waiting))
        waiting, count = outcome.annotation, count + 1
    if waiting is not None:
        single = count == 1 and options.format != "jsonl"
        sys.stdout.write(document.to_json(waiting) if single else document.to_json_line(waiting))
    sys.stdout.flush()
    return run.status()


def _writer(options: Options) -> Writer:
    if options.form == "table":
        return TableWriter(options)
    if options.form == "jsonl":
        return LineWriter()
    return CsvWriter() if options.form == "csv" else DocumentWriter()
