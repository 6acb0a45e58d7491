from __future__ import annotations

from pathlib import Path

import pytest

from twosource import examine
from twosource.model.case import Case

OPENING = "A balloon came down at the port of Lorvik on Monday."


def examined(folder: Path, text: str) -> Case:
    for number, body in enumerate((text, "The crane is new.")):
        (folder / f"{number}.txt").write_text(f"{OPENING}\n\n{body}", "utf-8")
    return examine(sorted(folder.glob("*.txt"))).case


@pytest.mark.parametrize(
    ("text", "question", "rejection"),
    [
        (
            "The union said the rope was stolen. The owner called this a lie.",
            "Was the rope stolen?",
            "The owner called this a lie",
        ),
        (
            "The mayor accused the owner of hiding the log. The owner rejected the accusation.",
            "Did the owner hide the log?",
            "The owner rejected the accusation",
        ),
        (
            'Ana Sol, a docker, claimed that the pilot was drunk. "I smelled it," said Sol. The '
            "pilot's lawyer rejected the suggestion.",
            "Was the pilot drunk?",
            "The pilot's lawyer rejected the suggestion",
        ),
        (
            "Ana Sol, a docker, said the pilot was drunk. The pilot's lawyer dismissed the claims "
            "of Sol as fantasy.",
            "Was the pilot drunk?",
            "The pilot's lawyer dismissed the claims of Sol as fantasy",
        ),
    ],
)
def test_who_only_points_at_a_claim_denies_it(
    tmp_path: Path, text: str, question: str, rejection: str
) -> None:
    (found,) = examined(tmp_path, text).contradictions
    assert found.question == question
    assert rejection in {span.quote for side in found.sides for span in side.spans}


def test_a_denial_goes_on_in_what_is_said_on_its_behalf(tmp_path: Path) -> None:
    case = examined(
        tmp_path,
        "The police said the gate was opened by dockers. The union denied this. Its secretary, "
        "Ana Sol, said the dockers only watched.",
    )
    (found,) = case.contradictions
    assert "the dockers only watched" in {s.quote for side in found.sides for s in side.spans}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the rope was cut. She said the rumour was false.",
        "The union said the rope was cut. The owner denied that the basket was old.",
        "The union said the rope was cut. The owner declined to discuss the claim.",
    ],
)
def test_what_points_at_nothing_said_before_raises_nothing(tmp_path: Path, text: str) -> None:
    assert examined(tmp_path, text).contradictions == ()
