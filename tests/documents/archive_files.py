"""Web archives for the tests, written record by record."""

from __future__ import annotations

import gzip
import io
import zipfile

HTML = "Content-Type: text/html; charset=utf-8"


def record(
    url: str, body: bytes, *headers: str, status: str = "200 OK", kind: str = "response"
) -> bytes:
    """One record of an address and what it answered."""
    lines = "\r\n".join([f"HTTP/1.1 {status}", *(headers or (HTML,))])
    return raw(url, f"{lines}\r\n\r\n".encode() + body, kind, "application/http; msgtype=response")


def raw(url: str, block: bytes, kind: str, media: str) -> bytes:
    """One record with the block as given."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2026-01-02T03:04:05Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def zipped(*records: bytes) -> bytes:
    """A gzipped archive, one member a record, as the standard asks."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def package(**members: bytes) -> bytes:
    """A WACZ; in the names of members two underscores stand for a slash and one for a full stop."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), data)
    return out.getvalue()


def page(title: str, *paragraphs: str) -> bytes:
    """A web page with a story."""
    story = "".join(f"<p>{text}</p>" for text in paragraphs)
    head = f'<meta charset="utf-8"><title>{title}</title>'
    return (
        f"<!doctype html><html><head>{head}</head><body><article><h1>{title}</h1>{story}"
        "</article></body></html>"
    ).encode()
