"""Places to keep a case in: a folder with SQLite, and a database of PostgreSQL."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

_NUMBERS = count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a case can be made: once in a folder, once in a database that is empty."""
    if request.param == "sqlite":
        return str(tmp_path / "case")
    psycopg = pytest.importorskip("psycopg", reason="the extra server is not installed")
    address = str(request.getfixturevalue("postgres"))
    name = f"case{next(_NUMBERS)}"
    with psycopg.connect(address.format("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return address.format(name)
