"""Fit the weights of evidence by which ``check`` puts two figures together: checking/weights.tsv.

    python training/check_weights.py training/scenarios/* > src/claimcheck/checking/weights.tsv

Each folder holds articles and a gold.json that lists, for every topic, the spans of its figures. A pair of figures is one topic
where a finding holds both; it is not where a finding holds one of them, or where neither is listed and the figures differ
(conflicts are listed completely). Two logistic regressions with an L2 penalty: evidence of the pair, then its score beside its
rivals.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimcheck import api
from claimcheck.checking.blocking import Bundle, Entry, make_blocks
from claimcheck.checking.check import find_entries, find_events
from claimcheck.checking.compare.number import compare_numbers
from claimcheck.checking.evidence import find_evidence
from claimcheck.checking.pairing import Link, find_margins, ratio_of
from claimcheck.checking.profiles import Weigher
from claimcheck.checking.vetoes import find_veto
from claimcheck.checking.weights import Score
from claimcheck.models import Extraction
from claimcheck.reading.files import read_file
from claimcheck.settings import CheckSettings, Settings

PENALTY = {"pair": 3.0, "margin": 1.0}
UNLISTED = 0.5  # weight of a pair of which no finding speaks
Floats = NDArray[np.float64]
# Evidence that can only speak for one topic, or only against it: a weight of the other sign is chance and left out.
FOR = (
    "same ", "words of one event", "words of the", "noun ", "only figure", "all facets fit: ",
    "an event and the wider one", "equal", "digits", "large equal", "figures near", "one replaces",
    "one is said to be replaced", "both in the lead", "one speaker in two", "factor of a disputed",
    "score", "smaller margin", "larger margin",
    "one article, two speakers",
)  # fmt: skip
AGAINST = (
    "other ", "two ", "people and", "one is a total", "one is an average", "one is a rate", "a change and a level",
    "planned and done", "one is planned", "one sentence looks", "one in a sub", "one article", "one speaker, ",
    "words of other", "figures far", "figures very far", "factor", "rivals", "small equal", "event assumed",
    "both tell no", "one tells no", "hopeless",
)  # fmt: skip

HEADER = """\
# Weights of the evidence that two figures speak of one topic: logistic regression, see weights.py.
# evidence: its name in evidence.py. step: "pair", or "margin" for the second step beside rivals. weight: per unit, log odds.
# Made by training/check_weights.py from training/scenarios; do not edit. Source: own texts for claimcheck. Licence: MIT.
# Order: by evidence.
evidence\tstep\tweight"""


@dataclass(frozen=True)
class Pair:
    """Two figures of one event with their evidence; ``is_one`` None: the gold does not tell."""

    a: Bundle
    b: Bundle
    evidence: dict[str, float]
    is_one: bool | None
    weight: float


@dataclass(frozen=True)
class Scenario:
    """One folder: its gold, the claims, the texts."""

    gold: dict[str, Any]
    extraction: Extraction
    texts: dict[str, str]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    args = parser.parse_args()
    nlp = api.load_language()
    blocks = [block for folder in args.folders for block in find_pairs(read_scenario(folder, nlp))]
    print(HEADER)
    rows = [(name, step, weight) for step, weights in fit_weights(blocks).items() for name, weight in weights.items()]
    for name, step, weight in sorted(rows):
        print(f"{name}\t{step}\t{weight:.3f}")


def read_scenario(folder: Path, nlp: Any) -> Scenario:
    """The articles of a folder, extracted."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    settings = Settings(every_statement=True)
    items = [read_file(str(folder / article["file"]), settings) for article in gold["articles"]]
    extraction = api.extract(items, nlp=nlp, settings=settings)
    return Scenario(gold, extraction, {item.article.id: item.article.text for item in items})


def find_pairs(scenario: Scenario) -> Iterator[list[Pair]]:
    """The pairs of figures of every block of a scenario."""
    known = {article.id: article for article in scenario.extraction.articles}
    names = {article.id: Path(article.path).name for article in scenario.extraction.articles}
    settings = CheckSettings()
    for event in find_events(known, scenario.extraction.claims, settings, scenario.texts):
        entries = find_entries(event)
        weigher = Weigher([entry.profile for entry in entries])
        for block in make_blocks(entries):
            yield list(_pairs(block, weigher, names, scenario.gold, settings))


def _pairs(
    block: Sequence[Bundle], weigher: Weigher, names: dict[str, str], gold: dict[str, Any], settings: CheckSettings
) -> Iterator[Pair]:
    listed = [_findings_of(bundle.first, names, gold["findings"]) for bundle in block]
    trapped = [_findings_of(bundle.first, names, gold["must_not"]) for bundle in block]
    for i, a in enumerate(block):
        for j in range(i + 1, len(block)):
            b = block[j]
            comparison, ratio = compare_numbers(a.first.interval, b.first.interval), ratio_of(a.first.interval, b.first.interval)
            if ratio > settings.largest_ratio or find_veto(a, b, comparison, settings) is not None:
                continue
            is_one: bool | None = bool(listed[i] & listed[j])
            apart = any(len(gold["must_not"][trap]["verdicts"]) == 4 for trap in trapped[i] & trapped[j])
            if not listed[i] and not listed[j] and comparison.verdict != "different" and not apart:
                is_one = None
            weight = 1.0 if listed[i] or listed[j] or apart else UNLISTED
            yield Pair(a, b, find_evidence(a, b, comparison, ratio, weigher), is_one, weight)


def _findings_of(entry: Entry, names: dict[str, str], groups: Sequence[dict[str, Any]]) -> set[int]:
    figure, file = entry.fact.figure, names[entry.fact.article]
    if figure is None:
        return set()
    return {
        index
        for index, group in enumerate(groups)
        if group.get("aspect", "number") == "number"
        for claim in group["claims"]
        if claim["file"] == file and figure.start < claim["end"] and claim["start"] < figure.end
    }


def fit_weights(blocks: Sequence[Sequence[Pair]]) -> dict[str, dict[str, float]]:
    """The weights of both steps."""
    pair = _fit([p.evidence for block in blocks for p in block], [p for block in blocks for p in block], PENALTY["pair"])
    margins = [evidence for block in blocks for evidence in _margins(block, pair)]
    margin = _fit(margins, [p for block in blocks for p in block], PENALTY["margin"])
    return {"margin": margin, "pair": pair}


def _margins(block: Sequence[Pair], weights: dict[str, float]) -> list[dict[str, float]]:
    scored = [Link(p.a, p.b, Score(sum(weights.get(n, 0.0) * v for n, v in p.evidence.items()), ()), _compare(p)) for p in block]
    return find_margins(scored)


def _compare(pair: Pair) -> Any:
    return compare_numbers(pair.a.first.interval, pair.b.first.interval)


def _fit(rows: Sequence[dict[str, float]], pairs: Sequence[Pair], penalty: float) -> dict[str, float]:
    """Weights by name; evidence whose weight has the wrong sign is left out, the worst first, and the rest fitted again."""
    names = sorted({name for row in rows for name in row})
    told = [index for index, pair in enumerate(pairs) if pair.is_one is not None]
    x = np.array([[rows[index].get(name, 0.0) for name in names] for index in told])
    y = np.array([float(bool(pairs[index].is_one)) for index in told])
    w = np.array([pairs[index].weight for index in told])
    while True:
        weights = dict(zip(names, _regress(x, y, w, penalty, free=names.index("bias")).tolist(), strict=True))
        wrong = [name for name in names if _sign(name) * weights[name] < 0]
        if not wrong:
            return weights
        worst = names.index(max(wrong, key=lambda name: abs(weights[name])))
        names, x = names[:worst] + names[worst + 1 :], np.delete(x, worst, axis=1)


def _sign(name: str) -> int:
    """1 for evidence that speaks for one topic, -1 against, 0 where it may do either."""
    if name in ("smaller margin, other figures", "smaller margin, one article", "other figures"):
        return 0
    return 1 if name.startswith(FOR) else -1 if name.startswith(AGAINST) else 0


def _regress(x: Floats, y: Floats, w: Floats, penalty: float, *, free: int) -> Floats:
    """Weighted logistic regression by Newton's method; the column ``free`` is not penalized."""
    ridge = np.full(x.shape[1], penalty)
    ridge[free] = 1e-6
    beta = np.zeros(x.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-(x @ beta)))
        gradient = x.T @ (w * (chance - y)) + ridge * beta
        curvature = (x * (w * chance * (1 - chance))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(curvature, gradient)
        beta = beta - step
        if np.abs(step).max() < 1e-7:
            break
    return beta


if __name__ == "__main__":
    main()
