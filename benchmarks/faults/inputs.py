"""Broken originals for every reader: ``python -m benchmarks.faults.inputs [--count N] [NAME...]``.

Each reader gets thousands of originals that were broken by chance, in a process of its own with a
bound on its memory, so that a crash of a library shows as one. Prints, for each reader, what came
of them, the slowest one and the most memory. The exit code is 1 if anything was raised, crashed or
came out unsound.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from benchmarks.faults.mutations import mutated, sound_originals

from twosource.documents.extract import reports_from
from twosource.documents.offsets import to_extracted, to_working
from twosource.model.case import Unreadable
from twosource.model.original import seal
from twosource.model.report import Report, readable

COUNT = 2_000
MEMORY = 4_000_000_000
"""Bytes of address space that a reader may have, the libraries included."""
_LONGEST = 600
_CHECKED = 40


def taken(name: str, data: bytes) -> tuple[list[Report | Unreadable], list[str]]:
    """What came out of an original, and what is wrong with how it was taken."""
    try:
        items = list(reports_from(seal(name, data)))
    except Exception as error:  # noqa: BLE001 - that something is raised is what is looked for
        return [], [f"raised {type(error).__name__}: {error}"[:200]]
    faults = [] if items else ["neither a report nor a word"]
    for item in items:
        faults += _unsound(item) if isinstance(item, Report) else _untold(item)
    return items, faults


def _untold(item: Unreadable) -> Iterator[str]:
    if "\n" in str(item) or len(str(item)) > _LONGEST or not item.remedy:
        yield f"not one line with a remedy: {str(item)[:80]!r}"


def _unsound(report: Report) -> Iterator[str]:
    text = report.text
    if not text.strip() or len(readable(report)) != len(text):
        yield "an unsound text"
    step = max(1, len(text) // _CHECKED)
    if any(to_working(report, to_extracted(report, at)) != at for at in range(0, len(text), step)):
        yield "an offset that leads elsewhere"
    ends = [0, *(end for r in report.regions for end in (r.start, r.end)), len(text)]
    if ends != sorted(ends):
        yield "regions out of order"


def _run(name: str, count: int) -> None:
    """Break one original again and again; print what came of it as JSON."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    faults: list[str] = []
    reports = refused = inputs = 0
    slowest = 0.0
    for number, data in enumerate(mutated(sound_originals()[name], count)):
        start = time.perf_counter()
        items, found = taken(name, data)
        slowest = max(slowest, time.perf_counter() - start)
        faults += [f"{number}: {fault}" for fault in found]
        inputs += 1
        read = any(isinstance(item, Report) for item in items)
        reports += read
        refused += not read
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    told = {"inputs": inputs, "reports": reports, "refused": refused, "slowest": slowest}
    print(json.dumps({**told, "peak": peak, "faults": faults}))


def main() -> int:
    """Run all readers, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", default=[])
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--only", metavar="NAME")
    options = parser.parse_args()
    if options.only:
        _run(options.only, options.count)
        return 0
    bad = 0
    print(
        f"{'reader':<12}{'inputs':>8}{'read':>8}{'refused':>9}{'slowest':>9}{'peak MB':>9}  faults"
    )
    for name in options.names or sound_originals():
        command = [
            sys.executable,
            "-m",
            __spec__.name,
            "--only",
            name,
            "--count",
            str(options.count),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            bad += 1
            print(f"{name:<12}crashed with {done.returncode}: {done.stderr.strip()[-200:]}")
            continue
        told = json.loads(done.stdout.splitlines()[-1])
        bad += len(told["faults"])
        print(
            f"{name:<12}{told['inputs']:>8,}{told['reports']:>8,}{told['refused']:>9,}"
            f"{told['slowest']:>8.2f}s{told['peak'] / 1e6:>9,.0f}  {len(told['faults'])}"
        )
        for fault in told["faults"][:5]:
            print(f"    {fault}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
