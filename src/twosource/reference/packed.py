"""Tables of this package as they are packed into their files by ``training.packing``."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from importlib.resources import files

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


def unpacked(name: str, parts: int = 1) -> tuple[list[list[str]], bytes]:
    """The lines of each part of the text, and the numbers, of a file beside this module."""
    raw = files("twosource.reference").joinpath(name).read_bytes()
    *text, numbers = lzma.decompress(raw).split(b"\n\f\n", parts)
    return [part.decode("utf-8").split("\n") for part in text], numbers


def columns(data: bytes, *layout: tuple[int, int]) -> Iterator[Numbers]:
    """Columns of numbers, each of which stands as its lowest bytes, then its next.

    Args:
        data: The columns, one behind the other.
        layout: Of each column how many numbers it has, and of how many bytes they are.
    """
    at = 0
    for length, size in layout:
        planes = np.frombuffer(data, np.uint8, length * size, at).reshape(size, length)
        whole = sum(planes[place].astype(np.int64) << (8 * place) for place in range(size))
        yield np.asarray(whole)
        at += length * size


def unfolded(steps: Numbers) -> Numbers:
    """Steps either way from their numbers: 0, 1, 2, 3, 4 as 0, -1, 1, -2, 2."""
    return np.where(steps % 2 == 0, steps // 2, -(steps + 1) // 2)


def whole_words(shared: bytes, rests: list[str]) -> Iterator[str]:
    """Words from how many letters each shares with the one before, and what follows them."""
    word = ""
    for many, rest in zip(shared, rests, strict=True):
        word = word[:many] + rest
        yield word
