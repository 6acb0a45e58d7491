"""The page in a real browser: nothing fetched, nothing inaccessible, evidence beside its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browsing import CHROMIUM, started

from twosource.brief.writers.html import html_brief
from twosource.model.case import Case

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not there")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
WIDTHS = (320, 1440)


@pytest.fixture(scope="module")
def page_file(example: Case, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("page") / "brief.html"
    file.write_text(html_brief(example), "utf-8")
    return file


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync_api.sync_playwright() as playwright:
        chromium = started(playwright)
        yield chromium
        chromium.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1440)])
def test_the_page_has_no_axe_violation(
    browser: object, page_file: Path, scheme: str, width: int
) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    page.goto(page_file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    found = axe_api.Axe().run(page)
    told = [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found.response["violations"]]
    assert told == []
    page.close()


def test_the_page_asks_for_nothing_but_itself_and_logs_no_error(
    browser: object, page_file: Path
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(page_file.as_uri())
    page.wait_for_load_state("networkidle")
    assert asked == [page_file.as_uri()]
    assert said == []
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_never_scrolls_sideways(browser: object, page_file: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(page_file.as_uri())
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) == 0
    page.close()


def test_evidence_opens_beside_its_line_without_scripts(browser: object, page_file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_file.as_uri())
    line = page.locator(".matter-line").first
    quote = line.locator("q").first
    assert not quote.is_visible()
    line.locator("summary").first.click()
    assert quote.is_visible()
    context.close()


def test_everything_that_leads_somewhere_can_be_reached_by_keyboard(
    browser: object, page_file: Path
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(page_file.as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the brief"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#brief"
    page.close()
