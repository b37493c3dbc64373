"""Which nouns can be actors."""

from __future__ import annotations

from importlib.resources import files

import pytest

from claimcheck.claims.nouns import NounRow, is_abstract, is_contest, is_quantifier, is_quantity
from claimcheck.claims.sources import house_of
from claimcheck.lexicon import load_lexicon

ROWS = load_lexicon(files("claimcheck.claims") / "nouns.tsv", NounRow)


@pytest.mark.parametrize(
    "lemma", ["Soldat", "Regierung", "Landesregierung", "Teilnehmer", "Schule", "Hilfsorganisation", "Flugzeug", "Opfer"]
)
def test_actors(lemma: str) -> None:
    assert not is_abstract(lemma)


@pytest.mark.parametrize(
    "lemma", ["Erdbeben", "Bombenanschlag", "Steigerung", "Freiheit", "Höhe", "Zustand", "Produktion", "Umsatz"]
)
def test_no_actors(lemma: str) -> None:
    assert is_abstract(lemma)


def test_quantities() -> None:
    assert is_quantity("Anteil")
    assert is_quantity("Besucherzahl")
    assert not is_quantity("Besucher")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.form)
def test_every_row_has_an_effect(row: NounRow) -> None:
    lemma = row.form.removeprefix("-")
    noun = lemma.capitalize() if row.form.startswith("-") else lemma
    if row.kind == "contest":
        assert is_contest("Zusatz" + lemma)
    elif row.kind == "quantifier":
        assert is_quantifier(row.form + "e")
    elif row.form.startswith("-"):
        assert is_abstract("Zusatz" + lemma) == (row.kind != "concrete")
    else:
        assert is_abstract(noun) == (row.kind != "concrete")


@pytest.mark.parametrize(
    ("name", "house"),
    [
        ("Polizeiangaben", "Polizei"),
        ("Regierungsangaben", "Regierung"),
        ("Behördenangaben", "Behörden"),
        ("Anna Berg", "Anna Berg"),
    ],
)
def test_houses(name: str, house: str) -> None:
    assert house_of(name) == house
