"""The scope of a figure in its sentence, and words that narrow nothing."""

from __future__ import annotations

import pytest

from adapters.checking import make_article, make_claims
from claimcheck.checking.facts import make_facts
from claimcheck.checking.scopes import Scoping, find_scoping
from claimcheck.checking.words import find_clause, find_words


def scope(sentence: str) -> Scoping:
    """The scope of the figure in brackets."""
    start, end = sentence.index("["), sentence.index("]") - 1
    text = sentence.replace("[", "").replace("]", "")
    for fact in make_facts(make_claims(make_article(0), text)):
        figure = fact.figure
        if figure is not None and figure.start < end and start < figure.end:
            left, right = find_clause(text, figure.start, figure.end)
            clause = text[left:right]
            return find_scoping(fact, figure, find_words(clause), clause, figure.start - left, fact.published)
    raise ValueError(f"no figure in brackets: {sentence}")


@pytest.mark.parametrize(
    ("sentence", "field", "value"),
    [
        ("[Vier] der Angeklagten wurden verurteilt.", "part", "part"),
        ("Die Zahl der Angeklagten liegt bei [vier].", "part", None),
        ("[Ein Drittel] der Angeklagten wurde verurteilt.", "part", None),
        ("Auch [20] Fans kamen mit Verletzungen davon.", "part", None),
        ("87 Menschen waren da, davon [neun] Kinder.", "part", "part"),
        ("Unter den Toten ist der [46 Jahre] alte Fahrer.", "part", None),
        ("Der Sturm fordert [zwei] Menschenleben.", "stage", None),
        ("Die Gewerkschaft fordert [500] Stellen.", "stage", "demanded"),
        ("Der Stadt fehlen [17 Millionen Euro].", "stage", None),
        ("Es fehlen [300] Plätze.", "stage", "needed"),
        ("Die Halle hat Platz für [900] Gäste.", "stage", "potential"),
        ("[6.900] Plätze bleiben leer.", "stage", None),
        ("Altlingen trauert um [neun] Menschen.", "change", None),
        ("Sie brachte die Kassen um [2,4 Millionen Euro].", "change", None),
        ("Der Umsatz ging um [25 Prozent] zurück.", "change", "down"),
        ("[Mehr als ein Viertel] der Betriebe bildet aus.", "change", None),
        ("Die Preise steigen um [elf Prozent].", "change", "up"),
        ("Das sind [3,4 Prozent] weniger als im Vorjahr.", "extra", None),
        ("Das sind [340] weniger als im Vorjahr.", "extra", "difference"),
        ("Zusammen sind es [acht Millionen Euro].", "sum", None),
        ("In elf Städten kamen zusammen [20.000] Menschen.", "sum", "wide"),
        ("Ursprünglich waren [500] Stellen geplant.", "is_corrected", True),
        ("Statt vier wurden [zehn] Menschen verletzt.", "is_corrected", False),
        ("Statt der zunächst genannten [vier] wurden zehn Menschen verletzt.", "is_corrected", True),
        ("Es waren zehn und nicht [vier].", "is_corrected", True),
    ],
)
def test_scopes(sentence: str, field: str, value: object) -> None:
    assert getattr(scope(sentence), field) == value
