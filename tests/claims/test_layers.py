"""Look-ups of layers, speakers that run over a figure, ids: all with hand-made spans and no model."""

from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from claimcheck.claims.identity import claim_id
from claimcheck.claims.layers import Layers
from claimcheck.claims.speakers import mend_attributions
from claimcheck.extraction.records import AttributionSpan, DateSpan, Extent, Mention, NumberSpan
from claimcheck.linking.ids import local_id
from claimcheck.models import Entity

NLP = spacy.blank("de")


def number(start: int, end: int, item_token: int | None = None) -> NumberSpan:
    return NumberSpan(start, end, 87, 87, 87, "exact", "count", "figure", item_token=item_token)


def layers(**found: object) -> Layers:
    empty = dict.fromkeys(("numbers", "dates", "mentions", "entities", "attributions", "predicates"), ())
    return Layers(**{**empty, **found})  # type: ignore[arg-type]


def tagged(text: str, tags: list[str]) -> Doc:
    words = text.split()
    return Doc(NLP.vocab, words=words, pos=tags)


def test_a_speaker_ends_before_a_figure() -> None:
    text = "nach Angaben der Bahn 87 Fahrgäste"
    doc = tagged(text, ["ADP", "NOUN", "DET", "NOUN", "NUM", "NOUN"])
    span = AttributionSpan(0, 0, "attributed", "nach Angaben", speaker=Extent(13, 34), speaker_token=5, pieces=(Extent(0, 0),))
    (cut,) = mend_attributions([span], [number(22, 24, item_token=5)], doc)
    assert cut.speaker is not None
    assert text[cut.speaker.start : cut.speaker.end] == "der Bahn"
    assert cut.pieces[-1] == Extent(22, 34)


def test_a_speaker_that_begins_with_a_figure_stays() -> None:
    doc = tagged("Zwei Zeugen sagten", ["NUM", "NOUN", "VERB"])
    span = AttributionSpan(0, 0, "indirect", "reporting verb", speaker=Extent(0, 11), speaker_token=1)
    assert mend_attributions([span], [number(0, 4, item_token=1)], doc) == (span,)


def test_mentions_by_head_prefer_an_entity_and_the_longest() -> None:
    short, long = (Mention(0, end, 1, "person", "Berg", "name", "name") for end in (4, 9))
    entity = Entity(text="Berg", start=0, end=4, name="Anna Berg", id="local:anna-berg", kind="person")
    found = layers(mentions=(short, long), entities=(entity, None)).mention_at(1)
    assert found == (short, entity)
    assert layers(mentions=(short, long), entities=(None, None)).mention_at(1) == (long, None)
    assert layers().mention_at(1) is None


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 900)), max_size=20), st.integers(0, 5000), st.integers(0, 900))
def test_attributions_at_misses_none(spans: list[tuple[int, int]], start: int, length: int) -> None:
    attributions = tuple(AttributionSpan(at, at + size, "indirect", "rule") for at, size in sorted(spans))
    extent = Extent(start, start + length)
    found = layers(attributions=attributions).attributions_at(extent)
    assert [span for span in attributions if span.overlaps(extent) and span not in found] == []


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 30)), max_size=20), st.integers(0, 300), st.integers(0, 90))
def test_dates_in_finds_what_lies_within(spans: list[tuple[int, int]], start: int, length: int) -> None:
    dates = tuple(DateSpan(at, at + size, "2024", "DATE", "rule") for at, size in sorted(spans))
    extent = Extent(start, start + length)
    assert layers(dates=dates).dates_in(extent) == [date for date in dates if extent.contains(date)]


def test_ids_tell_positions_apart() -> None:
    ids = {claim_id("sha256:0", 0, 4, None, None), claim_id("sha256:0", 0, 4, 9, None), claim_id("sha256:1", 0, 4, None, None)}
    assert len(ids) == 3
    assert all(len(found) == len("claim:") + 16 for found in ids)
    assert local_id("Polizei Köln") == "local:polizei-köln"
