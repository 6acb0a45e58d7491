"""Two people at one case: each sees what the other decides, and nothing is overwritten unseen."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect
from tests.workbench.newsroom import Newsroom

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


def cut_off(page: Page) -> None:
    """From here on the page hears nothing of what others do, as a laptop that slept does not."""
    page.route("**/stream", lambda route: route.abort())
    page.reload()
    page.locator("[data-cell]").nth(3).wait_for()


def accept(page: Page, row: int) -> None:
    page.get_by_role("row").nth(row).locator("[data-cell]").nth(1).focus()
    page.keyboard.press("a")
    expect(page.get_by_text("Accepted.")).to_be_visible()


def reviews(room: Newsroom, page: Page, case: str) -> list[tuple[str, str]]:
    """Who did what, the first first; what was done at once counts once."""
    found = page.request.get(f"{room.origin}/api/cases/{case}/reviews").json()["items"]
    return [
        (one["actor"].split()[0], one["decision"]["action"])
        for one in found[::-1]
        if one["seq"] == one["group"]
    ]


def test_each_undoes_the_own_decision_however_old_the_page_is(
    open_page: Open, room: Newsroom, trouble: list[str]
) -> None:
    case = room.case("two")
    address = f"/c/{case}/claims"
    one = open_page(address, at=room.seat("Ines Tolland"))
    other = open_page(address, at=room.seat("Bo Marsh"))
    for page in (one, other):
        cut_off(page)
    for page, row in ((one, 1), (other, 2)):
        accept(page, row)
    for page in (one, other):
        page.keyboard.press("z")
        expect(page.get_by_text("Undone.")).to_be_visible()
    one.keyboard.press("Shift+Z")
    expect(one.get_by_text("Done again.")).to_be_visible()
    assert reviews(room, one, case) == [
        ("Ines", "accept"), ("Bo", "accept"), ("Ines", "withdraw"), ("Bo", "withdraw"),
        ("Ines", "restore"),
    ]  # fmt: skip
    trouble[:] = [told for told in trouble if "stream" not in told]


def test_a_second_window_of_one_person_undoes_what_the_first_decided(
    open_page: Open, room: Newsroom, trouble: list[str]
) -> None:
    address = f"/c/{room.case('windows')}/claims"
    first, second = (open_page(address, at=room.seat("Bo Marsh")) for _ in range(2))
    cut_off(second)
    accept(first, 1)
    second.keyboard.press("z")
    expect(second.get_by_text("Undone.")).to_be_visible()
    second.keyboard.press("z")
    expect(second.get_by_text("There is nothing to undo.")).to_be_visible()
    trouble[:] = [told for told in trouble if "stream" not in told]


def test_undo_says_so_where_somebody_else_undid_the_decision_already(
    open_page: Open, room: Newsroom, trouble: list[str]
) -> None:
    case = room.case("turned")
    one = open_page(f"/c/{case}/claims", at=room.seat("Ines Tolland"))
    cut_off(one)
    accept(one, 1)
    accept(one, 2)
    other = open_page(f"/c/{case}/audit", at=room.seat("Bo Marsh"))
    other.get_by_role("button", name="Undo", exact=True).first.click()
    expect(other.get_by_text("Undone.")).to_be_visible()
    one.keyboard.press("z")
    expect(one.get_by_text("nothing was undone")).to_be_visible()
    assert reviews(room, one, case) == [("Ines", "accept"), ("Ines", "accept"), ("Bo", "withdraw")]
    trouble[:] = [told for told in trouble if not told.startswith("409") and "stream" not in told]
