"""Readings that are kept: what was read off one report, so that the next update need not read it.

They are the machine's and can be dropped at any time. A body whose bytes do not have the hash that
was kept with them is not given.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from twosource.store.schema import READINGS

_AT_ONCE = 500
"""Keys that one statement names."""


def find_readings(connection: Connection, keys: Collection[str]) -> dict[str, bytes]:
    """The bodies that are kept under keys; a damaged one counts as not kept."""
    found: dict[str, bytes] = {}
    for some in _portions(list(keys)):
        asked = select(READINGS).where(READINGS.c.key.in_(some))
        for row in connection.execute(asked):
            body = bytes(row.body)
            if hashlib.sha256(body).hexdigest() == row.sha256:
                found[row.key] = body
    return found


def write_readings(connection: Connection, bodies: Mapping[str, bytes]) -> None:
    """Keep bodies under their keys; what stood there goes."""
    for some in _portions(list(bodies)):
        connection.execute(delete(READINGS).where(READINGS.c.key.in_(some)))
        rows = [
            {
                "key": key,
                "sha256": hashlib.sha256(bodies[key]).hexdigest(),
                "body": bodies[key],
            }
            for key in some
        ]
        connection.execute(insert(READINGS), rows)


def drop_readings(connection: Connection, keep: Collection[str]) -> None:
    """Drop every body that stands under none of the keys."""
    there = set(connection.execute(select(READINGS.c.key)).scalars())
    for some in _portions(sorted(there - set(keep))):
        connection.execute(delete(READINGS).where(READINGS.c.key.in_(some)))


def _portions(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]
