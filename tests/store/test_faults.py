"""What happens to a kept case when the machine, the disk or somebody's hand fails it."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.changes import CHANGES, NOW
from tests.store.test_kept import QUAY, SHIP

from twosource.errors import NotFoundError, SettingsError
from twosource.model.custody import broken_links
from twosource.store.kept import create, open_kept
from twosource.store.place import DATABASE, ORIGINALS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "case"
    with create(str(home), "1", NOW) as kept:
        kept.add([QUAY, SHIP], "1", NOW)
    return home


def look_at_all(folder: Path) -> None:
    with open_kept(str(folder)) as kept:
        kept.log()
        list(kept.originals())
        kept.faults()


def test_a_folder_without_a_case_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="twosource new"):
        open_kept(str(tmp_path))


def test_a_file_that_is_no_database_is_refused(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"no database at all, but long enough to look at" * 40)
    with pytest.raises(SettingsError, match=r"no case database|damaged"):
        open_kept(str(folder))


def test_a_damaged_database_is_refused_and_not_mended_silently(folder: Path) -> None:
    file = folder / DATABASE
    data = bytearray(file.read_bytes())
    data[4096 : 4096 + 9000] = os.urandom(9000)
    file.write_bytes(data)
    with pytest.raises(SettingsError):
        look_at_all(folder)


def test_a_case_of_a_newer_version_is_refused_with_what_to_do(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SettingsError, match="newer version"):
        open_kept(str(folder))


def test_a_changed_and_a_missing_original_are_named(folder: Path) -> None:
    (folder / ORIGINALS / QUAY.sha256).write_bytes(QUAY.data[:-1])
    (folder / ORIGINALS / SHIP.sha256).unlink()
    with open_kept(str(folder)) as kept:
        told = " ".join(map(str, kept.faults()))
        assert "quay.txt" in told
        assert "ship.txt" in told
        with pytest.raises(SettingsError, match="take the case out of its archive"):
            list(kept.originals())


def test_an_original_that_was_cut_short_is_refused_with_what_is_there_and_what_was(
    folder: Path,
) -> None:
    (folder / ORIGINALS / QUAY.sha256).write_bytes(QUAY.data[:10])
    with (
        open_kept(str(folder)) as kept,
        pytest.raises(SettingsError, match=f"quay.txt .* 10 bytes where {len(QUAY.data)} were"),
    ):
        list(kept.originals())


def test_an_entry_that_was_changed_breaks_the_chain(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute("DROP TRIGGER custody_no_update")
        connection.execute("UPDATE custody SET actor = 'nobody' WHERE seq = 2")
    with open_kept(str(folder)) as kept:
        assert [fault.place for fault in broken_links(kept.log())] == ["log entry 3"]


def test_an_entry_that_was_taken_out_breaks_the_chain(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute("DROP TRIGGER custody_no_delete")
        connection.execute("DELETE FROM custody WHERE seq = 2")
    with open_kept(str(folder)) as kept:
        assert broken_links(kept.log())
        assert any("log does not say" in str(fault) for fault in kept.faults())


_READ_ONLY = """
import os, sqlite3, sys  # as long as this may read where Python lies
from tests.store.changes import CHANGES
from twosource.errors import SettingsError
from twosource.store.kept import open_kept
if os.geteuid() == 0:
    os.setegid(65534), os.seteuid(65534)  # the superuser may write everywhere
try:
    with open_kept(sys.argv[1]) as kept:
        CHANGES[sys.argv[2]](kept)
except SettingsError as error:
    print("REFUSED", error)
"""
_NO_ROOM = """
import resource, signal, sys
from tests.store.changes import CHANGES
from twosource.errors import SettingsError
from twosource.store.kept import open_kept
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_kept(sys.argv[1]) as kept:
    resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
    try:
        CHANGES[sys.argv[2]](kept)
    except SettingsError as error:
        print("REFUSED", error)
"""


def failed(script: str, folder: Path, change: str) -> str:
    """What a process says that changes a case under a fault."""
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder), change],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def as_it_was(folder: Path) -> None:
    with open_kept(str(folder)) as kept:
        assert [original.name for original in kept.originals()] == ["quay.txt", "ship.txt"]
        assert (kept.runs(), kept.reviews(), kept.readings(["0" * 64])) == ((), (), {})
        assert kept.faults() == ()
        assert broken_links(kept.log()) == ()


@pytest.fixture
def looked_into(folder: Path) -> Iterator[Path]:
    """The case where anybody can look into it, and its owner alone can write.

    It stands apart: other runs of the tests close the folder that pytest has for them all.
    """
    with tempfile.TemporaryDirectory() as home:
        apart = Path(shutil.copytree(folder, Path(home) / "case"))
        for place in (Path(home), apart):
            place.chmod(0o755)
        yield apart


@pytest.mark.parametrize("change", CHANGES)
def test_a_folder_that_cannot_be_written_to_is_said_and_stays_as_it_was(
    looked_into: Path, change: str
) -> None:
    folder = looked_into
    if os.geteuid() != 0:
        folder.chmod(0o555)
        (folder / DATABASE).chmod(0o444)
    try:
        said = failed(_READ_ONLY, folder, change)
    finally:
        folder.chmod(0o700)
        (folder / DATABASE).chmod(0o600)
    assert said.startswith(f"REFUSED {folder}")
    assert "Traceback" not in said
    as_it_was(folder)


@pytest.mark.parametrize("change", CHANGES)
def test_a_full_disk_is_one_message_and_the_case_stays_whole(folder: Path, change: str) -> None:
    """A limit on the size of files stands for the full disk: both fail while writing."""
    said = failed(_NO_ROOM, folder, change)
    assert said.startswith("REFUSED")
    assert len(said.splitlines()) == 1
    as_it_was(folder)


def test_killed_at_any_moment_a_case_opens_and_loses_the_item_in_flight_at_most(
    folder: Path,
) -> None:
    script = (
        "import sys\n"
        "from tests.store.changes import NOW\n"
        "from twosource.model.original import seal\n"
        "from twosource.store.kept import open_kept\n"
        "kept = open_kept(sys.argv[1])\n"
        "for number in range(100000):\n"
        "    kept.add([seal(f'{sys.argv[2]}-{number}.txt', sys.argv[2].encode() + b'%d' % number)],"
        " '1', NOW)\n"
        "    print(number, flush=True)\n"
    )
    for turn in range(4):
        command = [sys.executable, "-c", script, str(folder), str(turn)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as hand:
            assert hand.stdout is not None
            hand.stdout.readline()
            time.sleep(0.03 * (turn + 1))
            hand.send_signal(signal.SIGKILL)
            said = 1 + len(hand.stdout.readlines())
        with open_kept(str(folder)) as kept:
            there = sum(original.name.startswith(f"{turn}-") for original in kept.originals())
            assert said <= there <= said + 1
            assert broken_links(kept.log()) == ()
            assert kept.faults() == ()
