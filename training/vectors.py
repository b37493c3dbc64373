"""Write a blank German pipeline whose word vectors are Brown clusters, or these and what the teacher thinks of words.

    python training/vectors.py build/vectors --words 300000
    python training/vectors.py build/vectors --words 300000 --states build/states.npz

The clusters and word probabilities come from the package spacy-lookups-data (MIT). Without states all words of a cluster
share one row: which cluster it is and which prefixes of the cluster's bit path it has, made narrow by a truncated SVD.
With states (teacher_vectors.py) the row is that and the word's state; to keep the table small, words that are near
each other share a row (k-means, seeded), and words without a state get the mean of their cluster.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import spacy
import srsly
from numpy.typing import NDArray
from spacy.language import Language
from spacy.strings import hash_string
from spacy.vectors import Vectors

PREFIXES = (15, 63, 255)
"""Masks of the first 4, 6 and 8 bits of a cluster's path; the table stores bit paths with the first bit lowest."""
LEAST_PROBABILITY = -30.0
Floats = NDArray[np.float32]


def main() -> None:
    options = _options()
    words = probable_words(options.words)
    rows, clusters = _earlier_rows(words, options.like) if options.like else cluster_rows(words, options.columns)
    if options.states:
        stored = np.load(options.states)
        states = dict(zip(stored["words"].tolist(), stored["states"], strict=True))
        rows, clusters = with_states(words, rows, clusters, states, options.rows, options.seed)
    nlp = build_pipeline(words, rows, clusters)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(options.output)
    print(f"{nlp.vocab.vectors.shape} {nlp.vocab.vectors.n_keys} keys -> {options.output}")


def build_pipeline(words: list[str], table: Floats, rows: NDArray[np.int64]) -> Language:
    """A blank German pipeline with `table` as vectors and a key for every word."""
    nlp = spacy.blank("de")
    nlp.vocab.vectors = Vectors(data=table, name="de_claimcheck_vectors")
    for word, row in zip(words, rows.tolist(), strict=True):
        nlp.vocab.vectors.add(hash_string(word), row=row)
    return nlp


def probable_words(count: int) -> list[str]:
    """The most probable German words that have a cluster, most probable first."""
    clusters, probabilities = read_table("de_lexeme_cluster"), read_table("de_lexeme_prob")
    known = [word for word in clusters if clusters[word]]
    return sorted(known, key=lambda word: (-probabilities.get(word, LEAST_PROBABILITY), word))[:count]


def read_table(name: str) -> dict[str, float]:
    """A German lookup table of spacy-lookups-data by its name."""
    import spacy_lookups_data

    table: dict[str, float] = srsly.read_gzip_json(Path(spacy_lookups_data.__file__).parent / "data" / f"{name}.json.gz")
    return table


def cluster_rows(words: list[str], columns: int) -> tuple[Floats, NDArray[np.int64]]:
    """One row per cluster, and the row of each word."""
    clusters = read_table("de_lexeme_cluster")
    rows = {cluster: row for row, cluster in enumerate(sorted({clusters[word] for word in words}))}
    marks = [[("whole", int(cluster)), *((str(mask), int(cluster) & mask) for mask in PREFIXES)] for cluster in rows]
    places = {mark: place for place, mark in enumerate(sorted({mark for row in marks for mark in row}))}
    matrix = np.zeros((len(rows), len(places)), dtype=np.float32)
    for row, row_marks in enumerate(marks):
        matrix[row, [places[mark] for mark in row_marks]] = 0.5
    return reduce_columns(matrix, columns), np.array([rows[clusters[word]] for word in words])


def _earlier_rows(words: list[str], folder: Path) -> tuple[Floats, NDArray[np.int64]]:
    vectors = spacy.load(folder).vocab.vectors
    return np.asarray(vectors.data), np.array([vectors.key2row[hash_string(word)] for word in words])


def reduce_columns(matrix: Floats, columns: int) -> Floats:
    """Truncated SVD, scaled so that the mean row length is 1."""
    left, strength, _ = np.linalg.svd(matrix, full_matrices=False)
    reduced = left[:, :columns] * strength[:columns]
    return np.ascontiguousarray(reduced / np.linalg.norm(reduced, axis=1).mean(), dtype=np.float32)


def with_states(
    words: list[str], rows: Floats, clusters: NDArray[np.int64], states: dict[str, Floats], count: int, seed: int
) -> tuple[Floats, NDArray[np.int64]]:
    """At most `count` shared rows of cluster and state for the words that have a state, and one per cluster for the others."""
    known = np.array([number for number, word in enumerate(words) if word in states])
    found = np.stack([states[words[number]] for number in known])
    full = np.concatenate([rows[clusters[known]], found], axis=1)
    centres, nearest = nearest_centres(full, count, seed)
    means = np.stack([_mean_state(found[clusters[known] == cluster], found) for cluster in range(len(rows))])
    table = np.concatenate([centres, np.concatenate([rows, means], axis=1)])
    places = clusters + len(centres)
    places[known] = nearest
    return np.ascontiguousarray(table, dtype=np.float32), places


def _mean_state(states: Floats, all_states: Floats) -> Floats:
    return np.asarray((states if len(states) else all_states).mean(axis=0), dtype=np.float32)


def nearest_centres(points: Floats, count: int, seed: int, turns: int = 6) -> tuple[Floats, NDArray[np.int64]]:
    """k-means: the centres, and the centre of each point."""
    centres = points[np.random.default_rng(seed).permutation(len(points))[:count]].copy()
    nearest = _nearest(points, centres)
    for _ in range(turns):
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, points)
        counts = np.bincount(nearest, minlength=count)[:, None]
        centres = np.where(counts > 0, sums / np.maximum(counts, 1), centres).astype(np.float32)
        nearest = _nearest(points, centres)
    return centres, nearest


def _nearest(points: Floats, centres: Floats) -> NDArray[np.int64]:
    half = 0.5 * (centres**2).sum(axis=1)
    parts = [(points[start : start + 2000] @ centres.T - half).argmax(axis=1) for start in range(0, len(points), 2000)]
    return np.concatenate(parts)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path, help="folder to write")
    parser.add_argument("--words", type=int, default=300_000, help="words that get a vector")
    parser.add_argument("--columns", type=int, default=160, help="columns left by the SVD of the clusters")
    parser.add_argument("--like", type=Path, help="take the rows of the clusters from this earlier result without states")
    parser.add_argument("--states", type=Path, help="file written by teacher_vectors.py")
    parser.add_argument("--rows", type=int, default=12_000, help="shared rows for the words with a state")
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


if __name__ == "__main__":
    main()
