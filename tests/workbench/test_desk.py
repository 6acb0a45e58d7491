"""A desk at work: read, decide, undo, and find everything again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

Open = Callable[..., Page]


def correct_speaker(page: Page, to: str) -> None:
    """Give the statement that is selected another speaker."""
    page.keyboard.press("e")
    dialog = page.get_by_role("dialog", name="Correct a statement")
    choice = dialog.get_by_label("Speaker")
    wanted = choice.locator("option", has_text=to)
    wanted.first.wait_for(state="attached")
    choice.select_option(label=wanted.first.inner_text())
    dialog.get_by_label("Reason, kept in the audit log").fill("The report names her.")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Corrected.")).to_be_visible()


def test_the_example_opens_from_the_library_and_shows_its_brief(open_page: Open) -> None:
    page = open_page("/")
    page.get_by_role("button", name="Open the example").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("reports", timeout=60_000)
    for standing in ("Known", "Claimed", "Disputed", "Unknown"):
        expect(page.locator(f".ledger a[href='#{standing.lower()}']")).to_be_visible()
    expect(page.get_by_role("table").first.get_by_role("row")).not_to_have_count(1)


def test_a_line_opens_the_words_that_it_rests_on(open_page: Open, server: object) -> None:
    page = open_page(f"/c/{server.case('evidence')}/brief")
    line = page.locator(".line", has_text="When was the alarm raised?").first
    line.get_by_role("button").first.click()
    panel = page.get_by_role("complementary", name="Evidence")
    expect(panel.locator("mark").first).to_be_visible()
    expect(panel).to_contain_text("7.40 a.m. on Thursday")
    assert "sel=ln-" in page.url
    page.keyboard.press("\\")
    expect(panel).to_be_hidden()


def test_a_corrected_speaker_changes_claims_and_brief_and_undo_brings_all_back(
    open_page: Open, server: object
) -> None:
    page = open_page(f"/c/{server.case('speaker')}/claims")
    row = page.get_by_role("row", name=re.compile("How many people were taken to hospital"))
    expect(row.first).to_contain_text("Eirini Mouzalioti")
    row.first.locator("[data-cell]").nth(2).focus()
    before = row.first.inner_text()
    correct_speaker(page, "Makis Drosinakos")
    expect(row.first).to_contain_text("Makis Drosinakos")
    page.keyboard.press("g")
    page.keyboard.press("b")
    line = page.locator("#claimed .line", has_text="Nineteen")
    expect(line.first).to_contain_text("Makis Drosinakos")
    page.reload()
    expect(line.first).to_contain_text("Makis Drosinakos")
    page.keyboard.press("z")
    expect(page.get_by_text("Undone.")).to_be_visible()
    expect(line.first).not_to_contain_text("Makis Drosinakos")
    page.keyboard.press("Shift+Z")
    expect(page.get_by_text("Done again.")).to_be_visible()
    expect(line.first).to_contain_text("Makis Drosinakos")
    page.keyboard.press("z")
    expect(line.first).not_to_contain_text("Makis Drosinakos")
    page.keyboard.press("g")
    page.keyboard.press("c")
    expect(row.first).not_to_contain_text("Makis Drosinakos")
    assert row.first.inner_text() == before


def test_two_names_are_merged_by_a_person_and_it_waits_for_the_update(
    open_page: Open, server: object
) -> None:
    page = open_page(f"/c/{server.case('merged')}/reader")
    page.get_by_role("button", name=re.compile("harbour master → S1")).click()
    page.keyboard.press("m")
    dialog = page.get_by_role("dialog", name="Merge")
    dialog.get_by_role("combobox").fill("Stylianos Varn")
    page.keyboard.press("Enter")
    expect(page.get_by_text("shows after the next update")).to_be_visible()
    page.get_by_role("link", name="Brief").click()
    expect(page.get_by_text("1 decision waits for the next update.")).to_be_visible()


def test_notes_and_pins_stand_in_the_brief_and_in_what_is_exported(
    open_page: Open, server: object, tmp_path: Path
) -> None:
    page = open_page(f"/c/{server.case('notes')}/brief")
    line = page.locator("#disputed .line").first
    line.get_by_role("button").first.click()
    page.keyboard.press("n")
    page.get_by_role("dialog", name="Note").get_by_role("textbox").fill("Ask the quay for its log.")
    page.get_by_role("dialog", name="Note").get_by_role("button", name="Save").click()
    expect(line.locator(".remark")).to_contain_text("Ask the quay for its log.")
    page.get_by_role("complementary", name="Evidence").get_by_role("button", name="Pin").click()
    pinned = page.locator("section", has=page.get_by_role("heading", name="Pinned"))
    expect(pinned.locator(".line")).to_have_count(1)
    page.reload()
    expect(pinned.locator(".line")).to_have_count(1)
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as going:
        page.get_by_role("link", name="Case file (JSON)").click()
    file = tmp_path / "case.json"
    going.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["format"] == "twosource-case/1"


def test_an_edge_is_moved_by_a_word_with_the_keyboard_and_kept(
    open_page: Open, server: object
) -> None:
    page = open_page(f"/c/{server.case('edges')}/reader")
    page.get_by_role("heading", level=1).wait_for()
    page.keyboard.press("j")
    mark = page.locator("mark.selected")
    before = mark.first.inner_text()
    page.keyboard.press("Shift+ArrowLeft")
    expect(page.get_by_text("The edges were moved.")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Edges kept.")).to_be_visible()
    shorter = before.rsplit(" ", 1)[0]
    expect(page.locator("mark", has_text=shorter).first).to_have_text(shorter)
    page.reload()
    expect(page.locator("mark", has_text=shorter).first).to_have_text(shorter)


def test_evidence_is_rated_in_the_table_of_hypotheses(open_page: Open, server: object) -> None:
    page = open_page(f"/c/{server.case('rated')}/hypotheses")
    page.locator("td button[tabindex='0']").wait_for()
    key = page.locator("td button[tabindex='0']").get_attribute("data-cell")
    cell = page.locator(f'[data-cell="{key}"]')
    before = cell.inner_text()
    cell.focus()
    page.keyboard.press("5")
    expect(page.get_by_text("Rated: speaks strongly against it.")).to_be_visible()
    expect(cell).to_have_text("II")
    page.reload()
    expect(cell).to_have_text("II")
    page.keyboard.press("z")
    expect(cell).to_have_text(before)


def test_several_questions_are_decided_at_once_and_undone_at_once(
    open_page: Open, server: object
) -> None:
    page = open_page(f"/c/{server.case('bulk')}/claims")
    page.get_by_role("row").nth(1).locator("[data-cell]").first.focus()
    page.keyboard.press("x")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("x")
    page.get_by_role("region", name="Several at once").get_by_role("button", name="Accept").click()
    preview = page.get_by_role("dialog", name="What would be decided")
    expect(preview.get_by_role("listitem")).to_have_count(2)
    preview.get_by_role("button", name="Decide").click()
    expect(page.get_by_text("decisions kept.")).to_be_visible()
    page.keyboard.press("z")
    expect(page.get_by_text("Undone.")).to_be_visible()
    page.keyboard.press("z")
    expect(page.get_by_text("There is nothing to undo.")).to_be_visible()


def test_words_that_are_selected_become_a_statement_and_undo_takes_it_out(
    open_page: Open, server: object
) -> None:
    page = open_page(f"/c/{server.case('stated')}/reader")
    page.get_by_role("heading", level=1).wait_for()
    count = page.get_by_role("article").get_by_text(re.compile(r"\d+ statements"))
    before = count.first.inner_text()
    page.get_by_role("article").locator(
        "p span[data-s]", has_text=", according to"
    ).first.select_text()
    page.get_by_role("toolbar").get_by_role("button", name="New statement").click()
    dialog = page.get_by_role("dialog", name="New statement")
    dialog.get_by_label("Stance").select_option("hedges")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Statement kept.")).to_be_visible()
    expect(count.first).not_to_have_text(before)
    page.keyboard.press("z")
    expect(count.first).to_have_text(before)


def test_undo_right_after_a_decision_undoes_it(open_page: Open, server: object) -> None:
    page = open_page(f"/c/{server.case('haste')}/claims")
    page.locator("[data-cell]").nth(3).wait_for()
    page.get_by_role("row").nth(1).locator("[data-cell]").nth(1).focus()
    for key in ("a", "z", "Shift+Z", "z"):
        page.keyboard.press(key)
    page.wait_for_function(
        """fetch('/api/cases/haste').then(answer => answer.json())
          .then(({head, undoable, redoable}) =>
            !head.endsWith('0'.repeat(64)) && undoable.length === 0 && redoable.length > 0)"""
    )
    expect(page.get_by_text("Undone.").last).to_be_visible()
    expect(page.get_by_text("Claims and brief are being worked out anew")).to_be_hidden()
