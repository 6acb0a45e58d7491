"""Two people at one case: each sees what the other decides, and nothing is overwritten unseen."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]


def note(page: Page, text: str) -> None:
    page.keyboard.press("n")
    dialog = page.get_by_role("dialog", name="Note")
    dialog.get_by_role("textbox").fill(text)
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Note kept.")).to_be_visible()


def test_what_one_decides_shows_at_once_where_the_other_reads(
    open_page: Open, server: object
) -> None:
    address = f"/c/{server.case('together')}/brief"
    one, other = open_page(address), open_page(address)
    line = "#disputed .line >> nth=0"
    other.locator(line).wait_for()
    one.locator(line).get_by_role("button").first.click()
    note(one, "The fire service has a log.")
    expect(other.locator(line).locator(".remark")).to_contain_text("The fire service has a log.")


def test_a_decision_on_what_changed_meanwhile_is_shown_beside_the_newer_one(
    open_page: Open, server: object, trouble: list[str]
) -> None:
    """The second window is cut off from news, as a laptop that slept is."""
    address = f"/c/{server.case('meeting')}/claims"
    one, other = open_page(address), open_page(address)
    other.route("**/stream", lambda route: route.abort())
    other.reload()
    for page in (one, other):
        page.locator("[data-cell]").nth(3).wait_for()
    one.get_by_role("row").nth(1).locator("[data-cell]").nth(1).focus()
    one.keyboard.press("a")
    expect(one.get_by_text("Accepted.")).to_be_visible()
    other.get_by_role("row").nth(1).locator("[data-cell]").nth(1).focus()
    other.keyboard.press("a")
    met = other.get_by_role("dialog", name="Somebody decided on this meanwhile")
    expect(met).to_contain_text("Bo Marsh")
    met.get_by_role("button", name="Decide mine again").click()
    expect(other.get_by_text("Accepted.")).to_be_visible()
    trouble[:] = [one for one in trouble if not one.startswith("409") and "stream" not in one]
