"""Two processes on one archive: each report is taken in and placed once, as by one alone."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from benchmarks.speed.invented_news import invented_news, write_news

from twosource.engine.archive.desk import Work, add_to_archive, archive_standing
from twosource.store.archive import make_archive, open_archive
from twosource.store.archive_index import ArchiveIndex
from twosource.store.sqlite_file import HeldError

SECONDS = 60


@pytest.fixture
def inbox(tmp_path: Path) -> list[Path]:
    """Files of invented reports, of which copies and events reach from one into another."""
    return write_news(tmp_path / "in", list(invented_news(240, words=40)), 40)


@contextmanager
def held(place: Path) -> Iterator[None]:
    """Another process takes reports into an archive for as long as the block runs."""
    program = textwrap.dedent(f"""
        import sys
        from pathlib import Path
        from twosource.store.archive import open_archive
        from twosource.store.sqlite_file import holding
        with holding(open_archive(Path({str(place)!r})).taking_in, "held"):
            print("held", flush=True)
            sys.stdin.read()
    """)
    command = [sys.executable, "-c", program]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield
        other.kill()


def placed(place: Path) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """The event of each report, and the verified copies."""
    with ArchiveIndex(open_archive(place).index) as index:
        assert index.unplaced() == []
        return {e.id: e.event for e in index.placed_between("2000", "3000")}, index.edges()


def test_two_that_add_at_once_place_each_report_once(inbox: list[Path], tmp_path: Path) -> None:
    place = tmp_path / "news"
    command = [sys.executable, "-m", "twosource", "archive", "add", str(place)]
    flags = ["--no-vectors", "--workers", "1", "--quiet"]
    make_archive(place)
    runs = [
        subprocess.Popen(
            [*command, *map(str, files), *flags], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for files in (inbox[:4], inbox[2:])
    ]
    for run in runs:
        _, said = run.communicate(timeout=SECONDS)
        assert run.returncode == 0, said
    rows = [
        report.report.id
        for done in open_archive(place).done()
        for name, _ in done.files
        for report in open_archive(place).reports(name)
    ]
    assert len(rows) == len(set(rows)) == 240
    # Whichever came first, it is as if the two had been given one after the other.
    ways = []
    for number, parts in enumerate(((inbox[:4], inbox[2:]), (inbox[2:], inbox[:4]))):
        for files in parts:
            add_to_archive(tmp_path / f"{number}", files, Work(workers=1, vectors=False))
        ways.append(placed(tmp_path / f"{number}"))
    assert placed(place) in ways


def test_one_that_comes_while_another_takes_in_waits_for_it_and_then_says_so(
    inbox: list[Path], tmp_path: Path
) -> None:
    place, work = tmp_path / "news", Work(workers=1, vectors=False, patience=0.2)
    make_archive(place)
    started = time.monotonic()
    with held(place), pytest.raises(HeldError, match="another process takes reports into this"):
        add_to_archive(place, inbox, work)
    assert time.monotonic() - started > 0.2
    assert archive_standing(place).counts["reports"] == 0
    assert add_to_archive(place, inbox, work).reports == 240
