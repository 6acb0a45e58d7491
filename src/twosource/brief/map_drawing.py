"""The map as the page draws it: the places that distances were checked between, and borders.

The projection is azimuthal and equidistant from the event's place, on a sphere (Snyder 1987, Map
Projections: A Working Manual, equations 25-1 to 25-3). Distances in words are those of the
findings, which are measured on the ellipsoid.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import acos, cos, hypot, radians, sin

from twosource.model.case import Case
from twosource.model.finding import Finding, Verdict
from twosource.model.identity import ReportId
from twosource.reference.borders import load_borders, outline

WIDTH, HEIGHT, MARGIN = 1040, 520, 56
"""Measures of the drawing in its own units."""
EDITION = "Borders and coasts: Natural Earth 1:50 million, as held on the ground."

_RADIUS = 6371.0088
"""Mean radius of the Earth in kilometres (IUGG)."""
_PLACE = re.compile(r"(.+) \((-?\d+\.\d+), (-?\d+\.\d+)\)")
_RINGS = (5, 10, 25, 50, 100, 250, 500, 1000, 2500)
_LEAST_SPAN = 30.0
_CLOSEST = 1.2
"""Units by which two points of a border lie apart at least; nearer ones look like one."""

Degrees = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Point:
    """A place with its position in the drawing."""

    name: str
    x: float
    y: float
    main: bool


@dataclass(frozen=True, slots=True)
class Leg:
    """A distance that was checked: from place to place, measured and printed."""

    x1: float
    y1: float
    x2: float
    y2: float
    words: str
    fails: bool


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle around the event's place, with its distance in kilometres."""

    radius: float
    words: str


@dataclass(frozen=True, slots=True)
class Map:
    """The drawing; ``borders`` is one path of an SVG."""

    borders: str
    rings: tuple[Ring, ...]
    legs: tuple[Leg, ...]
    points: tuple[Point, ...]
    centre: tuple[float, float]
    width: int
    height: int
    edition: str


def map_of(case: Case, labels: Mapping[ReportId, str]) -> Map | None:
    """Draw the distances that were checked; ``None`` without any, or without an event's place."""
    place = None if case.event is None else case.event.place
    checked = [one for one in case.findings if one.check in {"distance", "border"} and ends_of(one)]
    if place is None or not checked:
        return None
    centre = (place.latitude, place.longitude)
    ends = dict.fromkeys(end for one in checked for end in ends_of(one))
    flat = [_flat(where, centre) for _, where in ends]
    reach_x = max(_LEAST_SPAN, *(abs(x) for x, _ in flat))
    reach_y = max(_LEAST_SPAN, *(abs(y) for _, y in flat))
    scale = min((WIDTH / 2 - 2 * MARGIN) / reach_x, (HEIGHT / 2 - MARGIN) / reach_y)
    points = [Point(place.name, *_placed((0.0, 0.0), scale), main=True)]
    for (name, _), at in zip(ends, flat, strict=True):
        if hypot(*at) > _LEAST_SPAN / 10:
            points.append(Point(name, *_placed(at, scale), main=False))
    return Map(
        borders=_borders(centre, scale, place.country),
        rings=tuple(_rings(scale)),
        legs=tuple(_leg(one, centre, scale, labels) for one in checked),
        points=tuple(dict.fromkeys(points)),
        centre=(WIDTH / 2, HEIGHT / 2),
        width=WIDTH,
        height=HEIGHT,
        edition=EDITION,
    )


def ends_of(found: Finding) -> tuple[tuple[str, Degrees], ...]:
    """The two places that a finding measured between, as its inputs name them."""
    inputs = {one.name: one.value for one in found.inputs}
    matches = [_PLACE.fullmatch(inputs.get(name, "")) for name in ("from", "to")]
    ends = tuple((m[1], (float(m[2]), float(m[3]))) for m in matches if m is not None)
    return ends if len(ends) == len(matches) else ()


def _flat(where: Degrees, centre: Degrees) -> tuple[float, float]:
    """Kilometres east and north of the centre."""
    lat, lat0 = radians(where[0]), radians(centre[0])
    east = radians(where[1] - centre[1])
    cosine = sin(lat0) * sin(lat) + cos(lat0) * cos(lat) * cos(east)
    angle = acos(max(-1.0, min(1.0, cosine)))
    stretch = angle / sin(angle) if angle > 1e-9 else 1.0
    x = stretch * cos(lat) * sin(east)
    y = stretch * (cos(lat0) * sin(lat) - sin(lat0) * cos(lat) * cos(east))
    return x * _RADIUS, y * _RADIUS


def _placed(at: tuple[float, float], scale: float) -> tuple[float, float]:
    return round(WIDTH / 2 + at[0] * scale, 1), round(HEIGHT / 2 - at[1] * scale, 1)


def _leg(found: Finding, centre: Degrees, scale: float, labels: Mapping[ReportId, str]) -> Leg:
    inputs = {one.name: one.value for one in found.inputs}
    (_, start), (_, end) = ends_of(found)
    x1, y1 = _placed(_flat(start, centre), scale)
    x2, y2 = _placed(_flat(end, centre), scale)
    where = ", ".join(dict.fromkeys(labels[span.report] for span in found.spans))
    printed = " ".join(found.spans[0].quote.split())
    words = f"{inputs.get('measured', '')} measured; {where} prints “{printed}”"
    return Leg(x1, y1, x2, y2, words, fails=found.verdict is Verdict.FAILS)


def _rings(scale: float) -> Iterator[Ring]:
    """At most three circles that fit the drawing."""
    fitting = [km for km in _RINGS if MARGIN < km * scale < HEIGHT / 2 - MARGIN / 4]
    for km in fitting[-3:]:
        yield Ring(round(km * scale, 1), f"{km} km")


def _borders(centre: Degrees, scale: float, country: str) -> str:
    """The outlines that cross the drawing, as one path. Points off the drawing are left out."""
    reach_north = HEIGHT / scale / 111 + 2
    parts: list[str] = []
    for code in sorted(load_borders().outlines, key=lambda c: (c != country, c)):
        for run in outline(code):
            near = [p for p in run if abs(p[0] - centre[0]) < reach_north]
            if near:
                parts += _paths(near, centre, scale)
    return "".join(dict.fromkeys(parts))


def _paths(run: Sequence[Degrees], centre: Degrees, scale: float) -> Iterable[str]:
    path: list[tuple[float, float]] = []
    for where in run:
        x, y = _placed(_flat(where, centre), scale)
        if not (-WIDTH < x < 2 * WIDTH and -HEIGHT < y < 2 * HEIGHT):
            yield from _path(path)
            path = []
        elif not path or hypot(x - path[-1][0], y - path[-1][1]) >= _CLOSEST:
            path.append((x, y))
    yield from _path(path)


def _path(points: Sequence[tuple[float, float]]) -> Iterator[str]:
    if len(points) > 1:
        yield "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
