from __future__ import annotations

from pathlib import Path

from tests.examining import case_of

from twosource.model.case import Case

OPENING = "A tram left the track at Lorvik on Monday and two people were hurt."


def examined(folder: Path, *texts: str) -> Case:
    return case_of(folder, *texts, opening=OPENING)


def test_speeds_in_two_units_are_held_against_each_other(tmp_path: Path) -> None:
    case = examined(
        tmp_path,
        "The tram was travelling at 60 kph, the company said.",
        "The tram was travelling at 60 mph, a passenger said.",
    )
    assert [one.question for one in case.contradictions] == ["What was the speed of the tram?"]


def test_a_round_speed_stands_for_what_is_near_it(tmp_path: Path) -> None:
    case = examined(
        tmp_path,
        "The tram was travelling at 60 kph, the company said.",
        "The recorder shows a speed of 57 km/h, an inspector said.",
    )
    assert case.contradictions == ()


def test_a_limit_is_no_speed(tmp_path: Path) -> None:
    case = examined(
        tmp_path,
        "The tram was travelling at 60 kph, the company said.",
        "The limit on the bend was 30 kph, an inspector said.",
    )
    assert case.contradictions == ()
