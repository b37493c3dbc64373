"""The table of word forms and the rules around it."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.language import words
from claimcheck.language.lemmas import lemma_of
from claimcheck.language.verbs import infinitive_of, prefixes, strong_forms

UPOS = ["NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "DET", "PRON", "ADP", "NUM", "X", ""]


def test_the_table_is_sorted_and_has_two_cells() -> None:
    text = (files("claimcheck.language") / "word_forms.tsv").read_text(encoding="utf-8")
    rows = [line for line in text.split("\n") if line and line[0] != "#"][1:]
    assert rows == sorted(rows)
    assert all(row.count("\t") == 1 for row in rows)


def test_every_strong_verb_gives_its_own_forms() -> None:
    finite, participles, infinitives = strong_forms()
    assert len(infinitives) > 150
    assert all(infinitive_of(form) == infinitive for form, infinitive in finite.items() if form == infinitive[:0] + form)
    assert all(infinitive_of(form, "VVPP") == infinitive for form, infinitive in participles.items())


@pytest.mark.parametrize("prefix", ["mit", "zurück", "hinzu", "ab"])
def test_separable_prefixes(prefix: str) -> None:
    assert "separable" in prefixes()[prefix]
    assert infinitive_of(prefix + "geteilt", "VVPP") == prefix + "teilen"
    assert infinitive_of(prefix + "zuteilen", "VVIZU") == prefix + "teilen"
    assert infinitive_of(prefix + "genommen", "VVPP") == prefix + "nehmen"
    assert infinitive_of(prefix + "nahm") == prefix + "nehmen"


@pytest.mark.parametrize("noun", ["Stunden", "Spenden", "Spalten", "Legende", "Schranken", "König", "Tische"])
def test_ordinary_nouns_are_not_adjectival(noun: str) -> None:
    assert words.adjectival_stem(noun) is None


@given(st.text(min_size=1, max_size=30), st.sampled_from(UPOS), st.sampled_from(["", "VVPP", "VVFIN", "ADJA", "ADJD", "Gen"]))
def test_any_form_has_a_lemma(form: str, pos: str, hint: str) -> None:
    assert lemma_of(form, pos, hint)
