"""The places of a case as GeoJSON (RFC 7946): each place value with its uncertainty as an area."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from geographiclib.geodesic import Geodesic

from twosource.exchange.names import json_bytes
from twosource.model.case import Case
from twosource.model.claim import Answer, Claim, Question
from twosource.model.identity import ReportId
from twosource.model.report import Report
from twosource.model.value import Place, PlaceValue

CORNERS = 48
"""Corners of a circle. A polygon of so many holds 99.7 % of the circle's area."""
PRECISION = ((10.0, "Exact"), (100.0, "Vicinity"), (1000.0, "Locality"))
"""Words for a radius in metres, as Atlos uses them; wider ones have none."""

Node = dict[str, object]


def geojson(case: Case) -> bytes:
    """Write a feature for each place that an answer can mean, and one for the event.

    An uncertain answer gives one feature for each candidate, with one ``value_id``. Coordinates
    are degrees of WGS 84, longitude first. The circle of a place is a polygon wound to the left;
    where it would cross the 180th meridian or a pole, a point stands for it and ``radius_m`` alone
    tells its size.
    """
    reports = {report.id: report for report in case.reports}
    features = list(_of_event(case))
    for question in case.questions:
        for claim in question.claims:
            for answer in claim.given:
                features += _of_answer(question, claim, answer, reports)
    return json_bytes({"type": "FeatureCollection", "features": features})


def _of_event(case: Case) -> Iterator[Node]:
    if case.event is not None and case.event.place is not None:
        yield _feature(
            "event", case.event.place, {"role": "event", "reasons": list(case.event.reasons)}
        )


def _of_answer(
    question: Question, claim: Claim, answer: Answer, reports: Mapping[ReportId, Report]
) -> Iterator[Node]:
    value = answer.value
    if not isinstance(value, PlaceValue):
        return
    ident = f"{claim.id}:{answer.span.report}:{answer.span.start}"
    for number, place in enumerate(value.candidates, start=1):
        told: Node = {
            "role": "answer",
            "question": question.text,
            "answer": claim.answer,
            "value_id": ident,
            "claim": claim.id,
            "statement": answer.statement,
            "source": reports[answer.report].name,
            "report": answer.report,
            "start": answer.span.start,
            "end": answer.span.end,
            "as_written": answer.span.quote,
            "candidate": number,
            "candidates": len(value.candidates),
            "certain": value.certain,
            "reason": value.reason,
        }
        yield _feature(f"{ident}:{number}", place, told)


def _feature(ident: str, place: Place, told: Node) -> Node:
    metres = place.radius * 1000.0
    word = next((word for limit, word in PRECISION if metres <= limit), None)
    named: Node = {
        "name": place.name,
        "kind": place.kind.value,
        "country": place.country,
        "gazetteer": place.key,
        "centre": [place.longitude, place.latitude],
        "radius_m": round(metres),
        "precision_word": word,
    }
    return {"type": "Feature", "id": ident, "geometry": area(place), "properties": told | named}


def area(place: Place) -> Node:
    """The circle of a place as a polygon, or its middle where a polygon cannot be drawn.

    Method: corners on geodesics of WGS 84 from the middle (Karney 2013, geographiclib).
    """
    middle = [place.longitude, place.latitude]
    if place.radius <= 0:
        return {"type": "Point", "coordinates": middle}
    ring: list[list[float]] = []
    for corner in range(CORNERS):
        azimuth = -360.0 * corner / CORNERS
        reached = Geodesic.WGS84.Direct(
            place.latitude, place.longitude, azimuth, place.radius * 1000.0
        )
        ring.append([round(reached["lon2"], 6), round(reached["lat2"], 6)])
    if _crosses(ring, place):
        return {"type": "Point", "coordinates": middle}
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def _crosses(ring: list[list[float]], place: Place) -> bool:
    """Whether a ring goes over the 180th meridian or round a pole."""
    to_pole = Geodesic.WGS84.Inverse(
        place.latitude, place.longitude, 90.0 if place.latitude >= 0 else -90.0, 0.0
    )["s12"]
    steps = zip(ring, [*ring[1:], ring[0]], strict=True)
    return to_pole <= place.radius * 1000.0 or any(abs(a[0] - b[0]) > 180.0 for a, b in steps)
