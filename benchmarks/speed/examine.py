"""How long ``twosource examine`` takes from a cold start, and how much memory it needs.

Each set of reports is examined in child processes of its own, as a user's shell would start them.
Printed: the median of the wall times and the highest peak of resident memory, each as a ratio to
its floor (below 1 is within it). Speed is reported here, not gated. The files are in the page cache
after the first of the runs; only the processes are cold.

Run: ``python -m benchmarks.speed.examine [FOLDER...]``
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "src" / "twosource" / "cli" / "example" / "reports"
KREMLIN = ROOT.parent / "shared" / "kremlin"

FLOOR_SECONDS = 8.0
FLOOR_MEGABYTES = 700.0
RUNS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost.

    Attributes:
        seconds: Wall time from start to end of the process.
        megabytes: Peak resident memory of the process, in units of 10**6 bytes.
    """

    seconds: float
    megabytes: float


def cost_of(arguments: Sequence[str]) -> Cost:
    """Run ``twosource`` once in a process of its own.

    Raises:
        SystemExit: If the run failed; its messages are printed.
    """
    command = [sys.executable, "-m", "twosource", *arguments]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    with process:
        messages = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(messages.decode("utf-8", "replace") + f"exit code {process.returncode}")
    # Linux counts ru_maxrss in kibibytes, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(seconds, usage.ru_maxrss * unit / 1e6)


def line(name: str, costs: Sequence[Cost]) -> str:
    """One line of the table: medians, peaks and their ratios to the floors."""
    seconds = statistics.median(cost.seconds for cost in costs)
    megabytes = max(cost.megabytes for cost in costs)
    return (
        f"{name:<24} {seconds:6.2f} s {seconds / FLOOR_SECONDS:6.2f}   "
        f"{megabytes:6.0f} MB {megabytes / FLOOR_MEGABYTES:6.2f}"
    )


def main(folders: Sequence[str]) -> None:
    """Measure the folders named, or the bundled example and the open case where it exists."""
    sets = {Path(folder).name: [folder] for folder in folders}
    if not sets:
        sets["example"] = [str(EXAMPLE)]
        if KREMLIN.is_dir():
            sets["kremlin (5 reports)"] = sorted(map(str, KREMLIN.glob("*.txt")))
        else:
            print(f"skipped: kremlin, because {os.path.relpath(KREMLIN, ROOT)} is not there")
    print(
        f"median of {RUNS} cold runs; ratios to the floors {FLOOR_SECONDS:g} s and "
        f"{FLOOR_MEGABYTES:g} MB; below 1 is within"
    )
    print(f"{'':<24} {'wall':>8} {'ratio':>6}   {'peak':>9} {'ratio':>6}")
    print(line("start (--version)", [cost_of(["--version"]) for _ in range(RUNS)]))
    for name, paths in sets.items():
        print(line(name, [cost_of(["examine", *paths]) for _ in range(RUNS)]))


if __name__ == "__main__":
    main(sys.argv[1:])
