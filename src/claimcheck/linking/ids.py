"""Identifiers: "wikidata:Q…" from the gazetteer, else "local:" and a slug of the canonical name."""

from __future__ import annotations

import re

NOT_WORD = re.compile(r"\W+")


def local_id(name: str) -> str:
    """The local id of a canonical name: the same name gives the same id in every article.

    >>> local_id("Südkoreanischer Geheimdienst")
    'local:südkoreanischer-geheimdienst'
    """
    return "local:" + NOT_WORD.sub("-", name.casefold()).strip("-")
