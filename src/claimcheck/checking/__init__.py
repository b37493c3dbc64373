"""Stage 6: claims → findings.

A finding lays claims of several articles side by side that speak of the same thing and says whether they agree, fit together,
were revised or contradict each other. What two claims must share for that: the event, the counted thing, whose it is, the place,
the period and the stage. In doubt there is no finding. Source: "The verdicts" in the contract of claimcheck/1.
"""

from __future__ import annotations

from claimcheck.checking.check import check_against, check_claims, explain_pairs, without_idle_statements
from claimcheck.checking.pairing import Decision

__all__ = ["Decision", "check_against", "check_claims", "explain_pairs", "without_idle_statements"]
