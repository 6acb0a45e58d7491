"""Several people at one server: each signs in, and does what their role allows."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.workbench.newsroom import PASSWORD, Newsroom, Server

axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not there")
Open = Callable[..., Page]
DECIDES = re.compile(
    r"^(Accept|Correct|Reject|Note|Merge|Split|Pin|Undo|Undo to here|Add reports|New statement|"
    r"Open the example|Examine again|Cut|Confirm|Put it elsewhere)"
)
"""Names of the buttons by which people change a case."""
OTHER = "a staple of another kind"


@pytest.fixture(scope="module")
def case(room: Newsroom) -> str:
    return room.case("roles")


def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def outside(room: Newsroom) -> Server:
    """The server as a browser meets it in which nobody signed in."""
    return Server(room.origin, room.library, room.made)


def test_a_link_into_a_case_asks_who_is_there_and_then_opens_there(
    open_page: Open, room: Newsroom, case: str, trouble: list[str]
) -> None:
    page = open_page(f"/c/{case}/claims", at=outside(room))
    sign_in(page, "Bo Marsh", "not this one, surely")
    expect(page.get_by_role("alert")).to_have_text("The name and the password do not fit.")
    sign_in(page, "Bo Marsh")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Claims")
    assert page.url.endswith(f"/c/{case}/claims")
    expect(page.get_by_role("navigation")).to_contain_text("Bo Marsh, Analyst")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    trouble[:] = [one for one in trouble if not one.startswith("401")]


def test_after_some_failures_the_page_says_how_long_to_wait(
    open_page: Open, room: Newsroom, trouble: list[str]
) -> None:
    page = open_page("/", at=outside(room))
    for _ in range(5):
        with page.expect_response("**/api/login"):
            sign_in(page, "Somebody Else", "a guess")
    sign_in(page, "Somebody Else", "a guess")
    expect(page.get_by_role("alert")).to_have_text(
        "Too many attempts failed. Try again in 5 minutes."
    )
    trouble[:] = [one for one in trouble if not one.startswith(("401", "429"))]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_that_only_accounts_have_have_no_axe_violation(
    open_page: Open, room: Newsroom, case: str, scheme: str, trouble: list[str]
) -> None:
    login = open_page("/", scheme, at=outside(room))
    login.get_by_role("button", name="Sign in").wait_for()
    settings = open_page(f"/c/{case}/settings", scheme, at=room.seat("Ines Tolland"))
    settings.get_by_role("button", name="New password").first.click()
    told = [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}"
        for page in (login, settings)
        for one in axe_api.Axe().run(page).response["violations"]
    ]
    assert told == []
    trouble[:] = [one for one in trouble if not one.startswith("401")]


def test_a_reader_meets_no_control_that_changes_a_case_and_is_told_why(
    open_page: Open, room: Newsroom, case: str
) -> None:
    page = open_page("/", at=room.seat("Ana Reid"))
    expect(page.get_by_text("You may read here.")).to_be_visible()
    found = {"library": page.get_by_role("button", name=DECIDES).all_inner_texts()}
    page.get_by_role("link", name=case).click()
    links = page.get_by_role("navigation").get_by_role("link")
    for name in links.all_inner_texts():
        links.filter(has_text=name.split("\n")[0]).click()
        page.get_by_role("heading", level=1).first.wait_for()
        page.keyboard.press("j")
        found[name] = page.get_by_role("button", name=DECIDES, disabled=False).all_inner_texts()
    assert {name: seen for name, seen in found.items() if seen} == {}
    page.goto(f"{room.origin}/c/{case}/brief")
    page.locator("#disputed .line").first.get_by_role("button").first.click()
    page.get_by_role("complementary", name="Evidence").locator("mark").first.wait_for()
    page.keyboard.press("e")
    expect(page.get_by_role("status").filter(has_text="ask a lead")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_an_analyst_meets_them(open_page: Open, room: Newsroom, case: str) -> None:
    page = open_page(f"/c/{case}/brief", at=room.seat("Bo Marsh"))
    page.locator("#disputed .line").first.get_by_role("button").first.click()
    expect(page.get_by_role("button", name=DECIDES).first).to_be_visible()
    page.goto(f"{room.origin}/c/{case}/settings")
    expect(page.get_by_role("heading", name="Your password")).to_be_visible()
    expect(page.get_by_role("heading", name="Accounts")).to_have_count(0)


def test_a_lead_makes_an_account_whose_owner_changes_the_password(
    open_page: Open, room: Newsroom, case: str, trouble: list[str]
) -> None:
    lead = open_page(f"/c/{case}/settings", at=room.seat("Ines Tolland"))
    lead.get_by_label("Name", exact=True).fill("Rhea Calder")
    lead.get_by_label("Password, at least 12 characters", exact=True).fill(PASSWORD)
    lead.get_by_role("combobox", name="Role", exact=True).select_option("reader")
    lead.get_by_role("button", name="Add account").click()
    expect(lead.get_by_text("Rhea Calder may sign in.")).to_be_visible()
    page = open_page(f"/c/{case}/settings", at=outside(room))
    sign_in(page, "Rhea Calder")
    page.get_by_label("Old password").fill("not this one, surely")
    page.get_by_label("New password, at least 12 characters").fill(OTHER)
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_role("alert")).to_have_text("The old password does not fit.")
    page.get_by_label("Old password").fill(PASSWORD)
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    sign_in(page, "Rhea Calder", OTHER)
    expect(page.get_by_role("heading", level=1)).to_have_text("Cases")
    row = lead.get_by_role("listitem").filter(has_text="Rhea Calder")
    row.get_by_role("button", name="New password").click()
    row.get_by_label("New password of Rhea Calder").fill(PASSWORD)
    row.get_by_role("button", name="Change the password").click()
    expect(lead.get_by_text("Rhea Calder changed.")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    trouble[:] = [one for one in trouble if not one.startswith(("401", "403"))]
