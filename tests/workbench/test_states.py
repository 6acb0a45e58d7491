"""What is worked out when it is asked for: states and editions compared, places looked up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.workbench.conftest import NOW, REPORTS
from tests.workbench.newsroom import Server

from twosource.engine.cases import add_files, update_case

axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not there")
Open = Callable[..., Page]
STATEMENT = "7-halsnes-statement.txt"


@pytest.fixture(scope="module")
def case(server: Server, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The example with a report that was changed after it was kept."""
    name = server.case("changed")
    text = (REPORTS / STATEMENT).read_text("utf-8")
    assert "20.05" in text
    file = Path(tmp_path_factory.mktemp("later")) / STATEMENT
    file.write_text(text.replace("20.05", "20.25"), "utf-8")
    place = str(server.library / name)
    add_files(place, [file], NOW)
    update_case(place, NOW)
    return name


def violations(page: Page) -> list[str]:
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}"
        for one in axe_api.Axe().run(page).response["violations"]
    ]


def test_two_states_of_the_log_are_compared(open_page: Open, case: str) -> None:
    page = open_page(f"/c/{case}/reader")
    page.get_by_role("heading", level=1).wait_for()
    page.keyboard.press("j")
    page.keyboard.press("e")
    dialog = page.get_by_role("dialog", name="Correct a statement")
    dialog.get_by_label("Stance").select_option("predicts")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Corrected.")).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("a")
    page.get_by_text("Compare two states").click()
    page.get_by_label("As it stood after").select_option("run-1")
    page.get_by_label("and after").select_option("review-1")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_text("1 decision lies between the two.")).to_be_visible()
    expect(page.get_by_text("Reports that came:")).to_contain_text("Tindra Fjord")
    changed = page.get_by_role("listitem").filter(has_text="Statement changed")
    expect(changed).to_have_count(1)
    expect(changed).to_contain_text("predicts")
    page.get_by_label("As it stood after").select_option("run-2")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_text("Reports that came:")).to_have_count(0)
    expect(changed).to_have_count(1)
    assert violations(page) == []


def test_editions_of_a_report_are_linked_with_what_changed(open_page: Open, case: str) -> None:
    page = open_page(f"/c/{case}/sources", scheme="dark")
    report = page.get_by_role("listitem").filter(has_text="A later edition")
    expect(report).to_contain_text(STATEMENT)
    report.get_by_role("button", name="2 versions").click()
    expect(report).to_contain_text("It does not say that it was changed.")
    row = report.get_by_role("row").filter(has_text="Figure")
    expect(row.locator("del")).to_contain_text("20.05")
    expect(row.locator("ins")).to_contain_text("20.25")
    assert violations(page) == []
    report.get_by_role("heading", name="A later edition of").get_by_role("link").click()
    expect(page.get_by_role("article").filter(has_text="20.05").first).to_be_visible()
    expect(page.get_by_role("article").filter(has_text="20.25").first).to_be_visible()


def test_places_that_answer_nothing_are_looked_up_and_say_what_cannot_be_told(
    open_page: Open, case: str
) -> None:
    page = open_page(f"/c/{case}/map")
    page.get_by_text("Places that are only named").click()
    rows = page.get_by_role("main").get_by_role("listitem")
    site = rows.filter(has_text="Quay 4")
    expect(site).to_contain_text("Cannot tell: the gazetteer has no such place")
    expect(site.get_by_role("button")).to_have_count(0)
    expect(rows.filter(has_text="Bergen")).to_contain_text("which leaves doubt")
    rows.filter(has_text="named once").get_by_role("button", name="Damietta").click()
    panel = page.get_by_role("complementary", name="Selected")
    expect(panel.get_by_role("heading", name="Damietta")).to_be_visible()
    expect(panel).to_contain_text("it cannot be put elsewhere here")
    expect(panel.locator("mark")).to_have_text("Damietta")
    assert violations(page) == []
