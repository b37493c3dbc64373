"""Infinitives, nominatives, mood and tense on parses written by hand."""

from __future__ import annotations

import pytest

from claimcheck.language.inflection import is_past, is_subjunctive, nominative, noun_lemma, verb_lemma
from language.parses import parsed

IND = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def test_a_separated_prefix_belongs_to_the_infinitive() -> None:
    doc = parsed(
        "Er PRON PPER _ 2 nsubj", f"teilt VERB VVFIN {IND} 0 root", "das PRON PDS _ 2 obj", "mit ADP PTKVZ _ 2 compound:prt"
    )
    assert verb_lemma(doc[1]) == "mitteilen"
    assert verb_lemma(doc[3]) == "mitteilen"


def test_a_prefix_that_the_parse_lost_is_found_at_the_end_of_the_clause() -> None:
    doc = parsed("Er PRON PPER _ 2 nsubj", f"teilt VERB VVFIN {IND} 0 root", "das PRON PDS _ 2 obj", "mit ADP PTKVZ _ 3 advmod")
    assert verb_lemma(doc[1]) == "mitteilen"


@pytest.mark.parametrize("form", ["sei", "habe", "könne", "hätte", "wäre", "bekäme", "ginge", "entstünde", "seien", "müssten"])
def test_subjunctive_forms(form: str) -> None:
    doc = parsed("Er PRON PPER _ 2 nsubj", f"{form} VERB VVFIN {IND} 0 root")
    assert is_subjunctive(doc[1])


@pytest.mark.parametrize("form", ["ist", "hat", "wird", "sollte", "wollte", "gingen", "sagte", "teilten", "kommt", "musste"])
def test_forms_that_are_also_indicative_do_not_count(form: str) -> None:
    doc = parsed("Er PRON PPER _ 2 nsubj", f"{form} VERB VVFIN Mood=Sub|Number=Sing|Person=3|Tense=Pres 0 root")
    assert not is_subjunctive(doc[1])


def test_a_weak_verb_in_e_is_subjunctive_but_not_with_ich() -> None:
    assert is_subjunctive(parsed("Er PRON PPER _ 2 nsubj", f"steige VERB VVFIN {IND} 0 root")[1])
    assert not is_subjunctive(parsed("Ich PRON PPER _ 2 nsubj", f"steige VERB VVFIN {IND} 0 root")[1])


PAST = "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin"


def test_preterite_and_perfect_are_past() -> None:
    assert is_past(parsed("Er PRON PPER _ 2 nsubj", f"kam VERB VVFIN {PAST} 0 root")[1])
    perfect = parsed("Er PRON PPER _ 3 nsubj", f"ist AUX VAFIN {IND} 3 aux", "gestiegen VERB VVPP VerbForm=Part 0 root")
    assert is_past(perfect[1])
    assert is_past(perfect[2])


def test_present_and_state_passive_are_not_past() -> None:
    assert not is_past(parsed("Er PRON PPER _ 2 nsubj", f"kommt VERB VVFIN {IND} 0 root")[1])
    state = parsed("Es PRON PPER _ 3 nsubj", f"ist AUX VAFIN {IND} 3 aux:pass", "geschlossen VERB VVPP VerbForm=Part 0 root")
    assert not is_past(state[2])


GEN = "Case=Gen|Gender=Masc|Number=Sing"
DAT_PLURAL = "Case=Dat|Gender=Fem|Number=Plur"


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ((f"des DET ART {GEN} 3 det", f"südkoreanischen ADJ ADJA {GEN} 3 amod",
          f"Geheimdienstes NOUN NN {GEN} 0 root"),
         "Südkoreanischer Geheimdienst"),
        ((f"den DET ART {DAT_PLURAL} 3 det", f"ukrainischen ADJ ADJA {DAT_PLURAL} 3 amod",
          f"Streitkräften NOUN NN {DAT_PLURAL} 0 root"),
         "Ukrainische Streitkräfte"),
        ((f"Putins PROPN NE {GEN} 0 root",), "Putin"),
        (("der DET ART Case=Dat|Gender=Fem|Number=Sing 3 det", "neuen ADJ ADJA Case=Dat|Gender=Fem|Number=Sing 3 amod",
          "Regierung NOUN NN Case=Dat|Gender=Fem|Number=Sing 0 root"), "Neue Regierung"),
        (("der DET ART Case=Dat|Gender=Fem|Number=Sing 2 det", "Vorsitzenden NOUN NN Case=Dat|Gender=Fem|Number=Sing 0 root"),
         "Vorsitzende"),
        (("drei NUM CARD _ 2 nummod", "Verletzten NOUN NN Case=Dat|Number=Plur 0 root"), "Drei Verletzte"),
        (("der DET ART _ 3 det", "Berliner ADJ ADJA _ 3 amod", "Polizei NOUN NN Case=Gen|Gender=Fem|Number=Sing 0 root"),
         "Berliner Polizei"),
        (("Sprecher NOUN NN Case=Nom|Gender=Masc|Number=Sing 0 root", "der DET ART _ 3 det", "Polizei NOUN NN Case=Gen 1 nmod"),
         "Sprecher der Polizei"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_nominative(rows: tuple[str, ...], wanted: str) -> None:
    assert nominative(parsed(*rows)[:]) == wanted


def test_a_nominalized_adjective_that_is_tagged_as_one_is_a_noun() -> None:
    assert noun_lemma(parsed("Verletzte ADJ ADJA _ 0 root")[0]) == "Verletzter"
