"""A kept case: its originals, its log and its runs, in a folder or in PostgreSQL."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Self

from sqlalchemy import delete, func, insert, select, text
from sqlalchemy.engine import Engine

from twosource.errors import NotFoundError, SettingsError
from twosource.model.custody import CustodyAction, CustodyEntry, Fault, Stamp
from twosource.model.hit import Hit
from twosource.model.original import Original
from twosource.model.review import Review
from twosource.store.database import open_database, told, writing
from twosource.store.files import ensure_folder, write_whole_bytes
from twosource.store.place import ORIGINALS as FOLDER
from twosource.store.place import case_name, database_of, is_address, is_kept, without_password
from twosource.store.readings import drop_readings, find_readings, write_readings
from twosource.store.rows import (
    Run,
    arrivals,
    entry_of,
    hit_of,
    hit_row,
    read_reviews,
    write_entry,
    write_reviews,
)
from twosource.store.schema import CUSTODY, ORIGINALS, PASSAGES, RUNS, SEARCH

_AT_ONCE = 2_000
"""Rows that one statement inserts."""


class KeptCase:
    """A case that is kept, a context manager. Use :func:`create` and :func:`open_kept`."""

    def __init__(self, place: str, engine: Engine) -> None:
        self.place = place
        self.named = without_password(place)  # as it may be told and written down
        self._engine = engine
        self._folder = None if is_address(place) else Path(place) / FOLDER

    def __enter__(self) -> Self:
        """The case itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the database."""
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @property
    def engine(self) -> Engine:
        """The database, for what is read and written beside the case itself."""
        return self._engine

    def begin(self, version: str, stamp: Stamp) -> None:
        """Write the first entry of the log.

        Raises:
            SettingsError: If there is one already.
        """
        with told(self.place), writing(self._engine) as connection:
            if connection.execute(select(CUSTODY.c.seq).limit(1)).first() is not None:
                raise _there_already(self.place)
            what = ("", case_name(self.place))
            write_entry(connection, CustodyAction.CREATED, what, version, stamp)

    def add(self, originals: Iterable[Original], version: str, stamp: Stamp) -> tuple[str, ...]:
        """Keep originals that are not kept yet, each with its entry in the log.

        Each original is kept whole or not at all: its bytes first, then its row and its entry in
        one step. What is interrupted loses the original in hand and no other.

        What is kept already is noted where something else came under its name since: a report that
        was changed back.

        Returns:
            The hashes of those that were added or came back, in order.

        Raises:
            SettingsError: If they cannot be written.
        """
        with told(self.place):
            return tuple(o.sha256 for o in originals if self._keep(o, version, stamp))

    def _keep(self, original: Original, version: str, stamp: Stamp) -> bool:
        known = select(ORIGINALS.c.sha256).where(ORIGINALS.c.sha256 == original.sha256)
        with self._engine.connect() as connection:
            if connection.execute(known).first() is not None:
                return self._came_again(original, version, stamp)
        if self._folder is not None:
            ensure_folder(self._folder)
            write_whole_bytes(self._folder / original.sha256, original.data)
        with writing(self._engine) as connection:
            if connection.execute(known).first() is not None:
                return False
            number = connection.execute(select(func.count()).select_from(ORIGINALS)).scalar_one()
            row = {
                "sha256": original.sha256,
                "name": original.name,
                "size": len(original.data),
                "seq": number + 1,
                "data": original.data if self._folder is None else None,
            }
            connection.execute(insert(ORIGINALS).values(row))
            write_entry(
                connection, CustodyAction.ADDED, (original.sha256, original.name), version, stamp
            )
        return True

    def _came_again(self, original: Original, version: str, stamp: Stamp) -> bool:
        with writing(self._engine) as connection:
            came = arrivals(connection)
            of_name = [sha for sha, name in came if name == original.name]
            if original.sha256 not in of_name or of_name[-1] == original.sha256:
                return False
            what = (original.sha256, original.name)
            write_entry(connection, CustodyAction.RETURNED, what, version, stamp)
        return True

    def arrived(self) -> tuple[Original, ...]:
        """The originals in the order in which they came, each again where it came back."""
        kept = {one.sha256: one for one in self.originals()}
        with told(self.place), self._engine.connect() as connection:
            order = [sha for sha, _ in arrivals(connection)]
        return tuple(kept[sha] for sha in order if sha in kept)

    def originals(self) -> Iterator[Original]:
        """The originals in the order in which they came.

        Raises:
            SettingsError: If the bytes of one are not there, or are not those that were kept.
        """
        with told(self.place), self._engine.connect() as connection:
            rows = connection.execute(select(ORIGINALS).order_by(ORIGINALS.c.seq)).all()
        for row in rows:
            data = self._bytes(row.sha256, row.data)
            if hashlib.sha256(data).hexdigest() != row.sha256:
                raise SettingsError(
                    f"{self.named}: the original {row.name} ({row.sha256[:12]}…) is not what was "
                    f"kept: {len(data)} bytes where {row.size} were; take the case out of its "
                    "archive again"
                )
            yield Original(row.name, data, row.sha256)

    def names(self) -> tuple[str, ...]:
        """The names of the originals, in the order in which they came."""
        with told(self.place), self._engine.connect() as connection:
            asked = select(ORIGINALS.c.name).order_by(ORIGINALS.c.seq)
            return tuple(connection.execute(asked).scalars())

    def original(self, sha256: str) -> bytes:
        """The bytes of one original.

        Raises:
            NotFoundError: If the case holds none of that hash.
            SettingsError: If its bytes are not there.
        """
        query = select(ORIGINALS).where(ORIGINALS.c.sha256 == sha256)
        with told(self.place), self._engine.connect() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise NotFoundError(f"{self.named}: there is no original {sha256[:12]}…")
        return self._bytes(row.sha256, row.data)

    def _bytes(self, sha256: str, data: bytes | None) -> bytes:
        if self._folder is None:
            return bytes(data or b"")
        try:
            return (self._folder / sha256).read_bytes()
        except OSError as error:
            raise SettingsError(
                f"{self.named}: the original {sha256[:12]}… is not in {FOLDER} "
                f"({error.strerror}); take the case out of its archive again"
            ) from error

    def put_run(
        self,
        document: str,
        hits: Sequence[Hit],
        version: str,
        stamp: Stamp,
        made_of: tuple[int, str] = (0, ""),
    ) -> Run:
        """Keep an examination, with what can be searched in it; the search then answers from it.

        Args:
            document: The case as a ``twosource-case/1`` document.
            hits: What can be searched.
            version: Version of Twosource.
            stamp: Who, and when.
            made_of: How many reviews the examination knew, and the hash of all that it was made of.

        Raises:
            SettingsError: If it cannot be written; the runs before stay as they are.
        """
        sha256 = hashlib.sha256(document.encode("utf-8", "surrogatepass")).hexdigest()
        reviews, inputs = made_of
        values = {
            "at": stamp.at,
            "actor": stamp.actor,
            "version": version,
            "sha256": sha256,
            "document": document,
            "reviews": reviews,
            "inputs": inputs,
        }
        with told(self.place), writing(self._engine) as connection:
            made = insert(RUNS).values(values).returning(RUNS.c.id)
            number = int(connection.execute(made).scalar_one())
            connection.execute(delete(PASSAGES).where(PASSAGES.c.run != number))
            rows = [hit_row(hit, number) for hit in hits]
            for start in range(0, len(rows), _AT_ONCE):
                connection.execute(insert(PASSAGES), rows[start : start + _AT_ONCE])
            if self._engine.dialect.name == "sqlite":
                connection.execute(text(f"INSERT INTO {SEARCH}({SEARCH}) VALUES('rebuild')"))
            write_entry(
                connection, CustodyAction.EXAMINED, (sha256, f"run {number}"), version, stamp
            )
        actor, at = stamp.actor, stamp.at
        return Run(number, at, actor, version, sha256, document, reviews, inputs)

    def runs(self) -> tuple[Run, ...]:
        """The examinations that are kept, oldest first."""
        with told(self.place), self._engine.connect() as connection:
            rows = connection.execute(select(RUNS).order_by(RUNS.c.id)).all()
        return tuple(Run(*row) for row in rows)

    def last_run(self, before: int | None = None) -> Run | None:
        """The examination that was kept last, or last before another; ``None`` if there is none."""
        query = select(RUNS).order_by(RUNS.c.id.desc()).limit(1)
        if before is not None:
            query = query.where(RUNS.c.id < before)
        with told(self.place), self._engine.connect() as connection:
            row = connection.execute(query).first()
        return None if row is None else Run(*row)

    def drop_run(self, number: int) -> None:
        """Drop an examination and all that belongs to it. Originals and the log stay.

        Raises:
            NotFoundError: If there is no such run.
        """
        with told(self.place), writing(self._engine) as connection:
            if connection.execute(delete(RUNS).where(RUNS.c.id == number)).rowcount == 0:
                raise NotFoundError(f"{self.named}: there is no run {number}")
            if self._engine.dialect.name == "sqlite":
                connection.execute(text(f"INSERT INTO {SEARCH}({SEARCH}) VALUES('rebuild')"))

    def readings(self, keys: Collection[str]) -> dict[str, bytes]:
        """What was read off single reports, by key; what is damaged counts as not kept."""
        with told(self.place), self._engine.connect() as connection:
            return find_readings(connection, keys)

    def put_readings(self, bodies: Mapping[str, bytes]) -> None:
        """Keep what was read off single reports.

        Raises:
            SettingsError: If it cannot be written; none of it is kept then.
        """
        with told(self.place), writing(self._engine) as connection:
            write_readings(connection, bodies)

    def drop_readings(self, keep: Collection[str] = ()) -> None:
        """Drop what was read off single reports, save what stands under some keys."""
        with told(self.place), writing(self._engine) as connection:
            drop_readings(connection, keep)

    def log(self) -> tuple[CustodyEntry, ...]:
        """The log, in order."""
        with told(self.place), self._engine.connect() as connection:
            rows = connection.execute(select(CUSTODY).order_by(CUSTODY.c.seq)).all()
        return tuple(entry_of(row) for row in rows)

    def reviews(self) -> tuple[Review, ...]:
        """What people decided, in order."""
        with told(self.place), self._engine.connect() as connection:
            return read_reviews(connection)

    def add_reviews(
        self, made: Callable[[tuple[Review, ...]], tuple[Review, ...]]
    ) -> tuple[Review, ...]:
        """Add reviews to the chain, all or none, while nobody else writes.

        Args:
            made: Gives the new reviews for the chain as it stands; what it raises adds nothing.

        Raises:
            SettingsError: If they cannot be written.
        """
        with told(self.place), writing(self._engine) as connection:
            new = made(read_reviews(connection))
            write_reviews(connection, new)
        return new

    def search(self, words: str, limit: int = 50) -> tuple[Hit, ...]:
        """What holds all the words, the nearest first; case and accents do not matter in SQLite.

        Args:
            words: Words to find; they are words, never operators.
            limit: The most hits to give.
        """
        wanted = [word for word in words.split() if any(c.isalnum() for c in word)]
        if not wanted:
            return ()
        if self._engine.dialect.name == "sqlite":
            quoted = " ".join(f'"{word.replace(chr(34), chr(34) * 2)}"' for word in wanted)
            query = text(
                f"SELECT p.* FROM {SEARCH} s JOIN passage p ON p.id = s.rowid "  # noqa: S608
                f"WHERE {SEARCH} MATCH :words ORDER BY rank, p.id LIMIT :most"
            )
        else:
            quoted = " ".join(wanted)
            query = text(
                "SELECT p.* FROM passage p WHERE to_tsvector('simple', p.words) @@ "
                "plainto_tsquery('simple', :words) ORDER BY ts_rank(to_tsvector('simple', "
                "p.words), plainto_tsquery('simple', :words)) DESC, p.id LIMIT :most"
            )
        with told(self.place), self._engine.connect() as connection:
            rows = connection.execute(query, {"words": quoted, "most": limit}).all()
        return tuple(hit_of(row) for row in rows)

    def faults(self) -> tuple[Fault, ...]:
        """Originals that are not what the log says, and runs that are not what was kept."""
        logged = {e.object for e in self.log() if e.action is CustodyAction.ADDED}
        with told(self.place), self._engine.connect() as connection:
            rows = connection.execute(select(ORIGINALS).order_by(ORIGINALS.c.seq)).all()
        found: list[Fault] = []
        for row in rows:
            place = f"original {row.name} ({row.sha256[:12]}…)"
            try:
                seen = hashlib.sha256(self._bytes(row.sha256, row.data)).hexdigest()
            except SettingsError:
                found.append(Fault(place, "its bytes are not there"))
                continue
            if seen != row.sha256:
                found.append(Fault(place, f"its bytes have the hash {seen[:12]}…"))
            if row.sha256 not in logged:
                found.append(Fault(place, "the log does not say where it came from"))
        held = {row.sha256 for row in rows}
        found += [Fault(f"log, {sha[:12]}…", "the original is gone") for sha in logged - held]
        for run in self.runs():
            seen = hashlib.sha256(run.document.encode("utf-8", "surrogatepass")).hexdigest()
            if seen != run.sha256:
                found.append(Fault(f"run {run.id}", f"its document has the hash {seen[:12]}…"))
        return tuple(found)


def create(place: str, version: str, stamp: Stamp) -> KeptCase:
    """Make a case that is not there yet.

    Args:
        place: A folder, made if it is not there, or a PostgreSQL address.
        version: Version of Twosource.
        stamp: Who, and when.

    Raises:
        SettingsError: If there is a case already, or the place cannot be written to.
    """
    if not is_address(place):
        ensure_folder(Path(place))
        if is_kept(place):
            raise _there_already(place)
    case = KeptCase(place, open_database(database_of(place)))
    try:
        case.begin(version, stamp)
    except BaseException:
        case.close()
        raise
    return case


def open_kept(place: str) -> KeptCase:
    """Open a case that is there.

    Raises:
        NotFoundError: If there is none.
        SettingsError: If it cannot be opened.
    """
    if not is_address(place) and not is_kept(place):
        raise NotFoundError(
            f"{place}: there is no case here; make one first: twosource new {place}"
        )
    return KeptCase(place, open_database(database_of(place)))


def _there_already(place: str) -> SettingsError:
    place = without_password(place)
    return SettingsError(f"{place}: there is a case already; add to it, or name another")
