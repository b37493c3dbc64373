"""Fine-tune the teacher on the gold files alone.

    python training/teacher.py DATA build/teacher-1 --minutes 20 --seed 1

Sentences of four kinds are mixed: gold syntax, GermEval's entities, Universal NER's entities (no MISC: there "O" may be
MISC) and the links of WikiANN, which have a head of their own that is thrown away (they teach names, not our guidelines).
Uses bfloat16 where that is faster; two cores: OMP_NUM_THREADS=2 OMP_WAIT_POLICY=passive.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import torch
from annotate_silver import Annotator, syntax_item
from conllu import Sentence
from encoder import WordPieces, read_checkpoint
from prepare import _entity_doc, _entity_rows, _gold, _is_dev_row
from teacher_model import ENTITY_TAGS, UNKNOWN, Batch, Item, Labels, Teacher, build_batch, build_item, by_length
from torch import Tensor
from torch.nn import functional

SHARES = {"syntax": 0.40, "germeval": 0.42, "uner": 0.05, "wikiann": 0.13}
"""Of all batches; batches have about the same number of pieces."""


def main() -> None:
    options = _options()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    checkpoint = read_checkpoint()
    cut = WordPieces(checkpoint)
    gold = _gold(options.data)
    teacher = Teacher(Labels.of(gold["train"]), checkpoint, layers=options.layers)
    items = {"syntax": [syntax_item(sentence, cut, teacher.labels) for sentence in gold["train"]]}
    items |= entity_items(options.data, cut)
    print({kind: (len(part), sum(len(item.pieces) for item in part)) for kind, part in items.items()}, flush=True)
    train(teacher, items, cut, options)
    teacher.save(options.output)
    print(development_scores(teacher, gold, options.data), flush=True)


def entity_items(data: Path, cut: WordPieces) -> dict[str, list[Item]]:
    """GermEval, Universal NER (without the held-out documents) and WikiANN."""
    files = {"germeval": "germeval-train", "uner": "uner-pud-train", "wikiann": "wikiann"}
    nlp = spacy.blank("de")
    items: dict[str, list[Item]] = {}
    for kind, name in files.items():
        rows = [row for row in _entity_rows(data / f"{name}.jsonl.gz") if kind != "uner" or not _is_dev_row(row)]
        items[kind] = [_entity_item(kind, nlp, row, cut) for row in rows]
    return items


def _entity_item(kind: str, nlp: Any, row: dict[str, Any], cut: WordPieces) -> Item:
    doc = _entity_doc(nlp, row["text"], row["entities"])
    words = [(token.text, token.i == 0 or bool(doc[token.i - 1].whitespace_)) for token in doc]
    item = build_item(kind, words, cut)
    item.targets = {"entity": [_entity_tag(token, doc) for token in doc]}
    return item


def _entity_tag(token: Any, doc: Any) -> int:
    if not token.ent_type_:
        return 0
    begins = token.ent_iob_ == "B"
    ends = token.i + 1 == len(doc) or doc[token.i + 1].ent_iob_ != "I"
    place = "U" if begins and ends else "B" if begins else "L" if ends else "I"
    return ENTITY_TAGS.index(f"{place}-{token.ent_type_}")


def train(teacher: Teacher, items: dict[str, list[Item]], cut: WordPieces, options: argparse.Namespace) -> None:
    """By the clock or by steps; AdamW with warm-up and linear decay."""
    encoder = [value for value in teacher.encoder.parameters() if value.requires_grad]
    heads = [value for name, value in teacher.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": encoder, "lr": options.rate, "top": options.rate}, {"params": heads, "lr": 2e-3, "top": 2e-3}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    streams = {kind: _stream(part, options.batch, options.seed) for kind, part in items.items()}
    chance, start, seen, shown = random.Random(options.seed), time.monotonic(), 0, 0.0
    step, progress, running = 0, 0.0, dict.fromkeys(SHARES, 0.0)
    teacher.train()
    while progress < 1.0:
        kind = chance.choices(list(SHARES), weights=list(SHARES.values()))[0]
        batch = build_batch(next(streams[kind]), cut.special["pad"])
        for group in optimizer.param_groups:
            group["lr"] = group["top"] * min(progress / 0.06, (1 - progress) / 0.94)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not options.full_precision):
            loss = _loss(teacher, kind, _with_masked_pieces(batch, cut))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(teacher.parameters(), 2.0)
        optimizer.step()
        step, seen = step + 1, seen + batch.ids.numel()
        running[kind] = 0.98 * running[kind] + 0.02 * float(loss.detach())
        minutes = (time.monotonic() - start) / 60
        progress = max(step / options.steps, minutes / options.minutes if options.minutes else 0.0)
        if minutes - shown > 2:
            shown = minutes
            losses = {kind: round(value, 3) for kind, value in running.items()}
            print(f"{minutes:.1f} min, step {step}, {seen / minutes / 60:.0f} pieces/s, losses {losses}", flush=True)


def _stream(items: list[Item], pieces: int, seed: int) -> Iterator[list[Item]]:
    chance = random.Random(seed)
    while True:
        chance.shuffle(items)
        batches = [batch for part in range(0, len(items), 1000) for batch in by_length(items[part : part + 1000], pieces)]
        chance.shuffle(batches)
        yield from batches


def _with_masked_pieces(batch: Batch, cut: WordPieces) -> Batch:
    """6 % of the pieces become unknown, so that the teacher does not rest on single words."""
    hidden = torch.rand(batch.ids.shape) < 0.06
    ids = batch.ids.masked_fill(hidden & (batch.ids > cut.special["unk"]), cut.special["unk"])
    return Batch(ids, batch.mask, batch.first, batch.last, batch.words, batch.targets)


def _loss(teacher: Teacher, kind: str, batch: Batch) -> Tensor:
    tags, syntax, entities = teacher.read(batch)
    if kind == "syntax":
        return _tag_loss(teacher.tag(tags), batch) + _parse_loss(*teacher.parse(syntax, batch.words), batch)
    head = teacher.links if kind == "wikiann" else teacher.entities
    scores = head(entities).float()
    return (0.5 if kind == "wikiann" else 2.0) * _entity_loss(scores, batch.targets["entity"], may_be_misc=kind != "germeval")


def _tag_loss(scores: list[Tensor], batch: Batch) -> Tensor:
    losses = [
        functional.cross_entropy(part.flatten(0, 1), batch.targets[f"tag{number}"].flatten(), ignore_index=UNKNOWN)
        for number, part in enumerate(scores)
    ]
    return losses[0] + losses[1] + 0.4 * torch.stack(losses[2:]).nansum()


def _parse_loss(arcs: Tensor, relations: Tensor, batch: Batch) -> Tensor:
    heads = batch.targets["head"]
    known = heads != UNKNOWN
    chosen = relations[torch.where(known)[0], torch.where(known)[1], heads[known]]
    arc_loss = functional.cross_entropy(arcs[known], heads[known])
    return arc_loss + functional.cross_entropy(chosen, batch.targets["relation"][known], ignore_index=UNKNOWN)


def _entity_loss(scores: Tensor, targets: Tensor, *, may_be_misc: bool) -> Tensor:
    known = targets != UNKNOWN
    logs, targets = scores[known].log_softmax(1), targets[known]
    gains = logs.gather(1, targets[:, None])[:, 0]
    if may_be_misc:
        free = [0, *(index for index, tag in enumerate(ENTITY_TAGS) if tag.endswith("MISC"))]
        gains = torch.where(targets == 0, logs[:, free].logsumexp(1), gains)
    return -gains.mean()


def development_scores(teacher: Teacher, gold: dict[str, list[Sentence]], data: Path) -> dict[str, float]:
    """Accuracy on the held-out gold sentences, gold tokens; entities on GermEval's development sentences."""
    annotator = Annotator([teacher])
    scores: dict[str, float] = {}
    for part in ("dev-gsd", "dev-pud"):
        said = list(annotator.annotate(gold[part]))
        pairs = [pair for a, b in zip(gold[part], said, strict=True) for pair in zip(a.words, b.words, strict=True)]
        scores[f"{part} UPOS"] = float(np.mean([a.upos == b.upos for a, b in pairs]))
        scores[f"{part} STTS"] = float(np.mean([a.xpos == b.xpos for a, b in pairs if a.xpos]))
        scores[f"{part} FEATS"] = float(np.mean([a.feats == b.feats for a, b in pairs]))
        scores[f"{part} UAS"] = float(np.mean([a.head == b.head for a, b in pairs]))
        scores[f"{part} LAS"] = float(np.mean([(a.head, a.relation) == (b.head, b.relation) for a, b in pairs]))
    return scores | annotator.entity_scores(data / "germeval-dev.jsonl.gz")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("output", type=Path)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--minutes", type=float, default=0.0, help="end by the clock, 0: by steps alone")
    parser.add_argument("--batch", type=int, default=1200, help="pieces of a batch, padding counted")
    parser.add_argument("--layers", type=int, default=8, help="layers of the encoder, of its 12")
    parser.add_argument("--rate", type=float, default=3e-4, help="highest learning rate of the encoder")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--full-precision", action="store_true", help="float32 throughout, for processors without bfloat16")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
