"""What adding one report to a kept case costs: ``python -m benchmarks.speed.update``.

A case of invented reports on one event is kept and examined; then one report is added and the case
is updated, then it is updated once more with nothing added. Printed are the seconds of each, for
each size, and how the seconds per report grow from each size to the next: 1 where an update costs
as much for each report of the case, below 1 where it costs less.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.quality.lineage.independent import case_report

from twosource.engine.cases import add_files, new_case, update_case
from twosource.engine.loaded import embedded, meaning
from twosource.engine.tables import load_tables
from twosource.model.custody import Stamp

NOW = Stamp("nobody", "2031-04-10T09:00:00+00:00")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 300, 1000])
    load_tables()
    embedded()
    meaning()
    print(f"{'reports':>8} {'first update':>14} {'one added':>12} {'nothing added':>14}  growth")
    before: float | None = None
    for size in parser.parse_args().sizes:
        first, added, none = _measured(size)
        growth = "" if before is None else f"{added / size / before:>7.2f}"
        print(f"{size:>8} {first:>12.1f} s {added:>10.1f} s {none:>12.1f} s {growth}", flush=True)
        before = added / size


def _measured(size: int) -> tuple[float, float, float]:
    """Seconds of the first update, of one after a report came, and of one after none came."""
    with tempfile.TemporaryDirectory() as folder:
        home, coming = Path(folder) / "case", Path(folder) / "in"
        coming.mkdir()
        new_case(str(home), NOW)
        for number in range(size):
            _write(coming, number)
        add_files(str(home), [coming], NOW)
        first = _timed(lambda: update_case(str(home), NOW))
        add_files(str(home), [_write(coming, size)], NOW)
        added = _timed(lambda: update_case(str(home), NOW))
        return first, added, _timed(lambda: update_case(str(home), NOW))


def _write(folder: Path, number: int) -> Path:
    """One invented report as a file, with a header that names its publisher."""
    text = case_report(random.Random(f"case-{number}"), number)  # noqa: S311 - chosen, not secret
    file = folder / f"{number:05}.txt"
    file.write_text(f"publisher: Paper {number}\n\n{text}", "utf-8")
    return file


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
