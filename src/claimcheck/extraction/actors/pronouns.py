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
    if word in closed("demonstrative") and (token.tag_ == "PDS" or (token.tag_ == "PDAT" and _stands_alone(token))):
        return "pronoun.demonstrative"
    if token.tag_ in {"PRELS", "PRELAT"} and word != "was":
        return "pronoun.relative"
    return None


def _stands_alone(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().tag_ not in {"NN", "NE", "ADJA", "CARD"}


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
