"""The archive: many reports on many events, and what is known of them without a full reading."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from twosource.model.case import Unreadable
from twosource.model.identity import ReportId
from twosource.model.original import Original
from twosource.model.report import Report

UNDATED = "undated"
"""The day of a report that nothing dates."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Originals that are taken into an archive together.

    Attributes:
        originals: The originals, in the order in which they came.
    """

    originals: tuple[Original, ...]

    @property
    def id(self) -> str:
        """Hash over the names and the hashes of the originals, 32 hexadecimal digits."""
        digest = hashlib.sha256()
        for original in self.originals:
            digest.update(f"{original.sha256} {original.name}\n".encode("utf-8", "replace"))
        return digest.hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Traits:
    """What the search for events knows of a report.

    Attributes:
        words: Its content words in lower case, each once, in the order of first occurrence.
        counts: How often each of ``words`` stands in it, those of the title twice.
        names: Those of ``words`` that are printed as part of a name.
        vector: What its title and its beginning mean: numbers of 16 bits; empty where none was
            taken.
    """

    words: tuple[str, ...]
    counts: tuple[int, ...]
    names: tuple[str, ...]
    vector: bytes = b""


@dataclass(frozen=True, slots=True)
class ArchivedReport:
    """A report with what the archive looks it up and compares it by.

    Attributes:
        report: The report.
        fingerprint: By which copies of it are found; empty where its text is too short.
        traits: By which its event is found.
    """

    report: Report
    fingerprint: bytes
    traits: Traits

    @property
    def day(self) -> str:
        """The day on which it was published, ISO 8601, or ``undated``."""
        published = self.report.published
        return UNDATED if published is None else published.at[:10]


@dataclass(frozen=True, slots=True)
class ShardDone:
    """What came of a shard.

    Attributes:
        shard: Id of the shard.
        stage: What was done with it, with the version of everything that the result depends on.
        files: The files that hold the result, below the archive, with their number of reports.
        originals: Hash and name of each of its originals.
        unreadable: What could not be read.
    """

    shard: str
    stage: str
    files: tuple[tuple[str, int], ...]
    originals: tuple[tuple[str, str], ...]
    unreadable: tuple[Unreadable, ...]


@dataclass(frozen=True, slots=True)
class ArchiveEvent:
    """Reports of an archive that tell of one event.

    Attributes:
        id: Content id over the first report that was placed in it; it never changes.
        title: Title of its first report that has one, else ``""``.
        first, last: The days of its first and its last report, ISO 8601.
        reports: Its reports, in order of publication.
        origins: How many of them are no verified copy of an earlier one.
    """

    id: str
    title: str
    first: str
    last: str
    reports: tuple[ReportId, ...]
    origins: int
