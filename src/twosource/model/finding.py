"""Findings: what a check of a printed detail gave, with everything needed to do it again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.errors import InvariantError
from twosource.model.report import Span
from twosource.model.shown import Shown


class Verdict(StrEnum):
    """What a check says of a detail. ``CANNOT_TELL`` is an answer, not a failure to look."""

    HOLDS = "holds"
    FAILS = "fails"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class Input(Shown):
    """One value that a check used, in words."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Finding(Shown):
    """The result of one check of one detail.

    Attributes:
        check: Name of the check.
        version: Version of its rule.
        verdict: What it says.
        spans: The words that were checked.
        inputs: The values that it used, so that it can be done again.
        reason: One sentence.
        suggestion: The smallest change that would make the detail hold, or ``None``.
    """

    check: str
    version: int
    verdict: Verdict
    spans: tuple[Span, ...]
    inputs: tuple[Input, ...]
    reason: str
    suggestion: str | None = None

    def __post_init__(self) -> None:
        if not self.spans:
            raise InvariantError(f"a finding of {self.check!r} rests on no words")
