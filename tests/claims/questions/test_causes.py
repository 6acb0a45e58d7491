from __future__ import annotations

from pathlib import Path

import pytest
from tests.examining import case_of

from twosource.model.case import Case

OPENING = "A fire broke out at the port of Lorvik on Monday. The fire destroyed a shed."


def examined(folder: Path, *texts: str) -> Case:
    return case_of(folder, *texts, opening=OPENING)


@pytest.mark.parametrize(
    ("one", "cause"),
    [
        ("A faulty lamp was to blame, the owner said.", "A faulty lamp"),
        ("The cause of the fire was a spark, the owner said.", "a spark"),
        ("The owner attributed the fire to lightning.", "lightning"),
        ("The owner blamed lightning for the fire.", "lightning"),
        ("The owner blamed the fire on lightning.", "lightning"),
        ("The fire started because of a spark, the owner said.", "a spark"),
    ],
)
def test_what_the_event_is_laid_to_is_set_against_who_did_it(
    tmp_path: Path, one: str, cause: str
) -> None:
    case = examined(tmp_path, one, "A gang torched the shed, a docker said.")
    (found,) = [c for c in case.contradictions if "behind" in c.question]
    assert found.question.startswith("Who or what was behind ")
    assert cause.casefold() in {side.answer.casefold() for side in found.sides}


def test_one_cause_in_two_reports_is_no_contradiction(tmp_path: Path) -> None:
    case = examined(
        tmp_path,
        "The fire was caused by lightning, the owner said.",
        "A docker blamed lightning for the fire.",
    )
    assert case.contradictions == ()
