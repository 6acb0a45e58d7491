"""Distances and directions as printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from twosource.claims.places import distances_in
from twosource.claims.quantities import quantities_in
from twosource.language.interface import Reading
from twosource.model.report import Report, Span

Read = Callable[[str], tuple[Report, Reading]]

TOLD: list[dict[str, Any]] = [
    {
        "text": "The refinery is 70 miles from Houston.",
        "words": "70 miles from Houston",
        "bounds": (112.65, 112.65),
        "origin": "Houston",
        "target": "The refinery",
    },
    {
        "text": "A boat sank 10 km west of the capital.",
        "words": "10 km west of the capital",
        "bounds": (10, 10),
        "bearing": 270.0,
        "origin": "the capital",
    },
    {
        "text": "The quake struck about 60 kilometres north of Quito.",
        "words": "about 60 kilometres north of Quito",
        "bounds": (60, 60),
        "bearing": 0.0,
        "origin": "Quito",
    },
    {
        "text": "Troops are within 40 miles of Aleppo.",
        "words": "within 40 miles of Aleppo",
        "bounds": (None, 64.37),
        "origin": "Aleppo",
        "target": "Troops",
    },
    {
        "text": "The base lies 200km-plus from the Polish border.",
        "words": "200km-plus from the Polish border",
        "bounds": (200, None),
        "origin": "the Polish border",
        "target": "The base",
    },
    {
        "text": "She drove 300 km between Perth and Albany.",
        "words": "300 km between Perth and Albany",
        "bounds": (300, 300),
        "origin": "Perth",
        "target": "Albany",
    },
    {
        "text": "The town stands to the north-west of Lyon.",
        "words": "to the north-west of Lyon",
        "bearing": 315.0,
        "origin": "Lyon",
    },
    {
        "text": "A village 30 km (19 miles) southeast of Nairobi was hit.",
        "words": "30 km (19 miles) southeast of Nairobi",
        "bounds": (30, 30),
        "bearing": 135.0,
        "origin": "Nairobi",
    },
    {
        "text": "The depot is about 100 kilometers from the border with Chad.",
        "words": "about 100 kilometers from the border with Chad",
        "bounds": (100, 100),
        "origin": "the border with Chad",
        "target": "The depot",
    },
    {
        "text": "A quake struck 80 km north of the city of Poso.",
        "words": "80 km north of the city of Poso",
        "bounds": (80, 80),
        "bearing": 0.0,
        "origin": "the city of Poso",
    },
    {
        "text": "It fell 12 nautical miles off Malta.",
        "words": "12 nautical miles off Malta",
        "bounds": (22.22, 22.22),
        "origin": "Malta",
    },
]


def quoted(span: Span | None) -> str | None:
    return None if span is None else span.quote


def near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) < 0.01


@pytest.mark.parametrize("case", TOLD, ids=[case["words"] for case in TOLD])
def test_a_distance_has_its_bounds_its_bearing_and_its_ends(
    case: dict[str, Any], read: Read
) -> None:
    item, reading = read(case["text"])
    (value,) = distances_in(item, reading, quantities_in(item, reading))
    assert value.span.quote == case["words"]
    assert value.bearing == case.get("bearing")
    assert quoted(value.origin) == case["origin"]
    assert quoted(value.target) == case.get("target")
    amount = value.kilometres
    assert (amount is None) == ("bounds" not in case)
    if amount is not None:
        bounds = case["bounds"]
        assert near(amount.low, bounds[0])
        assert near(amount.high, bounds[1])


@pytest.mark.parametrize(
    "text", ["He ran 10 km in an hour.", "Rebels hold the west of the country."]
)
def test_a_length_without_an_origin_is_no_distance(text: str, read: Read) -> None:
    item, reading = read(text)
    assert distances_in(item, reading, quantities_in(item, reading)) == ()
