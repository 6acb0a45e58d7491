"""Placing reports: which earlier one a report copies, and which event it tells of.

Reports are placed in order of publication, a day at a time, and each day is kept in one step: a run
that is killed goes on with the day that it was at. What the stream knew is put together again from
the reports of the weeks around the new ones.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from twosource.comparison.events.stream import WINDOW, EventStream, Placed, Sighting, site_of
from twosource.comparison.lineage.copies import PlainWords, copied_between, plain_words
from twosource.comparison.lineage.copy_search import CopySearch
from twosource.model.archive import UNDATED, ArchivedReport
from twosource.model.identity import ReportId
from twosource.model.lineage import LineageEdge
from twosource.pipeline.progress import Progress
from twosource.store.archive import Archive
from twosource.store.archive_index import ArchiveIndex, Entry

PLACING = "placing"
COPIED_WITHIN = 30
"""Days in which a report is looked for as the source of a copy."""
_FILES_HELD = 64
_WORDS_HELD = 512


class _Library:
    """Archived reports by their entry; the last files that were read are held."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._files: OrderedDict[str, dict[str, ArchivedReport]] = OrderedDict()
        self._words: OrderedDict[str, PlainWords] = OrderedDict()

    def report(self, entry: Entry) -> ArchivedReport:
        """The report of an entry."""
        held = self._files.pop(entry.file, None)
        if held is None:
            held = {one.report.id: one for one in self._archive.reports(entry.file)}
        self._files[entry.file] = held
        while len(self._files) > _FILES_HELD:
            self._files.popitem(last=False)
        return held[entry.id]

    def words(self, entry: Entry) -> PlainWords:
        """The words of the report of an entry."""
        words = self._words.pop(entry.id, None)
        if words is None:
            words = plain_words(self.report(entry).report)
        self._words[entry.id] = words
        while len(self._words) > _WORDS_HELD:
            self._words.popitem(last=False)
        return words


class Placing:
    """Places reports, and remembers those of the window for the next."""

    def __init__(self, archive: Archive) -> None:
        self._library = _Library(archive)
        self._stream = EventStream()
        self._copies: CopySearch[str] = CopySearch()
        self._entries: dict[str, Entry] = {}
        self._events: dict[str, str] = {}
        self._days: list[tuple[int, str]] = []

    def remember(self, entry: Entry) -> None:
        """Take note of a report that an earlier run placed."""
        found = self._library.report(entry)
        if entry.day != UNDATED and entry.event:
            weights = dict(json.loads(entry.weights))
            self._stream.remember(Placed(_sighting(entry, found), entry.event, weights))
        self._note(entry, found, entry.event)

    def place(self, entry: Entry) -> tuple[str, str, LineageEdge | None]:
        """Place a report.

        Returns:
            Its event, the weights of its words as JSON, and the edge to what it is a copy of.
            A report that nothing dates has an event only as a copy.
        """
        found = self._library.report(entry)
        if entry.day != UNDATED:
            self._forget_before(_number(entry.day) - COPIED_WITHIN)
        edge = self._copied(entry, found)
        event = "" if edge is None else self._events.get(edge[0], "")
        weights = ""
        if entry.day != UNDATED:
            placed = self._stream.place(_sighting(entry, found), event)
            event, weights = placed.event, json.dumps(list(placed.weights.items()))
        self._note(entry, found, event)
        return event, weights, None if edge is None else edge[1]

    def _copied(self, entry: Entry, found: ArchivedReport) -> tuple[str, LineageEdge] | None:
        for other in self._copies.near(found.fingerprint):
            edge = copied_between(
                self._library.words(self._entries[other]), self._library.words(entry)
            )
            if edge is not None:
                return other, edge
        return None

    def _note(self, entry: Entry, found: ArchivedReport, event: str) -> None:
        self._copies.add(entry.id, found.fingerprint)
        self._entries[entry.id] = entry
        self._events[entry.id] = event
        if entry.day != UNDATED:
            self._days.append((_number(entry.day), entry.id))

    def _forget_before(self, day: int) -> None:
        if not self._days or self._days[0][0] >= day:
            return
        kept = [(when, key) for when, key in self._days if when >= day]
        for _, key in (item for item in self._days if item[0] < day):
            self._copies.forget(key)
            del self._entries[key], self._events[key]
        self._days = kept


def place_new(archive: Archive, index: ArchiveIndex, progress: Progress) -> int:
    """Place every report that is not placed yet; gives how many were placed."""
    waiting = index.unplaced()
    if not waiting:
        return 0
    placing = Placing(archive)
    for entry in _around(index, waiting):
        placing.remember(entry)
    done = 0
    for _, entries in groupby(waiting, key=lambda entry: entry.day):
        rows: list[tuple[str, str, str]] = []
        edges: list[LineageEdge] = []
        for entry in entries:
            event, weights, edge = placing.place(entry)
            rows.append((entry.id, event, weights))
            edges += [edge] if edge is not None else []
        index.place(rows, edges)
        done += len(rows)
        progress.advance(PLACING, done, len(waiting))
    return done


def _around(index: ArchiveIndex, waiting: Sequence[Entry]) -> Iterator[Entry]:
    """The placed reports of the weeks around those that wait."""
    days = [date.fromisoformat(entry.day) for entry in waiting if entry.day != UNDATED]
    if days:
        first, last = min(days) - timedelta(WINDOW), max(days) + timedelta(WINDOW)
        yield from index.placed_between(first.isoformat(), last.isoformat())


def _sighting(entry: Entry, found: ArchivedReport) -> Sighting:
    return Sighting(ReportId(entry.id), _number(entry.day), found.traits, site_of(found.report))


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()
