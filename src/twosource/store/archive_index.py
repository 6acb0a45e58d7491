"""The index of an archive: one SQLite file that answers quickly and can be made anew.

What it holds follows from the files of the archive, except which event a report was placed in and
which copies were verified, which follow from the order in which reports came.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.model.archive import UNDATED, ArchivedReport, ShardDone
from twosource.model.lineage import LineageEdge
from twosource.store.archive import writable
from twosource.store.sqlite_file import Plan, SqliteFile

_TABLES = """
CREATE TABLE result(shard TEXT PRIMARY KEY, stage TEXT NOT NULL);
CREATE TABLE original(sha256 TEXT NOT NULL, name TEXT NOT NULL, shard TEXT NOT NULL,
  PRIMARY KEY(sha256, name)) WITHOUT ROWID;
CREATE TABLE report(n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, day TEXT NOT NULL,
  moment TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT NOT NULL,
  sha256 TEXT NOT NULL, shard TEXT NOT NULL, file TEXT NOT NULL, placed INTEGER NOT NULL DEFAULT 0,
  event TEXT, weights TEXT);
CREATE INDEX report_day ON report(placed, day, moment, id);
CREATE INDEX report_event ON report(event, day, moment, id);
CREATE VIRTUAL TABLE report_search USING fts5(title, text, content='',
  tokenize="unicode61 remove_diacritics 2");
CREATE TABLE edge(target TEXT NOT NULL, source TEXT NOT NULL, score REAL NOT NULL,
  reason TEXT NOT NULL, runs TEXT NOT NULL, PRIMARY KEY(target, source)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index knows of a report.

    Attributes:
        id: Of the report.
        day: On which it was published.
        name, title, publisher: As the report has them; ``""`` where it has none.
        sha256: Of its original.
        shard, file: Where its original and the report itself lie.
        event: The event that it was placed in, or ``""``.
        weights: What its words weighed when it was placed, as JSON, or ``""``.
    """

    id: str
    day: str
    name: str
    title: str
    publisher: str
    sha256: str
    shard: str
    file: str
    event: str
    weights: str


_ENTRY = (
    "id, day, name, title, publisher, sha256, shard, file, coalesce(event, ''), "
    "coalesce(weights, '')"
)


class ArchiveIndex(SqliteFile):
    """The index, a context manager. Everything is written in whole steps."""

    plan = Plan(
        name="index",
        version=1,
        tables=_TABLES,
        synchronous="NORMAL",  # what a crash takes can be made anew
        other_version="remove it, and the next 'archive add' makes it anew",
        refused="if it is damaged, remove it, and the next 'archive add' makes it anew",
    )

    def _prepare(self) -> None:
        SqliteFile._prepare(self)
        # An archive that was begun without it gets it the next time it is opened.
        self._db.execute("CREATE INDEX IF NOT EXISTS report_original ON report(sha256)")

    def holds(self, shard: str) -> bool:
        """Whether the result of a shard is in the index."""
        return bool(self._rows("SELECT 1 FROM result WHERE shard = ?", shard))

    def take_in(self, done: ShardDone, reports: Iterable[tuple[str, ArchivedReport]]) -> int:
        """Put the result of a shard into the index, whole or not at all; a second time is nothing.

        Args:
            done: The result.
            reports: Its reports, each with its file.

        Returns:
            How many reports are new; one whose id is there already stays as it is.
        """
        with self._writing():
            if self.holds(done.shard):
                return 0
            self._db.execute("INSERT INTO result VALUES (?, ?)", (done.shard, done.stage))
            self._db.executemany(
                "INSERT OR IGNORE INTO original VALUES (?, ?, ?)",
                [(sha256, writable(name), done.shard) for sha256, name in done.originals],
            )
            return sum(self._take_in(done.shard, file, one) for file, one in reports)

    def _take_in(self, shard: str, file: str, archived: ArchivedReport) -> bool:
        report = archived.report
        moment = "" if report.published is None else report.published.interval.start.isoformat()
        title, publisher = writable(report.title or ""), writable(report.publisher or "")
        made = self._db.execute(
            "INSERT OR IGNORE INTO report"
            "(id, day, moment, name, title, publisher, sha256, shard, file) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (report.id, archived.day, moment, writable(report.file), title, publisher,
             report.sha256, shard, file),
        )  # fmt: skip
        if not made.rowcount:
            return False
        self._db.execute(
            "INSERT INTO report_search(rowid, title, text) VALUES (?, ?, ?)",
            (made.lastrowid, title, writable(report.text)),
        )
        return True

    def knows(self, sha256: str) -> bool:
        """Whether an original of these bytes is in the index."""
        return bool(self._rows("SELECT 1 FROM original WHERE sha256 = ? LIMIT 1", sha256))

    def reports_in(self, sha256: str) -> int:
        """How many reports came out of an original."""
        ((number,),) = self._rows("SELECT count(*) FROM report WHERE sha256 = ?", sha256)
        return int(number)

    def events_of(self, originals: Iterable[str]) -> dict[str, int]:
        """The events that reports of some originals were placed in, with how many of them."""
        found: dict[str, int] = {}
        for sha256 in originals:
            query = "SELECT DISTINCT event FROM report WHERE sha256 = ? AND event IS NOT NULL"
            for (event,) in self._rows(query, sha256):
                found[str(event)] = found.get(str(event), 0) + 1
        return found

    def unplaced(self) -> list[Entry]:
        """Reports that no event was looked for yet, in order of publication, undated ones last."""
        return self._entries(
            f"SELECT {_ENTRY} FROM report WHERE placed = 0 "  # noqa: S608 - a constant
            "ORDER BY day = ?, day, moment, id",
            UNDATED,
        )

    def placed_between(self, first: str, last: str) -> list[Entry]:
        """Placed reports of the days ``first`` to ``last``, both included, in order."""
        return self._entries(
            f"SELECT {_ENTRY} FROM report WHERE placed = 1 "  # noqa: S608 - a constant
            "AND day BETWEEN ? AND ? ORDER BY day, moment, id",
            first,
            last,
        )

    def place(self, placed: Sequence[tuple[str, str, str]], edges: Sequence[LineageEdge]) -> None:
        """Keep the events that reports were placed in, and the copies verified for them.

        Args:
            placed: Report, event and weights of its words; ``""`` for no event.
            edges: Edges to keep.
        """
        with self._writing():
            self._db.executemany(
                "UPDATE report SET placed = 1, event = nullif(?, ''), weights = nullif(?, '') "
                "WHERE id = ?",
                [(event, weights, report) for report, event, weights in placed],
            )
            self._db.executemany(
                "INSERT OR IGNORE INTO edge VALUES (?, ?, ?, ?, ?)",
                [(e.target, e.source, e.score, e.reason, _runs(e)) for e in edges],
            )

    def reports_of(self, event: str) -> list[Entry]:
        """The reports of an event, in order of publication."""
        return self._entries(
            f"SELECT {_ENTRY} FROM report WHERE event = ? "  # noqa: S608 - a constant
            "ORDER BY day = ?, day, moment, id",
            event,
            UNDATED,
        )

    def events(self, least: int, since: str = "") -> list[tuple[str, str, str, int]]:
        """Events with their first day, their last day and their size, the largest first.

        Args:
            least: Reports that an event has at least.
            since: Leave out events that ended before this day.
        """
        return self._rows(
            "SELECT event, min(day), max(day), count(*) AS size FROM report "
            "WHERE event IS NOT NULL AND day != ? GROUP BY event HAVING size >= ? AND max(day) >= ?"
            " ORDER BY size DESC, min(day), event",
            UNDATED,
            least,
            since,
        )

    def copies_within(self, event: str) -> int:
        """How many reports of an event are a verified copy of another one in it."""
        ((number,),) = self._rows(
            "SELECT count(DISTINCT e.target) FROM edge e JOIN report t ON t.id = e.target "
            "JOIN report s ON s.id = e.source WHERE t.event = ? AND s.event = t.event",
            event,
        )
        return int(number)

    def edges(self) -> set[tuple[str, str]]:
        """Every verified copy, with what it copies."""
        found = self._rows("SELECT target, source FROM edge")
        return {(str(target), str(source)) for target, source in found}

    def search(self, words: str, limit: int) -> list[Entry]:
        """Reports that hold all the words, the nearest first; they are words, never operators."""
        wanted = [word for word in words.split() if any(c.isalnum() for c in word)]
        if not wanted:
            return []
        quoted = " ".join(f'"{writable(word).replace(chr(34), "")}"' for word in wanted)
        return self._entries(
            f"SELECT {_ENTRY} FROM report JOIN (SELECT rowid AS found, rank AS near "  # noqa: S608
            "FROM report_search WHERE report_search MATCH ? ORDER BY rank LIMIT ?) "
            "ON n = found ORDER BY near, n",
            quoted,
            limit,
        )

    def events_like(self, beginning: str) -> list[str]:
        """The ids of events that begin like this; only itself where one is called just so."""
        found = self._rows(
            "SELECT DISTINCT event FROM report WHERE event >= ? AND event < ? ORDER BY event",
            beginning,
            f"{beginning}~",
        )
        named = [str(event) for (event,) in found] if beginning else []
        return [beginning] if beginning in named else named

    def stages(self) -> tuple[str, ...]:
        """What the shards in the index went through, with versions."""
        found = self._rows("SELECT DISTINCT stage FROM result ORDER BY stage")
        return tuple(str(stage) for (stage,) in found)

    def counts(self) -> dict[str, int]:
        """Numbers that say how the archive stands."""
        asked = {
            "originals": "SELECT count(*) FROM original",
            "reports": "SELECT count(*) FROM report",
            "undated": f"SELECT count(*) FROM report WHERE day = '{UNDATED}'",  # noqa: S608
            "unplaced": "SELECT count(*) FROM report WHERE placed = 0",
            "events": "SELECT count(DISTINCT event) FROM report",
            "copies": "SELECT count(DISTINCT target) FROM edge",
            "days": f"SELECT count(DISTINCT day) FROM report WHERE day != '{UNDATED}'",  # noqa: S608
        }
        return {name: int(self._rows(query)[0][0]) for name, query in asked.items()}

    def span(self) -> tuple[str, str]:
        """The first and the last day; empty where no report is dated."""
        query = "SELECT min(day), max(day) FROM report WHERE day != ?"
        ((first, last),) = self._rows(query, UNDATED)
        return first or "", last or ""

    def _entries(self, query: str, *values: object) -> list[Entry]:
        return [Entry(*row) for row in self._rows(query, *values)]


def _runs(edge: LineageEdge) -> str:
    """Where shared stretches stand: start and end in the source, then in the target."""
    return json.dumps([[a.start, a.end, b.start, b.end] for a, b in edge.runs])
