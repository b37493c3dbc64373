"""Who answers for a claim: the attribution that covers it, its speaker as an entity, whom the speaker cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from claimcheck.claims.bodies import find_office_body, is_in_word, is_local, is_party, with_its_noun
from claimcheck.claims.layers import Layers, Named
from claimcheck.claims.values import build_date
from claimcheck.extraction.records import AttributionSpan, DateSpan, Extent, Mention
from claimcheck.language.inflection import nominative
from claimcheck.language.texts import text_of
from claimcheck.linking.ids import local_id
from claimcheck.models import Attribution, Cue, Date, Entity, EntityKind, Source, SourceKind

SPEAKING: dict[EntityKind, SourceKind] = {
    "person": "person",
    "organization": "organization",
    "country": "government",
    "place": "government",
    "group": "anonymous",
    "media": "media",
    "other": "organization",
}
STATEMENTS = re.compile(r"(?P<house>[A-ZÄÖÜ]\w{3,}?)(?:angabe|auskunft|darstellung|bekunde)(?:n|en)?", re.IGNORECASE)
POSSESSIVE = "pronoun.possessive"
FRAME_REACH = 200  # characters around a cue in which its date may stand


def build_attributions(layers: Layers, text: str) -> Iterator[Attribution]:
    """Every stretch of reported content with its source, in text order."""
    layers = with_bodies(layers)
    for span in layers.attributions:
        yield Attribution(source=build_source(span, layers, text), start=span.start, end=span.end, rule=span.rule)


def build_source(span: AttributionSpan, layers: Layers, text: str | None = None, cited: Source | None = None) -> Source:
    """The source of the contract; ``cited`` is that of an attribution inside this one. ``text`` defaults to the Doc's."""
    text = text if text is not None else text_of(layers.doc) if layers.doc is not None else ""
    speaker = find_speaker(span, layers)
    words = span.speaker if span.antecedent is None else None
    return Source(
        text=text[words.start : words.end] if words is not None else None,
        start=words.start if words is not None else None,
        end=words.end if words is not None else None,
        entity=speaker,
        kind=source_kind(span, speaker, layers),
        organization=find_organization(span, layers),
        mode=span.mode,
        cue=Cue(text=text[span.cue.start : span.cue.end], start=span.cue.start, end=span.cue.end) if span.cue else None,
        said=find_said(span, layers, text),
        cites=cited or _cited(span, layers, text),
        demand=span.demand,
    )


def find_speaker(span: AttributionSpan, layers: Layers) -> Entity | None:
    """Whom the speaker's words name; for speech that goes on, the speaker of the attribution before. None for hearsay."""
    origin = first_attribution(span, layers)
    if origin.referent is not None and _is_unlinked(origin, layers):
        return entity_of(origin.referent, origin.referent_token, layers)
    return entity_of(origin.speaker, origin.speaker_token, layers) if origin.speaker is not None else None


def _is_unlinked(span: AttributionSpan, layers: Layers) -> bool:
    """True where the speaker's words are no possessive that is linked already ("seinen" → "Landrat Weber")."""
    inside = layers.mentions_in(span.speaker) if span.speaker is not None else []
    return not any(mention.rule == POSSESSIVE and entity is not None for mention, entity in inside)


def first_attribution(span: AttributionSpan, layers: Layers) -> AttributionSpan:
    """The attribution that names the speaker of this one: itself, or the one that it goes on with."""
    seen = {span}
    while span.antecedent is not None:
        before = layers.attributions[span.antecedent]
        if before in seen:
            break
        seen.add(before)
        span = before
    return span


def entity_of(extent: Extent, token: int | None, layers: Layers) -> Entity | None:
    """The entity that an extent names: its best mention, else a local entity with the extent's words in the nominative."""
    pair = _best_mention(extent, token, layers)
    if pair is not None and pair[1] is not None and not _says_less(pair, extent, layers):
        return _abbreviated(pair, extent, layers) or with_its_noun(pair[0], pair[1], layers)
    doc = layers.doc
    span = doc.char_span(extent.start, extent.end, alignment_mode="expand") if doc is not None else None
    if span is None or span.root.pos_ in ("ADV", "PRON", "DET"):
        return None
    name = house_of(nominative(span))
    kind = pair[0].kind if pair is not None else "other"
    text = span.text[extent.start - span.start_char : extent.end - span.start_char]
    return Entity(text=text, start=extent.start, end=extent.end, name=name, id=local_id(name), kind=kind)


def _abbreviated(pair: Named, extent: Extent, layers: Layers) -> Entity | None:
    """The body by the name in parentheses behind its noun: "die Gewerkschaft Verkehr und Dienste (GVD)"."""
    mention, entity = pair
    doc = layers.doc
    if doc is None or entity is None or mention.form != "noun" or entity.kind != "organization" or not is_local(entity):
        return None
    for other, named in layers.mentions_in(extent):
        first = doc[other.head]
        bracketed = first.i > 0 and doc[first.i - 1].text == "(" and first.i + 1 < len(doc) and doc[first.i + 1].text == ")"
        if bracketed and other.form == "name" and named is not None and named.kind == "organization":
            return named
    return None


def _says_less(pair: Named, extent: Extent, layers: Layers) -> bool:
    """True where an unknown body's mention leaves out a name behind it ("der Kartendienst flugblick24")."""
    mention, entity = pair
    doc = layers.doc
    if doc is None or entity is None or not is_local(entity) or mention.form not in ("noun", "role"):
        return False
    rest = doc.char_span(mention.end, extent.end, alignment_mode="contract")
    return rest is not None and len(rest) <= 2 and any(token.tag_ in ("NE", "FM", "XY") for token in rest)


def house_of(name: str) -> str:
    """The body in a compound of its statements: "Polizeiangaben" → "Polizei", "Regierungsangaben" → "Regierung"."""
    found = STATEMENTS.fullmatch(name)
    if found is None:
        return name
    house = found["house"]
    return house[:-1] if house.endswith(("ungs", "ums", "ts", "äts", "ions")) else house


def _best_mention(extent: Extent, token: int | None, layers: Layers) -> tuple[Mention, Entity | None] | None:
    """A named person, else a name right behind the noun of a body, else the widest mention that holds the speaker's token;
    it may go on behind the extent, where the speaker was cut short at a comma or conjunction."""
    inside = layers.mentions_in(extent)
    named = [pair for pair in inside if pair[0].form == "name" and pair[0].kind == "person"]
    heads = [pair for pair in inside if pair[0].head == token]
    found = named or _apposed(heads, inside) or _holding(extent, token, layers)
    found.sort(key=lambda pair: (pair[1] is None, pair[0].start - pair[0].end))
    return found[0] if found else None


def _holding(extent: Extent, token: int | None, layers: Layers) -> list[tuple[Mention, Entity | None]]:
    if token is None or layers.doc is None:
        return layers.mentions_in(extent)
    place = layers.doc[token].idx
    near = layers.mentions_in(Extent(extent.start, extent.end + FRAME_REACH))
    return [pair for pair in near if pair[0].start <= place < pair[0].end and layers.doc[pair[0].head].idx < extent.end]


def _apposed(
    heads: list[tuple[Mention, Entity | None]], inside: list[tuple[Mention, Entity | None]]
) -> list[tuple[Mention, Entity | None]]:
    """The name of a body right behind its noun: "die Hilfsorganisation Ärzte ohne Grenzen"."""
    nouns = [mention for mention, _ in heads if mention.form in ("noun", "role")]
    names = (pair for pair in inside if pair[0].form == "name" and pair[0].kind != "place")
    return [pair for pair in names if any(pair[0].start == noun.end + 1 for noun in nouns)]


def source_kind(span: AttributionSpan, speaker: Entity | None, layers: Layers) -> SourceKind:
    """The kind of a source: that of its mention when it speaks, else that of its entity; anonymous where nobody is named."""
    span = first_attribution(span, layers)
    if speaker is None or span.speaker is None:
        return "anonymous"
    pair = _best_mention(span.referent or span.speaker, span.referent_token or span.speaker_token, layers)
    if pair is not None and pair[0].source_kind is not None:
        return pair[0].source_kind
    return SPEAKING[speaker.kind]


def find_organization(span: AttributionSpan, layers: Layers) -> Entity | None:
    """The body that the speaker speaks for: what a mention of the speaker names, else that of the office, here or elsewhere."""
    origin = first_attribution(span, layers)
    words = origin.referent or origin.speaker
    if words is None:
        return None
    found = organization_in(words, layers)
    if found is None and layers.bodies and (speaker := find_speaker(origin, layers)) is not None:
        found = layers.bodies.get(speaker.id)
    return found


def with_bodies(layers: Layers) -> Layers:
    """The layers with the body of every person whom the article somewhere introduces by an office or a body."""
    known: dict[str, Entity] = {}
    people = [Extent(m.start, m.end) for m in layers.mentions if m.kind == "person"]
    for extent in (*people, *(span.speaker for span in layers.attributions if span.speaker is not None)):
        person = entity_of(extent, None, layers)
        if person is None or person.kind != "person" or person.id in known:
            continue
        body = organization_in(extent, layers)
        if body is not None and body.kind == "organization" and not is_party(body.name):
            known[person.id] = body
    return replace(layers, bodies=known)


def organization_in(extent: Extent, layers: Layers) -> Entity | None:
    """The body that the words of a speaker name ("Sprecher der Polizei"), else the one of the office in them."""
    for mention, _ in layers.mentions_in(extent):
        if mention.organization is not None:
            office = find_office_body(extent, layers) if is_in_word(mention.organization, layers) else None
            if office is not None:
                return office
            found = _named_exactly(mention.organization, layers) or entity_of(mention.organization, None, layers)
            return found and _named_body(found, mention.organization_name, layers)
    return find_office_body(extent, layers)


def _named_exactly(extent: Extent, layers: Layers) -> Entity | None:
    inside = layers.mentions_in(extent)
    exact = (entity for mention, entity in inside if (mention.start, mention.end) == (extent.start, extent.end))
    return next((entity for entity in exact if entity is not None), None)


def _named_body(found: Entity, name: str | None, layers: Layers) -> Entity:
    """The body by the name that the role gives it: "HUR" in "HUR-Chef", with the id of a mention of that name."""
    if name is None or not found.id.startswith("local:"):
        return found
    known = next((entity for entity in layers.entities if entity is not None and name in (entity.name, entity.text)), None)
    kind = known.kind if known is not None else "organization"
    update = {"name": known.name if known else name, "id": known.id if known else local_id(name), "kind": kind}
    return found.model_copy(update=update)


def find_said(span: AttributionSpan, layers: Layers, text: str) -> Date | None:
    """The date in the frame, outside the content: when it was said."""
    frame = [part for part in (span.said, span.cue) if part is not None]
    dates = [date for part in frame for date in layers.dates_in(Extent(part.start - FRAME_REACH, part.end + FRAME_REACH))]
    found = [date for date in dates if is_said(date, span, layers)]
    return build_date(found[0], text) if found else None


def said_dates(layers: Layers, extent: Extent) -> list[DateSpan]:
    """The dates of a sentence that stand in a frame and outside its content."""
    inside = layers.dates_in(extent)
    spans = layers.attributions_at(extent)
    return [date for date in inside if any(is_said(date, span, layers) for span in spans)]


def is_said(date: DateSpan, span: AttributionSpan, layers: Layers) -> bool:
    """True where a date belongs to the frame: in its extent, or in the clause of its verb and not ahead of the saying.

    A date that hangs on the verb is said even between verb and content ("meldete am Montag 300 Fälle").
    """
    inside = any(piece.overlaps(date) for piece in span.pieces or (Extent(span.start, span.end),))
    if span.said is not None and span.said.overlaps(date) and not inside:
        return True
    frame = layers.predicate_at(span.cue.start) if span.cue is not None else None
    if frame is None or layers.doc is None or frame.modality in ("possible", "planned") or date.type == "DURATION":
        return False
    words = layers.doc.char_span(date.start, date.end, alignment_mode="expand")
    if words is None or words[0].i not in frame.tokens or _is_topic(words[0]):
        return False
    return not inside or (words.root.head.i == frame.token and frame.start < date.start)


def _is_topic(token: Token) -> bool:
    """ "meldete für Juli 100 Gäste": the month is part of what is said."""
    return token.i > 0 and any(word.text.casefold() == "für" for word in token.doc[max(0, token.i - 2) : token.i])


def _cited(span: AttributionSpan, layers: Layers, text: str) -> Source | None:
    if span.cites is None:
        return None
    words = span.cites
    entity = entity_of(words, None, layers)
    kind = SPEAKING[entity.kind] if entity is not None else "anonymous"
    name = text[words.start : words.end]
    return Source(text=name, start=words.start, end=words.end, entity=entity, kind=kind, mode="attributed")
