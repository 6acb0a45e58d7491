"""The verbs of the command line from Python, and what notebooks are shown."""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import factory

import twosource
from twosource.engine.listing import Listing, Parts
from twosource.engine.opened import OpenCase
from twosource.errors import MissingExtraError, NotFoundError, SettingsError
from twosource.exchange.tables import PARTS
from twosource.model.brief import BriefDocument
from twosource.model.case import Case
from twosource.model.shown import Shown
from twosource.model.table import Table
from twosource.store.case_file import case_json

QUAY = (
    "The harbour master, Ilse Varn, said on Monday that nine sailors were hurt on the quay. "
    "A union leader, Bo Marsh, said the crane had been reported as broken.\n"
)
TAGS = {"div", "b", "table", "thead", "tbody", "tr", "th", "td", "ol", "ul", "li", "span", "p"}


class Page(HTMLParser):
    """What a browser would make of a piece of HTML: its tags, its attributes, its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("opened")
    (home / "quay.txt").write_text(QUAY, "utf-8")
    twosource.new_case(home / "case", actor="Ines")
    added = twosource.add(home / "case", home / "quay.txt", actor="Ines")
    assert added.added == ("quay.txt",)
    twosource.update(home / "case", actor="Ines")
    return home / "case"


def test_a_case_is_made_added_to_updated_opened_and_decided_on(tmp_path: Path) -> None:
    (tmp_path / "quay.txt").write_text(QUAY, "utf-8")
    twosource.new_case(tmp_path / "case")
    with pytest.raises(NotFoundError, match="not examined yet"):
        twosource.open_case(tmp_path / "case")
    twosource.add(tmp_path / "case", [tmp_path / "quay.txt"])
    case = twosource.update(tmp_path / "case")
    assert repr(case) == f"<case {tmp_path / 'case'}: 1 reports>"
    assert case == twosource.open_case(tmp_path / "case")
    first = case.statements[0]
    after = twosource.review(case, "reject", first.id, why="a headline", actor="Ines")
    assert first.id not in [one.id for one in after.statements]
    assert twosource.review(case, "undo", 1).case.statements == case.case.statements
    note = twosource.review(case, "note", "S1:0-18", to="Ask her.")
    assert any("Ask her." in one for one in note.brief.notes)
    assert case.statements[0] == first


@pytest.mark.parametrize(
    ("action", "refs", "told"),
    [
        ("shout", ("st-1",), "there is no decision 'shout'; name one of accept, reject"),
        ("accept", (), "needs at least one reference"),
        ("merge", ("en-1",), "needs 2 references and has 1"),
        ("undo", ("first",), "is no number of a review"),
        ("correct", ("st-1",), "there is no part ''"),
    ],
)
def test_a_decision_that_cannot_be_meant_is_refused(
    action: str, refs: tuple[str, ...], told: str, quay: Path
) -> None:
    with pytest.raises(SettingsError, match=told):
        twosource.review(quay, action, *refs)


def test_a_case_file_and_its_folder_open_as_the_case_that_was_written(
    example: Case, tmp_path: Path
) -> None:
    (tmp_path / "case.json").write_text(case_json(example), "utf-8")
    assert twosource.open_case(tmp_path).case == example
    assert twosource.open_case(str(tmp_path / "case.json")).case == example
    with pytest.raises(NotFoundError, match="there is no case"):
        twosource.open_case(tmp_path / "other")


def test_a_case_of_the_library_opens_by_its_name(
    quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWOSOURCE_CASES", str(quay.parent))
    assert twosource.open_case("case").place == str(quay)


def test_every_part_is_a_sequence_of_nouns_and_a_table(example: Case) -> None:
    case = OpenCase("example", example)
    names = [name for name, part in vars(Parts).items() if isinstance(part, property)]
    assert set(names) - {"brief", "questions", "editions"} == (
        set(PARTS) - {"brief", "timeline", "changes"}
    )
    for name in names:
        part = getattr(case, name)
        if isinstance(part, BriefDocument) or name == "editions":
            continue
        assert isinstance(part, Listing)
        assert len(part) == len(list(part)) > 0
        assert part[:1] == (part[0],)
        assert repr(part).startswith(f"<{len(part)} ")
    assert case.statements[0] is example.statements[0]
    with pytest.raises(NotFoundError, match="there is no table"):
        case.table("colours")


@pytest.mark.parametrize("name", PARTS)
def test_every_table_becomes_a_frame_with_its_columns_and_rows(name: str, example: Case) -> None:
    pytest.importorskip("polars")
    table = OpenCase("example", example).table(name)
    frame = table.to_frame()
    assert tuple(frame.columns) == table.columns
    assert frame.height == len(table.rows)
    assert frame.rows() == [tuple(row) for row in table.rows]


def test_without_polars_the_extra_is_named(example: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'twosource\[frames\]'"):
        OpenCase("example", example).claims.to_frame()


def test_what_a_notebook_is_shown_is_text_in_plain_tags(example: Case) -> None:
    case = OpenCase("example", example)
    nouns = [
        case,
        example,
        example.brief,
        *(part[0] for name in PARTS if isinstance(part := getattr(case, name, None), Listing)),
        example.questions[0],
        example.questions[0].claims[0].given[0],
        *(case.table(name) for name in PARTS),
    ]
    for noun in nouns:
        page = Page(noun._repr_html_())
        assert page.tags <= TAGS
        assert page.attributes <= {"style"}
        assert page.text.strip()
    said = example.statements[0]
    assert said.content.quote[:40] in Page(said._repr_html_()).text


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=60))
def test_no_text_of_a_report_becomes_markup(text: str) -> None:
    hostile = text + "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&\u202e"
    report = factory.report(hostile)
    shown = Page(report._repr_html_() + factory.span(report, hostile)._repr_html_())
    table = Page(Table(hostile, ("quote",), ((hostile,),))._repr_html_())
    for page in (shown, table):
        assert page.tags <= TAGS
        assert page.attributes <= {"style"}
        assert "<script>alert(1)</script>" in page.text
        assert "\u202e" not in page.text


def test_a_long_list_is_cut_and_counted() -> None:
    report = factory.report("Ilse Varn " * 20)
    entity = factory.entity("Ilse Varn", *(factory.span(report, "Ilse", n * 10) for n in range(20)))
    assert "and 8 more" in Page(entity._repr_html_()).text
    assert "(5,000 characters)" in Page(factory.report("x" * 5000)._repr_html_()).text


def test_every_noun_that_a_reader_meets_shows_itself(example: Case) -> None:
    for name in ("Report", "Span", "Entity", "Statement", "Question", "Claim", "Contradiction"):
        assert name in {one.__name__ for one in Shown.__subclasses__()}
