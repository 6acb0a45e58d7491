"""What a process tree takes: a child's memory and time are counted, and what was before is not."""

from __future__ import annotations

import subprocess
import sys

import pytest
from benchmarks.speed.process_tree import Watched

BUSY = (
    "import time\nheld = b'x' * 120_000_000\nend = time.process_time() + 0.4\n"
    "while time.process_time() < end: pass\nprint('done', flush=True)\ninput()\n"
)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is that of Linux")
def test_a_child_counts_while_it_is_looked_at() -> None:
    with Watched(every=30.0) as idle:
        pass
    with (
        subprocess.Popen(
            [sys.executable, "-c", BUSY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as child,
        Watched(every=0.05) as watched,
    ):
        assert child.stdout is not None
        assert child.stdout.readline() == "done\n"
        watched.look()
        child.communicate("\n")
    assert watched.peak > idle.peak + 100
    assert watched.processor >= 0.2
    assert idle.processor < 0.2
