"""Exit codes, the same for every command."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the shell is told. 130 is 128 plus the number of SIGINT, as shells have it."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    NOT_FOUND = 3
    MISSING_EXTRA = 4
    INTERNAL = 70
    INTERRUPTED = 130
