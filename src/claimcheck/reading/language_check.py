"""Is the text German? A warning where it surely is not."""

from __future__ import annotations

from functools import cache
from typing import Any

SAMPLE_CHARACTERS = 5_000
ENOUGH_CHARACTERS = 200
SURE = 0.95
LANGUAGES = {"en": "English", "fr": "French", "nl": "Dutch", "it": "Italian", "es": "Spanish", "pl": "Polish"}


def language_warning(text: str, path: str) -> str | None:
    """A line for the user where a text of some length is surely not German, else None."""
    sample = text[:SAMPLE_CHARACTERS]
    if len(sample.strip()) < ENOUGH_CHARACTERS:
        return None
    language, probability = _identifier().classify(sample)
    if language in ("de", "lb") or probability < SURE:
        return None
    return f"{path}: looks like {LANGUAGES.get(language, language)}; claimcheck reads German, so expect little of use"


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
