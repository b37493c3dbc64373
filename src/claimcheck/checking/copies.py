"""Wire copies that nobody marked: near-duplicate articles of one event, and the claims that were taken over."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from claimcheck.checking.facts import Fact
from claimcheck.models import Article
from claimcheck.settings import CheckSettings

SHINGLE = 3  # words
SEEDS = 64  # permutations of a MinHash
SAME_SENTENCE = 0.7  # share of common words from which a sentence was taken over
LARGE = 40  # articles of one event from which an index replaces the comparison of all pairs


def find_copies(
    facts: Sequence[Fact], articles: Mapping[str, Article], texts: Mapping[str, str] | None, settings: CheckSettings
) -> dict[str, str]:
    """Claim id → agency or outlet that its sentence was copied from, for the claims of one event."""
    by_article: dict[str, list[Fact]] = {}
    for fact in facts:
        by_article.setdefault(fact.article, []).append(fact)
    if len(by_article) < 2:
        return {}
    words = {article: _words(article, group, texts) for article, group in by_article.items()}
    copied: dict[str, str] = {}
    for a, b in _similar(words, settings):
        original, copy = sorted((a, b), key=lambda article: _originality(article, articles))
        house = _house(original, articles)
        if house is not None and not (articles.get(copy) and articles[copy].agencies):
            copied.update(_taken_over(by_article[original], by_article[copy], house))
    return copied


def _words(article: str, facts: Sequence[Fact], texts: Mapping[str, str] | None) -> list[str]:
    text = (texts or {}).get(article)
    if text is None:
        text = " ".join(sorted({fact.text for fact in facts}))
    return re.findall(r"\w+", text.casefold())


def _similar(words: Mapping[str, Sequence[str]], settings: CheckSettings) -> list[tuple[str, str]]:
    """Pairs of articles that share so many runs of words that one is a copy, also where the copy is longer."""
    shingles = {article: _shingles(run) for article, run in words.items()}
    names = sorted(shingles)
    if len(names) > LARGE:
        return [(a, b) for a, b in _candidates(shingles) if _contained(shingles[a], shingles[b], settings)]
    return [(a, b) for i, a in enumerate(names) for b in names[i + 1 :] if _contained(shingles[a], shingles[b], settings)]


def _shingles(words: Sequence[str]) -> frozenset[str]:
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


def _contained(a: frozenset[str], b: frozenset[str], settings: CheckSettings) -> bool:
    smaller = min(len(a), len(b))
    return smaller >= 10 and len(a & b) / smaller >= settings.copy_similarity


def _candidates(shingles: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    """Pairs found by MinHash and locality-sensitive hashing, for events with many articles."""
    from datasketch import MinHash, MinHashLSH

    index: Any = MinHashLSH(threshold=0.3, num_perm=SEEDS)
    pairs = []
    for name in sorted(shingles):
        sketch: Any = MinHash(num_perm=SEEDS, seed=1)
        sketch.update_batch([shingle.encode() for shingle in sorted(shingles[name])])
        pairs += [(other, name) for other in index.query(sketch)]
        index.insert(name, sketch)
    return sorted(pairs)


def _originality(article: str, articles: Mapping[str, Article]) -> tuple[bool, str, str]:
    known = articles.get(article)
    return (not (known and known.agencies), (known.published if known else None) or "9", article)


def _house(article: str, articles: Mapping[str, Article]) -> str | None:
    known = articles.get(article)
    if known is None:
        return None
    return known.agencies[0] if known.agencies else known.outlet


def _taken_over(original: Sequence[Fact], copy: Sequence[Fact], house: str) -> dict[str, str]:
    sentences = [frozenset(re.findall(r"\w+", text.casefold())) for text in sorted({fact.text for fact in original})]
    taken = {}
    for fact in copy:
        words = frozenset(re.findall(r"\w+", fact.text.casefold()))
        if any(len(words & other) >= SAME_SENTENCE * len(words | other) for other in sentences):
            taken[fact.id] = house
    return taken
