"""A claim and its denial in other words: contraries, synonyms, rejected reports; and what is no denial."""

from __future__ import annotations

import pytest

from adapters.checking import make_article, make_claim, make_source
from claimcheck.checking import check_claims
from claimcheck.checking.facts import make_facts
from claimcheck.checking.statements import find_sense, is_changing, is_rejected, load_predicates, make_statement
from claimcheck.models import Claim

DENIALS = [
    (
        "Die Alarmanlage im Keller war abgeschaltet.",
        "abschalten",
        "Die Alarmanlage im Keller sei eingeschaltet gewesen.",
        "einschalten",
    ),
    ("Die Sirenen in der Stadt blieben stumm.", "bleiben", "Die Sirenen seien ausgelöst worden.", "auslösen"),
    ("Das Hallenbad wird geschlossen.", "schließen", "Das Hallenbad bleibt erhalten.", "bleiben"),
    ("Der Verein hat Lösegeld gezahlt.", "zahlen", "Es wurde kein Lösegeld überwiesen.", "überweisen"),
    ("Der Rat hat den Bauplan gebilligt.", "billigen", "Der Rat hat den Bauplan abgelehnt.", "ablehnen"),
]
NO_DENIALS = [
    ("Die Alarmanlage im Keller war abgeschaltet.", "abschalten", "Die Alarmanlage wurde wieder eingeschaltet.", "einschalten"),
    ("Die Tafel wurde nicht aufgehängt.", "aufhängen", "Er versichert, dass die Tafel aufgehängt wird.", "aufhängen"),
    ("Der Sprecher gab eine Stellungnahme ab.", "geben", "Eine Stellungnahme gab es zunächst nicht.", "geben"),
    ("Der Rat hat den Bauplan gebilligt.", "billigen", "Der Rat hat den Haushalt abgelehnt.", "ablehnen"),
    ("Der Notstand wurde verhängt.", "verhängen", "Er hatte den Notstand verhängt und war nicht mehr gekommen.", "verhängen"),
]


@pytest.mark.parametrize(("statement", "lemma", "denial", "other"), DENIALS)
def test_contraries_and_synonyms_deny(statement: str, lemma: str, denial: str, other: str) -> None:
    assert _verdicts(_claim(0, statement, lemma), _claim(1, denial, other)) == ["conflict"]


@pytest.mark.parametrize(("statement", "lemma", "denial", "other"), NO_DENIALS)
def test_other_times_and_things_are_no_denial(statement: str, lemma: str, denial: str, other: str) -> None:
    assert _verdicts(_claim(0, statement, lemma), _claim(1, denial, other)) == []


def test_what_a_rejected_report_says_is_denied() -> None:
    text = "Die Kasse wies einen Bericht zurück, wonach Lösegeld geflossen ist."
    (fact,) = make_facts([_claim(0, text, "fließen")])
    assert is_rejected(fact)
    assert make_statement(fact, frozenset()).is_denial


def test_a_pronoun_points_back() -> None:
    (fact,) = make_facts([_claim(0, "Sie seien ausgelöst worden.", "auslösen")])
    assert "siren" in make_statement(fact, frozenset(), "Es geht um die Sirenen.").before
    assert not make_statement(fact, frozenset()).before


def test_a_moment_is_no_lasting_state() -> None:
    (fact,) = make_facts([_claim(0, "Die Anlage war zunächst nicht eingeschaltet.", "einschalten")])
    assert is_changing(fact)


@pytest.mark.parametrize("row", load_predicates().values(), ids=lambda row: row.form)
def test_predicates(row) -> None:  # type: ignore[no-untyped-def]
    clause = row.example if " " in row.form else ""
    assert find_sense("sein" if clause else row.form, clause) == (row.sense, row.turned, True)


def _verdicts(*claims: Claim) -> list[str]:
    found = check_claims([make_article(index) for index in range(len(claims))], claims)
    return [finding.verdict for finding in found if finding.aspect == "polarity"]


def _claim(index: int, text: str, lemma: str) -> Claim:
    made = make_claim(make_article(index), text, source=make_source(f"Stelle {index}"))
    words = [word for word in text.rstrip(".").split(" ") if word[0].islower()]
    verb = next((word for word in words if word[:4] == lemma[:4] or word[2:6] == lemma[:4]), words[-1])
    at = text.rindex(verb)
    return made.model_copy(
        update={"predicate": made.predicate.model_copy(update={"lemma": lemma, "text": verb, "start": at, "end": at + len(verb)})}
    )
