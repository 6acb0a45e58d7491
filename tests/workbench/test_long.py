"""A brief that is too long for one page: its first lines come first, the rest when asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from twosource.engine import brief_pieces
from twosource.engine.desk import applied_case
from twosource.engine.pieces import pieces_of
from twosource.store.case_file import read_case
from twosource.store.kept import open_kept
from twosource.store.served import put_view, state_of

Open = Callable[..., Page]
ON_THE_PAGE = 2


@pytest.fixture
def long_case(server: object, monkeypatch: pytest.MonkeyPatch) -> str:
    """The example, whose page of the brief holds two lines of a section and leaves out the rest."""
    name: str = server.case("long")
    for most in ("_LINES", "_FURTHER", "_SPOKEN"):
        monkeypatch.setattr(brief_pieces, most, ON_THE_PAGE)
    with open_kept(str(server.library / name)) as kept:
        put_view(kept, state_of(kept), pieces_of(applied_case(kept, read_case)))
    return name


def test_the_lines_that_a_page_leaves_out_are_shown_once_each_when_asked_for(
    open_page: Open, long_case: str
) -> None:
    page = open_page(f"/c/{long_case}/brief")
    section = page.locator("#claimed")
    numbers = section.locator(".line .n")
    expect(numbers).to_have_text(["C1", "C2"])
    more = section.get_by_role("button", name="more line")
    left = int((more.inner_text()).split()[1])
    more.click()
    expect(more).to_be_hidden()
    expect(numbers).to_have_count(ON_THE_PAGE + left)
    said = [text.split(maxsplit=1)[1] for text in section.locator(".words").all_text_contents()]
    assert len(set(said)) == ON_THE_PAGE + left


def test_what_stands_below_the_first_lines_comes_by_itself(open_page: Open, server: object) -> None:
    page = open_page(f"/c/{server.case('sliced')}/brief")
    told = page.evaluate("fetch('/api/cases/sliced/brief').then(answer => answer.json())")
    expect(page.locator(".words[data-line]")).to_have_count(len(told["lines"]))
    expect(page.get_by_role("heading", name="Who says what")).to_be_visible()
