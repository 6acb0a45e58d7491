"""How fast statements are found, and whether memory stays flat over many reports.

``python -m benchmarks.speed.statements [--reports N]``. Speed: the bundled example is read once;
finding its statements is then timed on the readings, best of several passes, on one thread. The
floor is 8,000 words a second on an idle machine; the ratio to reading is taken in the same run.

Memory: generated reports, each the example's text with other numbers and sentences in another
order, are read and searched one after another in this process, nothing kept. Printed is how much
the peak of resident memory grows between the 100th and the last.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.quality.attribution_sets import report_of

from twosource import read_reports
from twosource.language.embedded import load_embedded
from twosource.language.interface import Annotator, Reading
from twosource.model.report import Report, readable
from twosource.statements.extract import statements_in

FLOOR = 8000.0
EXAMPLE = Path("src/twosource/cli/example/reports")
SETTLED = 100
"""After so many reports every table and buffer has been filled once."""

_PASSES = 5
_NUMBER = re.compile(r"\d+")


def best_seconds(reports: Sequence[Report], readings: Sequence[Reading]) -> float:
    """Least time that finding the statements of all reports takes, in seconds."""
    best = float("inf")
    for _ in range(_PASSES):
        began = time.perf_counter()
        for report, reading in zip(reports, readings, strict=True):
            statements_in(report, reading)
        best = min(best, time.perf_counter() - began)
    return best


def generated(number: int, texts: Sequence[str]) -> Report:
    """The example's texts by turns, with the numbers changed and the paragraphs in another order.

    The same number always gives the same report.
    """
    dice = random.Random(number)  # noqa: S311
    paragraphs = [p for p in texts[number % len(texts)].split("\n") if p.strip()]
    dice.shuffle(paragraphs)
    text = _NUMBER.sub(lambda _: str(dice.randrange(1, 999)), "\n\n".join(paragraphs))
    return report_of(f"generated-{number}", text)


def peak_megabytes() -> float:
    """Peak resident memory of this process so far, in units of 10**6 bytes."""
    # Linux counts ru_maxrss in kibibytes, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def growth(reader: Annotator, texts: Sequence[str], count: int) -> tuple[float, float]:
    """Peak memory in megabytes after the settled reports, and after all."""
    settled = peak_megabytes()
    for number in range(1, count + 1):
        report = generated(number, texts)
        statements_in(report, reader.read(readable(report)))
        if number == SETTLED:
            settled = peak_megabytes()
    return settled, peak_megabytes()


def main() -> None:
    """Measure and print; exit 1 below the floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=1000, help="generated reports for memory")
    flags = parser.parse_args()
    reader = load_embedded(threads=1)
    reports = read_reports(EXAMPLE).reports
    reader.read("One sentence to warm up.")
    began = time.perf_counter()
    readings = [reader.read(readable(report)) for report in reports]
    reading_seconds = time.perf_counter() - began
    seconds = best_seconds(reports, readings)
    words = sum(len(reading.tokens) for reading in readings)
    rate = words / seconds
    print(f"words in {len(reports)} reports        {words:9d}")
    print(f"statements, words a second {rate:9.0f}    {rate / FLOOR:.2f} of the floor {FLOOR:.0f}")
    print(
        f"reading, words a second    {words / reading_seconds:9.0f}    "
        f"statements take {seconds / reading_seconds:.3f} of the time of reading"
    )
    texts = [readable(report) for report in reports]
    settled, last = growth(reader, texts, flags.reports)
    print(
        f"peak memory                {last:9.0f} MB after {flags.reports} reports, "
        f"{last - settled:.1f} MB more than after {SETTLED}"
    )
    if rate < FLOOR:
        sys.exit(1)


if __name__ == "__main__":
    main()
