"""The command line as a user sees it: output, messages, exit statuses."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "data" / "articles"
ARTICLE = ARTICLES / "nordkorea" / "2024-10-18_agentur_dpa.txt"
SENTENCE = "Bei dem Brand in Kassel sind am Montag nach Angaben der Polizei drei Menschen gestorben.\n"
ENGLISH = "The minister said on Monday that the government would not agree to the plan because of the costs. " * 4


def run(*args: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "claimcheck.cli", *map(str, args)]
    return subprocess.run(command, input=stdin, capture_output=True, timeout=300, env=os.environ | (env or {}), check=False)


@pytest.mark.parametrize("args", [["--help"], ["-h"], ["--version"], ["extract", "--help"], ["check", "-h"], ["annotate", "-h"]])
def test_help_does_not_load_spacy(args: list[str]) -> None:
    code = (
        "import sys\nsys.argv = ['claimcheck', *sys.argv[1:]]\nfrom claimcheck.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\nprint('LOADED' if 'spacy' in sys.modules else 'QUICK')"
    )
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.endswith("QUICK\n"), done.stderr


@pytest.mark.parametrize("command", ["extract", "annotate", "check", "schema"])
def test_every_help_ends_with_an_example(command: str) -> None:
    assert "Example: claimcheck " in run(command, "--help").stdout.decode()


@pytest.mark.model
def test_one_article_and_a_folder_have_the_same_shape() -> None:
    one, folder = (json.loads(run("extract", path).stdout) for path in (ARTICLE, ARTICLE.parent))
    assert one.keys() == folder.keys() == {"schema", "articles", "claims"}
    assert len(one["articles"]) == 1
    assert len(folder["articles"]) == 4


@pytest.mark.model
def test_formats() -> None:
    lines = run("extract", ARTICLE, "--format", "jsonl").stdout.decode().splitlines()
    rows = list(csv.DictReader(io.StringIO(run("extract", ARTICLE, "--format", "csv").stdout.decode())))
    table = run("extract", ARTICLE, "--format", "table", env={"COLUMNS": "80"}).stdout.decode()
    assert len(lines) == len(rows) > 0
    assert all(json.loads(line)["schema"] == "claimcheck/1" for line in lines)
    assert max(map(len, table.splitlines())) <= 80
    assert "12.000" in table


@pytest.mark.model
def test_workers_change_nothing() -> None:
    assert run("extract", ARTICLES, "--jobs", "2").stdout == run("extract", ARTICLES).stdout


@pytest.mark.model
def test_standard_input() -> None:
    document = json.loads(run("extract", "-", "--published", "2024-10-22", stdin=SENTENCE.encode()).stdout)
    assert document["articles"][0]["path"] == "-"
    assert document["claims"][0]["number"]["value"] == 3


@pytest.mark.model
def test_pipe_from_extract_to_check() -> None:
    found = []
    for form in ("json", "jsonl"):
        claims = run("extract", ARTICLES / "nordkorea", "--format", form).stdout
        found.append(json.loads(run("check", "-", stdin=claims).stdout)["findings"])
    assert found[0] == found[1] != []


@pytest.mark.model
def test_statements_without_figure_date_or_speaker_only_with_the_option() -> None:
    text = "Der Wirt schloss die Mühle. Drei Gäste blieben. Die Gewerkschaft fordert den Neubau der Brücke.\n"
    plain, every = (
        json.loads(run("extract", "-", *more, stdin=text.encode()).stdout)["claims"] for more in ([], ["--statements"])
    )
    assert [claim["number"]["value"] for claim in plain] == [3]
    assert [claim for claim in every if claim["id"] == plain[0]["id"]] == plain
    assert len(every) == 3
    assert [claim["source"]["demand"] for claim in every if claim["source"]] == [True]


@pytest.mark.model
def test_check_compares_every_statement_and_prints_only_those_that_tell_something(tmp_path: Path) -> None:
    claims = run("extract", ARTICLES / "nordkorea", "--statements").stdout
    (tmp_path / "claims.json").write_bytes(claims)
    extracted = {claim["id"] for claim in json.loads(claims)["claims"]}
    plain = {claim["id"] for claim in json.loads(run("extract", ARTICLES / "nordkorea").stdout)["claims"]}
    for source in (ARTICLES / "nordkorea", tmp_path / "claims.json"):
        result = json.loads(run("check", source).stdout)
        printed = {claim["id"] for claim in result["claims"]}
        used = {claim for finding in result["findings"] for claim in finding["claims"]}
        assert plain | used == printed
        assert printed < extracted


@pytest.mark.model
def test_fail_on_conflict() -> None:
    assert run("check", ARTICLES / "nordkorea", "--fail-on", "conflict", "--format", "table").returncode == 1
    assert run("check", ARTICLES / "nordkorea").returncode == 0


@pytest.mark.model
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "markdown"])
def test_check_formats(form: str) -> None:
    done = run("check", ARTICLES / "nordkorea", "--format", form)
    assert done.returncode == 0
    assert done.stdout


BAD: list[tuple[str, bytes, str, int]] = [
    ("leer.txt", b"", "is empty", 3),
    ("bild.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "binary", 3),
    ("lang.txt", b"Wort " * 2_000_000, "split it", 3),
    ("kopf.txt", b"---\ntitle: offen\n\n" + SENTENCE.encode(), "never closed", 0),
    ("english.txt", ENGLISH.encode(), "looks like English", 0),
    ("cp1252.txt", "Bei dem Brand in Köln wurden fünf Menschen verletzt. ".encode("cp1252") * 3, "", 0),
]


@pytest.mark.model
def test_bad_input_is_told_in_a_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = tmp_path / "gut.txt"
    good.write_text(SENTENCE)
    for name, content, _, _ in BAD:
        (tmp_path / name).write_bytes(content)
    paths = [tmp_path / name for name, *_ in BAD]
    done = run("extract", *paths, tmp_path / "fehlt.txt", good)
    messages = done.stderr.decode().splitlines()
    assert done.returncode == 3
    assert "Traceback" not in done.stderr.decode()
    for name, _, words, _ in BAD:
        if words:
            assert [line for line in messages if name in line and words in line], messages
    assert any("fehlt.txt" in line for line in messages)
    read = {Path(article["path"]).name for article in json.loads(done.stdout)["articles"]}
    assert read == {name for name, _, _, status in BAD if status == 0} | {"gut.txt"}


@pytest.mark.model
def test_nothing_to_read_is_status_2(tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    assert run("extract", tmp_path / "fehlt.txt").returncode == 2
    assert run("extract", tmp_path / "leer").returncode == 2
    assert run("check", tmp_path / "fehlt.txt").returncode == 2


@pytest.mark.parametrize(
    "args",
    [
        ["extract"],
        ["extract", "x.txt", "--format", "xml"],
        ["extract", "x.txt", "--published", "gestern"],
        ["extract", "x.txt", "--published", "2024-13-01"],
        ["check", "x", "--fail-on", "agreement"],
        ["check", "x", "--language", "fr"],
        ["unknown"],
    ],
)
def test_wrong_command_line_is_status_2(args: list[str]) -> None:
    done = run(*args)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.model
def test_unknown_model_is_one_line() -> None:
    done = run("extract", ARTICLE, "--model", "no_such_model")
    assert done.returncode == 2
    assert len(done.stderr.decode().strip().splitlines()) == 1


@pytest.mark.model
def test_broken_line_of_kept_claims_is_named(tmp_path: Path) -> None:
    lines = run("extract", ARTICLE, "--format", "jsonl").stdout.splitlines()
    (tmp_path / "kept.jsonl").write_bytes(b"\n".join([lines[0], b"{broken", *lines[1:]]))
    done = run("check", tmp_path / "kept.jsonl")
    assert done.returncode == 3
    assert "kept.jsonl, line 2" in done.stderr.decode()
    assert len(json.loads(done.stdout)["claims"]) == len(lines)


@pytest.mark.model
def test_against_kept_claims(tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    kept.write_bytes(run("extract", ARTICLES / "hochwasser-ilse" / "dpa_250714_hochwasser.txt", "--format", "jsonl").stdout)
    done = run("check", ARTICLES / "hochwasser-ilse" / "2025-07-15_aulentaler-anzeiger.txt", "--against", kept)
    found = json.loads(done.stdout)["findings"]
    assert done.returncode == 0
    assert any(finding["verdict"] == "revision" for finding in found)


@pytest.mark.model
def test_escape_codes_and_markup_do_not_reach_the_terminal(tmp_path: Path) -> None:
    evil = tmp_path / "boese.txt"
    evil.write_text(
        "\x1b]0;[red]Titel\x07\n\nBei dem Brand \x1b[31mstarben[/red] am Montag drei Menschen.\n\n<script>alert(1)</script>\n"
    )
    for command in (["extract"], ["check"]):
        done = run(*command, evil, "--format", "table")
        assert done.returncode == 0
        assert b"\x1b]" not in done.stdout
        assert b"\x1b[31m" not in done.stdout


@pytest.mark.model
def test_closed_pipe_ends_quietly() -> None:
    command = f"{sys.executable} -m claimcheck.cli extract {ARTICLES} --format jsonl | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=300, check=False)
    assert done.stderr == b""


@pytest.mark.model
def test_same_file_twice_is_two_articles_with_one_id() -> None:
    document = json.loads(run("extract", ARTICLE, ARTICLE).stdout)
    assert len({article["id"] for article in document["articles"]}) == 1
    assert len(document["articles"]) == 2
