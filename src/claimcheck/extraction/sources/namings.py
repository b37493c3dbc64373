"""Phrases that name the source: laut X, X zufolge, nach Angaben von X, aus Sicht von X, demnach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claimcheck.extraction.sources.cues import find_noun, words_of_class
from claimcheck.extraction.sources.nominal import possessor
from claimcheck.extraction.sources.passages import Passage, is_finite, is_separator
from claimcheck.extraction.sources.phrases import Phrase, phrase_at

OWNING = {"von", "vom", "für", "aus", "seitens"}
DEFINITE = {"der", "dem", "den"}
POSSESSIVES = {"aller", "dessen", "deren"}
OWN = {"seinen", "seiner", "ihren", "ihrer", "unseren", "unserer", "meiner"}


@dataclass(frozen=True, slots=True)
class Naming:
    """A phrase that names the source: its tokens, the source in it (None: nobody named), the word that makes it one."""

    start: int
    end: int
    speaker: Phrase | None
    cue: int
    rule: str


def find_namings(passage: Passage) -> Iterator[Naming]:
    """The naming phrases of a passage in order, those in quotation marks left out."""
    index = passage.start
    while index < passage.end:
        found = _naming(passage, index)
        if found is not None and not (quote := passage.quote_at(index)) and quote is None:
            yield found
            index = max(index + 1, found.end)
        else:
            index += 1


def _naming(passage: Passage, index: int) -> Naming | None:
    doc = passage.doc
    word = doc[index].lower_
    if (word in ("laut", "lt.") and doc[index].tag_ in ("APPR", "NE", "NN", "ADJD", "ADV")) or word in ("gemäß", "gemäss"):
        return _laut(passage, index, word)
    if word == "nach" and doc[index].tag_ in ("APPR", "PTKVZ", "APPO", "ADV"):
        return _nach(passage, index)
    if word == "aus" and index + 1 < passage.end and doc[index + 1].lower_ in ("sicht", "der"):
        return _aus_sicht(passage, index)
    if word == "zufolge" and index > passage.start:
        return _zufolge(passage, index)
    if word in ("demnach", "demzufolge", "wonach") or (word == "danach" and index == passage.start):
        own = Phrase(index, index + 1, index)
        speaker = _before_wonach(passage, index) or own if word == "wonach" else own
        return Naming(index, index + 1, speaker, index, "demnach") if _refers_back(passage, index) else None
    return None


def _before_wonach(passage: Passage, index: int) -> Phrase | None:
    """The phrase that wonach refers to: "Berichte der Presse, wonach …"."""
    end = index - 1
    if end <= passage.start or passage.doc[end].text != ",":
        return None
    start = _phrase_start(passage, end)
    found = phrase_at(passage.doc, start, end) if start is not None else None
    return _source_in(passage, found) if found is not None else None


def _refers_back(passage: Passage, index: int) -> bool:
    word = passage.doc[index].lower_
    return word != "danach" or any(
        "Sub" in token.morph.get("Mood", []) for token in passage.doc[index : min(index + 4, passage.end)]
    )


def _named_phrase(passage: Passage, index: int) -> Phrase | None:
    """The phrase behind laut or nach; inside a clause a place behind it belongs to the clause ("laut Polizei im Wald")."""
    doc = passage.doc
    found = phrase_at(doc, index + 1, passage.end)
    if found is None or index == passage.start or is_separator(doc[index - 1]) or doc[index - 1].tag_ == "KON":
        return found
    places = (i for i in range(found.head + 1, found.end) if doc[i].tag_ in ("APPR", "APPRART") and doc[i].lower_ not in OWNING)
    end = next(places, found.end)
    return Phrase(found.start, end, found.head)


def _laut(passage: Passage, index: int, word: str) -> Naming | None:
    doc = passage.doc
    found = _named_phrase(passage, index)
    if found is None:
        return None
    named = any(doc[i].ent_type_ in ("PER", "ORG") for i in range(found.start, found.end))
    if word not in ("laut", "lt.") and find_noun(doc[found.head].text) is None and not named:
        return None
    return Naming(index, found.end, _source_in(passage, found), index, "laut")


def _nach(passage: Passage, index: int) -> Naming | None:
    doc = passage.doc
    found = _named_phrase(passage, index)
    if found is not None and doc[found.head].tag_ == "NN":
        row = find_noun(doc[found.head].text)
        if row is not None and row.after and not _is_temporal(passage, found):
            return Naming(index, found.end, _source_in(passage, found), index, "nach Angaben")
    return _behind(passage, index)


def _aus_sicht(passage: Passage, index: int) -> Naming | None:
    """ "aus Sicht der Opposition", "aus der Sicht von Fachleuten"."""
    found = phrase_at(passage.doc, index + 1, passage.end)
    if found is None or passage.doc[found.head].lower_ not in ("sicht", "perspektive"):
        return None
    owner = possessor(passage, found, found.head)
    return Naming(index, found.end, owner, index, "nach Angaben") if owner is not None else None


def _is_temporal(passage: Passage, found: Phrase) -> bool:
    """ "nach der Entscheidung", "nach dem Urteil" tell the time."""
    row = find_noun(passage.doc[found.head].text)
    return row is not None and row.after == "i" and passage.doc[found.start].lower_ in DEFINITE


def _behind(passage: Passage, index: int) -> Naming | None:
    """ "meiner Meinung nach", "Ansicht der Kläger nach"."""
    start = _phrase_start(passage, index)
    if start is None:
        return None
    found = phrase_at(passage.doc, start, index)
    row = find_noun(passage.doc[found.head].text) if found else None
    first = passage.doc[start]
    if found is None or row is None or not row.after or row.document or found.end != index:
        return None
    prefield = start == passage.start and index + 1 < passage.end and is_finite(passage.doc[index + 1])
    if not (_is_possessive(first) or first.lower_ in POSSESSIVES or prefield):
        return None
    return Naming(start, index + 1, _source_in(passage, found), index, "nach Angaben")


def _zufolge(passage: Passage, index: int) -> Naming | None:
    start = _phrase_start(passage, index)
    found = phrase_at(passage.doc, start, index) if start is not None else None
    if start is None or found is None:
        return None
    return Naming(start, index + 1, _source_in(passage, found), index, "zufolge")


def _phrase_start(passage: Passage, index: int) -> int | None:
    """The first word from which one noun phrase reaches up to a token, the longest such phrase."""
    doc = passage.doc
    best = None
    for start in range(index - 1, max(passage.start, index - 30) - 1, -1):
        token = doc[start]
        if token.tag_ in ("VVFIN", "VAFIN", "VMFIN", "KOUS", "VVPP") or token.text in ".;:":
            break
        found = phrase_at(doc, start, index)
        if found is not None and found.end == index and token.tag_ not in ("ADV", "KON", "$,") and _is_dative(passage, found):
            best = start
    return best


def _is_dative(passage: Passage, found: Phrase) -> bool:
    token = passage.doc[found.start]
    return "Gen" not in token.morph.get("Case", []) or token.tag_ in ("NE", "PPOSAT") or found.start == passage.start


def _source_in(passage: Passage, found: Phrase) -> Phrase | None:
    """Whose words they are: "Angaben der Polizei" → der Polizei; a document or bare "Angaben" stays as it is."""
    doc = passage.doc
    row = find_noun(doc[found.head].text)
    if row is None or row.document:
        return found
    if _is_possessive(doc[found.start]):
        return Phrase(found.start, found.start + 1, found.start)
    return without_time(doc, possessor(passage, found, found.head) or found)


def _is_possessive(token: Token) -> bool:
    return token.tag_ == "PPOSAT" or token.lower_ in OWN


def without_time(doc: Doc, found: Phrase) -> Phrase:
    """The phrase less the time behind it ("der Behörden | vom Montag", "Oelsner | am Dienstagabend")."""
    times = words_of_class("time")
    for index in range(found.head + 1, found.end - 1):
        later = doc[index + 1].lower_
        if doc[index].tag_ in ("APPR", "APPRART") and any(later.endswith(time) for time in times if len(time) > 4):
            return Phrase(found.start, index, found.head)
    return found
