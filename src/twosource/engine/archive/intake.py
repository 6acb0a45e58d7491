"""Taking originals into an archive: packed into shards, done by an engine, put into the index.

Each step can be cut off at any moment and is taken up again where it stopped: a shard is kept whole
or not at all, a result counts when its manifest entry is there, and a result goes into the index
in one step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from twosource.engine.archive.engines import Engine
from twosource.engine.archive.stages import Stage
from twosource.model.archive import ArchivedReport, Shard, ShardDone
from twosource.model.case import Unreadable
from twosource.model.original import Original
from twosource.pipeline.progress import Progress
from twosource.store.archive import Archive
from twosource.store.archive_index import ArchiveIndex

ORIGINALS_IN_SHARD = 500
BYTES_IN_SHARD = 8_000_000
"""A shard is closed when it has so many originals or bytes. Large enough that a shard costs more
to do than to keep, small enough that a killed run loses little and a worker's memory holds it."""

PACKING, TAKING_IN, INDEXING = "packing", "taking in", "indexing"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of taking originals in.

    Attributes:
        originals: How many originals are new.
        repeated: How many were left out because their bytes are there already.
        reports: How many reports are new.
        unreadable: What could not be read.
        failed: Shards that took their worker down again and again, and wait.
    """

    originals: int
    repeated: int
    reports: int
    unreadable: tuple[Unreadable, ...]
    failed: tuple[str, ...]


def taken_in(
    archive: Archive,
    stage: Stage,
    engine: Engine,
    items: Iterable[Original | Unreadable],
    progress: Progress,
) -> Taken:
    """Take originals into an archive, and finish what an earlier run left.

    Args:
        archive: The archive.
        stage: What is done with each shard.
        engine: Where it is done.
        items: What a source gives; nothing only finishes what was left.
        progress: Is told how far the work has come.
    """
    unreadable: list[Unreadable] = []
    new = repeated = 0
    with ArchiveIndex(archive.index) as index:
        known = _kept(archive, index)
        for item in items:
            if isinstance(item, Unreadable):
                unreadable.append(item)
            elif known.add(item):
                new += 1
                progress.advance(PACKING, new, new)
            else:
                repeated += 1
        known.close()
        failed = _done(archive, index, stage, engine, progress)
        reports, bad = _indexed(archive, index, progress)
    return Taken(new, repeated, reports, (*unreadable, *bad), failed)


class _Packer:
    """Packs originals that are not kept yet into shards."""

    def __init__(self, archive: Archive, index: ArchiveIndex, waiting: set[str]) -> None:
        self._archive = archive
        self._index = index
        self._waiting = waiting
        self._held: list[Original] = []
        self._bytes = 0

    def add(self, original: Original) -> bool:
        """Keep an original with the next shard, unless its bytes are kept already."""
        if original.sha256 in self._waiting or self._index.knows(original.sha256):
            return False
        self._waiting.add(original.sha256)
        self._held.append(original)
        self._bytes += len(original.data)
        if len(self._held) >= ORIGINALS_IN_SHARD or self._bytes >= BYTES_IN_SHARD:
            self.close()
        return True

    def close(self) -> None:
        """Keep what is in hand as a shard."""
        if self._held:
            self._archive.put_shard(Shard(tuple(self._held)))
        self._held, self._bytes = [], 0


def _kept(archive: Archive, index: ArchiveIndex) -> _Packer:
    """A packer that knows the originals of shards that are kept and not in the index yet."""
    waiting = {
        original.sha256
        for shard in archive.shards()
        if not index.holds(shard)
        for original in archive.shard(shard).originals
    }
    return _Packer(archive, index, waiting)


def _done(
    archive: Archive, index: ArchiveIndex, stage: Stage, engine: Engine, progress: Progress
) -> tuple[str, ...]:
    """Have every shard done that is not; gives those that could not be."""
    todo = [
        shard
        for shard in archive.shards()
        if not index.holds(shard) and archive.finished(shard, stage.name) is None
    ]
    for number, _ in enumerate(engine.map(stage, todo), start=1):
        progress.advance(TAKING_IN, number, len(todo))
    return tuple(shard for shard in todo if archive.finished(shard, stage.name) is None)


def _indexed(
    archive: Archive, index: ArchiveIndex, progress: Progress
) -> tuple[int, list[Unreadable]]:
    """Put results into the index that are not in it; how many reports are new, and what is bad."""
    fresh = [done for done in archive.done() if not index.holds(done.shard)]
    bad: list[Unreadable] = []
    reports = 0
    for number, done in enumerate(fresh, start=1):
        reports += index.take_in(done, _reports(archive, done))
        bad += done.unreadable
        progress.advance(INDEXING, number, len(fresh))
    return reports, bad


def _reports(archive: Archive, done: ShardDone) -> Iterable[tuple[str, ArchivedReport]]:
    return _each(archive, [name for name, _ in done.files])


def _each(archive: Archive, files: Sequence[str]) -> Iterator[tuple[str, ArchivedReport]]:
    for file in files:
        for report in archive.reports(file):
            yield file, report
