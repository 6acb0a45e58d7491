"""A file of SQLite that several processes share: opened, prepared, written in whole steps; a lock.

The database of a case is opened in ``database``, by SQLAlchemy, since it may be PostgreSQL as well.
What lies in the folder of an archive is SQLite alone, and is opened here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Self

from twosource.errors import SettingsError

_WAIT = 30.0
"""Seconds that one process waits for another to finish writing."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file holds, and what is said where it cannot be opened.

    Attributes:
        name: What the file is, as in "the index refused".
        version: Of its tables.
        tables: Statements that make them, each ended by a semicolon and a new line.
        synchronous: How safely it is written: FULL where nothing else holds what it holds.
        other_version: What to do about a file of another version.
        refused: What to do where SQLite refuses.
    """

    name: str
    version: int
    tables: str
    synchronous: str
    other_version: str
    refused: str


class SqliteFile:
    """A file of SQLite, a context manager. Everything is written in whole steps.

    Args:
        path: The file, which is made if it is not there.

    Raises:
        SettingsError: If it cannot be opened or prepared, or is of another version; so does every
            method where SQLite refuses.
    """

    plan: ClassVar[Plan]

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._told():
            self._db = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute(f"PRAGMA synchronous = {self.plan.synchronous}")
        with self._writing():
            self._prepare()

    def __enter__(self) -> Self:
        """The file itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self._db.close()

    def _prepare(self) -> None:
        """Make the tables where they are not there, inside the first step."""
        (found,) = self._db.execute("PRAGMA user_version").fetchone()
        if found == 0:
            for statement in self.plan.tables.split(";\n"):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA user_version = {self.plan.version}")
        elif found != self.plan.version:
            raise SettingsError(
                f"{self._path} is of version {found}, not {self.plan.version}; "
                f"{self.plan.other_version}"
            )

    def _rows(self, query: str, *values: object) -> list[tuple]:  # type: ignore[type-arg]
        with self._told(), closing(self._db.execute(query, values)) as found:
            return found.fetchall()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A step: one process at a time, whole or not at all."""
        with self._told():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._db.in_transaction:  # SQLite itself takes back what a full disk cut off
                    self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise SettingsError(
                f"{self._path}: the {self.plan.name} refused ({error}); {self.plan.refused}"
            ) from error


class HeldError(SettingsError):
    """Another process holds a lock."""


@contextmanager
def holding(path: Path, refusal: str, wait: float = 0.0) -> Iterator[None]:
    """Be the only process that holds a lock, as long as the block runs.

    The lock is one of the operating system, which lets go of it whatever ends the process.

    Args:
        path: A file for the lock alone, which is made if it is not there.
        refusal: What to say where another process holds it.
        wait: Seconds to wait for that process.

    Raises:
        HeldError: If another process still holds it.
        SettingsError: If the file cannot be made.
    """
    try:
        lock = sqlite3.connect(path, timeout=wait, isolation_level=None)
    except sqlite3.Error as error:
        raise SettingsError(f"{path} cannot be made ({error}); see to its folder") from error
    with closing(lock):
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise SettingsError(f"{path} cannot be locked ({error}); see to it") from error
            raise HeldError(refusal) from error
        yield
