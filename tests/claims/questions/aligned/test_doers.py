from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.questions.aligned.written_reports import raised

from twosource.model.relation import Matter


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The inquiry was requested by Nordkyst Line.",
            "The inquiry that the Seamen's Union of Lorvik demanded began on Friday.",
        ),
        (
            "Ida Moen beat Olav Brekke, the board said.",
            "The party published sheets by which Olav Brekke won by 90 votes.",
        ),
    ],
)
def test_what_one_alone_does_is_done_by_one(tmp_path: Path, one: str, other: str) -> None:
    (found,) = raised(tmp_path, one, other)
    assert found.kind is Matter.ATTRIBUTION


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nordkyst Line praised the crew.", "The Lorvik Seamen's Union praised the crew."),
        ("Ida Moen beat Olav Brekke, the board said.", "Moen won, her party said."),
    ],
)
def test_what_many_do_and_one_under_two_names_are_no_versions(
    tmp_path: Path, one: str, other: str
) -> None:
    assert raised(tmp_path, one, other) == ()
