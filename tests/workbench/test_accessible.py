"""Every page for everybody: no violation in either theme, no width at which it scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not there")

Open = Callable[..., Page]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""What axe holds a page to: all that it looks for by itself, and the size of what is pressed."""
PAGES = {
    "brief", "claims", "timeline", "map", "lineage", "hypotheses", "reader", "review", "audit",
    "sources", "settings",
}  # fmt: skip
WIDTHS = (320, 390, 768, 1180, 1440, 1920)


@pytest.fixture(scope="module")
def case(server: object) -> str:
    return server.case("seen")


def settled(page: Page) -> None:
    page.get_by_role("heading", level=1).first.wait_for()
    page.wait_for_load_state("networkidle")


def every_page(
    open_page: Open, case: str, scheme: str = "light", width: int = 1440
) -> Iterator[tuple[str, Page]]:
    """The library, then every page that the rail leads to, each loaded at a width."""
    page = open_page("/", scheme, width)
    settled(page)
    yield "library", page
    page.goto(page.url + f"c/{case}/brief")
    links = page.locator("nav.rail a")
    links.first.wait_for(state="attached")
    places = [str(one.get_attribute("href")) for one in links.all()]
    assert {place.rpartition("/")[2] for place in places} >= PAGES
    for place in places:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(page.url.partition("/c/")[0] + place)
        settled(page)
        yield place, page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_an_axe_violation(open_page: Open, case: str, scheme: str) -> None:
    told: list[str] = []
    for name, page in every_page(open_page, case, scheme):
        found = axe_api.Axe().run(page, options={"runOnly": RULES}).response["violations"]
        told += [f"{name} {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]
    assert told == []


def test_no_page_scrolls_sideways_at_any_width_in_either_direction(
    open_page: Open, case: str
) -> None:
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    told: list[str] = []
    for name, page in every_page(open_page, case, width=WIDTHS[0]):
        for direction in ("ltr", "rtl"):
            page.evaluate(f"document.documentElement.dir = '{direction}'")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                page.wait_for_timeout(50)
                if (over := page.evaluate(overflow)) > 0:
                    told.append(f"{name} at {width}, {direction}: {over}")
    assert told == []


def test_the_page_runs_from_right_to_left_without_scrolling_sideways(
    open_page: Open, case: str
) -> None:
    page = open_page(f"/c/{case}/claims")
    settled(page)
    page.evaluate("document.documentElement.dir = 'rtl'")
    box = page.get_by_role("navigation").bounding_box()
    assert box is not None
    assert box["x"] > 1000
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_motion_rests_where_less_is_asked_for(open_page: Open, case: str) -> None:
    page = open_page(f"/c/{case}/brief", reduced_motion="reduce")
    settled(page)
    moving = "document.getAnimations().filter(one => one.playState === 'running').length"
    assert page.evaluate(moving) == 0
