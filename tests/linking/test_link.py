"""What holds for the mentions and entities of any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.actors import language
from claimcheck.extraction.actors import find_mentions
from claimcheck.linking import link_mentions

pytestmark = pytest.mark.model
TEXT = """der die Sprecher Polizei Gisela Brandt , sagte Moskau er nordkoreanische Soldaten . „ “ US-Soldaten in des Präsidenten
HUR-Chef ( ) 40-Jährige und Süden Kremls 1.500 IAEA eigene"""
WORDS = st.sampled_from([*TEXT.split(), "\n\n"])


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=30).map(" ".join)))
def test_any_text(text: str) -> None:
    doc = language()(text)
    mentions = find_mentions(doc)
    entities = link_mentions(doc, mentions)
    assert len(entities) == len(mentions)
    assert mentions == sorted(mentions, key=lambda mention: (mention.start, -mention.end))
    assert len({(mention.start, mention.end) for mention in mentions}) == len(mentions)
    for mention, entity in zip(mentions, entities, strict=True):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.name
        if entity is not None:
            assert entity.text == text[mention.start : mention.end]
            assert entity.name
            assert entity.id.startswith(("wikidata:Q", "local:"))


def test_same_names_have_the_same_ids_in_other_articles() -> None:
    first = _ids("Südkoreas Geheimdienst warnte am Montag vor Hackern.")
    second = _ids("Am Montag warnte der Geheimdienst in Seoul vor Hackern.")
    assert "local:südkoreanischer-geheimdienst" in first & second


def test_a_spokesman_gets_the_house_of_the_sentence_before() -> None:
    doc = language()("Nach Angaben der Polizei starben zwei Menschen. Die Lage sei ruhig, sagte ein Sprecher.")
    spokesman = next(mention for mention in find_mentions(doc) if mention.name == "Sprecher")
    assert spokesman.organization_name == "Polizei"
    assert spokesman.source_kind == "government"


def _ids(text: str) -> set[str]:
    doc = language()(text)
    return {entity.id for entity in link_mentions(doc, find_mentions(doc)) if entity is not None}
