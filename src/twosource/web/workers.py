"""The processes beside the server: started, listened to, stopped, and missed when they die."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from twosource.errors import TwosourceError

Line = Mapping[str, Any]
_COMMAND = (sys.executable, "-P", "-m", "twosource.web.worker")


class WorkerDiedError(TwosourceError):
    """A worker ended before it had answered; what it was writing is whole or not there."""


class WorkerFailedError(TwosourceError):
    """A worker answered that it could not do what was asked.

    Args:
        code: What went wrong, for a program.
        message: The same for a person.
        hint: What to do about it.
    """

    def __init__(self, code: str, message: str, hint: str | None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


class Worker:
    """One process that carries out one request after another."""

    def __init__(self) -> None:
        # Its own session: an interrupt from the keyboard reaches the server, which stops it.
        self._process = subprocess.Popen(  # noqa: S603 - this very program
            _COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
            start_new_session=True,
        )
        self._lines: queue.Queue[Line | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def ask(self, request: Line, heard: Callable[[Line], None] | None = None) -> dict[str, Any]:
        """Have a request carried out, and wait for it.

        Args:
            request: The request, with its ``verb``.
            heard: Is told of progress.

        Raises:
            WorkerFailedError: If it could not be carried out.
            WorkerDiedError: If the process ended before.
        """
        try:
            if self._process.stdin is None:
                raise WorkerDiedError(self._epitaph())
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except (OSError, ValueError) as error:
            raise WorkerDiedError(self._epitaph()) from error
        while (line := self._lines.get()) is not None:
            if line["kind"] == "done":
                return dict(line["answer"])
            if line["kind"] == "failed":
                raise WorkerFailedError(line["code"], line["message"], line.get("hint"))
            if heard is not None:
                heard(line)
        raise WorkerDiedError(self._epitaph())

    def kill(self) -> None:
        """Stop it at once, and wait until it is gone."""
        self._process.kill()
        self.close()

    def close(self) -> None:
        """Let it end after what it is doing, and wait for that."""
        if self._process.stdin is not None:
            with suppress(OSError):  # it may be gone already
                self._process.stdin.close()
        self._process.wait()
        self._reader.join()

    def _read(self) -> None:
        if self._process.stdout is not None:
            with self._process.stdout as lines:
                for line in lines:
                    self._lines.put(json.loads(line))
        self._lines.put(None)

    def _epitaph(self) -> str:
        code = self._process.wait()
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        return f"the worker stopped before it had finished ({how})"


class Bench:
    """Workers that stay, for short work: served views and exports. Each does one thing at a time.

    Args:
        size: How many there are at most; they start when they are needed.
    """

    def __init__(self, size: int = 2) -> None:
        self._free: queue.LifoQueue[Worker | None] = queue.LifoQueue()
        self._closed = threading.Event()
        for _ in range(size):
            self._free.put(None)

    def ask(self, request: Line) -> dict[str, Any]:
        """Have a request carried out by a worker that is free; one that died is replaced.

        Raises:
            WorkerFailedError: If it could not be carried out.
            WorkerDiedError: If the worker died of it.
        """
        worker = self._free.get()
        try:
            if worker is None or not worker.alive:
                if worker is not None:
                    worker.kill()
                worker = Worker()
            return worker.ask(request)
        except WorkerDiedError:
            if worker is not None:
                worker.kill()
            worker = None
            raise
        finally:
            if self._closed.is_set() and worker is not None:
                worker.kill()
                worker = None
            self._free.put(worker)

    def close(self) -> None:
        """Stop the workers."""
        self._closed.set()
        while True:
            try:
                worker = self._free.get_nowait()
            except queue.Empty:
                return
            if worker is not None:
                worker.kill()
