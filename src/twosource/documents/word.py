"""Word-processor files (.docx): their paragraphs and tables, without header, footer and notes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from importlib.metadata import version

import docx
from docx.oxml.ns import qn
from lxml import etree

from twosource.documents.drafts import Draft
from twosource.documents.own import KEYWORD, own
from twosource.model.case import Unreadable
from twosource.model.original import MAX_PACKED_BYTES, Original

WORD = "python-docx"
_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_PARAGRAPH, _TEXT = qn("w:p"), qn("w:t")
_PUT_IN = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_UNREAD = frozenset({qn("w:moveFrom"), qn("w:del"), qn("w:txbxContent"), qn("w:pPr")})
"""Words that were moved away or struck out, and boxes, which stand twice in the file."""
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def word_from(original: Original) -> Draft | Unreadable:
    """Read a word-processor file.

    The date in its properties is when the file was made, not when it was published; it is not
    taken.

    Returns:
        Its text, one paragraph after the other with a blank line between, or what is wrong.
    """
    data = original.data
    if data.startswith(_OLD_OR_ENCRYPTED):
        what = "is encrypted, or in the old format of .doc"
        return Unreadable(original.name, what, "save it without a password as .docx or .txt")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return Unreadable(original.name, "is broken, or no .docx file", "save it again as .docx")
    if unpacked > MAX_PACKED_BYTES:
        what = f"unpacks to {unpacked:,} bytes, more than the {MAX_PACKED_BYTES:,} that are read"
        return Unreadable(original.name, what, "save its text as .txt")
    try:
        document = docx.Document(io.BytesIO(data))
        if KEYWORD in (document.core_properties.keywords or ""):
            return own(original.name, "a brief")
        text = "\n\n".join(_paragraphs(document.element.body))
    except Exception as error:  # noqa: BLE001 - third-party parsers on hostile bytes raise anything
        what = f"is a .docx file that cannot be taken apart ({type(error).__name__})"
        return Unreadable(original.name, what, "save it again as .docx, or its text as .txt")
    if not text.strip():
        return Unreadable(original.name, "holds no text", "if it holds pictures, type their text")
    return Draft(text, WORD, version("python-docx"), "utf-8 (format)", loose=True)


def _paragraphs(body: etree._Element) -> Iterator[str]:
    """The words of each paragraph, tables included, in the order of the file."""
    for paragraph in body.iter(_PARAGRAPH):
        if any(above.tag in {*_UNREAD, _FALLBACK} for above in paragraph.iterancestors()):
            continue
        words = "".join(_words(paragraph))
        if words.strip():
            yield words.strip()


def _words(paragraph: etree._Element) -> Iterator[str]:
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element.tag in _UNREAD or element.tag == _FALLBACK:
            walk.skip_subtree()
        elif element.tag == _TEXT:
            yield element.text or ""
        else:
            yield _PUT_IN.get(element.tag, "")
