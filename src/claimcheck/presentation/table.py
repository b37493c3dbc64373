"""Claims as a table for a terminal: each sentence with its words marked, and under it one row for each of its claims."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcheck.models import Article, Claim
from claimcheck.presentation.terminal import clean, marked, plain
from claimcheck.presentation.wording import format_date, format_number, format_source, format_status

STYLES = {"actor": "green", "predicate": "underline", "number": "bold yellow", "date": "cyan", "source": "magenta"}
COLUMNS = (("Actor", 18), ("Predicate", 14), ("Number", 17), ("Date", 11), ("Source", 18))


def claims_table(article: Article, claims: Sequence[Claim], *, explain: bool = False) -> RenderableType:
    """The claims of one article: title line, then sentence by sentence actor, predicate, number, date and source."""
    blocks: list[RenderableType] = [article_line(article, len(claims))]
    if claims:
        blocks.append(Padding(_grid([[Text(name, style="bold") for name, _ in COLUMNS]]), (0, 0, 0, 2)))
    for _, group in groupby(claims, key=lambda claim: (claim.start, claim.end)):
        blocks += _sentence_block(list(group), explain)
    return Group(*blocks, Text())


def article_line(article: Article, claims: int) -> Text:
    """Title, outlet, date, path and number of claims."""
    facts = [article.outlet, article.published and article.published[:10], article.path, f"{claims} claims"]
    line = Text(clean(article.title or article.path), style="bold")
    return line.append("\n" + " · ".join(clean(fact) for fact in facts if fact), style="dim not bold")


def _sentence_block(claims: list[Claim], explain: bool) -> list[RenderableType]:
    first = claims[0]
    sentence = marked(first.text, first.start, [span for claim in claims for span in _spans(claim)])
    rows = Padding(_grid([_cells(claim) for claim in claims]), (0, 0, 0, 2))
    rules = [
        plain("  " + " ".join(f"{slot}={rule}" for slot, rule in claim.rules.items()), "dim")
        for claim in claims
        if explain and claim.rules
    ]
    return [Text(), sentence, rows, *rules]


def _grid(rows: list[list[Text]]) -> Table:
    grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
    for name, ratio in COLUMNS:
        grid.add_column(ratio=ratio, overflow="fold", style=STYLES.get(name.casefold(), ""))
    for row in rows:
        grid.add_row(*row)
    return grid


def _cells(claim: Claim) -> list[Text]:
    predicate = plain(claim.predicate.lemma, "not underline")
    if status := format_status(claim):
        predicate.append(f" [{status}]", style="red not underline")
    return [
        plain(claim.actor.name if claim.actor else "–"),
        predicate,
        plain(format_number(claim.number) or "–"),
        plain(format_date(claim.date) or "–"),
        plain(format_source(claim.source) or "–"),
    ]


def _spans(claim: Claim) -> list[tuple[int, int, str]]:
    slots = (claim.predicate, claim.actor, claim.date, claim.source, claim.number)
    names = ("predicate", "actor", "date", "source", "number")
    return [
        (part.start, part.end, STYLES[name])
        for name, part in zip(names, slots, strict=True)
        if part is not None and part.start is not None and part.end is not None
    ]
