"""For which body the holder of an office speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.claims import language
from claimcheck.claims.bodies import Office, load_offices
from claimcheck.claims.sources import build_attributions, with_bodies
from claimcheck.pipeline import find_layers, prepare_text
from claimcheck.reading.files import read_text
from claimcheck.settings import Settings

NEAR = "Die Gewerkschaft Holz und Glas verhandelt. "
CASES = [
    ("Der Landkreis Altau sprach von drei Toten. Landrätin Ida Weber sagte, es seien vier.", "Landkreis Altau"),
    ("In Altau sagte Landrätin Ida Weber, es seien vier.", "Landkreis"),
    ("Die Feuerwehr löschte den Brand. Es seien vier, sagte Einsatzleiter Rolf Kern.", "Feuerwehr"),
    ("Die Feuerwehr löschte. Es seien vier, sagte Einsatzleiter Rolf Kern. Kern sprach von drei Hektar.", "Feuerwehr"),
    ("Die Halle koste vier Millionen Euro, sagte Bürgermeisterin Ida Weber.", "Stadt"),
    ("Der Bürgermeister von Altau, Rolf Kern, sprach von drei Toten.", "Stadt Altau"),
    ("Es kamen 3.000, sagte GLB-Verhandlungsführerin Ida Weber.", "GLB"),
    ("Drei Stimmen fehlten, sagte Landeswahlleiterin Ida Weber.", "Landeswahlleiterin"),
    ("Ida Weber, frühere Bürgermeisterin, sprach von drei Toten.", None),
    ("Ida Weber sprach von drei Toten.", None),
    ("Der Abgeordnete Rolf Kern (SPD) sprach von drei Toten. Kern nannte das schlimm.", None),
]


def bodies(text: str) -> list[str | None]:
    """The names of the bodies behind the sources of a text, in text order."""
    read = read_text(text, Settings(), path="x.txt")
    doc = language()(prepare_text(read))
    layers = with_bodies(replace(find_layers(doc, read), doc=doc))
    found = (item.source.organization for item in build_attributions(layers, text))
    return [body.name if body is not None else None for body in found]


@pytest.mark.parametrize(("text", "body"), CASES, ids=[text for text, _ in CASES])
def test_body_behind_an_office(text: str, body: str | None) -> None:
    assert bodies(text)[-1] == body


@pytest.mark.parametrize("row", load_offices(), ids=lambda row: row.office)
def test_every_office_has_its_body(row: Office) -> None:
    nouns = row.body.split("|")
    named = f"Die {nouns[0]} hat viel zu tun. " if row.body and row.reach == "named" else "" if row.body else NEAR
    found = bodies(named + row.example)[-1]
    assert found is not None
    assert not row.body or nouns[0] in found
