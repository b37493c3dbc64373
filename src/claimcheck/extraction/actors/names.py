"""Proper names: known ones, those that the model recognizes, and capitalized words after a first name or a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from claimcheck.extraction.actors import lexicons
from claimcheck.extraction.actors.adjectives import country_of_adjective
from claimcheck.extraction.actors.gazetteer import load_gazetteer
from claimcheck.extraction.actors.lexicons import Entry
from claimcheck.extraction.actors.words import group_nouns, head_nouns, title_nouns
from claimcheck.language import words
from claimcheck.language.texts import text_of
from claimcheck.models import EntityKind

NAME_TAGS = {"NE", "FM"}
WEBSITE = re.compile(r"[\w-]{2,40}\.(?:de|at|ch|com|org|net|info|tv)")
LOWER_NAME = re.compile(r"(?:al|el|as|ad|asch|d’)-?[A-ZÄÖÜ][\w-]+|[ei][A-Z]\w+")  # el-Baradei, eBay
QUOTES = set('„“”"»«‚‘›‹')
KINDS: dict[str, EntityKind] = {"PER": "person", "LOC": "place", "ORG": "organization", "MISC": "other"}
ROMAN = re.compile(r"[IVX]{1,5}\.?")


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: token range, what it is, and its gazetteer entry if it has one."""

    start: int
    end: int
    kind: EntityKind
    rule: str
    entry: Entry | None = None


def find_names(doc: Doc) -> list[Name]:
    """The proper names of a Doc in their order, each judged by its own sentence; they do not overlap."""
    ends = frozenset(token.idx + len(token) for token in doc)
    names: list[Name] = []
    i = 0
    while i < len(doc):
        name = _person(doc, i) or _known(doc, i, ends) or _website(doc, i) or _recognized(doc, i) or _tagged(doc, i)
        if name is None:
            i += 1
        else:
            names.append(name)
            i = name.end
    return names


def _website(doc: Doc, i: int) -> Name | None:
    """ "tagesschau.de" as a name of media."""
    return Name(i, i + 1, "media", "name.website") if WEBSITE.fullmatch(doc[i].text) else None


def _person(doc: Doc, i: int) -> Name | None:
    """A first name with what follows, or a name right after a title."""
    token = doc[i]
    if not token.text[:1].isupper() or (token.tag_ not in NAME_TAGS and token.ent_type_ != "PER"):
        return None
    end = person_end(doc, i)
    known = load_gazetteer().lookup(_bare(doc, i, end))
    if known is not None:
        return Name(i, end, known.kind, "name.gazetteer", known) if known.category == "person" else None
    if token.text in lexicons.first_names() and end > i + 1:
        return Name(i, end, "person", "name.first")
    if _after_title(doc, i) and load_gazetteer().lookup(token.text) is None:
        return Name(i, end, "person", "name.title")
    return None


def person_end(doc: Doc, i: int) -> int:
    """Index after the person's name that begins at ``i``: name tokens, particles between them, a Roman ordinal."""
    stop = doc[i].sent.end
    end = i + 1
    while end < stop:
        if _continues(doc, end):
            end += 1
        elif doc[end].lower_ in lexicons.closed("particle") and end + 1 < stop and _continues(doc, end + 1):
            end += 2
        else:
            break
    return end


def _continues(doc: Doc, i: int) -> bool:
    token = doc[i]
    if not token.text[:1].isupper() and not token.text.startswith(("al-", "d’")):
        return False
    if ROMAN.fullmatch(token.text) is not None:
        return True
    if (
        token.tag_ in NAME_TAGS
        or (token.ent_type_ == "PER" and token.tag_ != "NN")
        or (len(token.text) == 2 and token.text.endswith("."))
    ):
        return title_nouns().find(token.text) is None
    return token.ent_type_ == "PER" and token.ent_iob_ == "I"


def _bare(doc: Doc, start: int, end: int) -> str:
    return " ".join(token.text for token in doc[start:end])


def _after_title(doc: Doc, i: int) -> bool:
    before = next((token for token in reversed(doc[max(i - 2, 0) : i]) if not token.is_space), None)
    if before is None or before.tag_ not in {"NN", "NE"} or before.sent.start != doc[i].sent.start:
        return False
    return title_nouns().find(before.text) is not None


def _known(doc: Doc, i: int, ends: frozenset[int]) -> Name | None:
    token = doc[i]
    if token.is_space or token.is_punct or (token.tag_ == "ADJA" and token.ent_type_ == "" and token.text.islower()):
        return None
    found = load_gazetteer().at(text_of(doc), token.idx, ends)
    if found is None:
        return None
    entry, stop = found
    end = next(j for j in range(i + 1, len(doc) + 1) if j == len(doc) or doc[j].idx >= stop)
    if not _trusted(doc, i, end, entry):
        return None
    return Name(i, end, entry.kind, "name.gazetteer", entry)


def _trusted(doc: Doc, start: int, end: int, entry: Entry) -> bool:
    """False where the words are more likely common ones, or part of a longer name that the model recognizes."""
    form = doc[start:end].text
    if form.islower() and form not in lexicons.ambiguous() and entry.category != "organization":
        return False
    needs = lexicons.ambiguous().get(form) or lexicons.ambiguous().get(form.removesuffix("s"))
    if needs == "quotes":
        return _in_quotes(doc, start, end) or _after_head(doc, start, "media") or doc[start].ent_type_ in {"ORG", "MISC"}
    if needs == "name":
        return doc[start].tag_ in NAME_TAGS or doc[start].ent_type_ != ""
    if end < len(doc) and doc[start].ent_type_ == "PER" and doc[end].ent_type_ == "PER" and doc[end].ent_iob_ == "I":
        return False
    longer = end < len(doc) and doc[end].ent_iob_ == "I" and doc[start].ent_type_ in {"ORG", "MISC"}
    if longer and entry.category == "country" and _is_institution(doc, _ent_end(doc, start) - 1):
        return True
    return not (longer and doc[end].text[:1].isupper())


def _is_institution(doc: Doc, i: int) -> bool:
    """True for the noun of a body that a country has ("Südkoreas Geheimdienst"): no name, but a body of that country."""
    noun = head_nouns().find(doc[i].text)
    return noun is not None and noun.row.institution


def _in_quotes(doc: Doc, start: int, end: int) -> bool:
    before = start > 0 and doc[start - 1].text in QUOTES
    return before and any(token.text in QUOTES for token in doc[end : end + 3])


def _after_head(doc: Doc, start: int, speaks: str) -> bool:
    if start == 0:
        return False
    noun = head_nouns().find(doc[start - 1].text)
    return noun is not None and noun.row.speaks == speaks


def _ent_end(doc: Doc, i: int) -> int:
    end = i + 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return end


def _recognized(doc: Doc, i: int) -> Name | None:
    """A name that the model recognizes, without titles, demonyms and articles."""
    token = doc[i]
    if token.ent_type_ == "" or (not token.text[:1].isupper() and not token.text[:1].isdigit()):
        return None
    end = _trimmed(doc, i, _ent_end(doc, i))
    if token.ent_type_ == "PER" and token.tag_ == "NN" and end > i + 1 and title_nouns().find(token.text) is not None:
        return None
    if (token.tag_ in {"ADJA", "ART", "APPRART"} and end == i + 1) or _is_common(doc, i, end) or _shouted(token):
        return None
    if end > i + 1 and _is_kind_of_company(doc, i):
        return None
    kind = KINDS[token.ent_type_]
    if end > i + 1 and token.tag_ in {"ADJA", "NE"} and _is_institution(doc, end - 1) and _is_of_country(token.text):
        return None
    if end == i + 1 and (_is_town_adjective(doc, i) or _is_shouted_word(token.text)):
        return None
    if end == i + 1 and token.tag_ == "NN" and kind in {"other", "person"} and is_word(token.text.rpartition("-")[2]):
        return None
    if token.ent_type_ == "LOC" and end > i + 1 and token.text in lexicons.first_names():
        kind = "person"
    return Name(i, end, kind, "name.model")


def _trimmed(doc: Doc, start: int, end: int) -> int:
    """The end of a recognized name without a time, a verb or a comma that the model took in."""
    for i in range(start + 1, end):
        preposition = doc[i].tag_ in {"APPR", "APPRART"} and i + 1 < len(doc) and doc[i + 1].lower_ in lexicons.closed("time")
        counted = doc[i].tag_ == "CARD" and i + 1 < len(doc) and group_nouns().find(doc[i + 1].text) is not None
        if preposition or counted or doc[i].tag_.endswith("FIN") or doc[i].text in {",", ";", ":"}:
            return i
    return end


def _is_of_country(word: str) -> bool:
    known = load_gazetteer().lookup(word)
    return country_of_adjective(word) is not None or (known is not None and known.category == "country")


def _is_kind_of_company(doc: Doc, i: int) -> bool:
    """True for a noun that only tells what the company after it is ("Stahlkonzern Nordhütte"): the name begins behind it."""
    noun = head_nouns().find(doc[i].text)
    return (
        noun is not None and noun.row.form in lexicons.closed("company") and doc[i].tag_ == "NN" and doc[i + 1].text[:1].isupper()
    )


def _is_town_adjective(doc: Doc, i: int) -> bool:
    """True for the adjective of a town before its noun ("die Mittelauer Filialen")."""
    following = i + 1 < len(doc) and doc[i + 1].tag_ == "NN" and doc[i + 1].text[:1].isupper()
    return following and doc[i].text.endswith("er") and doc[i].text not in lexicons.first_names() and not _after_title(doc, i)


def _is_shouted_word(text: str) -> bool:
    return (
        text.isupper()
        and len(text) > 3
        and (words.lookup(text.lower()) is not None or words.lookup(text.capitalize()) is not None)
    )


def _shouted(token: Token) -> bool:
    """True in a headline all in capitals, where the model takes words for names."""
    beside = [token.nbor(step) for step in (-1, 1) if 0 <= token.i + step < len(token.doc)]
    return token.text.isupper() and len(token.text) > 3 and any(word.text.isupper() and len(word.text) > 3 for word in beside)


def _is_common(doc: Doc, start: int, end: int) -> bool:
    """True where the model took a plain noun for a name: title, body or group."""
    if end > start + 1 or doc[start].tag_ == "NE":
        return False
    word = doc[start].text
    return any(nouns.find(word) is not None for nouns in (title_nouns(), group_nouns(), head_nouns()))


def _tagged(doc: Doc, i: int) -> Name | None:
    """Tokens tagged as names that nothing else explains."""
    token = doc[i]
    starts = token.text[:1].isupper() or LOWER_NAME.fullmatch(token.text) is not None
    if token.tag_ != "NE" or not starts or len(token.text) < 2 or _is_lexical(token):
        return None
    if is_word(token.text) or _is_shouted_word(token.text) or _is_town_adjective(doc, i):
        return None
    end = i + 1
    while end < token.sent.end and doc[end].tag_ == "NE" and doc[end].text[:1].isupper() and doc[end].ent_type_ == "":
        end += 1
    if end > i + 1 and token.text in lexicons.first_names():
        return Name(i, end, "person", "name.first")
    place = i > 0 and doc[i - 1].lower_ in lexicons.closed("local") and end == i + 1
    return Name(i, end, "place" if place else "other", "name.tag")


@lru_cache(maxsize=8192)
def is_word(text: str) -> bool:
    """True for a common German word that the tagger took for a name."""
    return words.lookup(text) is not None


def _is_lexical(token: Token) -> bool:
    return any(nouns.find(token.text) is not None for nouns in (title_nouns(), group_nouns(), head_nouns()))


def name_tokens(names: list[Name]) -> Iterator[int]:
    """The tokens that belong to names."""
    for name in names:
        yield from range(name.start, name.end)
