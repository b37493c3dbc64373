"""Claims from an earlier run: what ``extract`` printed, as JSON or as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from claimcheck.errors import UnreadableInput
from claimcheck.models import SCHEMA, Article, Claim


@dataclass(slots=True)
class KeptClaims:
    """Articles and claims that were read, and what could not be."""

    articles: list[Article] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    errors: list[UnreadableInput] = field(default_factory=list)


def parse_claims(text: str, name: str) -> KeptClaims:
    """Claims of a JSON document or of JSON lines; a broken line is an error that names it, the others are kept."""
    kept = KeptClaims()
    for line, record in _records(text, name, kept.errors):
        where = f"{name}, line {line}" if line else name
        try:
            _add(record, where, kept)
        except ValidationError as problem:
            first = problem.errors()[0]
            field_name = ".".join(str(part) for part in first["loc"])
            kept.errors.append(UnreadableInput(where, f"is no claim of {SCHEMA}: {field_name}: {first['msg']}"))
    if not kept.articles:
        kept.articles = articles_of(kept.claims)
    return kept


def articles_of(claims: list[Claim]) -> list[Article]:
    """The articles that claims name, each once, in the order of the claims."""
    refs = {(claim.article.id, claim.article.path): claim.article for claim in claims}
    return [Article.model_validate(ref.model_dump()) for ref in refs.values()]


def looks_like_claims(text: str) -> bool:
    """True for text that begins as JSON does."""
    return text.lstrip("\ufeff \t\r\n").startswith("{")


def _records(text: str, name: str, errors: list[UnreadableInput]) -> Iterator[tuple[int, Any]]:
    text = text.removeprefix("\ufeff")
    try:
        yield 0, json.loads(text)
        return
    except (json.JSONDecodeError, RecursionError):
        pass
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                record = json.loads(line)
            except (json.JSONDecodeError, RecursionError) as problem:
                reason = problem.msg if isinstance(problem, json.JSONDecodeError) else "nested too deeply"
                errors.append(UnreadableInput(f"{name}, line {number}", f"is not JSON: {reason}"))
                continue
            yield number, record


def _add(record: Any, where: str, kept: KeptClaims) -> None:
    if not isinstance(record, dict):
        kept.errors.append(UnreadableInput(where, "is not a JSON object"))
        return
    schema = record.get("schema", SCHEMA)
    if schema != SCHEMA:
        kept.errors.append(UnreadableInput(where, f"has schema {str(schema)[:60]!r}; this version reads {SCHEMA}"))
    elif "claims" in record:
        kept.articles += [Article.model_validate(article) for article in record.get("articles") or []]
        kept.claims += [Claim.model_validate(claim) for claim in record["claims"]]
    else:
        kept.claims.append(Claim.model_validate(record))
