"""Everything that a desk does often can be done without a mouse."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]


def test_a_desk_reads_decides_and_undoes_by_keyboard_alone(open_page: Open, server: object) -> None:
    page = open_page(f"/c/{server.case('keys')}/brief")
    page.locator(".line").first.wait_for()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    selected = page.locator(".line.selected")
    expect(selected).to_have_count(1)
    page.keyboard.press("a")
    expect(page.get_by_text("Accepted.")).to_be_visible()
    page.keyboard.press("z")
    expect(page.get_by_text("Undone.")).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("c")
    expect(page.get_by_role("grid")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Control+Home")
    cell = page.get_by_role("row").nth(1).locator("[data-cell]").first
    expect(cell).to_be_focused()
    page.keyboard.press("Enter")
    expect(cell).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("o")
    expect(page.locator("mark.selected").first).to_be_visible()
    assert "/reader" in page.url
    page.keyboard.press("]")
    page.wait_for_url("**at=**")


def test_search_palette_and_help_open_by_key_and_give_the_focus_back(
    open_page: Open, server: object
) -> None:
    page = open_page(f"/c/{server.case('palette')}/claims")
    page.locator("[data-cell]").first.wait_for()
    page.keyboard.press("/")
    page.keyboard.type("sprinkler")
    expect(page.get_by_role("dialog").get_by_role("option").first).to_contain_text("sprinkler")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reader?**")
    page.keyboard.press("Control+k")
    page.keyboard.type("review")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="All keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_single_letters_do_nothing_while_typing_or_where_they_are_switched_off(
    open_page: Open, server: object
) -> None:
    page = open_page(f"/c/{server.case('letters')}/claims")
    page.locator("[data-cell]").first.wait_for()
    page.get_by_role("searchbox").fill("")
    page.get_by_role("searchbox").press_sequentially("gb?x")
    assert "/claims" in page.url
    expect(page.get_by_role("dialog")).to_have_count(0)
    off = {"palette": "system", "density": "comfortable", "locale": "en", "motion": "system"}
    page.evaluate(
        "body => fetch('/api/settings', {method: 'PUT', headers: {'X-Twosource': '1',"
        " 'Content-Type': 'application/json'}, body: JSON.stringify(body)})",
        {**off, "keys": False, "borders": ""},
    )
    page.reload()
    page.locator("[data-cell]").first.wait_for()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog")).to_have_count(1)
    page.evaluate(
        "body => fetch('/api/settings', {method: 'PUT', headers: {'X-Twosource': '1',"
        " 'Content-Type': 'application/json'}, body: JSON.stringify(body)})",
        {**off, "keys": True, "borders": ""},
    )
