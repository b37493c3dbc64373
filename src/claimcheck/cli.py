"""The command line: options → library → presentation. Data go to standard output, messages to standard error."""

from __future__ import annotations

import os
import re
import sys
from enum import IntEnum
from typing import Annotated

import typer

from claimcheck import __version__
from claimcheck.errors import ClaimcheckError

HELP = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(
    no_args_is_help=True, context_settings=HELP, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="Reads German news text: what exactly is claimed, by whom, and do the reports agree?",
)  # fmt: skip
DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T[0-9:.+Z-]{4,20})?")


class Exit(IntEnum):
    """Exit statuses of the contract."""

    DONE = 0
    FOUND = 1  # check: --fail-on was met
    USAGE = 2  # the command line is wrong, or no input could be read
    PARTLY = 3  # some input could not be read, the rest was done
    INTERRUPTED = 130


def _published(value: str | None) -> str | None:
    if value is not None:
        import datetime

        try:
            valid = DATE.fullmatch(value) and datetime.date.fromisoformat(value[:10])
        except ValueError:
            valid = None
        if not valid:
            raise typer.BadParameter(f"'{value}' is no ISO date such as 2024-10-21")
    return value


def _choice(*choices: str) -> typer.models.OptionInfo:
    def check(value: str | None) -> str | None:
        if value is not None and value not in choices:
            raise typer.BadParameter(f"'{value}' is not one of {', '.join(choices)}")
        return value

    option: typer.models.OptionInfo = typer.Option(
        callback=check, metavar="|".join(choices), help="Output; default: table on a terminal, json otherwise."
    )
    return option


Paths = Annotated[
    list[str],
    typer.Argument(metavar="FILE|FOLDER…", help="Articles (.txt, .md), folders of them, or - for standard input."),
]
Published = Annotated[
    str | None, typer.Option(callback=_published, metavar="DATE", help="Publication date (ISO) of all the articles.")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Outlet of all the articles.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, max=256, help="Worker processes; each loads the language model.")]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="Another spaCy pipeline with UD labels: package or folder."),
]
Explain = Annotated[bool, typer.Option("--explain", help="Also tell which rule made what.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no warnings on standard error.")]
Color = Annotated[
    bool | None,
    typer.Option("--color/--no-color", help="Colours in tables; default: on a terminal, unless NO_COLOR is set."),
]


def _version(value: bool) -> None:
    if value:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit()


@app.callback()
def _app(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


@app.command(epilog="Example: claimcheck extract data/articles --format jsonl | jq .number.value")
def extract(
    paths: Paths,
    format: Annotated[str | None, _choice("table", "json", "jsonl", "csv")] = None,
    published: Published = None,
    outlet: Outlet = None,
    jobs: Jobs = 1,
    model: Model = None,
    statements: Annotated[
        bool, typer.Option("--statements", help="Also demands and what the article itself states without figure or date.")
    ] = False,
    explain: Explain = False,
    quiet: Quiet = False,
    color: Color = None,
) -> None:
    """Turn articles into claims: actor, number, date, source, each with its place in the text."""
    from claimcheck.commands import Options, extract_files

    options = Options(format, published, outlet, jobs, model, explain, quiet, color)
    raise typer.Exit(extract_files(paths, options, every_statement=statements))


@app.command(epilog="Example: claimcheck annotate article.txt | jq '.numbers[].text'")
def annotate(
    paths: Paths,
    format: Annotated[str | None, _choice("json", "jsonl")] = None,
    published: Published = None,
    outlet: Outlet = None,
    jobs: Jobs = 1,
    model: Model = None,
    explain: Explain = False,
    quiet: Quiet = False,
) -> None:
    """Print every layer under the claims: sentences, entities, numbers, dates, attributions, claims."""
    from claimcheck.commands import Options, annotate_files

    options = Options(format, published, outlet, jobs, model, explain, quiet, None)
    raise typer.Exit(annotate_files(paths, options))


@app.command(epilog="Example: claimcheck check data/articles/nordkorea --fail-on conflict")
def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE|FOLDER…",
            help="Articles, folders, or .json/.jsonl printed by extract; - or nothing: standard input.",
        ),
    ] = None,
    format: Annotated[str | None, _choice("table", "json", "jsonl", "csv", "markdown")] = None,
    against: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="Claims kept from earlier runs (.json, .jsonl): only findings with new claims."),
    ] = None,
    verdict: Annotated[
        list[str] | None, typer.Option(help="Only these verdicts: conflict, revision, compatible, agreement.")
    ] = None,
    aspect: Annotated[list[str] | None, typer.Option(help="Only these aspects: number, date, actor, polarity, source.")] = None,
    topic: Annotated[str | None, typer.Option(metavar="WORD", help="Only topics with this word.")] = None,
    min_confidence: Annotated[float, typer.Option(min=0.0, max=1.0, help="Only findings at least this sure.")] = 0.0,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(help="Exit with status 1 if there is such a finding: conflict, revision, compatible."),
    ] = None,
    language: Annotated[str, typer.Option(help="Language of the explanations: de or en.")] = "de",
    published: Published = None,
    outlet: Outlet = None,
    jobs: Jobs = 1,
    model: Model = None,
    explain: Explain = False,
    quiet: Quiet = False,
    color: Color = None,
) -> None:
    """Lay the claims of many articles side by side: agreement, compatible statements, revision, conflict."""
    _known("--verdict", verdict, ("conflict", "revision", "compatible", "agreement"))
    _known("--fail-on", fail_on, ("conflict", "revision", "compatible"))
    _known("--aspect", aspect, ("number", "date", "actor", "polarity", "source"))
    _known("--language", [language], ("de", "en"))
    from claimcheck.commands import CheckOptions, Options, check_files

    wanted = CheckOptions(
        tuple(against or ()),
        tuple(verdict or ()),
        tuple(aspect or ()),
        topic,
        min_confidence,
        tuple(fail_on or ()),
        language,
    )
    options = Options(format, published, outlet, jobs, model, explain, quiet, color)
    raise typer.Exit(check_files(paths or ["-"], options, wanted))


@app.command(epilog="Example: claimcheck schema > claimcheck-1.json")
def schema() -> None:
    """Print the JSON Schema of the output."""
    from claimcheck.presentation.schema import format_schema

    sys.stdout.write(format_schema())


def _known(option: str, values: list[str] | None, choices: tuple[str, ...]) -> None:
    for value in values or []:
        if value not in choices:
            raise typer.BadParameter(f"'{value}' is not one of {', '.join(choices)}", param_hint=option)


def main() -> None:
    """The entry point: a known error is one line and status 2; a closed pipe and Ctrl-C end quietly."""
    sys.stdout.reconfigure(encoding="utf-8", errors="replace") if hasattr(sys.stdout, "reconfigure") else None
    try:
        app()
    except KeyboardInterrupt:
        os._exit(Exit.INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Exit.DONE)
    except ClaimcheckError as problem:
        from claimcheck.presentation.terminal import clean

        print(f"claimcheck: {clean(str(problem))}", file=sys.stderr)
        sys.exit(Exit.USAGE)


if __name__ == "__main__":
    main()
