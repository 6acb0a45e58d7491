"""What was fetched, as a web archive (WARC 1.1): each answer with its request."""

from __future__ import annotations

import gzip
import io
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from importlib import import_module
from types import ModuleType

from twosource.errors import MissingExtraError

_ABOUT = b"software: twosource\r\nformat: WARC File Format 1.1\r\n"
_NOT_AS_SENT = "transfer-encoding"
"""The pieces that an answer came in are joined, so that this header would be untrue of the body."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer.

    Attributes:
        url: What was asked for.
        target: Path and query, as in the request line.
        asked: Headers of the request.
        address: The numeric address that was connected to.
        at: When, UTC, to the second.
        status, reason: Of the answer.
        headers: Of the answer, in order.
        body: Bytes of the answer, joined if they came in pieces, else as sent.
    """

    url: str
    target: str
    asked: tuple[tuple[str, str], ...]
    address: str
    at: datetime
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def lowered(self) -> Iterable[tuple[str, str]]:
        """The answer's headers with their names in lower case, the first of a name last."""
        return ((name.lower(), value) for name, value in reversed(self.headers))


def web_archive(exchanges: Iterable[Exchange]) -> bytes:
    """Write exchanges as a gzipped WARC, one member a record.

    The ids of the records are made from what they hold, so that equal exchanges give equal bytes.

    Raises:
        MissingExtraError: If FastWARC is not installed.
    """
    listed = list(exchanges)
    at = listed[0].at if listed else None
    members = [_record("warcinfo", _ABOUT, "application/warc-fields", None, at)]
    for one in listed:
        head = f"HTTP/1.1 {one.status} {one.reason}"
        kept = [(name, value) for name, value in one.headers if name.lower() != _NOT_AS_SENT]
        answer = _head(head, kept) + one.body
        request = _head(f"GET {one.target} HTTP/1.1", one.asked)
        members.append(_record("response", answer, "application/http; msgtype=response", one))
        members.append(_record("request", request, "application/http; msgtype=request", one))
    return b"".join(gzip.compress(member, mtime=0) for member in members)


def writer_of_archives() -> ModuleType:
    """What writes web archives.

    Raises:
        MissingExtraError: If FastWARC is not installed.
    """
    try:
        return import_module("fastwarc.warc")
    except ImportError as error:
        raise MissingExtraError(
            "what is fetched is kept as a web archive, for which FastWARC is not installed;"
            " install the extra: pip install 'twosource[warc]'"
        ) from error


def _head(first: str, headers: Iterable[tuple[str, str]]) -> bytes:
    lines = [first, *(f"{name}: {value}" for name, value in headers)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")


def _record(
    kind: str, block: bytes, media: str, one: Exchange | None, at: datetime | None = None
) -> bytes:
    warc = writer_of_archives()
    when = one.at if one is not None else at
    record = warc.WarcRecord()
    seed = f"{kind} {one.url if one else ''} {when} ".encode() + block
    name = f"uuid:{uuid.UUID(bytes=sha256(seed).digest()[:16], version=5)}".encode()
    record.init_headers(record_type=getattr(warc, kind), record_urn=name)
    if when is not None:
        record.headers["WARC-Date"] = when.strftime("%Y-%m-%dT%H:%M:%SZ")
    record.headers["Content-Type"] = media
    if one is not None:
        record.headers["WARC-Target-URI"] = one.url
        record.headers["WARC-IP-Address"] = one.address
    record.set_bytes_content(block)
    out = io.BytesIO()
    record.write(out, checksum_data=True)
    return out.getvalue()
