"""PDF files: their text, joined to paragraphs, with the map to what PDFium gave."""

from __future__ import annotations

import ctypes
import math
import re
from importlib.metadata import version

import pypdfium2 as pdfium
from pypdfium2 import raw

from twosource.documents.drafts import Draft
from twosource.documents.offsets import rewritten
from twosource.documents.own import KEYWORD, own
from twosource.documents.pdf_lines import Page, PdfLine, edits_to_paragraphs
from twosource.model.case import Unreadable
from twosource.model.original import MAX_BYTES, Original

PDF = "pypdfium2"
_MOST_PAGES = 3_000
_HYPHEN = "\ufffe"
"""What PDFium writes where a word was hyphenated at the end of a line."""
_LINE = re.compile(r"[^\s\ufffe](?:[^\r\n\ufffe]*[^\s\ufffe])?")


def pdf_from(original: Original) -> Draft | Unreadable:
    """Read a PDF.

    The dates in its properties are when the file was made, not when it was published; they are
    not taken.

    Returns:
        Its text in paragraphs, heads and feet of pages left out; or what is wrong with it.
    """
    try:
        document = pdfium.PdfDocument(original.data)
    except pdfium.PdfiumError as error:
        return _refused(original.name, getattr(error, "err_code", None))
    try:
        return _read(original.name, document)
    except (pdfium.PdfiumError, ValueError, OverflowError) as error:
        what = f"is a PDF that cannot be taken apart ({type(error).__name__})"
        return Unreadable(original.name, what, "print it to a new PDF, or save its text as .txt")
    finally:
        document.close()


def _refused(name: str, code: int | None) -> Unreadable:
    if code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
        return Unreadable(name, "is encrypted", "save it without a password and add that")
    return Unreadable(name, "is broken, or no PDF", "get it again, or save its text as .txt")


def _read(name: str, document: pdfium.PdfDocument) -> Draft | Unreadable:
    if KEYWORD in document.get_metadata_value("Keywords"):
        return own(name, "a brief")
    count = len(document)
    if count > _MOST_PAGES:
        what = f"has {count:,} pages, more than the {_MOST_PAGES:,} that are read"
        return Unreadable(name, what, "split it, and add the part with the report")
    pieces: list[str] = []
    pages: list[Page] = []
    length = 0
    for number in range(count):
        text, lines = _page(document, number, length)
        pieces.append(text + "\n")
        pages.append(lines)
        length += len(text) + 1
        if length > MAX_BYTES:
            what = f"holds more than the {MAX_BYTES:,} characters that are read"
            return Unreadable(name, what, "split it, and add the part with the report")
    extracted = "".join(pieces)
    if not extracted.strip():
        what = f"holds pictures of its {count} page{'s' if count != 1 else ''} and no text"
        return Unreadable(name, what, "have its text recognised (OCR), and add the result")
    text, runs = rewritten(extracted, edits_to_paragraphs(pages, length))
    return Draft(text, PDF, version("pypdfium2"), "unicode (format)", loose=True, runs=runs)


def _page(document: pdfium.PdfDocument, number: int, offset: int) -> tuple[str, Page]:
    """The text of a page, and its lines with where they stand in the whole text."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        # A page that is broken is empty; the others are read.
        return "", ()
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        # Characters beyond the basic plane are two to PDFium; then its places do not line up.
        placed = textpage.count_chars() == len(text)
        lines = []
        for match in _LINE.finditer(text):
            where = _measures(textpage, match.start(), match.end() - 1) if placed else ()
            lines.append(
                PdfLine(
                    offset + match.start(),
                    offset + match.end(),
                    match.group(),
                    text[match.end() : match.end() + 1] == _HYPHEN,
                    *where,
                )
            )
        return text, tuple(lines)
    finally:
        textpage.close()
        page.close()


def _measures(textpage: pdfium.PdfTextPage, first: int, last: int) -> tuple[float, ...]:
    """Left, right, foot and height of a line, from its first and its last character."""
    left, foot, _, _ = textpage.get_charbox(first, loose=True)
    right = textpage.get_charbox(last, loose=True)[2]
    # The size that the file names counts in the units of the matrix that it is drawn with.
    matrix = raw.FS_MATRIX()
    placed = raw.FPDFText_GetMatrix(textpage, first, ctypes.byref(matrix))
    scale = math.hypot(matrix.c, matrix.d) if placed else 1.0
    return left, right, foot, raw.FPDFText_GetFontSize(textpage, first) * scale
