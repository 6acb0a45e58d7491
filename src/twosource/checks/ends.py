"""The two ends of a printed distance or direction."""

from __future__ import annotations

from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.report import Span
from twosource.model.value import DistanceValue, Place, PlaceKind
from twosource.reference.gazetteer import capital_of

POINTS = frozenset({PlaceKind.CITY, PlaceKind.AIRPORT, PlaceKind.SITE})
"""Kinds of place small enough to measure from their middle."""


def place_named(facts: ReportFacts, span: Span | None) -> Place | None:
    """The place that words name for certain."""
    if span is None:
        return None
    for value in facts.places:
        if _overlap(value.span, span) and value.certain and value.candidates:
            return value.candidates[0]
    return None


def ends_of(
    facts: ReportFacts, value: DistanceValue, frame: EventFrame
) -> tuple[Place, Place] | None:
    """The place measured from and the place measured to, both small and known for certain.

    The place measured to is the one printed, where it is one, else the town named right before the
    distance, else the place of the event.
    """
    origin = place_named(facts, value.origin) or _named_after(facts, value.origin)
    origin = origin or _capital(value.origin, frame)
    target = target_of(facts, value, frame)
    if origin is None or target is None or origin.key == target.key:
        return None
    return (origin, target) if {origin.kind, target.kind} <= POINTS else None


def _named_after(facts: ReportFacts, span: Span | None) -> Place | None:
    """The place that stands in apposition to words for it: "the capital, Lisbon"."""
    if span is None:
        return None
    for value in facts.places:
        between = facts.report.text[span.end : value.span.start]
        if between in {" ", ", ", " of "} and value.certain and value.candidates:
            return value.candidates[0]
    return None


_THE_CAPITAL = frozenset({"the capital", "the capital city", "the country's capital"})


def _capital(span: Span | None, frame: EventFrame) -> Place | None:
    """The capital of the country of the event, where it is called that and no more."""
    words = "" if span is None else " ".join(span.quote.lower().replace("’", "'").split())
    if words not in _THE_CAPITAL or frame.place is None:
        return None
    return capital_of(frame.place.country)


def target_of(facts: ReportFacts, value: DistanceValue, frame: EventFrame) -> Place | None:
    """The place measured to; see :func:`ends_of`."""
    target = value.target
    if target is not None and any(_overlap(place.span, target) for place in facts.places):
        return place_named(facts, target)
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
        and place.candidates[0].kind in POINTS
    ]
    return before[-1] if before else frame.place


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
