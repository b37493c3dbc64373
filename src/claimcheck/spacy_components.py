"""claimcheck's finders as spaCy components: ``nlp.add_pipe("claimcheck_numbers")`` and its sisters.

Each writes spans to ``doc.spans["claimcheck.<layer>"]`` and the full records, as plain dictionaries (they survive
``doc.to_bytes``), to ``doc._.claimcheck["<layer>"]``. spaCy imports this module whenever any pipeline is made, so it
imports nothing of claimcheck at the top and loads no lexicon and no model.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

Component = Callable[[Doc], Doc]


@Language.factory("claimcheck_sentences", assigns=["token.is_sent_start"], default_config={"max_tokens": 200})
def make_sentences(nlp: Language, name: str, max_tokens: int) -> Component:
    """Sets every sentence border by rule; the parser behind it obeys. ``max_tokens``: longest sentence, then it is cut."""
    from claimcheck.language.sentences import SentenceMarker

    return SentenceMarker(max_tokens=max_tokens)


@Language.factory("claimcheck_lemmatizer", assigns=["token.lemma"], requires=["token.pos"])
def make_lemmatizer(nlp: Language, name: str) -> Component:
    """Sets ``token.lemma_`` from lexicons and the part of speech."""
    from claimcheck.language.lemmas import LexiconLemmatizer

    return LexiconLemmatizer()


@Language.factory("claimcheck_dates", default_config={"reference": None})
def make_dates(nlp: Language, name: str, reference: str | None) -> Component:
    """Finds temporal expressions; ``reference`` is the ISO day of publication or None."""
    from claimcheck.extraction.dates import find_dates

    return _component("dates", lambda doc: find_dates(doc, reference))


@Language.factory("claimcheck_numbers")
def make_numbers(nlp: Language, name: str) -> Component:
    """Finds quantities; with ``claimcheck_dates`` before it no number overlaps a date."""
    from claimcheck.extraction.numbers import find_numbers
    from claimcheck.extraction.records import DateSpan

    return _component("numbers", lambda doc: find_numbers(doc, _records(doc, "dates", DateSpan)))


@Language.factory("claimcheck_mentions")
def make_mentions(nlp: Language, name: str) -> Component:
    """Finds the words that name persons, bodies, places, groups."""
    from claimcheck.extraction.actors import find_mentions

    return _component("mentions", find_mentions)


@Language.factory("claimcheck_attributions")
def make_attributions(nlp: Language, name: str) -> Component:
    """Finds reported content and who says it; better with ``claimcheck_mentions`` before it."""
    from claimcheck.extraction.records import Mention
    from claimcheck.extraction.sources import find_attributions

    return _component("attributions", lambda doc: find_attributions(doc, _records(doc, "mentions", Mention)))


@Language.factory("claimcheck_predicates")
def make_predicates(nlp: Language, name: str) -> Component:
    """Finds predications with polarity and modality."""
    from claimcheck.extraction.events import find_predicates

    return _component("predicates", find_predicates)


def _component(layer: str, find: Callable[[Doc], Sequence[Any]]) -> Component:
    if not Doc.has_extension("claimcheck"):
        Doc.set_extension("claimcheck", default={})

    def add_layer(doc: Doc) -> Doc:
        records = find(doc)
        spans = (doc.char_span(record.start, record.end, label=_label(record), alignment_mode="expand") for record in records)
        key = f"claimcheck.{layer}"
        doc.spans[key] = SpanGroup(doc, name=key, spans=[span for span in spans if span is not None])
        doc._.claimcheck[layer] = [dataclasses.asdict(record) for record in records]
        return doc

    return add_layer


def _label(record: Any) -> str:
    """The kind of a number or mention, the type of a date, the mode of an attribution, the class of a predicate's event."""
    values = (getattr(record, name, None) for name in ("kind", "type", "mode", "event"))
    return next((value for value in values if value), "")


def _records(doc: Doc, layer: str, record_type: type[Any]) -> list[Any]:
    return [record_type(**{key: _value(value) for key, value in row.items()}) for row in doc._.claimcheck.get(layer, ())]


def _value(value: Any) -> Any:
    from claimcheck.extraction.records import Extent

    return Extent(**value) if isinstance(value, dict) and value.keys() == {"start", "end"} else value
