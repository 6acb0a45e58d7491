"""Whether two names are one voice: a body, its offices, the country that it speaks for."""

from __future__ import annotations

STEM = 5
"""Letters by which names of one body are recognised: a country and its adjective share them."""


def stems(*names: str) -> frozenset[str]:
    """The beginnings of the capitalised words of names, in lower case."""
    words = " ".join(names).replace("’", "'").split()
    return frozenset(
        word[:STEM].casefold() for word in words if word[:1].isupper() and len(word) >= STEM
    )


def one_voice(a: str, b: str) -> bool:
    """Whether two names share a word's beginning.

    "Norway" and "the Norwegian ministry" do; so do a body and its press office. Two persons of one
    family name do too, so that ids come first where there are any.
    """
    return bool(stems(a) & stems(b))
