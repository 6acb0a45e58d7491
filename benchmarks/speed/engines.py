"""What an engine costs: ``python -m benchmarks.speed.engines [--reports 200]``.

Reports in English, ten to a shard, go through cleaning, reading and stating on each engine, and
through a stage that does nothing. Printed are wall seconds of both, reports a second and core, and
the ratio of the two. Each engine is started for each run, as the command line starts it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.quality.lineage.independent import case_report
from benchmarks.speed.engine_stages import Nothing, ReadAndState

from twosource.engine.archive.engines import engine_named
from twosource.engine.archive.stages import Stage
from twosource.engine.examination import embedded
from twosource.model.archive import Shard
from twosource.model.original import seal
from twosource.pipeline.kernels import Read
from twosource.store.archive import Archive, make_archive

PER_SHARD = 10


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--engines", nargs="+", default=["local", "daft", "ray"])
    flags = parser.parse_args()
    print(f"{flags.reports} reports, {flags.workers} workers, load {os.getloadavg()[0]:.1f}")
    for name in flags.engines:
        with tempfile.TemporaryDirectory() as home:
            archive = _packed(Path(home) / "news", flags.reports)
            nothing = _seconds(name, flags.workers, Nothing(archive), archive.shards())
            reading = ReadAndState(archive, Read(embedded(1)))
            seconds = _seconds(name, flags.workers, reading, archive.shards())
        rate = flags.reports / seconds / flags.workers
        print(
            f"{name:6} nothing {nothing:7.1f} s   clean, read, state {seconds:7.1f} s   "
            f"{rate:6.2f} reports a second and core   ratio {seconds / nothing:6.1f}",
            flush=True,
        )


def _packed(place: Path, number: int) -> Archive:
    archive = make_archive(place)
    for at in range(0, number, PER_SHARD):
        texts = [
            case_report(random.Random(f"case-{n}"), n)  # noqa: S311
            for n in range(at, at + PER_SHARD)
        ]
        lines = "".join(json.dumps({"text": text, "date": "2031-04-09"}) + "\n" for text in texts)
        archive.put_shard(Shard((seal(f"{at:06}.jsonl", lines.encode()),)))
    return archive


def _seconds(name: str, workers: int, stage: Stage, shards: Sequence[str]) -> float:
    start = time.perf_counter()
    done = list(engine_named(name, workers).map(stage, shards))
    if len(done) != len(shards):
        raise SystemExit(f"{name}: {len(shards) - len(done)} shards were not done")
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
