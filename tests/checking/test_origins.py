"""Who answers for a claim: kinds of bodies, names of one office, houses."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import pytest

from adapters.checking import make_facts_of
from claimcheck.checking.origins import Body, Origin, body_kind, find_kinds, load_bodies, merge_origins

HOUSE = "Bote"


@pytest.mark.parametrize("row", load_bodies().values(), ids=lambda row: row.form)
def test_every_body_is_of_its_kind(row: Body) -> None:
    assert body_kind(row.form) == row.body
    assert body_kind(row.example) == row.body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Lokführergewerkschaft", "union"),
        ("Wasserschutzpolizei", "police"),
        ("Vorstandschefin Karin Thelen", "company"),
        ("Feuerwehr Altlingen", "firefighters"),
        ("Landkreis Brunnrath", "district"),
        ("Veranstaltern", "organiser"),
        ("Ute Kern", None),
        ("Innenministerium", None),  # several of them speak in most stories
        ("Verband", None),
        ("Altlingen", None),
        ("Stadtwerke", None),
        ("Krankenkasse", None),  # "Kasse" is too short for a head
        ("", None),
    ],
)
def test_kinds_of_bodies(name: str, kind: str | None) -> None:
    assert body_kind(name) == kind


def merged(names: tuple[str, ...], kinds: Mapping[str, str] | None = None) -> dict[str, str]:
    """Name → name of the origin that stands for it, whatever the order of the origins."""
    origins = [Origin(f"{'house' if name == HOUSE else 'name'}:{name.casefold()}", name) for name in names]
    found = [merge_origins(order, kinds) for order in itertools.permutations(origins)]
    assert all(other == found[0] for other in found)
    return {origin.name: found[0][origin.id].name for origin in origins}


@pytest.mark.parametrize(
    ("names", "kinds", "office"),
    [
        (("Polizei", "Polizei Heidrup"), {}, "Polizei"),
        (("Gewerkschaft", "GVD"), {"GVD": "union"}, "GVD"),
        (("Unternehmen", "Lenk Holzbau"), {"Lenk Holzbau": "company"}, "Lenk Holzbau"),
        (("Unternehmen", "Vorstandschefin Karin Thelen"), {}, "Unternehmen"),
        (("Firma", "Konzern"), {}, "Firma"),
        (("Südländischer Geheimdienst", "Südländische Geheimdienst"), {}, "Südländische Geheimdienst"),
    ],
)
def test_names_of_one_origin(names: tuple[str, ...], kinds: dict[str, str], office: str) -> None:
    assert merged(names, kinds) == dict.fromkeys(names, office)


@pytest.mark.parametrize(
    ("names", "kinds"),
    [
        (("Gewerkschaft", "GVD"), {}),  # no sentence tells what the GVD is
        (("Gewerkschaft", "GVD", "Metall"), {"GVD": "union", "Metall": "union"}),  # which of the two?
        (("Ministerium", "Arbeitsministerium", "Innenministerium"), {}),
        (("Klinik", "Firma"), {}),
        (("Polizei", "Feuerwehr"), {}),
        (("Wirt", "Anna Lenk"), {}),
        (("Unternehmen", HOUSE), {HOUSE: "company"}),  # an outlet is no source
    ],
)
def test_names_of_several_origins(names: tuple[str, ...], kinds: dict[str, str]) -> None:
    assert merged(names, kinds) == {name: name for name in names}


def test_merging_nothing() -> None:
    assert merge_origins([]) == {}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Nun fordert die Gewerkschaft GVD mehr Lohn.", {"GVD": "union"}),
        ("Am Hang sperrte der Betreiber Lenk die Bahn.", {"Lenk": "company"}),
        ("Laut der Lokführergewerkschaft GVD fährt nichts.", {"GVD": "union"}),
        ("Gegen GVD klagt der Konzern.", {}),
        ("Nun baute der Tischler Horn 40 Stühle.", {}),
        ("Nun fordert die Gewerkschaft mehr Lohn.", {}),
        ("Nun fordert die Gewerkschaft, Horn solle gehen.", {}),
    ],
)
def test_kinds_that_a_sentence_tells(text: str, kinds: dict[str, str]) -> None:
    assert find_kinds(make_facts_of(0, text)) == kinds
