"""Many articles through the pipeline, in one process or several: the same results in the same order.

Each worker process loads the language pipeline once. At most a few articles for each worker are under way at a time, so
memory does not grow with the number of files.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimcheck.errors import UnreadableInput
from claimcheck.models import Annotation, ArticleWithText, Claim
from claimcheck.reading.files import read_file
from claimcheck.reading.language_check import language_warning
from claimcheck.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

Verb = Literal["extract", "annotate"]
UNDER_WAY = 4


@dataclass(frozen=True, slots=True)
class Job:
    """One file and how to read it."""

    path: str
    verb: Verb
    settings: Settings
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: claims or an annotation, or the error; and lines for the user."""

    path: str
    article: ArticleWithText | None = None
    claims: tuple[Claim, ...] = ()
    annotation: Annotation | None = None
    error: str | None = None
    warnings: tuple[str, ...] = ()


def run_jobs(jobs: Iterable[Job], *, workers: int = 1, model: str | None = None) -> Iterator[Outcome]:
    """Outcomes in the order of the jobs. ``workers`` > 1: that many processes."""
    if workers <= 1:
        nlp = _load(model)
        yield from (run_job(job, nlp) for job in jobs)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start_worker, initargs=(model,)) as pool:
        yield from _in_order(pool, jobs, workers * UNDER_WAY)


def run_job(job: Job, nlp: Language) -> Outcome:
    """One file through the pipeline. Never raises for a bad article: its error is in the outcome."""
    from claimcheck.pipeline import annotate_article, extract_claims

    try:
        item = read_file(job.path, job.settings, published=job.published, outlet=job.outlet)
    except UnreadableInput as problem:
        return Outcome(job.path, error=str(problem))
    warning = language_warning(item.article.text, job.path)
    warnings = (*item.warnings, warning) if warning else item.warnings
    try:
        if job.verb == "annotate":
            annotation = annotate_article(item, nlp, job.settings)
            return Outcome(job.path, item.article, annotation.claims, annotation, warnings=warnings)
        claims = tuple(extract_claims(item, nlp, job.settings))
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as problem:
        return Outcome(job.path, error=f"{job.path}: could not be analysed ({type(problem).__name__}: {problem})")
    return Outcome(job.path, item.article, claims, warnings=warnings)


def _in_order(pool: ProcessPoolExecutor, jobs: Iterable[Job], window: int) -> Iterator[Outcome]:
    waiting: deque[Future[Outcome]] = deque()
    for job in jobs:
        waiting.append(pool.submit(_run_in_worker, job))
        if len(waiting) >= window:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


_worker: dict[str, Language] = {}


def _start_worker(model: str | None) -> None:
    _worker["nlp"] = _load(model)


def _run_in_worker(job: Job) -> Outcome:
    return run_job(job, _worker["nlp"])


def _load(model: str | None) -> Language:
    from claimcheck.language.model import load_language

    return load_language(model)
