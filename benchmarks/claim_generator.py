"""Claims of invented articles, made one after the other, for measuring the comparison of claims at any size.

Every event has a town of its own and is told by four articles with eleven claims each: a rising toll, the injured, passengers on
whom two reports differ, a damage in two units, and filler about other things. The same seed gives the same claims.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from claimcheck.models import Article, ArticleRef, Claim, Date, Entity, Number, Predicate, Source

CLAIMS_PER_ARTICLE = 11
ARTICLES_PER_EVENT = 4
ONSETS = ("Bar", "Dol", "Fen", "Gram", "Hel", "Kor", "Lun", "Mor", "Nor", "Pol", "Ruk", "Sel", "Tam", "Ul", "Wes", "Zor")
MIDDLES = ("a", "ab", "an", "ar", "eb", "el", "em", "en", "er", "ib", "in", "ir", "ob", "ol", "om", "or")
ENDINGS = ("dlingen", "fstett", "grund", "husen", "krath", "lweiler", "mbrück", "nrode", "pfleth", "rscheid", "sbüll", "tzow")
SPEAKERS = ("Polizei", "Feuerwehr", "Bahn", None)


def town(index: int) -> str:
    """A town name of its own for every index."""
    name = ONSETS[index % 16] + MIDDLES[index // 16 % 16] + MIDDLES[index // 256 % 16] + ENDINGS[index // 4096 % 12]
    return name + ONSETS[index // 49152 % 16].lower() if index >= 49152 else name


def make_articles(claims: int) -> Iterator[Article]:
    """The articles that ``make_claims`` with the same number tells."""
    for number in range(-(-claims // CLAIMS_PER_ARTICLE)):
        yield _article(number)


def make_claims(claims: int, seed: int = 0) -> Iterator[Claim]:
    """As many claims as asked for, article by article."""
    made = 0
    for number in range(-(-claims // CLAIMS_PER_ARTICLE)):
        chance = random.Random(seed * 1_000_003 + number)
        for claim in _claims_of(number, chance):
            if made == claims:
                return
            yield claim
            made += 1


def _article(number: int) -> Article:
    event = number // ARTICLES_PER_EVENT
    report = number % ARTICLES_PER_EVENT
    published = f"2025-{1 + event // 28 % 12:02}-{1 + (event + report) % 28:02}"
    place = town(event)
    return Article(
        id=f"sha256:{number:064x}",
        path=f"{number}.txt",
        title=f"Zugunglück bei {place}",
        outlet=f"Blatt {number % 97}",
        published=published,
        published_from="text",
        agencies=("dpa",) if report == 0 else (),
    )


def _claims_of(number: int, chance: random.Random) -> Iterator[Claim]:
    article = _article(number)
    event, report = number // ARTICLES_PER_EVENT, number % ARTICLES_PER_EVENT
    size = 3 + event % 40
    rows = [
        (size + report, "Mensch", "sterben", f"kamen bei dem Unglück nahe {town(event)} {size + report} Menschen ums Leben"),
        (10 * size, "Verletzter", "zählen", f"gab es nahe {town(event)} {10 * size} Verletzte"),
        (50 * size + 7 * (report == 2), "Fahrgast", "sitzen", f"saßen in dem Zug {50 * size + 7 * (report == 2)} Fahrgäste"),
        (1000 * size, "Schaden", "betragen", f"liegt der Schaden bei {1000 * size} Euro"),
    ]
    for index in range(CLAIMS_PER_ARTICLE):
        value, item, verb, words = rows[index] if index < len(rows) else _filler(chance)
        yield _claim(article, index, value, item, verb, words)


def _filler(chance: random.Random) -> tuple[int, str, str, str]:
    noun, verb = chance.choice((("Baum", "pflanzen"), ("Brücke", "sanieren"), ("Haus", "bauen"), ("Platz", "fehlen")))
    value = chance.randrange(2, 5000)
    return value, noun, verb, f"sind in diesem Jahr {value} mal {noun} gemeint, denn man will {verb}"


def _claim(article: Article, index: int, value: int, item: str, verb: str, words: str) -> Claim:
    text = f"Nach Angaben vom {index + 1}. Tag {words}."
    start = 200 * index
    at = start + text.index(str(value))
    speaker = SPEAKERS[(int(article.path[:-4]) + index) % len(SPEAKERS)]
    is_money = item == "Schaden"
    return Claim(
        id=f"claim:{article.id[-16:]}:{index}",
        article=ArticleRef(id=article.id, path=article.path, outlet=article.outlet, published=article.published),
        text=text,
        start=start,
        end=start + len(text),
        sentence=index,
        predicate=Predicate(lemma=verb, text=verb, start=start, end=start + 4, event=None),
        actor=None,
        number=Number(
            text=str(value),
            start=at,
            end=at + len(str(value)),
            value=value,
            low=value,
            high=value,
            bound="exact",
            kind="money" if is_money else "count",
            unit="EUR" if is_money else None,
            item=item,
        ),
        date=Date(text="heute", start=at, end=at, value=article.published or "", type="DATE") if index == 0 else None,
        source=_source(speaker),
        place=None,
        polarity="positive",
        modality="reported" if speaker else "asserted",
        confidence=0.9,
    )


def _source(name: str | None) -> Source | None:
    if name is None:
        return None
    entity = Entity(text=name, start=0, end=0, name=name, id=f"local:{name.lower()}", kind="organization")
    return Source(text=name, start=0, end=0, entity=entity, kind="organization", mode="attributed")
