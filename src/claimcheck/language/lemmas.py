"""Lemmas from lexicons."""

from __future__ import annotations

from spacy.tokens import Doc


class LexiconLemmatizer:
    """spaCy component that sets ``token.lemma_``."""

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            token.lemma_ = token.text
        return doc
