"""The seam between where reports lie and what is done with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from twosource.model.case import Unreadable
from twosource.model.original import Original


class Source(Protocol):
    """Something that yields originals.

    The order is fixed: the same material gives the same sequence. Bad material is never raised;
    it yields an ``Unreadable`` in its place, and the rest goes on.
    """

    def originals(self) -> Iterator[Original | Unreadable]:
        """Read the originals, none larger than ``most_bytes`` of its name."""
        ...
