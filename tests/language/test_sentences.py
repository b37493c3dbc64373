"""Sentence borders: properties, odd texts, and the split of a final full stop."""

from __future__ import annotations

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claimcheck.language.model import blank_language
from claimcheck.language.sentences import SentenceMarker, sentence_starts

NLP = blank_language()


@given(st.text(alphabet='aB1 .!?\n„“"()-…:,', max_size=120))
def test_starts_are_sorted_and_at_words(text: str) -> None:
    starts = sentence_starts(text)
    assert starts == sorted(set(starts))
    assert all(0 <= start < len(text) and not text[start].isspace() for start in starts)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80))
def test_the_text_is_kept(text: str) -> None:
    doc = NLP(text)
    assert doc.text == text
    assert all(doc.text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_a_footnote_belongs_to_its_sentence() -> None:
    assert [sent.text for sent in NLP("Das steht im Bericht.[1] Die Stadt baut.").sents] == [
        "Das steht im Bericht.[1]",
        "Die Stadt baut.",
    ]


def test_a_long_run_without_full_stop_is_cut() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("claimcheck_sentences", config={"max_tokens": 20})
    lengths = [len(sent) for sent in nlp("er geht nach hause, und " * 40).sents]
    assert max(lengths) <= 20
    assert sum(lengths) == 240


def test_the_cut_comes_behind_a_comma() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("claimcheck_sentences", config={"max_tokens": 10})
    assert next(nlp("eins zwei drei vier fünf sechs sieben, acht neun zehn elf").sents)[-1].text == ","


def test_odd_texts_do_no_harm() -> None:
    for text in (
        "",
        " ",
        "\n\n",
        "." * 5000,
        "„" * 5000,
        "a" * 5000,
        "😀" * 300,
        "\x00\x01",
        "?!" * 500,
        "1. " * 500,
        "z. B. " * 500,
    ):
        assert "".join(token.text_with_ws for token in NLP(text)) == text


def test_user_data_and_context_survive_the_split_of_tokens() -> None:
    docs = list(NLP.pipe([("Das war 2024. Ja.", {"id": 1})], as_tuples=True))
    assert docs[0][1] == {"id": 1}
    assert [token.text for token in docs[0][0]] == ["Das", "war", "2024", ".", "Ja", "."]


def test_the_marker_can_stand_in_another_pipeline() -> None:
    nlp: Language = spacy.blank("de")
    doc = SentenceMarker()(nlp.make_doc("Er kam z. B. Montag. Sie ging."))
    assert [sent.text for sent in doc.sents] == ["Er kam z. B. Montag.", "Sie ging."]
