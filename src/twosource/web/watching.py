"""Watched cases as the workbench shows them: what is polled for them, and what was announced."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from fastapi import Request
from starlette.concurrency import run_in_threadpool

from twosource.errors import TwosourceError
from twosource.store.kept import KeptCase
from twosource.store.place import DATABASE, is_address
from twosource.store.watched import Announced, announcements, last_announcement, watches
from twosource.web.desk import Desk
from twosource.web.library import Shelf
from twosource.web.nodes import Span
from twosource.web.shapes import Shape
from twosource.web.streams import BEAT, event

MOST = 50
"""Announcements of a case that are given."""
_PERIOD = 2.0
"""Seconds between two looks at the library."""


class WatchInfo(Shape):
    """An archive whose feeds are polled for a case."""

    archive: str
    events: list[str]
    feeds: int
    since: str
    looked: str
    problem: str


class ArrivalInfo(Shape):
    """A report that came into a case by watching."""

    report: str | None
    file: str
    url: str
    title: str | None
    publisher: str | None
    published: str | None


class ClaimChangeInfo(Shape):
    """An answer that nobody gave before."""

    question: str
    answer: str
    spans: list[Span]


class ConflictChangeInfo(Shape):
    """A contradiction that is new, or that is there no more."""

    question: str
    matter: str
    sides: list[str]
    spans: list[Span]
    ended: bool


class LineChangeInfo(Shape):
    """A line of the brief that is new, moved, or no longer told."""

    was: str | None
    now: str | None
    text: str
    spans: list[Span]


class ChangesInfo(Shape):
    """What arrivals changed in a case."""

    claims: list[ClaimChangeInfo]
    conflicts: list[ConflictChangeInfo]
    lines: list[LineChangeInfo]


class AnnouncementInfo(Shape):
    """What was announced."""

    seq: int
    at: str
    run: int
    arrivals: list[ArrivalInfo]
    changes: ChangesInfo


class WatchPage(Shape):
    """What is watched for a case, and what was announced in it, the latest first."""

    watches: list[WatchInfo]
    announcements: list[AnnouncementInfo]


class WatchedCase(Shape):
    """A watched case as the library shows it."""

    slug: str
    name: str
    looked: str
    problem: str
    last: AnnouncementInfo | None


class WatchedCases(Shape):
    """The watched cases of the library."""

    items: list[WatchedCase]


def watch_page(kept: KeptCase) -> WatchPage:
    """What is watched for a case; of an archive its folder's name alone is told."""
    return WatchPage(
        watches=[
            WatchInfo(
                archive=Path(one.archive).name,
                events=list(one.events),
                feeds=one.feeds,
                since=one.since,
                looked=one.looked,
                problem=one.problem,
            )
            for one in watches(kept)
        ],
        announcements=[_announcement(one) for one in announcements(kept, MOST)],
    )


def watched_cases(desk: Desk) -> WatchedCases:
    """The cases of the library that are watched, or in which something was announced."""
    found = (_watched(desk, shelf) for shelf in desk.library.shelves())
    return WatchedCases(items=[one for one in found if one is not None])


async def watched_events(request: Request, desk: Desk) -> AsyncIterator[str]:
    """What is announced in the library: ``here`` at once, ``announced`` with case and number."""
    seen = await run_in_threadpool(_announced, desk, {})
    yield event("here")
    silent = 0.0
    while not await request.is_disconnected():
        now = await run_in_threadpool(_announced, desk, seen)
        for slug, (_, seq) in now.items():
            if seq > seen.get(slug, (0.0, 0))[1]:
                silent = 0.0
                yield event("announced", case=slug, seq=seq)
        seen = now
        if silent >= BEAT:
            silent = 0.0
            yield ": still here\n\n"
        await asyncio.sleep(_PERIOD)
        silent += _PERIOD


def _announced(desk: Desk, seen: dict[str, tuple[float, int]]) -> dict[str, tuple[float, int]]:
    """The last announcement of each case; one whose files are as they were is not opened."""
    found: dict[str, tuple[float, int]] = {}
    for shelf in desk.library.shelves():
        written = _written(shelf)
        known = seen.get(shelf.slug)
        if known is not None and written and known[0] == written:
            found[shelf.slug] = known
            continue
        try:
            found[shelf.slug] = written, last_announcement(desk.library.open(shelf))
        except TwosourceError:
            continue  # the library says what is wrong with it
    return found


def _written(shelf: Shelf) -> float:
    """When the files of a case were written last; 0 where it has none."""
    if is_address(shelf.place):
        return 0.0
    database = Path(shelf.place) / DATABASE
    times = [0.0]
    for path in (database, database.with_name(f"{DATABASE}-wal")):
        try:
            times.append(path.stat().st_mtime)
        except OSError:
            continue
    return max(times)


def _watched(desk: Desk, shelf: Shelf) -> WatchedCase | None:
    try:
        kept = desk.library.open(shelf)
        watching, last = watches(kept), announcements(kept, 1)
    except TwosourceError:
        return None  # the library says what is wrong with it
    if not watching and not last:
        return None
    return WatchedCase(
        slug=shelf.slug,
        name=shelf.name,
        looked=max((one.looked for one in watching), default=""),
        problem=next((one.problem for one in watching if one.problem), ""),
        last=_announcement(last[0]) if last else None,
    )


def _announcement(one: Announced) -> AnnouncementInfo:
    node: dict[str, Any] = json.loads(one.document)
    fields = {key: node[key] for key in AnnouncementInfo.model_fields}
    return AnnouncementInfo.model_validate(fields)
