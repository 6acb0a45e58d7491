"""Distances between places on the ground, and whether two places can be one."""

from __future__ import annotations

from collections.abc import Iterable

from geographiclib.geodesic import Geodesic

from twosource.model.value import Place, PlaceKind, PlaceValue
from twosource.reference.gazetteer import entry_of


def distance_km(a: Place, b: Place) -> float:
    """Length in kilometres of the geodesic between the middles of two places, on WGS 84.

    Method: Karney, Algorithms for geodesics (2013), as geographiclib has it.
    """
    line = Geodesic.WGS84.Inverse(
        a.latitude, a.longitude, b.latitude, b.longitude, Geodesic.DISTANCE
    )
    return float(line["s12"]) / 1000.0


def bearing_of(a: Place, b: Place) -> float:
    """Degrees clockwise from north, 0 to 360, in which the geodesic from one place sets out."""
    line = Geodesic.WGS84.Inverse(
        a.latitude, a.longitude, b.latitude, b.longitude, Geodesic.AZIMUTH
    )
    return float(line["azi1"]) % 360.0


def places_compatible(a: Place, b: Place) -> bool:
    """Whether two places can be where one thing is: one holds the other, or their circles meet.

    Two countries are compatible only if they are one; so are two first-level divisions.
    """
    if a.key == b.key:
        return True
    for outer, inner in ((a, b), (b, a)):
        if outer.kind is PlaceKind.COUNTRY:
            return inner.kind is not PlaceKind.COUNTRY and inner.country == outer.country
    if a.country != b.country:
        return False
    around, other = _region(a), _region(b)
    if a.kind is PlaceKind.REGION or b.kind is PlaceKind.REGION:
        if around and other and around != other:
            return False
        if a.key in {around, other} or b.key in {around, other}:
            return bool(around and other) or _meet(a, b)
    return _meet(a, b)


def zone_of(place: Place) -> str:
    """IANA name of the zone that holds in all of a place; ``""`` where it has several."""
    return place.zone


def zones_of(values: Iterable[PlaceValue]) -> tuple[tuple[str, str], ...]:
    """Printed names of certain places in lower case with their zones, sorted, each name once.

    A name that stands for places in several zones is left out.
    """
    found: dict[str, set[str]] = {}
    for value in values:
        if value.certain and value.candidates[0].zone:
            found.setdefault(value.span.quote.lower(), set()).add(value.candidates[0].zone)
    return tuple((name, min(zones)) for name, zones in sorted(found.items()) if len(zones) == 1)


def _region(place: Place) -> str:
    """Key of the first-level division that a place is or lies in."""
    entry = entry_of(place.key)
    if entry is None or place.kind is PlaceKind.COUNTRY:
        return ""
    return entry.region or (place.key if place.kind is PlaceKind.REGION else "")


def _meet(a: Place, b: Place) -> bool:
    return distance_km(a, b) <= a.radius + b.radius
