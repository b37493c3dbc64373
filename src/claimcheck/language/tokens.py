"""What spaCy's German tokenizer is taught for news: gender forms stay whole, a missing blank after a full stop splits."""

from __future__ import annotations

import re
from typing import cast

from spacy.lang.char_classes import ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # Cython without stub
from spacy.util import compile_infix_regex

GENDER_COLON = rf":(?!innen|(?:in|r|n|m|s)(?![{ALPHA_LOWER + ALPHA_UPPER}]))"
GENDER_SLASH = rf"/(?!innen|in(?![{ALPHA_LOWER + ALPHA_UPPER}]))"
# "ab.Die" and "gut.“Er": the stop, and the quotation mark behind it, are tokens.
MISSING_BLANK = (
    rf"(?<=[{ALPHA_LOWER}0-9])[.!?…:](?=[“”«»\"]?[{ALPHA_UPPER}][{ALPHA_LOWER}])",
    rf"(?<=[.!?…])[“”«»\"](?=[{ALPHA_UPPER}])",
    rf"(?<=[{ALPHA_LOWER}])[.!?…](?=[„»][{ALPHA_UPPER}]|\[[0-9])",
    rf"(?<=[{ALPHA_LOWER}][.!?…])[„»](?=[{ALPHA_UPPER}])",
)
# "ca.20", "3.Liga", "„Spiegel“-Bericht": a border without a token of its own.
NO_WIDTH = (rf"(?<=[{ALPHA_LOWER}]\.)(?=[0-9])", rf"(?<=[“”«»])(?=-[{ALPHA_UPPER}])")
CLOSING_QUOTE = rf"[“”«»](?=-[{ALPHA_UPPER}])"


# A run that the tokenizer would take apart mark by mark in quadratic time stays one token.
MARKS_ONLY = re.compile(r"[^\w\s]{200}")


def adapt_tokenizer(nlp: Language) -> None:
    """Changes the tokenizer of a German pipeline in place; other tokenizers than spaCy's are left alone."""
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer) or not nlp.Defaults.infixes:
        return
    infixes = [_adapted(infix) for infix in cast("list[str]", nlp.Defaults.infixes)]
    tokenizer.token_match = MARKS_ONLY.match
    tokenizer.infix_finditer = compile_infix_regex([*NO_WIDTH, *MISSING_BLANK, CLOSING_QUOTE, *infixes]).finditer


def _adapted(infix: str) -> str:
    """The infix without a cut at gender forms and at an apostrophe between letters ("O’Brien", "geht’s")."""
    gendered = infix.replace("[:<>=]", f"(?:{GENDER_COLON}|[<>=])").replace(r"\/", GENDER_SLASH)
    return gendered.replace("’", "") if CONCAT_QUOTES.replace("'", "") in infix else gendered
