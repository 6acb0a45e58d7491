"""What a watch needs of the world outside, given to it from the edge: a clock and the network."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from twosource import __version__
from twosource.sources.addresses import PUBLIC, Guard
from twosource.sources.asking import LIMITS, Limits

AGENT = f"twosource/{__version__} (polls feeds that its user named)"
"""What requests say of who asks, where nothing else is set."""
_LONGEST_REST = 7 * 86_400.0


@dataclass(frozen=True, slots=True)
class World:
    """The clock and the network.

    Attributes:
        now: Seconds since 1970.
        wait: Waits for seconds.
        guard: What may be connected to.
        limits: How far each fetch goes.
    """

    now: Callable[[], float] = time.time
    wait: Callable[[float], None] = time.sleep
    guard: Guard = PUBLIC
    limits: Limits = LIMITS

    def at(self) -> str:
        """The time as it is written down: ISO 8601, UTC, to the second."""
        return written_time(self.now())


def written_time(seconds: float) -> str:
    """A time in seconds since 1970 as it is written down: ISO 8601, UTC, to the second."""
    return datetime.fromtimestamp(int(seconds), UTC).isoformat(timespec="seconds")


def seconds_asked(retry_after: str, now: float) -> float:
    """How long a server wants to be left alone, as ``Retry-After`` says it (RFC 9110, 10.2.3).

    Args:
        retry_after: Seconds, or a date; anything else says nothing.
        now: Seconds since 1970.

    Returns:
        Seconds, at most those of a week; 0 where the server wants nothing.
    """
    words = retry_after.strip()
    if words.isascii() and words.isdigit():
        return min(float(words[:12]), _LONGEST_REST)
    try:
        until = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max(0.0, until.timestamp() - now), _LONGEST_REST)
