"""Every option of claimcheck: unit, default, one sentence. One frozen model, passed as an argument."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Settings(BaseModel):
    """Options of extraction and reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_characters: int = Field(default=2_000_000, description="characters of one article; longer texts are refused")
    max_sentence_tokens: int = Field(default=200, description="tokens after which a run without full stop is cut")
    keep_demands: bool = Field(default=False, description="also claims that are wishes without figure or date")
    explain: bool = Field(default=False, description="name the rule behind each slot of a claim")


class CheckSettings(BaseModel):
    """Thresholds and weights of the comparison of claims: one table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str = Field(default="de", description="language of the explanations: de or en")
