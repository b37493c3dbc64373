"""The text of a Doc, joined once: spaCy joins ``doc.text`` anew from its tokens at every access."""

from __future__ import annotations

from spacy.tokens import Doc

KEY = "claimcheck.text"


def text_of(doc: Doc) -> str:
    """``doc.text``; the first call keeps it with the Doc, so that later ones cost nothing."""
    text: str | None = doc.user_data.get(KEY)
    if text is None:
        doc.user_data[KEY] = text = doc.text
    return text
