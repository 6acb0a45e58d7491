"""The engines of Daft: on the cores of this machine, or on a Ray cluster."""

from __future__ import annotations

import importlib.util
import os
import pickle
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import IO

from twosource.engine.archive.stages import TRIES, Stage
from twosource.errors import MissingExtraError, SettingsError
from twosource.store.archive import result_id

_LOOK = 0.5
"""Seconds after which the manifest is looked at again for what is done."""
_TOLD = 2_000
"""Characters of a child's last words that are passed on."""
_REFUSAL = re.compile(r"twosource\.errors\.SettingsError: (.+)")
"""What a stage refused to do, among the words of engines that passed it on."""


class DaftEngine:
    """Does shards by one plan of Daft in a child process; a child that dies is begun again.

    Args:
        workers: Processes at once.
        on_ray: Whether Ray carries the plan out.

    Raises:
        MissingExtraError: If the extra is not installed.
    """

    def __init__(self, workers: int, *, on_ray: bool) -> None:
        extra = "ray" if on_ray else "scale"
        needed = ("daft", "pyarrow", "ray") if on_ray else ("daft", "pyarrow")
        if any(importlib.util.find_spec(name) is None for name in needed):
            engine = "ray" if on_ray else "daft"
            raise MissingExtraError(
                f"the engine {engine} is an extra: pip install 'twosource[{extra}]'"
            )
        self._workers = workers
        self._on_ray = on_ray

    def map(self, stage: Stage, shards: Sequence[str]) -> Iterator[str]:
        """Do the shards; see :class:`~twosource.engine.archive.engines.Engine`.

        Raises:
            SettingsError: If a stage refused a shard, such as for a full disk, or nothing was done.
        """
        waiting = list(shards)
        last = ""
        for _ in range(TRIES):
            if not waiting:
                return
            task = self._task(stage, waiting)
            with tempfile.TemporaryFile() as words, _Child(task, words) as child:
                while waiting and not child.ended(_LOOK):
                    yield from _done(stage, waiting)
                yield from _done(stage, waiting)
                words.seek(0)
                last = words.read().decode("utf-8", "replace")
            if waiting and (refused := _REFUSAL.findall(last)):
                raise SettingsError(refused[-1])
        if len(waiting) == len(shards):
            raise SettingsError(f"the engine did nothing, {TRIES} times: {last[-_TOLD:].strip()}")

    def _task(self, stage: Stage, shards: Sequence[str]) -> bytes:
        """What a child is told."""
        from twosource.engine.archive.daft_plan import Task  # noqa: PLC0415

        return pickle.dumps(Task(stage, tuple(shards), self._workers, self._on_ray))


class _Child:
    """A child with a group of its own, so that nothing of it is left when it is sent home."""

    def __init__(self, task: bytes, words: IO[bytes]) -> None:
        module = "twosource.engine.archive.daft_plan"
        environment = {
            **os.environ,
            "DAFT_PROGRESS_BAR": "0",
            "DAFT_ANALYTICS_ENABLED": "0",
            "RAY_USAGE_STATS_ENABLED": "0",
        }
        self._process = subprocess.Popen(  # noqa: S603 - this interpreter and our own module
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=words,
            stderr=subprocess.STDOUT,
            env=environment,
            start_new_session=True,
        )
        with suppress(BrokenPipeError), self._process.stdin or words as told:
            told.write(task)

    def __enter__(self) -> _Child:
        return self

    def __exit__(self, *failed: object) -> None:
        """End the child, whatever it is doing: what counts is on the disk."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def ended(self, seconds: float) -> bool:
        """Wait a little, and say whether the child ended."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True


def _done(stage: Stage, waiting: list[str]) -> Iterator[str]:
    """Take the shards that have an entry in the manifest off the list, and yield them."""
    found = [shard for shard in waiting if stage.archive.has(result_id(shard, stage.name))]
    for shard in found:
        waiting.remove(shard)
        yield shard
