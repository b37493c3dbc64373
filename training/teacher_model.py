"""The teacher: the encoder with heads for tags, features, syntax and entities, and what it reads and says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import torch
from conllu import Sentence
from encoder import Checkpoint, Encoder, WordPieces, read_checkpoint
from moods import features
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional

UNKNOWN = -100
FEATURES = (
    *("Case", "Gender", "Number", "Person", "Mood", "Tense", "VerbForm"),
    *("Degree", "Definite", "PronType", "Poss", "Reflex", "NumType", "Polarity"),
)
ENTITY_TAGS = ("O", *(f"{place}-{label}" for label in ("PER", "LOC", "ORG", "MISC") for place in "BILU"))
ENCODER_PREFIX = "encoder."


@dataclass(frozen=True)
class Labels:
    """What each head can say; `pairs` are the combinations of tag and features that may be written."""

    xpos: list[str]
    upos: list[str]
    relations: list[str]
    values: dict[str, list[str]]
    pairs: list[tuple[str, str]]

    @staticmethod
    def of(sentences: Iterable[Sentence]) -> Labels:
        words = [word for sentence in sentences for word in sentence.words]
        values = {name: sorted({features(word.feats).get(name, "") for word in words}) for name in FEATURES}
        return Labels(
            xpos=sorted({word.xpos for word in words if word.xpos}),
            upos=sorted({word.upos for word in words if word.upos}),
            relations=sorted({word.relation for word in words}),
            values=values,
            pairs=sorted({(word.upos, word.feats) for word in words if word.upos}),
        )


@dataclass
class Item:
    """One sentence: its pieces, the first and last piece of every word, and what is known of it."""

    kind: str
    pieces: list[int]
    first: list[int]
    last: list[int]
    targets: dict[str, list[int] | list[list[int]]] = field(default_factory=dict)


def build_item(kind: str, words: list[tuple[str, bool]], cut: WordPieces) -> Item:
    """The sentence of (word, is there a space before it) as pieces between the begin and end marks."""
    item = Item(kind, [cut.special["bos"]], [], [])
    for word, after_space in words:
        pieces = cut(word, after_space=after_space)
        item.first.append(len(item.pieces))
        item.pieces += pieces
        item.last.append(len(item.pieces) - 1)
    item.pieces = [*item.pieces[:511], cut.special["eos"]]
    item.first, item.last = ([min(place, 510) for place in places] for places in (item.first, item.last))
    return item


@dataclass(frozen=True)
class Batch:
    """Padded sentences; `words` is true where there is a word."""

    ids: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    words: Tensor
    targets: dict[str, Tensor]


def build_batch(items: list[Item], pad: int) -> Batch:
    """All items must be of one kind."""
    ids = _padded([item.pieces for item in items], pad)
    words = _padded([[1] * len(item.first) for item in items], 0).bool()
    targets = {name: _padded([item.targets[name] for item in items], UNKNOWN) for name in items[0].targets}  # type: ignore[misc]
    mask = (ids != pad)[:, None, None, :]
    return Batch(ids, mask, _padded([item.first for item in items], 0), _padded([item.last for item in items], 0), words, targets)


def _padded(rows: list[list[int]], filler: int) -> Tensor:
    tensors = [torch.tensor(row, dtype=torch.long) for row in rows]
    return nn.utils.rnn.pad_sequence(tensors, batch_first=True, padding_value=filler)


class Teacher(nn.Module):
    """Scores of every head for a batch. `drop` is the dropout between encoder and heads."""

    def __init__(self, labels: Labels, checkpoint: Checkpoint, *, layers: int, drop: float = 0.25) -> None:
        super().__init__()
        self.labels, self.checkpoint, self.depth = labels, checkpoint, layers
        self.encoder = Encoder(checkpoint, layers=layers, frozen=2, drop=0.1)
        self.mixes = nn.Parameter(torch.zeros(3, layers + 1))
        wide = 2 * len(checkpoint.tensors["emb.ln.w"])
        self.dropout = nn.Dropout(drop)
        sizes = [len(labels.xpos), len(labels.upos), *(len(labels.values[name]) for name in FEATURES)]
        self.sizes = sizes
        self.tagger = nn.Sequential(nn.Linear(wide, 384), nn.GELU(), nn.Dropout(drop), nn.Linear(384, sum(sizes)))
        self.arcs = nn.ModuleList(_projection(wide, 320, drop) for _ in range(2))
        self.names = nn.ModuleList(_projection(wide, 128, drop) for _ in range(2))
        self.root = nn.Parameter(torch.randn(wide) * 0.02)
        self.arc_weight = nn.Parameter(torch.zeros(321, 320))
        self.name_weight = nn.Parameter(torch.zeros(len(labels.relations), 129, 129))
        self.entities = nn.Sequential(nn.Linear(wide, 256), nn.GELU(), nn.Dropout(drop), nn.Linear(256, len(ENTITY_TAGS)))
        self.links = nn.Sequential(nn.Linear(wide, 256), nn.GELU(), nn.Dropout(drop), nn.Linear(256, len(ENTITY_TAGS)))

    def read(self, batch: Batch) -> list[Tensor]:
        """The states of the words after every layer mix: for tags, syntax, entities."""
        states = torch.stack([state.float() for state in self.encoder(batch.ids, batch.mask)])
        mixed = torch.einsum("tl,lbpw->tbpw", self.mixes.softmax(1), states)
        rows = torch.arange(len(batch.ids))[:, None]
        return [self.dropout(torch.cat([mix[rows, batch.first], mix[rows, batch.last]], dim=2)) for mix in mixed]

    def tag(self, states: Tensor) -> list[Tensor]:
        return list(self.tagger(states).float().split(self.sizes, dim=2))

    def parse(self, states: Tensor, words: Tensor) -> tuple[Tensor, Tensor]:
        """Scores [sentence, word, head] and [sentence, word, head, relation]; head 0 is the root."""
        heads = torch.cat([self.root.expand(len(states), 1, -1), states], dim=1)
        dependent, head = _with_one(self.arcs[0](states)), self.arcs[1](heads)
        arcs = (dependent @ self.arc_weight @ head.transpose(1, 2)).float()
        allowed = functional.pad(words, (1, 0), value=True)[:, None, :]
        named, naming = _with_one(self.names[0](states)), _with_one(self.names[1](heads))
        relations = torch.einsum("bdx,rxy,bhy->bdhr", named, self.name_weight, naming)
        return arcs.masked_fill(~allowed, -1e4), relations.float()

    def save(self, folder: Path) -> None:
        """Write weights (safetensors, without the frozen embeddings) and labels."""
        folder.mkdir(parents=True, exist_ok=True)
        save_file({name: value.contiguous() for name, value in self.state_dict().items()}, folder / "teacher.safetensors")
        stored = {"layers": self.depth, **self.labels.__dict__}
        (folder / "labels.json").write_text(json.dumps(stored, ensure_ascii=False), encoding="utf-8")


def load_teacher(folder: Path) -> Teacher:
    """A teacher as `save` wrote it, ready to annotate."""
    stored = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    stored["pairs"] = [(upos, feats) for upos, feats in stored["pairs"]]
    layers = stored.pop("layers")
    teacher = Teacher(Labels(**stored), read_checkpoint(), layers=layers)
    teacher.load_state_dict(load_file(folder / "teacher.safetensors"), strict=True)
    return teacher.eval()


def by_length(items: list[Item], pieces: int) -> Iterator[list[Item]]:
    """Batches of similar length with about `pieces` pieces, padding counted."""
    batch: list[Item] = []
    for item in sorted(items, key=lambda item: len(item.pieces)):
        if batch and len(item.pieces) * (len(batch) + 1) > pieces:
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch


def _projection(wide: int, narrow: int, drop: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(wide, narrow), nn.GELU(), nn.Dropout(drop))


def _with_one(states: Tensor) -> Tensor:
    return functional.pad(states, (0, 1), value=1.0)
