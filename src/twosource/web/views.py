"""Keeping served views fresh: who asks for a case gets what it shows now, or soon."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as LateError

from twosource.store.kept import KeptCase
from twosource.store.served import State, shown_by, state_of
from twosource.web.problems import RefusedError
from twosource.web.workers import Bench, WorkerDiedError, WorkerFailedError

PATIENCE = 2.0
"""Seconds that a reader waits for what was decided just now, before the earlier view is shown."""
SLOW = 4.0
"""Seconds of a refresh that somebody may wait for."""
FIRST = 30.0
"""Seconds that a reader waits for the first view of a case."""


class Views:
    """Refreshes the served views of cases in workers, each case once at a time.

    Args:
        bench: The workers.
        slow: Seconds of a refresh from which on nobody waits for the next: it is shown when done.
    """

    def __init__(self, bench: Bench, slow: float = SLOW) -> None:
        self._bench = bench
        self._slow = slow
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="views")
        self._lock = threading.Lock()
        self._running: dict[str, Future[object]] = {}
        self._spent: dict[str, float] = {}

    def fresh(self, kept: KeptCase, patience: float = PATIENCE) -> tuple[State, State]:
        """Wait until a view shows the case as it stands, as long as there is patience.

        Returns:
            How the case stands, and what its view shows: the same, or an earlier state.

        Raises:
            RefusedError: If there is no view yet, and none came about in time.
        """
        began = time.monotonic()
        while True:
            state, shown = state_of(kept), shown_by(kept)
            if shown == state:
                return state, shown
            waits = 0.0 if self._is_slow(kept.place) else patience
            left = (waits if shown is not None else FIRST) - (time.monotonic() - began)
            if left <= 0:
                self.start(kept.place)
            if left <= 0 or not self._refreshed(kept.place, left):
                state, shown = state_of(kept), shown_by(kept)
                break
        if shown is None:
            message = "the case is being prepared for the first time"
            raise RefusedError(503, "preparing", message, "ask again in a few seconds")
        return state, shown

    def _is_slow(self, place: str) -> bool:
        """Whether the last refresh of a case took longer than anybody should wait for."""
        return self._spent.get(place, 0.0) > self._slow

    def start(self, place: str) -> Future[object]:
        """Refresh the view of a case in the background; a refresh that runs is not doubled."""
        with self._lock:
            future = self._running.get(place)
            if future is None or future.done():
                future = self._pool.submit(self._refresh, place)
                self._running[place] = future
        return future

    def _refresh(self, place: str) -> object:
        began = time.monotonic()
        answer = self._bench.ask({"verb": "refresh", "place": place})
        self._spent[place] = time.monotonic() - began
        return answer

    def warm(self) -> None:
        """Start a worker before it is needed."""
        self._pool.submit(self._bench.ask, {"verb": "warm"})

    def close(self) -> None:
        """Stop taking in work."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _refreshed(self, place: str, seconds: float) -> bool:
        """Whether a refresh came to its end in time.

        Raises:
            RefusedError: If it failed.
        """
        try:
            self.start(place).result(seconds)
        except LateError:
            return False
        except WorkerFailedError as error:
            raise RefusedError(409, error.code, error.message, error.hint) from error
        except WorkerDiedError as error:
            hint = "ask again; what was decided is kept"
            raise RefusedError(503, "worker-died", str(error), hint) from error
        return True
