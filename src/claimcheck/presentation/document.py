"""Results as JSON, JSON lines and CSV. UTF-8, keys of the contract, absent values null."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from claimcheck.models import SCHEMA, CheckResult, Claim, Finding, Model
from claimcheck.presentation.wording import format_source

CLAIM_COLUMNS = (
    "id", "path", "outlet", "published", "start", "end", "predicate", "event", "actor", "number", "value", "low", "high",
    "bound", "kind", "unit", "item", "of", "per", "date", "date_from", "date_to", "source", "source_kind", "mode", "place",
    "polarity", "modality", "confidence", "text",
)  # fmt: skip
FINDING_COLUMNS = (
    "id", "verdict", "aspect", "topic", "item", "actor", "place", "date", "position", "value", "low", "high", "unit", "origins",
    "paths", "independent", "difference", "confidence", "explanation",
)  # fmt: skip
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def to_json(model: Model) -> str:
    """One indented JSON object, ending with a line break."""
    return model.model_dump_json(indent=2) + "\n"


def to_json_line(model: Model) -> str:
    """One self-contained JSON line; it begins with the schema."""
    body = model.model_dump_json()
    return (body if '"schema":' in body[:12] else f'{{"schema":"{SCHEMA}",{body[1:]}') + "\n"


def claims_csv(claims: Iterable[Claim], *, header: bool = True) -> str:
    """Claims as CSV, one row each; text that a spreadsheet would run as a formula gets a leading apostrophe."""
    return _csv(CLAIM_COLUMNS, (_claim_row(claim) for claim in claims), header)


def findings_csv(result: CheckResult) -> str:
    """Findings as CSV, one row for each position."""
    paths = {claim.id: claim.article.path for claim in result.claims}
    return _csv(FINDING_COLUMNS, (row for finding in result.findings for row in _finding_rows(finding, paths)), True)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]], header: bool) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if header:
        writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return "'" + value
    return "" if value is None else value


def _claim_row(claim: Claim) -> list[object]:
    article, number, date, source = claim.article, claim.number, claim.date, claim.source
    return [
        claim.id, article.path, article.outlet, article.published, claim.start, claim.end,
        claim.predicate.lemma, claim.predicate.event, claim.actor and claim.actor.name,
        *_fields(number, "text", "value", "low", "high", "bound", "kind", "unit", "item"),
        number and number.of and number.of.name, number and number.per,
        *_fields(date, "value", "from_", "to"),
        format_source(source), *_fields(source, "kind", "mode"), claim.place and claim.place.name,
        claim.polarity, claim.modality, claim.confidence, claim.text,
    ]  # fmt: skip


def _fields(model: Model | None, *names: str) -> list[object]:
    return [None if model is None else getattr(model, name) for name in names]


def _finding_rows(finding: Finding, paths: dict[str, str]) -> list[list[object]]:
    topic = finding.topic
    head = [finding.id, finding.verdict, finding.aspect, topic.event, topic.item, topic.actor, topic.place, topic.date]
    tail = [finding.independent, finding.difference, finding.confidence, finding.explanation]
    return [
        [*head, position.text, position.value, position.low, position.high, position.unit, "; ".join(position.origins),
         "; ".join(sorted({paths[claim] for claim in position.claims if claim in paths})), *tail]
        for position in finding.positions
    ]  # fmt: skip
