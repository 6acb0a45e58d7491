"""The routes that say what is watched, and what watching brought."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from twosource.web.desk import At, Here, Reader
from twosource.web.problems import PROBLEMS
from twosource.web.streams import stream
from twosource.web.watching import (
    WatchedCases,
    WatchPage,
    watch_page,
    watched_cases,
    watched_events,
)

router = APIRouter(tags=["watching"], responses=PROBLEMS)
_EVENTS: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/event-stream": {}}, "description": "Server-sent events."}
}


@router.get("/watched")
def watched(desk: Here, _: Reader) -> WatchedCases:
    """The watched cases of the library, each with what was announced last."""
    return watched_cases(desk)


@router.get("/watched/stream", response_class=Response, responses=_EVENTS)
def events_of_library(request: Request, desk: Here, _: Reader) -> Response:
    """What is announced in the library: ``here`` at once, ``announced`` whenever reports came."""
    return stream(watched_events(request, desk))


@router.get("/cases/{case}/watch")
def watch(at: At) -> WatchPage:
    """What is watched for a case, and what was announced in it."""
    return watch_page(at.kept)
