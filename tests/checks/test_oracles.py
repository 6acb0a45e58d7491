"""Checks against almanacs, a second geodesic and calendar, and redone from their inputs alone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from math import acos, asin, atan2, cos, degrees, pi, radians, sin, sqrt, tan

import pytest
from astral import Observer
from astral.sun import elevation
from hypothesis import given
from hypothesis import strategies as st
from tests.checks.test_checks import checked
from tests.checks.test_kinds import LISBON

from twosource.checks.border import COARSE
from twosource.checks.sentences import clock_of, number_of
from twosource.claims.places import bearing_of, distance_km
from twosource.model.finding import Finding, Verdict
from twosource.model.value import Place, PlaceKind
from twosource.reference.borders import outline

KILOMETRES = 6371.0088
"""Mean radius of the earth (IUGG)."""


def place(latitude: float, longitude: float) -> Place:
    return Place("x", "X", PlaceKind.CITY, "XX", latitude, longitude, 3.0, "")


def haversine(a: Place, b: Place) -> float:
    """Length of the great circle on a sphere, within 0.6 per cent of the geodesic."""
    one, other = radians(a.latitude), radians(b.latitude)
    east = radians(b.longitude - a.longitude)
    half = sin((other - one) / 2) ** 2 + cos(one) * cos(other) * sin(east / 2) ** 2
    return 2 * KILOMETRES * asin(min(1.0, sqrt(half)))


def great_circle_bearing(a: Place, b: Place) -> float:
    one, other = radians(a.latitude), radians(b.latitude)
    east = radians(b.longitude - a.longitude)
    up = cos(one) * sin(other) - sin(one) * cos(other) * cos(east)
    return degrees(atan2(sin(east) * cos(other), up)) % 360


def zeller(day: date) -> int:
    """Weekday by Zeller's congruence (1882), Monday 0."""
    month, year = (day.month, day.year) if day.month > 2 else (day.month + 12, day.year - 1)
    century, rest = divmod(year, 100)
    found = day.day + 13 * (month + 1) // 5 + rest + rest // 4 + century // 4 + 5 * century
    return (found + 5) % 7


latitudes = st.floats(-60, 60)
longitudes = st.floats(-170, 170)


@given(latitudes, longitudes, latitudes, longitudes)
def test_the_geodesic_lies_near_the_great_circle(a: float, b: float, c: float, d: float) -> None:
    one, other = place(a, b), place(c, d)
    assert distance_km(one, other) == pytest.approx(haversine(one, other), rel=0.0065, abs=0.01)


@given(st.floats(-50, 50), longitudes, st.floats(-5, 5), st.floats(0.5, 5))
def test_the_bearing_lies_near_that_on_a_sphere(a: float, b: float, up: float, east: float) -> None:
    one, other = place(a, b), place(a + up, b + east)
    off = bearing_of(one, other) - great_circle_bearing(one, other)
    assert abs((off + 180) % 360 - 180) < 0.5


@given(st.dates(date(1600, 1, 1), date(2400, 1, 1)))
def test_the_calendar_agrees_with_zeller(day: date) -> None:
    assert day.weekday() == zeller(day)


def test_the_sun_stands_where_two_published_examples_have_it() -> None:
    """Reda and Andreas 2008 (NREL/TP-560-34302, appendix A.5); Almanac for Computers 1990 (USNO).

    The first gives the zenith distance at 39.742476 north, 105.1786 west on 17 October 2003 at
    12:30:30, seven hours behind UTC: 50.11162 degrees. The second has the sun rise over Wayne, New
    Jersey, on 25 June 1990 at 5:26 a.m., four hours behind UTC: 50 minutes under the horizon.
    """
    noon = datetime(2003, 10, 17, 19, 30, 30, tzinfo=UTC)
    assert 90 - elevation(Observer(39.742476, -105.1786), noon) == pytest.approx(50.11162, abs=0.01)
    rise = datetime(1990, 6, 25, 9, 26, 30, tzinfo=UTC)
    wayne = Observer(40.9, -74.3)
    assert elevation(wayne, rise, with_refraction=False) == pytest.approx(-50 / 60, abs=0.1)


# Local sunrise and sunset, as almanacs print them to the minute, in UTC.
ALMANAC = [
    # London, 2023 (03:43 is 04:43 British Summer Time).
    (51.507, -0.128, "2023-06-21T03:43"),
    (51.507, -0.128, "2023-06-21T20:21"),
    (51.507, -0.128, "2023-12-21T08:04"),
    (51.507, -0.128, "2023-12-21T15:53"),
    # Washington, 1 January: 7:27 a.m. and 4:57 p.m. Eastern Standard Time.
    (38.9, -77.03, "2023-01-01T12:27"),
    (38.9, -77.03, "2023-01-01T21:57"),
]


@pytest.mark.parametrize(("latitude", "longitude", "moment"), ALMANAC)
def test_the_sun_stands_on_the_horizon_when_almanacs_have_it_rise_or_set(
    latitude: float, longitude: float, moment: str
) -> None:
    """A minute is at most a quarter of a degree; the disc is half a degree wide."""
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert abs(float(elevation(Observer(latitude, longitude), at))) < 0.8


@given(st.floats(-55, 55), longitudes, st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.booleans())
def test_the_sun_rises_and_sets_by_the_general_formula(
    latitude: float, longitude: float, day: date, rises: bool
) -> None:
    """Within 1.5 degrees of Spencer's series (1971), as NOAA's solar calculations give it."""
    turn = 2 * pi / 365 * (day.timetuple().tm_yday - 1)
    tilt = 0.006918 - 0.399912 * cos(turn) + 0.070257 * sin(turn) - 0.006758 * cos(2 * turn)
    tilt += 0.000907 * sin(2 * turn) - 0.002697 * cos(3 * turn) + 0.00148 * sin(3 * turn)
    ahead = 0.000075 + 0.001868 * cos(turn) - 0.032077 * sin(turn)
    ahead = 229.18 * (ahead - 0.014615 * cos(2 * turn) - 0.040849 * sin(2 * turn))
    up = radians(latitude)
    angle = acos(cos(radians(90.833)) / (cos(up) * cos(tilt)) - sin(up) * tan(tilt) / cos(up))
    noon = 720 - 4 * longitude - ahead
    minutes = noon + (-4 if rises else 4) * degrees(angle)
    at = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)
    assert abs(float(elevation(Observer(latitude, longitude), at))) < 1.5


def test_borders_lie_where_surveys_have_them() -> None:
    """Tornio and Haparanda face each other over the border of Finland and Sweden."""
    nearest = min(
        haversine(place(65.85, 24.15), place(*point)) for run in outline("SE") for point in run
    )
    assert nearest < 2 * COARSE


def test_a_border_that_is_not_in_the_table_has_no_outline() -> None:
    assert outline("ZZ") == ()


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_clock_reads_back(hour: int, minute: int) -> None:
    assert clock_of(f"{hour:02}:{minute:02}") == (hour * 60 + minute, 10 <= hour <= 12)
    shown = f"{(hour - 1) % 12 + 1}.{minute:02} {'a' if hour < 12 else 'p'}.m."
    assert clock_of(shown) == (hour * 60 + minute, False)


def inputs_of(finding: Finding) -> dict[str, str]:
    return {one.name: one.value for one in finding.inputs}


def floats(words: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", words)]


def test_distances_and_directions_come_again_from_their_inputs() -> None:
    found = checked(f"{LISBON}Porto is about 275 kilometres north of Lisbon.")
    for name in ("distance", "direction"):
        given_ = inputs_of(found[name])
        ends = [place(*floats(given_[end])[-2:]) for end in ("from", "to")]
        if name == "distance":
            assert haversine(*ends) == pytest.approx(floats(given_["measured"])[0], rel=0.01)
        else:
            assert great_circle_bearing(*ends) == pytest.approx(floats(given_["bearing"])[0], abs=1)


def test_daylight_comes_again_from_its_inputs() -> None:
    text = (
        "LISBON, April 9 - A warehouse exploded in Lisbon at 2 p.m. on Wednesday. Crews fought the "
        "fire in the dark."
    )
    given_ = inputs_of(checked(text)["daylight"])
    sun = elevation(
        Observer(*floats(given_["place"])[-2:]), datetime.fromisoformat(given_["moment"])
    )
    assert sun == pytest.approx(floats(given_["sun"])[0], abs=0.1)


def test_sums_shares_and_years_come_again_from_their_inputs() -> None:
    found = checked(
        "Twelve wagons left the track: seven were empty and six were loaded. The flood reached 12 "
        "of the 48 houses, or 35 percent. Orrin Tate was mayor for nine years, from 2001 to 2007."
    )
    total = inputs_of(found["sum"])
    assert sum(floats(total["parts"])) > float(total["total"])
    share = inputs_of(found["share"])
    parts = number_of(share["part"]) / number_of(share["whole"])
    assert abs(100 * parts - float(share["printed"])) > 2
    years = inputs_of(found["years"])
    passed = int(years["last"]) - int(years["first"])
    assert abs(passed - number_of(years["count"])) > 1
    assert {one.verdict for one in (found["sum"], found["share"], found["years"])} == {
        Verdict.FAILS
    }


def test_zones_come_again_from_their_inputs() -> None:
    found = checked(f"{LISBON}The explosion in Lisbon was at 2.10 a.m. (0410 GMT).")["zone"]
    given_ = inputs_of(found)
    assert floats(given_["apart"]) == [60.0]
    assert found.suggestion == "01:10"
