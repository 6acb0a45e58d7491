"""Two reports of one event, each with a sentence of its own, and whether the two collide."""

from __future__ import annotations

from pathlib import Path

from twosource import examine
from twosource.model.relation import Contradiction

EVENT = "A fire broke out at the timber yard in Lorvik on Monday."


def colliding(folder: Path, one: str, other: str) -> tuple[Contradiction, ...]:
    """The contradictions between two reports that differ in a sentence."""
    for number, text in enumerate((one, other)):
        (folder / f"{number}.txt").write_text(f"{EVENT}\n\n{text}\n", "utf-8")
    return examine(sorted(folder.glob("*.txt"))).case.contradictions
