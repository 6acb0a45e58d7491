"""How often somebody may try to sign in: few times, then a while not at all."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

MOST = 5
"""Failures of one name within the window, after which it must wait."""
MOST_FROM = 20
"""Failures from one address within the window, over all names."""
WINDOW = 300.0
"""Seconds of the window."""
_REMEMBERED = 10_000


class Attempts:
    """Failed attempts to sign in, by name and by address.

    Args:
        clock: Seconds that only ever grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failed: OrderedDict[tuple[str, str], list[float]] = OrderedDict()

    def wait(self, name: str, address: str) -> int:
        """Seconds to wait before the next attempt; 0 if none."""
        with self._lock:
            waits = [
                self._wait(("name", name), MOST),
                self._wait(("address", address), MOST_FROM),
            ]
        return max(waits)

    def failed(self, name: str, address: str) -> None:
        """Take note of an attempt that failed."""
        with self._lock:
            for key in (("name", name), ("address", address)):
                self._failed[key] = [*self._recent(key), self._clock()]
                self._failed.move_to_end(key)
            while len(self._failed) > _REMEMBERED:
                self._failed.popitem(last=False)

    def succeeded(self, name: str) -> None:
        """Forget what failed for a name."""
        with self._lock:
            self._failed.pop(("name", name), None)

    def _recent(self, key: tuple[str, str]) -> list[float]:
        since = self._clock() - WINDOW
        return [moment for moment in self._failed.get(key, []) if moment > since]

    def _wait(self, key: tuple[str, str], most: int) -> int:
        recent = self._recent(key)
        if len(recent) < most:
            return 0
        return max(1, round(recent[-most] + WINDOW - self._clock()))
