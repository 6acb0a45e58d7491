"""Is it as far from a country's border as the report says?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import cos, radians

from twosource.checks.distance import bounds
from twosource.checks.ends import POINTS, target_of
from twosource.claims.facts import ReportFacts
from twosource.claims.places import distance_km
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Span
from twosource.model.value import Amount, DistanceValue, Place, PlaceKind
from twosource.reference.borders import Point, outline
from twosource.reference.countries import ADJECTIVES
from twosource.reference.gazetteer import entries_named

NAME, VERSION = "border", 1
COARSE = 5.0
"""Kilometres by which the table of borders may be off (Natural Earth at 1:50 million)."""
_BORDER = re.compile(r"\b(?:border|frontier)\b", re.IGNORECASE)


def border(facts: ReportFacts, frame: EventFrame) -> Iterator[Finding]:
    """Hold "450 km from the X border" against the nearest point of X's outline.

    It is measured from the place printed, else from that of the event; in the latter case only a
    distance that fits is told of.
    """
    for value in facts.distances:
        if value.kilometres is None or value.origin is None:
            continue
        country = _country(value.origin)
        target = target_of(facts, value, frame)
        if country is None or target is None or target.kind not in POINTS:
            continue
        nearest = _nearest(target, country)
        if nearest is not None and country.country != target.country:
            found = _finding(value, value.kilometres, (country, target, nearest))
            # Where the place is not printed, another may be meant than that of the event.
            if value.target is not None or found.verdict is Verdict.HOLDS:
                yield found


def _country(origin: Span) -> Place | None:
    """The one country whose border the words name: "the X border", "the border with X"."""
    if _BORDER.search(origin.quote) is None:
        return None
    words = [w.strip("'’s") for w in origin.quote.replace("-", " ").split() if w[:1].isupper()]
    named = " ".join(words).lower()
    found = {
        entry.place.country: entry.place
        for name in (ADJECTIVES.get(named, named),)
        for entry in entries_named(name)
        if entry.place.kind is PlaceKind.COUNTRY
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _nearest(place: Place, country: Place) -> Place | None:
    """The point of a country's outline that lies nearest to a place."""
    scale = cos(radians(place.latitude))
    best: tuple[float, Point] | None = None
    for run in outline(country.country):
        for one, other in pairwise(run):
            foot = _foot(place, one, other, scale)
            far = _square(place, foot, scale)
            if best is None or far < best[0]:
                best = (far, foot)
    if best is None:
        return None
    latitude, longitude = best[1]
    name = f"border of {country.name}"
    return Place(
        country.key, name, PlaceKind.NATURAL, country.country, latitude, longitude, COARSE, ""
    )


def _square(place: Place, point: Point, scale: float) -> float:
    east = (point[1] - place.longitude) * scale
    return float(east * east + (point[0] - place.latitude) ** 2)


def _foot(place: Place, one: Point, other: Point, scale: float) -> Point:
    """The point of a line that lies nearest to a place, on a plane that touches there."""
    north, east = other[0] - one[0], (other[1] - one[1]) * scale
    length = north * north + east * east
    if length == 0.0:
        return one
    along = (place.latitude - one[0]) * north + (place.longitude - one[1]) * scale * east
    share = min(1.0, max(0.0, along / length))
    return one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])


def _finding(value: DistanceValue, printed: Amount, ends: tuple[Place, Place, Place]) -> Finding:
    country, target, nearest = ends
    measured = distance_km(nearest, target)
    low, high = bounds(printed)
    slack = target.radius + COARSE
    fits = low - slack <= measured <= high + slack
    verdict = Verdict.HOLDS if fits else Verdict.FAILS
    inputs = (
        Input("from", f"{nearest.name} ({nearest.latitude:.3f}, {nearest.longitude:.3f})"),
        Input("to", f"{target.name} ({target.latitude}, {target.longitude})"),
        Input("measured", f"{measured:.0f} km"),
        Input("printed", f"{printed.low} to {printed.high} km"),
        Input("borders", "Natural Earth 1:50 million, as held on the ground"),
    )
    reason = (
        f"{target.name} lies {measured:.0f} km from the nearest point of the border or coast of "
        f"{country.name}, as Natural Earth draws it"
    )
    suggestion = f"about {measured:.0f} km" if verdict is Verdict.FAILS else None
    return Finding(NAME, VERSION, verdict, (value.span,), inputs, reason, suggestion)
