"""The engine of every installation: in this process, or in a few of its own over shards."""

from __future__ import annotations

import multiprocessing
import traceback
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from twosource.engine.archive.stages import TRIES, Stage
from twosource.errors import InvariantError, SettingsError


class LocalEngine:
    """Does shards in processes of this machine.

    A worker gets the stage once and one shard at a time. One that dies takes down the shard in its
    hand only, which another worker then gets.

    Args:
        workers: Processes; with one, everything is done in this process.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def map(self, stage: Stage, shards: Sequence[str]) -> Iterator[str]:
        """Do the shards; see :class:`~twosource.engine.archive.engines.Engine`."""
        if self._workers == 1 or len(shards) < 2:
            for shard in shards:
                stage(shard)
                yield shard
            return
        with _Crew(stage, min(self._workers, len(shards))) as crew:
            yield from crew.done(shards)


class _Crew:
    """Workers with a pipe each, and what each has in its hand."""

    def __init__(self, stage: Stage, size: int) -> None:
        self._stage = stage
        self._size = size
        self._hands: dict[Connection, tuple[BaseProcess, str]] = {}

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *failed: object) -> None:
        """Send everybody home; a worker in the middle of a shard is stopped."""
        for pipe, (process, _) in self._hands.items():
            pipe.close()
            process.terminate()
            process.join()

    def done(self, shards: Sequence[str]) -> Iterator[str]:
        """Hand out the shards, and yield each as it comes back."""
        waiting, tries = deque(shards), dict.fromkeys(shards, 0)
        for _ in range(self._size):
            self._hire(waiting.popleft())
        while self._hands:
            ready = set(wait(list(self._hands)))
            for pipe in [pipe for pipe in self._hands if pipe in ready]:
                process, shard = self._hands.pop(pipe)
                finished = self._came_back(pipe, shard)
                tries[shard] += 1
                if not finished and tries[shard] < TRIES:
                    waiting.append(shard)
                if finished and waiting:
                    self._hand(pipe, process, waiting.popleft())
                else:
                    pipe.close()
                    process.join()
                    if waiting:
                        self._hire(waiting.popleft())
                if finished:
                    yield shard

    def _hire(self, shard: str) -> None:
        # a process that is begun anew holds nothing of this one: no lock, no thread, no network
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(self._stage, theirs), daemon=True)
        process.start()
        theirs.close()
        self._hand(ours, process, shard)

    def _hand(self, pipe: Connection, process: BaseProcess, shard: str) -> None:
        self._hands[pipe] = (process, shard)
        with suppress(OSError):  # it died before it took the shard: the wait tells
            pipe.send(shard)

    def _came_back(self, pipe: Connection, shard: str) -> bool:
        """Whether the shard in a worker's hand was done; what went wrong in it is raised here."""
        try:
            told = pipe.recv()
        except (EOFError, OSError):
            return False
        if isinstance(told, Exception):
            raise told
        return bool(told == shard)


def _work(stage: Stage, pipe: Connection) -> None:
    """What a worker does until there is nothing more."""
    while True:
        try:
            shard = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            stage(shard)
        except SettingsError as error:
            pipe.send(error)
            return
        except Exception:  # noqa: BLE001 - whatever it is, it is told where it can be read
            pipe.send(InvariantError(f"shard {shard}: {traceback.format_exc()}"))
            return
        pipe.send(shard)
