"""Measure pipelines on the development parts, from raw text, strict character spans.

    python training/evaluate.py build/corpus DATA gold-only=build/gold student=build/student claimcheck

Each pipeline is NAME=FOLDER; `claimcheck` alone is the installed package's own pipeline with its rules for tokens, sentences and
lemmas. Tokens that the tokenizer cuts otherwise than the gold count as wrong (F: twice the right ones through gold + found).
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Token

Span = tuple[int, int]
MEASURES: dict[str, Callable[[Token], object]] = {
    "UPOS": lambda token: token.pos_,
    "STTS": lambda token: token.tag_,
    "FEATS": lambda token: str(token.morph),
    "UAS": lambda token: _head(token),
    "LAS": lambda token: (_head(token), token.dep_.lower()),
}
SYNTAX = ("gold-dev-gsd", "gold-dev-pud")
ENTITIES = ("entities-dev", "entities-dev-uner")


def main() -> None:
    options = _options()
    for named in options.pipelines:
        name, _, folder = named.partition("=")
        start = time.perf_counter()
        nlp = _load(folder)
        print(f"{name}: loaded in {time.perf_counter() - start:.2f} s, {_size(folder)}")
        for part in SYNTAX:
            print(f"  {part}: {_line(syntax_scores(nlp, _gold(options.corpus, part, nlp)))}")
        for part in ENTITIES:
            print(f"  {part}: {_line(entity_scores(nlp, _gold(options.corpus, part, nlp)))}")
        if not options.no_speed:
            print(f"  {speed(nlp, options.data / 'wikinews-train.jsonl.gz'):.0f} words/s", flush=True)


def _load(folder: str) -> Language:
    if folder:
        return spacy.load(folder)
    import claimcheck

    return claimcheck.load_language()


def _gold(corpus: Path, part: str, nlp: Language) -> list[Doc]:
    return list(DocBin().from_disk(corpus / f"{part}.spacy").get_docs(nlp.vocab))


@dataclass
class Tally:
    """Right, gold and found ones of one measure."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def add(self, gold: Iterable[object], found: Iterable[object]) -> None:
        wanted, said = set(gold), set(found)
        self.right, self.gold, self.found = self.right + len(wanted & said), self.gold + len(wanted), self.found + len(said)

    def f(self) -> float:
        return 200 * self.right / max(1, self.gold + self.found)


@dataclass
class Tallies:
    """One tally per measure, made when first asked for."""

    by_name: dict[str, Tally] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Tally:
        return self.by_name.setdefault(name, Tally())


def syntax_scores(nlp: Language, gold: list[Doc]) -> dict[str, float]:
    """F in per cent for tokens, tags, features, syntax, sentences; share of finite verbs whose mood is right."""
    tallies = Tallies()
    moods: Counter[bool] = Counter()
    for wanted, found in zip(gold, nlp.pipe([doc.text for doc in gold]), strict=True):
        tallies["TOKENS"].add(map(_span, _words(wanted)), map(_span, _words(found)))
        for name, measure in MEASURES.items():
            annotated = {_span(token) for token in _words(wanted) if name != "STTS" or token.tag_}
            pairs = [[(_span(token), measure(token)) for token in _words(doc)] for doc in (wanted, found)]
            tallies[name].add(*([pair for pair in part if pair[0] in annotated or name != "STTS"] for part in pairs))
        tallies["SENTENCES"].add(_sentences(wanted), _sentences(found))
        moods += _moods(wanted, found)
    scores = {name: tally.f() for name, tally in tallies.by_name.items()}
    return scores | {"MOOD": 100 * moods[True] / max(1, moods.total())}


def _moods(wanted: Doc, found: Doc) -> Counter[bool]:
    said = {_span(token): token.morph.get("Mood") for token in found}
    return Counter(said.get(_span(token)) == token.morph.get("Mood") for token in wanted if token.morph.get("Mood"))


def entity_scores(nlp: Language, gold: list[Doc]) -> dict[str, float]:
    """Precision, recall and F in per cent over the labels that the gold has, then F of each."""
    labels = {ent.label_ for doc in gold for ent in doc.ents}
    tallies = Tallies()
    for number, (wanted, found) in enumerate(zip(gold, nlp.pipe([doc.text for doc in gold]), strict=True)):
        parts = [{(number, ent.start_char, ent.end_char, ent.label_) for ent in doc.ents} for doc in (wanted, found)]
        for label in ("all", *labels):
            tallies[label].add(*({ent for ent in part if ent[3] in labels and label in ("all", ent[3])} for part in parts))
    whole = tallies["all"]
    scores = {"P": 100 * whole.right / max(1, whole.found), "R": 100 * whole.right / max(1, whole.gold), "F": whole.f()}
    return scores | {label: tallies[label].f() for label in sorted(labels)}


def speed(nlp: Language, path: Path) -> float:
    """Words per second of processor time over some Wikinews articles; run with OMP_NUM_THREADS=1."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(150), strict=False)]
    list(nlp.pipe(texts[:5]))
    start = time.process_time()
    words = sum(1 for doc in nlp.pipe(texts, batch_size=16) for token in doc if not token.is_space)
    return words / (time.process_time() - start)


def _words(doc: Doc) -> list[Token]:
    return [token for token in doc if not token.is_space]


def _span(token: Token) -> Span:
    return token.idx, token.idx + len(token)


def _head(token: Token) -> Span | None:
    return None if token.head.i == token.i else _span(token.head)


def _sentences(doc: Doc) -> list[Span]:
    parts = [[token for token in sentence if not token.is_space] for sentence in doc.sents]
    return [(part[0].idx, part[-1].idx + len(part[-1])) for part in parts if part]


def _size(folder: str) -> str:
    files = [path for path in Path(folder).rglob("*") if path.is_file()] if folder else []
    return f"{sum(path.stat().st_size for path in files) / 1e6:.1f} MB"


def _line(scores: dict[str, float]) -> str:
    return "  ".join(f"{name} {value:.1f}" for name, value in scores.items())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="folder written by prepare.py")
    parser.add_argument("data", type=Path, help="folder of the corpora (for the speed)")
    parser.add_argument("pipelines", nargs="+", metavar="NAME=FOLDER")
    parser.add_argument("--no-speed", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
