"""Statements and denials: one predicate, the same things, and what stands in for them."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.checking import make_article, make_claim, make_entity, make_source
from claimcheck.checking import check_claims
from claimcheck.checking.facts import make_facts
from claimcheck.checking.statements import find_opposite, load_antonyms, make_statement
from claimcheck.models import Claim, Finding

VERB_AT = {"tritt": "zurücktreten", "trete": "zurücktreten", "eingehalten": "einhalten", "verunreinigt": "verunreinigen"}
ADJECTIVES = ("defekt", "intakt", "sauber")


def test_an_opposite_denies() -> None:
    assert find_opposite("intakt sein") == ("defekt", True)
    assert find_opposite("unzulässig sein") == ("zulässig", True)
    assert find_opposite("unterwegs sein") == ("unterwegs", False)
    assert not set(load_antonyms().values()) & set(load_antonyms())


def test_what_follows_a_rejected_charge_is_the_own_statement() -> None:
    text = "Den Vorwurf wies sie zurück: Den Notdienst habe man eingehalten."
    (fact,) = make_facts([_claim(0, text, "GVD", modality="denied", polarity="negative")])
    assert not make_statement(fact, frozenset()).is_denial


def test_a_rejected_charge_is_denied() -> None:
    text = "Die Polizei wies den Vorwurf zurück, den Notdienst nicht eingehalten zu haben."
    (own,) = make_facts([_claim(0, text, "Polizei", polarity="negative")])
    (denial,) = make_facts([_claim(0, text.replace("nicht ", ""), "Polizei", polarity="positive")])
    assert not make_statement(own, frozenset()).is_denial
    assert make_statement(denial, frozenset()).is_denial


@pytest.mark.parametrize(
    ("statement", "denial"),
    [
        ("Der Salat der Firma Kunz war verunreinigt.", "Unser Salat war nicht verunreinigt."),
        ("Den Notdienst habe man eingehalten.", "Die Gewerkschaft habe den Notdienst nicht eingehalten."),
        ("Das Sicherheitsventil war defekt.", "Das Ventil war intakt."),
    ],
)
def test_a_statement_and_its_denial(statement: str, denial: str) -> None:
    (finding,) = _check(_claim(0, statement, "Kreis"), _claim(1, denial, "Verband"))
    assert (finding.verdict, finding.aspect) == ("conflict", "polarity")


def test_a_speaker_denies_what_is_said_of_him() -> None:
    report = _claim(0, "Landrätin Ute Kern (54) tritt zurück.", "Umfeld", actor=make_entity("Ute Kern", "person"))
    denial = _claim(1, "Ich trete nicht zurück.", "Landrätin")
    (finding,) = _check(report, denial)
    assert finding.aspect == "polarity"


@pytest.mark.parametrize(
    ("statement", "denial"),
    [
        ("Die Bremse war defekt.", "Das Ventil war nicht defekt."),
        ("Die Frist habe man eingehalten.", "Die Gewerkschaft habe den Notdienst nicht eingehalten."),
        ("Den Notdienst habe man eingehalten.", "Der Notdienst wird noch nicht eingehalten."),
        ("Der Salat war verunreinigt.", "Das Wasser war sauber."),
    ],
)
def test_other_things_are_no_denial(statement: str, denial: str) -> None:
    assert _check(_claim(0, statement, "Kreis"), _claim(1, denial, "Verband")) == []


def _check(*claims: Claim) -> list[Finding]:
    return check_claims([make_article(index) for index in range(len(claims))], claims)


def _claim(index: int, text: str, speaker: str, **fields: Any) -> Claim:
    verb, lemma = next(((word, lemma) for word, lemma in VERB_AT.items() if word in text), ("", ""))
    if not verb:
        verb = next(word for word in ADJECTIVES if word in text)
        lemma = f"{verb} sein"
    actor = fields.pop("actor", make_entity("Gewerkschaft") if "Gewerkschaft" in text else None)
    made = make_claim(make_article(index), text, source=make_source(speaker), actor=actor)
    at = text.index(verb)
    predicate = made.predicate.model_copy(update={"lemma": lemma, "text": verb, "start": at, "end": at + len(verb)})
    return made.model_copy(update={"predicate": predicate, **fields})
