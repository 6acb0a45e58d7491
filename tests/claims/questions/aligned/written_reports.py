"""Reports of a few lines on one event, examined by the real parts."""

from __future__ import annotations

from pathlib import Path

from tests.examining import case_of

from twosource.model.case import Case
from twosource.model.relation import Contradiction

OPENING = "A ferry caught fire in the port of Lorvik on Monday."


def examined(folder: Path, *texts: str) -> Case:
    """The case of reports that open alike."""
    return case_of(folder, *texts, opening=OPENING)


def raised(folder: Path, *texts: str) -> tuple[Contradiction, ...]:
    """The contradictions between reports that open alike."""
    return examined(folder, *texts).contradictions
