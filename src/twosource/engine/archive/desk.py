"""What is asked of an archive: how it stands, its events, what holds given words, a case of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from twosource.engine.archive.engines import engine_named
from twosource.engine.archive.intake import Taken, taken_in
from twosource.engine.archive.placing import place_new
from twosource.engine.archive.stages import take_in
from twosource.errors import NotFoundError
from twosource.model.archive import ArchivedReport, ArchiveEvent
from twosource.model.case import Unreadable
from twosource.model.identity import ReportId
from twosource.model.original import Original
from twosource.pipeline.progress import SILENT, Progress
from twosource.sources.files import FileSource
from twosource.store.archive import Archive, make_archive, open_archive
from twosource.store.archive_index import ArchiveIndex, Entry
from twosource.store.sqlite_file import holding

PATIENCE = 60.0
"""Seconds to wait for another process that takes reports into the same archive. A watch takes in
little at a time, so that this is enough for it; a large 'archive add' goes on for longer."""


@dataclass(frozen=True, slots=True)
class Work:
    """How reports are taken in.

    Attributes:
        engine: Name of the engine.
        workers: Processes at once; ``None`` leaves the choice to the engine.
        vectors: Whether reports get a vector of what they mean.
        patience: Seconds to wait for another process that takes reports into the same archive.
    """

    engine: str = "local"
    workers: int | None = None
    vectors: bool = True
    patience: float = PATIENCE


@dataclass(frozen=True, slots=True)
class Found:
    """A report that a search found.

    Attributes:
        entry: What the index knows of it.
        start, end: Where the first of the words stands in its text; equal where none does.
        text: The report's text.
    """

    entry: Entry
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How an archive stands.

    Attributes:
        counts: Numbers by what they count.
        first, last: The first and the last day of its reports; empty where none is dated.
        waiting: Shards that are kept and not done.
        stages: What its shards went through, with versions.
    """

    counts: dict[str, int]
    first: str
    last: str
    waiting: int
    stages: tuple[str, ...]


def add_to_archive(
    place: Path, paths: Sequence[Path], work: Work, progress: Progress = SILENT
) -> Taken:
    """Take files and folders into an archive, which is made if it is not there, and place them.

    Raises:
        SettingsError: If it cannot be written to, or there is no such engine.
        MissingExtraError: If the engine's extra is not installed.
    """
    engine_named(work.engine, work.workers)  # one that is not there is told before anything is made
    archive = make_archive(place) if paths else open_archive(place)
    items = FileSource(list(paths)).originals() if paths else ()
    return add_originals_to_archive(archive, items, work, progress)


def add_originals_to_archive(
    archive: Archive,
    items: Iterable[Original | Unreadable],
    work: Work,
    progress: Progress = SILENT,
) -> Taken:
    """Take originals from any source into an archive, and place their reports.

    One process at a time does so. Two would each place a report without those that the other has in
    hand: one event would become two, and of two words on a report the later would stand.

    Args:
        archive: The archive.
        items: What a source gives.
        work: How reports are taken in.
        progress: Is told how far the work has come.

    Raises:
        HeldError: If another process takes reports into it, and is not done soon.
        SettingsError: If it cannot be written to, or there is no such engine.
        MissingExtraError: If the engine's extra is not installed.
    """
    engine = engine_named(work.engine, work.workers)
    with holding(archive.taking_in, _held(archive), work.patience):
        taken = taken_in(archive, take_in(archive, vectors=work.vectors), engine, items, progress)
        with ArchiveIndex(archive.index) as index:
            place_new(archive, index, progress)
    return taken


def _held(archive: Archive) -> str:
    return (
        f"{archive.place}: another process takes reports into this archive; give the command again "
        "when it has ended"
    )


def archive_standing(place: Path) -> Standing:
    """How an archive stands.

    Raises:
        NotFoundError: If there is none.
    """
    archive = open_archive(place)
    with ArchiveIndex(archive.index) as index:
        waiting = [shard for shard in archive.shards() if not index.holds(shard)]
        return Standing(index.counts(), *index.span(), len(waiting), index.stages())


def archive_events(place: Path, least: int, most: int, since: str = "") -> list[ArchiveEvent]:
    """The events of an archive, the largest first.

    Args:
        place: The archive.
        least: Reports that an event has at least.
        most: The most events to give.
        since: Leave out events that ended before this day.
    """
    with ArchiveIndex(open_archive(place).index) as index:
        return [
            _event(index, event, index.reports_of(event))
            for event, *_ in index.events(least, since)[:most]
        ]


def search_archive(place: Path, words: str, most: int) -> list[Found]:
    """The reports of an archive that hold all the words, the nearest first."""
    archive = open_archive(place)
    with ArchiveIndex(archive.index) as index:
        entries = index.search(words, most)
    return [_found(entry, words, report_of(archive, entry).report.text) for entry in entries]


def reports_of_event(archive: Archive, index: ArchiveIndex, event: str) -> list[Entry]:
    """The reports of an event; its id may be cut short as long as it is clear.

    Raises:
        NotFoundError: If there is no such event, or several begin like this.
    """
    named = index.events_like(event)
    if len(named) != 1:
        what = "no event" if not named else f"more than one event ({', '.join(named[:3])} ...)"
        raise NotFoundError(
            f"{archive.place}: {what} called {event}; 'twosource archive events' lists them"
        )
    return index.reports_of(named[0])


def report_of(archive: Archive, entry: Entry) -> ArchivedReport:
    """The report of an entry.

    Raises:
        NotFoundError: If it is gone.
    """
    for found in archive.reports(entry.file):
        if found.report.id == entry.id:
            return found
    raise NotFoundError(f"{archive.place}: the report {entry.id} is not in {entry.file} any more")


def _event(index: ArchiveIndex, event: str, entries: Sequence[Entry]) -> ArchiveEvent:
    dated = [entry.day for entry in entries if entry.day[:1].isdigit()]
    return ArchiveEvent(
        id=event,
        title=next((entry.title for entry in entries if entry.title), ""),
        first=min(dated, default=""),
        last=max(dated, default=""),
        reports=tuple(ReportId(entry.id) for entry in entries),
        origins=len(entries) - index.copies_within(event),
    )


def _found(entry: Entry, words: str, text: str) -> Found:
    lowered = text.lower()
    for word in words.lower().split():
        start = lowered.find(word)
        if start >= 0 and len(lowered) == len(text):
            return Found(entry, start, start + len(word), text)
    return Found(entry, 0, 0, text)
