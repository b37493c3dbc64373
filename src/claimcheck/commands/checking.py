"""``claimcheck check``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimcheck.api import without_text
from claimcheck.checking import check_against, check_claims, explain_pairs, without_idle_statements
from claimcheck.cli import Exit
from claimcheck.commands.runs import Options, Run, expand_patterns
from claimcheck.models import CheckResult, Decision, Finding
from claimcheck.presentation import document, findings
from claimcheck.reading.files import STDIN
from claimcheck.reading.kept_claims import KeptClaims, looks_like_claims, parse_claims
from claimcheck.settings import CheckSettings

CLAIM_SUFFIXES = (".json", ".jsonl")


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


def check_files(paths: list[str], options: Options, wanted: CheckOptions) -> Exit:
    """Findings over files, folders and kept claims on standard output in the format asked for."""
    run = Run(options, every_statement=True)
    new, texts = _new_claims(paths, run)
    kept = _merge(_kept_claims(Path(path), run) for path in wanted.against)
    result = _check(new, kept, texts, wanted, explain=options.explain)
    if run.read:
        _write(result, options)
    status = run.status()
    met = any(finding.verdict in wanted.fail_on for finding in result.findings)
    return Exit.FOUND if met and status is not Exit.USAGE else status


def _check(new: KeptClaims, kept: KeptClaims, texts: dict[str, str], wanted: CheckOptions, *, explain: bool) -> CheckResult:
    settings = CheckSettings(language=wanted.language)
    both = _merge([new, kept])
    if wanted.against:
        found = check_against(both.articles, new.claims, kept.claims, settings, texts)
    else:
        found = check_claims(both.articles, both.claims, settings, texts)
    decisions = explain_pairs(both.articles, both.claims, settings, texts) if explain else ()
    told = tuple(Decision(claim_a=d.claim_a, claim_b=d.claim_b, decision=d.decision, reasons=d.reasons) for d in decisions)
    return CheckResult(
        articles=tuple(both.articles),
        claims=without_idle_statements(both.claims, found),
        findings=tuple(findings.sorted_findings(finding for finding in found if _is_wanted(finding, wanted))),
        decisions=told if explain else None,
    )


def _new_claims(paths: list[str], run: Run) -> tuple[KeptClaims, dict[str, str]]:
    """Claims of articles and of claim files, and the texts of the articles by id."""
    plain: list[str] = []
    parts: list[KeptClaims] = []
    for path in expand_patterns(paths):
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
    return _counted(parse_claims(text, str(path)), run)


def _stdin_claims(run: Run) -> KeptClaims:
    text = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    if not looks_like_claims(text):
        run.fail("-: standard input is not what extract prints (JSON or JSON lines)")
        return KeptClaims()
    return _counted(parse_claims(text, STDIN), run)


def _counted(kept: KeptClaims, run: Run) -> KeptClaims:
    for error in kept.errors:
        run.fail(str(error))
    run.read += bool(kept.claims or kept.articles)
    return kept


def _merge(parts: Iterable[KeptClaims]) -> KeptClaims:
    """All articles and claims, each article and each claim of a path once."""
    articles = {}
    claims = {}
    for part in parts:
        articles.update({(article.id, article.path): article for article in part.articles})
        claims.update({(claim.article.path, claim.id): claim for claim in part.claims})
    return KeptClaims(list(articles.values()), list(claims.values()))


def _write(result: CheckResult, options: Options) -> None:
    if options.form == "table":
        options.console().print(findings.findings_table(result))
    elif options.form == "markdown":
        sys.stdout.write(findings.findings_markdown(result))
    elif options.form == "csv":
        sys.stdout.write(document.findings_csv(result))
    elif options.form == "jsonl":
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
