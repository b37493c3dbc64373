"""Loading the German pipeline: text → spaCy Doc with sentences, tags, features, parse, lemmas, entities."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from claimcheck.errors import ModelMissing
from claimcheck.language.tokens import adapt_tokenizer

PACKAGED = Path(__file__).with_name("german")
VARIABLE = "CLAIMCHECK_MODEL"  # names a pipeline for development, where the package has none
OTHER_BORDERS = ("sentencizer", "senter")
OTHER_LEMMAS = ("lemmatizer", "trainable_lemmatizer")
UD_LABELS = {"nsubj", "obj"}
PARTS = {"tags": ("tagger", "morphologizer"), "parse": ("parser",), "lemmas": ("claimcheck_lemmatizer",), "entities": ("ner",)}
MAX_CHARACTERS = 10_000_000  # of one text; spaCy's own limit is for components that claimcheck has not
BATCH = 64  # texts that share one memory zone


def load_language(name: str | None = None, *, parts: Collection[str] | None = None) -> Language:
    """The bare pipeline: tokenizer, sentence borders by rule, tags, features, parse, lemmas, entities.

    ``name`` is the name of an installed spaCy pipeline or its folder, with Universal Dependencies labels; None is
    claimcheck's own. ``parts`` names what is needed of "tags", "parse", "lemmas" (they need tags), "entities"; the rest is
    not loaded; None is all. Every call loads anew; keep what it returns. Raises ModelMissing where there is no such
    pipeline or its parser has other labels, ValueError for an unknown part.
    """
    wanted = name or _own()
    if not Path(wanted).is_dir() and not spacy.util.is_package(wanted):
        raise ModelMissing(wanted, "no folder and no installed package of this name; give one with UD labels to --model")
    unneeded = _unneeded(parts)
    try:
        nlp = spacy.load(wanted, exclude=[*OTHER_BORDERS, *OTHER_LEMMAS, *unneeded])
    except (OSError, ValueError) as problem:
        raise ModelMissing(wanted, f"cannot be loaded: {problem}") from problem
    complete(nlp, wanted)
    for pipe in unneeded:
        if pipe in nlp.pipe_names:
            nlp.remove_pipe(pipe)
    return nlp


def annotate_texts(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """The Docs of the texts in order, for long runs: what a text adds to spaCy's memory is freed with its batch.

    A Doc and its tokens must not be used once a later Doc has been asked for; take out what is needed first.
    """
    remaining = iter(texts)
    while batch := list(islice(remaining, BATCH)):
        with nlp.memory_zone():
            yield from nlp.pipe(batch)


def blank_language() -> Language:
    """Tokenizer and sentence borders only: no model, quick; for what needs no parse."""
    nlp = spacy.blank("de")
    adapt_tokenizer(nlp)
    nlp.max_length = MAX_CHARACTERS
    nlp.add_pipe("claimcheck_sentences")
    return nlp


def complete(nlp: Language, name: str = "") -> Language:
    """The same pipeline with claimcheck's tokenizer rules, sentence borders in front and lemmas behind the parser."""
    if "parser" in nlp.pipe_names and not set(nlp.get_pipe("parser").labels) >= UD_LABELS:  # type: ignore[attr-defined]
        raise ModelMissing(name, "its parser has no Universal Dependencies labels (nsubj, obj)")
    adapt_tokenizer(nlp)
    nlp.max_length = MAX_CHARACTERS
    if "claimcheck_sentences" not in nlp.pipe_names:
        nlp.add_pipe("claimcheck_sentences", first=True)
    if "claimcheck_lemmatizer" not in nlp.pipe_names:
        tagging = [pipe for pipe in nlp.pipe_names if pipe in ("tagger", "morphologizer", "parser")]
        nlp.add_pipe("claimcheck_lemmatizer", after=tagging[-1] if tagging else "claimcheck_sentences")
    return nlp


def _unneeded(parts: Collection[str] | None) -> list[str]:
    if parts is None:
        return []
    unknown = sorted(set(parts) - PARTS.keys())
    if unknown:
        raise ValueError(f"unknown part {unknown[0]!r}; there are {', '.join(PARTS)}")
    needed = {*parts, *({"tags"} if "lemmas" in parts else ())}
    return [pipe for part, pipes in PARTS.items() if part not in needed for pipe in pipes]


def _own() -> str:
    if (PACKAGED / "meta.json").is_file():
        return str(PACKAGED)
    named = os.environ.get(VARIABLE)
    if named:
        return named
    raise ModelMissing(
        "german", f"the package has no weights in {PACKAGED.name}/; train them (training/README.md) or set {VARIABLE} to a folder"
    )
