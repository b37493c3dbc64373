"""For which body somebody speaks whose title does not name it: "Landrätin Weber" for the Landkreis, "Einsatzleiter Kern" for
the Feuerwehr, "GLB-Verhandlungsführerin" for the GLB."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc, Span, Token

from claimcheck.claims.layers import BODIES, Layers, Named
from claimcheck.extraction.actors.gazetteer import load_gazetteer
from claimcheck.extraction.records import Extent, Mention
from claimcheck.language.inflection import noun_lemma
from claimcheck.lexicon import load_lexicon
from claimcheck.linking.ids import local_id
from claimcheck.models import Entity

PLAIN = str.maketrans("äöü", "aou")
FORMER = ("früher", "ehemalig", "einstig", "ex-", "alt-", "vormalig")
LONGEST_NAME = 3  # words: "Zweitgrößte Stadt des Landes" is no name of a body
SUBJECTS = {"nsubj", "nsubj:pass"}
SENTENCES = 2  # how many sentences before the title its body may be named


@dataclass(frozen=True, slots=True)
class Office:
    """A row of ``offices.tsv``."""

    office: str
    whole: bool
    body: str
    reach: str
    example: str


def find_office_body(extent: Extent, layers: Layers) -> Entity | None:
    """The body of the office that the words of a speaker name; None where they name no office, or its body is not clear."""
    doc = layers.doc
    span = doc.char_span(extent.start, extent.end, alignment_mode="expand") if doc is not None else None
    if span is None or any(token.lower_.startswith(FORMER) for token in span):
        return None
    found = ((token, find_office(token)) for token in span if token.tag_ in ("NN", "NE"))
    token, office = next(((token, office) for token, office in found if office is not None), (None, None))
    if token is None or office is None:
        return None
    return (
        _beside(extent, token, layers)
        or (_in_word(token, layers) if not office.body else None)
        or _of_office(office, token, span, layers)
    )


def with_its_noun(mention: Mention, entity: Entity, layers: Layers) -> Entity:
    """ "Landkreis Altau" for the Landkreis that is linked as the place Altau; any other entity as it is."""
    if entity.kind != "place" or mention.rule != "body.named" or layers.doc is None or not is_local(entity):
        return entity
    span = layers.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    noun = next((noun_lemma(token) for token in span or () if token.tag_ == "NN" and token.text not in entity.name), None)
    if noun is None:
        return entity
    name = f"{noun} {entity.name}"
    return entity.model_copy(update={"name": name, "id": local_id(name), "kind": "organization"})


def is_local(entity: Entity) -> bool:
    """True for an entity that no gazetteer knows."""
    return entity.id.startswith("local:")


def is_in_word(extent: Extent, layers: Layers) -> bool:
    """True for a body inside a compound ("Wirtschaft" in "Wirtschaftssenatorin")."""
    span = layers.doc.char_span(extent.start, extent.end, alignment_mode="expand") if layers.doc is not None else None
    return span is not None and len(span.text) > extent.end - extent.start


def is_party(name: str) -> bool:
    """True for a political party: its members in office do not speak for it."""
    entry = load_gazetteer().lookup(name)
    return entry is not None and entry.group == "party"


def _beside(extent: Extent, token: Token, layers: Layers) -> Entity | None:
    """The body that stands behind the title: "Verhandlungsführerin Weber von der Gewerkschaft X"."""
    behind = layers.mentions_in(Extent(token.idx + len(token), extent.end))
    return next((pair[1] for pair in behind if _is_body(pair, token.doc)), None)


def find_office(token: Token) -> Office | None:
    """The row of a title or of the last part of one ("Stadtbürgermeisterin" → burgermeister)."""
    return _row(_masculine(token.text))


@cache
def _row(word: str) -> Office | None:
    return next((row for row in load_offices() if word == row.office or (not row.whole and word.endswith(row.office))), None)


@cache
def load_offices() -> tuple[Office, ...]:
    """The rows, longer forms first."""
    return tuple(sorted(load_lexicon(files(__package__) / "offices.tsv", Office), key=lambda row: -len(row.office)))


def _masculine(word: str) -> str:
    word = word.casefold().translate(PLAIN)
    if word.endswith(("vorsitzende", "vorsitzenden")):
        return word.removesuffix("n") + "r"
    return word.removesuffix("in") if word.endswith("in") else word.removesuffix("s")


def _in_word(token: Token, layers: Layers) -> Entity | None:
    """ "GLB" in "GLB-Verhandlungsführerin"."""
    name, hyphen, _ = token.text.rpartition("-")
    if not hyphen:
        return None
    known = (entity for entity in layers.entities if entity is not None and name in (entity.name, entity.text))
    return next((entity for entity in known if entity.kind == "organization"), None) or _made(name, token)


def _of_office(office: Office, token: Token, span: Span, layers: Layers) -> Entity | None:
    if office.reach == "self":
        return _made(token.lemma_ if token.tag_ == "NN" else token.text, token)
    nouns = office.body.split("|") if office.body else []
    behind = (entity for _, entity in layers.mentions_in(Extent(token.idx, span.end_char)))
    place = next((entity.name for entity in behind if entity is not None and entity.kind == "place"), None)
    if place is not None:
        return _made(f"{nouns[0]} {place}", token) if office.reach == "own" else None
    for noun in nouns:
        named = _named(noun, token, layers)
        if named is not None:
            return named
        if any(word.text.startswith(noun) for word in token.doc) and office.reach == "named":
            return _made(noun, token)
    if office.reach == "own":
        return _made(nouns[0], token)
    return _just_before(token, layers) if _stands_alone(token) else None


def _stands_alone(token: Token) -> bool:
    """False for a title with an attribute, which tells of another body ("Vorsitzende des Fahrgastbeirats")."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following is None or following.tag_ not in ("ART", "APPR", "APPRART", "PPOSAT", "PDAT")


def _made(name: str, token: Token) -> Entity:
    """A body by its usual name; the words that tell of it are the title."""
    return Entity(text=token.text, start=token.idx, end=token.idx + len(token), name=name, id=local_id(name), kind="organization")


def _named(noun: str, token: Token, layers: Layers) -> Entity | None:
    """The body of this kind that the article names: the only one, else the last one before the title."""
    pairs = layers.bodies_by_noun.get(noun.casefold(), ())
    found = [(m, entity) for m, entity in pairs if entity is not None and len(entity.name.split()) <= LONGEST_NAME]
    if len({entity.id for _, entity in found}) == 1:
        return with_its_noun(*found[0], layers)
    before = [pair for pair in found if pair[0].start < token.idx]
    return with_its_noun(*before[-1], layers) if before else None


def _just_before(token: Token, layers: Layers) -> Entity | None:
    """The body that the same sentence or those before name last; of several in one sentence its subject, else none."""
    for sent in _back(token):
        before = layers.mentions_in(Extent(sent.start_char, min(sent.end_char, token.idx)))
        pairs = [pair for pair in before if _is_body(pair, token.doc)]
        ids = {entity.id for _, entity in pairs if entity is not None}
        subjects = [pair for pair in pairs if token.doc[pair[0].head].dep_ in SUBJECTS]
        if len(ids) == 1:
            return pairs[-1][1]
        if ids:
            return subjects[0][1] if len({entity.id for _, entity in subjects if entity is not None}) == 1 else None
    return None


def _back(token: Token) -> Iterator[Span]:
    sent = token.sent
    for _ in range(SENTENCES + 1):
        yield sent
        if sent.start == 0:
            return
        sent = token.doc[sent.start - 1].sent


def _is_body(pair: Named, doc: Doc) -> bool:
    mention, entity = pair
    many = "Plur" in doc[mention.head].morph.get("Number", []) and mention.form != "name"
    if entity is None or is_party(entity.name):
        return False
    return entity.kind == "organization" and mention.source_kind in BODIES and not many
