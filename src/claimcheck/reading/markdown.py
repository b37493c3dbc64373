"""Markdown marks → blanks of the same length, so that offsets stay those of the file."""

from __future__ import annotations

import re

MARKS = re.compile(
    r"""
      (?P<front>\A---[ \t]*\r?\n(?s:.*?)^---[ \t]*$)
    | ^[ ]{0,3}(?P<heading>\#{1,6}[ ]+)
    | ^[ ]{0,3}(?P<quote>(?:>[ ]?)+)
    | ^[ ]*(?P<bullet>[-*+][ ]+)
    | (?P<rule>^[ ]{0,3}(?:[-*_][ ]?){3,}$)
    | (?P<image>!\[[^\]\n]{0,300}\]\([^)\s]{0,500}\))
    | (?P<target>(?<=\])\([^)\s]{0,500}\))
    | (?P<bracket>\[(?=[^\]\n]{1,300}\]\()|\](?=\([^)\s]{0,500}\)))
    | (?P<strong>\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w))
    | (?P<code>`+)
    """,
    re.VERBOSE | re.MULTILINE,
)


def is_markdown(path: str) -> bool:
    """True for a file whose name says that it is Markdown."""
    return path.casefold().endswith((".md", ".markdown"))


def mask_markdown(text: str) -> str:
    """The text with blanks for Markdown marks; front matter is left as it is.

    ``Kund*innen`` keeps its star: it stands between letters.
    """
    return MARKS.sub(lambda match: match.group() if _is_kept(match) else " " * len(match.group()), text)


def _is_kept(match: re.Match[str]) -> bool:
    if match.lastgroup == "front":
        return True
    text, start, end = match.string, match.start(), match.end()
    inner = start > 0 and end < len(text) and text[start - 1].isalpha() and text[end].isalpha()
    return match.lastgroup == "strong" and match.group() == "*" and inner
