"""Atoms: the smallest runs of text that print a part of a time, and how patterns find them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from twosource.claims.times.expression import Printed


@dataclass(frozen=True, slots=True)
class Builder:
    """A pattern with the function that reads its match; ``None`` from it: no time after all."""

    kind: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Printed | tuple[Printed, Printed] | None]


@dataclass(frozen=True, slots=True)
class Atom:
    """A half-open run of the text and what it prints, with its end for a printed stretch."""

    start: int
    end: int
    kind: str
    printed: Printed
    until: Printed | None = None


def atoms_of(text: str, builders: Iterable[Builder]) -> list[Atom]:
    """Every atom of the text, in order; of two that overlap the longer, then the earlier rule."""
    found: list[tuple[int, int, int, Atom]] = []
    for rank, builder in enumerate(builders):
        for match in builder.pattern.finditer(text):
            printed = builder.read(match)
            if printed is None:
                continue
            pair = printed if isinstance(printed, tuple) else (printed, None)
            start, end = match.span()
            words = match.group().rstrip()
            if words.endswith(")") and "(" not in words:
                words = words[:-1]
            end = start + len(words)
            found.append((start - end, rank, start, Atom(start, end, builder.kind, *pair)))
    found.sort(key=lambda item: item[:3])
    taken: list[Atom] = []
    covered = bytearray(len(text))
    for *_, atom in found:
        if not any(covered[atom.start : atom.end]):
            covered[atom.start : atom.end] = b"\1" * (atom.end - atom.start)
            taken.append(atom)
    return sorted(taken, key=lambda atom: atom.start)
