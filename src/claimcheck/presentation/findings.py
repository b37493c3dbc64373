"""Findings as a table for a terminal and as Markdown: conflicts first, each with its positions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from claimcheck.models import CheckResult, Claim, Finding, Position, Verdict
from claimcheck.presentation.terminal import clean, marked, plain
from claimcheck.presentation.wording import format_number, format_source

ORDER: tuple[Verdict, ...] = ("conflict", "revision", "compatible", "agreement")
PLURALS: dict[Verdict, str] = {
    "conflict": "conflicts",
    "revision": "revisions",
    "compatible": "compatible",
    "agreement": "agreements",
}
STYLES: dict[Verdict, str] = {
    "conflict": "bold red",
    "revision": "bold yellow",
    "compatible": "bold cyan",
    "agreement": "bold green",
}
MARKDOWN_MARKS = str.maketrans({mark: "\\" + mark for mark in "\\`*_[]<>#|~&"})


def sorted_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Conflicts first, then revisions, compatible statements and agreements; in each, the surest first."""
    return sorted(findings, key=lambda finding: (ORDER.index(finding.verdict), -finding.confidence, finding.id))


def topic_words(finding: Finding) -> str:
    """The topic in a few words: "Soldat · deployment · Nordkorea"."""
    topic = finding.topic
    return " · ".join(part for part in (topic.item, topic.event, topic.actor, topic.place, topic.date) if part) or finding.aspect


def summary_line(result: CheckResult) -> str:
    """Articles, claims and findings by verdict, in one line."""
    counts = Counter(finding.verdict for finding in result.findings)
    found = ", ".join(f"{counts[verdict]} {PLURALS[verdict]}" for verdict in ORDER)
    return f"{len(result.articles)} articles, {len(result.claims)} claims: {found}"


def findings_table(result: CheckResult) -> RenderableType:
    """All findings, each with its explanation and one row for each claim, grouped by position."""
    claims = {claim.id: claim for claim in result.claims}
    blocks = [block for finding in sorted_findings(result.findings) for block in _finding_block(finding, claims)]
    if result.decisions is not None:
        blocks += [*_decision_lines(result, claims), Text()]
    return Group(*blocks, Text(summary_line(result), style="bold"))


def findings_markdown(result: CheckResult) -> str:
    """The same as a Markdown document; text of articles is escaped."""
    claims = {claim.id: claim for claim in result.claims}
    parts = ["# claimcheck", "", _escape(summary_line(result)), ""]
    for finding in sorted_findings(result.findings):
        parts += [f"## {finding.verdict}: {_escape(topic_words(finding))}", "", _escape(finding.explanation), ""]
        parts += ["| figure | source | outlet | date | sentence |", "|---|---|---|---|---|"]
        for position in finding.positions:
            parts += [_markdown_row(position, claim) for claim in _claims_of(position, claims)]
        parts.append("")
    return "\n".join(parts)


def _finding_block(finding: Finding, claims: dict[str, Claim]) -> list[RenderableType]:
    head = Text(finding.verdict.upper(), style=STYLES[finding.verdict])
    head.append(f"  {clean(topic_words(finding))}", style="not bold default")
    facts = Text(f"{finding.independent} independent · confidence {finding.confidence:.2f}", style="dim")
    blocks: list[RenderableType] = [head, plain(finding.explanation, "italic"), facts]
    for position in finding.positions:
        blocks.append(plain("  " + position.text, "bold yellow"))
        blocks += [Padding(_claim_lines(claim, finding.aspect), (0, 0, 0, 4)) for claim in _claims_of(position, claims)]
    return [*blocks, Text()]


def _decision_lines(result: CheckResult, claims: dict[str, Claim]) -> list[Text]:
    lines = [Text("Pairs that were looked at", style="bold")]
    for decision in result.decisions or ():
        a, b = (_short(claims.get(claim)) for claim in (decision.claim_a, decision.claim_b))
        lines.append(plain(f"  {decision.decision:8} {a} / {b}: {'; '.join(decision.reasons)}"))
    return lines


def _short(claim: Claim | None) -> str:
    if claim is None:
        return "?"
    return f"{format_number(claim.number) or claim.predicate.lemma} ({_outlet(claim)})"


def _claims_of(position: Position, claims: dict[str, Claim]) -> list[Claim]:
    found = [claims[claim] for claim in position.claims if claim in claims]
    return sorted(found, key=lambda claim: (claim.article.published or "", claim.article.path, claim.start))


def _claim_lines(claim: Claim, aspect: str) -> Text:
    """Who says it and in which outlet, then the sentence with the words that decide."""
    part = getattr(claim, aspect, None)
    spans = [(part.start, part.end, "bold yellow")] if part is not None and getattr(part, "start", None) is not None else []
    lines = plain(format_source(claim.source) or "the article itself", "magenta")
    lines.append(f" · {clean(_outlet(claim))}\n", style="dim")
    return lines.append_text(marked(claim.text, claim.start, spans))


def _outlet(claim: Claim) -> str:
    name = claim.article.outlet or PurePath(claim.article.path).name
    return f"{name} {claim.article.published[:10]}" if claim.article.published else name


def _markdown_row(position: Position, claim: Claim) -> str:
    article = claim.article
    outlet = article.outlet or PurePath(article.path).name
    cells = (position.text, format_source(claim.source), outlet, (article.published or "")[:10], claim.text)
    return "| " + " | ".join(_escape(clean(cell)) for cell in cells) + " |"


def _escape(text: str) -> str:
    return clean(text).translate(MARKDOWN_MARKS)
