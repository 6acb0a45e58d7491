"""Who is at the workbench: links that open it once, sessions in cookies, and roles."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

HOURS = 12
"""How long a session of an account lasts."""
_LINK_SECONDS = 15 * 60


class Rank(IntEnum):
    """What a role may do; a higher one may do all that a lower one may."""

    READER = 1
    ANALYST = 2
    LEAD = 3

    @property
    def role(self) -> str:
        """The name of the role."""
        return self.name.lower()


def rank_of(role: str) -> Rank:
    """The rank of a role by its name."""
    return Rank[role.upper()]


@dataclass(frozen=True, slots=True)
class Session:
    """One browser that was let in.

    Attributes:
        actor: Who decides from it.
        rank: What they may do.
        account: Whether they signed in with an account.
    """

    actor: str
    rank: Rank
    account: bool = False


class Sessions:
    """The sessions of one server. Only hashes of what a browser holds are kept.

    Args:
        clock: Seconds that only ever grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._links: dict[str, tuple[Session, float | None]] = {}
        self._open: dict[str, tuple[Session, float | None]] = {}

    def link_for(self, session: Session, *, lasting: bool = False) -> str:
        """A token that lets one browser in, once; it expires unless it is ``lasting``."""
        token = secrets.token_urlsafe(32)
        ends = None if lasting else self._clock() + _LINK_SECONDS
        with self._lock:
            self._links[_hash(token)] = (session, ends)
        return token

    def redeem(self, token: str) -> str | None:
        """A new session for a token, or ``None`` if it was used, expired, or never given."""
        with self._lock:
            found = self._links.pop(_hash(token), None)
        if found is None or (found[1] is not None and found[1] < self._clock()):
            return None
        return self.open(found[0])

    def open(self, session: Session) -> str:
        """A new session; what is given is what its browser holds."""
        key = secrets.token_urlsafe(32)
        ends = self._clock() + HOURS * 3600 if session.account else None
        with self._lock:
            self._open[_hash(key)] = (session, ends)
        return key

    def of(self, key: str) -> Session | None:
        """The session that a browser holds, if it is open."""
        with self._lock:
            found = self._open.get(_hash(key))
            if found is not None and found[1] is not None and found[1] < self._clock():
                del self._open[_hash(key)]
                return None
        return None if found is None else found[0]

    def close(self, key: str) -> None:
        """Let go of a session."""
        with self._lock:
            self._open.pop(_hash(key), None)

    def close_all(self, actor: str) -> None:
        """Let go of every session of an account, after its role or password changed."""
        with self._lock:
            for key, (session, _) in list(self._open.items()):
                if session.account and session.actor == actor:
                    del self._open[key]


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
