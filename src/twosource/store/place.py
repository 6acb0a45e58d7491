"""Where a case is kept: a folder with a database in it, or the address of one."""

from __future__ import annotations

from pathlib import Path

DATABASE, ORIGINALS = "case.db", "originals"
"""Names in the folder of a case."""
_POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")


def is_address(place: str) -> bool:
    """Whether a case is named by the address of a PostgreSQL database."""
    return place.startswith(_POSTGRES)


def is_kept(place: str) -> bool:
    """Whether a folder holds a case that is kept, or an address names a database."""
    return is_address(place) or (Path(place) / DATABASE).is_file()
