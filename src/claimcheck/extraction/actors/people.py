"""Groups of people, demonyms and country adjectives: "1.500 Soldaten", "die Nordkoreaner", "ukrainische", "Kiewer"."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Doc, Token

from claimcheck.extraction.actors.adjectives import country_of_adjective
from claimcheck.extraction.actors.bodies import phrase_start
from claimcheck.extraction.actors.gazetteer import load_gazetteer, people_words, place_people
from claimcheck.extraction.actors.lexicons import Entry, Group
from claimcheck.extraction.actors.phrases import Phrase, gender_of, is_plural, noun_name, phrase_name, right_edge
from claimcheck.extraction.actors.words import Noun, group_nouns, head_nouns, title_nouns
from claimcheck.extraction.records import Mention
from claimcheck.models import SourceKind

SINGULAR = {"der", "ein", "einen", "einem", "eines", "eine", "einer", "dem", "des", "dieser", "jener"}


def find_people(doc: Doc, inside: frozenset[int], covered: frozenset[int]) -> list[Mention]:
    """Groups, demonyms, country adjectives and known names before a hyphen; ``inside`` are the tokens of proper names.

    ``covered`` are those of names of several words: a demonym or adjective in them is part of the name.
    """
    mentions = []
    for token in doc:
        if token.is_punct or token.is_space:
            continue
        found = (
            (_adjective(token) if token.i not in covered else None)
            or (_demonym(doc, token) if token.i not in covered else None)
            or _direction(token)
            or (_group(doc, token) if token.i not in inside else None)
        )
        mentions += [found] if found is not None else []
        before = _before_hyphen(token) if token.i not in inside else None
        mentions += [before] if before is not None else []
    return mentions


def _adjective(token: Token) -> Mention | None:
    if token.tag_ not in {"ADJA", "NE", "NN"} or (token.tag_ != "ADJA" and token.text != "Schweizer"):
        return None
    entry = country_of_adjective(token.text) or place_people().get(token.text)
    if entry is None:
        return None
    return _known(token, entry, "adjective", "adjective.country" if entry.category == "country" else "adjective.place")


def _demonym(doc: Doc, token: Token) -> Mention | None:
    found = people_words().get(token.text) if token.tag_ in {"NN", "NE"} else None
    if found is None:
        city = place_people().get(token.text) if token.tag_ in {"NN", "NE", "ADJA"} else None
        is_adjective = city is not None and token.i + 1 < len(doc) and doc[token.i + 1].tag_ in {"NN", "ADJA"}
        return _known(token, city, "adjective", "adjective.place") if city is not None and is_adjective else None
    entry, plural = found
    start = phrase_start(doc, token.i)
    single = gender_of(token) not in {"p", ""} and doc[start].lower_ in SINGULAR
    return Mention(
        start=doc[start].idx,
        end=token.idx + len(token),
        head=token.i,
        kind="person" if single else "group",
        name=token.text if single else plural,
        form="noun" if single else "group",
        rule="demonym",
        gazetteer_id=None if single else entry.id,
        source_kind="anonymous",
    )


def _direction(token: Token) -> Mention | None:
    """ "der Süden", where it acts or owns and is no place: after a preposition it is one."""
    if token.text.rstrip("s") not in {"Norden", "Süden"} or token.i == 0:
        return None
    article = token.nbor(-1)
    if article.lower_ not in {"der", "des"} or (article.lower_ == "der" and token.dep_ not in {"nsubj", "nsubj:pass"}):
        return None
    return Mention(
        start=article.idx,
        end=token.idx + len(token),
        head=token.i,
        kind="place",
        name=token.text.rstrip("s"),
        form="noun",
        rule="direction",
        source_kind="government",
    )


def _group(doc: Doc, token: Token) -> Mention | None:
    noun = group_nouns().find(token.text) if token.tag_ in {"NN", "NE"} else None
    if noun is None or title_nouns().find(token.text) is not None:
        return None
    start, end = phrase_start(doc, token.i), right_edge(doc, token.i, token.i, "origin")
    plural = is_plural(token, noun.lemma)
    return Mention(
        start=doc[start].idx,
        end=doc[end - 1].idx + len(doc[end - 1]),
        head=token.i,
        kind="person" if _is_one(doc, start, noun, gender_of(token, noun.lemma)) else "group",
        name=_called(doc, start, token, end, noun),
        form="group" if plural else "noun",
        rule="group",
        source_kind=cast(SourceKind, noun.row.speaks),
    )


def _is_one(doc: Doc, start: int, noun: Noun[Group], gender: str) -> bool:
    """True for a single person; words of other genders in the singular name many ("die Truppe", "das Volk")."""
    single = gender == "m" or (gender == "f" and (noun.row.adjectival or noun.row.form in {"Frau", "Geisel", "Person", "Leiche"}))
    return single and doc[start].tag_ in {"ART", "PPOSAT", "PDAT"}


def _called(doc: Doc, start: int, token: Token, end: int, noun: Noun[Group]) -> str:
    gender = gender_of(token, noun.lemma)
    word = noun_name(token, noun.lemma)
    if noun.row.adjectival and gender == "p":
        word = noun.lemma[:-1]
    return phrase_name(Phrase(doc, start, token.i, end), word, gender)


def _before_hyphen(token: Token) -> Mention | None:
    """A known name before a hyphen: "US-Soldaten", "SPD-Politiker"."""
    name, hyphen, _ = token.text.partition("-")
    entry = load_gazetteer().lookup(name) if hyphen and len(name) > 1 else None
    if entry is None or load_gazetteer().lookup(token.text) is not None or not _is_mentioned(token.text):
        return None
    return Mention(
        start=token.idx,
        end=token.idx + len(name),
        head=token.i,
        kind=entry.kind,
        name=entry.name,
        form="adjective",
        rule="compound",
        gazetteer_id=entry.id,
        source_kind=entry.speaks,
    )


def _is_mentioned(word: str) -> bool:
    """True for a noun for people or bodies: only these have a mention of their own around the name in them."""
    return any(nouns.find(word) is not None for nouns in (group_nouns(), head_nouns(), title_nouns()))


def _known(token: Token, entry: Entry, form: str, rule: str) -> Mention:
    return Mention(
        start=token.idx,
        end=token.idx + len(token),
        head=token.i,
        kind=entry.kind,
        name=entry.name,
        form=form,
        rule=rule,
        gazetteer_id=entry.id,
        source_kind=entry.speaks,
    )
