"""Each writer carries every line, every version, every reason and every passage of the brief."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from html import unescape

import docx
import pytest
from rich.console import Console
from tests.brief.telling import case_of
from tests.brief.writers.test_pages import HOSTILE, Page, hostile_case, squeezed
from tests.factory import report, statement

from twosource.brief.inert import inert
from twosource.brief.writers.html import html_brief
from twosource.brief.writers.markdown import markdown_brief, plain
from twosource.brief.writers.sheet import COLUMNS, csv_brief
from twosource.brief.writers.terminal import terminal_brief
from twosource.brief.writers.typeset import pdf_brief
from twosource.brief.writers.word import docx_brief
from twosource.model.case import Case

typst = pytest.importorskip("typst", reason="the extra pdf is not installed")
pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 reads the PDF back")


def _terminal(case: Case) -> str:
    out = io.StringIO()
    Console(file=out, width=120).print(terminal_brief(case.brief))
    return squeezed(out.getvalue())


def _html(case: Case) -> str:
    return squeezed(Page(html_brief(case)).text)


def _markdown(case: Case) -> str:
    return squeezed(re.sub(r"\\(.)", r"\1", markdown_brief(case.brief)))


def _csv(case: Case) -> str:
    rows = csv.reader(io.StringIO(csv_brief(case.brief)))
    return squeezed(" ".join(cell for row in rows for cell in row))


def _docx(case: Case) -> str:
    document = docx.Document(io.BytesIO(docx_brief(case.brief)))
    return squeezed(" ".join(_all_text(p._p) for p in document.paragraphs))


def _all_text(paragraph: object) -> str:
    return "".join(node.text or "" for node in paragraph.iter() if node.tag.endswith("}t"))


def _pdf(case: Case) -> str:
    read = pdfium.PdfDocument(pdf_brief(case.brief))
    return squeezed("".join(page.get_textpage().get_text_bounded() for page in read))


WRITERS: dict[str, Callable[[Case], str]] = {
    "terminal": _terminal,
    "html": _html,
    "markdown": _markdown,
    "csv": _csv,
    "docx": _docx,
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_writer_carries_every_line_version_reason_and_passage(name: str, example: Case) -> None:
    shown = WRITERS[name](example)
    assert len(example.brief.lines) > 150
    for line in example.brief.lines:
        for text in (line.text, line.reason, *(version.text for version in line.versions)):
            assert squeezed(inert(text)) in shown
        for span in line.spans:
            offsets = (str(span.start), str(span.end)) if name == "csv" else ()
            assert all(part in shown for part in offsets or (f"{span.start}–{span.end}",))
            if name not in {"terminal"}:
                assert squeezed(inert(span.quote)) in shown


def test_the_pdf_carries_every_line_and_passage(example: Case) -> None:
    shown = re.sub(r"[\W\d]", "", _pdf(example))
    for line in example.brief.lines:
        # numbers of passages stand between the words, and a hyphen may break a line
        for text in (line.text, line.reason, *(span.quote for span in line.spans)):
            assert re.sub(r"[\W\d]", "", inert(text)) in shown


@pytest.mark.parametrize("name", [*WRITERS, "pdf"])
def test_a_writer_makes_report_text_inert(name: str) -> None:
    shown = _pdf(hostile_case()) if name == "pdf" else WRITERS[name](hostile_case())
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert "{{7*7}}" in shown


def test_markdown_escapes_whatever_would_be_markup() -> None:
    written = markdown_brief(hostile_case().brief)
    assert "<script>" not in re.sub(r"\\<", "", written)
    assert plain("# a *b* [c](d) <e> `f`\n- g") == (r"\# a \*b\* \[c\](d) \<e\> \`f\` - g")
    assert plain("1. one") == r"\1. one"
    assert plain("- one") == r"\- one"


def test_every_footnote_of_the_markdown_is_defined_once_and_used(example: Case) -> None:
    written = markdown_brief(example.brief)
    defined = re.findall(r"^\[\^(\d+)\]:", written, re.MULTILINE)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", written))
    assert len(defined) == len(set(defined))
    assert set(defined) == used


def test_no_cell_of_the_table_runs_as_a_formula() -> None:
    told = report("A clerk said =1+1 and more.", "@Post", "+f.txt")
    case = case_of((told,), (), (statement(told, "A clerk", "said", "=1+1 and more"),))
    rows = list(csv.DictReader(io.StringIO(csv_brief(case.brief))))
    assert rows
    for row in rows:
        assert set(row) == set(COLUMNS)
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row.values())


def test_the_table_has_one_row_for_each_passage_of_each_line(example: Case) -> None:
    rows = list(csv.DictReader(io.StringIO(csv_brief(example.brief))))
    lines = {row["line"] for row in rows}
    assert len(lines) == len(example.brief.lines)
    texts = {report.file: report.text for report in example.reports}
    for row in rows:
        if row["start"]:
            quote = texts[row["file"]][int(row["start"]) : int(row["end"])]
            assert row["quote"].lstrip("'") == inert(quote).lstrip("'")


def test_numbers_in_the_word_file_lead_to_passages_that_are_there(example: Case) -> None:
    written = docx_brief(example.brief)
    with zipfile.ZipFile(io.BytesIO(written)) as parts:
        xml = parts.read("word/document.xml").decode("utf-8")
    anchors = set(re.findall(r'w:anchor="(p\d+)"', xml))
    bookmarks = re.findall(r'w:bookmarkStart[^>]*w:name="(p\d+)"', xml)
    assert len(bookmarks) == len(set(bookmarks))
    assert anchors == set(bookmarks)


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    with zipfile.ZipFile(io.BytesIO(docx_brief(hostile_case().brief))) as parts:
        links = unescape(parts.read("word/_rels/document.xml.rels").decode("utf-8"))
    assert "javascript" not in links
    assert HOSTILE not in links


@pytest.mark.parametrize("write", [markdown_brief, csv_brief, docx_brief, pdf_brief])
def test_the_same_brief_gives_the_same_bytes(write: Callable[..., object], example: Case) -> None:
    assert write(example.brief) == write(example.brief)


def test_the_page_stays_under_a_megabyte(example: Case) -> None:
    assert len(html_brief(example).encode("utf-8")) < 1_000_000
