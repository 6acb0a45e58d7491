"""How many parts a thing has, told before its noun."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.examining import case_of


def test_storeys_of_one_building_are_compared(tmp_path: Path) -> None:
    case = case_of(
        tmp_path,
        "A four-storey hostel burned at Lorvik on Monday.",
        "A hostel burned at Lorvik on Monday. The five-story hostel had no alarm.",
    )
    (found,) = case.contradictions
    assert [side.answer for side in found.sides] == ["four-storey", "five-story"]


@pytest.mark.parametrize(
    "other",
    [
        "The two-storey kiosk was spared.",
        "The four-story hostel had no alarm.",
        "Five people fled.",
    ],
)
def test_storeys_of_another_building_or_as_many_are_no_contradiction(
    tmp_path: Path, other: str
) -> None:
    case = case_of(
        tmp_path,
        "A four-storey hostel burned at Lorvik on Monday.",
        f"A hostel burned at Lorvik on Monday. {other}",
    )
    assert case.contradictions == ()
