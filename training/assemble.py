"""Put the two halves together as one pipeline in spaCy's folder format, as small as it can be.

    python training/assemble.py build/syntax build/entities OUTPUT

What only training needs (strings of the training texts, moving averages) is left out; there is no pickle in the folder.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.strings import StringStore

META = {
    "lang": "de",
    "name": "claimcheck_news",
    "version": "1.0.0",
    "description": "German news: STTS tags, UD tags, features and syntax, entities (PER, LOC, ORG, MISC).",
    "license": "CC BY-SA 4.0",
    "author": "claimcheck",
}


def main() -> None:
    options = _options()
    nlp = assemble(options.syntax, options.entities)
    nlp.meta.update(META)
    _clear(options.output)
    nlp.to_disk(options.output)
    _loosen_version(options.output / "meta.json")
    _drop_strings(options.output / "vocab" / "strings.json", nlp)
    size = sum(path.stat().st_size for path in options.output.rglob("*") if path.is_file())
    print(f"{options.output}: {size / 1e6:.1f} MB, {nlp.pipe_names}")


def assemble(syntax: Path, entities: Path) -> Language:
    """The syntax pipeline with the other one's `ner` at its end; both must have the same vectors."""
    nlp, other = spacy.load(syntax), spacy.load(entities)
    if nlp.vocab.vectors.shape != other.vocab.vectors.shape:
        raise SystemExit("the two halves were trained with different vectors")
    nlp.add_pipe("ner", source=other)
    nlp.config["initialize"]["vectors"] = None
    return nlp


def _clear(folder: Path) -> None:
    """Remove a former pipeline; the model card stays."""
    for path in folder.glob("*"):
        if path.is_dir():
            shutil.rmtree(path)
        elif path.suffix != ".md":
            path.unlink()


def _loosen_version(path: Path) -> None:
    """Any spaCy 3.8 reads the folder, not only the release that wrote it."""
    meta = srsly.read_json(path)
    srsly.write_json(path, meta | {"spacy_version": ">=3.8.0,<3.9.0"})


def _drop_strings(path: Path, nlp: Language) -> None:
    """Keep only the strings that labels need; words get theirs when a text is read."""
    labels = {label for pipe in nlp.pipe_labels.values() for label in pipe}
    labels |= {part for label in nlp.pipe_labels["morphologizer"] for part in label.replace("=", "|").split("|")}
    morphs = {"|".join(f for f in label.split("|") if not f.startswith("POS=")) for label in nlp.pipe_labels["morphologizer"]}
    StringStore(sorted(labels | morphs)).to_disk(path)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("syntax", type=Path)
    parser.add_argument("entities", type=Path)
    parser.add_argument("output", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
