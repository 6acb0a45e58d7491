"""A case in one of its formats, written by a worker."""

from __future__ import annotations

import tempfile
from pathlib import Path

from twosource.web.desk import Desk, Opened
from twosource.web.problems import RefusedError
from twosource.web.workers import WorkerDiedError, WorkerFailedError

_STATUS = {"extra-missing": 501, "not-found": 404}


def exported(desk: Desk, at: Opened, name: str) -> bytes:
    """The bytes of a case in a format.

    Raises:
        RefusedError: If it cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="twosource-") as folder:
        file = Path(folder) / "export"
        request = {"verb": "export", "place": at.kept.place, "format": name, "file": str(file)}
        try:
            desk.bench.ask(request)
        except WorkerFailedError as error:
            status = _STATUS.get(error.code, 409)
            raise RefusedError(status, error.code, error.message, error.hint) from error
        except WorkerDiedError as error:
            raise RefusedError(503, "worker-died", str(error), "ask again") from error
        return file.read_bytes()
