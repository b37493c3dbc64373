"""claimcheck: what exactly is claimed in German news text, by whom, and do the reports agree?

    import claimcheck
    extraction = claimcheck.extract("Bei dem Brand starben nach Angaben der Polizei drei Menschen.", published="2024-10-21")
    extraction.claims[0].number.value    # 3

Public: ``read``, ``extract``, ``annotate``, ``check``, ``load_pipeline``, ``load_language``, the models of the contract and
the errors. Nothing else is promised. Importing the package is quick; spaCy is loaded at the first call that needs it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.api import annotate, check, extract, load_language, load_pipeline, read
    from claimcheck.errors import ClaimcheckError, ModelMissing, UnreadableInput
    from claimcheck.models import (
        Annotation,
        Article,
        Attribution,
        CheckResult,
        Claim,
        Date,
        Entity,
        Extraction,
        Finding,
        Number,
        Source,
    )
    from claimcheck.settings import CheckSettings, Settings

__version__ = "0.1.0"

_HOMES = {
    "claimcheck.api": ("annotate", "check", "extract", "load_language", "load_pipeline", "read"),
    "claimcheck.errors": ("ClaimcheckError", "ModelMissing", "UnreadableInput"),
    "claimcheck.models": (
        "Annotation", "Article", "Attribution", "CheckResult", "Claim", "Date",
        "Entity", "Extraction", "Finding", "Number", "Source",
    ),
    "claimcheck.settings": ("CheckSettings", "Settings"),
}  # fmt: skip
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Annotation", "Article", "Attribution", "CheckResult", "CheckSettings", "Claim", "ClaimcheckError", "Date", "Entity",
    "Extraction", "Finding", "ModelMissing", "Number", "Settings", "Source", "UnreadableInput", "__version__", "annotate",
    "check", "extract", "load_language", "load_pipeline", "read",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'claimcheck' has no attribute '{name}'")
    return getattr(import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
