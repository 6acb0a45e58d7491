"""Keeping served views fresh: who asks for a case gets what it shows now, or soon."""

from __future__ import annotations

import threading
import time
from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as LateError
from dataclasses import dataclass

from twosource.store.kept import KeptCase
from twosource.store.served import Piece, State, amend_view, shown_by, state_of, whole_piece
from twosource.web.at_once import Amendment, Key
from twosource.web.page_edits import Edit
from twosource.web.problems import RefusedError
from twosource.web.ties import Tie
from twosource.web.workers import Bench, WorkerDiedError, WorkerFailedError

PATIENCE = 2.0
"""Seconds that a reader waits for what was decided just now, before the earlier view is shown."""
SLOW = 1.5
"""Seconds of a refresh that somebody may wait for."""
FIRST = 30.0
"""Seconds that a reader waits for the first view of a case."""

_REMEMBERED = 200
"""Decisions on a case whose own effect is remembered, so that undoing them shows at once too."""


Shown = Amendment | Edit | Tie
"""What a decision itself does to a view."""


@dataclass(frozen=True, slots=True)
class Amended:
    """A view that shows what decisions themselves do, and nothing that follows from them."""

    kept: KeptCase
    state: State
    made: tuple[Shown, ...]


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
        self._putting = (
            threading.Lock()
        )  # held until a view is amended, so that none is read before
        self._running: dict[str, Future[object]] = {}
        self._spent: dict[str, float] = {}
        self._began: dict[str, float] = {}
        self._amended: dict[str, list[Amended]] = {}
        self._caught: dict[str, State] = {}
        self._made: dict[str, dict[str, tuple[Shown, ...]]] = {}

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
            self._catch_up(kept.place, shown)
            waits = 0.0 if self._is_slow(kept.place) else min(patience, self._slow)
            left = (waits if shown is not None else FIRST) - (time.monotonic() - began)
            if left <= 0:
                self.start(kept.place)
            if left <= 0 or not self._refreshed(kept.place, left):
                state, shown = state_of(kept), shown_by(kept)
                self._catch_up(kept.place, shown)
                break
        if shown is None:
            message = "the case is being prepared for the first time"
            raise RefusedError(503, "preparing", message, "ask again in a few seconds")
        return state, shown

    def wait_for(self, slow: float) -> None:
        """Set how many seconds of a refresh somebody may wait for."""
        self._slow = slow

    def _is_slow(self, place: str) -> bool:
        """Whether a refresh of a case took, or takes, longer than anybody should wait for."""
        began = self._began.get(place)
        going = 0.0 if began is None else time.monotonic() - began
        return max(going, self._spent.get(place, 0.0)) > self._slow

    def start(self, place: str) -> Future[object]:
        """Refresh the view of a case in the background; a refresh that runs is not doubled."""
        with self._lock:
            future = self._running.get(place)
            if future is None or future.done():
                future = self._pool.submit(self._refresh, place)
                self._running[place] = future
        return future

    def _refresh(self, place: str) -> object:
        began = self._began[place] = time.monotonic()
        try:
            answer = self._bench.ask({"verb": "refresh", "place": place})
        finally:
            self._began.pop(place, None)
        self._spent[place] = time.monotonic() - began
        with self._putting:
            self._amend_again(place, State(int(answer["run"]), str(answer["head"])))
        return answer

    def amend(self, kept: KeptCase, state: State, made: Sequence[Shown]) -> None:
        """Show what decisions themselves do, until a view shows what follows from them.

        Args:
            kept: The case.
            state: How it stands with the decisions.
            made: What they do.
        """
        with self._lock:
            self._amended.setdefault(kept.place, []).append(Amended(kept, state, tuple(made)))
            known = self._made.setdefault(kept.place, {})
            known[state.head] = tuple(made)
            if len(known) > _REMEMBERED:
                del known[next(iter(known))]
        with self._putting:
            _put(kept, made)

    def made_by(self, place: str, heads: Collection[str]) -> list[Shown]:
        """What decisions did to a view by themselves, as far as it is remembered.

        Args:
            place: The case.
            heads: Hashes of the reviews; of what was decided at once the last one counts.
        """
        with self._lock:
            known = self._made.get(place, {})
            return [made for head, all_ in known.items() if head in heads for made in all_]

    def _amend_again(self, place: str, shown: State) -> None:
        """A view that was begun before the last decisions has not what they do."""
        with self._lock:
            known = self._amended.get(place, [])
            heads = [one.state for one in known]
            left = known[heads.index(shown) + 1 :] if shown in heads else known
            left = [] if left and shown == state_of(left[-1].kept) else left
            self._amended[place] = left
            self._caught[place] = shown
        for one in left:
            _put(one.kept, one.made)

    def _catch_up(self, place: str, shown: State | None) -> None:
        """Amend a view that a worker put in place a moment ago, before anybody reads it."""
        if not self._amended.get(place):
            return
        with self._putting:
            if shown is not None and self._caught.get(place) != shown:
                self._amend_again(place, shown)

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


def _put(kept: KeptCase, made: Iterable[Shown]) -> None:
    """Put what decisions do into the view that is there now."""
    now: dict[Key, Piece | None] = {}
    for one in made:
        if isinstance(one, Tie):
            amend_view(kept, now)
            now = one.pieces(kept)
            continue
        before = now[one.key] if one.key in now else whole_piece(kept, *one.key)
        now[one.key] = one.applied(before)
    amend_view(kept, now)
