"""What comparing two names gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SameName(StrEnum):
    """Whether two printed names are one name. ``CANNOT_TELL`` is an answer, not a gap."""

    SAME = "same"
    DIFFERENT = "different"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """The outcome for two names.

    Attributes:
        verdict: Whether they are one name.
        score: How strongly, 0 to 1; 0.7 and above only with ``SAME``.
        reason: One sentence, printed to the user.
        exact: Whether the names differ by nothing but case, marks, titles or romanisation.
    """

    verdict: SameName
    score: float
    reason: str
    exact: bool = False
