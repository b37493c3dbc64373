"""Sentences of a CoNLL-U file as frozen records, with the paragraph and document borders that its comments give."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

MISSING = "_"


@dataclass(frozen=True)
class Word:
    """One token. `head` counts from 1 inside the sentence, 0 is the root; `entity` is an IOB tag, "" for none."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str
    space_after: bool
    entity: str


@dataclass(frozen=True)
class Sentence:
    """Words in order. `group` is the document (or all that precedes the first document mark), `paragraph` counts up."""

    name: str
    group: str
    paragraph: int
    words: tuple[Word, ...]
    comments: dict[str, str] = field(default_factory=dict)

    def with_words(self, words: list[Word]) -> Sentence:
        return replace(self, words=tuple(words))


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Every sentence of a CoNLL-U file (`.gz` or plain), in file order."""
    group, paragraph = path.stem, 0
    for comments, rows in _blocks(path):
        group = comments.get("newdoc id", comments.get("doc", group))
        paragraph += "newpar" in comments
        words = tuple(_word(row) for row in rows if row[0].isdigit())
        yield Sentence(comments.get("sent_id", ""), group, paragraph, words, comments)


def _blocks(path: Path) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                comments[key.strip()] = value.strip()
            elif line.strip():
                rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                yield comments, rows
                comments, rows = {}, []
    if rows:
        yield comments, rows


def _word(row: list[str]) -> Word:
    misc = dict(part.partition("=")[::2] for part in row[9].split("|"))
    return Word(
        form=row[1],
        lemma=row[2],
        upos="" if row[3] == MISSING else row[3],
        xpos="" if row[4] == MISSING else row[4],
        feats="" if row[5] == MISSING else row[5],
        head=int(row[6]),
        relation=row[7],
        space_after=misc.get("SpaceAfter") != "No",
        entity=misc.get("NER", ""),
    )


def write_sentences(path: Path, sentences: Iterable[Sentence]) -> int:
    """Write CoNLL-U (gzip); how many sentences there were."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count = 0
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for sentence in sentences:
            count += 1
            lines.writelines(f"# {key} = {value}\n" if value else f"# {key}\n" for key, value in sentence.comments.items())
            lines.writelines(_row(number, word) for number, word in enumerate(sentence.words, start=1))
            lines.write("\n")
    return count


def _row(number: int, word: Word) -> str:
    misc = [f"NER={word.entity}"] if word.entity else []
    misc += [] if word.space_after else ["SpaceAfter=No"]
    tags = [value or MISSING for value in (word.upos, word.xpos, word.feats)]
    columns = [number, word.form, word.lemma, *tags, word.head, word.relation, MISSING, "|".join(misc) or MISSING]
    return "\t".join(map(str, columns)) + "\n"
