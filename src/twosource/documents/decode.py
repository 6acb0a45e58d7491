"""Bytes to characters, with how the encoding was found."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS = (
    # The four-byte marks first: the mark of UTF-32 begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_KNOWN = re.compile(
    r"(?:utf-?8|us-ascii|ascii|iso-?8859-\d+|latin-?\d|windows-\d+|cp\d+|koi8-[ru]|mac\w+"
    r"|gbk?|gb2312|gb18030|big5|euc-(?:jp|kr)|shift[_-]jis)",
    re.IGNORECASE,
)
"""Encodings that a page may declare. Python knows more, some of which run escapes."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE = 0.05
"""From this share of control characters on, the bytes are no text."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding that it came in and how that was found, in words."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """Decode bytes by their byte-order mark, as UTF-8, as declared, or by a guess, in this order.

    UTF-8 stands before the declaration because bytes that happen to be valid UTF-8 are next to
    never anything else, while pages saved by a browser often keep a declaration that is out of
    date.

    Args:
        data: The bytes.
        declared: Name of the encoding that the material itself declares.

    Returns:
        The text, or ``None`` where the bytes are not text in any encoding.
    """
    found = _marked(data)
    if found is None and b"\x00" not in data:
        found = _strict(data, "utf-8", "utf-8") or _as_declared(data, declared) or _guessed(data)
    if found is None or _looks_binary(found.text):
        return None
    return found


def _marked(data: bytes) -> Decoded | None:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            name = codec.removesuffix("-sig")
            return _strict(data, codec, f"{name} (byte-order mark)")
    return None


def _strict(data: bytes, codec: str, label: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), label)
    except (UnicodeDecodeError, LookupError):
        return None


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    if declared is None or not _KNOWN.fullmatch(declared):
        return None
    # The WHATWG Encoding Standard reads these labels as windows-1252, as every browser does.
    western = declared.lower() in {
        "iso-8859-1",
        "iso8859-1",
        "latin1",
        "latin-1",
        "us-ascii",
        "ascii",
    }
    codec = "cp1252" if western else declared.lower()
    return _strict(data, codec, f"{codec} (declared)")


def _guessed(data: bytes) -> Decoded | None:
    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        return None
    codec = best.encoding
    for match in matches:
        # English text seldom tells one Latin code page from another. Of equals, the commonest.
        level = match.chaos == best.chaos and match.coherence == best.coherence
        if level and "cp1252" in match.could_be_from_charset:
            codec = "cp1252"
    return _strict(data, codec, f"{codec} (guessed)")


def _looks_binary(text: str) -> bool:
    return "\x00" in text or len(_CONTROLS.findall(text)) > _CONTROL_SHARE * len(text)
