"""Sound originals of every format that is read, and what can go wrong with their bytes."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage

import docx
import typst

WORDS = (
    "The harbour master of Port Ann, Ilse Varn, said on Monday that the ferry had left the quay.",
    "“Nobody asked for help,” said Bo Lind, who ran the tug — “until the engine stopped.”",
    "The coast guard denied on 4 March 2021 that nine sailors had been hurt (Photo: Ada Quill).",
)
_JUNK = (
    *(b"\x00", b"\xff\xfe", b"\r\n\r\n", b"<", b"</p>", b"<!--", b"]]>", b"&#x110000;", b"&a;"),
    *(b"{", b"[", b'"', b"\\u", b"\\ud800", b"1e999", b"-0", b"9" * 40, b"\xe2\x80\xae"),
    *(b"%PDF-", b"endobj", b"stream\r\n", b"PK\x03\x04", b"WARC/1.0\r\n", b"\x1f\x8b"),
    *(b"Content-Length: 99999999999\r\n", b"Content-Length: -1\r\n", b"charset=utf-7"),
    *(b"=?utf-8?q?=", b"boundary=", b"\xed\xa0\x80", b"Date: 99 Xxx 99999"),
)
_MOST = 60_000
_CUT = 0.1
"""How often an original is cut off."""


def sound_originals() -> dict[str, bytes]:
    """One sound original of each format, by its name."""
    page = _page().encode()
    letter = _letter()
    lines = [json.dumps({"text": w, "date": "2021-03-04", "channel": "Quay"}) for w in WORDS]
    messages = [
        {"id": n, "type": "message", "date_unixtime": "1614834367", "from": "Quay", "text": [w]}
        for n, w in enumerate(WORDS)
    ]
    export = {"name": "Quay Watch", "type": "public_channel", "messages": messages}
    rows = "".join(f'2021-03-04 05:06:07 EST,Quay,"{word}"\n' for word in WORDS)
    archive = _archive(page)
    return {
        "a.txt": ("title: Ferry left\n\n" + "\n\n".join(WORDS)).encode(),
        "a.md": ("# Ferry left\n\n" + "\n\n".join(f"**{w}** [a](b.c)" for w in WORDS)).encode(),
        "a.html": page,
        "a.jsonl": "\n".join(lines).encode(),
        "a.json": json.dumps(export).encode(),
        "a.csv": ("Post Created,Page Name,Message\n" + rows).encode(),
        "a.pdf": bytes(typst.compile("\n\n".join(("= Ferry left", *WORDS)).encode())),
        "a.docx": _document(),
        "a.eml": letter,
        "a.rss": _feed().encode(),
        "a.warc": b"".join(archive),
        "a.warc.gz": b"".join(gzip.compress(record, mtime=0) for record in archive),
        "a.wacz": _package(archive),
    }


def mutated(data: bytes, count: int, seed: int = 0) -> Iterator[bytes]:
    """Originals that are broken in one to four ways each.

    Bits are flipped; pieces are cut off, taken out, multiplied or overwritten; junk that formats
    trip over is put in; digits are exchanged.

    Args:
        data: A sound original.
        count: How many to give.
        seed: The same seed gives the same originals.
    """
    chance = random.Random(seed)  # noqa: S311 - chance, not secrecy
    for number in range(count):
        yield _repacked(data, chance) if number % 2 else _broken(data, chance)


def _broken(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        _break(broken, chance)
    return bytes(broken[:_MOST])


def _repacked(data: bytes, chance: random.Random) -> bytes:
    """A packed original whose content is broken and whose packing is sound; others as they are."""
    if data.startswith(b"\x1f\x8b"):
        return gzip.compress(_broken(gzip.decompress(data), chance), 1, mtime=0)
    if not data.startswith(b"PK"):
        return _broken(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    chosen = chance.choice(sorted(members))
    members[chosen] = _repacked(members[chosen], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


def _break(data: bytearray, chance: random.Random) -> None:
    if not data:
        return
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice((1, 2, 8, 64, 512)))
    piece = bytes(data[start:end])
    ways: tuple[bytes, ...] = (
        b"",
        piece * chance.choice((2, 4, 50)),
        chance.choice(_JUNK) + piece,
        chance.choice(_JUNK),
        chance.randbytes(end - start),
        bytes(chance.choice(b"0123456789") if chr(c).isdigit() else c for c in piece),
        bytes([piece[0] ^ 1 << chance.randrange(8)]) + piece[1:],
    )
    data[start:end] = chance.choice(ways)
    if chance.random() < _CUT:
        del data[start:]


def _page() -> str:
    story = "".join(f"<p>{word}</p>" for word in WORDS)
    head = (
        '<meta charset="utf-8"><title>Ferry left</title><meta name="author" content="Ada Quill">'
        '<meta property="article:published_time" content="2021-03-04T05:06:07+01:00">'
        '<script type="application/ld+json">{"datePublished": "2021-03-04"}</script>'
    )
    body = f"<nav><a href='/'>Home</a></nav><article><h1>Ferry left</h1>{story}</article>"
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def _feed() -> str:
    items = "".join(
        f"<item><title>Ferry {n}</title><link>https://quay.example/{n}</link>"
        f"<description>&lt;p&gt;{word}&lt;/p&gt;</description>"
        "<pubDate>Thu, 04 Mar 2021 05:06:07 +0100</pubDate></item>"
        for n, word in enumerate(WORDS)
    )
    channel = f"<channel><title>Quay Watch</title>{items}</channel>"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0">{channel}</rss>'


def _letter() -> bytes:
    message = EmailMessage()
    message["From"] = "Harbour Office <press@harbour.example>"
    message["Subject"] = "Statement on the ferry — Fähre"
    message["Date"] = "Thu, 04 Mar 2021 05:06:07 +0100"
    message.set_content("\n\n".join(WORDS))
    message.add_alternative("".join(f"<p>{word}</p>" for word in WORDS), subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    return bytes(message)


def _document() -> bytes:
    document = docx.Document()
    document.add_heading("Ferry left", 1)
    for word in WORDS:
        document.add_paragraph(word)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _archive(page: bytes) -> list[bytes]:
    packed = gzip.compress(page, mtime=0)
    answers = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page,
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + packed,
    )
    return [
        (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/{n}\r\n"
            "WARC-Date: 2026-01-02T03:04:05Z\r\n"
            "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        ).encode()
        + block
        + b"\r\n\r\n"
        for n, block in enumerate(answers)
    ]


def _package(archive: list[bytes]) -> bytes:
    out = io.BytesIO()
    listed = "\n".join(json.dumps({"url": f"https://quay.example/{n}"}) for n in range(2))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "archive/data.warc.gz", b"".join(gzip.compress(r, mtime=0) for r in archive)
        )
        packed.writestr("pages/pages.jsonl", listed)
        packed.writestr("datapackage.json", "{}")
    return out.getvalue()
