"""Opening the database of a case: SQLite in its folder, or PostgreSQL by address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import create_engine, event, inspect
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from twosource.errors import MissingExtraError, SettingsError
from twosource.store.place import is_address, without_password

_WAIT = 30_000
"""Milliseconds that one process waits for another to finish writing."""
_MIGRATIONS = Path(__file__).with_name("migrations")


def open_database(place: str) -> Engine:
    """Open a database and bring its tables up to date.

    Args:
        place: Path of an SQLite file, which is made if it is not there, or a PostgreSQL address.

    Raises:
        SettingsError: If it cannot be opened, is damaged, or was made by a newer version.
        MissingExtraError: If the driver for PostgreSQL is not installed.
    """
    engine = _engine(place)
    try:
        with told(place), writing(engine) as connection:
            _migrate(connection, place)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _engine(place: str) -> Engine:
    if not is_address(place):
        engine = create_engine(f"sqlite:///{place}", connect_args={"timeout": _WAIT / 1000})
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine
    try:
        import psycopg  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError(
            "a case in PostgreSQL needs its driver: pip install 'twosource[server]'"
        ) from error
    return create_engine(f"postgresql+psycopg://{place.partition('://')[2]}")


def _prepare(connection: object, _: object) -> None:
    """Set up a connection to SQLite; transactions are begun by hand, so that writers queue."""
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in (
        f"busy_timeout = {_WAIT}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: one at a time, whole or not at all."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            # the chain of the log needs the last entry, so that writers queue
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7266)")
        yield connection


def _migrate(connection: Connection, place: str) -> None:
    known = revisions()
    current = _revision_of(connection)
    if current is not None and current not in known:
        place = without_password(place)
        raise SettingsError(
            f"{place}: the case was made by a newer version of Twosource (tables {current}); "
            "open it with that version or a later one"
        )
    if current != known[-1]:
        _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    # Most cases that are opened have the tables of today: what changes tables is loaded for others.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _revision_of(connection: Connection) -> str | None:
    """The revision of the tables that are there, as Alembic notes it; ``None`` before the first."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return None if row is None else str(row[0])


@cache
def revisions() -> tuple[str, ...]:
    """The revisions of the tables that this version knows, in order; the file of each names it."""
    names = sorted(path.name for path in (_MIGRATIONS / "versions").glob("v*_*.py"))
    return tuple(name[1:].partition("_")[0] for name in names)


_REMEDIES = (
    ("locked", "another process is writing to it", "try again when it has finished"),
    ("readonly", "it cannot be written to", "copy it to a folder that you may write to"),
    ("full", "the disk is full", "make room and repeat the command; nothing was lost"),
    ("malformed", "it is damaged", "take the case out of its archive again"),
    ("not a database", "it is no case database", "name another folder"),
    ("unable to open", "it cannot be opened", "check the folder and its permissions"),
    (
        "no password supplied",
        "its server asks for a password",
        "set PGPASSWORD, or keep it in the file that PGPASSFILE names",
    ),
    ("is only ever added to", "the log and the originals cannot be changed", "add instead"),
)


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn what a database raises into one message with a remedy.

    Raises:
        SettingsError: If the block failed in the database.
    """
    try:
        yield
    except (DBAPIError, SQLAlchemyError) as error:
        place = without_password(place)
        cause = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        for sign, what, remedy in _REMEDIES:
            if sign in cause.lower():
                raise SettingsError(f"{place}: {what} ({cause}); {remedy}") from error
        raise SettingsError(f"{place}: the database refused ({cause}); check it") from error
