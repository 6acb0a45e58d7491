"""Reports come in through the page; what breaks is told there, loses nothing, and goes on."""

from __future__ import annotations

import os
import re
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.sources.loopback import Served
from tests.workbench.conftest import NOW
from tests.workbench.newsroom import Newsroom

from twosource.engine.cases import add_files, new_case, update_case

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of one short report, which is examined again in no time; to be copied."""
    home = tmp_path_factory.mktemp("small")
    place, file = home / "case", home / "quay.txt"
    file.write_text("A crane fell on the quay on Sunday, the port said. Nobody was hurt.", "utf-8")
    new_case(str(place), NOW)
    add_files(str(place), [file], NOW)
    update_case(str(place), NOW)
    return place


def give_address(page: Page, url: str) -> None:
    page.get_by_text("Add reports").click()
    page.get_by_role("button", name="Address").click()
    page.get_by_label("Address of the report").fill(url)
    page.get_by_role("button", name="Add and examine").click()


def test_where_nothing_is_fetched_the_page_says_how_to_allow_it(
    open_page: Open, server: object
) -> None:
    page = open_page("/")
    page.get_by_role("button", name="Address").click()
    expect(page.get_by_text("No address is fetched here")).to_contain_text("--fetch")
    expect(page.get_by_label("Address of the report")).to_have_count(0)
    expect(page.get_by_role("button", name="Add and examine")).to_be_disabled()


def test_an_address_is_fetched_with_progress_and_examined(
    open_page: Open, room: Newsroom, site: Served, small: Path
) -> None:
    pytest.importorskip("fastwarc", reason="the extra warc is not installed")
    shutil.copytree(small, room.library / "fetched")
    page = open_page("/c/fetched/sources", at=room.seat("Bo Marsh"))
    give_address(page, site.url("/log", "127.0.0.1"))
    expect(page.get_by_role("progressbar", name="Progress")).to_be_visible()
    expect(page.get_by_text("The case is up to date.")).to_be_visible(timeout=60_000)
    expect(page).to_have_url(re.compile("/brief"))
    expect(page.get_by_role("navigation")).to_contain_text("2 reports")
    assert site.asked == ["/log"]


def test_a_page_that_does_not_come_is_cancelled_and_one_that_is_refused_says_why(
    open_page: Open, room: Newsroom, site: Served
) -> None:
    pytest.importorskip("fastwarc", reason="the extra warc is not installed")
    page = open_page(f"/c/{room.case('slow')}/sources", at=room.seat("Bo Marsh"))
    give_address(page, site.url("/slow", "127.0.0.1"))
    expect(page.get_by_text("The page is being fetched.")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("Cancelled.")).to_be_visible()
    page.get_by_role("button", name="Back").click()
    field = page.get_by_label("Address of the report")
    expect(field).to_have_value(site.url("/slow", "127.0.0.1"))
    field.fill("http://127.0.0.2/")
    page.get_by_role("button", name="Add and examine").click()
    expect(page.get_by_text("Nothing was added.")).to_be_visible()
    expect(page.get_by_text("leads to 127.0.0.2, which is of this machine")).to_be_visible()
    expect(page.get_by_role("button", name="Examine again")).to_have_count(0)


def test_a_worker_that_dies_is_told_nothing_is_lost_and_it_goes_on(
    open_page: Open, room: Newsroom, small: Path
) -> None:
    assert room.desk is not None
    shutil.copytree(small, room.library / "died")
    page = open_page("/c/died/sources", at=room.seat("Bo Marsh"))
    page.get_by_text("Add reports").click()
    page.get_by_role("button", name="Pasted text").click()
    page.get_by_label("Name of the report").fill("late")
    page.get_by_label("Text, with its header lines").fill(
        "A log of the night was found in the harbour office, the port said on Sunday."
    )
    page.get_by_role("button", name="Add and examine").click()
    ends = time.monotonic() + 20
    while (job := room.desk.jobs.at_work_on("died")) is None or job.worker is None:
        assert time.monotonic() < ends
        page.wait_for_timeout(20)
    os.kill(job.worker.pid, signal.SIGKILL)
    told = (
        page.get_by_role("main").get_by_role("status").filter(has_text="The examination stopped.")
    )
    expect(told).to_contain_text("signal 9")
    expect(told).to_contain_text("nothing was lost")
    page.get_by_role("button", name="Examine again").click()
    expect(page.get_by_text("The case is up to date.")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("navigation")).to_contain_text("2 reports")


def test_a_job_that_a_new_server_does_not_know_is_told_as_lost(
    open_page: Open, room: Newsroom, trouble: list[str]
) -> None:
    page = open_page(f"/c/{room.case('lost')}/sources", at=room.seat("Bo Marsh"))
    page.route("**/update", lambda route: route.fulfill(json={"job": "job-of-yesterday"}))
    page.get_by_role("heading", level=1).wait_for()
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill("examine")
    page.keyboard.press("Enter")
    expect(page.get_by_text("tells of this examination no more")).to_be_visible()
    trouble.clear()
