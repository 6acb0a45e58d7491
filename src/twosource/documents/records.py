"""The records of a web archive (WARC, gzipped or not), one after the other, within bounds.

Reading goes through FastWARC (extra ``warc``). A record that is broken is left out, and reading
goes on at the next one that can be found; nothing is unpacked beyond the limits.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from twosource.model.original import MAX_BYTES, MAX_PACKED_BYTES

MOST_UNPACKED = 5 * MAX_PACKED_BYTES
_MOST_RATIO = 200
_FREE = 50_000_000
"""Bytes that may be unpacked whatever the ratio; news pages shrink to about a seventh."""
_CHUNK = 1 << 20
_LONGEST_HEADER = 1 << 16
_LONGEST_BLOCK = MAX_BYTES + 2 * _LONGEST_HEADER
_MOST_BREAKS = 100
_LONGEST_URL = 2_000
_GZIP = b"\x1f\x8b\x08"
_START = re.compile(rb"WARC/1\.\d\r?\n")
_OK = 200
_READ = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Captured:
    """What one record holds, of an address that answered.

    Attributes:
        number: Which record of the archive it is, from 1.
        url: The address.
        kind: Media type, in lower case, without parameters.
        charset: Encoding that the server named.
        body: The bytes, unpacked; empty where ``broken`` says why.
        broken: What is wrong with the record, or nothing.
    """

    number: int
    url: str
    kind: str
    charset: str | None
    body: bytes
    broken: str = ""


def size_fault(data: bytes) -> str | None:
    """What is wrong with the size that a gzipped archive unpacks to, or ``None``.

    The archive is unpacked once, piece by piece, and nothing of it is kept.
    """
    if not data.startswith(_GZIP):
        return None
    size = 0
    for count in _unpacked_sizes(data):
        size += count
        if size > MOST_UNPACKED:
            return f"unpacks to more than the {MOST_UNPACKED:,} bytes that are read"
        if size > _FREE and size > _MOST_RATIO * len(data):
            return f"unpacks to more than {_MOST_RATIO} times its size, as no archive of pages does"
    return None


def _unpacked_sizes(data: bytes) -> Iterator[int]:
    """The sizes of the pieces that the members of a gzip file unpack to, as far as it is whole."""
    rest = data
    while rest:
        unpacker = zlib.decompressobj(wbits=31)
        try:
            while rest and not unpacker.eof:
                yield len(unpacker.decompress(rest, _CHUNK))
                rest = unpacker.unconsumed_tail
        except zlib.error:
            return
        rest = unpacker.unused_data


def captured_in(data: bytes) -> Iterator[Captured]:
    """Read an archive.

    Yields:
        One item for each record of an address that answered with 200, one for each record that is
        broken; requests, redirects, revisits and metadata are passed over.
    """
    number = 0
    start = 0
    for _ in range(_MOST_BREAKS):
        stream = io.BytesIO(data[start:] if start else data)
        last = 0
        try:
            for record in ArchiveIterator(
                stream, parse_http=False, max_header_len=_LONGEST_HEADER, fsspec_args=False
            ):
                number += 1
                last = record.stream_pos
                found = _captured(record, number)
                if found is not None:
                    yield found
        except (OSError, ValueError, OverflowError) as error:
            number += 1
            yield Captured(number, "", "", None, b"", f"cannot be read ({_plain(error)})")
        else:
            return
        start = _next_record(data, start + last + 1)
        if start < 0:
            return


def _next_record(data: bytes, start: int) -> int:
    """Where the next record may begin, or -1."""
    if data.startswith(_GZIP):
        return data.find(_GZIP, start)
    match = _START.search(data, start)
    return match.start() if match else -1


def _captured(record: WarcRecord, number: int) -> Captured | None:
    # An address ends at the first white space; what stands behind it is a header gone astray.
    url = next(iter((record.headers.get("WARC-Target-URI") or "").strip("<> ").split()), "")
    url = "".join(c for c in url[:_LONGEST_URL] if c.isprintable())
    if not record.record_type & _READ or not url.startswith(("http://", "https://")):
        return None
    declared = record.content_length
    if declared > _LONGEST_BLOCK:
        what = f"has {declared:,} bytes, more than the {MAX_BYTES:,} that are read"
        return Captured(number, url, "", None, b"", what)
    block = record.reader.read(declared)
    if len(block) < declared:
        what = f"breaks off after {len(block):,} of its {declared:,} bytes"
        return Captured(number, url, "", None, b"", what)
    if not record.is_http:
        kind = (record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
        return Captured(number, url, kind, None, block)
    return _answer(block, url, number)


def _answer(block: bytes, url: str, number: int) -> Captured | None:
    """What a server answered, unpacked; ``None`` where it did not answer with 200."""
    answer = WarcRecord()
    answer.init_headers(record_type=WarcRecordType.response)
    answer.is_http = True
    answer.set_bytes_content(block)
    try:
        answer.parse_http(auto_decode="all", max_header_len=_LONGEST_HEADER)
        if answer.http_headers.status_code != _OK:
            return None
        stated = answer.http_headers.get("Content-Type") or ""
        body = answer.reader.read(MAX_BYTES + 1)
    except (OSError, ValueError, OverflowError) as error:
        return Captured(number, url, "", None, b"", f"cannot be unpacked ({_plain(error)})")
    if len(body) > MAX_BYTES:
        what = f"unpacks to more than the {MAX_BYTES:,} bytes that are read"
        return Captured(number, url, "", None, b"", what)
    charset = _CHARSET.search(stated)
    kind = stated.split(";")[0].strip().lower()
    return Captured(number, url, kind, charset[1] if charset else None, body)


def _plain(error: Exception) -> str:
    """What an exception says, on one short line."""
    return " ".join(str(error).split())[:100] or type(error).__name__
