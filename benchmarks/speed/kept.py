"""How fast a kept case answers: ``python -m benchmarks.speed.kept``.

A case with 100,000 searchable statements of invented words is kept in a folder. Printed are the
time to keep it, the median and the 95th percentile of a search beside a scan of the same rows with
LIKE, and the time to open the case. Then reviews are added, one at a time and many at once.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable

from sqlalchemy import text

from twosource.model.custody import Stamp
from twosource.model.hit import Hit, HitKind
from twosource.model.identity import ReportId
from twosource.model.report import Span
from twosource.model.review import Decision, Review, ReviewAction
from twosource.reviews.chain import Clash, decided, head
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
    _reviewed(200, 5_000)


def _reviewed(single: int, bulk: int) -> None:
    """Print how many reviews a second are kept: each alone, and all at once."""
    notes = [Decision(ReviewAction.NOTE, why=f"note {number}") for number in range(bulk)]
    with tempfile.TemporaryDirectory() as home, create(home, "1", NOW) as kept:
        began = time.perf_counter()
        for note in notes[:single]:
            kept.add_reviews(_adding([note]))
        alone = single / (time.perf_counter() - began)
        began = time.perf_counter()
        kept.add_reviews(_adding(notes))
        print(
            f"reviews a second: {alone:.0f} one at a time, "
            f"{bulk / (time.perf_counter() - began):.0f} at once"
        )


def _adding(notes: list[Decision]) -> Callable[[tuple[Review, ...]], tuple[Review, ...]]:
    def made(known: tuple[Review, ...]) -> tuple[Review, ...]:
        found = decided(known, notes, NOW, head(known))
        if isinstance(found, Clash):
            raise SystemExit("notes never clash")
        return found

    return made


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
