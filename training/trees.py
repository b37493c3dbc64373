"""The best tree over a matrix of head scores, with exactly one root (Chu, Liu and Edmonds)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


def best_tree(scores: Scores) -> list[int]:
    """Heads of words 1..n, 0 being the root; `scores[dependent, head]`, row 0 is ignored."""
    heads = _edmonds(scores)
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) > 1:
        heads = max((_with_root(scores, root) for root in roots), key=lambda found: _total(scores, found))
    return [int(head) for head in heads[1:]]


def _with_root(scores: Scores, root: int) -> NDArray[np.int64]:
    forced = scores.copy()
    forced[1:, 0] = -1e6
    forced[root, 0] = 0.0
    return _edmonds(forced)


def _total(scores: Scores, heads: NDArray[np.int64]) -> float:
    return float(scores[np.arange(1, len(heads)), heads[1:]].sum())


def _edmonds(scores: Scores) -> NDArray[np.int64]:
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads = scores.argmax(axis=1)
    heads[0] = -1
    cycle = _cycle(heads)
    return heads if cycle is None else _without_cycle(scores, heads, cycle)


def _without_cycle(scores: Scores, heads: NDArray[np.int64], cycle: list[int]) -> NDArray[np.int64]:
    """Make the cycle one node, solve the smaller problem, and break the cycle where that enters it."""
    outside = [node for node in range(len(heads)) if node not in set(cycle)]
    kept = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, cycle)]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = entering.max(axis=0)
    small[:-1, -1] = leaving.max(axis=1)
    found = _edmonds(small)
    heads = heads.copy()
    for position, node in enumerate(outside[1:], start=1):
        head = found[position]
        heads[node] = cycle[int(leaving[position].argmax())] if head == len(outside) else outside[head]
    entered_from = found[-1]
    entered = cycle[int(entering[:, entered_from].argmax())]
    heads[entered] = outside[entered_from]
    return heads


def _cycle(heads: NDArray[np.int64]) -> list[int] | None:
    state = np.zeros(len(heads), dtype=int)
    for start in range(1, len(heads)):
        node = start
        while node > 0 and state[node] == 0:
            state[node] = start
            node = int(heads[node])
        if node > 0 and state[node] == start:
            return _around(heads, node)
    return None


def _around(heads: NDArray[np.int64], start: int) -> list[int]:
    cycle, node = [start], int(heads[start])
    while node != start:
        cycle.append(node)
        node = int(heads[node])
    return cycle
