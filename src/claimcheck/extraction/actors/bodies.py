"""Bodies and documents named by a noun: "der südkoreanische Geheimdienst", "die Zeitung X", "eine Studie des Amtes"."""

from __future__ import annotations

import re
from typing import cast

from spacy.tokens import Doc

from claimcheck.extraction.actors.adjectives import country_of_adjective
from claimcheck.extraction.actors.gazetteer import load_gazetteer
from claimcheck.extraction.actors.index import Names
from claimcheck.extraction.actors.lexicons import Entry, Head
from claimcheck.extraction.actors.names import QUOTES, Name
from claimcheck.extraction.actors.phrases import (
    Phrase,
    is_genitive_name,
    is_plural,
    left_edge,
    noun_name,
    phrase_name,
    right_edge,
)
from claimcheck.extraction.actors.words import Noun, head_nouns, modifier_forms
from claimcheck.extraction.records import Mention
from claimcheck.models import EntityKind, SourceKind

NOUN_TAGS = {"NN", "NE"}
STATEMENT = re.compile(r"(?P<body>[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]+)-?[aA]ngaben?")  # Polizeiangaben
UNSIGNED = {"Angaben", "Aussagen", "Informationen", "Erkenntnissen", "Quellen", "Einschätzungen", "Schätzungen", "Berichten"}
OFFICIAL = ("offiziell", "amtlich", "behördlich", "staatlich", "polizeilich")
LONGEST_NAME = 6  # tokens of a name in quotation marks
SHORT_NAME = re.compile(r"[A-ZÄÖÜ]{2,5}")  # "US Botschaft", written apart


def find_bodies(doc: Doc, names: Names) -> list[Mention]:
    """Mentions headed by a noun for a body or a document; ``names`` are the proper names by their first token."""
    inside = names.inside()
    mentions = []
    for token in doc:
        if token.tag_ not in NOUN_TAGS or token.i in inside:
            continue
        noun = head_nouns().find(token.text)
        if noun is not None:
            mentions.append(_body(doc, token.i, noun, names))
        elif (stated := _statement(doc, token.i) or _unsigned(doc, token.i)) is not None:
            mentions.append(stated)
    return mentions


def _unsigned(doc: Doc, i: int) -> Mention | None:
    """Statements that are told apart by an adjective alone: "ersten Angaben", "israelischen Angaben"."""
    token, start = doc[i], left_edge(doc, i)
    adjectives = [word for word in doc[start:i] if word.tag_ == "ADJA"]
    own = any(word.lower_.startswith(("eigen", "bisherig", "ihr", "sein")) for word in doc[start:i])
    if token.text not in UNSIGNED or not adjectives or own or right_edge(doc, i, i) > i + 1:
        return None
    official = any(word.lower_.startswith(OFFICIAL) or country_of_adjective(word.text) for word in adjectives)
    row = Head(token.text, "f", "document", "document", "government" if official else "anonymous", "", False, False, "")
    phrase = Phrase(doc, start, i, i + 1)
    return _mention(phrase, phrase_name(phrase, token.text, "p"), row, rule="body.unsigned", kind="other")


def _row_of(entry: Entry) -> Head:
    return Head(entry.name, "", entry.group, entry.group, entry.speaks or "organization", "", False, False, "")


def _statement(doc: Doc, i: int) -> Mention | None:
    """The body in "Polizeiangaben", "Behördenangaben"."""
    match = STATEMENT.fullmatch(doc[i].text)
    for form in modifier_forms(match["body"]) if match is not None else ():
        entry = load_gazetteer().lookup(form)
        if entry is not None and entry.category in {"organization", "seat"}:
            name = Name(i, i + 1, entry.kind, "name.gazetteer", entry)
            return _mention(
                Phrase(doc, i, i, i + 1), entry.name, _row_of(entry), rule="body.statement", kind=entry.kind, name=name
            )
        noun = head_nouns().find(form)
        if noun is not None:
            called = match["body"] if match is not None and noun.row.form != form else noun.lemma
            return _mention(Phrase(doc, i, i, i + 1), called, noun.row, rule="body.statement", kind=_kind(noun.row))
    return None


def _body(doc: Doc, i: int, noun: Noun[Head], names: Names) -> Mention:
    start, row = phrase_start(doc, i), noun.row
    name = named_after(doc, i, names)
    if name is not None and name.kind != "person" and _names_it(row, name):
        end = name.end + (name.end < len(doc) and doc[i + 1].text in QUOTES and doc[name.end].text in QUOTES)
        return _mention(
            Phrase(doc, start, i, end), name_of(doc, name), row, rule="body.named", kind=_named_kind(row, name), name=name
        )
    quoted = _quoted_end(doc, i) if row.speaks == "media" else None
    if quoted is not None:
        phrase, inner = Phrase(doc, start, i, quoted), Name(i + 2, quoted - 1, "media", "name.quoted")
        return _mention(phrase, doc[i + 2 : quoted - 1].text, row, rule="body.quoted", kind="media", name=inner)
    end = names.whole(right_edge(doc, i, i)) if name is None or name.kind == "person" else name.end
    end = max(end, _seat_end(doc, i, names)) if row.institution else end
    phrase = Phrase(doc, start, i, end)
    return _mention(phrase, _called(phrase, noun), row, rule="body.noun", kind=_kind(row))


def _names_it(row: Head, name: Name) -> bool:
    """True for an apposition that is the body's name; a place is that of a town, and of a company the model errs on."""
    if name.kind not in {"place", "country"}:
        return True
    return row.group == "municipality" or (name.entry is None and row.group in {"company", "militia", "newspaper", "broadcaster"})


def _called(phrase: Phrase, noun: Noun[Head]) -> str:
    doc, start, i = phrase.doc, phrase.start, phrase.head
    gender = "p" if is_plural(doc[i], noun.lemma) else noun.row.gender
    word = noun_name(doc[i], noun.lemma)
    if i > start and SHORT_NAME.fullmatch(doc[i - 1].text) and doc[i - 1].tag_ != "ADJA":
        word = f"{doc[i - 1].text}-{word}"
    called = phrase_name(phrase, word, gender)
    return f"{called} {doc[start].text}" if start < i and is_genitive_name(doc[start]) else called


def _quoted_end(doc: Doc, i: int) -> int | None:
    """The end of a name in quotation marks right after a noun for media ("des Magazins „heute und morgen“")."""
    if i + 2 >= len(doc) or doc[i + 1].text not in QUOTES:
        return None
    closing = [token.i for token in doc[i + 3 : i + 3 + LONGEST_NAME] if token.text in QUOTES]
    return closing[0] + 1 if closing and doc[i].sent == doc[closing[0]].sent else None


def _seat_end(doc: Doc, i: int, names: Names) -> int:
    """The end of "in Seoul" right after an institution."""
    seat = names.get(i + 2) if i + 1 < len(doc) and doc[i + 1].text == "in" else None
    return seat.end if seat is not None and seat.kind in {"place", "country"} else i + 1


def phrase_start(doc: Doc, i: int) -> int:
    """The left edge of a noun's phrase, with a name in the genitive before it ("Südkoreas Geheimdienst")."""
    start = left_edge(doc, i)
    if start == i > 0 and SHORT_NAME.fullmatch(doc[i - 1].text) and doc[i - 1].tag_ in {"NE", "NN"} and doc[i - 1].head.i == i:
        start = left_edge(doc, i - 1)
    before = doc[start - 1] if start > 0 and doc[start - 1].sent.start == doc[i].sent.start else None
    if before is not None and is_genitive_name(before) and doc[start].tag_ not in {"ART", "PPOSAT"}:
        return start - 1
    return start


def named_after(doc: Doc, i: int, names: Names) -> Name | None:
    """The proper name in apposition right after a noun, also in quotation marks."""
    after = names.get(i + 1)
    if after is None and i + 2 < len(doc) and doc[i + 1].text in QUOTES:
        after = names.get(i + 2)
    return after if after is not None and doc[after.start].sent.start == doc[i].sent.start else None


def name_of(doc: Doc, name: Name) -> str:
    """The canonical form of a proper name as far as it tells itself: gazetteer name, or the words without genitive ending."""
    if name.entry is not None:
        return name.entry.name
    words = [token.text for token in doc[name.start : name.end] if not token.is_space]
    genitive = "Gen" in doc[name.end - 1].morph.get("Case", []) and len(words[-1]) > 3 and _beside_noun(doc, name)
    if genitive and words[-1].endswith(("s", "’")) and not words[-1].endswith("ss"):
        words[-1] = words[-1][:-1]
    return " ".join(words)


def _beside_noun(doc: Doc, name: Name) -> bool:
    """True where a name can be a genitive: behind a noun, or before one ("der Besuch Putins", "Putins Besuch")."""
    behind = name.start > 0 and doc[name.start - 1].tag_ in {"NN", "NE"}
    before = name.end < len(doc) and doc[name.end].tag_ in {"NN", "ADJA", "CARD", "ADV", "ADJD"}
    return behind or (before and not (name.start > 0 and doc[name.start - 1].tag_ in {"APPR", "APPRART", "ART"}))


def _named_kind(row: Head, name: Name) -> EntityKind:
    if name.kind == "media" or (name.kind in {"place", "country"} and row.group == "municipality"):
        return name.kind
    return _kind(row)


def _kind(row: Head) -> EntityKind:
    if row.speaks == "document":
        return "other"
    return "media" if row.speaks == "media" else "organization"


def _mention(phrase: Phrase, called: str, row: Head, *, rule: str, kind: EntityKind, name: Name | None = None) -> Mention:
    start, end = phrase.extent
    return Mention(
        start=start,
        end=end,
        head=phrase.head,
        kind=kind,
        name=called,
        form="name" if name is not None else "noun",
        rule=rule,
        gazetteer_id=name.entry.id if name is not None and name.entry is not None else None,
        source_kind=cast(SourceKind, row.speaks),
    )
