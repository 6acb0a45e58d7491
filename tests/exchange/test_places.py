"""GeoJSON: valid, wound to the left, with the uncertainty as an area."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

import geojson
import pytest
from tests.factory import report, span

from twosource.exchange.places import area
from twosource.exchange.places import geojson as written
from twosource.model.case import Case
from twosource.model.claim import Answer, Claim, Question, QuestionKind
from twosource.model.identity import ClaimId, QuestionId
from twosource.model.value import Place, PlaceKind, PlaceValue

PORT = Place("gn-1", "Tarvik", PlaceKind.CITY, "NO", 60.5, 5.3, 4.0, "Europe/Oslo")
OTHER = Place("gn-2", "Tarvik", PlaceKind.CITY, "SE", 58.1, 12.4, 0.0, "Europe/Stockholm")


def placed(ferry: Case) -> Case:
    one = report("The barge sank off Tarvik.")
    words = span(one, "Tarvik")
    value = PlaceValue(words, (PORT, OTHER), certain=False, reason="Two places bear the name.")
    answer = Answer(value, words, one.id, None)
    claim = Claim(ClaimId("cl-1"), QuestionId("qu-1"), "Tarvik", (answer,))
    asked = Question(
        QuestionId("qu-1"), QuestionKind.WHERE, "Where did it sink?", ("sink",), (claim,), "."
    )
    return replace(ferry, reports=(one,), statements=(), entities=(), questions=(asked,))


def signed_area(ring: list[list[float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def test_the_collection_is_valid_and_every_ring_is_wound_to_the_left(example: Case) -> None:
    read = geojson.loads(written(example).decode("utf-8"))
    assert read.is_valid, read.errors()
    assert read.features
    for feature in read.features:
        if feature.geometry.type == "Polygon":
            assert signed_area(feature.geometry.coordinates[0]) > 0


def test_an_uncertain_place_gives_one_feature_for_each_candidate(ferry: Case) -> None:
    features = json.loads(written(placed(ferry)))["features"]
    told = [feature["properties"] for feature in features]
    assert [one["country"] for one in told] == ["NO", "SE"]
    assert len({one["value_id"] for one in told}) == 1
    assert {one["certain"] for one in told} == {False}
    assert [one["precision_word"] for one in told] == [None, "Exact"]
    assert told[0]["as_written"] == "Tarvik"
    assert len({feature["id"] for feature in features}) == 2


def test_the_corners_of_an_area_lie_its_radius_away() -> None:
    ring = area(PORT)["coordinates"][0]
    norths = [corner[1] for corner in ring]
    assert ring[0] == ring[-1]
    assert (max(norths) - min(norths)) * 111.4 == pytest.approx(8.0, abs=0.05)


@pytest.mark.parametrize(("latitude", "longitude"), [(0.0, 179.99), (89.99, 12.0), (-89.99, 0.0)])
def test_an_area_over_the_date_line_or_a_pole_is_told_as_a_point(
    latitude: float, longitude: float
) -> None:
    place = replace(PORT, latitude=latitude, longitude=longitude)
    assert area(place) == {"type": "Point", "coordinates": [longitude, latitude]}


def test_a_case_without_places_gives_an_empty_collection(ferry: Case) -> None:
    assert json.loads(written(ferry)) == {"type": "FeatureCollection", "features": []}
