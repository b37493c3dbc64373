"""Loading: errors name what is missing; parts; other pipelines."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from claimcheck.errors import ModelMissing
from claimcheck.language import model


def test_an_unknown_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="gibt-es-nicht"):
        model.load_language("gibt-es-nicht")
    with pytest.raises(ModelMissing, match="cannot be loaded"):
        model.load_language(str(tmp_path))


def test_an_unknown_part_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="entities"):
        model.load_language(str(tmp_path), parts=["names"])


def test_a_pipeline_with_other_labels_is_refused(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    parser = nlp.add_pipe("parser")
    parser.add_label("sb")  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(tmp_path)
    with pytest.raises(ModelMissing, match="Universal Dependencies"):
        model.load_language(str(tmp_path))


def test_any_folder_gets_borders_first_and_lemmas(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path)
    loaded = model.load_language(str(tmp_path))
    assert loaded.pipe_names == ["claimcheck_sentences", "claimcheck_lemmatizer"]
    assert [sent.text for sent in loaded("Er kam z. B. Montag. Sie ging.").sents] == ["Er kam z. B. Montag.", "Sie ging."]


def test_a_saved_pipeline_keeps_its_tokenizer_rules(tmp_path: Path) -> None:
    model.blank_language().to_disk(tmp_path)
    assert [token.text for token in spacy.load(tmp_path)("Die Kund:innen kamen.")] == ["Die", "Kund:innen", "kamen", "."]


def test_batches_give_the_docs_in_order() -> None:
    texts = [f"Das war {year}. Gut." for year in range(1900, 2030)]
    found = [doc.text for doc in model.annotate_texts(model.blank_language(), texts)]
    assert found == texts


@pytest.mark.model
def test_the_parser_obeys_the_borders() -> None:
    doc = model.load_language()("er kam und sie ging Die Stadt baut. Das war\ngut. Er lachte z. B. Montag")
    assert [sent.text for sent in doc.sents] == ["er kam und sie ging Die Stadt baut.", "Das war\ngut.", "Er lachte z. B. Montag"]


@pytest.mark.model
def test_only_needed_parts_are_loaded() -> None:
    nlp = model.load_language(parts=["lemmas"])
    assert nlp.pipe_names == ["claimcheck_sentences", "tok2vec", "tagger", "morphologizer", "claimcheck_lemmatizer"]
    assert [token.lemma_ for token in nlp("Die Häuser brannten.")] == ["der", "Haus", "brennen", "."]
