"""Identifiers: "wikidata:Q…" from the gazetteer, else "local:" and a slug of the canonical name."""

from __future__ import annotations

import re

NOT_WORD = re.compile(r"\W+")
LEGAL_FORMS = r"AG|SE|GmbH|KG|OHG|e\.\s?V\.|Inc\.?|Ltd\.?|Corp\.?|plc|S\.A\.|N\.V\.|(?:AG|GmbH) & Co\.? KG"
LEGAL_FORM = re.compile(rf"(?<=\w)\s(?:{LEGAL_FORMS})$")


def without_legal_form(name: str) -> str:
    """The name of a company without its legal form, so that both have one id.

    >>> without_legal_form("Nordhütte AG")
    'Nordhütte'
    """
    return LEGAL_FORM.sub("", name)


def local_id(name: str) -> str:
    """The local id of a canonical name: the same name gives the same id in every article.

    >>> local_id("Südkoreanischer Geheimdienst")
    'local:südkoreanischer-geheimdienst'
    """
    return "local:" + NOT_WORD.sub("-", name.casefold()).strip("-")
