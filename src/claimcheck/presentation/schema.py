"""The JSON Schema of the output, generated from the models."""

from __future__ import annotations

import json

from pydantic.json_schema import models_json_schema

from claimcheck.models import Annotation, CheckResult, Extraction


def format_schema() -> str:
    """Draft 2020-12: what ``extract``, ``annotate`` and ``check`` print, as one schema with ``anyOf``."""
    outputs = (Extraction, Annotation, CheckResult)
    references, definitions = models_json_schema([(model, "serialization") for model in outputs], by_alias=True)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "claimcheck/1",
        "anyOf": [references[(model, "serialization")] for model in outputs],
        **definitions,
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
