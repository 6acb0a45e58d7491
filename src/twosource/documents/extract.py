"""Originals to reports: one reader per format, chosen by the ending of the name."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from twosource.documents.decode import decode
from twosource.documents.drafts import PLAIN_TEXT, RULES_VERSION, Draft, report_from
from twosource.documents.posts import posts_from
from twosource.model.case import Unreadable
from twosource.model.original import MAX_BYTES, STANDARD_INPUT, SUPPORTED_SUFFIXES, Original
from twosource.model.report import Report

_SNIFFED = 64_000
"""Bytes of standard input that are looked at to tell its format."""
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)

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
    if len(original.data) > MAX_BYTES:
        yield Unreadable(
            original.name,
            f"has {len(original.data):,} bytes, more than the {MAX_BYTES:,} that are read",
            "split it, or cut it down to the text",
        )
        return
    suffix = PurePosixPath(original.name).suffix.lower()
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
    yield from reader(original)


def _plain(original: Original) -> Iterator[Report | Unreadable]:
    decoded = decode(original.data)
    if decoded is None:
        yield Unreadable(original.name, BINARY, SAVE_AS_TEXT)
        return
    draft = Draft(decoded.text, PLAIN_TEXT, RULES_VERSION, decoded.encoding)
    yield report_from(original, draft)


def _page(original: Original) -> Iterator[Report | Unreadable]:
    # Loading the HTML tools takes longer than reading a plain report does.
    from twosource.documents.html import page_from  # noqa: PLC0415

    draft = page_from(original)
    yield draft if isinstance(draft, Unreadable) else report_from(original, draft)


def _posts(original: Original) -> Iterator[Report | Unreadable]:
    decoded = decode(original.data)
    if decoded is None:
        yield Unreadable(original.name, BINARY, "save the posts as UTF-8, one JSON object a line")
        return
    for draft in posts_from(original.name, decoded):
        yield draft if isinstance(draft, Unreadable) else report_from(original, draft)


_READERS: dict[str, Callable[[Original], Iterator[Report | Unreadable]]] = {
    ".txt": _plain,
    ".md": _plain,
    ".markdown": _plain,
    ".html": _page,
    ".htm": _page,
    ".jsonl": _posts,
}


def _sniffed(data: bytes) -> str:
    """The suffix that standard input would have as a file."""
    if _HTML_START.match(data[:_SNIFFED]):
        return ".html"
    decoded = decode(data)
    lines = [x for x in decoded.text.split("\n") if x.strip("\ufeff \t\r")] if decoded else []
    return ".jsonl" if lines and all(map(_is_object, lines)) else ".txt"


def _is_object(line: str) -> bool:
    if not line.lstrip("\ufeff \t").startswith("{"):
        return False
    try:
        return isinstance(json.loads(line.lstrip("\ufeff")), dict)
    except (ValueError, RecursionError):
        return False
