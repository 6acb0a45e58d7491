"""What Twosource wrote itself, so that a folder that is examined twice does not feed on it."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model.case import Unreadable

KEYWORD = "Twosource brief"
"""Among the keywords of a brief as a word-processor file or a PDF."""

_COLUMNS = (frozenset({"section", "text", "reason"}), frozenset({"file", "sha256", "start", "end"}))
"""Columns that stand together in tables that are written of a case and hold texts."""


def is_own_table(columns: Sequence[str]) -> bool:
    """Whether a table with these columns was written by Twosource."""
    return any(own <= set(columns) for own in _COLUMNS)


def own(name: str, what: str) -> Unreadable:
    """The line on a file that Twosource wrote."""
    return Unreadable(
        name, f"is {what} that Twosource wrote, not a report", "nothing to do; it is left out"
    )
