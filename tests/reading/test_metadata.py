from __future__ import annotations

import pytest

from claimcheck.reading.metadata import find_metadata, parse_date

BODY = "Am Montag brannte es in der Altstadt. Drei Menschen wurden verletzt.\n\nDie Polizei ermittelt."


@pytest.mark.parametrize(
    ("text", "path", "published", "where"),
    [
        (f"Brand in der Altstadt\nKassel (dpa) – 18.10.2024\n\n{BODY}", "a.txt", "2024-10-18", "text"),
        (f"Brand in der Altstadt\nStand: 12.03.2025, 21:40 Uhr\n\n{BODY}", "a.txt", "2025-03-12", "text"),
        (f"Brand in der Altstadt\nKassel, 14. Juni 2025\n\n{BODY}", "a.txt", "2025-06-14", "text"),
        (f"Brand\n\nKassel, 14. Juni 2025 – {BODY}", "a.txt", "2025-06-14", "text"),
        (f"---\ndate: 19.03.2025\n---\n{BODY}", "2020-01-01.txt", "2025-03-19", "metadata"),
        (f"---\r\npublished: 2025-02-07T08:30\r\n---\r\n{BODY}", "a.txt", "2025-02-07T08:30", "metadata"),
        (BODY, "2025-03-19_mittelauer-tageblatt.txt", "2025-03-19", "filename"),
        (BODY, "bericht_13-03-2025.txt", "2025-03-13", "filename"),
        (BODY, "dpa_250203_brand.txt", "2025-02-03", "filename"),
        (BODY, "brand.txt", None, None),
        ("Der Vertrag vom 3. Mai 2019 gilt weiter. Das sagte der Minister.\n\nMehr nicht.", "a.txt", None, None),
    ],
)
def test_publication_date(text: str, path: str, published: str | None, where: str | None) -> None:
    found = find_metadata(text, path)
    assert (found.published, found.published_from) == (published, where)


def test_option_wins() -> None:
    found = find_metadata(f"Stand: 12.03.2025\n\n{BODY}", "a.txt", published="2024-01-02", outlet="Bote")
    assert (found.published, found.published_from, found.outlet) == ("2024-01-02", "option", "Bote")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Brand in der Altstadt\n\n{BODY}", "Brand in der Altstadt"),
        (f"# Brand in der Altstadt\n\n{BODY}", "Brand in der Altstadt"),
        (f"Wer war es?\nVon Jana Holl\n\n{BODY}", "Wer war es?"),
        (f"---\nheadline: Der Brand\n---\n{BODY}", "Der Brand"),
        (f"---\ntitle: Kassel: Der Brand\nauthor: Jana Holl\n---\n{BODY}", "Kassel: Der Brand"),
        (BODY, None),
        ("Brand in der Altstadt", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert find_metadata(text, "a.txt").title == title


@pytest.mark.parametrize(
    ("text", "furniture"),
    [
        (f"Brand\n\nKassel (dpa) – {BODY}", ["Kassel (dpa) – "]),
        (f"Brand\n\nKassel (dpa/AFP). {BODY}", ["Kassel (dpa/AFP). "]),
        (f"Brand\n\nKassel. {BODY}", ["Kassel. "]),
        (f"Brand\n\nKassel/Fulda – {BODY}", ["Kassel/Fulda – "]),
        (f"Brand\nVon Jana Holl\n\n{BODY}", ["Von Jana Holl"]),
        (f"Brand\n\n{BODY}\n\nMit Material von dpa und AP", ["Mit Material von dpa und AP"]),
        (f"Brand\n\n{BODY} (dpa)", ["(dpa)"]),
        ("Brand\n\nVerletzt wurde Jan S. Er liegt in der Klinik.\n\nMehr nicht.", []),
        ("Brand\n\nTrauer – das ist es, was alle fühlen.\n\nMehr nicht.", []),
        ("Brand\n\nDer Bus (Linie 6) fuhr am 3. Mai – pünktlich – los.\n\nMehr nicht.", []),
    ],
)
def test_furniture(text: str, furniture: list[str]) -> None:
    found = find_metadata(text, "a.txt")
    assert [text[start:end] for start, end in found.layout.furniture] == furniture


@pytest.mark.parametrize(
    ("text", "path", "agencies"),
    [
        (f"Brand\nKassel (dpa) – 18.10.2024\n\n{BODY}", "a.txt", ("dpa",)),
        (f"Brand\n\n{BODY}\n\nMit Material von dpa und AFP", "a.txt", ("dpa", "AFP")),
        (BODY, "001_dpa.txt", ("dpa",)),
        (f"---\nagencies: [dpa, AP]\n---\n{BODY}", "a.txt", ("dpa", "AP")),
        ("Brand\n\nDas sagte ein Sprecher der dpa am Montag.\n\nMehr nicht.", "a.txt", ()),
    ],
)
def test_agencies(text: str, path: str, agencies: tuple[str, ...]) -> None:
    assert find_metadata(text, path).agencies == agencies


@pytest.mark.parametrize(
    ("path", "outlet"),
    [
        ("2025-03-19_mittelauer-tageblatt.txt", "Mittelauer Tageblatt"),
        ("kurier-online_2024-10-19.txt", "Kurier online"),
        ("dpa_250203_brand.txt", "dpa"),
        ("2024-10-22_erdbeben-tuerkei.txt", None),
    ],
)
def test_outlet(path: str, outlet: str | None) -> None:
    assert find_metadata(BODY, path).outlet == outlet


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (f"---\ntitle: offen\n\n{BODY}", "never closed"),
        (f"---\ntitle: [offen\n---\n{BODY}", "not valid YAML"),
        (f"---\nnur ein Satz\n---\n{BODY}", "no fields"),
    ],
)
def test_broken_front_matter_is_told(text: str, warning: str) -> None:
    assert warning in (find_metadata(text, "a.txt").warning or "")


@pytest.mark.parametrize("text", ["31.02.2024", "99.99.2024", "Version 1.2.3", "", "12:30"])
def test_no_date(text: str) -> None:
    assert parse_date(text) is None
