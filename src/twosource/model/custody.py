"""Custody: who did what to which original and when, as a chain that shows every change to itself.

Each entry holds the hash of the one before it, so that an entry that was changed, taken out or put
in breaks the chain from there on. The chain reveals; it cannot prevent.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from twosource.model.shown import Shown

GENESIS = "0" * 64
"""What the first entry holds in place of the hash of one before it."""


class CustodyAction(StrEnum):
    """What was done. ``RETURNED`` says that bytes that are kept came again under their name."""

    CREATED = "created"
    ADDED = "added"
    RETURNED = "returned"
    EXAMINED = "examined"


@dataclass(frozen=True, slots=True)
class Stamp(Shown):
    """Who acts, and when. The core has no clock: the edge that is called gives it.

    Attributes:
        actor: Name of a person or a program, as given.
        at: ISO 8601, UTC.
    """

    actor: str
    at: str


@dataclass(frozen=True, slots=True)
class CustodyEntry(Shown):
    """One entry of the log.

    Attributes:
        seq: Number of the entry, from 1 without gaps.
        at: When, ISO 8601, UTC.
        actor: Who.
        action: What was done.
        object: What it was done to: the SHA-256 of an original or of a case document.
        name: What that is called.
        tool, version: What did it.
        prev: Hash of the entry before.
    """

    seq: int
    at: str
    actor: str
    action: CustodyAction
    object: str
    name: str
    tool: str
    version: str
    prev: str

    @property
    def hash(self) -> str:
        """SHA-256 of the entry's fields as canonical JSON, hexadecimal."""
        fields = [
            self.seq,
            self.at,
            self.actor,
            self.action.value,
            self.object,
            self.name,
            self.tool,
            self.version,
            self.prev,
        ]
        text = json.dumps(fields, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("ascii")).hexdigest()


@dataclass(frozen=True, slots=True)
class Fault(Shown):
    """Something that verification found wrong.

    Attributes:
        place: Where: an entry of the log, an original, a run.
        what: What is wrong, with the value seen.
    """

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


class Link(Protocol):
    """What a chain is made of."""

    @property
    def seq(self) -> int:
        """Number of the entry, from 1 without gaps."""

    @property
    def prev(self) -> str:
        """Hash of the entry before."""

    @property
    def hash(self) -> str:
        """Hash of this entry."""


def broken_links(entries: Sequence[Link], what: str = "log entry") -> tuple[Fault, ...]:
    """Where a log is not the chain that it should be; ``what`` names an entry."""
    faults: list[Fault] = []
    prev = GENESIS
    for number, entry in enumerate(entries, start=1):
        place = f"{what} {entry.seq}"
        if entry.seq != number:
            faults.append(Fault(place, f"entry {number} is missing or was moved"))
        if entry.prev != prev:
            faults.append(Fault(place, "it does not follow from the entry before it"))
        prev = entry.hash
    return tuple(faults)
