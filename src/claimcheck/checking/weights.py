"""Evidence → score, by the weights of ``weights.tsv``.

A logistic regression: the score of a pair is the sum of its evidence times the weights, the logarithm of the odds that the
two figures speak of one topic. ``training/check_weights.py`` makes the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from claimcheck.lexicon import load_lexicon

MOST_REASONS = 4
LARGEST_MARGIN = 4.0
HOPELESS = -2.0  # a score below is not raised by a margin


@dataclass(frozen=True, slots=True)
class Weight:
    """A row of weights.tsv. ``step``: "pair" for the evidence of a pair, "margin" for what its rivals tell."""

    evidence: str
    step: str
    weight: float


class Score(NamedTuple):
    """The logarithm of the odds for one topic, and the evidence that weighed most, in words."""

    value: float
    reasons: tuple[str, ...]


@cache
def load_weights(step: str) -> dict[str, float]:
    """Weights of one step by the name of the evidence."""
    rows = load_lexicon(files(__package__) / "weights.tsv", Weight)
    return {row.evidence: row.weight for row in rows if row.step == step}


def weigh_pair(evidence: Mapping[str, float]) -> Score:
    """The score of a pair by itself."""
    weights = load_weights("pair")
    return Score(_weigh(evidence, weights, 0.0), _reasons(evidence, weights))


def weigh_evidence(evidence: Mapping[str, float], start: float = 0.0) -> float:
    """The score of a pair by its evidence, added to that of evidence weighed before, without reasons."""
    return _weigh(evidence, load_weights("pair"), start)


def _weigh(evidence: Mapping[str, float], weights: Mapping[str, float], value: float) -> float:
    for name, size in evidence.items():
        if name in weights:
            value += weights[name] * size
    return value


def _reasons(evidence: Mapping[str, float], weights: Mapping[str, float]) -> tuple[str, ...]:
    parts = [(weights.get(name, 0.0) * value, name) for name, value in evidence.items() if name != "bias"]
    telling = sorted(parts, key=lambda part: (-abs(part[0]), part[1]))
    return tuple(f"{part:+.1f} {name}" for part, name in telling[:MOST_REASONS])


def weigh_margin(score: Score, evidence: Mapping[str, float]) -> Score:
    """The score beside its rivals, with the reasons of the pair; ``evidence`` as ``margin_evidence`` gives it."""
    weights = load_weights("margin")
    return Score(_weigh(evidence, weights, 0.0), score.reasons)


def margin_evidence(score: float, least: float, most: float, *, same: bool, differ: bool) -> dict[str, float]:
    """What the score of a pair tells beside its smaller and its larger margin; ``same``: both figures stand in one article,
    ``differ``: they are not the same figure."""
    low, high = max(-LARGEST_MARGIN, min(LARGEST_MARGIN, least)), max(-LARGEST_MARGIN, min(LARGEST_MARGIN, most))
    return {
        "bias": 1.0,
        "score": score,
        "smaller margin": low,
        "larger margin": high,
        "other figures": float(differ),
        "smaller margin, other figures": low if differ else 0.0,
        "one article": float(same),
        "smaller margin, one article": low if same else 0.0,
        "hopeless": float(score < HOPELESS),
    }
