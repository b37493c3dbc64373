"""What can go wrong, in words for a user: what, where, and what to do."""

from __future__ import annotations


class ClaimcheckError(Exception):
    """Base of every error that claimcheck raises on purpose."""


class UnreadableInput(ClaimcheckError):
    """A file, stream or record that cannot be read; the others go on."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class LexiconError(ClaimcheckError):
    """A lexicon file of the package that is not as it should be."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


class ModelMissing(ClaimcheckError):
    """A language pipeline that is not there."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"language pipeline '{name}': {reason}")
        self.name = name
        self.reason = reason
