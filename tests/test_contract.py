"""Output against the committed JSON Schema, and what the contract promises of every claim."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import claimcheck
from claimcheck.presentation.document import claims_csv, to_json, to_json_line
from claimcheck.presentation.schema import format_schema
from claimcheck.reading.kept_claims import parse_claims

ROOT = Path(__file__).parents[1]
ARTICLES = sorted((ROOT / "data" / "articles").rglob("*.*"))
SCHEMA = ROOT / "src" / "claimcheck" / "schema" / "claimcheck-1.json"


@pytest.fixture(scope="module")
def schema() -> dict[str, object]:
    loaded: dict[str, object] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def annotations() -> list[claimcheck.Annotation]:
    return [claimcheck.annotate(path) for path in ARTICLES]


def test_committed_schema_is_that_of_the_models() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == format_schema(), (
        "renew it: claimcheck schema > src/claimcheck/schema/claimcheck-1.json"
    )


@pytest.mark.model
def test_annotations_are_as_the_schema_says(annotations: list[claimcheck.Annotation], schema: dict[str, object]) -> None:
    for annotation in annotations:
        jsonschema.validate(json.loads(to_json(annotation)), schema)


@pytest.mark.model
def test_every_text_stands_at_its_place(annotations: list[claimcheck.Annotation]) -> None:
    def visit(value: object, text: str) -> None:
        if isinstance(value, list):
            for part in value:
                visit(part, text)
        elif isinstance(value, dict):
            if isinstance(value.get("text"), str) and isinstance(value.get("start"), int):
                assert text[value["start"] : value["end"]] == value["text"]
            for part in value.values():
                visit(part, text)

    for annotation in annotations:
        visit(json.loads(to_json(annotation)), annotation.article.text)


@pytest.mark.model
def test_intervals_hold_their_values(annotations: list[claimcheck.Annotation]) -> None:
    for number in (number for annotation in annotations for number in annotation.numbers):
        if number.value is not None:
            assert number.low is None or number.low <= number.value
            assert number.high is None or number.value <= number.high
    for date in (date for annotation in annotations for date in annotation.dates):
        assert date.from_ is None or date.to is None or date.from_ <= date.to


@pytest.mark.model
def test_claims_are_in_order_with_ids_of_their_own(annotations: list[claimcheck.Annotation]) -> None:
    for annotation in annotations:
        starts = [claim.start for claim in annotation.claims]
        assert starts == sorted(starts)
        ids = [claim.id for claim in annotation.claims]
        assert len(ids) == len(set(ids))


@pytest.mark.model
def test_modality_is_the_first_that_applies(annotations: list[claimcheck.Annotation]) -> None:
    for claim in (claim for annotation in annotations for claim in annotation.claims):
        assert not (claim.modality == "asserted" and claim.source is not None), claim.text
        assert not (claim.modality == "reported" and claim.source is None), claim.text


@pytest.mark.model
def test_what_extract_prints_is_what_check_reads(annotations: list[claimcheck.Annotation]) -> None:
    claims = annotations[0].claims
    kept = parse_claims("".join(to_json_line(claim) for claim in claims), "-")
    assert not kept.errors
    assert tuple(kept.claims) == claims


@pytest.mark.model
def test_csv_has_a_row_for_each_claim_and_no_formula(annotations: list[claimcheck.Annotation]) -> None:
    rows = claims_csv(annotations[0].claims).splitlines()
    assert len(rows) >= len(annotations[0].claims) + 1
    assert not any(cell[:1] in "=@+" for row in rows for cell in row.split(",") if cell)


@pytest.mark.model
def test_same_text_gives_the_same_result() -> None:
    first, second = (to_json(claimcheck.annotate(ARTICLES[0])) for _ in range(2))
    assert first == second
