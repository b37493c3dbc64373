"""Write a blank German pipeline whose word vectors are Brown clusters.

    python training/vectors.py build/vectors --words 300000 --columns 160

The clusters and word probabilities come from the package spacy-lookups-data (MIT). All words of a cluster share one row.
A row says which cluster it is and which prefixes of the cluster's bit path it has; a truncated SVD makes it narrow.
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


def main() -> None:
    options = _options()
    nlp = build_vectors(options.words, options.columns)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(options.output)
    print(f"{nlp.vocab.vectors.shape} {nlp.vocab.vectors.n_keys} keys -> {options.output}")


def build_vectors(words: int, columns: int) -> Language:
    """A blank German pipeline with one vector row per cluster and up to `words` keys, most probable words first."""
    clusters, probabilities = read_table("de_lexeme_cluster"), read_table("de_lexeme_prob")
    known = sorted((word for word in clusters if clusters[word]), key=lambda word: (-probabilities.get(word, -30.0), word))
    rows = {cluster: row for row, cluster in enumerate(sorted({clusters[word] for word in known}))}
    nlp = spacy.blank("de")
    nlp.vocab.vectors = Vectors(data=reduce_columns(_paths(rows), columns), name="de_brown_clusters")
    for word in known[:words]:
        nlp.vocab.vectors.add(hash_string(word), row=rows[clusters[word]])
    return nlp


def read_table(name: str) -> dict[str, float]:
    """A German lookup table of spacy-lookups-data by its name."""
    import spacy_lookups_data

    table: dict[str, float] = srsly.read_gzip_json(Path(spacy_lookups_data.__file__).parent / "data" / f"{name}.json.gz")
    return table


def reduce_columns(matrix: NDArray[np.float32], columns: int) -> NDArray[np.float32]:
    """Truncated SVD, scaled so that the mean row length is 1."""
    left, strength, _ = np.linalg.svd(matrix, full_matrices=False)
    reduced = left[:, :columns] * strength[:columns]
    return np.ascontiguousarray(reduced / np.linalg.norm(reduced, axis=1).mean(), dtype=np.float32)


def _paths(rows: dict[float, int]) -> NDArray[np.float32]:
    marks = [[("whole", cluster), *((mask, int(cluster) & mask) for mask in PREFIXES)] for cluster in rows]
    columns = {mark: column for column, mark in enumerate(sorted({mark for row in marks for mark in row}, key=str))}
    matrix = np.zeros((len(rows), len(columns)), dtype=np.float32)
    for row, row_marks in enumerate(marks):
        matrix[row, [columns[mark] for mark in row_marks]] = 0.5
    return matrix


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path, help="folder to write")
    parser.add_argument("--words", type=int, default=300_000, help="words that get a vector")
    parser.add_argument("--columns", type=int, default=160, help="columns left by the SVD")
    return parser.parse_args()


if __name__ == "__main__":
    main()
