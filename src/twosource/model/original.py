"""Originals: bytes as received, kept untouched and named by their SHA-256."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


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
