"""Kill workers and drivers of an archive: ``python -m benchmarks.faults.archive``.

Invented reports are taken into an archive while its processes are killed with SIGKILL at random
moments: a worker of its driver (the driver goes on), or the driver with all that it started (the
command is repeated until it ends by itself). Afterwards every report of the archive is counted.
Prints the runs, the kills, and the reports that were lost, doubled, or placed in no event.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.invented_news import invented_news, write_news

from twosource.model.archive import Shard
from twosource.model.original import Original
from twosource.sources.files import FileSource
from twosource.store.archive import Archive, make_archive, open_archive
from twosource.store.archive_index import ArchiveIndex

PER_FILE = 40
TARGETS = ("worker", "driver")


@dataclass(slots=True)
class Counts:
    """What was counted over the runs of one engine and one target."""

    runs: int = 0
    kills: int = 0
    lost: int = 0
    doubled: int = 0
    unplaced: int = 0


def main() -> None:
    """Kill and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10, help="runs of each engine and target")
    parser.add_argument("--reports", type=int, default=800)
    parser.add_argument("--engines", nargs="+", default=["local", "daft"])
    parser.add_argument("--seed", type=int, default=0)
    flags = parser.parse_args()
    chance = random.Random(flags.seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as home:
        news = list(invented_news(flags.reports, words=40))
        files = write_news(Path(home) / "in", news, PER_FILE)
        for engine in flags.engines:
            for target in TARGETS:
                counts = Counts()
                for turn in range(flags.runs):
                    place = Path(home) / f"{engine}-{target}-{turn}"
                    packed(place, files)
                    counts.kills += _run(place, engine, target, chance)
                    _count(place, flags.reports, counts)
                print(
                    f"{engine}, {target} killed: {counts.runs} runs, {counts.kills} kills, "
                    f"{counts.lost} reports lost, {counts.doubled} doubled, "
                    f"{counts.unplaced} not placed",
                    flush=True,
                )


def packed(place: Path, files: list[Path]) -> Archive:
    """An archive with a shard for each file, none of them done."""
    archive = make_archive(place)
    for original in FileSource(files).originals():
        if isinstance(original, Original):
            archive.put_shard(Shard((original,)))
    return archive


def _run(place: Path, engine: str, target: str, chance: random.Random) -> int:
    """Have every shard done and placed, killing as it goes; gives the number of kills."""
    kills = 0
    for attempt in range(20):
        command = [
            sys.executable, "-m", "twosource", "archive", "add", str(place),
            "--no-vectors", "--workers", "2", "--engine", engine, "--quiet",
        ]  # fmt: skip
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True) as driver:
            while driver.poll() is None and attempt < 3:
                time.sleep(0.2 + 2.5 * chance.random())
                kills += _kill(driver.pid, target, chance)
                if target == "driver":
                    break
        if driver.returncode == 0:
            return kills
    raise SystemExit(f"{place.name} did not come to an end")


def _kill(driver: int, target: str, chance: random.Random) -> int:
    below = _below(driver)
    if target == "worker" and not below:
        return 0
    with suppress(ProcessLookupError):
        if target == "worker":
            os.kill(chance.choice(below), signal.SIGKILL)
        else:
            for process in (driver, *below):
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
        return 1
    return 0


def _below(process: int) -> list[int]:
    """Every process that a process started, and what those started, on Linux."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError, ValueError, IndexError):
                stat = (entry / "stat").read_text()
                parent = int(stat.rpartition(")")[2].split()[1])
                parents.setdefault(parent, []).append(int(entry.name))
    found: list[int] = []
    waiting = [process]
    while waiting:
        below = parents.get(waiting.pop(), [])
        found += below
        waiting += below
    return found


def _count(place: Path, expected: int, counts: Counts) -> None:
    archive = open_archive(place)
    rows = Counter(
        report.report.id
        for done in archive.done()
        for name, _ in done.files
        for report in archive.reports(name)
    )
    with ArchiveIndex(archive.index) as index:
        held = index.counts()
    counts.runs += 1
    counts.lost += max(0, expected - min(len(rows), held["reports"]))
    counts.doubled += sum(rows.values()) - len(rows) + max(0, held["reports"] - expected)
    counts.unplaced += held["unplaced"]


if __name__ == "__main__":
    main()
