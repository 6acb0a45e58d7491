"""The figures at work: times, distances, descent and explanations are seen, decided and undone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

Open = Callable[..., Page]


def ready(page: Page) -> Page:
    """Wait until a page shows its data."""
    page.get_by_role("heading", level=1).wait_for()
    page.wait_for_load_state("networkidle")
    return page


@pytest.fixture(scope="module")
def looked_at(server: object) -> str:
    """A case that tests look at and do not change."""
    return server.case("looked-at")


def mark(page: Page, words: str) -> Locator:
    """A time in the timeline."""
    return page.locator("g.mark", has_text=words).first


def test_times_are_walked_through_with_arrows_and_stand_in_the_address(
    open_page: Open, looked_at: str
) -> None:
    page = ready(open_page(f"/c/{looked_at}/timeline"))
    mark(page, "7.40 a.m. on Thursday").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary")).to_contain_text("stand twelve hours apart")
    first = page.url
    page.keyboard.press("ArrowDown")
    expect(mark(page, "7.40 p.m.")).to_have_attribute("aria-pressed", "true")
    assert "sel=cl-" in page.url
    assert page.url != first
    page.keyboard.press("g")
    page.keyboard.press("m")
    expect(page.get_by_role("heading", level=1)).to_have_text("Map")
    assert "sel=cl-" in page.url


def test_the_table_of_the_timeline_says_what_the_drawing_shows(
    open_page: Open, looked_at: str
) -> None:
    page = ready(open_page(f"/c/{looked_at}/timeline"))
    drawn = page.locator("g.mark").count()
    page.get_by_role("button", name="Table").click()
    rows = page.get_by_role("region", name="What the reports date").get_by_role("row")
    expect(rows).to_have_count(drawn + 1)
    expect(rows.filter(has_text="7.40 a.m. on Thursday")).to_contain_text("07:40")
    page.get_by_role("button", name="UTC").click()
    expect(rows.filter(has_text="7.40 a.m. on Thursday")).to_contain_text("05:40")


def test_a_time_is_moved_with_the_keyboard_alone_saved_and_undone(
    open_page: Open, server: object
) -> None:
    page = ready(open_page(f"/c/{server.case('times')}/timeline"))
    mark(page, "7.40 a.m. on Thursday").focus()
    page.keyboard.press("Enter")
    page.get_by_role("slider", name="Move this time").focus()
    page.keyboard.press("Shift+ArrowRight")
    side = page.get_by_role("complementary")
    expect(side).to_contain_text("It becomes")
    side.get_by_label("From").fill("2025-03-06T19:40")
    side.get_by_label("Until").fill("2025-03-06T19:41")
    side.get_by_label("Reason").fill("A slip of the pen.")
    side.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Time corrected in 1 place.")).to_be_visible()
    expect(page.locator("g.mark", has_text="7.40 a.m. on Thursday")).to_have_count(0)
    evening = re.compile(r"(7\.40 p\.m\.|1740 GMT|19:40).*S3")
    expect(page.locator("g.mark", has_text=evening)).to_have_count(1)
    page.keyboard.press("z")
    expect(mark(page, "7.40 a.m. on Thursday")).to_be_visible()


def test_a_time_that_is_dragged_is_a_proposal_until_it_is_saved(
    open_page: Open, server: object
) -> None:
    page = ready(open_page(f"/c/{server.case('dragged')}/timeline"))
    mark(page, "early on Friday").click()
    grip = page.get_by_role("slider", name="Move its end")
    box = grip.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 70, box["y"] + box["height"] / 2, steps=6)
    page.mouse.up()
    expect(page.get_by_role("complementary")).to_contain_text("It becomes")
    page.keyboard.press("Escape")
    expect(page.get_by_role("complementary")).not_to_contain_text("It becomes")
    ready(page.goto(page.url) and page)
    expect(mark(page, "early on Friday")).to_be_visible()


def test_the_map_names_its_borders_and_moves_with_the_keyboard(
    open_page: Open, looked_at: str
) -> None:
    page = ready(open_page(f"/c/{looked_at}/map"))
    figure = page.get_by_role("group", name=re.compile("Map of"))
    expect(page.locator("path.land")).to_have_count(1)
    expect(page.get_by_text("in the edition of Visionscarto 1.0.0")).to_be_visible()
    rings = figure.locator("text.km").all_text_contents()
    figure.focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    assert figure.locator("text.km").all_text_contents() != rings
    page.keyboard.press("0")
    assert figure.locator("text.km").all_text_contents() == rings
    page.get_by_label("Borders").select_option("ground")
    expect(page.get_by_text("as they are held on the ground. The checks")).to_be_visible()
    expect(page.locator("path.border")).to_have_count(1)


def test_a_distance_on_the_map_shows_what_is_printed_and_what_was_measured(
    open_page: Open, looked_at: str
) -> None:
    page = ready(open_page(f"/c/{looked_at}/map"))
    row = page.get_by_role("row", name=re.compile("about 75 kilometres")).first
    expect(row).to_contain_text("177 km")
    expect(row).to_contain_text("Cannot be so")
    row.get_by_role("button").click()
    side = page.get_by_role("complementary")
    expect(side).to_contain_text("which is not what is printed")
    expect(side.locator("mark").last).to_contain_text("about 75 kilometres west of Athens")


def test_a_tie_is_cut_and_comes_back_and_another_is_added(open_page: Open, server: object) -> None:
    page = ready(open_page(f"/c/{server.case('ties')}/lineage"))
    ties = page.locator("g.tie")
    before = ties.count()
    page.get_by_role("button", name="S4 copies S1").focus()
    page.keyboard.press("Enter")
    side = page.get_by_role("complementary")
    expect(side).to_contain_text("runs of words that both print")
    side.get_by_role("button", name="Cut").click()
    expect(page.get_by_text("Tie cut.")).to_be_visible()
    expect(ties).to_have_count(before - 1)
    page.keyboard.press("z")
    expect(ties).to_have_count(before)
    side.get_by_role("button", name="Add a tie").click()
    side.get_by_label("The earlier report").select_option(label="S6 Fanari 94 newsroom")
    side.get_by_label("The later report").select_option(label="S7 Fanari 94 newsroom")
    side.get_by_label("What shows it").fill("One newsroom, one night.")
    side.get_by_role("button", name="Save").click()
    expect(ties).to_have_count(before + 1)


def test_origins_are_counted_once(open_page: Open, looked_at: str) -> None:
    page = ready(open_page(f"/c/{looked_at}/lineage"))
    row = page.locator("li", has_text="How many people were taken to hospital?").first
    expect(row).to_contain_text("2 reports, 1 independent origin")
    expect(row).to_contain_text("speaks about itself")


def decide(page: Page, key: str) -> None:
    """Press a key that decides, and wait until the decision is kept."""
    with page.expect_response(lambda answer: answer.url.endswith("/reviews") and answer.ok):
        page.keyboard.press(key)


def cell(page: Page, hypothesis: str, column: int) -> Locator:
    """A cell of the table of hypotheses."""
    label = page.locator(".named", has_text=re.compile(re.escape(hypothesis)))
    row = page.locator("tbody tr", has=label)
    return row.locator("button.cell").nth(column)


def test_a_cell_is_rated_with_one_key_ranked_at_once_kept_and_undone(
    open_page: Open, server: object
) -> None:
    page = ready(open_page(f"/c/{server.case('rated-by-key')}/hypotheses"))
    labels = page.locator("tbody .named")
    before = labels.all_inner_texts()
    leader = before[0]
    strongly = page.locator("button.cell.rII")
    already = strongly.count()
    for column in range(3):
        cell(page, leader, column).focus()
        decide(page, "5")
        expect(cell(page, leader, column)).to_have_text(re.compile("II"))
    page.wait_for_timeout(1500)
    expect(labels.first).not_to_have_text(leader)
    after = labels.all_inner_texts()
    expect(page.get_by_text("Rated: speaks strongly against it.").first).to_be_visible()
    page.reload()
    ready(page)
    assert labels.all_inner_texts() == after
    for left in (2, 1, 0):
        page.keyboard.press("z")
        expect(strongly).to_have_count(already + left)
        page.wait_for_load_state("networkidle")
    expect(labels.first).to_have_text(leader)
    assert labels.all_inner_texts() == before


def test_a_cell_is_rated_from_its_menu(open_page: Open, server: object) -> None:
    page = ready(open_page(f"/c/{server.case('menu')}/hypotheses"))
    one = cell(page, "sabotage", 0)
    one.click()
    menu = page.get_by_role("menu")
    expect(menu.get_by_role("menuitemradio")).to_have_count(5)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(menu).to_be_hidden()
    expect(one).to_have_text("C")


def test_supposing_that_an_origin_falls_says_who_would_stand_first(
    open_page: Open, looked_at: str
) -> None:
    page = ready(open_page(f"/c/{looked_at}/hypotheses"))
    first = page.locator("tbody .named").first.inner_text()
    deciding = page.locator("fieldset .chip", has=page.get_by_role("img", name="decides")).first
    deciding.click()
    expect(page.get_by_text("Supposed not to hold:")).to_be_visible()
    expect(page.get_by_text(f"in place of {first}")).to_be_visible()
    page.get_by_role("button", name="Put everything back").click()
    expect(page.locator("tbody .named").first).to_have_text(first)


def test_none_of_these_is_always_there_and_nothing_is_said_in_per_cent(
    open_page: Open, looked_at: str
) -> None:
    page = ready(open_page(f"/c/{looked_at}/hypotheses"))
    expect(page.get_by_text("None of these")).to_be_visible()
    assert "%" not in page.locator("main").inner_text()


def test_an_analyst_says_how_likely_and_in_a_sentence_of_its_own_how_sure(
    open_page: Open, server: object
) -> None:
    page = ready(open_page(f"/c/{server.case('judged')}/hypotheses"))
    page.locator("button.hypothesis", has_text="sabotage").click()
    page.get_by_label("How likely you hold it").select_option("unlikely")
    expect(page.get_by_text("holds this to be unlikely.")).to_be_visible()
    page.get_by_label("How sure you are").select_option("low")
    expect(page.get_by_text("has low confidence in that judgement.")).to_be_visible()
    page.get_by_label("Expected if it were so, and absent").fill("Tool marks on the coupling.")
    page.get_by_role("button", name="Add", exact=True).click()
    page.reload()
    expect(page.get_by_text("Tool marks on the coupling.")).to_be_visible()
    for sentence in page.locator(".judged").all_inner_texts():
        assert not ("unlikely" in sentence and "confidence" in sentence)


def test_the_audit_log_keeps_what_was_undone_and_undoes_to_a_point(
    open_page: Open, server: object
) -> None:
    name = server.case("audited")
    page = ready(open_page(f"/c/{name}/hypotheses"))
    for column, key in enumerate("123"):
        cell(page, "sabotage", column).focus()
        decide(page, key)
    page.goto(f"{page.url.split('/c/')[0]}/c/{name}/audit")
    ready(page)
    first = page.locator("li", has_text="decision 1")
    first.get_by_role("button", name="Undo to here").click()
    asked = page.get_by_role("alertdialog")
    expect(asked).to_contain_text("2 decisions after decision 1 will be undone")
    asked.get_by_role("button", name="Undo to here").click()
    expect(page.locator("li.gone")).to_have_count(2)
    page.get_by_role("button", name="Withdrawn 2").click()
    expect(page.locator("section li")).to_have_count(2)


def test_the_chain_of_the_log_is_checked_in_the_browser(open_page: Open, looked_at: str) -> None:
    page = ready(open_page(f"/c/{looked_at}/audit"))
    page.get_by_role("button", name="Check the chain").click()
    expect(page.get_by_text("All 9 entries fit the one before.")).to_be_visible()


def test_an_original_leaves_as_it_came(open_page: Open, looked_at: str, tmp_path: Path) -> None:
    page = ready(open_page(f"/c/{looked_at}/sources"))
    item = page.locator("li", has_text="7-halsnes-statement.txt")
    item.get_by_role("button", name="How it was read").click()
    told = item.locator("dd.offsets").inner_text()
    with page.expect_download() as going:
        item.get_by_role("link", name="Download").click()
    file = tmp_path / "original"
    going.value.save_as(file)
    assert hashlib.sha256(file.read_bytes()).hexdigest() == told


def test_settings_change_language_and_switch_single_keys_off(
    open_page: Open, server: object
) -> None:
    page = ready(open_page(f"/c/{server.case('settings')}/settings"))
    page.get_by_label("Deutsch").check()
    expect(page.get_by_role("heading", level=1)).to_have_text("Einstellungen")
    page.get_by_label("English").check()
    expect(page.get_by_role("heading", level=1)).to_have_text("Settings")
    keys = page.get_by_label("Single keys are commands")
    keys.uncheck()
    page.locator("h1").click()
    page.keyboard.press("g")
    page.keyboard.press("m")
    expect(page.get_by_role("heading", level=1)).to_have_text("Settings")
    keys.check()
    page.locator("h1").click()
    page.keyboard.press("g")
    page.keyboard.press("m")
    expect(page.get_by_role("heading", level=1)).to_have_text("Map")
