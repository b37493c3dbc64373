"""Runs the corpus of the comparison: short reports, one article each, set side by side; and makes claims for unit tests.

A phrase is "report | report": each may begin with its source and a colon ("Polizei: 900 Menschen demonstrierten."). The first
report is published on the reference date, every other one a day later than the one before.
"""

from __future__ import annotations

import datetime
import re
from functools import cache
from importlib.resources import files
from typing import Any

import simplemma
import spacy
from spacy.language import Language

from claimcheck.checking import check_claims
from claimcheck.checking.blocking import Entry
from claimcheck.checking.check import find_entries
from claimcheck.checking.context import make_contexts
from claimcheck.checking.events import Event
from claimcheck.checking.facts import Fact, make_facts
from claimcheck.checking.voices import resolve_voices
from claimcheck.extraction.dates import find_dates
from claimcheck.extraction.numbers import find_numbers
from claimcheck.models import Article, ArticleRef, Claim, Date, Entity, Number, Predicate, Source

CORPUS = files("claimcheck.checking") / "corpus.yaml"
TITLE = "Kreuzhusen Altlingen Brunnrath"  # joins the reports to one event
SENTENCE = re.compile(r"(?<=[a-zäöüß][.!?]) ")
ITEM = re.compile(r"\s*(?:[a-zäöüß]+\s+){0,2}(?P<item>[A-ZÄÖÜ][\w-]+)")


@cache
def blank() -> Language:
    """A tokenizer and sentences without a model."""
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    return nlp


def find(text: str, reference_date: str | None) -> list[dict[str, Any]]:
    """The findings on the reports of a phrase, over the whole phrase."""
    first = datetime.date.fromisoformat(reference_date or "2025-03-12")
    articles, claims, texts = [], [], {}
    for index, report in enumerate(text.split(" | ")):
        day = (first + datetime.timedelta(days=index)).isoformat()
        article = make_article(index, day)
        articles.append(article)
        texts[article.id] = report
        claims += make_claims(article, report)
    found = check_claims(articles, claims, texts=texts)
    return [{"start": 0, "end": len(text), "verdict": f.verdict, "aspect": f.aspect, "independent": f.independent} for f in found]


def make_article(index: int, published: str | None = "2025-03-12", **fields: Any) -> Article:
    """An article with an id and an outlet of its own."""
    given = {"title": TITLE, "outlet": f"Blatt {index}", **fields}
    return Article(id=f"sha256:{index:064x}", path=f"{index}.txt", published=published, **given)


def make_claims(article: Article, report: str) -> list[Claim]:
    """A claim for every figure of a report, or for its date or bare statement where it has none."""
    source, at = _source_of(report)
    doc = blank()(report)
    dates = find_dates(doc, article.published)
    numbers = [n for n in find_numbers(doc, dates) if n.start >= at and n.kind != "ordinal"]
    day = dates[0] if dates else None
    date = Date(text=report[day.start : day.end], start=day.start, end=day.end, value=day.value, type=day.type) if day else None
    if date is not None and day is not None:
        date = date.model_copy(update={"from_": day.from_, "to": day.to, "mod": day.mod})
    made = [make_claim(article, report, at, number=_number(n, report), date=date, source=source) for n in numbers]
    return made or [make_claim(article, report, at, date=date, source=source)]


def make_claim(article: Article, text: str, at: int = 0, **fields: Any) -> Claim:
    """A claim over a whole text, with the slots that are given."""
    number: Number | None = fields.get("number")
    verbs = [word for word in re.findall(r"\b[a-zäöüß]{3,}", text[at:]) if _is_verb(word)]
    lemma = simplemma.lemmatize(verbs[-1], lang="de") if verbs else "sein"
    negative = re.search(r"\b(?:kein\w*|nicht)\b", text) is not None
    given = {"actor": None, "date": None, "source": None, "place": None, "number": None, **fields}
    return Claim(
        id=f"claim:{article.path}:{number.start if number else 'x'}",
        article=ArticleRef(id=article.id, path=article.path, outlet=article.outlet, published=article.published),
        text=text[at:],
        start=at,
        end=len(text),
        sentence=0,
        predicate=Predicate(lemma=fields.pop("lemma", lemma), text=text[at : at + 3], start=at, end=at + 3, event=None),
        polarity="negative" if negative else "positive",
        modality="planned" if re.search(r"\b(?:will|wollen|soll|sollen)\b", text) else "asserted",
        confidence=0.9,
        **{key: value for key, value in given.items() if key != "lemma"},
    )


def make_facts_of(index: int, report: str) -> list[Fact]:
    """The facts of one article, sentence by sentence; each sentence may begin with its source and a colon."""
    article, at, claims = make_article(index, f"2025-03-{12 + index:02}"), 0, []
    for number, sentence in enumerate(SENTENCE.split(report)):
        claims += [_moved(claim, at, number) for claim in make_claims(article, sentence)]
        at += len(sentence) + 1
    return resolve_voices(list(make_facts(claims)))


def make_entries(*reports: str) -> list[Entry]:
    """The figures of reports that are one event whatever they say, in the order of the reports."""
    facts, texts = {}, {}
    for index, report in enumerate(reports):
        article = make_article(index).id
        facts[article], texts[article] = make_facts_of(index, report), report
    return find_entries(Event(list(facts), facts, make_contexts(facts, dict.fromkeys(facts, TITLE), texts)))


def make_source(name: str, kind: str = "organization", body: str | None = None) -> Source:
    """A source with the name of its speaker, and of the body behind the speaker."""
    return Source(
        text=name,
        start=None,
        end=None,
        entity=make_entity(name, "person" if body else "organization"),
        kind=kind,  # type: ignore[arg-type]
        organization=make_entity(body) if body else None,
        mode="attributed",
    )


def make_entity(name: str, kind: str = "organization") -> Entity:
    """An entity without a place in the text."""
    return Entity(text=name, start=0, end=0, name=name, id=f"local:{name.lower()}", kind=kind)  # type: ignore[arg-type]


def _moved(claim: Claim, by: int, sentence: int) -> Claim:
    """The claim in a sentence that starts at an offset of its article."""
    moved: dict[str, Any] = {"id": f"{claim.id}:{sentence}", "sentence": sentence}
    moved |= {"start": claim.start + by, "end": claim.end + by}
    for name in ("number", "date", "predicate"):
        part = getattr(claim, name)
        if part is not None:
            moved[name] = part.model_copy(update={"start": part.start + by, "end": part.end + by})
    return claim.model_copy(update=moved)


def _source_of(report: str) -> tuple[Source | None, int]:
    match = re.match(r"(?P<name>[A-ZÄÖÜ][\w ]+): ", report)
    return (make_source(match["name"]), match.end()) if match is not None else (None, 0)


def _number(span: Any, text: str) -> Number:
    fields = ("value", "low", "high", "bound", "kind", "direction", "unit", "item", "per")
    given = {name: getattr(span, name) for name in fields}
    after = ITEM.match(text[span.end :])
    if given["item"] is None and given["kind"] == "count" and after is not None:
        given["item"] = simplemma.lemmatize(after["item"], lang="de")
    return Number(text=text[span.start : span.end], start=span.start, end=span.end, **given)


def _is_verb(word: str) -> bool:
    lemma = simplemma.lemmatize(word, lang="de")
    return (lemma.endswith("en") and lemma != word) or lemma in {"tagen", "fahren"}
