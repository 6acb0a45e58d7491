"""How far apart places are, for telling the event's place from another."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from twosource.model.value import Place, PlaceKind

_EARTH = 6371.0088
"""Mean radius of the Earth in kilometres (IUGG)."""
NEARBY = 40.0
"""Kilometres added to the radii within which a place still belongs to the event's scene."""


def kilometres(one: Place, other: Place) -> float:
    """Distance between the middles of two places over a sphere; good to 0.6 %."""
    north, south = radians(one.latitude), radians(other.latitude)
    half = sin((north - south) / 2) ** 2
    turn = radians(one.longitude - other.longitude)
    half += cos(north) * cos(south) * sin(turn / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, half)))


def is_elsewhere(place: Place, event: Place) -> bool:
    """Whether a place lies clear of the event's: neither around, within nor near it.

    A country tells nothing by itself: bodies and persons are named by it.
    """
    if PlaceKind.COUNTRY in {place.kind, event.kind} or place.key == event.key:
        return False
    return kilometres(place, event) > place.radius + event.radius + NEARBY
