from __future__ import annotations

from pathlib import Path

import pytest
from tests.examining import case_of

from twosource.model.case import Case
from twosource.model.relation import Matter

OPENING = "A balloon came down at the port of Lorvik on Monday."


def examined(folder: Path, *texts: str) -> Case:
    return case_of(folder, *texts, opening=OPENING)


def test_struck_and_near_are_two_versions(tmp_path: Path) -> None:
    case = examined(
        tmp_path,
        "The balloon crashed into a crane, a docker said.",
        "The balloon burst near a crane, the harbour master said.",
    )
    (found,) = case.contradictions
    assert found.kind is Matter.MANNER
    assert any("same object" in reading for reading in found.readings)


@pytest.mark.parametrize(
    "other",
    [
        "The balloon may have burst near a crane, the harbour master said.",
        "The balloon burst near a ferry, the harbour master said.",
    ],
)
def test_a_maybe_or_another_thing_is_no_version(tmp_path: Path, other: str) -> None:
    case = examined(tmp_path, "The balloon crashed into a crane, a docker said.", other)
    assert case.contradictions == ()
