"""What the teacher thinks of single words, for `vectors.py --states`.

    python training/teacher_vectors.py build/states.npz build/teacher-1 --words 120000

Each of the most probable words of spacy-lookups-data is read alone. Kept are the hidden layers of the tag and of the entity
head, reduced by principal components: words that the student never sees in training then have neighbours it has seen.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from encoder import WordPieces
from numpy.typing import NDArray
from teacher_model import Item, Teacher, build_batch, build_item, by_length, load_teacher
from torch import Tensor
from vectors import probable_words


def main() -> None:
    options = _options()
    torch.set_num_threads(options.threads)
    teacher = load_teacher(options.teacher)
    words = probable_words(options.words)
    hidden = hidden_states(teacher, words)
    reduced = np.concatenate([principal(part, options.columns // 2) for part in hidden], axis=1)
    np.savez(options.output, words=np.array(words), states=reduced.astype(np.float32))
    print(f"{reduced.shape} -> {options.output}")


@torch.inference_mode()
def hidden_states(teacher: Teacher, words: list[str]) -> list[NDArray[np.float32]]:
    """The hidden layers of the tag and the entity head for each word."""
    cut = WordPieces(teacher.checkpoint)
    items = [build_item("", [(word, True)], cut) for word in words]
    places = {id(item): number for number, item in enumerate(items)}
    found = [np.zeros((len(words), head[0].out_features), dtype=np.float32) for head in (teacher.tagger, teacher.entities)]
    for batch in by_length(items, 4000):
        rows = [places[id(item)] for item in batch]
        for table, state in zip(found, _hidden(teacher, batch, cut.special["pad"]), strict=True):
            table[rows] = state.numpy()
    return found


def _hidden(teacher: Teacher, items: list[Item], pad: int) -> list[Tensor]:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, _, entities = teacher.read(build_batch(items, pad))
        return [head[1](head[0](states[:, 0])).float() for head, states in ((teacher.tagger, tags), (teacher.entities, entities))]


def principal(matrix: NDArray[np.float32], columns: int) -> NDArray[np.float32]:
    """The first principal components, scaled so that the mean row length is 1."""
    centred = matrix - matrix.mean(axis=0)
    values, directions = np.linalg.eigh(centred.T @ centred)
    reduced = centred @ directions[:, np.argsort(values)[::-1][:columns]]
    return np.asarray(reduced / np.linalg.norm(reduced, axis=1).mean(), dtype=np.float32)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path, help="the .npz file to write")
    parser.add_argument("teacher", type=Path, help="folder written by teacher.py")
    parser.add_argument("--words", type=int, default=120_000)
    parser.add_argument("--columns", type=int, default=96)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
