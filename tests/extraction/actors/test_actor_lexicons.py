"""The word lists of mentions: every row works, and what they say of each other fits."""

from __future__ import annotations

import pytest

from claimcheck.extraction.actors import gazetteer, lexicons, words
from claimcheck.extraction.actors.lexicons import parts

GENDERS = {"m", "f", "n", "p"}


@pytest.mark.parametrize("row", lexicons.titles(), ids=lambda row: row.form)
def test_title_is_found(row: lexicons.Title) -> None:
    noun = words.title_nouns().find(row.form)
    assert noun is not None
    assert noun.row == row
    assert row.gender in GENDERS


@pytest.mark.parametrize("row", lexicons.heads(), ids=lambda row: row.form)
def test_head_is_found(row: lexicons.Head) -> None:
    noun = words.head_nouns().find(row.form)
    assert noun is not None
    assert noun.row == row
    assert row.gender in GENDERS


@pytest.mark.parametrize("row", lexicons.groups(), ids=lambda row: row.form)
def test_group_is_found(row: lexicons.Group) -> None:
    noun = words.group_nouns().find(row.form)
    assert noun is not None
    assert noun.row == row


def test_heads_refer_to_groups_that_exist() -> None:
    known = {row.group for row in (*lexicons.heads(), *lexicons.organizations())}
    assert {group for row in lexicons.heads() for group in parts(row.refers)} <= known
    assert {row.canonical for row in lexicons.heads() if row.canonical} <= {row.form for row in lexicons.heads()}


def test_titles_refer_to_offices_that_exist() -> None:
    offices = {row.office for row in lexicons.titles()}
    assert {office for row in lexicons.titles() for office in parts(row.refers)} <= offices


def test_no_adjective_has_two_countries() -> None:
    stems = [stem for row in lexicons.countries() for stem in parts(row.adjectives)]
    assert sorted({stem for stem in stems if stems.count(stem) > 1}) == []


def test_capitals_are_places() -> None:
    places = {row.name for row in lexicons.places()}
    assert [row.capital for row in lexicons.countries() if row.capital and row.capital not in places] == []


def test_codes_and_ids_are_well_formed_and_unique() -> None:
    codes = [row.code for row in lexicons.countries()]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 2 and code.isupper() for code in codes)
    rows = [*lexicons.countries(), *lexicons.places(), *lexicons.organizations(), *lexicons.persons()]
    ids = [row.id for row in rows if row.id]
    assert all(id_.startswith("wikidata:Q") and id_[10:].isdigit() for id_ in ids)
    assert sorted({id_ for id_ in ids if ids.count(id_) > 1}) == []


def test_ambiguous_names_are_names() -> None:
    known = gazetteer.load_gazetteer()
    assert [form for form in lexicons.ambiguous() if known.lookup(form) is None] == []


def test_seats_belong_to_countries() -> None:
    assert all(row.country in gazetteer.country_entries() for row in lexicons.seats())


def test_first_names_have_a_gender() -> None:
    assert set(lexicons.first_names().values()) <= {"m", "f", "u"}
