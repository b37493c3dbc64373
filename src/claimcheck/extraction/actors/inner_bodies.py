"""The body that somebody speaks for inside the word of the office: "HUR-Chef", "Polizeisprecher", "Verkehrsministerin"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from claimcheck.extraction.actors.gazetteer import load_gazetteer
from claimcheck.extraction.actors.lexicons import Title
from claimcheck.extraction.actors.words import Noun, head_nouns, modifier_forms
from claimcheck.extraction.records import Extent, Mention
from claimcheck.language.words import lookup
from claimcheck.models import SourceKind

HEADS = {"head", "spokesman", "director", "president", "manager", "secretary"}  # offices that speak for their body
BOARDS = {"Vorstand", "Management"}  # "Vorstandschefin": speaks for the company


@dataclass(frozen=True, slots=True)
class Body:
    """The body that a person speaks for."""

    extent: Extent
    name: str
    speaks: SourceKind | None


def find_inner_body(offset: int, noun: Noun[Title]) -> Body | None:
    """The body in the first part of a compound that begins at ``offset``: "HUR-Chef", "Polizeisprecher", "Verkehrsministerin"."""
    if not noun.modifier:
        return None
    if noun.row.office == "minister" and "-" not in noun.lemma:
        name = noun.modifier[:1].upper() + noun.modifier[1:] + "ministerium"
        return Body(Extent(offset, offset + len(noun.modifier)), name, "government")
    for form in modifier_forms(noun.modifier):
        entry = load_gazetteer().lookup(form)
        if entry is not None and entry.category in {"organization", "seat"}:
            return Body(Extent(offset, offset + len(form)), entry.name, entry.speaks)
        head = head_nouns().find(form)
        if head is not None and head.row.speaks != "document" and head.row.form not in BOARDS:
            return Body(Extent(offset, offset + len(form)), head.lemma, cast(SourceKind, head.row.speaks))
    return _named_body(offset, noun)


def _named_body(offset: int, noun: Noun[Title]) -> Body | None:
    """A body that no table knows, before a hyphen: "GVD-Chefin"; a word of the dictionary is none ("Team-Chef")."""
    name = noun.modifier
    if f"{name}-" not in noun.lemma or noun.row.office not in HEADS or not name[:1].isupper():
        return None
    is_name = (name.isupper() and len(name) > 1) or (len(name) > 3 and lookup(name) is None)
    known = load_gazetteer().lookup(name)
    return Body(Extent(offset, offset + len(name)), name, "organization") if is_name and known is None else None


def body_in_word(role: Mention) -> Mention | None:
    """The body in the first part of a title as a mention of its own: "Polizei" in "Polizeisprecher"."""
    extent = role.organization
    if extent is None or role.organization_name is None or not role.contains(extent):
        return None
    return Mention(
        start=extent.start,
        end=extent.end,
        head=role.head,
        kind="organization",
        name=role.organization_name,
        form="noun",
        rule="body.word",
    )
