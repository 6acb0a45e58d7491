"""Where a case is kept: a folder with a database in it, or the address of one."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

DATABASE, ORIGINALS = "case.db", "originals"
"""Names in the folder of a case."""
_POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")
_USER_AND_PASSWORD = re.compile(r"(://[^:/]*):[^@]*@")
"""Where the driver looks for them: a password goes on to the first "@", whatever stands in it."""
_SECRETS = {"password", "sslpassword"}


def is_address(place: str) -> bool:
    """Whether a case is named by the address of a PostgreSQL database."""
    return place.startswith(_POSTGRES)


def without_password(place: str) -> str:
    """The place of a case as it may be told and written down: an address without its password.

    The driver finds the password then in ``PGPASSWORD`` or in the file of passwords of whoever
    opens the case (``PGPASSFILE``, ``~/.pgpass``).
    """
    if not is_address(place):
        return place
    address, mark, query = _USER_AND_PASSWORD.sub(r"\1@", place, count=1).partition("?")
    parts = [part for part in query.split("&") if _name(part) not in _SECRETS]
    return address + (mark + "&".join(parts) if any(parts) else "")


def case_name(place: str) -> str:
    """The name of a case: of its folder, or of its database."""
    if is_address(place):
        return urlsplit(without_password(place)).path.strip("/")
    return Path(place).resolve().name


def _name(part: str) -> str:
    return unquote(part.partition("=")[0]).lower()


def database_of(place: str) -> str:
    """The database of a case: its address, or the path of its file."""
    return place if is_address(place) else str(Path(place) / DATABASE)


def is_kept(place: str) -> bool:
    """Whether a folder holds a case that is kept, or an address names a database."""
    return is_address(place) or (Path(place) / DATABASE).is_file()
