"""What the golden runs hold: one readable line for each claim and each finding of every event in data/articles."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import claimcheck
from claimcheck.presentation.findings import sorted_findings, topic_words
from claimcheck.presentation.wording import format_date, format_number, format_source

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
EVENTS = sorted(path for path in (ROOT / "data" / "articles").iterdir() if path.is_dir())
Lines = list[str]


@cache
def checked(event: Path) -> claimcheck.CheckResult:
    articles = [claimcheck.read(path) for path in sorted(event.iterdir())]
    return claimcheck.check(articles)


def claim_lines(event: Path) -> Lines:
    return [
        " | ".join(
            (
                f"{Path(claim.article.path).name}:{claim.start}",
                claim.predicate.lemma,
                claim.predicate.event or "-",
                claim.actor.name if claim.actor else "-",
                format_number(claim.number) or "-",
                format_date(claim.date) or "-",
                f"{format_source(claim.source)} ({claim.source.mode})" if claim.source else "-",
                f"{claim.modality}, {claim.polarity}",
            )
        )
        for claim in checked(event).claims
    ]


def finding_lines(event: Path) -> Lines:
    return [
        " | ".join(
            (
                finding.verdict,
                finding.aspect,
                topic_words(finding),
                " / ".join(f"{position.text} [{', '.join(position.origins)}]" for position in finding.positions),
                str(finding.independent),
            )
        )
        for finding in sorted_findings(checked(event).findings)
    ]


RUNS: dict[str, Callable[[], Lines]] = {
    **{f"claims-{event.name}": partial(claim_lines, event) for event in EVENTS},
    **{f"findings-{event.name}": partial(finding_lines, event) for event in EVENTS},
}
