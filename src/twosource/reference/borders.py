"""Borders and coasts of the countries, from Natural Earth (public domain), to about 2 km.

The data file beside this module is built by ``resources/borders/build.py``. Natural Earth draws
borders as they are held on the ground; where a border is disputed, another may be meant.
"""

from __future__ import annotations

import lzma
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

STEPS = 100.0
"""Steps to a degree in the file."""
Point = tuple[float, float]


@dataclass(frozen=True)
class Borders:
    """The tables as they stand in the file.

    Attributes:
        arcs: One run of points a line, the first in steps from 0, the others from the one before.
        outlines: Country by ISO 3166-1 alpha-2 code, to the numbers of its arcs.
    """

    arcs: tuple[str, ...]
    outlines: dict[str, tuple[int, ...]]


@lru_cache(maxsize=1)
def load_borders() -> Borders:
    """Read the borders. Later calls return what the first has read."""
    packed = files("twosource.reference").joinpath("borders.xz").read_bytes()
    arcs, _, lines = lzma.decompress(packed).decode("ascii").partition("\n\f\n")
    pairs = (line.partition("\t") for line in lines.split("\n") if line)
    return Borders(
        tuple(arcs.split("\n")),
        {code: tuple(int(n) for n in numbers.split()) for code, _, numbers in pairs},
    )


@lru_cache(maxsize=32)
def outline(country: str) -> tuple[tuple[Point, ...], ...]:
    """The border and coast of a country, as runs of latitude and longitude in degrees.

    Args:
        country: ISO 3166-1 alpha-2 code.

    Returns:
        No runs where the country is not in the table.
    """
    table = load_borders()
    return tuple(_run(table.arcs[number]) for number in table.outlines.get(country, ()))


def _run(line: str) -> tuple[Point, ...]:
    east = north = 0
    found: list[Point] = []
    for step in line.split():
        right, _, up = step.partition(",")
        east, north = east + int(right), north + int(up)
        found.append((north / STEPS, east / STEPS))
    return tuple(found)
