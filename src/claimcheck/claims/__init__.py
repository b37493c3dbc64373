"""Claims: one predication with at most one figure, who says it, who does it, when.

A claim is made for each figure of a predication, for each date of a predication without a figure, and for each clause that
somebody answers for. Demands, opinions and wishes without figure or date are none, nor is the sentence that only says who
speaks. ``Settings.every_statement`` adds demands and what the article states in its own words: ``check`` compares them too.
"""

from __future__ import annotations

from claimcheck.claims.assemble import assemble_claims
from claimcheck.claims.layers import Layers
from claimcheck.claims.sources import build_attributions, build_source
from claimcheck.claims.values import build_dates, build_entities, build_numbers

__all__ = [
    "Layers",
    "assemble_claims",
    "build_attributions",
    "build_dates",
    "build_entities",
    "build_numbers",
    "build_source",
]
