"""Originals: bytes as received, kept untouched and named by their SHA-256."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

SUPPORTED_SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".jsonl")
"""Name endings, in lower case, that say how an original is read. Any other is not read."""

MAX_BYTES = 20_000_000
"""The largest original that is read. A report of a hundred pages has about 300,000 bytes."""

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
