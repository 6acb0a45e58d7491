"""What watching brought into a case is shown, and told to browsers as it comes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.testclient import TestClient
from tests.web.conftest import Browser

from twosource.model.announcement import (
    Announcement,
    Arrival,
    CaseChanges,
    ClaimChange,
    LineChange,
)
from twosource.model.brief import Standing
from twosource.model.identity import ReportId
from twosource.model.report import Span
from twosource.store.kept import open_kept
from twosource.store.watched import Came, Watch, announce, note_arrivals, put_watch
from twosource.web.desk import Desk
from twosource.web.watching import watched_events

AT = "2031-04-09T10:00:00+00:00"
MARKUP = "<script>alert(1)</script>"


def brought(home: Path, title: str = MARKUP) -> None:
    """Write what a watch writes when a report comes into the case."""
    span = Span(ReportId("rp-1"), 0, 4, "five")
    changes = CaseChanges(
        (ClaimChange("How many people were hurt?", "five", (span,)),),
        (),
        (LineChange(Standing.CLAIMED, Standing.DISPUTED, "How many were hurt?", (span,)),),
    )
    arrival = Arrival(ReportId("rp-1"), "late.warc.gz#2", "https://news.example/late", title)
    with open_kept(str(home / "ferry")) as kept:
        put_watch(kept, Watch(str(home / "secret" / "news"), ("ev-1",), 2, AT, AT))
        came = Came("0" * 64, "late.warc.gz", "https://news.example/late", AT, 1)
        note_arrivals(kept, [came])
        announce(
            kept, [came], lambda seq: Announcement(seq, "ferry", AT, 1, (arrival,), changes), None
        )


def test_a_case_shows_who_watches_it_and_what_was_announced(client: TestClient, home: Path):
    assert client.get("/api/cases/ferry/watch").json() == {"watches": [], "announcements": []}
    assert client.get("/api/watched").json() == {"items": []}
    brought(home)
    page = client.get("/api/cases/ferry/watch").json()
    (watch,) = page["watches"]
    assert (watch["archive"], watch["feeds"], watch["looked"]) == ("news", 2, AT)
    (told,) = page["announcements"]
    assert told["arrivals"][0]["title"] == MARKUP
    assert told["changes"]["claims"][0]["spans"] == [
        {"report": "rp-1", "start": 0, "end": 4, "quote": "five"}
    ]
    assert told["changes"]["lines"][0]["now"] == "disputed"
    (item,) = client.get("/api/watched").json()["items"]
    assert (item["slug"], item["looked"], item["last"]["seq"]) == ("ferry", AT, 1)


def test_no_page_tells_where_an_archive_lies(client: TestClient, home: Path):
    brought(home)
    for route in ("/api/cases/ferry/watch", "/api/watched"):
        assert "secret" not in client.get(route).text


def test_nobody_sees_it_who_was_not_let_in(browser: Browser, home: Path):
    brought(home)
    stranger = browser(let_in=False)
    for route in ("/api/cases/ferry/watch", "/api/watched", "/api/watched/stream"):
        assert stranger.get(route).status_code == 401


class _Listening:
    """A browser that listens until it was told something."""

    def __init__(self) -> None:
        self.gone = False

    async def is_disconnected(self) -> bool:
        return self.gone


def test_a_browser_is_told_once_when_reports_came(
    desk: Desk, home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("twosource.web.watching._PERIOD", 0.01)
    listening = _Listening()

    async def heard() -> list[str]:
        told: list[str] = []
        events = watched_events(listening, desk)  # type: ignore[arg-type]
        told.append(await anext(events))
        brought(home)
        told.append(await anext(events))
        brought(home, "Ferry </title>\nevent: forged\ndata: {}")
        told.append(await anext(events))
        listening.gone = True
        told += [one async for one in events]
        return told

    with start_blocking_portal() as loop:  # one of its own, whatever else ran in this thread
        told = loop.call(heard)
    assert told[0] == "event: here\ndata: {}\n\n"
    assert [one.partition("\n")[0] for one in told[1:]] == ["event: announced"] * 2
    seen = [json.loads(one.splitlines()[1].removeprefix("data: ")) for one in told[1:]]
    assert [(one["case"], one["seq"]) for one in seen] == [("ferry", 1), ("ferry", 2)]
