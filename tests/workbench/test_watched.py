"""What watching brings into a case is shown while somebody looks, as text and for everybody."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from twosource.model.announcement import (
    Announcement,
    Arrival,
    CaseChanges,
    ClaimChange,
    ConflictChange,
    LineChange,
)
from twosource.model.brief import Standing
from twosource.model.identity import ReportId
from twosource.model.report import Span
from twosource.store.kept import open_kept
from twosource.store.watched import Watch, announce, put_watch

axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not there")

Open = Callable[..., Page]
AT = "2031-04-09T10:00:00+00:00"
HOSTILE = "<img src=x onerror=alert(1)>Alarm came late"


def brought(place: Path, title: str = HOSTILE) -> None:
    """Write what a watch writes when a report came into a case."""
    with open_kept(str(place)) as kept:
        run = kept.last_run()
        assert run is not None
        report = json.loads(run.document)["reports"][0]
        span = Span(ReportId(report["id"]), 0, 4, report["text"][:4])
        arrivals = (
            Arrival(ReportId(report["id"]), report["file"], "https://news.example/late", title),
            Arrival(None, "gone.jsonl", "javascript:alert(1)"),
        )
        found = CaseChanges(
            (ClaimChange("How many were hurt?", "nine", (span,)),),
            (ConflictChange("How many were hurt?", "count", ("nine", "four"), (span,)),),
            (LineChange(Standing.CLAIMED, Standing.DISPUTED, "How many were hurt?", (span,)),),
        )
        put_watch(kept, Watch("/somewhere/news", ("ev-1",), 2, AT, AT))
        announce(kept, [], lambda seq: Announcement(seq, place.name, AT, 1, arrivals, found), None)


def test_the_sources_of_a_case_show_what_came_while_somebody_looks(
    open_page: Open, server: object
) -> None:
    name = server.case("watched")
    page = open_page(f"/c/{name}/sources")
    page.get_by_role("heading", level=1).first.wait_for()
    page.wait_for_timeout(1500)
    brought(server.library / name)
    watched = page.get_by_role("region", name="Watched")
    expect(watched).to_contain_text("The archive “news” polls 2 feeds for this case.")
    expect(watched).to_contain_text(HOSTILE)
    expect(watched).to_contain_text("New conflict")
    expect(watched).to_contain_text("How many were hurt? nine / four")
    expect(watched).to_contain_text("Disputed, was Claimed")
    expect(page.get_by_text(f"New reports came into the case {name}.")).to_be_visible()
    assert page.locator("img[src=x]").count() == 0
    outside = watched.get_by_role("link", name="Where it was found")
    assert outside.all()[0].get_attribute("href") == "https://news.example/late"
    assert outside.count() == 1
    watched.get_by_role("link", name="How many were hurt? nine / four").click()
    page.wait_for_url("**/reader?**")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_library_shows_it_too_and_both_pages_are_for_everybody(
    open_page: Open, server: object, scheme: str
) -> None:
    name = server.case(f"heard-{scheme}")
    page = open_page("/", scheme)
    page.get_by_role("heading", level=1).first.wait_for()
    page.wait_for_timeout(2500)
    brought(server.library / name)
    watched = page.get_by_role("region", name="Watched cases")
    expect(watched.get_by_role("link", name=name)).to_be_visible()
    told = axe_api.Axe().run(page).response["violations"]
    page.goto(page.url + f"c/{name}/sources")
    page.get_by_role("region", name="Watched").wait_for()
    told += axe_api.Axe().run(page).response["violations"]
    assert [one["id"] for one in told] == []
    page.set_viewport_size({"width": 320, "height": 800})
    width = "document.scrollingElement.scrollWidth"
    assert page.evaluate(width) <= 320
