"""Jobs: long work in a process of its own, with progress, that can be cancelled and may crash."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from twosource.errors import NotFoundError, TwosourceError
from twosource.web.workers import Line, Worker, WorkerDiedError, WorkerFailedError

_KEPT = 200
_AT_ONCE = 1
"""Examinations that run at the same time; each may need gigabytes."""
RUNNING = frozenset({"queued", "running"})


@dataclass(slots=True)
class Job:
    """One piece of long work.

    Attributes:
        id: Its id.
        case: The case that it works on, by its name in addresses.
        kind: What it does.
        actor: Who started it.
        request: What its worker is asked.
        state: ``queued``, ``running``, ``done``, ``failed`` or ``cancelled``.
        stage, done, total: How far it has come.
        error: What went wrong, as the body of an error.
        answer: What came of it.
        version: Grows with every change, so that watchers see one.
    """

    id: str
    case: str
    kind: str
    actor: str
    request: Line
    state: str = "queued"
    stage: str = ""
    done: int = 0
    total: int = 0
    error: dict[str, Any] | None = None
    answer: dict[str, Any] | None = None
    version: int = 0
    worker: Worker | None = field(default=None, repr=False)


class Jobs:
    """The jobs of a server. Those that ended are remembered for a while.

    Args:
        ended: Is told of every job that came to its end.
    """

    def __init__(self, ended: Callable[[Job], None] | None = None) -> None:
        self._ended = ended
        self._lock = threading.Lock()
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._slots = threading.Semaphore(_AT_ONCE)
        self._threads: list[threading.Thread] = []

    def start(self, case: str, kind: str, actor: str, request: Line) -> Job:
        """Start a job; it waits its turn where others run."""
        job = Job(secrets.token_urlsafe(9), case, kind, actor, request)
        with self._lock:
            self._jobs[job.id] = job
            ended = [one for one in self._jobs.values() if one.state not in RUNNING]
            for old in ended[: max(0, len(self._jobs) - _KEPT)]:
                del self._jobs[old.id]
        thread = threading.Thread(target=self._run, args=(job,), name=f"job-{job.id}", daemon=True)
        self._threads = [one for one in self._threads if one.is_alive()] + [thread]
        thread.start()
        return job

    def find(self, ident: str) -> Job:
        """A job by its id.

        Raises:
            NotFoundError: If there is none.
        """
        with self._lock:
            found = self._jobs.get(ident)
        if found is None:
            raise NotFoundError("there is no such job; a server that was started anew knows none")
        return found

    def at_work_on(self, case: str) -> Job | None:
        """The job that is at work on a case, or waits to be."""
        with self._lock:
            found = [one for one in self._jobs.values() if one.case == case]
        return next((one for one in found if one.state in RUNNING), None)

    def waiting_for(self, case: str, kind: str) -> Job | None:
        """The job that waits to work on a case; it will see whatever is there when it starts."""
        with self._lock:
            found = [one for one in self._jobs.values() if (one.case, one.kind) == (case, kind)]
        return next((one for one in found if one.state == "queued"), None)

    def cancel(self, job: Job) -> None:
        """Stop a job. What it had written stays; what it was writing is gone."""
        with self._lock:
            if job.state not in RUNNING:
                return
            self._change(job, state="cancelled")
            worker = job.worker
        if worker is not None:
            worker.kill()

    def close(self) -> None:
        """Stop every job and wait for that."""
        with self._lock:
            jobs = list(self._jobs.values())
        for job in jobs:
            self.cancel(job)
        for thread in self._threads:
            thread.join()

    def _run(self, job: Job) -> None:
        with self._slots:
            with self._lock:
                if job.state != "queued":
                    return
                job.worker = Worker()
                self._change(job, state="running")
            try:
                answer = job.worker.ask(job.request, lambda line: self._heard(job, line))
            except TwosourceError as error:
                self._fail(job, error)
            else:
                with self._lock:
                    if job.state == "running":
                        self._change(job, state="done", answer=answer)
            finally:
                job.worker.kill()
                job.worker = None
        if self._ended is not None:
            self._ended(job)

    def _heard(self, job: Job, line: Line) -> None:
        with self._lock:
            self._change(job, stage=line["stage"], done=line["done"], total=line["total"])

    def _fail(self, job: Job, error: TwosourceError) -> None:
        match error:
            case WorkerFailedError():
                told = {"code": error.code, "message": error.message, "hint": error.hint}
            case WorkerDiedError():
                hint = "nothing was lost: what was added is kept; examine the case again"
                told = {"code": "worker-died", "message": str(error), "hint": hint}
            case _:
                told = {"code": "refused", "message": str(error), "hint": None}
        with self._lock:
            if job.state == "running":
                self._change(job, state="failed", error=told)

    @staticmethod
    def _change(job: Job, **changes: object) -> None:
        for name, value in changes.items():
            setattr(job, name, value)
        job.version += 1
