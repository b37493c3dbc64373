"""The output contract as frozen pydantic models: the only place where output fields are named.

Offsets (``start``, ``end``) are half-open code-point offsets into ``article.text``. Absent values are ``None`` and are
written as ``null``. Fields may be added in later versions, never renamed. Source: the contract of claimcheck/1.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA = "claimcheck/1"

EntityKind = Literal["person", "organization", "country", "place", "group", "media", "other"]
Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague"]
NumberKind = Literal["count", "money", "percent", "share", "measure", "ordinal", "age", "factor"]
Direction = Literal["up", "down"]
DateType = Literal["DATE", "TIME", "DURATION", "SET"]
DateMod = Literal["START", "MID", "END", "BEFORE", "AFTER", "APPROX", "SINCE", "UNTIL"]
SourceKind = Literal["person", "organization", "government", "intelligence", "media", "document", "anonymous"]
SourceMode = Literal["direct", "indirect", "attributed", "hearsay"]
Polarity = Literal["positive", "negative"]
Modality = Literal["asserted", "reported", "planned", "possible", "conditional", "denied"]
PublishedFrom = Literal["option", "metadata", "text", "filename"]
Verdict = Literal["agreement", "compatible", "conflict", "revision"]
Aspect = Literal["number", "date", "actor", "polarity", "source"]


class Model(BaseModel):
    """Base of every output model: immutable, written with the contract's names."""

    model_config = ConfigDict(
        frozen=True,
        populate_by_name=True,
        serialize_by_alias=True,
        json_schema_serialization_defaults_required=True,
    )


class Entity(Model):
    """A mention and whom it names."""

    text: str | None
    start: int | None
    end: int | None
    name: str = Field(description="canonical name, German nominative")
    id: str = Field(description='"wikidata:Q…" from the gazetteer, else "local:…"')
    kind: EntityKind


class Number(Model):
    """A quantity: hedge, figure and unit, not the counted noun."""

    text: str
    start: int
    end: int
    value: float | int | None
    low: float | int | None
    high: float | int | None
    bound: Bound
    kind: NumberKind
    direction: Direction | None = None
    unit: str | None = None
    item: str | None = None
    of: Entity | None = None
    per: str | None = None
    rule: str | None = Field(default=None, description="name of the rule that read it")


class Date(Model):
    """A temporal expression with its TIMEX3 value and the days it can mean."""

    text: str
    start: int
    end: int
    value: str
    type: DateType
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None
    mod: DateMod | None = None
    rule: str | None = Field(default=None, description="name of the rule that read it")


class Cue(Model):
    """The words that report: "teilte … mit", "laut", "sollen"."""

    text: str
    start: int
    end: int


class Source(Model):
    """Who says it."""

    text: str | None
    start: int | None
    end: int | None
    entity: Entity | None
    kind: SourceKind
    organization: Entity | None = None
    mode: SourceMode
    cue: Cue | None = None
    said: Date | None = None
    cites: Source | None = None
    demand: bool = False  # the speaker demands or wishes it ("fordert", "verlangt")


class Predicate(Model):
    """The verb, adjective or noun that the claim states."""

    lemma: str
    text: str
    start: int
    end: int
    event: str | None


class ArticleRef(Model):
    """Whose claim it is; with title and agencies, so that a line of JSONL alone tells what stands behind it."""

    id: str
    path: str
    outlet: str | None
    published: str | None
    title: str | None = None
    agencies: tuple[str, ...] = ()


class Article(Model):
    """One text that was read."""

    id: str
    path: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    agencies: tuple[str, ...] = ()


class ArticleWithText(Article):
    """An article as ``annotate`` prints it."""

    text: str


class Claim(Model):
    """One predication with at most one figure, and the words that carry it."""

    id: str
    article: ArticleRef
    text: str
    start: int
    end: int
    sentence: int
    predicate: Predicate
    actor: Entity | None
    number: Number | None
    date: Date | None
    source: Source | None
    place: Entity | None
    polarity: Polarity
    modality: Modality
    confidence: float = Field(ge=0.0, le=1.0)
    rules: dict[str, str] | None = Field(default=None, description="which rule filled which slot; only with --explain")


class SentenceSpan(Model):
    """A sentence of the text."""

    start: int
    end: int


class Attribution(Model):
    """A stretch of reported content, without speaker and cue, and its source."""

    source: Source
    start: int
    end: int
    rule: str | None = None


class Extraction(Model):
    """What ``claimcheck extract`` prints."""

    schema_: str = Field(default=SCHEMA, alias="schema")
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]


class Annotation(Model):
    """What ``claimcheck annotate`` prints for one file."""

    schema_: str = Field(default=SCHEMA, alias="schema")
    article: ArticleWithText
    sentences: tuple[SentenceSpan, ...]
    entities: tuple[Entity, ...]
    numbers: tuple[Number, ...]
    dates: tuple[Date, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]


class Topic(Model):
    """What all the claims of a finding speak of."""

    id: str
    event: str | None
    item: str | None
    actor: str | None
    place: str | None
    date: str | None


class Position(Model):
    """One of the answers that the claims of a finding give."""

    value: float | int | None
    low: float | int | None
    high: float | int | None
    unit: str | None
    text: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    articles: tuple[str, ...]


class Finding(Model):
    """Agreement, compatible statements, revision or conflict between claims."""

    id: str
    verdict: Verdict
    aspect: Aspect
    topic: Topic
    claims: tuple[str, ...]
    positions: tuple[Position, ...]
    independent: int
    difference: float | int | None
    explanation: str
    confidence: float = Field(ge=0.0, le=1.0)


class Decision(Model):
    """Why two claims were put together or kept apart."""

    claim_a: str
    claim_b: str
    decision: str
    reasons: tuple[str, ...]


class CheckResult(Model):
    """What ``claimcheck check`` prints."""

    schema_: str = Field(default=SCHEMA, alias="schema")
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...] | None = Field(default=None, description="pairs that were looked at; only with --explain")
