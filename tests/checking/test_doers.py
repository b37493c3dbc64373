"""Who did it and who said it: conflicts of two reports on one act, and acts that two may have done."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.checking import make_article, make_claim, make_entity, make_source
from claimcheck.checking import check_claims
from claimcheck.checking.doers import ActVerb, load_acts
from claimcheck.checking.words import find_words
from claimcheck.models import Claim, Finding, Predicate


def claim(index: int, text: str, lemma: str, **fields: Any) -> Claim:
    """A claim of one article whose predicate is its last word."""
    made = make_claim(make_article(index), text, **fields)
    at = text.rstrip(".").rfind(" ") + 1
    predicate = Predicate(lemma=lemma, text=text[at:-1], start=at, end=len(text) - 1, event=None)
    return made.model_copy(update={"predicate": predicate, **fields})


def findings(*claims: Claim) -> list[Finding]:
    articles = [make_article(index) for index in range(len(claims))]
    found = check_claims(articles, claims)
    assert check_claims(articles[::-1], claims[::-1]) == found
    return [finding for finding in found if finding.aspect in ("actor", "source")]


def acts(one: tuple[str, str], other: tuple[str, str], lemma: str, kind: str = "person") -> list[tuple[str, str]]:
    claims = [claim(index, text, lemma, actor=make_entity(name, kind)) for index, (name, text) in enumerate((one, other))]
    return [(finding.aspect, finding.verdict) for finding in findings(*claims)]


DISPUTED = [("actor", "conflict")]


@pytest.mark.parametrize(
    ("one", "other", "lemma"),
    [
        (
            ("Anna Lenk", "Den Brand in der Mühle hat Anna Lenk verursacht."),
            ("Eva Kern", "Eva Kern hat den Brand der Mühle verursacht."),
            "verursachen",
        ),
        (
            ("Anna Lenk", "Die Kirche von Altlingen hat Anna Lenk entworfen."),
            ("Rolf Horn", "Die Kirche in Altlingen hatte Rolf Horn entworfen."),
            "entwerfen",
        ),
        (
            ("Anna Lenk", "Als einzige Rätin hat Anna Lenk die Satzung der Stiftung gelesen."),
            ("Eva Kern", "Die Satzung der Stiftung hatte Eva Kern gelesen."),
            "lesen",
        ),
    ],
)
def test_one_act_of_two_doers(one: tuple[str, str], other: tuple[str, str], lemma: str) -> None:
    assert acts(one, other, lemma) == DISPUTED
    assert acts(other, one, lemma) == DISPUTED


@pytest.mark.parametrize(
    ("one", "other", "lemma"),
    [
        (  # both may have read it
            ("Anna Lenk", "Die Satzung der Stiftung hat Anna Lenk gelesen."),
            ("Eva Kern", "Die Satzung der Stiftung hatte Eva Kern gelesen."),
            "lesen",
        ),
        (  # two fires
            ("Anna Lenk", "Den Brand in der Mühle hat Anna Lenk verursacht."),
            ("Eva Kern", "Den Stau am Tunnel hat Eva Kern verursacht."),
            "verursachen",
        ),
        (  # one may be the other
            ("Anna Lenk", "Den Brand in der Mühle hat Anna Lenk verursacht."),
            ("Lenk", "Den Brand in der Mühle hat Lenk verursacht."),
            "verursachen",
        ),
        (
            ("Anna Lenk", "Den Brand in der Mühle hat Anna Lenk verursacht."),
            ("Anna Lenk", "Den Brand in der Mühle hat Anna Lenk verursacht."),
            "verursachen",
        ),
    ],
)
def test_no_dispute_about_the_doer(one: tuple[str, str], other: tuple[str, str], lemma: str) -> None:
    assert acts(one, other, lemma) == []


def test_the_call_for_the_counter_demonstration_has_one_caller_only_where_the_words_say_so() -> None:
    text = "Zur Gegendemonstration hat allein {} aufgerufen."
    names = ("Bündnis Hafen", "Verein Mühle")
    sole = [(name, text.format(name)) for name in names]
    plain = [(name, text.replace("allein ", "").format(name)) for name in names]
    assert acts(sole[0], sole[1], "aufrufen", "organization") == DISPUTED
    assert acts(plain[0], plain[1], "aufrufen", "organization") == []


@pytest.mark.parametrize(
    ("change", "value"),
    [("polarity", "negative"), ("modality", "possible"), ("modality", "conditional"), ("actor", None)],
)
def test_what_is_denied_or_only_possible_disputes_nothing(change: str, value: str | None) -> None:
    claims = [
        claim(index, f"Den Brand in der Mühle hat {name} verursacht.", "verursachen", actor=make_entity(name, "person"))
        for index, name in enumerate(("Anna Lenk", "Eva Kern"))
    ]
    assert [finding.verdict for finding in findings(*claims)] == ["conflict"]
    assert findings(claims[0], claims[1].model_copy(update={change: value})) == []


def test_one_article_disputes_nothing_with_itself() -> None:
    article = make_article(0)
    claims = [
        claim(0, f"Den Brand in der Mühle hat {name} verursacht.", "verursachen", actor=make_entity(name, "person"))
        for name in ("Anna Lenk", "Eva Kern")
    ]
    claims[1] = claims[1].model_copy(update={"id": "claim:other"})
    assert [finding for finding in check_claims([article], claims) if finding.aspect == "actor"] == []


def test_positions_name_the_doers_and_a_third_report_joins_the_dispute() -> None:
    claims = [
        claim(index, f"Den Brand in der Mühle hat {name} verursacht.", "verursachen", actor=make_entity(name, "person"))
        for index, name in enumerate(("Anna Lenk", "Eva Kern", "Anna Lenk"))
    ]
    (finding,) = findings(*claims)
    assert set(finding.claims) == {made.id for made in claims}
    assert sorted(len(position.claims) for position in finding.positions) == [1, 2]
    assert all(name in finding.explanation for name in ("Anna Lenk", "Eva Kern"))


def demand(index: int, name: str, text: str, **fields: Any) -> Claim:
    source = make_source(name).model_copy(update={"demand": True, **fields})
    return claim(index, text, "fordern", source=source)


SOLE = "Als einziger Verband fordert {} den Neubau der Brücke am Hafen."
PLAIN = "{} fordert den Neubau der Brücke am Hafen."


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (SOLE, PLAIN, [("source", "conflict")]),
        (SOLE, SOLE, [("source", "conflict")]),
        (PLAIN, PLAIN, []),  # both may demand it
        (SOLE, "{} fordert einen höheren Lohn für Taucher.", []),
    ],
)
def test_who_demands_it(one: str, other: str, wanted: list[tuple[str, str]]) -> None:
    claims = [
        demand(index, name, text.format(name)) for index, (name, text) in enumerate((("Metall", one), ("Ruderklub", other)))
    ]
    assert [(finding.aspect, finding.verdict) for finding in findings(*claims)] == wanted


def test_what_is_no_demand_has_no_disputed_speaker() -> None:
    claims = [demand(index, name, SOLE.format(name), demand=False) for index, name in enumerate(("Metall", "Ruderklub"))]
    assert findings(*claims) == []


QUOTED = "„Das Werk am Hafen bleibt den ganzen Winter offen“, sagte {}."


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (QUOTED, QUOTED, ["source"]),
        (QUOTED, "„Das Werk am Hafen bleibt den ganzen Winter zu“, sagte {}.", []),
        (QUOTED, "Das Werk am Hafen bleibt den ganzen Winter offen, sagte {}.", []),
        ("„Das Werk bleibt offen“, sagte {}.", "„Das Werk bleibt offen“, sagte {}.", []),
    ],
)
def test_the_same_words_of_two_people(one: str, other: str, wanted: list[str]) -> None:
    claims = []
    for index, (name, text) in enumerate((("Anna Lenk", one), ("Eva Kern", other))):
        source = make_source(name, "person").model_copy(update={"entity": make_entity(name, "person"), "mode": "direct"})
        claims.append(claim(index, text.format(name), "bleiben", source=source))
    assert [finding.aspect for finding in findings(*claims)] == wanted


@pytest.mark.parametrize("row", load_acts().values(), ids=lambda row: row.form)
def test_every_act_is_a_verb_of_its_example(row: ActVerb) -> None:
    assert row.form.islower()
    assert row.form.endswith("n")
    words = [word.text.lower() for word in find_words(row.example)]
    verb = row.form.removeprefix(words[-1])  # "sagte … ab"
    assert any(word.startswith(verb[:1]) for word in words)
