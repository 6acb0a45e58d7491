"""How the tables of ``twosource.reference`` are packed; ``twosource.reference.packed`` reads them.

Whole numbers stand column by column, each column as its lowest bytes, then its next. Words in their
order stand as how many letters each shares with the one before, and its other letters. Numbers and
letters have a stream of xz each, which suits them better than one for both.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Sequence
from itertools import takewhile

_TEXT = {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 4, "lp": 0, "pb": 0}
_NUMBERS = {**_TEXT, "lc": 0}
_MOST_SHARED = 255


def streamed(text: str, numbers: bytes) -> bytes:
    """A file of two streams, one behind the other: text, and numbers behind a form feed."""
    streams = ((text.encode("utf-8") + b"\n\f\n", _TEXT), (numbers, _NUMBERS))
    return b"".join(lzma.compress(data, lzma.FORMAT_XZ, filters=[how]) for data, how in streams)


def planes(values: Sequence[int], size: int) -> bytes:
    """A column of numbers from 0, in so many bytes each: all lowest bytes, then all next."""
    every = b"".join(value.to_bytes(size, "little") for value in values)
    return b"".join(every[at::size] for at in range(size))


def folded_steps(values: Iterable[int]) -> list[int]:
    """Steps either way as numbers from 0: 0, -1, 1, -2, 2 as 0, 1, 2, 3, 4."""
    return [2 * step if step >= 0 else -2 * step - 1 for step in values]


def steps(values: Sequence[int]) -> list[int]:
    """Folded differences from one number to the next, the first from 0."""
    return folded_steps(b - a for a, b in zip((0, *values), values, strict=False))


def fronted(words: Sequence[str]) -> tuple[bytes, list[str]]:
    """How many letters each word shares with the one before, and what follows them."""
    pairs = [tuple(zip(*pair, strict=False)) for pair in zip(("", *words), words, strict=False)]
    same = [sum(1 for _ in takewhile(lambda two: two[0] == two[1], pair)) for pair in pairs]
    shared = [min(many, _MOST_SHARED) for many in same]
    return bytes(shared), [word[n:] for n, word in zip(shared, words, strict=True)]
