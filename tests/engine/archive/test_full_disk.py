"""A disk that fills up in the middle of a shard: one line, and the archive stays whole."""

from __future__ import annotations

import importlib.util
import json
import random
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.faults.archive import packed
from benchmarks.speed.invented_news import invented_news, write_news
from tests.engine.archive.test_engines import tree

from twosource.engine.archive.desk import Work, add_to_archive
from twosource.engine.archive.engines import engine_named
from twosource.engine.archive.stages import take_in
from twosource.store.archive import Archive, open_archive
from twosource.store.archive_index import ArchiveIndex

ROOM = 300_000
"""Bytes that a file may have: the index of a few reports fits in, a large result does not."""
LARGE = 900_000
REPORTS = 51

needs_daft = pytest.mark.skipif(
    importlib.util.find_spec("daft") is None, reason="the engine of Daft is not installed"
)


def told(place: Path, *options: str, room: int | None = None) -> subprocess.CompletedProcess[str]:
    """Take in what waits.

    A limit on the size of files stands for the full disk: both fail while something is written.
    """

    def full() -> None:
        if room is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    command = [sys.executable, "-m", "twosource", "archive", "add", str(place), "--no-vectors"]
    return subprocess.run(
        [*command, *options],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=full,
    )


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Five small originals and one that makes a large result: words without end or repetition."""
    found = write_news(tmp_path / "in", list(invented_news(50, words=40)), 10)
    chance = random.Random(3)  # noqa: S311 - words, no secret
    words = " ".join(f"{chance.getrandbits(40):x}" for _ in range(LARGE // 11))
    post = {"text": f"The quay is shut. {words}.", "published": "2031-01-01"}
    found.append(tmp_path / "in" / "large.jsonl")
    found[-1].write_text(json.dumps(post) + "\n", "utf-8")
    return found


@pytest.fixture
def calm(files: list[Path], tmp_path: Path) -> Archive:
    """The same archive, made where there was room."""
    archive = packed(tmp_path / "calm", files)
    list(engine_named("local", 1).map(take_in(archive, vectors=False), archive.shards()))
    return archive


@pytest.fixture
def waiting(files: list[Path], tmp_path: Path) -> Archive:
    """An archive with a shard for each original, none of them done, and its index."""
    archive = packed(tmp_path / "news", files)
    with ArchiveIndex(archive.index):
        return archive


def whole(archive: Archive) -> None:
    """Nothing lies about half written, and what the manifest names can be read."""
    assert [path for path in archive.place.rglob("*") if path.name.endswith(".part")] == []
    for entry in archive.done():
        assert all(list(archive.reports(name)) for name, _ in entry.files)


_NO_ROOM = """
import resource, sys
from pathlib import Path
from twosource.documents.languages import language_of
from twosource.engine.archive.desk import Work, add_to_archive
from twosource.errors import SettingsError
language_of("La nave era partita dal porto la sera prima.")  # what is loaded once is loaded
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    add_to_archive(Path(sys.argv[1]), [], Work(workers=1, vectors=False))
except SettingsError as error:
    print("REFUSED", error)
"""


def test_a_disk_that_fills_up_while_a_result_is_written_leaves_no_half_of_it(
    waiting: Archive, calm: Archive
) -> None:
    command = [sys.executable, "-c", _NO_ROOM, str(waiting.place), str(ROOM)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"REFUSED {waiting.place}/reports/day=2031-01-01/")
    assert "cannot be written: file too large" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    whole(waiting)
    add_to_archive(waiting.place, [], Work(workers=1, vectors=False))
    assert tree(waiting.place) == tree(calm.place)


@pytest.mark.parametrize("engine", ["local", pytest.param("daft", marks=needs_daft)])
def test_a_disk_that_fills_up_under_a_worker_is_told_and_the_next_run_goes_on(
    engine: str, waiting: Archive, calm: Archive
) -> None:
    options = ("--workers", "2", "--engine", engine)
    done = told(waiting.place, *options, room=ROOM)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
    assert "file too large" in " ".join(done.stderr.split())
    whole(waiting)
    add_to_archive(waiting.place, [], Work(workers=1, vectors=False))
    assert tree(waiting.place) == tree(calm.place)
    with ArchiveIndex(waiting.index) as index:
        assert index.counts()["reports"] == REPORTS


def test_a_disk_that_fills_up_while_originals_are_packed_is_one_line(
    files: list[Path], tmp_path: Path
) -> None:
    place = tmp_path / "news"
    with ArchiveIndex(packed(place, []).index):
        pass
    done = told(place, *map(str, files), room=ROOM)
    assert done.returncode != 0
    assert "cannot be written: file too large" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    whole(open_archive(place))
    add_to_archive(place, files, Work(workers=1, vectors=False))
    with ArchiveIndex(open_archive(place).index) as index:
        assert index.counts()["reports"] == REPORTS
