"""Rules that every writer of the brief keeps: nothing lost, nothing executed."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from rich.console import Console
from tests.brief.ferry import ferry_case
from tests.brief.telling import case_of
from tests.factory import entity, report, span, speaker, statement

from twosource.brief.inert import inert
from twosource.brief.page import LINE_UP_ROWS
from twosource.brief.writers.html import html_brief
from twosource.brief.writers.terminal import terminal_brief
from twosource.model.case import Case
from twosource.model.statement import StatementKind

VOID = {"meta", "input", "col", "br", "link", "img"}
HOSTILE = (
    "<script>alert(1)</script> </p></main> [bold red]x[/] {{ 7*7 }} {% raw %} &amp; "
    "\x1b[31mred\x1b]8;;file:///\x07 \u202edlrow\u202c \x9b31m 'a\" onload=x <img src=x> \\ [/]"
)


class Page(HTMLParser):
    """The elements and text nodes of a page, with a check that elements close in order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.by_id: dict[str, str] = {}
        self.within: list[tuple[str, ...]] = []
        self.text = ""
        self.texts: dict[int, str] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> out of order"

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data

    def values(self, name: str) -> list[str]:
        return [attrs[name] or "" for _, attrs in self.tags if name in attrs]


def terminal(case: Case, width: int = 80, colour: bool = False) -> str:
    out = io.StringIO()
    system = "truecolor" if colour else None
    Console(file=out, width=width, color_system=system, force_terminal=colour).print(
        terminal_brief(case.brief)
    )
    return out.getvalue()


def squeezed(text: str) -> str:
    return "".join(text.split())


def hostile_case() -> Case:
    told = report(f"A clerk said {HOSTILE} end.", f"Post {HOSTILE}", f"f{HOSTILE}.txt")
    told = replace(told, title=HOSTILE, byline=HOSTILE, url=f"javascript:{HOSTILE}", language='x"')
    said = (
        statement(told, "A clerk", "said", HOSTILE),
        statement(told, "A clerk", "said", f"{HOSTILE} end", kind=StatementKind.DIRECT),
        statement(told, None, None, HOSTILE),
    )
    return case_of((told,), (), said)


CASES = [ferry_case(), hostile_case()]


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("case", CASES, ids=["ferry", "hostile"])
def test_the_terminal_carries_every_line_span_note_and_report(case: Case, width: int) -> None:
    shown = squeezed(terminal(case, width))
    for line in case.brief.lines:
        assert squeezed(inert(line.text)) in shown
        assert all(f"{s.start}–{s.end}" in shown for s in line.spans)
    assert all(squeezed(inert(note)) in shown for note in case.brief.notes)
    assert all(squeezed(inert(r.file)) in shown for r in case.reports)


@pytest.mark.parametrize("case", CASES, ids=["ferry", "hostile"])
def test_the_page_carries_every_line_span_note_and_text(case: Case) -> None:
    page = Page(html_brief(case))
    for line in case.brief.lines:
        assert inert(line.text) in page.text
        assert all(f"{s.start}–{s.end}" in page.text for s in line.spans)
    assert all(inert(note) in page.text for note in case.brief.notes)
    assert all(inert(r.text) in page.text for r in case.reports)


@pytest.mark.parametrize("case", CASES, ids=["ferry", "hostile"])
def test_every_link_of_the_page_leads_to_a_place_in_the_page(case: Case) -> None:
    page = Page(html_brief(case))
    ids = page.values("id")
    assert [id_ for id_, count in Counter(ids).items() if count > 1] == []
    assert all(href.startswith("#") and href[1:] in ids for href in page.values("href"))
    named = [v for name in ("aria-labelledby", "for") for v in page.values(name)]
    assert set(named) <= set(ids)


def test_every_span_of_every_line_has_a_chip_and_a_place_in_the_text() -> None:
    case = ferry_case()
    page = Page(html_brief(case))
    labels = {r.id: f"s{number}" for number, r in enumerate(case.brief.reports, 1)}
    for line in case.brief.lines:
        for s in line.spans:
            assert f"#{labels[s.report]}-{s.start}-{s.end}" in page.values("href")
    assert {f"#l{n + 1}" for n in range(len(case.brief.lines))} <= set(page.values("href"))


@pytest.mark.parametrize("case", CASES, ids=["ferry", "hostile"])
def test_the_page_makes_no_request_and_runs_no_script(case: Case) -> None:
    written = html_brief(case)
    page = Page(written)
    assert not {"script", "img", "link", "iframe", "object"} & {tag for tag, _ in page.tags}
    assert page.values("src") == []
    handlers = [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    assert handlers == []
    style = written[written.index("<style>") : written.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in written


@pytest.mark.parametrize("case", CASES, ids=["ferry", "hostile"])
def test_the_page_closes_what_it_opens_and_says_its_language(case: Case) -> None:
    page = Page(html_brief(case))
    assert page.open == []
    assert dict(page.tags)["html"] == {"lang": "en"}
    assert [tag for tag, _ in page.tags].count("h1") == 1
    assert {"main", "header", "footer", "nav", "aside"} <= {tag for tag, _ in page.tags}


@pytest.mark.parametrize("colour", [False, True])
def test_report_text_cannot_steer_a_terminal(colour: bool) -> None:
    shown = terminal(hostile_case(), colour=colour)
    own_codes = re.compile(r"\x1b\[[0-9;]*m")
    left = own_codes.sub("", shown) if colour else shown
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", left)
    assert "[boldred]x[/]" in squeezed(left)


def test_report_text_cannot_turn_a_page_round() -> None:
    written = html_brief(hostile_case())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)


def test_report_text_is_no_template_and_no_markup() -> None:
    page = Page(html_brief(hostile_case()))
    assert "<script>alert(1)</script> </p></main> [bold red]x[/] {{ 7*7 }}" in page.text


def test_making_text_inert_moves_no_offset() -> None:
    every = "".join(map(chr, range(0x2100))) + "\ud800\U0001f6a2"
    assert len(inert(every)) == len(every)
    assert inert("plain “text”\n\twith ‏marks") == "plain “text”\n\twith ‏marks"


def test_a_status_never_rests_on_colour_alone() -> None:
    plain = terminal(ferry_case())
    for shape_and_word in ("▲ accuses", "☒ denies", "◐ asserts", "◌ hedges", "? declines"):
        assert shape_and_word in plain
    assert "no date printed" in plain


def test_lines_fit_the_terminal() -> None:
    assert max(map(len, terminal(ferry_case(), 80).splitlines())) <= 80


def test_writing_twice_gives_the_same_characters() -> None:
    assert html_brief(ferry_case()) == html_brief(ferry_case())
    assert terminal(ferry_case()) == terminal(ferry_case())


def test_a_long_line_up_unfolds_and_loses_no_speaker() -> None:
    names = [f"Ada {chr(65 + n)}orme" for n in range(LINE_UP_ROWS + 3)]
    told = report(" ".join(f"{name} said no." for name in names))
    people = [entity(name, span(told, name)) for name in names]
    said = [statement(told, speaker(told, e.name, e), "said", "no") for e in people]
    page = html_brief(case_of((told,), people, said))
    assert "3 further speakers" in page
    assert all(page.count(f">{name}</a>") == 1 for name in names)


def test_a_case_without_statements_still_has_a_page() -> None:
    told = report("Weather.")
    case = case_of((told,))
    assert "No statement was found" in Page(html_brief(case)).text
    assert "No statement was found" in terminal(case)
