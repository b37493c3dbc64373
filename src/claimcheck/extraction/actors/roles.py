"""Persons named by what they are: "der Ministerpräsident", "HUR-Chef Budanow", "Kyrylo Budanow, der Chef der HUR"."""

from __future__ import annotations

import re
from typing import cast

from spacy.tokens import Doc

from claimcheck.extraction.actors.bodies import name_of, phrase_start
from claimcheck.extraction.actors.index import Bodies, Names
from claimcheck.extraction.actors.inner_bodies import Body, find_inner_body
from claimcheck.extraction.actors.lexicons import Title
from claimcheck.extraction.actors.names import Name
from claimcheck.extraction.actors.phrases import (
    Phrase,
    is_genitive_name,
    is_plural,
    left_edge,
    noun_name,
    phrase_name,
    right_edge,
)
from claimcheck.extraction.actors.words import Noun, title_nouns
from claimcheck.extraction.records import Extent, Mention
from claimcheck.models import SourceKind

AGED = re.compile(r"\d{1,3}-?[Jj]ährige[nmrs]?")  # der 40-Jährige
CLOSING = {",", ".", ":", ";", ")", "(", "!", "?", "–", "-", "“", "«"}
NOUN_TAGS = {"NN", "NE"}
BODY_PREPOSITIONS = {"von", "vom", "bei", "beim", "aus", "der", "des"}


def find_roles(doc: Doc, names: Names, bodies: Bodies) -> list[Mention]:
    """Mentions headed by a title, and persons with the body after their name ("Lea Hinrichs vom Bündnis X")."""
    inside = names.inside()
    mentions = []
    for token in doc:
        if token.i in inside:
            continue
        noun = title_nouns().find(token.text) if token.tag_ in NOUN_TAGS else None
        if noun is not None:
            mentions.append(_role(doc, token.i, noun, names, bodies))
        elif AGED.fullmatch(token.text) and _stands_alone(doc, token.i):
            mentions.append(_aged(doc, token.i))
    taken = {mention.start for mention in mentions}
    persons = [name for name in names.by_start.values() if name.kind == "person" and doc[name.start].idx not in taken]
    return mentions + [mention for name in persons if (mention := _member(doc, name, bodies)) is not None]


def _role(doc: Doc, i: int, noun: Noun[Title], names: Names, bodies: Bodies) -> Mention:
    start = phrase_start(doc, i)
    plural = is_plural(doc[i], noun.lemma) or _counted(doc, start, i)
    name = None if plural else _name_beside(doc, i, names)
    owner = name if name is not None and _is_owner(doc, name, names) else None
    name = None if owner is not None else name
    end = name.end if name is not None else owner.end if owner is not None else _attributes_end(doc, i, noun, names, bodies)
    own_end = end
    if name is None and not plural:
        name, end = _name_after(doc, end, names)
    body = _body(doc, i, noun, own_end, bodies)
    first = start
    if name is None and not plural and (before := _name_before(doc, start, end, names)) is not None:
        name, first = before, before.start
    head = name.start if name is not None and first < start else i
    called = name_of(doc, name) if name is not None else _called(doc, start, i, end, noun)
    return _mention(Phrase(doc, first, head, end), called, noun, name, body)


def _stands_alone(doc: Doc, i: int) -> bool:
    return i + 1 >= len(doc) or doc[i + 1].tag_ not in {"NN", "NE", "ADJA"}


def _aged(doc: Doc, i: int) -> Mention:
    """A person named by the age: "der 40-Jährige"."""
    start = left_edge(doc, i)
    return Mention(
        start=doc[start].idx,
        end=doc[i].idx + len(doc[i]),
        head=i,
        kind="group" if is_plural(doc[i]) else "person",
        name=doc[i].text,
        form="group" if is_plural(doc[i]) else "role",
        rule="role.aged",
        source_kind="person",
    )


def _is_owner(doc: Doc, name: Name, names: Names) -> bool:
    """True for a genitive after a title, as the article has the name without -s: "die Anwältin Samanis"."""
    last = doc[name.end - 1].text
    bare = last.rstrip("’'")[:-1] if last.endswith("s") else ""
    return len(bare) > 2 and bare in names.family


def _attributes_end(doc: Doc, i: int, noun: Noun[Title], names: Names, bodies: Bodies) -> int:
    """The right edge, behind a second title ("Gründer und Leiter des Instituts"), before an addressee."""
    end = names.whole(right_edge(doc, i, i))
    if end + 1 < len(doc) and doc[end].tag_ == "KON" and _is_further_title(doc, end + 1):
        end = names.whole(right_edge(doc, end + 1, i))
    body = bodies.between(i + 1, end)
    while body is not None and end < len(doc) and doc[end].idx < body.end:
        end += 1
    told = (
        noun.row.office not in {"journalist", "author"}
        and doc[i].head.tag_.startswith("VV")
        and _begins_with_media(doc, i + 1, bodies)
    )
    return i + 1 if told else end


def _begins_with_media(doc: Doc, i: int, bodies: Bodies) -> bool:
    """True for "sagte ein Sprecher der Zeitung X": said to the paper, who speaks for none but its journalists."""
    if i + 1 >= len(doc):
        return False
    starts = (doc[i].idx, doc[i + 1].idx)
    return any((body := bodies.by_start.get(start)) is not None and body.kind == "media" for start in starts)


def _name_beside(doc: Doc, i: int, names: Names) -> Name | None:
    """The name right after a title, also after further titles: "Klinikdirektor Prof. Dr. X", "der Pilot und Unternehmer X"."""
    j = i + 1
    while j < doc[i].sent.end and (
        doc[j].is_space or _is_further_title(doc, j) or (doc[j].tag_ == "KON" and _is_further_title(doc, j + 1))
    ):
        j += 1
    name = names.get(j)
    return name if _can_be_person(doc, name) else None


def _is_further_title(doc: Doc, j: int) -> bool:
    if j >= len(doc) or is_plural(doc[j]):
        return False
    return title_nouns().find(doc[j].text) is not None or doc[j].text in {"med.", "h.c.", "rer.", "nat.", "phil.", "jur."}


def _counted(doc: Doc, start: int, i: int) -> bool:
    """True after a numeral other than one: "12.000 Mann"."""
    return any(
        (token.tag_ == "CARD" or token.text[0].isdigit()) and token.text != "1" and token.lower_[:3] != "ein"
        for token in doc[start:i]
    )


def _can_be_person(doc: Doc, name: Name | None) -> bool:
    return name is not None and (name.kind == "person" or (name.kind != "country" and name.entry is None))


def _name_after(doc: Doc, end: int, names: Names) -> tuple[Name | None, int]:
    """The name after the attributes of a title, directly or between commas, and where the mention then ends."""
    direct = names.get(end)
    if direct is not None and direct.kind == "person":
        return direct, direct.end
    if end < len(doc) and doc[end].text == ",":
        start = end + 1
        while start < len(doc) and _is_further_title(doc, start):
            start += 1
        name = names.get(start)
        if name is not None and name.kind == "person" and _closes(doc, name.end):
            return name, name.end
    return None, end


def _name_before(doc: Doc, start: int, end: int, names: Names) -> Name | None:
    """The name to which the title is an apposition: "Kyrylo Budanow, der Chef der HUR,"."""
    if start < 2 or doc[start - 1].text != "," or not _closes(doc, end):
        return None
    name = names.by_end.get(start - 1)
    if name is None or not _can_be_person(doc, name) or doc[name.start].sent.start != doc[start].sent.start:
        return None
    return name


def _closes(doc: Doc, i: int) -> bool:
    return i >= len(doc) or doc[i].text in CLOSING or doc[i].is_space or doc[i].tag_.endswith("FIN") or doc[i].sent.start == i


def _body(doc: Doc, i: int, noun: Noun[Title], end: int, bodies: Bodies) -> Body | None:
    in_word = find_inner_body(doc[i].idx, noun)
    if in_word is not None:
        return in_word
    found = bodies.between(i + 1, end)
    return Body(Extent(found.start, found.end), found.name, found.source_kind) if found is not None else None


def _called(doc: Doc, start: int, i: int, end: int, noun: Noun[Title]) -> str:
    gender = "p" if is_plural(doc[i], noun.lemma) else noun.row.gender
    word = noun_name(doc[i], noun.lemma)
    if noun.row.adjectival and gender != "p":
        word = weak(word, gender, doc[start].lower_)
    called = phrase_name(Phrase(doc, start, i, end), word, gender)
    return f"{called} {doc[start].text}" if start < i and is_genitive_name(doc[start]) else called


def weak(lemma: str, gender: str, article: str) -> str:
    """A nominalized adjective after its article: "die Vorsitzende"; strong where there is none."""
    stem = lemma[:-1]
    return stem if article in {"die", "eine", "der", "dem", "den", "des"} and (gender == "f" or article != "ein") else lemma


def _mention(phrase: Phrase, called: str, noun: Noun[Title], name: Name | None, body: Body | None) -> Mention:
    start, end = phrase.extent
    plural = name is None and _is_many(phrase, noun)
    return Mention(
        start=start,
        end=end,
        head=phrase.head,
        kind="group" if plural else "person",
        name=called,
        form="name" if name is not None else "group" if plural else "role",
        rule="role.named" if name is not None else "role",
        gazetteer_id=name.entry.id if name is not None and name.entry is not None else None,
        source_kind="person" if name is not None else _speaks(noun.row, body),
        organization=body.extent if body else None,
        organization_name=body.name if body else None,
    )


def _is_many(phrase: Phrase, noun: Noun[Title]) -> bool:
    return is_plural(phrase.doc[phrase.head], noun.lemma) or _counted(phrase.doc, phrase.start, phrase.head)


def _speaks(row: Title, body: Body | None) -> SourceKind:
    if row.speaks != "house":
        return cast(SourceKind, row.speaks)
    return body.speaks if body is not None and body.speaks is not None else "organization"


def _member(doc: Doc, name: Name, bodies: Bodies) -> Mention | None:
    """A person with the body behind a preposition: "Elizabeth Byrs vom UN-Büro"."""
    if name.end >= len(doc) or doc[name.end].lower_ not in BODY_PREPOSITIONS:
        return None
    body = bodies.between(name.end + 1, name.end + 8)
    body = body if body is not None and _starts_at(doc, body, name.end) else None
    if body is None:
        return None
    entry = name.entry
    return Mention(
        start=doc[name.start].idx,
        end=body.end,
        head=name.start,
        kind="person",
        name=name_of(doc, name),
        form="name",
        rule="name.member",
        gazetteer_id=entry.id if entry is not None else None,
        source_kind="person",
        organization=Extent(body.start, body.end),
        organization_name=body.name,
    )


def _starts_at(doc: Doc, mention: Mention, i: int) -> bool:
    return left_edge(doc, mention.head) in {i, i + 1} or mention.head == i + 1
