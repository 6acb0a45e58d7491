"""Reports of a few lines on one event, examined by the real parts."""

from __future__ import annotations

from pathlib import Path

from twosource import examine
from twosource.model.case import Case
from twosource.model.relation import Contradiction

OPENING = "A ferry caught fire in the port of Lorvik on Monday."


def examined(folder: Path, *texts: str) -> Case:
    """The case of reports that open alike."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(f"{OPENING}\n\n{text}", "utf-8")
    return examine(sorted(folder.glob("*.txt"))).case


def raised(folder: Path, *texts: str) -> tuple[Contradiction, ...]:
    """The contradictions between reports that open alike."""
    return examined(folder, *texts).contradictions
