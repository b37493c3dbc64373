"""The house of a speaker who is only "ein Sprecher": the body that the sentences before speak of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from claimcheck.extraction.actors.phrases import is_plural
from claimcheck.extraction.actors.words import head_nouns, title_nouns
from claimcheck.extraction.records import Extent, Mention

SENTENCES = 2  # how many sentences back the house may be named
OFFICES = {"spokesman"}
BOARD = ("Vorstands", "Finanzvorst", "Geschäftsführer", "Unternehmenssprecher", "Firmensprecher")
BODIES = {"organization", "government", "intelligence"}  # kinds of sources that have spokesmen
SUBJECTS = {"nsubj", "nsubj:pass"}


def add_houses(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, each spokesman without a body with the one that is named last before him.

    "Nach Angaben der Polizei …, sagte ein Sprecher." Where the nearest sentence names several bodies, its subject; where
    that is not one either, none.
    """
    bodies = [mention for mention in mentions if mention.source_kind in BODIES and _is_house(doc, mention)]
    starts = [body.start for body in bodies]
    return [_with_house(doc, mention, bodies, starts) if _needs_house(doc, mention) else mention for mention in mentions]


def _is_house(doc: Doc, mention: Mention) -> bool:
    noun = head_nouns().find(doc[mention.head].text)
    many = noun is not None and mention.form != "name" and is_plural(doc[mention.head], noun.lemma)
    return mention.kind == "organization" and not many


def _needs_house(doc: Doc, mention: Mention) -> bool:
    if mention.organization is not None or mention.rule not in {"role", "role.named"}:
        return False
    words = doc.char_span(mention.start, mention.end, alignment_mode="expand") or ()
    nouns = [noun for token in words if (noun := title_nouns().find(token.text)) is not None]
    return any((noun.row.office in OFFICES and not noun.modifier) or noun.lemma.startswith(BOARD) for noun in nouns)


def _with_house(doc: Doc, mention: Mention, bodies: Sequence[Mention], starts: Sequence[int]) -> Mention:
    sent = doc[mention.head].sent
    for _ in range(SENTENCES + 1):
        around = bodies[bisect_left(starts, sent.start_char) : bisect_left(starts, sent.end_char)]
        before = [body for body in around if body.end <= mention.start]
        named = {body.name for body in before}
        house = before[-1] if len(named) == 1 else _subject(doc, before)
        if house is not None:
            return _housed(mention, house)
        if named or sent.start == 0:
            return mention
        sent = doc[sent.start - 1].sent
    return mention


def _subject(doc: Doc, bodies: Sequence[Mention]) -> Mention | None:
    subjects = [body for body in bodies if doc[body.head].dep_ in SUBJECTS]
    return subjects[0] if len({body.name for body in subjects}) == 1 else None


def _housed(mention: Mention, house: Mention) -> Mention:
    kind = mention.source_kind if mention.source_kind == "person" else house.source_kind
    return replace(mention, organization=Extent(house.start, house.end), organization_name=house.name, source_kind=kind)
