"""A real PostgreSQL of the tests' own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_OTHER = "postgres"


def _tool(name: str) -> str | None:
    beside = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(beside[-1]) if beside else shutil.which(name)


def _as(user: str | None, *command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, user=user)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Address of a PostgreSQL server without its database; started once, on a socket only."""
    initdb, control = _tool("initdb"), _tool("pg_ctl")
    if initdb is None or control is None:
        pytest.skip("PostgreSQL is not installed: the tests on it are left out")
    pytest.importorskip("psycopg", reason="the extra server is not installed")
    # PostgreSQL does not run as the superuser, and sockets want a short path
    home = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    user = _OTHER if os.geteuid() == 0 else None
    if user is not None:
        shutil.chown(home, user)
    data = str(home / "data")
    _as(user, initdb, "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync")
    rules = Path(data) / "pg_hba.conf"  # who is called guarded has to say a password
    rules.write_text("local all guarded scram-sha-256\n" + rules.read_text("utf-8"), "utf-8")
    options = f"-k {home} -c listen_addresses='' -c fsync=off"
    log = str(home / "log")
    _as(user, control, "-D", data, "-o", options, "-l", log, "-w", "start")
    try:
        yield f"postgresql://desk@/{{}}?host={home}"
    finally:
        _as(user, control, "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(home, ignore_errors=True)
