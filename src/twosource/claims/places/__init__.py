"""Places: names in text, the ground they stand for, and distances printed between them."""

from __future__ import annotations

from twosource.claims.places.distances import distances_in
from twosource.claims.places.find import place_names_in
from twosource.claims.places.ground import (
    bearing_of,
    distance_km,
    places_compatible,
    zone_of,
    zones_of,
)
from twosource.claims.places.name import PlaceName
from twosource.claims.places.rank import located

__all__ = [
    "PlaceName",
    "bearing_of",
    "distance_km",
    "distances_in",
    "located",
    "place_names_in",
    "places_compatible",
    "zone_of",
    "zones_of",
]
