"""Values as a person writes them are read exactly, or refused with what would settle them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from tests.factory import report, span

from twosource.engine.tables import load_tables
from twosource.errors import SettingsError
from twosource.model.time import ZoneBasis
from twosource.model.value import (
    Amount,
    DistanceValue,
    DurationValue,
    QuantityKind,
    QuantityValue,
    Value,
)
from twosource.reviews.written import amount_written, place_written, time_written

WORDS = span(report("nine sailors"), "nine")
COUNT = QuantityValue(WORDS, QuantityKind.COUNT, Amount(9, 9), "", None, "sailor", "injure")
HEIGHT = QuantityValue(WORDS, QuantityKind.MEASURE, Amount(9, 9), "meter", None, "wall", "")
LENGTH = DurationValue(WORDS, Amount(60, 60))
FAR = DistanceValue(WORDS, Amount(9, 9), None, None, None)


@pytest.mark.parametrize(
    ("text", "value", "amount"),
    [
        ("9", COUNT, Amount(9, 9)),
        ("1,200", COUNT, Amount(1200, 1200)),
        ("about 9", COUNT, Amount(9, 9, True)),
        ("9-11", COUNT, Amount(9, 11)),
        ("9 to 11", COUNT, Amount(9, 11)),
        ("At least 9", COUNT, Amount(9, None)),
        ("about at most 11", COUNT, Amount(None, 11, True)),
        ("5 min", LENGTH, Amount(300, 300)),
        ("2 hours", LENGTH, Amount(7200, 7200)),
        ("70 km", FAR, Amount(70, 70)),
        ("10 miles", FAR, Amount(16.09344, 16.09344)),
        ("3", HEIGHT, Amount(3, 3)),
        ("300 cm", HEIGHT, Amount(3, 3)),
    ],
)
def test_a_number_is_read_in_the_unit_of_its_answer(
    text: str, value: Value, amount: Amount
) -> None:
    found = amount_written(text, value)
    assert (found.low, found.high) == pytest.approx((amount.low, amount.high))
    assert found.approximate is amount.approximate


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        ("several", COUNT, "is no number; write 9"),
        ("11-9", COUNT, "write the smaller number first"),
        ("at least 9-11", COUNT, "is no number"),
        ("9 km", COUNT, "does not measure that"),
        ("5", LENGTH, "needs a unit"),
        ("5 parsecs", LENGTH, "needs a unit"),
        ("5", FAR, "does not measure that"),
        ("5 kg", HEIGHT, "does not measure that"),
    ],
)
def test_a_number_that_could_be_meant_in_two_ways_is_refused(
    text: str, value: Value, told: str
) -> None:
    with pytest.raises(SettingsError, match=told):
        amount_written(text, value)


@pytest.mark.parametrize(
    ("text", "zone", "start", "end", "basis"),
    [
        ("2031-03-04T19:40Z", None, (4, 19, 40), (4, 19, 41), ZoneBasis.PRINTED),
        ("2031-03-04T19:40+02:00", None, (4, 17, 40), (4, 17, 41), ZoneBasis.PRINTED),
        ("2031-03-04 19:40", "Europe/Athens", (4, 17, 40), (4, 17, 41), ZoneBasis.PLACE),
        ("2031-03-04T19", "Europe/Athens", (4, 17, 0), (4, 18, 0), ZoneBasis.PLACE),
        ("2031-03-04", "Europe/Athens", (3, 22, 0), (4, 22, 0), ZoneBasis.PLACE),
        ("2031-03-04", None, (3, 10, 0), (5, 12, 0), ZoneBasis.UNKNOWN),
        ("2031-03-04T19:40", None, (4, 5, 40), (5, 7, 41), ZoneBasis.UNKNOWN),
        ("2031-03-04T19Z/2031-03-04T21Z", None, (4, 19, 0), (4, 22, 0), ZoneBasis.PRINTED),
    ],
)
def test_a_time_is_local_to_the_event_unless_it_bears_an_offset(
    text: str,
    zone: str | None,
    start: tuple[int, int, int],
    end: tuple[int, int, int],
    basis: ZoneBasis,
) -> None:
    found = time_written(text, None if zone is None else ZoneInfo(zone))
    assert found.start == datetime(2031, 3, *start, tzinfo=UTC)
    assert found.end == datetime(2031, 3, *end, tzinfo=UTC)
    assert (found.printed, found.zone_basis) == (text, basis)


@pytest.mark.parametrize(
    "text", ["yesterday", "2031-13-04", "2031-03-04T25", "2031-03-05/2031-03-04", "9999-12-31"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match=r"write"):
        time_written(text, None)


def test_a_place_is_named_by_name_key_or_coordinates() -> None:
    load_tables()
    patras = place_written("Patras")
    assert (patras.country, place_written(patras.key)) == ("GR", patras)
    point = place_written("38.25, 21.73")
    assert (point.latitude, point.longitude, point.radius) == (38.25, 21.73, 1.0)
    with pytest.raises(SettingsError, match="places are called 'Springfield'; name one by its key"):
        place_written("Springfield")
    with pytest.raises(SettingsError, match="write its coordinates"):
        place_written("Qqqzzz")
    with pytest.raises(SettingsError, match="lies on no globe"):
        place_written("98.25, 21.73")
