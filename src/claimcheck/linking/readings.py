"""What a mention names by its own words: canonical name, id and kind, before the rest of the article is asked."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimcheck.extraction.actors.adjectives import country_of_adjective
from claimcheck.extraction.actors.gazetteer import capitals, country_entries, load_gazetteer
from claimcheck.extraction.actors.lexicons import Entry, Head, countries, parts
from claimcheck.extraction.actors.phrases import STRONG
from claimcheck.extraction.actors.words import Noun, head_nouns
from claimcheck.extraction.records import Mention
from claimcheck.linking.ids import local_id
from claimcheck.linking.metonymy import speaks_for_government
from claimcheck.models import EntityKind

GOVERNMENTS = {"DE": "Bundesregierung", "US": "US-Regierung"}  # the others: "Russische Regierung"
LINKS = {"in", "im", "von", "vom", "des", "der", "aus"}


@dataclass(frozen=True, slots=True)
class Reading:
    """Canonical name, id, kind; ``group`` is the class of a body, ``country`` an ISO code, ``head`` the lemma of its noun."""

    name: str
    id: str
    kind: EntityKind
    group: str = ""
    country: str = ""
    head: str = ""
    gender: str = ""


def is_name(mention: Mention) -> bool:
    """True for proper names, also where they are but an attribute ("Putins Sprecher")."""
    return mention.form == "name" or mention.rule.startswith("name.")


def read_name(doc: Doc, mention: Mention) -> Reading | None:
    """The reading of a mention that the gazetteer knows, or of a body with its country; None where the words do not tell."""
    entry = load_gazetteer().lookup(mention.name) if mention.form in {"name", "adjective"} else None
    if mention.gazetteer_id is not None and entry is None and mention.form == "group":
        return Reading(mention.name, mention.gazetteer_id, "group")
    if entry is not None and (entry.category == "person") == (mention.kind == "person"):
        return _known(doc, mention, entry)
    if mention.form in {"noun", "name"} and mention.kind in {"organization", "media"}:
        return _institution(doc, mention)
    return None


def _known(doc: Doc, mention: Mention, entry: Entry) -> Reading:
    if entry.category == "seat":
        return Reading(entry.name, government(entry.country).id, "organization", "government", entry.country)
    code = capitals().get(entry.name) if entry.category == "place" else None
    if code is not None and mention.form == "name" and speaks_for_government(doc, mention):
        return government(code)
    return of_entry(entry)


def of_entry(entry: Entry) -> Reading:
    """A gazetteer entry as a reading."""
    return Reading(entry.name, entry.id or local_id(entry.name), entry.kind, entry.group, entry.country, gender=entry.gender)


def government(code: str) -> Reading:
    """The government of the country with this ISO code: one id for it, its capital as speaker and its seat."""
    name = GOVERNMENTS.get(code) or institution_name(code, "Regierung", "f")
    return Reading(name, local_id(name), "organization", "government", code, "Regierung")


def institution_name(code: str, noun: str, gender: str) -> str:
    """A body by country: "Südkoreanisches Außenministerium"; "US-Außenministerium" for the United States.

    >>> institution_name("KR", "Außenministerium", "n")
    'Südkoreanisches Außenministerium'
    """
    if code == "US":
        return f"US-{noun}"
    stem = next((parts(row.adjectives)[0] for row in countries() if row.code == code and row.adjectives), "")
    if not stem:
        return f"{noun} von {country_entries()[code].name}"
    return f"{stem[0].upper()}{stem[1:]}{STRONG[gender]} {noun}"


def _institution(doc: Doc, mention: Mention) -> Reading | None:
    """A body whose words tell its country: "Südkoreas Geheimdienst", "das Außenamt in Seoul", "US-Regierung"."""
    noun = head_nouns().find(doc[mention.head].text)
    if noun is None or mention.form == "name":
        return None
    code = _country(doc, mention, noun)
    if code is None:
        return None
    head = noun.row.canonical or (noun.lemma if not noun.modifier.startswith("US") else noun.row.form)
    if noun.row.group == "government" and noun.row.institution and head == "Regierung":
        return government(code)
    if not noun.row.institution or noun.modifier.startswith("US-"):
        return None
    return named_institution(code, head, noun.row)


def named_institution(code: str, head: str, row: Head) -> Reading:
    """The body of a country under its canonical name; the gazetteer's name where it knows one (HUR, Auswärtiges Amt)."""
    name = institution_name(code, head, row.gender)
    entry = load_gazetteer().lookup(name)
    if entry is not None:
        return of_entry(entry)
    return Reading(name, local_id(name), "organization", row.group, code, head)


def _country(doc: Doc, mention: Mention, noun: Noun[Head]) -> str | None:
    """The one country that the words of a mention name; None for none or several."""
    around = doc[max(mention.head - 6, 0) : mention.head + 6]
    codes = {code for token in around if (code := _code(token, mention))}
    if noun.modifier.startswith("US-"):
        codes.add("US")
    return codes.pop() if len(codes) == 1 else None


def _code(token: Token, mention: Mention) -> str | None:
    if not mention.start <= token.idx < mention.end:
        return None
    entry = country_of_adjective(token.text) if token.tag_ == "ADJA" else load_gazetteer().lookup(token.text)
    if entry is None:
        return None
    if entry.category == "country":
        return entry.country
    return capitals().get(entry.name) if token.i > mention.head and not head_nouns_are_abroad(token.doc, mention) else None


def head_nouns_are_abroad(doc: Doc, mention: Mention) -> bool:
    """True for a body that sits in another country than its own: an embassy."""
    noun = head_nouns().find(doc[mention.head].text)
    return noun is not None and noun.row.group == "embassy"
