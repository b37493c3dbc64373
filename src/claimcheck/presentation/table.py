"""Claims as a table for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from claimcheck.models import Article, Claim
from claimcheck.presentation.terminal import clean, marked, plain
from claimcheck.presentation.wording import format_date, format_number, format_source, format_status

STYLES = {"actor": "green", "number": "bold yellow", "date": "cyan", "source": "magenta", "predicate": "underline"}


def claims_table(article: Article, claims: Sequence[Claim], *, explain: bool = False) -> RenderableType:
    """The claims of one article: title line, then actor, number, date, source and the sentence with its words marked."""
    table = Table(box=None, expand=True, pad_edge=False, show_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    for name, ratio in (("Actor", 4), ("Number", 4), ("Date", 3), ("Source", 4), ("Sentence", 9)):
        table.add_column(name, ratio=ratio, overflow="fold", style=STYLES.get(name.casefold(), ""))
    for claim in claims:
        table.add_row(*_cells(claim), end_section=False)
        if explain and claim.rules:
            table.add_row(
                "", "", "", "", plain(" ".join(f"{slot}={rule}" for slot, rule in claim.rules.items()), "dim")
            )
    return Group(article_line(article, len(claims)), table if claims else Text("  no claims", style="dim"), Text())


def article_line(article: Article, claims: int) -> Text:
    """Title, outlet, date, path and number of claims in one line."""
    facts = [article.outlet, article.published and article.published[:10], article.path, f"{claims} claims"]
    line = Text(clean(article.title or article.path), style="bold")
    return line.append("  " + " · ".join(clean(fact) for fact in facts if fact), style="dim not bold")


def _cells(claim: Claim) -> list[Text]:
    number = plain(format_number(claim.number))
    if status := format_status(claim):
        number.append(f"{' ' if number else ''}[{status}]", style="red")
    return [
        plain(claim.actor.name if claim.actor else None),
        number,
        plain(format_date(claim.date)),
        plain(format_source(claim.source)),
        marked(claim.text, claim.start, _spans(claim)),
    ]


def _spans(claim: Claim) -> list[tuple[int, int, str]]:
    slots = (
        ("predicate", claim.predicate),
        ("actor", claim.actor),
        ("date", claim.date),
        ("source", claim.source),
        ("number", claim.number),
    )
    return [
        (part.start, part.end, STYLES[name])
        for name, part in slots
        if part is not None and part.start is not None and part.end is not None
    ]
