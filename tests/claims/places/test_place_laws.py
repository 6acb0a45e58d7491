"""Laws of places on the ground."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.claims.places import distance_km, places_compatible
from twosource.model.value import Place, PlaceKind
from twosource.reference.gazetteer import entries_named

PLACES = st.builds(
    Place,
    key=st.text("abc", min_size=1, max_size=3),
    name=st.just("Somewhere"),
    kind=st.sampled_from(PlaceKind),
    country=st.sampled_from(["AA", "BB"]),
    latitude=st.floats(-89, 89),
    longitude=st.floats(-180, 180),
    radius=st.floats(0, 500),
    zone=st.just(""),
)


@given(PLACES, PLACES)
def test_neither_distance_nor_compatibility_depends_on_the_order(a: Place, b: Place) -> None:
    assert places_compatible(a, b) == places_compatible(b, a)
    assert distance_km(a, b) == pytest.approx(distance_km(b, a), abs=1e-6)


@given(PLACES)
def test_a_place_is_compatible_with_itself(a: Place) -> None:
    assert places_compatible(a, a)
    assert distance_km(a, a) == pytest.approx(0.0, abs=1e-6)


@given(PLACES, PLACES, st.floats(0, 500))
def test_widening_a_place_never_creates_a_contradiction(a: Place, b: Place, more: float) -> None:
    wider = replace(a, radius=a.radius + more)
    assert places_compatible(wider, b) or not places_compatible(a, b)


@given(PLACES, PLACES, PLACES)
def test_distances_keep_the_triangle_inequality(a: Place, b: Place, c: Place) -> None:
    assert distance_km(a, c) <= distance_km(a, b) + distance_km(b, c) + 1e-6


def test_a_town_is_compatible_with_its_country_and_division_but_not_with_a_far_town() -> None:
    chicago = entries_named("Chicago")[0].place
    illinois = entries_named("Illinois")[0].place
    country = entries_named("United States")[0].place
    assert places_compatible(chicago, illinois)
    assert places_compatible(chicago, country)
    assert not places_compatible(chicago, entries_named("Ohio")[0].place)
    assert not places_compatible(chicago, entries_named("Denver")[0].place)
    assert not places_compatible(country, entries_named("Canada")[0].place)
