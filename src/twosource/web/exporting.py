"""What a worker does for an answer: a case in one of its formats."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from twosource.web.desk import Desk, Opened
from twosource.web.problems import RefusedError
from twosource.web.workers import Line, WorkerDiedError, WorkerFailedError

_STATUS = {"extra-missing": 501, "not-found": 404}


def exported(desk: Desk, at: Opened, name: str) -> bytes:
    """The bytes of a case in a format.

    Raises:
        RefusedError: If it cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="twosource-") as folder:
        file = Path(folder) / "export"
        request = {"verb": "export", "place": at.kept.place, "format": name, "file": str(file)}
        done_beside(desk, request)
        return file.read_bytes()


def done_beside(desk: Desk, request: Line) -> dict[str, Any]:
    """Have a worker do something short.

    Raises:
        RefusedError: If it could not.
    """
    try:
        return desk.bench.ask(request)
    except WorkerFailedError as error:
        status = _STATUS.get(error.code, 409)
        raise RefusedError(status, error.code, error.message, error.hint) from error
    except WorkerDiedError as error:
        raise RefusedError(503, "worker-died", str(error), "ask again") from error
