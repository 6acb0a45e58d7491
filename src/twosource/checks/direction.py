"""Does it lie in the direction that the report says?"""

from __future__ import annotations

from collections.abc import Iterator
from math import asin, degrees

from twosource.checks.distance import SLIP, bounds, ends
from twosource.checks.ends import ends_of
from twosource.claims.facts import ReportFacts
from twosource.claims.places import bearing_of, distance_km
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.value import DistanceValue, Place

NAME, VERSION = "direction", 1
NEAR, FAR = 50.0, 75.0
"""Degrees off the printed point of the compass up to which it holds, and beyond which it fails.
Print names eight points, 45 degrees apart, and often the next of four."""
BESIDE = 25
"""Code points before a bare direction within which the place that it is told of is printed."""
FARTHEST = 300.0
"""Kilometres beyond which a bare "west of X" says where in a country something lies, not more."""
_POINTS = "north north-east east south-east south south-west west north-west".split()


def direction(facts: ReportFacts, frame: EventFrame) -> Iterator[Finding]:
    """Hold "west of X" against the bearing of the geodesic from X.

    The width that both places have as seen from each other is allowed for; where they lie within
    three times their radii of each other, a direction says too little to be checked.
    """
    for value in facts.distances:
        ends = ends_of(facts, value, frame)
        if value.bearing is None or ends is None or not _is_told(facts, value):
            continue
        far = distance_km(*ends)
        if not is_plausible(value, far):
            continue
        if far > 3 * (ends[0].radius + ends[1].radius):
            yield _finding(value, value.bearing, *ends)


def _is_told(facts: ReportFacts, value: DistanceValue) -> bool:
    """Whether a bare direction is told of a place that is printed beside it."""
    if value.kilometres is not None or value.target is not None:
        return True
    start = value.span.start
    return any(start - BESIDE <= place.span.end <= start for place in facts.places)


def is_plausible(value: DistanceValue, far: float) -> bool:
    """Whether a place so far away can be the one meant, given the distance printed, if any."""
    if value.kilometres is None:
        return far <= FARTHEST
    low, high = bounds(value.kilometres)
    return low / SLIP <= far <= high * SLIP


def _finding(value: DistanceValue, printed: float, origin: Place, target: Place) -> Finding:
    actual = bearing_of(origin, target)
    off = abs((actual - printed + 180.0) % 360.0 - 180.0)
    width = degrees(asin(min(1.0, (origin.radius + target.radius) / distance_km(origin, target))))
    if off <= NEAR:
        verdict = Verdict.HOLDS
    else:
        verdict = Verdict.FAILS if off - width > FAR else Verdict.CANNOT_TELL
    point = _POINTS[round(actual / 45.0) % 8]
    inputs = (
        *ends(origin, target),
        Input("bearing", f"{actual:.0f} degrees"),
        Input("printed", f"{printed:.0f} degrees"),
    )
    reason = f"{target.name} lies {point} of {origin.name}, at {actual:.0f} degrees from north"
    suggestion = f"{point} of {origin.name}" if verdict is Verdict.FAILS else None
    return Finding(NAME, VERSION, verdict, (value.span,), inputs, reason, suggestion)
