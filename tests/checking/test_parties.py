"""Two who did it, two who said it: equal, different, or unknown where one may stand for the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.checking.compare.actor import compare_parties
from claimcheck.checking.compare.source import are_same_words, compare_speakers
from claimcheck.checking.facts import Party, Voice


def party(name: str, kind: str = "person", key: str | None = None) -> Party:
    return Party(key or f"local:{name.lower()}", name, kind)


LENK, KERN = party("Anna Lenk"), party("Eva Kern")
UNION, BANK = party("Gewerkschaft Metall", "organization"), party("Hafenbank", "organization")
LAND = party("Südland", "country")
NAMES = (LENK, KERN, party("Lenk"), UNION, BANK, party("Bank", "organization"), LAND, party("Anwohner", "group"))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (LENK, LENK, "equal"),
        (LENK, party("Frau Lenk", key=LENK.id), "equal"),
        (LENK, KERN, "different"),
        (UNION, BANK, "different"),
        (LAND, party("Nordland", "country"), "different"),
        (LENK, party("Lenk"), "unknown"),
        (LENK, party("ANNA L."), "unknown"),
        (UNION, party("Gewerkschaft Bau", "organization"), "unknown"),
        (LENK, UNION, "unknown"),
        (LENK, LAND, "unknown"),
        (party("Anwohner", "group"), party("Schüler", "group"), "unknown"),
        (party("Altlingen", "place"), party("Dornhusen", "place"), "unknown"),
        (party("Kreuzbrand", "event"), LENK, "unknown"),
    ],
)
def test_parties(a: Party, b: Party, verdict: str) -> None:
    assert compare_parties(a, b, {}).verdict == verdict
    assert compare_parties(b, a, {}).verdict == verdict


def test_who_speaks_for_one_body_may_be_one() -> None:
    bodies = {LENK.id: UNION, KERN.id: UNION}
    assert compare_parties(LENK, KERN, bodies).verdict == "unknown"
    assert compare_parties(LENK, KERN, {LENK.id: UNION, KERN.id: BANK}).verdict == "different"


def test_detail_names_both() -> None:
    assert compare_parties(LENK, KERN, {}).detail == "Anna Lenk / Eva Kern"


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_order_of_parties_does_not_matter(a: Party, b: Party) -> None:
    bodies = {LENK.id: UNION}
    assert compare_parties(a, b, bodies).verdict == compare_parties(b, a, bodies).verdict


def voice(speaker: Party | None, body: Party | None = None) -> Voice:
    return Voice("so sagte", speaker, body, "person", "attributed", None)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (voice(LENK), voice(LENK), "equal"),
        (voice(LENK, UNION), voice(KERN, BANK), "different"),
        (voice(LENK, UNION), voice(KERN, UNION), "different"),  # without bodies that tell for whom they speak
        (voice(LENK, UNION), voice(UNION), "equal"),
        (voice(LENK, UNION), voice(BANK), "different"),
        (voice(None, UNION), voice(BANK), "different"),
        (voice(LENK), voice(UNION), "unknown"),
        (voice(None), voice(LENK), "unknown"),
        (voice(None), voice(None), "unknown"),
    ],
)
def test_speakers(a: Voice, b: Voice, verdict: str) -> None:
    assert compare_speakers(a, b, {}).verdict == verdict
    assert compare_speakers(b, a, {}).verdict == verdict


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Das Werk am Hafen bleibt auch im Winter offen.", "Das Werk am Hafen bleibt auch im Winter offen!"),
        ("Wir geben diesen Hof nicht auf", "wir geben diesen Hof nicht auf"),
    ],
)
def test_same_words(a: str, b: str) -> None:
    assert are_same_words(a, b)
    assert are_same_words(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Wir bleiben.", "Wir bleiben."),  # anybody may say so little
        ("Wir geben diesen Hof nicht auf", "Wir bauen hier ein neues Werk"),
        ("Das Werk am Hafen bleibt offen.", "Das Werk am Hafen bleibt drei Monate lang geschlossen."),
        ("", ""),
    ],
)
def test_other_words(a: str, b: str) -> None:
    assert not are_same_words(a, b)
