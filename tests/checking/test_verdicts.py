"""The verdict on figures that are known to speak of one thing: revision, conflict, compatible, agreement.

A case is "report | report": each begins with its day ("12."), a time of day ("12.T18:00") or "?" for an unknown one, and may name
its source before a colon. The figures of all reports are one group, whatever a grouping would say.
"""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from adapters.checking import make_article, make_claims
from claimcheck.checking.blocking import Bundle, Entry
from claimcheck.checking.compare.number import compare_numbers, make_interval
from claimcheck.checking.corrections import find_marks, load_corrections, make_pattern
from claimcheck.checking.courses import load_courses
from claimcheck.checking.facts import Fact, Party, make_facts
from claimcheck.checking.scopes import find_scoping
from claimcheck.checking.speakers import are_one, is_contender, load_contenders, may_be_one
from claimcheck.checking.tellings import compare_times
from claimcheck.checking.verdicts import judge
from claimcheck.checking.words import find_clause, find_words

HEAD = re.compile(r"(?P<when>\?|\d\d\.(?:T\d\d:\d\d)?)\s+(?P<report>.*)")
MARKS = {
    "replaced",
    "denied",
    "changed",
    "word",
    "update",
    "upheld",
    "disputed",
    "so_far",
    "remaining",
    "provisional",
    "final",
    "former",
}


def verdict(case: str, event: str | None = None) -> str | None:
    """The verdict on all figures of a case, as if every one were of the event."""
    entries = [entry for index, report in enumerate(case.split(" | ")) for entry in make_entries(index, report, event)]
    bundles = [Bundle((entry,)) for entry in entries]
    links: list[Any] = [
        SimpleNamespace(a=a, b=b, comparison=compare_numbers(a.first.interval, b.first.interval))
        for a, b in itertools.combinations(bundles, 2)
    ]
    judgement = judge(bundles, links)
    return judgement.verdict if judgement is not None else None


def make_entries(index: int, report: str, event: str | None) -> list[Entry]:
    head = HEAD.fullmatch(report)
    if head is None:
        raise ValueError(f"no day: {report}")
    day = None if head["when"] == "?" else f"2025-03-{head['when'][:2]}{head['when'][3:]}"
    text, spans = unmark(head["report"])
    facts = make_facts(make_claims(make_article(index, day), text))
    return [make_entry(fact, event) for fact in facts if not spans or any(covers(fact, span) for span in spans)]


def unmark(report: str) -> tuple[str, list[tuple[int, int]]]:
    """The report without brackets, and where its bracketed figures stand."""
    text, spans = "", []
    for part in re.split(r"(\[[^\]]*\])", report):
        if part.startswith("["):
            spans.append((len(text), len(text) + len(part) - 2))
        text += part.strip("[]")
    return text, spans


def covers(fact: Fact, span: tuple[int, int]) -> bool:
    return fact.figure is not None and fact.figure.start < span[1] and span[0] < fact.figure.end


def cases() -> list[Any]:
    rows = yaml.safe_load((Path(__file__).parent / "verdicts.yaml").read_text(encoding="utf-8"))
    return [
        pytest.param(phrase, row["means"]["verdict"], row["means"].get("event"), id=phrase)
        for row in rows
        for phrase in row["in"]
    ]


@pytest.mark.parametrize(("phrase", "wanted", "event"), cases())
def test_verdicts_of_the_list(phrase: str, wanted: str, event: str | None) -> None:
    assert verdict(phrase, event) == wanted


def make_entry(fact: Fact, event: str | None) -> Entry:
    figure = fact.figure
    if figure is None:
        raise ValueError(f"no figure: {fact.text}")
    left, right = find_clause(fact.text, figure.start - fact.start, figure.end - fact.start)
    clause = fact.text[left:right]
    scoping = find_scoping(fact, figure, find_words(clause), clause, figure.start - fact.start - left, fact.published)
    interval = make_interval(figure)
    kind = "money EUR" if figure.kind == "money" else f"measure {interval.unit}" if figure.kind == "measure" else figure.kind
    topic: Any = SimpleNamespace(event=event, dimension=kind, scoping=scoping)
    profile: Any = SimpleNamespace(clause=frozenset())
    return Entry(fact, topic, interval, profile)


@pytest.mark.parametrize("row", load_corrections(), ids=lambda row: row.form)
def test_every_correction_is_found_in_its_example(row: Any) -> None:
    start, end = row.example.index("["), row.example.index("]") - 1
    text = row.example.replace("[", "").replace("]", "")
    assert row.mark in MARKS
    assert row.mark in find_marks(text, start, end)
    assert re.search(make_pattern(row.form), re.sub(r"\[.*?\]", "~", row.example), re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Zwei Männer blieben vor [900] Menschen stehen.", "upheld"),
        ("[Elf] Arbeiter gelten weiterhin als vermisst.", "upheld"),
        ("Der Zug hielt an [drei] Stationen.", "upheld"),
        ("Statt vier wurden [zehn] Menschen verletzt.", "replaced"),
        ("Am Montag wurden [zehn] Menschen verletzt.", "replaced"),
        ("Nicht jeder der [900] Gäste blieb.", "denied"),
        ("Der Zug fuhr von Altlingen mit [87] Fahrgästen auf Gleis 3.", "changed"),
        ("[Elf] Menschen wurden verletzt.", "so_far"),
        ("[Elf] Menschen wurden verletzt.", "update"),
        ("Die Polizei zählte [900] Menschen.", "disputed"),
    ],
)
def test_marks_that_are_not_there(text: str, mark: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert mark not in find_marks(text.replace("[", "").replace("]", ""), start, end)


@pytest.mark.parametrize("row", load_courses(), ids=lambda row: f"{row.form} {row.slot}")
def test_courses(row: Any) -> None:
    assert row.slot in ("event", "word")
    assert row.course in ("grows", "runs", "set")
    assert row.slot == "event" or row.form.rstrip("*") in row.example.lower()


GROWN = [
    ("death", "12. Vier Menschen starben. | 13. Neun Menschen starben."),
    ("death", "12. Polizei: Vier Menschen starben. | 13. Ministerium: Neun Menschen starben."),
    ("injury", "12.T08:00 Vier Menschen wurden verletzt. | 12.T18:00 Neun Menschen wurden verletzt."),
    ("injury", "12. Polizei: Rund 30 Menschen wurden verletzt. | 12. Ministerium: 41 Menschen wurden verletzt."),
    ("injury", "12. Polizei: Vier Menschen wurden verletzt. | 12. Ministerium: Die Zahl der Verletzten ist auf neun gestiegen."),
    ("arrest", "12. Polizei: Bis zum Mittag nahm sie 14 Menschen fest. | 12. Polizei: Bis zum Abend gab es 23 Festnahmen."),
    ("arrest", "12. 14 Menschen wurden gefasst. | 13. 14 Menschen wurden gefasst. | 13. 23 Menschen wurden gefasst."),
    ("missing", "12. Acht Menschen werden vermisst. | 13. Drei Menschen werden vermisst."),
    ("missing", "12. Drei Menschen werden vermisst. | 12. Fünf Menschen werden vermisst. | 13. Zwei Menschen werden vermisst."),
    ("deployment", "12. 250 Kräfte sind im Einsatz. | 13. Polizei: 400 Kräfte sind im Einsatz."),
    ("seizure", "12. Zöllner fanden 12 Tonnen. | 14. Zöllner stellten bislang 80 Tonnen sicher."),
    (None, "12. Auf 14 Kilometern ist die Straße gesperrt. | 14. Die Sperrung betrifft noch sechs Kilometer."),
    (None, "12. In Flammen stehen 80 Hektar. | 13. Die Feuerwehr meldet 150 Hektar. | 14. Die Feuerwehr nennt 210 Hektar."),
    ("closing", "12. 26 Filialen sollen schließen. | 19. Nun müssen noch 21 Filialen schließen."),
]


@pytest.mark.parametrize(("event", "case"), GROWN, ids=lambda value: str(value))
def test_counts_that_go_on(event: str | None, case: str) -> None:
    assert verdict(case, event) == "revision"


CORRECTED = [
    (None, "12. Bank: Der Schaden liegt bei 5.000 Euro. | 14. Bank: Die Bank korrigierte den Schaden auf 9.000 Euro."),
    (None, "12. 5.000 Euro Belohnung winken. | 13. Die Bank erhöhte die Belohnung auf 9.000 Euro. | 14. 9.000 Euro winken."),
    (None, "12. Die Zone umfasst 87 Höfe. | 20. Die Zone umfasst jetzt 120 Höfe."),
    (None, "12. Amt: 6.900 Plätze blieben leer. | 19. Amt: 6.400 Plätze blieben leer und nicht 6.900, wie das Amt einräumte."),
    (None, "12. 14 Stücke fehlen. | 14. 17 Stücke fehlen. Zunächst war von 14 die Rede gewesen."),
    (None, "12. Die Halle kostet 45 Millionen Euro. Beim ersten Spatenstich waren 30 Millionen Euro veranschlagt worden."),
    (None, "12. Die Kosten steigen von 38 Millionen Euro auf 52 Millionen Euro. | 14. Der Bau kostet 52 Millionen Euro."),
    ("cut", "12. Vorstand: 180 Stellen fallen weg. | 20. Vorstand: 140 Stellen fallen weg."),
    ("damage", "12. Kreis: Der Schaden beträgt 25 Millionen Euro. | 16. Kreis: Der Schaden beträgt 40 Millionen Euro."),
    (None, "12. Kasse: 85.000 Kunden. | 13. Kasse: Die Kasse nennt nach wie vor 85.000. | 14. Kasse: Nun sind es 112.000."),
    (None, "12. 38 Festnahmen. | 13. Polizei: Statt 38 wurden 45 Menschen festgenommen. | 14. 45 Menschen sind wieder frei."),
]


@pytest.mark.parametrize(("event", "case"), CORRECTED, ids=lambda value: str(value))
def test_figures_that_were_corrected(event: str | None, case: str) -> None:
    assert verdict(case, event) == "revision"


CONTRADICTED = [
    ("injury", "12. Polizei: 17 Kinder wurden verletzt. | 13. Kreuz: 19 Kinder wurden verletzt. | 16. Polizei: 17 Kinder."),
    ("injury", "12. Polizei: 31 Menschen wurden verletzt. | 12. Werk: 18 Menschen wurden verletzt."),
    ("injury", "12. Rund 20 Fans wurden verletzt. | 14. Fanhilfe: Die Fanhilfe hat nachgezählt, 65 Fans wurden verletzt."),
    ("injury", "12. Kreis: 410 Verletzte. | 13. Kreis: Der Kreis bleibt bei 410 Verletzten. | 15. Kreuz: 650 Verletzte."),
    ("evacuation", "12. Kreis: 320 Menschen flohen. | 14. Kreis: 640 Menschen flohen. | 14. 900 Menschen flohen."),
    ("outage", "12. Netz: 14.000 Häuser ohne Strom. | 13. 22.000 Häuser ohne Strom. | 17. Netz: 14.000 Häuser ohne Strom."),
    ("deployment", "12. 600 Polizisten waren im Einsatz. | 14. Verein: Die Polizei war mit 900 Polizisten im Einsatz."),
    ("cut", "12. Vorstand: 350 Stellen fallen weg. | 13. Bund: 500 Stellen fallen weg."),
    ("cost", "12. Stadt: Der Bau kostet 52 Millionen Euro. | 14. Prüfamt: Der Bau kostet nun 61 Millionen Euro."),
    ("damage", "12. Kreis: 80 Millionen Euro Schaden. | 13. Land: Inzwischen sind es 150 Millionen Euro Schaden."),
    ("aboard", "12. Im Zug saßen 87 Fahrgäste. | 13. Im Zug saßen 120 Fahrgäste."),
    ("seats", "12. Die Liste hat 29 Sitze. | 13. Die Liste hat 28 Sitze."),
    ("recall", "12. Firma: 12.000 Packungen. | 13. Amt: 20.000 Packungen."),
    (None, "12. Amt: 63 Briefe. | 13. Bund: Es waren 300 Briefe und nicht 63, sagt der Bund."),
    (None, "12. Polizei: 38 Menschen. | 12. Bund: 60 Menschen. | 13. Polizei: Statt 38 kamen 45 Menschen."),
    (None, "12. Täter fordern 2,4 Millionen Euro. | 13. Ursprünglich hatten die Täter drei Millionen Euro verlangt."),
    ("death", "12. Vier Menschen starben. | 13. Drei Menschen starben."),
    ("arrival", "12. Bund: 24 Geräte sind schon da. | 13. Amt: 18 Geräte sind bisher da. | 19. Bund: 52 Geräte sind da."),
]


@pytest.mark.parametrize(("event", "case"), CONTRADICTED, ids=lambda value: str(value))
def test_figures_that_contradict_each_other(event: str | None, case: str) -> None:
    assert verdict(case, event) == "conflict"


@pytest.mark.parametrize(
    ("case", "wanted"),
    [
        ("12. 83 Erkrankte. | 15. 83 Erkrankte.", "agreement"),
        ("12. Rund 80 Erkrankte. | 15. 83 Erkrankte.", "compatible"),
        ("12. Rund 50 Gäste. | 13. 47 Gäste. | 13. 52 Gäste.", "conflict"),
        ("12. Mehr als 1.500 Soldaten. | 13. 1.500 Soldaten.", "compatible"),
    ],
)
def test_figures_that_fit(case: str, wanted: str) -> None:
    assert verdict(case) == wanted


@pytest.mark.parametrize("row", load_contenders(), ids=lambda row: row.form)
def test_contenders(row: Any) -> None:
    assert is_contender(Party("1", row.example, "organization"))


@pytest.mark.parametrize(
    "name", ["Polizei", "Landratsamt", "Gesundheitsministerium", "Rotes Kreuz", "Klinikum", "Staatsanwaltschaft"]
)
def test_offices_are_no_contenders(name: str) -> None:
    assert not is_contender(Party("1", name, "organization"))


def test_voices() -> None:
    police, office = Party("1", "Polizei", "organization"), Party("2", "Landkreis", "organization")
    branch, person = Party("3", "Polizei in Heidrup", "organization"), Party("4", "Maren Ebeling", "person")
    assert are_one(police, branch)
    assert not are_one(police, None)
    assert may_be_one(police, None)
    assert may_be_one(office, person)
    assert not may_be_one(police, office)


def test_times_of_one_day_are_unknown_without_a_time() -> None:
    assert compare_times("2025-03-12", "2025-03-12T18:00") == 0
    assert compare_times("2025-03-12T07", "2025-03-12T18:00") == -1
    assert compare_times(None, "2025-03-12") == 0
