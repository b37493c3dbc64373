"""Pronouns that can stand for persons and bodies."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from claimcheck.extraction.actors.lexicons import closed
from claimcheck.extraction.records import Mention

PERSONAL = {"er", "sie", "es", "ihm", "ihn", "ihr", "ihnen"}
POSSESSIVE = ("sein", "ihr")


def find_pronouns(doc: Doc) -> list[Mention]:
    """Personal, possessive, demonstrative and relative pronouns of the third person; ``name`` is the pronoun itself."""
    return [_mention(token, rule) for token in doc if (rule := _rule(token)) is not None]


def _rule(token: Token) -> str | None:
    word = token.lower_
    if token.tag_ == "PPER" and word in PERSONAL:
        return "pronoun.personal"
    if token.tag_ == "PPOSAT" and word.startswith(POSSESSIVE):
        return "pronoun.possessive"
    if token.tag_ == "PDS" and word in closed("demonstrative"):
        return "pronoun.demonstrative"
    if token.tag_ == "PRELS" and "Nom" in token.morph.get("Case", []):
        return "pronoun.relative"
    return None


def _mention(token: Token, rule: str) -> Mention:
    return Mention(
        start=token.idx,
        end=token.idx + len(token),
        head=token.i,
        kind="other",
        name=token.text,
        form="pronoun",
        rule=rule,
    )
