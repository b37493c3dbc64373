"""Identifiers: "wikidata:Q…" from the gazetteer, else "local:" and a slug of the canonical name."""

from __future__ import annotations

import re
import unicodedata

GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
NOT_SLUG = re.compile(r"[^a-z0-9]+")


def local_id(name: str) -> str:
    """The local id of a canonical name: the same name gives the same id in every article.

    >>> local_id("Südkoreanischer Geheimdienst")
    'local:suedkoreanischer-geheimdienst'
    """
    plain = unicodedata.normalize("NFKD", name.lower().translate(GERMAN))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    slug = NOT_SLUG.sub("-", letters).strip("-")
    return "local:" + (slug or "-".join(f"{ord(letter):x}" for letter in name))
