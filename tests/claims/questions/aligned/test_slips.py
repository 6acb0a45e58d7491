from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.questions.aligned.written_reports import raised


def test_one_number_in_two_units_is_two_versions(tmp_path: Path) -> None:
    found = raised(
        tmp_path,
        "The ferry drifted 70 metres towards the breakwater.",
        "The burning ferry drifted 70 feet towards the breakwater.",
    )
    assert [len(one.sides) for one in found] == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry drifted 70 metres towards the mole.", "A crane 70 feet high fell on a shed."),
        (
            "The ferry drifted 70 metres towards the mole.",
            "The ferry drifted 230 feet to the mole.",
        ),
    ],
)
def test_another_thing_and_a_conversion_are_no_versions(
    tmp_path: Path, one: str, other: str
) -> None:
    assert raised(tmp_path, one, other) == ()
