"""What a hostile report holds is shown as words, and nothing else comes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from twosource.engine.cases import add_files, new_case, update_case
from twosource.engine.served import refresh
from twosource.model.custody import Stamp

Open = Callable[..., Page]
NOW = Stamp("Ines Tolland", "2031-04-10T09:00:00+00:00")
SCRIPT = "<script>window.caught = 1</script>"
HANDLER = '<img src=x onerror="window.caught = 2">'
TURNED = "The quay is \u202eon fire\u202c, the harbour office said."
SHIP = "The ferry \U0001f6a2 left at 5 p.m., \U0001d538nna Holm said."


@pytest.fixture(scope="module")
def hostile(server: object, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A case out of reports that try to be more than text."""
    folder = tmp_path_factory.mktemp("hostile")
    texts = {
        "a.txt": f"{SCRIPT} The harbour closed at noon, the police said. {HANDLER}\n\n{SHIP}",
        "b.txt": f"{TURNED}\n\nThe ferry left at 6 p.m., the harbour office said. Then nothing.",
        "e.txt": "The quay was \0 empty, the harbour office said.",
        "c.txt": "Two people were hurt, the hospital said.\n\n" + "x" * 200_000,
        "d<b>.txt": "title: <b onclick=alert(1)>Bold</b>\n\nThree people were hurt, police said.",
    }
    for name, text in texts.items():
        Path(folder / name).write_text(text, "utf-8")
    place = str(server.library / "hostile")
    new_case(place, NOW)
    add_files(place, [folder], NOW)
    update_case(place, NOW)
    refresh(place)
    return "hostile"


def read(page: Page, name: str) -> None:
    """Choose a report by its name."""
    wanted = page.locator("select").first.locator("option", has_text=name)
    wanted.wait_for(state="attached")
    page.locator("select").first.select_option(label=wanted.inner_text())


def test_nothing_in_a_report_is_ever_executed_or_built_into_the_page(
    open_page: Open, hostile: str
) -> None:
    page = open_page(f"/c/{hostile}/brief")
    page.get_by_role("heading", level=1).wait_for()
    for name in ("brief", "reader", "claims", "timeline", "map", "lineage", "review"):
        page.goto(page.url.rsplit("/", 1)[0] + f"/{name}")
        page.get_by_role("heading", level=1).first.wait_for()
        page.wait_for_timeout(200)
        assert page.evaluate("window.caught") is None
        assert page.locator("main img").count() == 0
        assert page.locator("main script, main b[onclick]").count() == 0


def test_a_report_is_shown_to_the_letter_and_turned_text_turns_nothing_else(
    open_page: Open, hostile: str
) -> None:
    page = open_page(f"/c/{hostile}/reader")
    read(page, "a.txt")
    expect(page.locator(".text")).to_contain_text(SCRIPT)
    expect(page.locator(".text")).to_contain_text("\U0001f6a2 left at 5 p.m.")
    read(page, "b.txt")
    expect(page.locator(".control[data-name='U+202E']")).to_have_count(1)
    assert (
        page.locator(".control").first.evaluate("e => getComputedStyle(e).unicodeBidi") == "isolate"
    )


def test_offsets_after_an_astral_character_still_mark_the_quoted_words(
    open_page: Open, hostile: str
) -> None:
    page = open_page(f"/c/{hostile}/reader")
    read(page, "a.txt")
    mark = page.locator("mark", has_text="left at 5 p.m.").first
    expect(mark).to_be_visible()
    assert mark.inner_text().startswith("The ferry \U0001f6a2")
