from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.questions.aligned.written_reports import raised


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The first fire engine was at the quay within seven minutes, the port said.",
            "“We waited forty minutes for the fire brigade,” said a docker, Per Aas.",
        ),
        (
            "An ambulance arrived a quarter of an hour later, the port said.",
            "It was almost two hours before an ambulance came, said a docker.",
        ),
        (
            "The alarm was raised at 4:10 a.m., the port said.",
            "A baker, Ida Moen, said that she rang 112 at ten to three in the morning.",
        ),
        (
            "Firefighters battled the blaze for five hours, the port said.",
            "They had the fire under control after ninety minutes, said a docker.",
        ),
        (
            "The ferry was built in 1971, the port said.",
            "She was put up for sale twice. The ferry, launched in 1988, was worn out.",
        ),
        (
            "The certificate was valid until 31 March 2031, the company said.",
            "The certificate had run out in January 2020, said a docker.",
        ),
        (
            "The manifest lists 88 passengers, the company said.",
            "About 140 people were aboard, said a docker, Per Aas.",
        ),
        (
            "The ferry was certified to carry 200 passengers, the company said.",
            "The ferry was licensed for 120, said a docker.",
        ),
        (
            "The damage amounts to 3 million euros, the company said.",
            "Insurers speak of a loss of 9 million euros.",
        ),
        (
            "Two explosions were heard, the port said.",
            "A docker counted six bangs.",
        ),
        (
            "The captain had eleven years of experience, the company said.",
            "The captain joined the line two months ago and had been with it for two months.",
        ),
        (
            "Some 20,000 litres of oil leaked into the harbour, the company said.",
            "About 400 barrels of oil escaped, said a docker.",
        ),
    ],
)
def test_one_feature_in_other_words_is_one_question(tmp_path: Path, one: str, other: str) -> None:
    assert len(raised(tmp_path, one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "An ambulance arrived within ten minutes, the port said.",
            "Police arrived after two hours, said a docker.",
        ),
        (
            "The first fire engine was there within eight minutes, the port said.",
            "The fire brigade was there within ten minutes, said a docker.",
        ),
        (
            "The ferry was built in 1971, the port said.",
            "The pier was built in 1988, the port said.",
        ),
        (
            "The manifest lists 88 passengers, the company said.",
            "The ferry can carry 140 people, said a docker.",
        ),
        (
            "About 140 people were aboard, said a docker.",
            "A tug rescued 60 people, said a docker, Per Aas.",
        ),
        (
            "The damage amounts to at least 3 million euros, the company said.",
            "Insurers speak of a loss of 9 million euros.",
        ),
        (
            "The damage amounts to 3 million euros, the company said.",
            "The company was fined 9 million euros last year.",
        ),
    ],
)
def test_other_helpers_other_things_room_parts_and_bounds_are_no_versions(
    tmp_path: Path, one: str, other: str
) -> None:
    assert raised(tmp_path, one, other) == ()


def test_a_voice_that_gives_two_figures_tells_of_two_things(tmp_path: Path) -> None:
    one = (
        "The hospital is 4 kilometres away, the port said. "
        "The children's hospital lies 30 kilometres away, the port said."
    )
    other = "The road to the hospital is 80 kilometres, said a docker."
    assert raised(tmp_path, one, other) == ()


def test_a_short_answer_goes_on_with_the_question_before_it(tmp_path: Path) -> None:
    one = "Ten life rafts were on board, the company said."
    other = "HOST: How many rafts did she have?\n\nAAS: Four.\n\nHOST: Thank you."
    (found,) = raised(tmp_path, one, other)
    assert {side.answer.lower() for side in found.sides} == {"four", "ten"}


def test_people_that_pass_in_an_hour_are_not_what_a_thing_holds(tmp_path: Path) -> None:
    one = "The terminal holds 4,000 people, the port said."
    other = "The terminal was designed for 1,500 people an hour, said a docker."
    assert raised(tmp_path, one, other) == ()


def test_what_is_inspected_again_and_again_was_last_inspected_once(tmp_path: Path) -> None:
    one = "The ferry was last inspected in February 2030, the port said."
    before = "The ferry was inspected in August 2028, said a docker."
    after = "The ferry was inspected in August 2031, said a docker."
    assert raised(tmp_path, one, before) == ()
    assert len(raised(tmp_path, one, after)) == 1
