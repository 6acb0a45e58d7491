"""Checks of zones, directions, units, shares, travel, ages, lists, publication and listed parts."""

from __future__ import annotations

import math

import pytest
from tests.checks.test_checks import checked

from twosource.checks.run import CHECKS
from twosource.model.finding import Verdict

OPENING = "LISBON, April 9 - A warehouse exploded in Lisbon, Portugal, on Wednesday."


def verdict_of(check: str, sentence: str, opening: str = OPENING) -> Verdict | None:
    found = checked(f"{opening}\n\n{sentence}").get(check)
    return None if found is None else found.verdict


CASES = [
    # Lisbon is an hour ahead of Greenwich from the end of March on.
    ("zone", "It happened at 2 p.m. (1300 GMT), witnesses said.", Verdict.HOLDS),
    ("zone", "It happened at 2 p.m. (1500 GMT), witnesses said.", Verdict.FAILS),
    ("direction", "Porto, 275 kilometres north of Lisbon, sent help.", Verdict.HOLDS),
    ("direction", "Porto, 275 kilometres south of Lisbon, sent help.", Verdict.FAILS),
    ("direction", "Porto, 275 kilometres north-east of Lisbon, sent help.", Verdict.CANNOT_TELL),
    ("units", "The wall is 70 miles (113 km) long.", Verdict.HOLDS),
    ("units", "The wall is 70 miles (113 metres) long.", Verdict.FAILS),
    ("units", "The tank holds 50 litres (60 km) of fuel.", None),
    ("share", "Of 120 houses, 30 (25 percent) burned.", Verdict.HOLDS),
    ("share", "Of 120 houses, 30 (45 percent) burned.", Verdict.FAILS),
    ("share", "Some 30 (45 percent) burned.", None),
    ("travel", "The lorry covered 120 km in two hours at 60 km/h.", Verdict.HOLDS),
    ("travel", "The lorry covered 120 km in five hours at 90 km/h.", Verdict.FAILS),
    ("travel", "The lorry covered more than 120 km in two hours at 60 km/h.", Verdict.CANNOT_TELL),
    ("age", "Rui Costa, 40, was born in 1990.", Verdict.HOLDS),
    ("age", "Rui Costa, 31, was born in 1990.", Verdict.FAILS),
    ("listed", "Three men were named: Rui Costa, Ana Reis and Tom Ray.", Verdict.HOLDS),
    ("listed", "Three men were named: Rui Costa, Ana Reis, Jo Lima and Tom Ray.", Verdict.FAILS),
    ("listed", "Three men were named, among them: Rui Costa and Tom Ray.", None),
    ("publication", "The gate was opened on 14 April 2031.", Verdict.FAILS),
    ("publication", "The gate will be opened on 14 April 2031.", None),
    ("publication", "The gate was opened on 4 April 2031.", None),
    (
        "interval",
        "The march, which began at 11.20 am and ended at 12.05 pm, lasted less than 20 minutes.",
        Verdict.FAILS,
    ),
    (
        "interval",
        "The march, which began at 11.20 am and ended at 12.05 pm, lasted 45 minutes.",
        Verdict.HOLDS,
    ),
    (
        "sum",
        "Eleven boats were lost. Seven sank in the bay, and five more were stranded.",
        Verdict.FAILS,
    ),
    (
        "sum",
        "Twelve boats were lost. Seven sank in the bay, and five more were stranded.",
        Verdict.HOLDS,
    ),
    (
        "sum",
        "Fifteen boats were lost. Seven sank in the bay, and five more were stranded.",
        Verdict.CANNOT_TELL,
    ),
    (
        "sum",
        "Twenty carts overturned: twelve were filled with hay, six with straw and four were bare.",
        Verdict.FAILS,
    ),
    (
        "sum",
        "Five boats were lost. Two sank, and another burned. There was no sign of another boat.",
        Verdict.FAILS,
    ),
    # Two attributes of the same people are no parts.
    ("sum", "Three men were held. Two were locals and two were dockers.", None),
]


@pytest.mark.parametrize(
    ("check", "sentence", "verdict"), CASES, ids=[f"{c}-{s[:40]}" for c, s, _ in CASES]
)
def test_a_detail_holds_fails_or_cannot_be_told(
    check: str, sentence: str, verdict: Verdict | None
) -> None:
    assert verdict_of(check, sentence) is verdict


def test_the_zone_of_a_local_time_that_is_not_known_cannot_be_told() -> None:
    text = "It happened at 2 p.m. (1300 GMT), witnesses said."
    assert verdict_of("zone", text, "A warehouse exploded on Wednesday.") is Verdict.CANNOT_TELL


def test_a_bearing_agrees_with_spherical_trigonometry() -> None:
    """Forward azimuth on a sphere, from Lisbon to Porto: within a degree of the ellipsoid's."""
    found = checked(f"{OPENING}\n\nPorto, 275 kilometres north of Lisbon, sent help.")["direction"]
    measured = float(next(i.value for i in found.inputs if i.name == "measured").split()[0])
    start, end = ((38.73, -9.15), (41.15, -8.61))
    (one, first), (two, second) = (tuple(map(math.radians, place)) for place in (start, end))
    east = math.sin(second - first) * math.cos(two)
    north = math.cos(one) * math.sin(two) - math.sin(one) * math.cos(two) * math.cos(second - first)
    assert measured == pytest.approx(math.degrees(math.atan2(east, north)) % 360, abs=1.5)


def test_what_fails_comes_with_the_smallest_change_that_would_make_it_hold() -> None:
    found = checked(f"{OPENING}\n\nThe wall is 70 miles (113 metres) long.")["units"]
    assert found.suggestion is not None


def test_there_are_at_least_twelve_checks_with_names_of_their_own() -> None:
    assert len({check.__name__ for check in CHECKS}) == len(CHECKS) >= 12
