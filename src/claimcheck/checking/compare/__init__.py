"""Comparisons of two claims, one aspect in each module: two values → ``Comparison``. All are symmetric."""

from __future__ import annotations

from claimcheck.checking.compare.comparison import Comparison

__all__ = ["Comparison"]
