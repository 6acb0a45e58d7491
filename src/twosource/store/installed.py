"""The files of this installation, by which it is known whether other code made something."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

CODE, _COMPILED = ".py", "__pycache__"


def installed_files() -> Iterator[tuple[str, Traversable]]:
    """Every file of the package by its name in it (``/store/kept.py``), in order of the names."""
    yield from _below(resources.files("twosource"), "")


@cache
def code_mark() -> int:
    """A number that differs, with near certainty, wherever the code does; it fits a column."""
    seen = 0
    for name, file in installed_files():
        if name.endswith(CODE):
            seen = zlib.crc32(file.read_bytes(), zlib.crc32(name.encode(), seen))
    return seen & 0x7FFFFFFF


def _below(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    for one in sorted(folder.iterdir(), key=lambda item: item.name):
        name = f"{above}/{one.name}"
        if not one.is_dir():
            yield name, one
        elif one.name != _COMPILED:
            yield from _below(one, name)
