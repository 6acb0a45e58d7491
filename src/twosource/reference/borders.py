"""Borders and coasts of the countries, from Natural Earth (public domain), to about 2 km.

The data file beside this module is built by ``resources/borders/build.py``. Natural Earth draws
borders as they are held on the ground; where a border is disputed, another may be meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from twosource.reference.packed import columns, unfolded, unpacked

STEPS = 100.0
"""Steps to a degree in the file."""
Point = tuple[float, float]


Points = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Borders:
    """The tables as they stand in the file.

    Attributes:
        arcs: Runs of points, each as degrees north and east.
        outlines: Country by ISO 3166-1 alpha-2 code, to the numbers of its arcs.
    """

    arcs: tuple[Points, ...]
    outlines: dict[str, tuple[int, ...]]


@lru_cache(maxsize=1)
def load_borders() -> Borders:
    """Read the borders. Later calls return what the first has read."""
    ((every, *lines),), numbers = unpacked("borders.xz")
    runs = int(every)
    (lengths,) = columns(numbers, (runs, 2))
    points = int(lengths.sum())
    east, north = columns(numbers[2 * runs :], (points, 3), (points, 3))
    degrees = np.stack([unfolded(steps).cumsum() for steps in (north, east)], axis=1) / STEPS
    pairs = (line.partition("\t") for line in lines)
    return Borders(
        tuple(np.split(degrees, lengths.cumsum()[:-1])),
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


def _run(arc: Points) -> tuple[Point, ...]:
    return tuple((north, east) for north, east in arc.tolist())
