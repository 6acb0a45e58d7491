"""The queue of a watch: feeds and when they are due, entries and how far each has come.

One SQLite file in the archive. Every step is written whole before the next begins, so that a watch
that is killed goes on where it was: an entry waits, is fetched (its original lies here), or is
settled (its original lies in the archive).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from twosource.model.original import Original
from twosource.store.place import without_password
from twosource.store.sqlite_file import Plan, SqliteFile, holding

WAITING, FETCHED, SETTLED = "waiting", "fetched", "settled"
_LEFT_ALONE = 3_600.0
"""Seconds for which an entry is not fetched again, however its feed tells it meanwhile."""
_TABLES = """
CREATE TABLE feed(url TEXT PRIMARY KEY, title TEXT NOT NULL DEFAULT '', etag TEXT, modified TEXT,
  due REAL NOT NULL, looked REAL, changed REAL, failures INTEGER NOT NULL DEFAULT 0,
  problem TEXT NOT NULL DEFAULT '', ended INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE entry(n INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, feed TEXT NOT NULL,
  host TEXT NOT NULL, told TEXT NOT NULL, mark TEXT NOT NULL, state TEXT NOT NULL,
  due REAL NOT NULL, tries INTEGER NOT NULL DEFAULT 0, problem TEXT NOT NULL DEFAULT '',
  etag TEXT, modified TEXT, text TEXT NOT NULL DEFAULT '', settled REAL,
  name TEXT, sha256 TEXT, data BLOB);
CREATE INDEX entry_due ON entry(state, due);
CREATE TABLE host(name TEXT PRIMARY KEY, ready REAL NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE robots(origin TEXT PRIMARY KEY, text TEXT NOT NULL, at REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE watched(place TEXT PRIMARY KEY, events TEXT NOT NULL, since TEXT NOT NULL)
  WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is polled. Times are seconds since 1970.

    Attributes:
        url: Its address.
        title: What it calls itself.
        etag, modified: What its server said of the last answer.
        due: When it is asked next.
        looked: When it was asked last.
        changed: When it last had something new.
        failures: How often in a row it could not be read.
        problem: Why not, the last time.
        ended: Whether its server said that it is gone for good; it is not asked any more.
    """

    url: str
    title: str
    etag: str | None
    modified: str | None
    due: float
    looked: float | None
    changed: float | None
    failures: int
    problem: str
    ended: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed, to be fetched.

    Attributes:
        url: Its address, or ``urn:`` and a hash for an entry without one.
        feed: The feed that told of it.
        host: The host of its address.
        told: What the feed told of it, as JSON: fields of a post.
        tries: How often fetching it failed.
        etag, modified: What its server said of an earlier answer.
        text: Hash of the text that it had then; ``""`` where it was not fetched before.
    """

    url: str
    feed: str
    host: str
    told: str
    tries: int
    etag: str | None
    modified: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a feed tells of an entry.

    Attributes:
        url, host: As in :class:`Entry`.
        told: Fields of a post, as JSON.
        mark: Hash by which it shows that an entry is told otherwise than before.
    """

    url: str
    host: str
    told: str
    mark: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What a feed answered. Times are seconds since 1970.

    Attributes:
        title: What it calls itself; ``""`` where that is not known now.
        etag, modified: What its server said of the answer.
        at: When it answered.
        due: When it is asked next.
    """

    title: str
    etag: str | None
    modified: str | None
    at: float
    due: float


class WatchQueue(SqliteFile):
    """The queue, a context manager. Everything is written in whole steps, and no password."""

    plan = Plan(
        name="queue",
        version=1,
        tables=_TABLES,
        synchronous="FULL",
        other_version="watch with the version of Twosource that made it, or a later one",
        refused="see that the disk has room and that the file can be written",
    )

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._forget_passwords()

    def _forget_passwords(self) -> None:
        """Take out of the file what an earlier version wrote down of addresses of databases."""
        named = [(place, without_password(place)) for place, *_ in self.watched()]
        if not (secret := [(told, place) for place, told in named if place != told]):
            return
        with self._writing():
            self._db.executemany("UPDATE OR REPLACE watched SET place = ? WHERE place = ?", secret)
        with self._told():
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def add_feed(self, url: str, due: float) -> bool:
        """Poll a feed from now on; gives whether it is new. One that ended is asked again."""
        with self._writing():
            made = self._db.execute(
                "INSERT OR IGNORE INTO feed(url, due) VALUES (?, ?)", (url, due)
            )
            self._db.execute(
                "UPDATE feed SET ended = 0, failures = 0, due = ? WHERE url = ? AND ended",
                (due, url),
            )
            return bool(made.rowcount)

    def drop_feed(self, url: str) -> bool:
        """Poll a feed no more, and forget its entries that wait; gives whether there was one."""
        with self._writing():
            self._db.execute("DELETE FROM entry WHERE feed = ? AND state = ?", (url, WAITING))
            return bool(self._db.execute("DELETE FROM feed WHERE url = ?", (url,)).rowcount)

    def feeds(self) -> list[Feed]:
        """The feeds, in the order of their addresses."""
        query = (
            "SELECT url, title, etag, modified, due, looked, changed, failures, problem, ended "
            "FROM feed ORDER BY url"
        )
        return [Feed(*row) for row in self._rows(query)]

    def answered(self, feed: str, answer: Answered, entries: Sequence[Told]) -> int:
        """Keep what a feed answered and queue its entries that are new or told otherwise.

        Returns:
            How many entries were queued.
        """
        with self._writing():
            queued = sum(self._queue(feed, entry, answer.at) for entry in entries)
            self._db.execute(
                "UPDATE feed SET title = coalesce(nullif(?, ''), title), etag = ?, modified = ?, "
                "looked = ?, due = ?, failures = 0, problem = '', "
                "changed = CASE WHEN ? THEN ? ELSE changed END WHERE url = ?",
                (answer.title, answer.etag, answer.modified, answer.at, answer.due, queued,
                 answer.at, feed),
            )  # fmt: skip
        return queued

    def _queue(self, feed: str, entry: Told, at: float) -> int:
        made = self._db.execute(
            "INSERT OR IGNORE INTO entry(url, feed, host, told, mark, state, due) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (entry.url, feed, entry.host, entry.told, entry.mark, WAITING, at),
        )
        if made.rowcount:
            return 1
        # What is on its way already goes on; what was settled is looked at again.
        return self._db.execute(
            "UPDATE entry SET told = ?, mark = ?, state = ?, due = ?, tries = 0, problem = '' "
            "WHERE url = ? AND mark != ? AND state = ? AND settled <= ?",
            (entry.told, entry.mark, WAITING, at, entry.url, entry.mark, SETTLED, at - _LEFT_ALONE),
        ).rowcount

    def failed(self, feed: str, problem: str, at: float, due: float, *, ended: bool) -> None:
        """Keep that a feed could not be read, and when it is asked next."""
        with self._writing():
            self._db.execute(
                "UPDATE feed SET problem = ?, looked = ?, due = ?, failures = failures + 1, "
                "ended = ? WHERE url = ?",
                (problem, at, due, int(ended), feed),
            )

    def put_off_feed(self, feed: str, due: float) -> None:
        """Ask a feed later, which is no failure of it."""
        with self._writing():
            self._db.execute("UPDATE feed SET due = ? WHERE url = ?", (due, feed))

    def next_entry(self, now: float) -> Entry | None:
        """The entry that is to be fetched next: of those that are due, one whose host is ready."""
        rows = self._rows(
            "SELECT url, feed, entry.host, told, tries, etag, modified, text FROM entry "
            "LEFT JOIN host ON host.name = entry.host WHERE state = ? AND due <= ? "
            "ORDER BY coalesce(ready, 0), due, n LIMIT 1",
            WAITING,
            now,
        )
        return Entry(*rows[0]) if rows else None

    def fetched(
        self, url: str, original: Original, text: str, known: tuple[str | None, str | None]
    ) -> None:
        """Keep the original of an entry until it lies in the archive."""
        with self._writing():
            self._db.execute(
                "UPDATE entry SET state = ?, name = ?, sha256 = ?, data = ?, text = ?, etag = ?, "
                "modified = ? WHERE url = ?",
                (FETCHED, original.name, original.sha256, original.data, text, *known, url),
            )

    def put_off(self, url: str, due: float, problem: str, *, counts: bool = True) -> None:
        """Fetch an entry later."""
        with self._writing():
            self._db.execute(
                "UPDATE entry SET due = ?, problem = ?, tries = tries + ? WHERE url = ?",
                (due, problem, int(counts), url),
            )

    def originals(self) -> list[tuple[str, Original]]:
        """What was fetched and is not settled, with the addresses, in order."""
        rows = self._rows(
            "SELECT url, name, data, sha256 FROM entry WHERE state = ? ORDER BY n", FETCHED
        )
        return [(url, Original(*row)) for url, *row in rows]

    def settle(self, urls: Sequence[str], at: float) -> None:
        """Let entries rest whose originals lie in the archive, or that are as they were."""
        with self._writing():
            self._db.executemany(
                "UPDATE entry SET state = ?, data = NULL, told = '', settled = ? WHERE url = ?",
                [(SETTLED, at, url) for url in urls],
            )

    def addresses(self) -> dict[str, str]:
        """Where originals came from, by their hashes."""
        return dict(self._rows("SELECT sha256, url FROM entry WHERE sha256 IS NOT NULL"))

    def counts(self) -> dict[str, int]:
        """How many entries there are, by how far they have come."""
        return dict(self._rows("SELECT state, count(*) FROM entry GROUP BY state ORDER BY state"))

    def ready(self, host: str) -> float:
        """When a host may be asked next, in seconds since 1970."""
        rows = self._rows("SELECT ready FROM host WHERE name = ?", host)
        return float(rows[0][0]) if rows else 0.0

    def rest(self, host: str, until: float) -> None:
        """Leave a host alone until a time; a later one that was set before stays."""
        with self._writing():
            self._db.execute(
                "INSERT INTO host(name, ready) VALUES (?, ?) "
                "ON CONFLICT(name) DO UPDATE SET ready = max(ready, excluded.ready)",
                (host, until),
            )

    def robots(self, origin: str, after: float) -> str | None:
        """What a site forbids to programs, as it was read after a time; ``None``: it was not."""
        rows = self._rows("SELECT text FROM robots WHERE origin = ? AND at > ?", origin, after)
        return str(rows[0][0]) if rows else None

    def put_robots(self, origin: str, text: str, at: float) -> None:
        """Keep what a site forbids to programs."""
        with self._writing():
            self._db.execute("INSERT OR REPLACE INTO robots VALUES (?, ?, ?)", (origin, text, at))

    def watch(self, place: str, events: Sequence[str], since: str) -> None:
        """Watch a case: what comes into these events comes into it."""
        with self._writing():
            self._db.execute(
                "INSERT INTO watched VALUES (?, ?, ?) "
                "ON CONFLICT(place) DO UPDATE SET events = excluded.events",
                (place, json.dumps(list(events)), since),
            )

    def unwatch(self, place: str) -> bool:
        """Watch a case no more; gives whether it was watched."""
        with self._writing():
            return bool(self._db.execute("DELETE FROM watched WHERE place = ?", (place,)).rowcount)

    def watched(self) -> list[tuple[str, tuple[str, ...], str]]:
        """The cases that are watched: place, events, since when."""
        rows = self._rows("SELECT place, events, since FROM watched ORDER BY place")
        return [(place, tuple(json.loads(events)), since) for place, events, since in rows]

    def next_due(self) -> float | None:
        """When a feed or an entry is due next, in seconds since 1970."""
        ((due,),) = self._rows(
            "SELECT min(due) FROM (SELECT due FROM feed WHERE NOT ended UNION ALL "
            "SELECT due FROM entry WHERE state != ?)",
            SETTLED,
        )
        return None if due is None else float(due)


@contextmanager
def only_watch(path: Path) -> Iterator[None]:
    """Be the only one that watches an archive, as long as the block runs.

    The lock is one of the operating system, which lets go of it whatever ends the process.

    Args:
        path: A file beside the queue, which is made if it is not there.

    Raises:
        HeldError: If another process watches the archive.
    """
    refusal = (
        f"{path.parent}: another process watches this archive already; let it go on, or end it "
        "first"
    )
    with holding(path, refusal):
        yield
