from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.questions.aligned.written_reports import raised

from twosource.model.relation import Matter


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The fire began in the cellar of the terminal, the port said.",
            "The fire started on the top floor of the terminal, said a docker.",
        ),
        (
            "The ferry lay at pier 4, the port said.",
            "The ferry lay at Pier 7 all night, said a docker.",
        ),
    ],
)
def test_places_with_marks_of_their_own_shut_each_other_out(
    tmp_path: Path, one: str, other: str
) -> None:
    (found,) = raised(tmp_path, one, other)
    assert found.kind is Matter.PLACE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The fire began on the second floor, the port said.",
            "The fire started upstairs, said a docker.",
        ),
        (
            "The ferry was moved from pier 4 to pier 7, the port said.",
            "The ferry lay at pier 4, said a docker.",
        ),
        (
            "The ferry lay at pier 4, the port said.",
            "The ferry lay at pier no. 4, said a docker.",
        ),
    ],
)
def test_upstairs_moves_and_other_spellings_are_no_versions(
    tmp_path: Path, one: str, other: str
) -> None:
    assert raised(tmp_path, one, other) == ()
