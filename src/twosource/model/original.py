"""Originals: bytes as received, kept untouched and named by their SHA-256."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

TEXT_SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".jsonl", ".json", ".csv")
"""Name endings of formats that are little more than their text."""

PACKED_SUFFIXES = (
    ".pdf", ".docx", ".eml", ".rss", ".atom", ".xml", ".warc", ".warc.gz", ".wacz",
)  # fmt: skip
"""Name endings of formats that carry pictures, fonts or attachments beside their text."""

SUPPORTED_SUFFIXES = TEXT_SUFFIXES + PACKED_SUFFIXES
"""Name endings, in lower case, that say how an original is read. Any other is not read."""

MAX_BYTES = 20_000_000
"""The largest text that is read. A report of a hundred pages has about 300,000 bytes."""

MAX_PACKED_BYTES = 200_000_000
"""The largest original in a packed format that is read, and the most that one may unpack to."""

STANDARD_INPUT = "standard-input.txt"
"""Name of what came in on standard input; its content, not this suffix, says how to read it."""


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of one file or stream, as received.

    Attributes:
        name: File name without its folder, or the path below the folder that was named; standard
            input is ``standard-input.txt``. The suffix says how to read it.
        data: The bytes.
        sha256: Their hash, hexadecimal.
    """

    name: str
    data: bytes
    sha256: str


def seal(name: str, data: bytes) -> Original:
    """Seal bytes under their hash."""
    return Original(name, data, hashlib.sha256(data).hexdigest())


def ending_of(name: str) -> str:
    """The ending of a name in lower case, as far as it is one that is read.

    Returns:
        A supported suffix, the longest that fits; else what stands behind the last full stop, with
        it; else nothing.
    """
    last = name.rsplit("/", 1)[-1].lower()
    fitting = [s for s in SUPPORTED_SUFFIXES if last.endswith(s) and last != s]
    if fitting:
        return max(fitting, key=len)
    stem, dot, ending = last.rpartition(".")
    return f".{ending}" if dot and stem and ending else ""


def most_bytes(name: str) -> int:
    """How many bytes of an original of this name are read at most."""
    return MAX_PACKED_BYTES if ending_of(name) in PACKED_SUFFIXES else MAX_BYTES
