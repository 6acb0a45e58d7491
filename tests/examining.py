"""Cases of reports that a test gives by their text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from twosource import examine
from twosource.model.case import Case

Examined = Callable[..., Case]


def case_of(folder: Path, *texts: str, opening: str = "") -> Case:
    """The case of reports in a folder that holds no others.

    Args:
        folder: Where they are written.
        texts: One for each report.
        opening: A paragraph that all of them open with.
    """
    for old in folder.glob("*.txt"):
        old.unlink()
    for number, text in enumerate(texts):
        whole = f"{opening}\n\n{text}" if opening else text
        (folder / f"{number}.txt").write_text(whole, "utf-8")
    return examine(sorted(folder.glob("*.txt"))).case
