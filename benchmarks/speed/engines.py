"""What an engine costs: ``python -m benchmarks.speed.engines [--reports 20000]``.

Invented posts in English, a hundred to a shard, go through collecting, cleaning, reading and
stating on each engine, and through a stage that does nothing. Printed are wall and processor
seconds of both, reports a second and core, the ratio of the two, the largest memory, and whether
the engines made the same archive, statements included. Each engine is started for each run, as the
command line starts it.

A post has the first ``--paragraphs`` paragraphs of an invented report, each a sentence of about 16
words; what a report costs to read grows with its words.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.lineage.independent import case_report
from benchmarks.speed.engine_stages import Nothing, ReadAndState
from benchmarks.speed.process_tree import Watched

from twosource.engine.archive.engines import engine_named
from twosource.engine.archive.stages import Stage
from twosource.engine.loaded import embedded
from twosource.model.archive import Shard
from twosource.model.case import Unreadable
from twosource.pipeline.kernels import Read
from twosource.sources.files import FileSource
from twosource.store.archive import Archive, make_archive

PER_SHARD = 100


@dataclass(frozen=True, slots=True)
class Cost:
    """What a stage cost: wall and processor seconds, and megabytes at the highest."""

    seconds: float
    processor: float
    memory: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--paragraphs", type=int, default=2)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--engines", nargs="+", default=["local", "daft", "ray"])
    flags = parser.parse_args()
    found: set[str] = set()
    with tempfile.TemporaryDirectory() as home:
        files = Path(home) / "in"
        words = written(files, flags.reports, flags.paragraphs)
        told = f"{flags.reports:,} reports of {words:.0f} words, {flags.workers} workers"
        print(told, flush=True)
        for name in flags.engines:
            archive, packing = _packed(Path(home) / name, files)
            nothing = _cost(name, flags.workers, Nothing(archive), archive.shards())
            reading = ReadAndState(archive, Read(embedded(1)))
            cost = _cost(name, flags.workers, reading, archive.shards())
            _told(name, flags.reports, flags.workers, packing, nothing, cost)
            found.add(_digest(archive))
    print(f"the same archive on every engine: {'yes' if len(found) == 1 else 'NO'}")


def _told(name: str, reports: int, workers: int, packing: float, nothing: Cost, cost: Cost) -> None:
    every = packing + cost.seconds
    print(
        f"{name:6} packing {packing:6.1f} s   nothing {nothing.seconds:7.1f} s "
        f"(processor {nothing.processor:6.1f}, {nothing.memory:6.0f} MB)   "
        f"clean, read, state {cost.seconds:7.1f} s (processor {cost.processor:7.1f}, "
        f"{cost.memory:6.0f} MB)   {reports / every / workers:6.2f} reports a second and core, "
        f"{reports / cost.processor:6.2f} a processor second   "
        f"ratio {cost.seconds / nothing.seconds:6.1f}   load {os.getloadavg()[1]:.1f}",
        flush=True,
    )


def written(folder: Path, number: int, paragraphs: int, per_file: int = PER_SHARD) -> float:
    """Write invented posts, so many in a file; gives the words of a post on average."""
    folder.mkdir()
    words = 0
    for at in range(0, number, per_file):
        texts = [
            "\n\n".join(case_report(random.Random(f"case-{n}"), n).split("\n\n")[:paragraphs])  # noqa: S311
            for n in range(at, min(number, at + per_file))
        ]
        words += sum(len(text.split()) for text in texts)
        lines = "".join(json.dumps({"text": text, "date": "2031-04-09"}) + "\n" for text in texts)
        (folder / f"{at:06}.jsonl").write_text(lines, "utf-8")
    return words / number


def _packed(place: Path, files: Path) -> tuple[Archive, float]:
    """Collect the posts, a file to a shard; gives the archive and the seconds that it took."""
    start = time.perf_counter()
    archive = make_archive(place)
    for original in FileSource([files]).originals():
        if isinstance(original, Unreadable):
            raise SystemExit(str(original))
        archive.put_shard(Shard((original,)))
    return archive, time.perf_counter() - start


def _cost(name: str, workers: int, stage: Stage, shards: Sequence[str]) -> Cost:
    with Watched() as watched:
        start = time.perf_counter()
        done = list(engine_named(name, workers).map(stage, shards))
        seconds = time.perf_counter() - start
    if len(done) != len(shards):
        raise SystemExit(f"{name}: {len(shards) - len(done)} shards were not done")
    return Cost(seconds, watched.processor, watched.peak)


def _digest(archive: Archive) -> str:
    """The hash of every file of an archive."""
    found = hashlib.sha256()
    for path in sorted(archive.place.rglob("*")):
        if path.is_file():
            found.update(str(path.relative_to(archive.place)).encode())
            found.update(path.read_bytes())
    return found.hexdigest()


if __name__ == "__main__":
    main()
