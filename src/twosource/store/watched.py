"""What watching keeps in a case: who watches it, what came, what was announced, what was sent on.

An arrival is written down before its original is kept, and is settled by the announcement that
tells of it, in one step. So whoever is killed between the two finds it again, and nothing is
announced twice.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.engine import Connection

from twosource.model.announcement import Announcement
from twosource.store.codec import written
from twosource.store.database import told, writing
from twosource.store.kept import KeptCase
from twosource.store.schema import ANNOUNCEMENTS, ARRIVALS, WATCHES

FORMAT = "twosource-announcement/1"


@dataclass(frozen=True, slots=True)
class Watch:
    """An archive whose feeds are polled for a case.

    Attributes:
        archive: Folder of the archive.
        events: The events of the archive whose new reports come into the case.
        feeds: How many feeds are polled.
        since: When the watch began, ISO 8601, UTC.
        looked: When the feeds were polled last; ``""`` before the first time.
        problem: What went wrong the last time; ``""`` where nothing did.
    """

    archive: str
    events: tuple[str, ...]
    feeds: int
    since: str
    looked: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Came:
    """An original that came by watching.

    Attributes:
        sha256, name: Of the original.
        url: Where it was found; ``""`` where it has no address.
        at: When, ISO 8601, UTC.
        before: The run that was last before it came; 0 where there was none.
    """

    sha256: str
    name: str
    url: str
    at: str
    before: int


@dataclass(frozen=True, slots=True)
class Announced:
    """An announcement as it is kept.

    Attributes:
        seq, at, run: As in the announcement.
        document: The announcement as JSON.
        due: When it is sent on next, in seconds since 1970; ``None``: it is not, or was.
        tries: How often that was tried.
        sent: When it was sent on, ISO 8601, UTC; ``""`` where it was not.
        problem: Why it could not be sent the last time.
    """

    seq: int
    at: str
    run: int
    document: str
    due: float | None
    tries: int
    sent: str
    problem: str


def announcement_text(told_: Announcement) -> str:
    """An announcement as JSON in one line of ASCII, so that no character of a report ends it."""
    node = {"format": FORMAT, **dict(_fields(told_))}
    return json.dumps(node, ensure_ascii=True, allow_nan=False)


def put_watch(kept: KeptCase, watch: Watch) -> None:
    """Write down who watches a case; a later word on the same archive takes the place."""
    values = {**asdict(watch), "events": json.dumps(watch.events)}
    with told(kept.place), writing(kept.engine) as connection:
        connection.execute(delete(WATCHES).where(WATCHES.c.archive == watch.archive))
        connection.execute(insert(WATCHES).values(values))


def drop_watch(kept: KeptCase, archive: str) -> None:
    """Take down that an archive watches a case. What came and was announced stays."""
    with told(kept.place), writing(kept.engine) as connection:
        connection.execute(delete(WATCHES).where(WATCHES.c.archive == archive))


def watches(kept: KeptCase) -> tuple[Watch, ...]:
    """Who watches a case, in the order of the archives' names."""
    with told(kept.place), kept.engine.connect() as connection:
        rows = connection.execute(select(WATCHES).order_by(WATCHES.c.archive)).all()
    return tuple(
        Watch(r.archive, tuple(json.loads(r.events)), r.feeds, r.since, r.looked, r.problem)
        for r in rows
    )


def note_arrivals(kept: KeptCase, came: Iterable[Came]) -> None:
    """Write down what comes, before it is kept; what was written down before stays as it is."""
    with told(kept.place), writing(kept.engine) as connection:
        known = set(connection.execute(select(ARRIVALS.c.sha256)).scalars())
        rows = {one.sha256: asdict(one) for one in came if one.sha256 not in known}
        if rows:
            connection.execute(insert(ARRIVALS), list(rows.values()))


def waiting_arrivals(kept: KeptCase) -> tuple[Came, ...]:
    """What came and was not announced yet, in order."""
    order = (ARRIVALS.c.at, ARRIVALS.c.name, ARRIVALS.c.sha256)
    query = select(ARRIVALS).where(ARRIVALS.c.announcement.is_(None)).order_by(*order)
    with told(kept.place), kept.engine.connect() as connection:
        rows = connection.execute(query).all()
    return tuple(Came(r.sha256, r.name, r.url, r.at, r.before) for r in rows)


def announce(
    kept: KeptCase,
    came: Sequence[Came],
    made: Callable[[int], Announcement],
    due: float | None,
) -> Announcement:
    """Keep an announcement and settle the arrivals that it tells of, in one step.

    Args:
        kept: The case.
        came: The arrivals.
        made: Makes the announcement for its number.
        due: When it is to be sent on, in seconds since 1970; ``None``: never.

    Raises:
        SettingsError: If it cannot be written; nothing is announced then.
    """
    with told(kept.place), writing(kept.engine) as connection:
        announcement = made(_last(connection) + 1)
        connection.execute(
            insert(ANNOUNCEMENTS).values(
                seq=announcement.seq,
                at=announcement.at,
                run=announcement.run,
                document=announcement_text(announcement),
                due=due,
                tries=0,
                sent="",
                problem="",
            )
        )
        for one in came:
            connection.execute(
                update(ARRIVALS)
                .where(ARRIVALS.c.sha256 == one.sha256, ARRIVALS.c.announcement.is_(None))
                .values(announcement=announcement.seq)
            )
    return announcement


def announcements(kept: KeptCase, most: int = 50) -> tuple[Announced, ...]:
    """What was announced, the latest first."""
    query = select(ANNOUNCEMENTS).order_by(ANNOUNCEMENTS.c.seq.desc()).limit(most)
    with told(kept.place), kept.engine.connect() as connection:
        rows = connection.execute(query).all()
    return tuple(_announced(row) for row in rows)


def last_announcement(kept: KeptCase) -> int:
    """Number of the last announcement; 0 where there is none."""
    with told(kept.place), kept.engine.connect() as connection:
        return _last(connection)


def unsent(kept: KeptCase) -> tuple[Announced, ...]:
    """What is still to be sent on, in order."""
    query = select(ANNOUNCEMENTS).where(ANNOUNCEMENTS.c.due.is_not(None))
    with told(kept.place), kept.engine.connect() as connection:
        rows = connection.execute(query.order_by(ANNOUNCEMENTS.c.seq)).all()
    return tuple(_announced(row) for row in rows)


def note_sending(
    kept: KeptCase, seq: int, *, due: float | None, sent: str = "", problem: str = ""
) -> None:
    """Write down how sending an announcement on went.

    Args:
        kept: The case.
        seq: Number of the announcement.
        due: When to try again, in seconds since 1970; ``None``: not any more.
        sent: When it was sent; ``""`` where it was not.
        problem: Why it was not.
    """
    values = {"due": due, "sent": sent, "problem": problem}
    with told(kept.place), writing(kept.engine) as connection:
        connection.execute(
            update(ANNOUNCEMENTS)
            .where(ANNOUNCEMENTS.c.seq == seq)
            .values(tries=ANNOUNCEMENTS.c.tries + 1, **values)
        )


def _last(connection: Connection) -> int:
    return int(connection.execute(select(func.max(ANNOUNCEMENTS.c.seq))).scalar() or 0)


def _announced(row: Row[tuple[object, ...]]) -> Announced:
    return Announced(
        row.seq, row.at, row.run, row.document, row.due, row.tries, row.sent, row.problem
    )


def _fields(announcement: Announcement) -> Iterable[tuple[str, object]]:
    node = written(announcement)
    return node.items() if isinstance(node, dict) else ()
