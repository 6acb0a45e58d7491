"""PDF: paragraphs out of lines of print, and one line for what holds no text."""

from __future__ import annotations

import typst
from tests.documents.test_html import ONE, TWO

from twosource.documents.offsets import to_extracted, to_working
from twosource.model.report import PublicationBasis, Report

STORY = (
    "The harbour master said on Monday that the ferry had left the quay before the storm warning"
    " reached her office, and that nobody on board had asked for help until the engine stopped. "
)
OTHER = (
    "Fishermen who stood on the breakwater contradicted her account and said that they had heard"
    " a distress call over the radio almost an hour before the first lifeboat was launched. "
)


def typeset(body: str, settings: str = "", width: str = "12cm") -> bytes:
    page = f'#set page(width: {width}, height: 14cm, numbering: "1")'
    text = '#set par(justify: true)\n#set text(lang: "en", hyphenate: true)'
    return bytes(typst.compile(f"{page}\n{text}\n{settings}\n{body}".encode()))


def paragraphs(report: Report) -> list[str]:
    return report.text.split("\n\n")


def test_lines_of_print_become_the_paragraphs_that_were_written(read):
    written = [STORY * 2, OTHER * 3, STORY]
    body = "\n\n".join(written)
    report = read(typeset(f"= Ferry left early\n\n{body}"), "a.pdf")
    assert paragraphs(report) == ["Ferry left early", *(text.strip() for text in written)]
    assert report.title == "Ferry left early"
    assert report.extraction.tool == "pypdfium2"
    assert report.language == "en"


def test_a_paragraph_runs_over_the_end_of_a_page_and_heads_and_numbers_do_not_cut_it(read):
    report = read(typeset(STORY * 14, "#set page(header: [The Quay Gazette])"), "a.pdf")
    assert paragraphs(report) == [(STORY * 14).strip()]


def test_indented_paragraphs_are_told_apart_without_space_between(read):
    settings = "#set par(first-line-indent: (amount: 2em, all: true), spacing: 0.65em)"
    report = read(typeset(f"{STORY * 3}\n\n{OTHER * 3}", settings), "a.pdf")
    assert paragraphs(report) == [(STORY * 3).strip(), (OTHER * 3).strip()]


def test_a_listed_item_whose_lines_hang_is_one_paragraph(read):
    report = read(typeset(f"{STORY}\n\n- {OTHER}\n- {STORY}"), "a.pdf")
    assert paragraphs(report) == [STORY.strip(), f"• {OTHER.strip()}", f"• {STORY.strip()}"]


def test_heads_that_change_by_chapter_are_left_out_by_their_numbers(read):
    chapter = "#(1 + calc.floor(here().page() / 3))"
    head = f"#set page(header: context [Chapter {chapter}: Quays #here().page()])"
    report = read(typeset(STORY * 40, head), "a.pdf")
    assert paragraphs(report) == [(STORY * 40).strip()]


def test_columns_are_read_one_after_the_other(read):
    body = f"#columns(2)[{STORY * 2}\n\n{OTHER * 2}\n\n{STORY * 3}]"
    report = read(typeset(body, width="16cm"), "a.pdf")
    assert paragraphs(report) == [(STORY * 2).strip(), (OTHER * 2).strip(), (STORY * 3).strip()]


def test_another_headline_on_the_page_begins_another_section(read):
    one = "\n\n".join(ONE)
    two = "\n\n".join(TWO)
    report = read(typeset(f"= Ferry left early\n\n{one}\n\n= Fishermen blame\n\n{two}"), "a.pdf")
    assert [report.text[start:][:9] for start in report.sections] == ["Ferry lef", "Fishermen"]


def test_every_offset_leads_to_what_the_tool_gave_and_back(read):
    report = read(typeset(f"= Ferry\n\n{STORY * 12}\n\n{OTHER}"), "a.pdf")
    for offset in range(len(report.text) + 1):
        assert to_working(report, to_extracted(report, offset)) == offset


def test_the_date_of_the_file_is_never_the_time_of_publication(read):
    assert read(typeset(STORY), "a.pdf").published is None


def test_a_printed_date_is_the_time_of_publication(read):
    report = read(typeset(f"= Ferry left early\n\n4 March 2021\n\n{STORY}"), "a.pdf")
    assert report.published is not None
    assert (report.published.at, report.published.basis) == (
        "2021-03-04",
        PublicationBasis.DATELINE,
    )


def test_a_file_of_pictures_is_refused_with_the_remedy(refused):
    item = refused(bytes(typst.compile(b"#rect(width: 5cm)\n#pagebreak()\n#circle()")), "scan.pdf")
    assert str(item) == (
        "scan.pdf: holds pictures of its 2 pages and no text;"
        " have its text recognised (OCR), and add the result"
    )


def test_an_encrypted_file_is_refused_with_the_remedy(refused):
    item = refused(encrypted(), "a.pdf")
    assert str(item) == "a.pdf: is encrypted; save it without a password and add that"


def test_a_broken_file_is_refused(refused):
    for data in (b"%PDF-1.7\n", b"%PDF-1.7\n" + b"x" * 500, typeset(STORY)[:600]):
        assert refused(data, "a.pdf").what == "is broken, or no PDF"


def encrypted() -> bytes:
    """A file whose keys fit no password that is tried."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>",
        b"<</Filter/Standard/V 1/R 2/P -4/O<" + b"ab" * 32 + b">/U<" + b"cd" * 32 + b">>>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%sendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 5\n0000000000 65535 f \n"
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<0011><0011>]>>\n"
    return data + b"startxref\n%d\n%%%%EOF" % start
