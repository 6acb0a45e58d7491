"""What a process and everything below it takes: memory at its highest, processor time in all."""

from __future__ import annotations

import os
import threading
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

_PROC = Path("/proc")
_PARENT, _USER, _SYSTEM, _START = 1, 11, 12, 19
"""Fields of ``/proc/PID/stat`` after the name in brackets (proc(5))."""


class Watched:
    """Looks at this process and all below it once in a while; needs the ``/proc`` of Linux.

    Attributes:
        peak: The largest sum of proportional set sizes seen, in MB; pages that processes share
            count once.
        processor: Seconds of processor time, as far as they were seen: what a process took after
            the last look at it is missing.

    Args:
        every: Seconds between two looks.
    """

    def __init__(self, every: float = 1.0) -> None:
        self.peak = 0.0
        self._every = every
        self._spent: dict[tuple[int, str], float] = {}
        self._before: dict[tuple[int, str], float] = {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look_on, daemon=True)

    @property
    def processor(self) -> float:
        """Seconds of processor time since the start, of every process that was seen."""
        return sum(self._spent.values()) - sum(self._before.values())

    def __enter__(self) -> Watched:
        self.look()
        self._before = dict(self._spent)
        self._thread.start()
        return self

    def __exit__(self, *failed: object) -> None:
        self._ended.set()
        self._thread.join()
        self.look()

    def _look_on(self) -> None:
        while not self._ended.wait(self._every):
            self.look()

    def look(self) -> None:
        """Look once more."""
        memory = 0.0
        for pid, fields in _tree(os.getpid()):
            ticks = int(fields[_USER]) + int(fields[_SYSTEM])
            self._spent[pid, fields[_START]] = ticks / os.sysconf("SC_CLK_TCK")
            memory += _share(pid)
        self.peak = max(self.peak, memory)


def _tree(root: int) -> Iterator[tuple[int, list[str]]]:
    """A process and all below it, each with the fields of its ``stat`` after the name."""
    known: dict[int, list[str]] = {}
    below: dict[int, list[int]] = defaultdict(list)
    for folder in _PROC.iterdir():
        if folder.name.isdigit() and (line := _read(folder / "stat")):
            fields = line.rpartition(")")[2].split()
            known[int(folder.name)] = fields
            below[int(fields[_PARENT])].append(int(folder.name))
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        waiting += below[pid]
        if pid in known:
            yield pid, known[pid]


def _share(pid: int) -> float:
    """The proportional set size of a process in MB."""
    for line in _read(_PROC / str(pid) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _read(path: Path) -> str:
    """What a file of ``/proc`` says; ``""`` where its process has gone meanwhile."""
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""
