"""The log of a desk: who wrote what when, over all cases, as a chain that shows its changes.

Decisions and originals have their own chains in their case. This one also names what belongs to no
case: who signed in, which account was changed, what was started.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource.errors import SettingsError
from twosource.model.custody import GENESIS
from twosource.store.files import ensure_folder

_WRITES = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class AuditLog:
    """A file of lines, each with the hash of the line before.

    Args:
        file: The file; it is made with the first line.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._prev: str | None = None

    def note(self, actor: str, action: str, object_: str, status: int) -> None:
        """Add a line.

        Raises:
            SettingsError: If it cannot be written.
        """
        with self._lock:
            if self._prev is None:
                lines = self.lines()
                self._prev = _hash(lines[-1]) if lines else GENESIS
            entry = {
                "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
                "actor": actor,
                "action": action,
                "object": object_,
                "status": status,
                "prev": self._prev,
            }
            line = json.dumps(entry)
            try:
                ensure_folder(self._file.parent)
                with self._file.open("a", encoding="ascii") as file:
                    file.write(line + "\n")
            except OSError as error:
                raise SettingsError(f"{self._file} cannot be written ({error.strerror})") from error
            self._prev = _hash(line)

    def lines(self) -> list[str]:
        """The lines, the first first."""
        try:
            return self._file.read_text("ascii").splitlines()
        except FileNotFoundError:
            return []

    def broken(self) -> int | None:
        """Number of the first line that does not follow from the one before; ``None``: all do."""
        return first_broken(self.lines())


def first_broken(lines: Sequence[str]) -> int | None:
    """Number of the first line, from 1, that does not follow from the one before."""
    prev = GENESIS
    for number, line in enumerate(lines, start=1):
        try:
            told = json.loads(line)["prev"]
        except (ValueError, KeyError, TypeError):
            return number
        if told != prev:
            return number
        prev = _hash(line)
    return None


def _hash(line: str) -> str:
    return hashlib.sha256(line.encode("ascii", "replace")).hexdigest()


class Audited:
    """Notes every write that was carried out, under whoever carried it out.

    Args:
        app: What stands behind it.
        log: Where it is noted.
    """

    def __init__(self, app: ASGIApp, log: AuditLog) -> None:
        self._app = app
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, and note it if it wrote."""
        if scope["type"] != "http" or scope["method"] not in _WRITES:
            await self._app(scope, receive, send)
            return

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                actor = scope.get("state", {}).get("actor", "")
                if actor:
                    self._log.note(actor, scope["method"], scope["path"], message["status"])
            await send(message)

        await self._app(scope, receive, noted)
