"""How far the work has come: an object passed in, so that the core itself stays silent."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Is told how far a stage has come. What it does with that is its own affair."""

    def advance(self, stage: str, done: int, total: int) -> None:
        """Take note that ``done`` of ``total`` items of ``stage`` are finished."""
        ...


class Silent:
    """Progress that nobody watches."""

    def advance(self, stage: str, done: int, total: int) -> None:
        """Do nothing."""


SILENT: Progress = Silent()
