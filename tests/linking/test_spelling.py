"""Spellings of names, and ids from names."""

from __future__ import annotations

import pytest

from claimcheck.linking.ids import local_id
from claimcheck.linking.readings import government, institution_name
from claimcheck.linking.spelling import group_spellings, similar, spelling_key


@pytest.mark.parametrize("name", ["Selenskyj", "Selenski", "Selenskij", "Zelensky", "Zelenskyy"])
def test_one_key(name: str) -> None:
    assert spelling_key(name) == spelling_key("Selenskyj")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergej Lawrow", "Sergei Lavrov"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Kyrylo Budanow", "Kyrylo Budanov"),
        ("Alexander Lukaschenko", "Aleksandr Lukashenko"),
        ("Mahmud Ahmadinedschad", "Mahmoud Ahmadineschad"),
    ],
)
def test_same(one: str, other: str) -> None:
    assert similar(one, other)
    assert similar(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hans Bauer", "Hans Mauer"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Peter Müller", "Petra Müller"),
        ("Bauer", "Brauer"),
        ("Anna Weber", "Anna Weder"),
    ],
)
def test_different(one: str, other: str) -> None:
    assert not similar(one, other)
    assert not similar(other, one)


def test_groups_of_spellings() -> None:
    groups = group_spellings(["Sergej Lawrow", "Hans Bauer", "Sergei Lavrov", "Hans Mauer"])
    assert groups == {
        "Sergej Lawrow": "Sergej Lawrow",
        "Hans Bauer": "Hans Bauer",
        "Sergei Lavrov": "Sergej Lawrow",
        "Hans Mauer": "Hans Mauer",
    }


def test_ids() -> None:
    assert local_id("Südkoreanischer Geheimdienst") == "local:südkoreanischer-geheimdienst"
    assert local_id("HUR") == "local:hur"
    assert local_id("Bündnis 90/Die Grünen") == "local:bündnis-90-die-grünen"


def test_bodies_of_countries() -> None:
    assert institution_name("KR", "Außenministerium", "n") == "Südkoreanisches Außenministerium"
    assert institution_name("US", "Armee", "f") == "US-Armee"
    assert government("DE").name == "Bundesregierung"
    assert government("RU").id == "local:russische-regierung"
