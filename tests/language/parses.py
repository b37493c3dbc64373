"""Docs with tags, features and a parse written by hand: unit tests of the language stage need no trained pipeline."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from claimcheck.language.lemmas import hint_of, lemma_of

GERMAN = spacy.blank("de")


def parsed(*rows: str) -> Doc:
    """One sentence from rows "form upos tag features head relation"; head counts from 1, 0 is the root."""
    cells = [row.split() for row in rows]
    morphs = ["" if feats == "_" else feats for _, _, _, feats, _, _ in cells]
    return Doc(
        GERMAN.vocab,
        words=[cell[0] for cell in cells],
        pos=[cell[1] for cell in cells],
        tags=[cell[2] for cell in cells],
        morphs=morphs,
        lemmas=[lemma_of(cell[0], cell[1], hint_of(cell[1], cell[2], cell[3])) for cell in cells],
        heads=[int(cell[4]) - 1 if cell[4] != "0" else index for index, cell in enumerate(cells)],
        deps=[cell[5] for cell in cells],
    )
