from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.questions.aligned.written_reports import raised


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The harbour master, Olav Brekke, resigned on Tuesday, two clerks said.",
            "Olav Brekke was asked to go. His office said he remains at his post.",
        ),
        (
            "The pilot, Ida Moen, left the bridge before the fire, a sailor said.",
            "The pilot stayed on the bridge, a cook said.",
        ),
    ],
)
def test_a_pronoun_and_a_role_stand_for_the_name_that_bears_them(
    tmp_path: Path, one: str, other: str
) -> None:
    assert raised(tmp_path, one, other)


def test_he_is_not_the_sister_who_speaks(tmp_path: Path) -> None:
    found = raised(
        tmp_path,
        "Olav Brekke was found on the quay. His sister, Ida Moen, said he resigned in May.",
        "Ida Moen has not resigned, the port said.",
    )
    assert found == ()
