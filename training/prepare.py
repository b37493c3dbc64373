"""Turn the CoNLL-U and JSONL files into spaCy's binary training files.

    python training/prepare.py DATA build/corpus

DATA is the folder with `ud-*.conllu.gz`, `silver-*.conllu.gz` and the entity files. Written are
`gold-train`, `gold-dev-gsd`, `gold-dev-pud` (tags, features, syntax), `silver` (these and entities), `reported` (silver
with its verbs in Konjunktiv I), `entities-swapped` (silver with other names), `entities-train`, `entities-dev` (GermEval),
`entities-uner`, `entities-dev-uner` (no MISC), all `.spacy`.

A training document has two to six consecutive sentences; paragraph borders, and some sentence borders inside a paragraph,
are line breaks, some gaps are double spaces, some texts get another style of quotation marks, and some last full stops
go, as in headings. Seeded.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path

import spacy
from conllu import Sentence, Word, read_sentences
from moods import correct_moods, features, in_reported_speech
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training.iob_utils import biluo_tags_to_spans, offsets_to_biluo_tags
from swaps import Names, swap_names

SILVER = ("silver-wikinews", "silver-germeval", "silver-wikiann")
"""The silver files that come with the data."""
LEAST_SILVER = 20
"""A label of tag and features that gold does not have must be as frequent as this in silver."""
QUOTES = (("„", "“"), ('"', '"'), ("»", "«"), ("“", "”"), ("„", "”"), ("«", "»"))
OPENING, CLOSING = frozenset("„»«"), frozenset("“”")


def main() -> None:
    options = _options()
    writer = Writer(options.output, random.Random(options.seed))
    gold = _gold(options.data)
    folder = options.silver_folder or options.data
    silver = [correct_moods(sentence) for name in options.silver for sentence in read_sentences(folder / f"{name}.conllu.gz")]
    labels = _allowed_labels(gold["train"], silver)
    for part in ("dev-gsd", "dev-pud"):
        writer.write(f"gold-{part}", writer.plain(gold[part]))
    writer.write("gold-train", writer.varied(gold["train"] * options.gold_copies))
    writer.write("silver", writer.varied([_pruned(sentence, labels) for sentence in silver]))
    reported = [changed for sentence in silver if (changed := in_reported_speech(sentence))]
    writer.write("reported", writer.varied([_pruned(sentence, labels) for sentence in reported if _is_known(sentence, labels)]))
    writer.write("entities-swapped", writer.varied(_swapped(silver, writer.chance)))
    _write_entities(writer, options.data)


class Writer:
    """Builds documents with one blank pipeline and one random generator, and writes them."""

    def __init__(self, output: Path, chance: random.Random) -> None:
        self.output, self.chance, self.nlp = output, chance, spacy.blank("de")
        output.mkdir(parents=True, exist_ok=True)

    def write(self, name: str, docs: Iterable[Doc]) -> None:
        binary = DocBin(docs=docs, store_user_data=False)
        binary.to_disk(self.output / f"{name}.spacy")
        print(f"{name}: {len(binary)} documents, {sum(len(tokens) for tokens in binary.tokens)} tokens")

    def plain(self, sentences: list[Sentence]) -> Iterator[Doc]:
        """Documents of at most ten sentences, as they stand."""
        for group in _groups(sentences):
            for start in range(0, len(group), 10):
                yield build_doc(self.nlp, _joined(group[start : start + 10], [""] * 10))

    def varied(self, sentences: list[Sentence]) -> Iterator[Doc]:
        """Documents of two to six sentences with the variations of a real page."""
        for group in _groups(sentences):
            rest = group
            while rest:
                size = self.chance.randint(2, 6)
                part, rest = rest[:size], rest[size:]
                yield build_doc(self.nlp, self._vary(part))

    def _vary(self, part: list[Sentence]) -> list[Sentence]:
        style = self.chance.choice(QUOTES) if self.chance.random() < 0.5 else None
        ends = [following.paragraph != sentence.paragraph for sentence, following in pairwise(part)]
        gaps = [*(self._gap(is_end) for is_end in ends), ""]
        varied = [_quoted(sentence, style) if style else sentence for sentence in part]
        varied = [
            _without_stop(sentence) if "\n" in gap and self.chance.random() < 0.15 else sentence
            for sentence, gap in zip(varied, gaps, strict=True)
        ]
        return _joined(varied, gaps)

    def _gap(self, is_paragraph_end: bool) -> str:
        if is_paragraph_end:
            return self.chance.choice(("\n", "\n\n", "\n\n"))
        chance = self.chance.random()
        return "\n" if chance < 0.08 else " " if chance < 0.12 else ""


def _gold(data: Path) -> dict[str, list[Sentence]]:
    """Gold sentences by part: GSD in blocks of ten sentences, PUD by document, one tenth of each for development."""
    parts: dict[str, list[Sentence]] = {"train": [], "dev-gsd": [], "dev-pud": []}
    for number, sentence in enumerate(read_sentences(data / "ud-gsd-dev.conllu.gz")):
        block = f"gsd-{number // 10}"
        parts["dev-gsd" if _is_held_out(block, 100) else "train"].append(replace(sentence, group=block))
    for sentence in read_sentences(data / "ud-pud-train.conllu.gz"):
        parts["dev-pud" if _is_held_out(sentence.group, 100) else "train"].append(sentence)
    return parts


def _is_held_out(name: str, thousandths: int) -> bool:
    return int(hashlib.md5(f"claimcheck-dev-{name}".encode()).hexdigest(), 16) % 1000 < thousandths


def _allowed_labels(gold: list[Sentence], silver: list[Sentence]) -> dict[tuple[str, str], tuple[str, str] | None]:
    """Every pair of tag and features that occurs → itself if allowed, else the nearest allowed one, None if none is near."""
    counts = Counter((word.upos, word.feats) for sentence in silver for word in sentence.words)
    allowed = {(word.upos, word.feats) for sentence in gold for word in sentence.words if word.upos}
    allowed |= {label for label, count in counts.items() if count >= LEAST_SILVER}
    ordered = sorted(allowed, key=lambda label: (-counts[label], label))
    print(f"labels of tag and features: {len(counts)} in silver, {len(allowed)} kept")
    return {label: label if label in allowed else _nearest(label, ordered) for label in counts}


def _nearest(label: tuple[str, str], allowed: list[tuple[str, str]]) -> tuple[str, str] | None:
    wanted = set(features(label[1]).items())
    near = [(len(wanted ^ set(features(feats).items())), upos, feats) for upos, feats in allowed if upos == label[0]]
    best = min(near, key=lambda entry: entry[0], default=None)
    return (best[1], best[2]) if best and best[0] <= 2 else None


def _pruned(sentence: Sentence, labels: dict[tuple[str, str], tuple[str, str] | None]) -> Sentence:
    words = []
    for word in sentence.words:
        upos, feats = labels[word.upos, word.feats] or ("", "")
        words.append(replace(word, upos=upos, feats=feats))
    return sentence.with_words(words)


def _swapped(silver: list[Sentence], chance: random.Random) -> list[Sentence]:
    names = Names.of(silver)
    print({label: len(part) for label, part in names.by_label.items()}, "names to exchange")
    return [_flat(swap_names(sentence, names, chance)) for sentence in silver if any(word.entity for word in sentence.words)]


def _flat(sentence: Sentence) -> Sentence:
    """Exchanged names break the tree: every word hangs on the first."""
    words = [replace(word, head=min(index, 1), relation="dep" if index else "root") for index, word in enumerate(sentence.words)]
    return sentence.with_words(words)


def _is_known(sentence: Sentence, labels: dict[tuple[str, str], tuple[str, str] | None]) -> bool:
    return all((word.upos, word.feats) in labels for word in sentence.words)


def _groups(sentences: list[Sentence]) -> Iterator[list[Sentence]]:
    """Runs of one document; documents of a single sentence are taken together, each its own paragraph."""
    singles: list[Sentence] = []
    for _, members in groupby(sentences, key=lambda sentence: sentence.group):
        group = list(members)
        if len(group) > 1:
            yield group
        else:
            singles += group
    if singles:
        yield singles


def _joined(part: list[Sentence], gaps: list[str]) -> list[Sentence]:
    """The sentences, each but the last followed by its gap as a white-space token."""
    return [_spaced(sentence, gap) for sentence, gap in zip(part, gaps, strict=False)]


def _spaced(sentence: Sentence, gap: str) -> Sentence:
    last = replace(sentence.words[-1], space_after=not gap.startswith("\n"))
    if not gap:
        return sentence.with_words([*sentence.words[:-1], last])
    white = Word(gap, gap, "SPACE", "_SP", "", len(sentence.words), "dep", False, "")
    return sentence.with_words([*sentence.words[:-1], last, white])


def _quoted(sentence: Sentence, style: tuple[str, str]) -> Sentence:
    """The sentence with its double quotation marks in another style; marks that do not pair are left."""
    marks = [index for index, word in enumerate(sentence.words) if word.form in OPENING | CLOSING | {'"'}]
    words = list(sentence.words)
    if len(marks) % 2:
        return sentence
    for number, index in enumerate(marks):
        words[index] = replace(words[index], form=style[number % 2])
    return sentence.with_words(words)


def _without_stop(sentence: Sentence) -> Sentence:
    last = len(sentence.words) - 1
    is_free = all(word.head != last + 1 for word in sentence.words)
    if last < 3 or sentence.words[last].form != "." or not is_free:
        return sentence
    return sentence.with_words(list(sentence.words[:last]))


def build_doc(nlp: Language, sentences: list[Sentence]) -> Doc:
    """One document with all annotation; a word without tag or features has none there (missing, not empty)."""
    words = [word for sentence in sentences for word in sentence.words]
    starts = [index == 0 for sentence in sentences for index in range(len(sentence.words))]
    return Doc(
        nlp.vocab,
        words=[word.form for word in words],
        spaces=[word.space_after for word in words],
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats or ("_" if word.upos else "") for word in words],
        heads=_absolute_heads(sentences),
        deps=["ROOT" if word.relation == "root" else word.relation for word in words],
        sent_starts=starts,
        ents=[word.entity or "O" for word in words],
    )


def _absolute_heads(sentences: list[Sentence]) -> list[int]:
    heads: list[int] = []
    for sentence in sentences:
        offset = len(heads)
        heads += [offset + (word.head - 1 if word.head else index) for index, word in enumerate(sentence.words)]
    return heads


def _write_entities(writer: Writer, data: Path) -> None:
    germeval = list(_entity_rows(data / "germeval-train.jsonl.gz"))
    writer.write("entities-train", _entity_docs(writer, germeval, 4))
    writer.write("entities-dev", _entity_docs(writer, list(_entity_rows(data / "germeval-dev.jsonl.gz")), 1))
    uner = list(_entity_rows(data / "uner-pud-train.jsonl.gz"))
    writer.write("entities-uner", _entity_docs(writer, [row for row in uner if not _is_dev_row(row)], 1))
    writer.write("entities-dev-uner", _entity_docs(writer, [row for row in uner if _is_dev_row(row)], 1))


def _entity_rows(path: Path) -> Iterator[dict[str, object]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _is_dev_row(row: dict[str, object]) -> bool:
    return _is_held_out(str(row["source"])[:6], 100)


def _entity_docs(writer: Writer, rows: list[dict[str, object]], size: int) -> Iterator[Doc]:
    """Documents of up to `size` texts with entities where tokens and spans meet (others are left unknown)."""
    for start in range(0, len(rows), size):
        text, spans = "", []
        for row in rows[start : start + size]:
            text += writer.chance.choice((" ", "\n", "\n\n")) if text else ""
            spans += [(len(text) + first, len(text) + last, label) for first, last, label in row["entities"]]  # type: ignore[attr-defined]
            text += str(row["text"])
        yield _entity_doc(writer.nlp, text, spans)


def _entity_doc(nlp: Language, text: str, spans: list[tuple[int, int, str]]) -> Doc:
    doc = nlp.make_doc(text)
    tags = offsets_to_biluo_tags(doc, spans, missing="O")
    unknown = [doc[index : index + 1] for index, tag in enumerate(tags) if tag == "-"]
    doc.set_ents(biluo_tags_to_spans(doc, ["O" if tag == "-" else tag for tag in tags]), missing=unknown)
    return doc


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("output", type=Path, help="folder to write")
    parser.add_argument("--silver", nargs="*", default=list(SILVER), help="silver files to use, without .conllu.gz")
    parser.add_argument("--silver-folder", type=Path, help="folder of the silver files, if it is not DATA")
    parser.add_argument("--gold-copies", type=int, default=4, help="how often each gold sentence is written, varied anew")
    parser.add_argument("--seed", type=int, default=7)
    return parser.parse_args()


if __name__ == "__main__":
    main()
