"""Originals to reports: one reader per format, chosen by the ending of the name."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from twosource.documents.decode import Decoded, decode
from twosource.documents.drafts import PLAIN_TEXT, RULES_VERSION, Draft, report_from
from twosource.documents.exports import export_from
from twosource.documents.posts import posts_from
from twosource.documents.tables import table_from
from twosource.errors import MissingExtraError
from twosource.model.case import Unreadable
from twosource.model.original import (
    STANDARD_INPUT,
    SUPPORTED_SUFFIXES,
    Original,
    ending_of,
    most_bytes,
)
from twosource.model.report import Report

if TYPE_CHECKING:
    from twosource.documents.mail import Attached

_SNIFFED = 64_000
"""Bytes of standard input that are looked at to tell its format."""
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)

_XML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml|<rss\b|<feed\b|<rdf:RDF\b)", re.IGNORECASE)
_LETTER_START = re.compile(
    r"(?:[A-Za-z][\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?"
    r"(?:Received|Message-ID|MIME-Version|Return-Path):",
    re.IGNORECASE,
)
_MARKS = (
    (b"%PDF-", ".pdf"),
    (b"WARC/1.", ".warc"),
    (b"\x1f\x8b", ".warc.gz"),
)
_ZIP = b"PK\x03\x04"
_IN_PACKAGES = (b"archive/", b"datapackage.json", b"pages/")

BINARY = "is binary, not text"
SAVE_AS_TEXT = "save the report's text as .txt or its page as .html"


def reports_from(original: Original) -> Iterator[Report | Unreadable]:
    """Read the reports in an original.

    Args:
        original: The bytes, under a name whose ending says how to read them; standard input is
            told by its content.

    Yields:
        One report per published item, in the order of the original. What cannot be read yields
        an ``Unreadable`` in its place; nothing is raised for bad material.
    """
    most = most_bytes(original.name)
    if len(original.data) > most:
        yield Unreadable(
            original.name,
            f"has {len(original.data):,} bytes, more than the {most:,} that are read",
            "split it, or cut it down to the text",
        )
        return
    suffix = ending_of(original.name)
    if original.name == STANDARD_INPUT:
        suffix = _sniffed(original.data)
    reader = _READERS.get(suffix)
    if reader is None:
        yield Unreadable(
            original.name,
            f"ends in {suffix!r}" if suffix else "has no ending that says its format",
            f"supported endings are {' '.join(SUPPORTED_SUFFIXES)}",
        )
        return
    if not original.data.strip():
        what = "holds only white space" if original.data else "is empty"
        yield Unreadable(original.name, what, "leave it out, or save the report again")
        return
    for draft in reader(original):
        yield draft if isinstance(draft, Unreadable) else report_from(original, draft)


def _plain(original: Original) -> Items:
    decoded = decode(original.data)
    if decoded is None:
        yield Unreadable(original.name, BINARY, SAVE_AS_TEXT)
        return
    yield Draft(decoded.text, PLAIN_TEXT, RULES_VERSION, decoded.encoding, loose=True)


def _page(original: Original) -> Items:
    # Loading the tools of a format takes longer than reading a plain report does.
    from twosource.documents.html import page_from  # noqa: PLC0415

    yield page_from(original)


def _posts(original: Original) -> Items:
    return _decoded(original, posts_from, "save the posts as UTF-8, one JSON object a line")


def _export(original: Original) -> Items:
    return _decoded(original, export_from, "export the posts again as JSON")


def _table(original: Original) -> Items:
    return _decoded(original, table_from, "export the posts again as CSV in UTF-8")


def _pdf(original: Original) -> Items:
    from twosource.documents.pdf import pdf_from  # noqa: PLC0415

    yield pdf_from(original)


def _word(original: Original) -> Items:
    from twosource.documents.word import word_from  # noqa: PLC0415

    yield word_from(original)


def _letter(original: Original) -> Items:
    from twosource.documents.mail import Attached, letter_from  # noqa: PLC0415

    for item in letter_from(original):
        if isinstance(item, Attached):
            yield from _attached(original, item)
        else:
            yield item


def _attached(letter: Original, item: Attached) -> Items:
    """Read what is attached to a letter, if it is of a format that is read and no letter itself."""
    ending = ending_of(item.name)
    reader = _READERS.get(ending) if ending != ".eml" else None
    if reader is None or not item.data.strip() or len(item.data) > most_bytes(item.name):
        size = f"{len(item.data):,} bytes"
        what = f"its attachment {item.name} ({item.kind}, {size}) is not read with it"
        remedy = "if it is a report, save it from the letter in a format that is read, and add it"
        yield Unreadable(letter.name, what, remedy)
        return
    inner = Original(f"{letter.name}#{item.number} ({item.name})", item.data, letter.sha256)
    for found in reader(inner):
        if isinstance(found, Unreadable):
            yield found
        else:
            yield replace(found, number=item.number, part=found.number)


def _feed(original: Original) -> Items:
    from twosource.documents.feeds import entries_from  # noqa: PLC0415

    yield from entries_from(original)


def _archive(original: Original) -> Items:
    yield from _archives().archive_from(original)


def _package(original: Original) -> Items:
    yield from _archives().package_from(original)


def _archives() -> ModuleType:
    """The reader of web archives.

    Raises:
        MissingExtraError: If what it needs is not installed. A report that was named would else be
            missing from the case for no fault of its own.
    """
    try:
        return import_module("twosource.documents.archives")
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            "web archives need FastWARC, which is not installed; install the extra: "
            "pip install 'twosource[warc]'"
        ) from error


def _decoded(original: Original, read: Callable[[str, Decoded], Items], remedy: str) -> Items:
    """Read a format that is text, if the bytes are text."""
    decoded = decode(original.data)
    if decoded is None:
        yield Unreadable(original.name, BINARY, remedy)
    else:
        yield from read(original.name, decoded)


Items = Iterator[Draft | Unreadable]

_READERS: dict[str, Callable[[Original], Items]] = {
    ".txt": _plain,
    ".md": _plain,
    ".markdown": _plain,
    ".html": _page,
    ".htm": _page,
    ".jsonl": _posts,
    ".json": _export,
    ".csv": _table,
    ".pdf": _pdf,
    ".docx": _word,
    ".eml": _letter,
    ".rss": _feed,
    ".atom": _feed,
    ".xml": _feed,
    ".warc": _archive,
    ".warc.gz": _archive,
    ".wacz": _package,
}


def _sniffed(data: bytes) -> str:
    """The suffix that standard input would have as a file."""
    marked = next((suffix for mark, suffix in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        return marked
    if data.startswith(_ZIP):
        return ".wacz" if any(name in data[:_SNIFFED] for name in _IN_PACKAGES) else ".docx"
    if _HTML_START.match(data[:_SNIFFED]):
        return ".html"
    if _XML_START.match(data[:_SNIFFED]):
        return ".xml"
    decoded = decode(data)
    if decoded is None:
        return ".txt"
    lines = [x for x in decoded.text.split("\n") if x.strip("\ufeff \t\r")]
    if lines and all(map(_is_object, lines)):
        return ".jsonl"
    if _LETTER_START.match(decoded.text):
        return ".eml"
    return ".json" if _is_json(decoded.text) else ".txt"


def _is_object(line: str) -> bool:
    return line.lstrip("\ufeff \t").startswith("{") and isinstance(_loaded(line), dict)


def _is_json(text: str) -> bool:
    """Whether a text is a list or an object of JSON over several lines."""
    return text.lstrip("\ufeff \t\r\n").startswith(("[", "{")) and _loaded(text) is not None


def _loaded(text: str) -> object:
    try:
        return json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
