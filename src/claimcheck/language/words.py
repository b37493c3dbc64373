"""The German word forms of simplemma (MIT; 1.1 million forms), loaded when the first word is looked up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory


def lookup(form: str) -> str | None:
    """The lemma of exactly this form, or None if it is unknown."""
    return _forms().get(form)


@cache
def _forms() -> Mapping[str, str]:
    forms: Mapping[str, str] = DefaultDictionaryFactory().get_dictionary("de")
    return forms
