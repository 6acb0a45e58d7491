"""The brief as a Word document, written by python-docx with styles of its own."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from twosource.brief.inert import inert
from twosource.brief.printed import WHO_SAYS_WHAT, Printed, PrintedLine, PrintedReport, printed
from twosource.documents.own import KEYWORD
from twosource.model.brief import BriefDocument

_QUIET = "606060"
_XML_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""Time written into the file: the format wants one, and the same case gives the same bytes."""


def docx_brief(brief: BriefDocument) -> bytes:
    """Write the brief as a Word document.

    Every line refers to its passages by number; a number leads to the passage in the list at the
    end, and a report's address, where it has one, is a link.

    Args:
        brief: The brief to write.

    Returns:
        The bytes of an Office Open XML file (ECMA-376).
    """
    page = printed(brief)
    document = docx.Document()
    document.core_properties.title = _text(page.title)
    document.core_properties.author = ""
    document.core_properties.keywords = KEYWORD
    document.core_properties.created = document.core_properties.modified = _EPOCH
    _styles(document)
    document.add_heading(_text(page.title), level=0)
    for glyph, word, number, means in page.counts:
        document.add_paragraph(f"{glyph} {word}: {number} ({means})", style="Brief count")
    document.add_heading("Reports", level=1)
    for report in page.reports:
        _report(document, report)
    _sections(document, page)
    document.add_heading("How to read this", level=1)
    for note in page.notes:
        document.add_paragraph(_text(note), style="Brief reason")
    _passages(document, page)
    out = io.BytesIO()
    document.save(out)
    return _timeless(out)


def _timeless(packed: io.BytesIO) -> bytes:
    """The same file with one time in every entry of its archive, so that equal is equal."""
    out = io.BytesIO()
    with zipfile.ZipFile(packed) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in read.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH.timetuple()[:6])
            made.writestr(entry, read.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _text(text: str) -> str:
    return _XML_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", " ".join(inert(text).split()))


def _styles(document: Document) -> None:
    wanted = (
        ("Brief count", 10.5, 0, None),
        ("Brief line", 10.5, 0, None),
        ("Brief version", 10.0, 18, None),
        ("Brief reason", 9.0, 18, _QUIET),
        ("Brief passage", 9.0, 0, None),
    )
    for name, size, indent, colour in wanted:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size = Pt(size)
        style.paragraph_format.left_indent = Pt(indent)
        style.paragraph_format.space_after = Pt(3)
        if colour:
            style.font.color.rgb = RGBColor.from_string(colour)


def _sections(document: Document, page: Printed) -> None:
    spoken = False
    for section in page.sections:
        if section.level > 1 and not spoken:
            document.add_heading(WHO_SAYS_WHAT, level=1)
            spoken = True
        document.add_heading(_text(section.heading), level=section.level)
        for line in section.lines:
            _line(document, line)


def _line(document: Document, line: PrintedLine) -> None:
    below = {number for item in line.items for number in item.numbers}
    paragraph = document.add_paragraph(style="Brief line")
    paragraph.add_run(f"{line.glyph} {line.word} ").bold = True
    paragraph.add_run(_text(line.text))
    _references(paragraph, tuple(n for n in line.numbers if n not in below))
    for item in line.items:
        version = document.add_paragraph(_text(item.text), style="Brief version")
        _references(version, item.numbers)
    if line.reason:
        document.add_paragraph(_text(line.reason), style="Brief reason")


def _report(document: Document, report: PrintedReport) -> None:
    paragraph = document.add_paragraph(style="Brief line")
    paragraph.add_run(f"{report.label} ").bold = True
    title = f": {report.title}" if report.title else ""
    paragraph.add_run(_text(f"{report.name}{title} ({report.published}; {report.file}) "))
    if report.url.startswith(("http://", "https://")):
        _link(paragraph, _text(report.url), address=_text(report.url))


def _passages(document: Document, page: Printed) -> None:
    document.add_heading("Passages", level=1)
    for passage in page.passages:
        paragraph = document.add_paragraph(style="Brief passage")
        _bookmark(paragraph, passage.number)
        paragraph.add_run(f"[{passage.number}] {passage.place} ").bold = True
        paragraph.add_run(f"“{_text(passage.span.quote)}”")


def _references(paragraph: Paragraph, numbers: tuple[int, ...]) -> None:
    for number in numbers:
        paragraph.add_run(" ")
        _link(paragraph, f"[{number}]", anchor=f"p{number}")


def _link(paragraph: Paragraph, text: str, *, anchor: str = "", address: str = "") -> None:
    """A link to a bookmark of the document, or to an address (ECMA-376, 17.16.22)."""
    link = OxmlElement("w:hyperlink")
    if anchor:
        link.set(qn("w:anchor"), anchor)
    else:
        kind = RELATIONSHIP_TYPE.HYPERLINK
        link.set(qn("r:id"), paragraph.part.relate_to(address, kind, is_external=True))
    run = paragraph.add_run(text)
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def _bookmark(paragraph: Paragraph, number: int) -> None:
    for name in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(name)
        mark.set(qn("w:id"), str(number))
        if name == "w:bookmarkStart":
            mark.set(qn("w:name"), f"p{number}")
        paragraph._p.append(mark)
