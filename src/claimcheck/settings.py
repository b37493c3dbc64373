"""Every option of claimcheck: unit, default, one sentence. One frozen model, passed as an argument."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Settings(BaseModel):
    """Options of extraction and reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_characters: int = Field(default=2_000_000, description="characters of one article; longer texts are refused")
    every_statement: bool = Field(
        default=False, description="also statements of the article itself and demands, without figure or date; for check"
    )
    explain: bool = Field(default=False, description="name the rule behind each slot of a claim")


class CheckSettings(BaseModel):
    """Thresholds and weights of the comparison of claims: one table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str = Field(default="de", description="language of the explanations: de or en")
    event_days: int = Field(default=60, description="days between two articles about one event, at most")
    article_similarity: float = Field(default=0.8, description="shared names and nouns that join two articles to one event")
    block_size: int = Field(default=400, description="articles with a common name above which the name joins nothing")
    neighbours: int = Field(default=12, description="articles before it in a block with which an article is compared")
    window: int = Field(default=100, description="figures of a block up to which all are compared with all")
    large_window: int = Field(default=20, description="figures after it in a larger block with which a figure is compared")
    largest_ratio: float = Field(default=100.0, description="factor between two figures above which they are not compared")
    stranger_ratio: float = Field(default=2.5, description="the same for figures of two things")
    topic_score: float = Field(default=0.0, description="log odds from which two figures that fit together are one topic")
    conflict_score: float = Field(default=0.9, description="the same for two figures that differ")
    mean_score: float = Field(default=-0.5, description="mean log odds between two groups of figures from which they are one")
    least_score: float = Field(default=-3.0, description="log odds of a single pair below which two groups are not joined")
    link_score: float = Field(
        default=-1.0, description="log odds from which two figures of a group are judged against each other"
    )
    copy_similarity: float = Field(default=0.6, description="Jaccard similarity from which a text is a copy of another")
    min_confidence: float = Field(default=0.0, description="findings below this confidence are left out, 0.0 to 1.0")
