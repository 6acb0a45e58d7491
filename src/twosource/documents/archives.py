"""Web archives to reports: each page, PDF or feed that a WARC or WACZ holds."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from twosource.documents.decode import decode
from twosource.documents.drafts import PLAIN_TEXT, RULES_VERSION, Draft
from twosource.documents.feeds import entries_from, is_feed
from twosource.documents.html import page_from
from twosource.documents.pdf import pdf_from
from twosource.documents.records import Captured, captured_in, size_fault
from twosource.model.case import Unreadable
from twosource.model.original import MAX_PACKED_BYTES, Original

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_FEEDS = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "text/xml"}
    | {"application/xml"}
)
_SAYS_NOTHING = frozenset({"", "application/octet-stream", "application/x-unknown"})
_NOT_REPORTS = ("/robots.txt", "/ads.txt", "/app-ads.txt", "/humans.txt", "/security.txt")
_LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_MOST_MEMBERS = 10_000
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OSError,
    EOFError,
)
_NO_STORY = "holds no article text"
_AGAIN = "save the archive again"

Items = Iterator[Draft | Unreadable]


def archive_from(original: Original) -> Items:
    """Read a WARC, gzipped or not."""
    fault = size_fault(original.data)
    if fault is not None:
        yield Unreadable(original.name, fault, "leave it out, or take the pages out of it")
        return
    yield from _told(original, [original.data], frozenset())


def package_from(original: Original) -> Items:
    """Read a WACZ: the WARCs in it, and of them the pages that its list names."""
    try:
        with zipfile.ZipFile(io.BytesIO(original.data)) as packed:
            members = packed.infolist()
            fault = _package_fault(members)
            if fault is not None:
                yield Unreadable(original.name, fault, "leave it out, or pack fewer pages in it")
                return
            archives = [
                packed.read(m)
                for m in sorted(members, key=lambda m: m.filename)
                if m.filename.startswith("archive/") and m.filename.endswith((".warc", ".warc.gz"))
            ]
            listed = _listed([packed.read(m) for m in members if m.filename in _LISTS])
    except _ZIP_ERRORS:
        yield Unreadable(original.name, "is broken, or no WACZ package", _AGAIN)
        return
    if not archives:
        what = "is a package without a web archive in it"
        yield Unreadable(original.name, what, "see that it holds archive/*.warc.gz")
        return
    for archive in archives:
        fault = size_fault(archive)
        if fault is not None:
            yield Unreadable(original.name, f"holds an archive that {fault}", "leave it out")
            return
    yield from _told(original, archives, listed)


def _package_fault(members: list[zipfile.ZipInfo]) -> str | None:
    """What the list of a package says against unpacking it, or ``None``."""
    if len(members) > _MOST_MEMBERS:
        return f"holds {len(members):,} files, more than the {_MOST_MEMBERS:,} that are read"
    size = sum(member.file_size for member in members)
    if size > MAX_PACKED_BYTES:
        return f"unpacks to {size:,} bytes, more than the {MAX_PACKED_BYTES:,} that are read"
    return None


def _listed(lists: list[bytes]) -> frozenset[str]:
    """The addresses that a package says are its pages; none where it does not say."""
    found: set[str] = set()
    for line in b"\n".join(lists).splitlines():
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(entry, dict) and isinstance(entry.get("url"), str):
            found.add(entry["url"].partition("#")[0])
    return frozenset(found)


def _numbered(archives: list[bytes]) -> Iterator[Captured]:
    """The records of several archives, numbered through."""
    before = 0
    for data in archives:
        last = 0
        for captured in captured_in(data):
            last = captured.number
            yield replace(captured, number=before + last)
        before += last


def _told(original: Original, archives: list[bytes], listed: frozenset[str]) -> Items:
    """The reports in records, what is broken, and one line on pages without a story."""
    pages = 0
    silent: list[str] = []
    if listed and not any(record.url in listed for record in _numbered(archives)):
        # A list of pages none of which was captured says nothing about what was.
        listed = frozenset()
    for record in _numbered(archives):
        if record.broken:
            where = f" of {record.url[:200]}" if record.url else ""
            yield Unreadable(
                f"{original.name}#{record.number}", f"its record{where} {record.broken}", _AGAIN
            )
            continue
        if listed and record.url not in listed:
            continue
        for item in _items(original, record):
            pages += 1
            if isinstance(item, Unreadable) and item.what.startswith(_NO_STORY):
                silent.append(record.url)
            else:
                yield item
    if not pages:
        what = "holds no page, PDF or feed that was answered with 200"
        yield Unreadable(original.name, what, "see what was archived, and archive the page again")
    elif silent:
        what = f"{len(silent)} of its {pages} pages hold no article text, such as {silent[0][:200]}"
        yield Unreadable(original.name, what, "nothing to do if they are frames or lists of links")


def _items(original: Original, record: Captured) -> Items:
    """The reports in one record, by its media type."""
    inner = Original(f"{original.name}#{record.number}", record.body, original.sha256)
    if not record.body.strip():
        return
    kind = record.kind if record.kind not in _SAYS_NOTHING else _sniffed(record.body)
    if kind in _PAGES:
        yield _placed(page_from(inner, record.charset), record)
    elif kind == "application/pdf":
        yield _placed(pdf_from(inner), record)
    elif kind in _FEEDS and is_feed(record.body):
        for item in entries_from(inner):
            if isinstance(item, Unreadable):
                yield item
            else:
                yield replace(item, number=record.number, part=item.number)
    elif kind == "text/plain" and not record.url.lower().endswith(_NOT_REPORTS):
        decoded = decode(record.body, record.charset)
        if decoded is not None:
            draft = Draft(decoded.text, PLAIN_TEXT, RULES_VERSION, decoded.encoding, loose=True)
            yield _placed(draft, record)


def _sniffed(body: bytes) -> str:
    """The media type of what a server sent without a telling one."""
    start = body[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf-"):
        return "application/pdf"
    if start.startswith((b"<!doctype html", b"<html")):
        return "text/html"
    return "application/xml" if start.startswith(b"<") and is_feed(body) else ""


def _placed(item: Draft | Unreadable, record: Captured) -> Draft | Unreadable:
    """A draft with its place in the archive and the address that it was got from."""
    if isinstance(item, Unreadable):
        return item
    return replace(item, number=record.number, url=record.url)
