"""Train one half of the pipeline: `syntax` (tok2vec, tagger, morphologizer, parser) or `entities` (ner).

    python training/student.py syntax build/corpus build/vectors build/syntax --passes 12
    python training/student.py entities build/corpus build/vectors build/entities --passes 12

Both halves run on one core each and are put together by `assemble.py`. The learning rate rises for the first twentieth
and then falls to zero. The best pipeline so far lies in OUTPUT; `--minutes` ends a run by the clock (the rate then falls
with the clock, so such a run cannot be repeated to the digit). `--start FOLDER` goes on from an earlier result: with its
labels, and with new vectors if their first columns mean the same as the old ones (`vectors.py --like`).
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import fix_random_seed
from thinc.api import Adam, Optimizer

WARM_UP = 0.05
SYNTAX, ENTITIES = "syntax", "entities"
TRAIN = {SYNTAX: ["gold-train", "silver"], ENTITIES: ["silver", "entities-train"]}
DEVELOPMENT = {SYNTAX: ["gold-dev-gsd", "gold-dev-pud"], ENTITIES: ["entities-dev"]}
WEIGHTS = {
    SYNTAX: {"tag_acc": 0.1, "pos_acc": 0.2, "morph_acc": 0.2, "dep_las": 0.5},
    ENTITIES: {"ents_f": 1.0},
}

SHOWN = ("tag_acc", "pos_acc", "morph_acc", "dep_uas", "dep_las", "sents_f", "ents_p", "ents_r", "ents_f")


def main() -> None:
    options = _options()
    fix_random_seed(options.seed)
    nlp = load_pipeline(options.start, options.vectors) if options.start else build_pipeline(options)
    examples = read_examples(nlp, options.corpus, options.train or TRAIN[options.half])
    development = read_examples(nlp, options.corpus, DEVELOPMENT[options.half])
    words = sum(len(example.reference) for example in examples)
    print(f"{len(examples)} documents, {words} words, {len(development)} for development", flush=True)
    if options.start:
        for example in examples:
            _forget_unknown(example.reference, frozenset(nlp.pipe_labels.get("tagger", [])))
    else:
        nlp.initialize(lambda: examples)
    Run(nlp, examples, development, options, words).train()


def build_pipeline(options: argparse.Namespace) -> Language:
    """The vectors' pipeline with the untrained components of one half."""
    nlp = spacy.load(options.vectors)
    if options.half == ENTITIES:
        nlp.add_pipe("ner", config={"model": _transitions("ner", 64, _tok2vec(options)), "update_with_oracle_cut_size": 100})
        return nlp
    nlp.add_pipe("tok2vec", config={"model": _tok2vec(options)})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": options.width, "upstream": "tok2vec"}
    for name in ("tagger", "morphologizer"):
        nlp.add_pipe(name, config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener, "nO": None}})
    nlp.add_pipe("parser", config={"model": _transitions("parser", options.hidden, listener), "min_action_freq": 20})
    return nlp


def load_pipeline(folder: Path, vectors: Path) -> Language:
    """An earlier result with new vectors; weights of the columns that are new begin at zero."""
    nlp = spacy.load(folder)
    nlp.vocab.vectors = spacy.load(vectors).vocab.vectors
    width = nlp.vocab.vectors.shape[1]
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk():  # type: ignore[attr-defined]
            if node.name == "static_vectors":
                weights = node.get_param("W")
                wider = node.ops.alloc2f(weights.shape[0], width)
                wider[:, : weights.shape[1]] = weights
                node.set_param("W", None)  # only then may the dimension change
                node.set_dim("nM", width, force=True)
                node.set_param("W", wider)
    return nlp


def _forget_unknown(doc: Doc, tags: frozenset[str]) -> None:
    """Make tags that the pipeline has no label for unknown (the other components do so by themselves)."""
    for token in doc:
        if token.tag_ not in tags:
            token.tag_ = ""


def _tok2vec(options: argparse.Namespace) -> dict[str, Any]:
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": options.width,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
        "rows": options.rows,
        "include_static_vectors": True,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": options.width,
        "depth": options.depth,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    return {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}


def _transitions(kind: str, hidden: int, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": tok2vec,
    }


def read_examples(nlp: Language, corpus: Path, names: list[str]) -> list[Example]:
    """Examples whose text is tokenized anew, so that the tokenizer's errors are part of training and development."""
    binaries = [DocBin().from_disk(corpus / f"{name}.spacy") for name in names]
    return [
        Example(nlp.make_doc(reference.text), reference)
        for binary in binaries
        for reference in binary.get_docs(nlp.vocab)
        if len(reference)
    ]


@dataclass
class Run:
    """One training run: what is trained on what, and how far it has come."""

    nlp: Language
    examples: list[Example]
    development: list[Example]
    options: argparse.Namespace
    words: int
    best: float = 0.0
    seen: int = 0
    start: float = 0.0

    def train(self) -> None:
        optimizer = Adam(learn_rate=0.0, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
        self.start = last = time.monotonic()
        for step, batch in enumerate(self._batches()):
            optimizer.learn_rate = self._rate()
            self.nlp.update(batch, drop=self.options.dropout, sgd=optimizer, losses={})
            self.seen += sum(len(example.reference) for example in batch)
            if time.monotonic() - last > 60 * self.options.report_minutes:
                self._report(step, optimizer)
                last = time.monotonic()
            if self.progress() >= 1.0:
                break
        self._report(step, optimizer)

    def progress(self) -> float:
        """From 0 to 1, by passes or by the clock, whichever is further."""
        by_words = self.seen / (self.words * self.options.passes)
        by_clock = (time.monotonic() - self.start) / (60 * self.options.minutes) if self.options.minutes else 0.0
        return max(by_words, by_clock)

    def _rate(self) -> float:
        progress = self.progress()
        return float(self.options.rate * min(progress / WARM_UP, (1 - progress) / (1 - WARM_UP))) + 1e-7

    def _batches(self) -> Iterator[list[Example]]:
        chance = random.Random(self.options.seed)
        while True:
            chance.shuffle(self.examples)
            batch: list[Example] = []
            words = 0
            for example in self.examples:
                batch.append(example)
                words += len(example.reference)
                if words >= self.options.batch_words:
                    yield batch
                    batch, words = [], 0

    def _report(self, step: int, optimizer: Optimizer) -> None:
        with self.nlp.use_params(optimizer.averages):
            scores = self.nlp.evaluate([Example(self.nlp.make_doc(e.reference.text), e.reference) for e in self.development])
            score = sum(weight * (scores.get(name) or 0.0) for name, weight in WEIGHTS[self.options.half].items())
            if score > self.best or (self.options.last and self.progress() >= 1.0):
                self.best = score
                self.nlp.to_disk(self.options.output)
        minutes = (time.monotonic() - self.start) / 60
        line = {"minutes": round(minutes, 1), "step": step, "passes": round(self.seen / self.words, 2), "score": round(score, 4)}
        line |= {"words/s": round(self.seen / minutes / 60)}
        line |= {name: round(scores[name], 4) for name in SHOWN if scores.get(name)}
        print(json.dumps(line), flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("half", choices=(SYNTAX, ENTITIES))
    parser.add_argument("corpus", type=Path, help="folder written by prepare.py")
    parser.add_argument("vectors", type=Path, help="folder written by vectors.py")
    parser.add_argument("output", type=Path, help="folder for the best pipeline")
    parser.add_argument("--start", type=Path, help="go on from this earlier result")
    parser.add_argument("--train", nargs="*", help="training files without .spacy; a name given twice counts twice")
    parser.add_argument("--passes", type=float, default=12.0, help="passes over the training words")
    parser.add_argument("--minutes", type=float, default=0.0, help="end by the clock, 0: by passes alone")
    parser.add_argument("--last", action="store_true", help="write the last state even if an earlier one was better")
    parser.add_argument("--report-minutes", type=float, default=4.0, help="minutes between two evaluations")
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--depth", type=int, default=4)
    parser.add_argument("--hidden", type=int, default=64, help="hidden width of the parser")
    parser.add_argument("--rows", type=int, nargs=4, default=[6000, 1500, 4000, 2500], help="of NORM PREFIX SUFFIX SHAPE")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--rate", type=float, default=0.0015, help="highest learning rate")
    parser.add_argument("--batch-words", type=int, default=1200)
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


if __name__ == "__main__":
    main()
