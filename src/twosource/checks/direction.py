"""Does a place lie in the direction that the report says?"""

from __future__ import annotations

from collections.abc import Iterator

from geographiclib.geodesic import Geodesic

from twosource.checks.distance import ends_of
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.value import DistanceValue, Place

NAME, VERSION = "direction", 1
HOLDS, FAILS = 33.75, 67.5
"""Degrees between printed and measured bearing up to which a direction holds, one and a half points
of the compass of sixteen, and from which it fails. Between them it cannot be told: people round."""

_POINTS = "north north-east east south-east south south-west west north-west".split()


def direction(facts: ReportFacts, frame: EventFrame) -> Iterator[Finding]:
    """Hold a printed direction against the bearing of the geodesic at the place measured from.

    Places nearer to each other than their extents are not checked: the bearing is then a matter of
    where in them one stands.
    """
    for value in facts.distances:
        ends = ends_of(facts, value, frame)
        if value.bearing is not None and ends is not None:
            yield from _finding(value, value.bearing, *ends)


def _finding(
    value: DistanceValue, printed: float, origin: Place, target: Place
) -> Iterator[Finding]:
    line = Geodesic.WGS84.Inverse(
        origin.latitude, origin.longitude, target.latitude, target.longitude
    )
    if line["s12"] / 1000 <= 2 * (origin.radius + target.radius):
        return
    measured = line["azi1"] % 360
    off = abs((measured - printed + 180) % 360 - 180)
    verdict = Verdict.CANNOT_TELL
    if off <= HOLDS:
        verdict = Verdict.HOLDS
    elif off >= FAILS:
        verdict = Verdict.FAILS
    word = _POINTS[round(measured / 45) % 8]
    inputs = (
        Input("from", f"{origin.name} ({origin.latitude}, {origin.longitude})"),
        Input("to", f"{target.name} ({target.latitude}, {target.longitude})"),
        Input("measured", f"{measured:.0f} degrees"),
        Input("printed", f"{printed:.0f} degrees"),
    )
    reason = f"{target.name} lies {word} of {origin.name}, at {measured:.0f} degrees"
    fits = word if verdict is Verdict.FAILS else None
    yield Finding(NAME, VERSION, verdict, (value.span,), inputs, reason, fits)
