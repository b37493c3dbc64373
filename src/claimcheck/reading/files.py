"""Paths and standard input → articles; what cannot be read is told, the rest goes on."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import UnreadableInput
from claimcheck.models import ArticleWithText
from claimcheck.reading.decoding import decode
from claimcheck.reading.markdown import is_markdown, mask_markdown
from claimcheck.reading.metadata import find_metadata
from claimcheck.settings import Settings

SUFFIXES = (".txt", ".md", ".markdown", ".text")
STDIN = "-"
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article, its furniture (see ``layout``) and lines for the user about it."""

    article: ArticleWithText
    headline: tuple[int, int] | None
    furniture: tuple[tuple[int, int], ...]
    warnings: tuple[str, ...] = ()


def expand_paths(paths: Iterable[str]) -> Iterator[str | UnreadableInput]:
    """Files in the given order; a folder gives its article files at any depth, sorted. What is not there is an error."""
    for name in paths:
        path = Path(name)
        if name == STDIN or path.is_file() or (path.exists() and not path.is_dir()):
            yield name
        elif path.is_dir():
            yield from _folder(path)
        else:
            yield UnreadableInput(name, "no such file or folder")


def _folder(folder: Path) -> Iterator[str | UnreadableInput]:
    found = sorted(path for path in folder.rglob("*") if path.suffix.casefold() in SUFFIXES and path.is_file())
    hidden = [path for path in found if any(part.startswith(".") for part in path.relative_to(folder).parts)]
    articles = [str(path) for path in found if path not in hidden]
    if not articles:
        yield UnreadableInput(str(folder), f"no article in this folder (looked for {', '.join(SUFFIXES[:2])})")
    yield from articles


def read_file(path: str, settings: Settings, *, published: str | None = None, outlet: str | None = None) -> ReadArticle:
    """The article in a file, or on standard input for "-". Raises UnreadableInput."""
    raw = sys.stdin.buffer.read() if path == STDIN else _bytes(path, settings)
    text = decode(raw, path)
    return read_text(text, settings, path=path, published=published, outlet=outlet)


def read_text(
    text: str, settings: Settings, *, path: str = STDIN, published: str | None = None, outlet: str | None = None
) -> ReadArticle:
    """The article made of a text that is already decoded. Raises UnreadableInput where it is empty or too long."""
    if not text.strip():
        raise UnreadableInput(path, "is empty")
    if LONE_SURROGATE.search(text):
        raise UnreadableInput(path, "holds lone surrogates, which are no characters")
    if len(text) > settings.max_characters:
        raise UnreadableInput(path, f"has {len(text):,} characters, more than {settings.max_characters:,}: split it")
    plain = mask_markdown(text) if is_markdown(path) else text
    found = find_metadata(plain, path, published=published, outlet=outlet)
    article = ArticleWithText(
        id=article_id(text),
        path=path,
        title=found.title,
        outlet=found.outlet,
        author=found.author,
        published=found.published,
        published_from=found.published_from,
        agencies=found.agencies,
        text=text,
    )
    warnings = (f"{path}: {found.warning}",) if found.warning else ()
    return ReadArticle(article, found.layout.headline, found.layout.furniture, warnings)


def article_id(text: str) -> str:
    """ "sha256:…" of the text: the same text under two paths has one id."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()


def _bytes(path: str, settings: Settings) -> bytes:
    file = Path(path)
    try:
        size = file.stat().st_size
        if size > 4 * settings.max_characters:
            raise UnreadableInput(path, f"has {size:,} bytes, more than {4 * settings.max_characters:,}: split it")
        return file.read_bytes()
    except OSError as problem:
        raise UnreadableInput(path, problem.strerror or str(problem)) from problem
