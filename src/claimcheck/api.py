"""The library behind the command line: the same verbs, the same results.

Every function takes text, a path (``pathlib.Path``) or an article that ``read`` gave, one or many, and returns models of
the contract. Unreadable input raises ``UnreadableInput``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.models import Annotation, Article, ArticleWithText, CheckResult, Claim, Extraction
from claimcheck.reading.files import ReadArticle, read_file, read_text
from claimcheck.settings import CheckSettings, Settings

if TYPE_CHECKING:
    from spacy.language import Language

Input = str | Path | ReadArticle


def load_language(name: str | None = None) -> Language:
    """The bare German pipeline: sentences, tags, features, parse, lemmas, names. ``name``: another spaCy pipeline with
    UD labels. Raises ModelMissing."""
    from claimcheck.language.model import load_language as load

    return load(name)


def load_pipeline(name: str | None = None) -> Language:
    """The German pipeline with the components of claimcheck: ``doc.spans["claimcheck.numbers"]`` …, ``doc._.claimcheck``."""
    nlp = load_language(name)
    for component in ("dates", "numbers", "mentions", "attributions", "predicates"):
        nlp.add_pipe(f"claimcheck_{component}")
    return nlp


def read(
    source: str | Path, *, published: str | None = None, outlet: str | None = None, settings: Settings | None = None
) -> ReadArticle:
    """An article: a ``Path`` is read from disk, a ``str`` is the text itself."""
    options = settings or Settings()
    if isinstance(source, Path):
        return read_file(str(source), options, published=published, outlet=outlet)
    return read_text(source, options, published=published, outlet=outlet)


def extract(
    source: Input | Iterable[Input],
    *,
    published: str | None = None,
    outlet: str | None = None,
    nlp: Language | None = None,
    settings: Settings | None = None,
) -> Extraction:
    """The claims of one article or of many, in the order given."""
    from claimcheck.pipeline import extract_claims

    options = settings or Settings()
    articles: list[Article] = []
    claims: list[Claim] = []
    for item in _read_all(source, published, outlet, options):
        articles.append(without_text(item.article))
        claims += extract_claims(item, nlp or _default_language(), options)
    return Extraction(articles=tuple(articles), claims=tuple(claims))


def annotate(
    source: Input,
    *,
    published: str | None = None,
    outlet: str | None = None,
    nlp: Language | None = None,
    settings: Settings | None = None,
) -> Annotation:
    """Every layer under the claims of one article: sentences, entities, numbers, dates, attributions, claims."""
    from claimcheck.pipeline import annotate_article

    options = settings or Settings()
    item = next(_read_all(source, published, outlet, options))
    return annotate_article(item, nlp or _default_language(), options)


def check(
    source: Extraction | Iterable[Input],
    *,
    texts: Mapping[str, str] | None = None,
    nlp: Language | None = None,
    settings: Settings | None = None,
    check_settings: CheckSettings | None = None,
) -> CheckResult:
    """Findings over the claims of many articles. ``source``: what ``extract`` returned, or the articles themselves.

    ``texts`` (article id → text) helps to find unmarked wire copies where ``source`` is an Extraction.
    """
    from claimcheck.checking import check_claims, without_idle_statements

    if not isinstance(source, Extraction):
        options = settings or Settings(every_statement=True)
        items = list(_read_all(source, None, None, options))
        texts = {item.article.id: item.article.text for item in items}
        source = extract(items, nlp=nlp, settings=options)
    findings = check_claims(source.articles, source.claims, check_settings or CheckSettings(), texts)
    claims = without_idle_statements(source.claims, findings)
    return CheckResult(articles=source.articles, claims=claims, findings=tuple(findings))


def without_text(article: ArticleWithText) -> Article:
    """The article as ``extract`` and ``check`` print it."""
    return Article.model_validate(article.model_dump(exclude={"text"}))


def _read_all(
    source: Input | Iterable[Input], published: str | None, outlet: str | None, settings: Settings
) -> Iterator[ReadArticle]:
    items = [source] if isinstance(source, str | Path | ReadArticle) else source
    for item in items:
        yield (item if isinstance(item, ReadArticle) else read(item, published=published, outlet=outlet, settings=settings))


@cache
def _default_language() -> Language:
    return load_language()
