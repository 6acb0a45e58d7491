"""The kernels by which reports are taken in: nothing is read in them yet.

They are kernels as those in ``kernels``. They stand apart since what reads takes long to load, and
the workers of an archive need none of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from twosource.comparison.events.traits import traits_of
from twosource.comparison.lineage.fingerprint import fingerprints
from twosource.documents.extract import reports_from
from twosource.language.meaning import Meaning
from twosource.model.archive import Traits
from twosource.model.case import Unreadable
from twosource.model.original import Original
from twosource.model.report import Report, readable

Cleaned = tuple[Report | Unreadable, ...]
"""What one original gives."""


@dataclass(frozen=True, slots=True)
class Clean:
    """Originals to reports: decoded, extracted, furniture labelled, dated."""

    name: ClassVar[str] = "clean"
    version: ClassVar[int] = 1

    def __call__(self, originals: Sequence[Original]) -> list[Cleaned]:
        """What each original gives, in order; bad material gives an ``Unreadable``."""
        return [tuple(reports_from(original)) for original in originals]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Reports to fingerprints, by which copies are found."""

    name: ClassVar[str] = "fingerprint"
    version: ClassVar[int] = 1

    def __call__(self, reports: Sequence[Report]) -> list[bytes]:
        """The fingerprint of each report's readable text."""
        return fingerprints([readable(report) for report in reports])


@dataclass(frozen=True, slots=True)
class TakeTraits:
    """Reports to traits, by which events are found.

    Attributes:
        meaning: Gives vectors; ``None`` leaves them out.
    """

    meaning: Meaning | None
    name: ClassVar[str] = "traits"
    version: ClassVar[int] = 1

    def __call__(self, reports: Sequence[Report]) -> list[Traits]:
        """The traits of each report."""
        return traits_of(reports, self.meaning)
