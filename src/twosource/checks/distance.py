"""Is it as far as the report says?"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.claims.facts import ReportFacts
from twosource.claims.places import distance_km
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import Span
from twosource.model.value import Amount, DistanceValue, Place, PlaceKind

NAME, VERSION = "distance", 1
ROUNDING, HEDGED = 0.05, 0.15
"""Share by which a printed distance may be rounded, and by which a hedged one may differ."""
_POINTS = frozenset({PlaceKind.CITY, PlaceKind.AIRPORT, PlaceKind.SITE})


def distance(facts: ReportFacts, frame: EventFrame) -> Iterator[Finding]:
    """Hold printed distances against the geodesic between the two places.

    The place measured to is the one printed, else the town named right before the distance, else
    the place of the event. Both ends count from the middle of the place, give or take its radius.
    """
    for value in facts.distances:
        ends = ends_of(facts, value, frame)
        if value.kilometres is not None and ends is not None:
            yield _finding(value, value.kilometres, *ends)


def ends_of(
    facts: ReportFacts, value: DistanceValue, frame: EventFrame
) -> tuple[Place, Place] | None:
    """The places that a distance is measured from and to; ``None`` where one is not certain."""
    origin, target = _place(facts, value.origin), _target(facts, value, frame)
    if origin is None or target is None or origin.key == target.key:
        return None
    return (origin, target) if {origin.kind, target.kind} <= _POINTS else None


def _finding(value: DistanceValue, printed: Amount, origin: Place, target: Place) -> Finding:
    measured = distance_km(origin, target)
    low, high = _bounds(printed)
    slack = origin.radius + target.radius
    if measured + slack < low or measured - slack > high:
        verdict, word = Verdict.FAILS, "which is not what is printed"
    elif low <= measured <= high:
        verdict, word = Verdict.HOLDS, "as printed"
    else:
        verdict = Verdict.HOLDS if slack <= 0.5 * measured else Verdict.CANNOT_TELL
        word = "as printed, the extent of both allowed for"
    inputs = (
        Input("from", f"{origin.name} ({origin.latitude}, {origin.longitude})"),
        Input("to", f"{target.name} ({target.latitude}, {target.longitude})"),
        Input("measured", f"{measured:.0f} km"),
        Input("printed", f"{printed.low} to {printed.high} km"),
    )
    reason = f"{target.name} lies {measured:.0f} km from {origin.name} as the crow flies, {word}"
    suggestion = f"about {measured:.0f} km" if verdict is Verdict.FAILS else None
    return Finding(NAME, VERSION, verdict, (value.span,), inputs, reason, suggestion)


def _bounds(printed: Amount) -> tuple[float, float]:
    share = HEDGED if printed.approximate else ROUNDING
    low = 0.0 if printed.low is None else printed.low * (1 - share)
    high = float("inf") if printed.high is None else printed.high * (1 + share)
    return low, high


def _place(facts: ReportFacts, span: Span | None) -> Place | None:
    """The place that words name for certain."""
    if span is None:
        return None
    for value in facts.places:
        overlaps = value.span.start < span.end and span.start < value.span.end
        if overlaps and value.certain and value.candidates:
            return value.candidates[0]
    return None


def _target(facts: ReportFacts, value: DistanceValue, frame: EventFrame) -> Place | None:
    if value.target is not None:
        return _place(facts, value.target)
    sentence = next(
        (s.span for s in facts.sentences if s.span.start <= value.span.start < s.span.end), None
    )
    before = [
        place.candidates[0]
        for place in facts.places
        if sentence is not None
        and sentence.start <= place.span.start
        and place.span.end <= value.span.start
        and place.certain
        and place.candidates
        and place.candidates[0].kind in _POINTS
    ]
    return before[-1] if before else frame.place
