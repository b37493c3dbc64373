"""Claims from layers: ids, repetition, offsets, chains, dates of frames."""

from __future__ import annotations

import pytest

from adapters.claims import claims_of
from claimcheck.models import Claim

pytestmark = pytest.mark.model
DAY = "2024-10-21"


def only(text: str) -> Claim:
    claims = claims_of(text, DAY)
    assert len(claims) == 1, [claim.predicate.lemma for claim in claims]
    return claims[0]


def test_ids_are_stable_and_different() -> None:
    text = "Drei Männer und zwei Frauen wurden verletzt. Die Stadt stellt 40 Zelte auf."
    first, second = claims_of(text, DAY), claims_of(text, DAY)
    assert [claim.id for claim in first] == [claim.id for claim in second]
    assert len({claim.id for claim in first}) == len(first) == 3


def test_a_teaser_printed_twice_gives_its_claims_once() -> None:
    assert len(claims_of("Die Stadt stellt 40 Zelte auf.\n\nDie Stadt  stellt 40 Zelte auf.", DAY)) == 1


def test_the_extent_is_the_sentence() -> None:
    text = "Guten Tag.\n\n  Die Stadt stellt 40 Zelte auf.  \n"
    claim = only(text)
    assert claim.text == text[claim.start : claim.end] == "Die Stadt stellt 40 Zelte auf."


def test_rules_only_with_explain() -> None:
    assert only("Die Stadt stellt 40 Zelte auf.").rules is None


def test_who_reports_to_the_reader_is_the_source_and_the_other_is_cited() -> None:
    claim = only("Wie die Polizei mitteilte, wurden laut Feuerwehr 14 Menschen verletzt.")
    assert claim.source is not None
    assert claim.source.entity is not None
    assert claim.source.entity.name == "Polizei"
    assert claim.source.cites is not None


def test_a_date_in_the_frame_is_when_it_was_said() -> None:
    claim = only("Die Klinik meldete am Montag 300 Geburten.")
    assert claim.date is None
    assert claim.source is not None
    assert claim.source.said is not None
    assert claim.source.said.value == DAY


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("Der Minister bestritt, dass Soldaten entsandt wurden.", "denied", "negative"),
        ("Der Minister schloss nicht aus, dass Soldaten entsandt wurden.", "reported", "positive"),
        ("Laut Polizei soll die Brücke am Dienstag gesperrt werden.", "planned", "positive"),
        ("Laut Polizei wurde niemand verletzt.", "reported", "negative"),
        ("Die Stadt könnte laut Polizei 40 Zelte aufstellen.", "possible", "positive"),
    ],
)
def test_the_first_modality_that_applies(text: str, modality: str, polarity: str) -> None:
    claim = only(text)
    assert (claim.modality, claim.polarity) == (modality, polarity)


@pytest.mark.parametrize("text", ["", " \n ", "„", "12 12 12", "…!?", "laut laut laut", "Am Montag.", "x" * 500])
def test_odd_text_does_no_harm(text: str) -> None:
    for claim in claims_of(text, None):
        assert claim.text == text[claim.start : claim.end]
        assert 0 < claim.confidence < 1


def test_confidence_falls_with_what_is_unknown() -> None:
    sure = only("Die Polizei nahm 40 Männer fest.")
    unsure = only("Er soll 40 Dinge getan haben.")
    assert unsure.confidence < sure.confidence
