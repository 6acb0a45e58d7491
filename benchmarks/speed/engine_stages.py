"""Stages whose cost is measured. They stand apart: what is run as a program cannot be sent."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from twosource.engine.tables import load_tables
from twosource.model.archive import ArchivedReport, ShardDone, Traits
from twosource.model.report import Report
from twosource.pipeline.kernels import Read, State
from twosource.pipeline.taking_in import Clean
from twosource.statements.extract import Attributions
from twosource.store.archive import Archive
from twosource.store.case_nodes import entity_node, statement_node

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
    """A stage that cleans, reads and states, and keeps the reports.

    Where a fingerprint would stand, the hash of all that was found in a report is kept, so that
    archives made by different engines are the same only if the statements are.
    """

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
        archived = [
            ArchivedReport(report, _hash(one), NONE)
            for report, (one,) in zip(reports, stated, strict=True)
        ]
        return self.archive.put_result(held, self.name, archived, ())


def _hash(found: Attributions) -> bytes:
    nodes = [
        *(statement_node(one) for one in found.statements),
        *(entity_node(one) for one in found.entities),
    ]
    return hashlib.sha256(json.dumps(nodes, sort_keys=True).encode()).digest()
