"""Server-sent events: how a job goes on, and what others decided."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable

from fastapi import Request
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from twosource.errors import TwosourceError
from twosource.store.served import shown_by, state_of
from twosource.store.watched import last_announcement
from twosource.web.desk import Desk, Opened, head_words
from twosource.web.jobs import RUNNING, Job

_PERIOD = 0.25
"""Seconds between two looks at a job."""
_WATCH = 0.7
"""Seconds between two looks at a case."""
BEAT = 15.0
"""Seconds after which a silent stream says that it is alive, so that proxies keep it open."""


def stream(events: AsyncIterator[str]) -> StreamingResponse:
    """An answer that goes on."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(events, media_type="text/event-stream", headers=headers)


def event(name: str, **fields: object) -> str:
    """One event; its data is one line of ASCII, so that no character can end it early."""
    return f"event: {name}\ndata: {json.dumps(fields)}\n\n"


async def job_events(
    request: Request, job: Job, told: Callable[[Job], dict[str, object]]
) -> AsyncIterator[str]:
    """How a job goes on: ``progress``, then ``done``, ``failed`` or ``cancelled``, then the end."""
    seen, silent = -1, 0.0
    while not await request.is_disconnected():
        state, version = job.state, job.version
        if version != seen:
            seen, silent = version, 0.0
            yield event("progress" if state in RUNNING else state, **told(job))
            if state not in RUNNING:
                return
        elif silent >= BEAT:
            silent = 0.0
            yield ": still here\n\n"
        await asyncio.sleep(_PERIOD)
        silent += _PERIOD


async def case_events(request: Request, desk: Desk, at: Opened) -> AsyncIterator[str]:
    """What changes in a case: ``changed`` after a decision or a run, ``job`` when one starts."""
    seen: dict[str, object] | None = None
    silent = 0.0
    while not await request.is_disconnected():
        now = await run_in_threadpool(_seen, desk, at)
        if now is None:
            return
        if now != seen:
            yield event("changed" if seen is not None else "here", **now)
            seen, silent = now, 0.0
        elif silent >= BEAT:
            silent = 0.0
            yield ": still here\n\n"
        await asyncio.sleep(_WATCH)
        silent += _WATCH


def _seen(desk: Desk, at: Opened) -> dict[str, object] | None:
    """How a case stands; a view that is old is refreshed, since somebody is looking."""
    try:
        state, shown = state_of(at.kept), shown_by(at.kept)
        announced = last_announcement(at.kept)
    except TwosourceError:
        return None
    if shown != state:
        desk.views.start(at.kept.place)
    job = desk.jobs.at_work_on(at.shelf.slug)
    return {
        "head": head_words(state),
        "run": state.run,
        "shown": "" if shown is None else head_words(shown),
        "job": None if job is None else job.id,
        "announced": announced,
    }
