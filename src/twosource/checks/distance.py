"""Is it as far as the report says?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.checks.ends import POINTS, ends_of, place_named
from twosource.claims.facts import ReportFacts
from twosource.claims.places import distance_km
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.value import Amount, DistanceValue, Place, QuantityKind
from twosource.reference.measures import factor

NAME, VERSION = "distance", 3
ROUNDING, HEDGED = 0.05, 0.15
"""Share by which a printed distance may be rounded, and by which a hedged one may differ."""
SLIP = 5.0
"""Times that a slip of the pen makes of a distance; more is taken for another place of the name."""


def distance(facts: ReportFacts, frame: EventFrame) -> Iterator[Finding]:
    """Hold printed distances against the geodesic between the two places.

    The place measured to is the one printed, else the town named right before the distance, else
    the place of the event. Both ends count from the middle of the place, give or take its radius.
    """
    for value in facts.distances:
        ends = ends_of(facts, value, frame)
        if value.kilometres is not None and ends is not None:
            yield _finding(value, value.kilometres, *ends)
    for value in _away(facts):
        there, here = place_named(facts, value.target), frame.place
        if there is None or here is None or value.kilometres is None or there.key == here.key:
            continue
        if {there.kind, here.kind} <= POINTS:
            yield _finding(value, value.kilometres, here, there)


def _away(facts: ReportFacts) -> Iterator[DistanceValue]:
    """Distances of the form "in Coimbra, 110 kilometres away", which are from the event's place."""
    text = facts.report.text
    for quantity in facts.quantities:
        times = factor(quantity.unit, "kilometer") if quantity.unit else None
        if quantity.kind is not QuantityKind.MEASURE or times is None:
            continue
        before = [p for p in facts.places if text[p.span.end : quantity.span.start] in {", ", " ("}]
        if before and _AWAY.match(text, quantity.span.end):
            low, high = (None if n is None else n * times for n in _bounds(quantity.amount))
            amount = Amount(low, high, quantity.amount.approximate)
            yield DistanceValue(quantity.span, amount, None, None, before[-1].span)


_AWAY = re.compile(r" (?:away|off|distant)\b")


def _bounds(amount: Amount) -> tuple[float | None, float | None]:
    return amount.low, amount.high


def _finding(value: DistanceValue, printed: Amount, origin: Place, target: Place) -> Finding:
    measured = distance_km(origin, target)
    low, high = bounds(printed)
    slack = origin.radius + target.radius
    if measured + slack < low or measured - slack > high:
        verdict, word = Verdict.FAILS, "which is not what is printed"
        if not low / SLIP <= measured <= high * SLIP:
            verdict, word = Verdict.CANNOT_TELL, "so far off that another place may be meant"
    elif low <= measured <= high:
        verdict, word = Verdict.HOLDS, "as printed"
    else:
        verdict = Verdict.HOLDS if slack <= 0.5 * measured else Verdict.CANNOT_TELL
        word = "as printed, the extent of both allowed for"
    inputs = (
        *ends(origin, target),
        Input("measured", f"{measured:.0f} km"),
        Input("printed", f"{printed.low} to {printed.high} km"),
    )
    reason = f"{target.name} lies {measured:.0f} km from {origin.name} as the crow flies, {word}"
    suggestion = f"about {measured:.0f} km" if verdict is Verdict.FAILS else None
    return Finding(NAME, VERSION, verdict, (value.span,), inputs, reason, suggestion)


def ends(origin: Place, target: Place) -> tuple[Input, Input]:
    """Between which two places something was measured."""
    return (
        Input("from", f"{origin.name} ({origin.latitude}, {origin.longitude})"),
        Input("to", f"{target.name} ({target.latitude}, {target.longitude})"),
    )


def bounds(printed: Amount) -> tuple[float, float]:
    """Least and most kilometres that a printed distance allows for, rounding and hedge included."""
    share = HEDGED if printed.approximate else ROUNDING
    low = 0.0 if printed.low is None else printed.low * (1 - share)
    high = float("inf") if printed.high is None else printed.high * (1 + share)
    return low, high
