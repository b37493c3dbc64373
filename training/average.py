"""The mean of the weights of two results of student.py, the second of which went on from the first (`--start`).

    python training/average.py build/first build/second build/vectors OUTPUT

Two such results lie in the same valley, and their mean is usually steadier than either.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import spacy
from spacy.language import Language
from student import load_pipeline


def main() -> None:
    options = _options()
    nlp = load_pipeline(options.first, options.vectors)
    average_into(nlp, spacy.load(options.second))
    nlp.to_disk(options.output)


def average_into(nlp: Language, other: Language) -> None:
    """Replace every weight of `nlp` by the mean of both."""
    for (_, pipe), (_, other_pipe) in zip(nlp.pipeline, other.pipeline, strict=True):
        for node, other_node in zip(pipe.model.walk(), other_pipe.model.walk(), strict=True):  # type: ignore[attr-defined]
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, (node.get_param(name) + other_node.get_param(name)) / 2)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("vectors", type=Path, help="the vectors of the second")
    parser.add_argument("output", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
