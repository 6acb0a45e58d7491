"""The gazetteer: what it holds and what its names lead to."""

from __future__ import annotations

from time import perf_counter

import pytest

from twosource.model.value import PlaceKind
from twosource.reference.countries import ADJECTIVES, OTHER_NAMES
from twosource.reference.folding import folded
from twosource.reference.gazetteer import entries_named, entry_of, is_shared, load_gazetteer
from twosource.reference.zones import zone_named


def test_it_loads_within_two_seconds_and_is_kept() -> None:
    load_gazetteer.cache_clear()
    start = perf_counter()
    first = load_gazetteer()
    assert perf_counter() - start < 2.0
    assert load_gazetteer() is first


def test_every_zone_is_in_the_zone_database() -> None:
    assert [z for z in load_gazetteer().zones if z and zone_named(z) is None] == []


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Saint-Étienne", "saint etienne"),
        ("U.S.", "us"),
        ("O'Hare", "ohare"),
        ("São Paulo", "sao paulo"),
        ("Рига", "рига"),
    ],
)
def test_names_are_folded_to_one_form(name: str, form: str) -> None:
    assert folded(name) == form
    assert folded(form) == form


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Nairobi", PlaceKind.CITY, "KE"),
        ("Саратов", PlaceKind.CITY, "RU"),
        ("Kharkov", PlaceKind.CITY, "UA"),
        ("Bavaria", PlaceKind.REGION, "DE"),
        ("Britain", PlaceKind.COUNTRY, "GB"),
        ("U.S.", PlaceKind.COUNTRY, "US"),
        ("Heathrow Airport", PlaceKind.AIRPORT, "GB"),
    ],
)
def test_a_place_is_found_by_its_names(name: str, kind: PlaceKind, country: str) -> None:
    place = entries_named(name)[0].place
    assert (place.kind, place.country) == (kind, country)
    entry = entry_of(place.key)
    assert entry is not None
    assert entry.place == place


def test_the_largest_of_a_name_comes_first() -> None:
    people = [entry.people for entry in entries_named("Springfield")]
    assert len(people) > 5
    assert people == sorted(people, reverse=True)


def test_a_name_that_it_does_not_have_gives_nothing() -> None:
    assert entries_named("Zzyzxstan") == ()
    assert entry_of("gn-0") is None


def test_names_that_a_place_left_out_bears_are_told_apart() -> None:
    shared = [name for name in ("Felton", "Cassville", "Nairobi", "Reykjavik") if is_shared(name)]
    assert shared == ["Felton", "Cassville"]


@pytest.mark.parametrize("name", sorted({*ADJECTIVES.values(), *OTHER_NAMES} - {"kurdistan"}))
def test_every_country_that_the_words_name_is_found(name: str) -> None:
    kinds = {entry.place.kind for entry in entries_named(name)}
    assert kinds & {PlaceKind.COUNTRY, PlaceKind.REGION}
