"""How fast a kept case answers: ``python -m benchmarks.speed.kept``.

A case with 100,000 searchable statements of invented words is kept in a folder. Printed are the
time to keep it, the median and the 95th percentile of a search beside a scan of the same rows with
LIKE, and the time to open the case.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time

from sqlalchemy import text

from twosource.model.custody import Stamp
from twosource.model.hit import Hit, HitKind
from twosource.model.identity import ReportId
from twosource.model.report import Span
from twosource.store.kept import KeptCase, create, open_kept

NOW = Stamp("nobody", "2031-04-10T09:00:00+00:00")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    flags = parser.parse_args()
    chance = random.Random(0)  # noqa: S311
    words = ["".join(chance.choices("abcdefghijklmnop", k=6)) for _ in range(20_000)]
    hits = [
        _hit(number, " ".join(chance.choices(words, k=18))) for number in range(flags.statements)
    ]
    with tempfile.TemporaryDirectory() as home:
        with create(home, "1", NOW) as kept:
            began = time.perf_counter()
            kept.put_run("{}", hits, "1", NOW)
            print(f"{len(hits)} statements kept in {time.perf_counter() - began:.1f} s")
        began = time.perf_counter()
        with open_kept(home) as kept:
            print(f"opened in {1000 * (time.perf_counter() - began):.0f} ms")
            queries = chance.choices(words, k=200)
            times = sorted(_timed(kept, query) for query in queries)
            scan = statistics.median(_scanned(kept, query) for query in queries[:20])
        median, late = statistics.median(times), times[int(len(times) * 0.95)]
        print(f"search: median {1000 * median:.2f} ms, 95th percentile {1000 * late:.2f} ms")
        print(f"scan with LIKE: median {1000 * scan:.1f} ms, {scan / median:.0f} times the search")


def _hit(number: int, words: str) -> Hit:
    return Hit(
        HitKind.STATEMENT, f"st-{number}", words, Span(ReportId("rp-1"), 0, len(words), words)
    )


def _timed(kept: KeptCase, query: str) -> float:
    began = time.perf_counter()
    kept.search(query)
    return time.perf_counter() - began


def _scanned(kept: KeptCase, query: str) -> float:
    began = time.perf_counter()
    with kept._engine.connect() as connection:
        wanted = text("SELECT id FROM passage WHERE words LIKE :words LIMIT 50")
        connection.execute(wanted, {"words": f"%{query}%"}).all()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
