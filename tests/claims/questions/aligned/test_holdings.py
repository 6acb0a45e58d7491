from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.questions.aligned.written_reports import raised

from twosource.model.relation import Matter


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry carried 48 passengers, its owner said.", "The ferry carried 90 pupils."),
        ("The list holds 31,260 names.", "A list of 36,120 voters was found on board."),
    ],
)
def test_one_thing_holds_so_many_whatever_they_are_called(
    tmp_path: Path, one: str, other: str
) -> None:
    (found,) = raised(tmp_path, one, other)
    assert found.kind is Matter.COUNT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry carried 90 passengers.", "Twelve pupils were on the ferry."),
        ("The ferry carried 48 passengers.", "The ferry is licensed to carry 90 people."),
        ("The ferry carried 48 passengers.", "The tug carried 90 sailors."),
    ],
)
def test_some_of_them_and_a_limit_are_other_counts(tmp_path: Path, one: str, other: str) -> None:
    assert raised(tmp_path, one, other) == ()
