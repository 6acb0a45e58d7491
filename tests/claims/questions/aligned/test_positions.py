from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.questions.aligned.written_reports import raised

from twosource.model.relation import Matter


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The mate, Olav Brekke, was sitting in the cabin, a cook said.",
            "The mate, Olav Brekke, stood on the pavement outside, a docker said.",
        ),
        (
            "The engineers were in the control room all night, the company said.",
            "The engineers were at home, a sailor said.",
        ),
    ],
)
def test_nobody_is_in_two_places_at_once(tmp_path: Path, one: str, other: str) -> None:
    (found,) = raised(tmp_path, one, other)
    assert found.kind is Matter.PLACE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The mate, Olav Brekke, was in the kitchen, a cook said.",
            "The mate, Olav Brekke, was in the house, a docker said.",
        ),
        (
            "The mate, Olav Brekke, was in the cabin, a cook said.",
            "The mate, Olav Brekke, is in hospital, a doctor said.",
        ),
        (
            "The mate, Olav Brekke, was in the cabin, a cook said.",
            "The captain, Ida Moen, was on the bridge, a docker said.",
        ),
    ],
)
def test_a_part_of_a_place_another_time_and_another_person_are_no_versions(
    tmp_path: Path, one: str, other: str
) -> None:
    assert raised(tmp_path, one, other) == ()
