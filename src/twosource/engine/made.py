"""What results are made by: one word that differs wherever a result may.

A reading is used again only by the very code, tables, weights and libraries that made it. A version
number is not enough for that: between two releases the code changes and the number does not.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterator
from functools import cache

from twosource import __version__
from twosource.engine.health import dependencies
from twosource.store.installed import CODE, installed_files

_WEIGHTS = ".onnx"
"""Files that are not looked into: a manifest beside each names its hash."""
_APART = frozenset({"cli", "brief", "exchange", "store"})
"""Rooms whose files that are no code take no part in a result: pages, examples, schemas."""


@cache
def made_by() -> str:
    """A hash over the code, tables, weights and libraries of this installation, hexadecimal."""
    seen = hashlib.sha256()
    for name, data in _parts():
        seen.update(f"{name}\0{len(data)}\0".encode())
        seen.update(data)
    return seen.hexdigest()


def key_of(stage: str, *subjects: str) -> str:
    """The key of what a stage of this installation makes of something, hexadecimal."""
    text = json.dumps([made_by(), stage, *subjects], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _parts() -> Iterator[tuple[str, bytes]]:
    yield "version", __version__.encode()
    yield "python", f"{platform.python_version()} {platform.machine()}".encode()
    for check in dependencies():
        yield check.name, check.detail.encode()
    for name, file in installed_files():
        room = name.split("/")[1]
        if name.endswith(CODE) or (room not in _APART and not name.endswith(_WEIGHTS)):
            yield name, file.read_bytes()
