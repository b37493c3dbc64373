"""What a name is in the whole article: last names that stand alone, and one kind for each name."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimcheck.extraction.actors.names import Name, is_word, name_tokens
from claimcheck.extraction.actors.words import title_nouns
from claimcheck.models import EntityKind

PLACE_PREPOSITIONS = {"in", "nach", "bei", "nahe", "zwischen"}
RANK: tuple[EntityKind, ...] = ("other", "person", "organization", "media", "country", "place")
LED = 3  # votes for an organization


def settle_names(doc: Doc, names: list[Name]) -> list[Name]:
    """The names with those that only repeat a last name, and one kind for each name of the article."""
    return _by_majority(doc, sorted([*names, *_repeated(doc, names)], key=lambda name: name.start))


def _repeated(doc: Doc, names: list[Name]) -> list[Name]:
    """The last words of persons' full names where they stand alone and nothing else told that they are names."""
    full = {doc[name.end - 1].text for name in names if name.kind == "person" and name.end > name.start + 1}
    taken = set(name_tokens(names))
    again = [
        token for token in doc if token.i not in taken and token.text[:1].isupper() and token.tag_ in {"NN", "NE", "FM", "XY"}
    ]
    return [Name(token.i, token.i + 1, "person", "name.repeated") for token in again if _is_again(token, full)]


def _is_again(token: Token, full: set[str]) -> bool:
    if token.text not in full and token.text.removesuffix("s") not in full:
        return False
    before = token.doc[token.i - 1].tag_ if token.i > 0 else ""
    return before not in {"ART", "ADJA", "CARD", "APPRART"} or not is_word(token.text)


def _by_majority(doc: Doc, names: list[Name]) -> list[Name]:
    """The names; what the model takes for a person here and a place there is what it is most often in the article.

    The last word of a person's full name is that person; a name after "in" or "nach" counts as a place.
    """
    full = {doc[name.end - 1].text for name in names if name.kind == "person" and name.end > name.start + 1}
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for name in names:
        if _is_open(doc, name):
            led = _is_led(doc, name)
            votes[_key(doc, name)]["organization" if led else _vote(doc, name)] += LED if led else 1
    return [
        replace(name, kind=_elected(votes[_key(doc, name)], _key(doc, name) in full)) if _is_open(doc, name) else name
        for name in names
    ]


def _is_open(doc: Doc, name: Name) -> bool:
    return name.end == name.start + 1 and name.entry is None and name.rule in {"name.model", "name.tag"}


def _key(doc: Doc, name: Name) -> str:
    text = doc[name.start].text
    return text[:-1] if text.endswith("s") and "Gen" in doc[name.start].morph.get("Case", []) else text


def _is_led(doc: Doc, name: Name) -> bool:
    """True for what somebody is the head of: "die Chefin von X"."""
    if name.start < 2 or doc[name.start - 1].lower_ not in {"von", "bei"}:
        return False
    noun = title_nouns().find(doc[name.start - 2].text)
    return noun is not None and noun.row.office in {"head", "manager", "spokesman"}


def _vote(doc: Doc, name: Name) -> EntityKind:
    before = doc[name.start - 1].lower_ if name.start > 0 else ""
    return "place" if before in PLACE_PREPOSITIONS and name.kind != "organization" else name.kind


def _elected(votes: Counter[EntityKind], is_family_name: bool) -> EntityKind:
    if is_family_name:
        return "person"
    return max(votes, key=lambda kind: (votes[kind], RANK.index(kind)))
