"""What the commands do: read, run, write, and say at the end how it went. Returns exit statuses."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from claimcheck.api import without_text
from claimcheck.batch import Job, Outcome, Verb, run_jobs
from claimcheck.checking import check_against, check_claims
from claimcheck.cli import Exit
from claimcheck.errors import UnreadableInput
from claimcheck.models import Article, CheckResult, Claim, Extraction, Finding
from claimcheck.presentation import document, findings, table
from claimcheck.presentation.terminal import clean
from claimcheck.reading.files import STDIN, expand_paths
from claimcheck.reading.kept_claims import KeptClaims, looks_like_claims, parse_claims
from claimcheck.settings import CheckSettings, Settings

MANY_FILES = 3
CLAIM_SUFFIXES = (".json", ".jsonl")


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


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """Options of ``check`` alone."""

    against: tuple[str, ...]
    verdicts: tuple[str, ...]
    aspects: tuple[str, ...]
    topic: str | None
    min_confidence: float
    fail_on: tuple[str, ...]
    language: str


class Run:
    """Counts what was read and what was not, and tells it on standard error."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.read = 0
        self.failed = 0
        self.errors = Console(
            stderr=True, soft_wrap=True, highlight=False, markup=False, no_color=options.color is False or None
        )

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
        settings = Settings(explain=options.explain)
        jobs = [Job(path, verb, settings, options.published, options.outlet) for path in self._paths(paths)]
        if not jobs:
            return
        with self._progress(len(jobs)) as advance:
            for outcome in run_jobs(jobs, workers=min(options.jobs, len(jobs)), model=options.model):
                advance()
                for warning in outcome.warnings:
                    self.warn(warning)
                if outcome.error is not None:
                    self.fail(outcome.error)
                    continue
                self.read += 1
                yield outcome

    def _paths(self, paths: list[str]) -> Iterator[str]:
        for path in expand_paths(_globbed(paths)):
            if isinstance(path, UnreadableInput):
                self.fail(str(path))
            else:
                yield path

    @contextmanager
    def _progress(self, total: int):  # type: ignore[no-untyped-def]
        if self.options.quiet or total < MANY_FILES or not self.errors.is_terminal:
            yield lambda: None
            return
        columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=self.errors, transient=True) as progress:
            task = progress.add_task("reading", total=total)
            yield lambda: progress.advance(task)


def extract_files(paths: list[str], options: Options) -> Exit:
    """``claimcheck extract``."""
    run = Run(options)
    form = options.format or _default_format()
    articles: list[Article] = []
    claims: list[Claim] = []
    header = True
    for outcome in run.outcomes(paths, "extract"):
        assert_article = without_text(outcome.article) if outcome.article else None
        if assert_article is None:
            continue
        if form == "table":
            _console(options).print(table.claims_table(assert_article, outcome.claims, explain=options.explain))
        elif form == "jsonl":
            sys.stdout.writelines(document.to_json_line(claim) for claim in outcome.claims)
        elif form == "csv":
            sys.stdout.write(document.claims_csv(outcome.claims, header=header))
            header = False
        else:
            articles.append(assert_article)
            claims += outcome.claims
    if form == "json" and run.read:
        sys.stdout.write(document.to_json(Extraction(articles=tuple(articles), claims=tuple(claims))))
    sys.stdout.flush()
    return run.status()


def annotate_files(paths: list[str], options: Options) -> Exit:
    """``claimcheck annotate``: one indented object for one file, one line each for several."""
    run = Run(options)
    waiting = None
    count = 0
    for outcome in run.outcomes(paths, "annotate"):
        if outcome.annotation is None:
            continue
        if waiting is not None:
            sys.stdout.write(document.to_json_line(waiting))
        waiting, count = outcome.annotation, count + 1
    if waiting is not None:
        single = count == 1 and options.format != "jsonl"
        sys.stdout.write(document.to_json(waiting) if single else document.to_json_line(waiting))
    sys.stdout.flush()
    return run.status()


def check_files(paths: list[str], options: Options, wanted: CheckOptions) -> Exit:
    """``claimcheck check``."""
    run = Run(options)
    new, texts = _new_claims(paths, run)
    kept = _merge([_kept_claims(Path(path), run) for path in wanted.against])
    settings = CheckSettings(language=wanted.language)
    if wanted.against:
        found = check_against(new.articles, new.claims, kept.articles, kept.claims, settings, texts)
        new = _merge([new, kept])
    else:
        found = check_claims(new.articles, new.claims, settings, texts)
    result = CheckResult(
        articles=tuple(new.articles),
        claims=tuple(new.claims),
        findings=tuple(findings.sorted_findings(finding for finding in found if _is_wanted(finding, wanted))),
    )
    if run.read:
        _write_check(result, options)
    status = run.status()
    met = any(finding.verdict in wanted.fail_on for finding in result.findings)
    return Exit.FOUND if met and status is not Exit.USAGE else status


def _new_claims(paths: list[str], run: Run) -> tuple[KeptClaims, dict[str, str]]:
    """Claims of articles and of claim files, and the texts of the articles by id."""
    plain: list[str] = []
    parts: list[KeptClaims] = []
    for path in _globbed(paths):
        if Path(path).suffix.casefold() in CLAIM_SUFFIXES and Path(path).is_file():
            parts.append(_kept_claims(Path(path), run))
        elif path == STDIN:
            parts.append(_stdin_claims(run))
        else:
            plain.append(path)
    texts: dict[str, str] = {}
    for outcome in run.outcomes(plain, "extract"):
        if outcome.article is not None:
            texts[outcome.article.id] = outcome.article.text
            parts.append(KeptClaims([without_text(outcome.article)], list(outcome.claims)))
    return _merge(parts), texts


def _kept_claims(path: Path, run: Run) -> KeptClaims:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        run.fail(f"{path}: cannot be read as claims ({problem})")
        return KeptClaims()
    return _count(parse_claims(text, str(path)), run)


def _stdin_claims(run: Run) -> KeptClaims:
    text = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    if not looks_like_claims(text):
        run.fail("-: standard input is not what extract prints (JSON or JSON lines)")
        return KeptClaims()
    return _count(parse_claims(text, "-"), run)


def _count(kept: KeptClaims, run: Run) -> KeptClaims:
    for error in kept.errors:
        run.fail(str(error))
    run.read += bool(kept.claims or kept.articles)
    return kept


def _merge(parts: Iterable[KeptClaims]) -> KeptClaims:
    """All articles and claims, each claim of a path once."""
    merged = KeptClaims()
    articles = {}
    claims = {}
    for part in parts:
        articles.update({(article.id, article.path): article for article in part.articles})
        claims.update({(claim.article.path, claim.id): claim for claim in part.claims})
    merged.articles = list(articles.values())
    merged.claims = list(claims.values())
    return merged


def _write_check(result: CheckResult, options: Options) -> None:
    form = options.format or _default_format()
    if form == "table":
        _console(options).print(findings.findings_table(result))
    elif form == "markdown":
        sys.stdout.write(findings.findings_markdown(result))
    elif form == "csv":
        sys.stdout.write(document.findings_csv(result))
    elif form == "jsonl":
        sys.stdout.writelines(document.to_json_line(finding) for finding in result.findings)
    else:
        sys.stdout.write(document.to_json(result))
    sys.stdout.flush()


def _is_wanted(finding: Finding, wanted: CheckOptions) -> bool:
    words = f"{findings.topic_words(finding)} {finding.explanation}".casefold()
    return (
        (not wanted.verdicts or finding.verdict in wanted.verdicts)
        and (not wanted.aspects or finding.aspect in wanted.aspects)
        and (wanted.topic is None or wanted.topic.casefold() in words)
        and finding.confidence >= wanted.min_confidence
    )


def _globbed(paths: list[str]) -> list[str]:
    """Patterns that the shell left alone, expanded; everything else as it is."""
    found: list[str] = []
    for path in paths:
        matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) and not Path(path).exists() else []
        found += matches or [path]
    return found


def _default_format() -> str:
    return "table" if sys.stdout.isatty() else "json"


def _console(options: Options) -> Console:
    console = Console(highlight=False, markup=False, emoji=False, no_color=options.color is False or None)
    return console if options.color is None else Console(
        highlight=False, markup=False, emoji=False, force_terminal=options.color or None, no_color=not options.color
    )  # fmt: skip
