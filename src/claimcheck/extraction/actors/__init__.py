"""Actors: words that name somebody or something that can act or speak.

A mention is a proper name ("Kyrylo Budanow", "Seoul"), a role with or without one ("HUR-Chef Budanow", "der
Ministerpräsident"), a body or document named by a noun ("die Behörde", "südkoreanischer Geheimdienst", "eine Studie"), a
group ("1.500 Soldaten", "die Nordkoreaner"), a country in an adjective ("ukrainische", "Kiewer") or before a hyphen
("US-Soldaten"), or a pronoun. Mentions may nest: "ein Sprecher der Polizei" and in it "der Polizei". Not counted: things
that neither act nor speak, times, sums, the formal "Sie".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from spacy.tokens import Doc

from claimcheck.extraction.actors.bodies import find_bodies, name_of
from claimcheck.extraction.actors.houses import add_houses
from claimcheck.extraction.actors.index import index_bodies, index_names
from claimcheck.extraction.actors.inner_bodies import body_in_word
from claimcheck.extraction.actors.names import Name, find_names
from claimcheck.extraction.actors.people import find_people
from claimcheck.extraction.actors.pronouns import find_pronouns
from claimcheck.extraction.actors.roles import find_roles
from claimcheck.extraction.actors.votes import settle_names
from claimcheck.extraction.actors.words import head_nouns
from claimcheck.extraction.records import Mention
from claimcheck.models import EntityKind, SourceKind

__all__ = ["find_mentions"]


def find_mentions(doc: Doc) -> list[Mention]:
    """All mentions of a Doc, sorted by start, the longer first; needs tags, and is better with parse and entities.

    ``head`` is the token that carries the mention: the title or noun, for a name with an apposition the name's first
    token. No two mentions have the same extent.
    """
    found = settle_names(doc, find_names(doc))
    names = index_names(doc, found)
    inside = names.inside()
    covered = frozenset(i for name in found if name.end > name.start + 1 for i in range(name.start, name.end))
    bodies = find_bodies(doc, names)
    named = [_named(doc, name) for name in found]
    known = [mention for mention in named if mention.kind in {"organization", "media"}]
    roles = find_roles(doc, names, index_bodies([*bodies, *known]))
    roles = add_houses(doc, sorted([*roles, *bodies, *known], key=lambda mention: mention.start))
    named = _with_bodies(named, roles)
    in_words = [body for role in roles if (body := body_in_word(role)) is not None]
    return _unique([*roles, *bodies, *named, *find_people(doc, inside, covered), *in_words, *find_pronouns(doc)])


def _named(doc: Doc, name: Name) -> Mention:
    entry = name.entry
    kind, speaks = _speaks(doc, name)
    return Mention(
        start=doc[name.start].idx,
        end=doc[name.end - 1].idx + len(doc[name.end - 1]),
        head=name.start,
        kind=kind,
        name=name_of(doc, name),
        form="name",
        rule=name.rule,
        gazetteer_id=entry.id if entry is not None else None,
        source_kind=speaks,
    )


def _speaks(doc: Doc, name: Name) -> tuple[EntityKind, SourceKind | None]:
    """Kind of a name and of the source it can be: of a recognized one by a noun for bodies in it ("Landgericht Bonn")."""
    if name.entry is not None:
        return name.kind, name.entry.speaks
    if name.kind in {"person", "country"}:
        return name.kind, "person" if name.kind == "person" else None
    nouns = [noun for token in doc[name.start : name.end] if (noun := head_nouns().find(token.text)) is not None]
    if not nouns or nouns[0].row.speaks == "document":
        return name.kind, "organization" if name.kind == "organization" else None
    speaks = cast(SourceKind, nouns[0].row.speaks)
    return "media" if speaks == "media" else "organization", speaks


def _with_bodies(named: Sequence[Mention], roles: Sequence[Mention]) -> list[Mention]:
    """The names inside a role with the body that the role names; an owner ("Putins Sprecher") is but an attribute."""
    result = list(named)
    starts = [mention.start for mention in named]
    for role in roles:
        if role.kind == "person" and role.form in {"name", "role"}:
            for i in range(bisect_left(starts, role.start), bisect_left(starts, role.end)):
                result[i] = _in_role(result[i], role)
    return result


def _in_role(mention: Mention, role: Mention) -> Mention:
    if mention.kind != "person" or not role.contains(mention):
        return mention
    if role.form == "name" and role.name == mention.name:
        return replace(mention, organization=role.organization, organization_name=role.organization_name)
    return replace(mention, form="adjective") if role.form == "role" and role.head != mention.head else mention


def _unique(mentions: list[Mention]) -> list[Mention]:
    """The first mention of each extent, in the order of the text."""
    seen: dict[tuple[int, int], Mention] = {}
    for mention in mentions:
        seen.setdefault((mention.start, mention.end), mention)
    return sorted(seen.values(), key=lambda mention: (mention.start, -mention.end))
