"""Stages whose cost is measured. They stand apart: what is run as a program cannot be sent."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.engine.examination import load_tables
from twosource.model.archive import ArchivedReport, ShardDone, Traits
from twosource.model.report import Report
from twosource.pipeline.kernels import Clean, Read, State
from twosource.store.archive import Archive

NONE = Traits((), (), ())


@dataclass(frozen=True, slots=True)
class Nothing:
    """A stage that reads its shard and keeps an empty result."""

    archive: Archive
    name: str = "nothing"

    def __call__(self, shard: str) -> ShardDone:
        """Keep nothing."""
        return self.archive.put_result(self.archive.shard(shard), self.name, (), ())


@dataclass(frozen=True, slots=True)
class ReadAndState:
    """A stage that cleans, reads and states, and keeps the reports."""

    archive: Archive
    read: Read
    name: str = "read-and-state"

    def __call__(self, shard: str) -> ShardDone:
        """Find the statements of each report; the reports are kept."""
        load_tables()
        held = self.archive.shard(shard)
        found = [item for items in Clean()(held.originals) for item in items]
        reports = [item for item in found if isinstance(item, Report)]
        stated = [State()([one], self.read([one])) for one in reports]
        if not any(one.statements for (one,) in stated):
            raise SystemExit(f"shard {shard} gave no statement")
        archived = [ArchivedReport(report, b"", NONE) for report in reports]
        return self.archive.put_result(held, self.name, archived, ())
