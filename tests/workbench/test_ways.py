"""Other ways to use the pages: by touch, with colours of one's own, by what a reader is told."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not there")
Open = Callable[..., Page]
HEIGHT = 900
TOUCH = {"width": 390, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def case(server: object) -> str:
    return server.case("ways")


def violations(page: Page) -> list[str]:
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}"
        for one in axe_api.Axe().run(page).response["violations"]
    ]


def lies_over_the_page(sheet: Locator) -> bool:
    """Whether a sheet stands at the lower edge of the window, wherever the page is scrolled."""
    box = sheet.bounding_box()
    assert box is not None
    fixed = sheet.evaluate("one => getComputedStyle(one).position === 'fixed'")
    return bool(fixed) and box["y"] > 0 and box["y"] + box["height"] <= HEIGHT and box["x"] >= 0


@pytest.mark.parametrize(
    ("address", "things", "panel"),
    [
        ("brief", "#disputed .line button", "Evidence"),
        ("timeline", "svg [role=button][aria-label*='alarm']", "Selected"),
        ("map", "svg [tabindex]", "Selected"),
        ("lineage", "svg [tabindex]", "Selected"),
    ],
)
def test_a_tap_selects_and_what_it_rests_on_opens_as_a_sheet_that_closes(
    open_page: Open, case: str, address: str, things: str, panel: str
) -> None:
    page = open_page(f"/c/{case}/{address}", **TOUCH)
    page.get_by_role("main").locator(things).first.tap()
    sheet = page.get_by_role("complementary", name=panel)
    expect(sheet.get_by_role("button", name="Close")).to_be_visible()
    assert lies_over_the_page(sheet)
    assert "sel=" in page.url
    assert violations(page) == []
    sheet.get_by_role("button", name="Close").tap()
    expect(sheet.get_by_role("button", name="Close")).to_be_hidden()


def test_a_tap_on_words_of_a_report_selects_their_statement(open_page: Open, case: str) -> None:
    page = open_page(f"/c/{case}/reader", **TOUCH)
    words = page.locator("mark[aria-pressed]").nth(1)
    words.tap()
    expect(words).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Correct")).to_be_visible()
    page.get_by_role("button", name="Correct").tap()
    expect(page.get_by_role("dialog", name="Correct a statement")).to_be_visible()


COLOURS = """([one, ...names]) => {
  const probe = document.createElement('i');
  document.body.append(probe);
  const found = names.map((name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  const of = getComputedStyle(document.querySelector(one));
  return [[of.backgroundColor, of.color], found];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_colours_of_ones_own_selection_and_focus_are_seen(
    open_page: Open, case: str, scheme: str
) -> None:
    page = open_page(f"/c/{case}/reader", scheme, forced_colors="active")
    page.locator("mark").first.wait_for()
    page.keyboard.press("j")
    page.locator("mark.selected").first.wait_for()
    selected = page.evaluate(COLOURS, ["mark.selected", "Highlight", "HighlightText"])
    assert selected[0] == selected[1]
    other = page.evaluate(COLOURS, ["mark:not(.selected)", "Mark", "MarkText"])
    assert other[0] == other[1]
    for _ in range(4):
        page.keyboard.press("Tab")
        line = page.evaluate(
            "(({outlineStyle, outlineWidth}) => [outlineStyle, parseFloat(outlineWidth)])"
            "(getComputedStyle(document.activeElement))"
        )
        assert line[0] != "none"
        assert line[1] >= 2
    here = page.get_by_role("navigation").get_by_role("link", name=re.compile("^Reader"))
    assert here.evaluate("one => parseFloat(getComputedStyle(one).outlineWidth)") >= 2


def test_less_motion_stills_the_page_while_something_is_worked_out(
    open_page: Open, case: str
) -> None:
    page = open_page(f"/c/{case}/claims", reduced_motion="reduce")
    page.locator("[data-cell]").nth(3).focus()
    page.keyboard.press("a")
    page.get_by_text("Accepted.").wait_for()
    moving = "document.getAnimations().filter(one => one.playState === 'running').length"
    assert page.evaluate(moving) == 0
    page.keyboard.press("z")
    expect(page.get_by_text("Undone.")).to_be_visible()


LANDMARKS = """
- link "Skip to content"
- banner:
  - link "Twosource"
  - button /Search/
- navigation "Pages of the case":
  - heading "Event" [level=2]
  - link "Brief"
- main:
  - heading [level=1]
- contentinfo "Keys of this page"
- status
"""


def test_every_page_is_told_in_the_same_parts_and_says_what_happens(
    open_page: Open, case: str
) -> None:
    page = open_page(f"/c/{case}/audit")
    links = page.get_by_role("navigation").get_by_role("link")
    for name in links.all_inner_texts():
        link = links.filter(has_text=name.split("\n")[0])
        link.click()
        expect(link).to_have_attribute("aria-current", "page")
        page.get_by_role("heading", level=1).first.wait_for()
        nameless = page.get_by_role("complementary").or_(page.get_by_role("region"))
        for place in nameless.all():
            assert place.get_attribute("aria-label") or place.get_attribute("aria-labelledby"), name
        expect(page.locator("body")).to_match_aria_snapshot(LANDMARKS)
