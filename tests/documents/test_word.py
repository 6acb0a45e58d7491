"""Word-processor files: what is written, nothing that was struck out, no date of the file."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

FIRST = "The harbour master said on Monday that the ferry had left the quay before the storm."
SECOND = "Fishermen contradicted her and said that they had heard a distress call."


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def written(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.sections[0].header.paragraphs[0].text = "Confidential draft"
    return saved(document)


def test_paragraphs_stand_apart_and_the_head_of_the_page_is_left_out(read):
    report = read(written("Ferry left early", FIRST, "", SECOND), "a.docx")
    assert report.text == f"Ferry left early\n\n{FIRST}\n\n{SECOND}"
    assert report.title == "Ferry left early"
    assert report.extraction.tool == "python-docx"


def test_header_lines_and_a_dateline_are_read_as_in_plain_text(read, runs):
    report = read(
        written("Ferry left early", "By Ada Quill", f"OSLO, May 3, 2021 - {FIRST}"), "a.docx"
    )
    assert report.byline == "Ada Quill"
    assert report.published is not None
    assert report.published.at == "2021-05-03"
    assert runs(report, "dateline") == ["OSLO, May 3, 2021 - "]


def test_the_date_of_the_file_is_never_the_time_of_publication(read):
    assert read(written(FIRST), "a.docx").published is None


def test_cells_of_tables_stand_in_their_place(read):
    document = docx.Document()
    document.add_paragraph(FIRST)
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Hurt"
    table.cell(0, 1).text = "Eleven"
    document.add_paragraph(SECOND)
    assert read(saved(document), "a.docx").text == f"{FIRST}\n\nHurt\n\nEleven\n\n{SECOND}"


def test_words_put_in_by_a_reviewer_are_read_and_words_struck_out_are_not(read):
    document = docx.Document()
    paragraph = document.add_paragraph("Eleven ")
    parts = (
        '<w:ins xmlns:w="{0}"><w:r><w:t>sailors </w:t></w:r></w:ins>',
        '<w:del xmlns:w="{0}"><w:r><w:delText>passengers </w:delText></w:r></w:del>',
        '<w:r xmlns:w="{0}"><w:t>were</w:t><w:tab/><w:t>hurt.</w:t></w:r>',
    )
    place = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    for part in parts:
        paragraph._p.append(docx.oxml.parse_xml(part.format(place)))
    assert read(saved(document), "a.docx").text == "Eleven sailors were\thurt."


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "/"), data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
            "is encrypted, or in the old format of .doc",
        ),
        (b"PK\x03\x04 and no more", "is broken, or no .docx file"),
        (written(FIRST)[:2000], "is broken, or no .docx file"),
        (
            packed(word_document=b"<w:document/>"),
            "is a .docx file that cannot be taken apart (KeyError)",
        ),
        (written(), "holds no text"),
    ],
)
def test_what_is_no_readable_file_is_one_line(refused, data, what):
    assert refused(data, "a.docx").what == what


def test_a_file_that_unpacks_beyond_the_limit_is_never_unpacked(refused):
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as member,
    ):
        for _ in range(21):
            member.write(b" " * 10_000_000)
    item = refused(out.getvalue(), "a.docx")
    assert item.what == "unpacks to 210,000,000 bytes, more than the 200,000,000 that are read"
