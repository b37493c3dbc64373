"""Annotate raw sentences with one or more teachers, whose scores are averaged.

    python training/annotate_silver.py DATA build/silver build/teacher-1 build/teacher-2

Input are the words of the silver files (Wikinews, GermEval, WikiANN) and, as `silver-wikiann-new`, every further sentence of
`wikiann.jsonl.gz`. The annotation that the silver files already have has a vote (`--former`, as a probability; a teacher's
scores are probabilities too); GermEval's gold entities are kept. Output are files of the same names.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import spacy
import torch
from conllu import Sentence, Word, read_sentences, write_sentences
from encoder import WordPieces
from genders import correct_genders
from moods import features
from numpy.typing import NDArray
from prepare import SILVER, _entity_rows
from spacy.language import Language
from teacher_model import ENTITY_TAGS, FEATURES, UNKNOWN, Item, Labels, Teacher, build_batch, build_item, by_length, load_teacher
from trees import best_tree

Floats = NDArray[np.float32]
NEW = "silver-wikiann-new"


def main() -> None:
    options = _options()
    torch.set_num_threads(options.threads)
    annotator = Annotator([load_teacher(folder) for folder in options.teachers])
    for name in options.files:
        annotated = map(correct_genders, annotator.annotate(_sentences(options.data, name), options.former))
        count = write_sentences(options.output / f"{name}.conllu.gz", annotated)
        print(f"{name}: {count} sentences", flush=True)


def _sentences(data: Path, name: str) -> list[Sentence]:
    if name == NEW:
        return new_sentences(data / "wikiann.jsonl.gz", list(read_sentences(data / "silver-wikiann.conllu.gz")))
    return list(read_sentences(data / f"{name}.conllu.gz"))


def pieces_of(sentence: Sentence) -> list[tuple[str, bool]]:
    """The words, each with whether a space stands before it."""
    spaces = [True, *(word.space_after for word in sentence.words)]
    return [(word.form, space) for word, space in zip(sentence.words, spaces, strict=False)]


def new_sentences(path: Path, known: list[Sentence]) -> list[Sentence]:
    """Texts of WikiANN that look like whole sentences and are not among the known ones."""
    seen = {"".join(word.form for word in sentence.words) for sentence in known}
    nlp = spacy.blank("de")
    found = []
    for number, row in enumerate(_entity_rows(path)):
        sentence = _tokenized(nlp, str(row["text"]), f"wikiann-new-{number}")
        key = "".join(word.form for word in sentence.words)
        if _looks_whole(sentence) and key not in seen:
            seen.add(key)
            found.append(sentence)
    return found


def syntax_item(sentence: Sentence, cut: WordPieces, labels: Labels) -> Item:
    """The sentence with targets for tags, features, heads and relations; what the labels lack is unknown."""
    item = build_item("syntax", pieces_of(sentence), cut)
    words = sentence.words
    rows = [[_index(labels.xpos, word.xpos), _index(labels.upos, word.upos)] for word in words]
    for row, word in zip(rows, words, strict=True):
        known = features(word.feats)
        row += [_index(labels.values[name], known.get(name, "")) if word.upos else UNKNOWN for name in FEATURES]
    item.targets = {f"tag{number}": [row[number] for row in rows] for number in range(len(FEATURES) + 2)}
    item.targets["head"] = [word.head for word in words]
    item.targets["relation"] = [_index(labels.relations, word.relation) for word in words]
    return item


def _index(labels: list[str], label: str) -> int:
    return labels.index(label) if label in labels else UNKNOWN


def _tokenized(nlp: Language, text: str, name: str) -> Sentence:
    tokens = [token for token in nlp.make_doc(text) if not token.is_space]
    words = tuple(Word(t.text, t.text, "", "", "", 0, "dep", bool(t.whitespace_), "") for t in tokens)
    return Sentence(name, name, 0, words, {"newdoc id": name, "newpar": "", "sent_id": name})


def _looks_whole(sentence: Sentence) -> bool:
    words = sentence.words
    if not 5 <= len(words) <= 70:
        return False
    has_verb_like = any(word.form[0].islower() and word.form.isalpha() and len(word.form) > 2 for word in words[1:])
    return words[-1].form in {".", "!", "?"} and words[0].form[0].isupper() and has_verb_like


@dataclass(frozen=True)
class Scores:
    """What the teachers say on one sentence, as log probabilities (relations: for every head)."""

    tags: list[Floats]
    arcs: Floats
    relations: Floats
    entities: Floats


@dataclass
class Annotator:
    """Teachers of the same labels."""

    teachers: list[Teacher]

    @cached_property
    def cut(self) -> WordPieces:
        return WordPieces(self.teachers[0].checkpoint)

    @property
    def labels(self) -> Labels:
        return self.teachers[0].labels

    def annotate(self, sentences: list[Sentence], former: float = 0.0) -> Iterator[Sentence]:
        """The same words with tags, features, heads, relations and entities (kept where `ner = gold`), in order.

        `former` is added to the scores of what a sentence already says.
        """
        for start in range(0, len(sentences), 2000):
            part = sentences[start : start + 2000]
            items = [build_item("", pieces_of(sentence), self.cut) for sentence in part]
            scores = self.scores(items)
            for sentence, item in zip(part, items, strict=True):
                if former and sentence.words[0].upos:
                    self._add_vote(scores[id(item)], sentence, former)
                yield self._decoded(sentence, scores[id(item)])

    @torch.inference_mode()
    def scores(self, items: list[Item]) -> dict[int, Scores]:
        """Averaged scores by the identity of the item."""
        for teacher in self.teachers:
            teacher.eval()
        found: dict[int, Scores] = {}
        for batch in by_length(items, 3000):
            runs = [self._run(teacher, batch) for teacher in self.teachers]
            for row, item in enumerate(batch):
                found[id(item)] = _mean([run[row] for run in runs])
        return found

    def _run(self, teacher: Teacher, items: list[Item]) -> list[Scores]:
        batch = build_batch(items, self.cut.special["pad"])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            tags, syntax, entities = teacher.read(batch)
            said = [part.softmax(2).numpy() for part in teacher.tag(tags)]
            arcs, relations = teacher.parse(syntax, batch.words)
            spans = teacher.entities(entities).float().softmax(2).numpy()
        arc, name = arcs.softmax(2).numpy(), relations.softmax(3).numpy()
        sizes = [len(item.first) for item in items]
        return [
            Scores([part[i, :n] for part in said], arc[i, :n, : n + 1], name[i, :n, : n + 1], spans[i, :n])
            for i, n in enumerate(sizes)
        ]

    def _add_vote(self, scores: Scores, sentence: Sentence, weight: float) -> None:
        """Add `weight` in place to the scores of the sentence's own annotation."""
        said = syntax_item(sentence, self.cut, self.labels).targets
        rows = np.arange(len(sentence.words))
        for table, name in [(table, f"tag{number}") for number, table in enumerate(scores.tags)] + [(scores.arcs, "head")]:
            values = np.array(said[name])
            table[rows[values >= 0], values[values >= 0]] += weight
        names = np.array(said["relation"])
        scores.relations[rows[names >= 0], :, names[names >= 0]] += weight
        tags = [ENTITY_TAGS.index(tag) for tag in _to_bilou([word.entity for word in sentence.words])]
        scores.entities[rows, tags] += weight

    def _decoded(self, sentence: Sentence, scores: Scores) -> Sentence:
        pairs = self._pairs(scores.tags)
        xpos = [self.labels.xpos[index] for index in scores.tags[0].argmax(1)]
        heads = _heads(scores.arcs)
        relations = self._relations(scores.relations, heads)
        entities = [word.entity for word in sentence.words]
        if sentence.comments.get("ner") != "gold":
            entities = decode_entities(scores.entities)
        rows = zip(sentence.words, pairs, xpos, heads, relations, entities, strict=True)
        return sentence.with_words(
            [
                replace(word, upos=upos, feats=feats, xpos=tag, head=head, relation=relation, entity=entity)
                for word, (upos, feats), tag, head, relation, entity in rows
            ]
        )

    def _pairs(self, tags: list[Floats]) -> list[tuple[str, str]]:
        """The most probable combination of tag and features that gold has."""
        total = np.log(tags[1] + 1e-9)[:, self._pair_columns[0]]
        for part, columns in zip(tags[2:], self._pair_columns[1:], strict=True):
            total = total + np.log(part + 1e-9)[:, columns]
        return [self.labels.pairs[index] for index in total.argmax(1)]

    @cached_property
    def _pair_columns(self) -> list[NDArray[np.int64]]:
        known = [dict(feature.split("=", 1) for feature in feats.split("|") if feature) for _, feats in self.labels.pairs]
        columns = [[self.labels.upos.index(upos) for upos, _ in self.labels.pairs]]
        columns += [[self.labels.values[name].index(feats.get(name, "")) for feats in known] for name in FEATURES]
        return [np.array(column) for column in columns]

    def _relations(self, scores: Floats, heads: list[int]) -> list[str]:
        root = self.labels.relations.index("root")
        names = []
        for row, head in zip(scores, heads, strict=True):
            said = row[head].copy()
            said[root] = 2.0 if head == 0 else -1.0
            names.append(self.labels.relations[int(said.argmax())])
        return names

    def entity_scores(self, path: Path) -> dict[str, float]:
        """Precision, recall and F of entities in a JSONL file, all labels and each."""
        nlp = spacy.blank("de")
        rows = list(_entity_rows(path))
        sentences = [_tokenized(nlp, str(row["text"]), str(number)) for number, row in enumerate(rows)]
        gold = {(n, *entity) for n, row in enumerate(rows) for entity in row["entities"]}  # type: ignore[attr-defined]
        found = {(n, *span) for n, sentence in enumerate(self.annotate(sentences)) for span in entity_spans(sentence)}
        scores = {"NER P": len(gold & found) / len(found or "1"), "NER R": len(gold & found) / len(gold)}
        for label in ("PER", "LOC", "ORG", "MISC", ""):
            parts = [{entry for entry in part if label in ("", entry[3])} for part in (gold, found)]
            scores[f"NER {label or 'F'}"] = 2 * len(parts[0] & parts[1]) / max(1, len(parts[0]) + len(parts[1]))
        return scores


def _mean(runs: list[Scores]) -> Scores:
    if len(runs) == 1:
        return runs[0]
    return Scores(
        [np.mean(parts, axis=0) for parts in zip(*(run.tags for run in runs), strict=True)],
        np.mean([run.arcs for run in runs], axis=0),
        np.mean([run.relations for run in runs], axis=0),
        np.mean([run.entities for run in runs], axis=0),
    )


def _heads(arcs: Floats) -> list[int]:
    size = len(arcs) + 1
    scores = np.full((size, size), -1e9)
    scores[1:] = np.log(arcs.astype(np.float64) + 1e-12)
    return best_tree(scores)


def decode_entities(scores: Floats) -> list[str]:
    """The best allowed sequence of BIOES tags, as IOB tags, "" for none."""
    logs = np.log(scores + 1e-9)
    best, back = np.where(_STARTS, logs[0], -1e9), []
    for row in logs[1:]:
        ways = best[:, None] + _FOLLOWS
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    tag = int(np.where(_ENDS, best, -1e9).argmax())
    path = [tag]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [_IOB[index] for index in reversed(path)]


def _to_bilou(tags: list[str]) -> list[str]:
    following = [*tags[1:], ""]
    pairs = zip(tags, following, strict=True)
    return [_bilou(tag, goes_on=after.startswith("I-")) if tag else "O" for tag, after in pairs]


def _bilou(tag: str, *, goes_on: bool) -> str:
    if tag[0] == "B":
        return tag if goes_on else "U" + tag[1:]
    return tag if goes_on else "L" + tag[1:]


def _may_follow(before: str, after: str) -> bool:
    is_open = before[0] in "BI"
    return (after[0] in "IL" and after[1:] == before[1:]) if is_open else after[0] in "OBU"


_STARTS = np.array([tag[0] in "OBU" for tag in ENTITY_TAGS])
_ENDS = np.array([tag[0] in "OLU" for tag in ENTITY_TAGS])
_FOLLOWS = np.array([[0.0 if _may_follow(a, b) else -1e9 for b in ENTITY_TAGS] for a in ENTITY_TAGS])
_IOB = ["" if tag == "O" else ("B" if tag[0] in "BU" else "I") + tag[1:] for tag in ENTITY_TAGS]


def entity_spans(sentence: Sentence) -> Iterable[tuple[int, int, str]]:
    """Entities as (start, end, label) in characters of the sentence's own text."""
    spans: list[tuple[int, int, str]] = []
    place = 0
    for word in sentence.words:
        end = place + len(word.form)
        if word.entity.startswith("I-") and spans:
            spans[-1] = (spans[-1][0], end, spans[-1][2])
        elif word.entity:
            spans.append((place, end, word.entity[2:]))
        place = end + word.space_after
    return spans


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("output", type=Path)
    parser.add_argument("teachers", type=Path, nargs="+", help="folders written by teacher.py")
    parser.add_argument("--former", type=float, default=0.5, help="weight of the annotation that the silver files have")
    parser.add_argument("--files", nargs="*", default=[*SILVER, NEW], help="which files to write")
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
