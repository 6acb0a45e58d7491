from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.questions.aligned.written_reports import raised


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The ferry is owned by Nordvik Lines.",
            "The ferry is the property of Meridian Shipholding, said a docker.",
        ),
        (
            "The ferry flies the flag of Panama.",
            "The Honduran-registered ferry had sailed for years, said a docker.",
        ),
        (
            "The municipality owns the ferry.",
            "The ferry belongs to the Sundby Fishing Company, said a docker.",
        ),
    ],
)
def test_a_thing_has_one_owner_and_one_flag(tmp_path: Path, one: str, other: str) -> None:
    assert len(raised(tmp_path, one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry is owned by Nordvik Lines.", "The ferry belongs to Nordvik Lines Ltd."),
        ("The ferry is owned by Nordvik Lines.", "The bus is owned by Meridian Coaches."),
        ("The ferry is owned by Nordvik Lines.", "The ferry is operated by Meridian Ferries."),
        ("The ferry flies the flag of Panama.", "The Panamanian-flagged ferry was old."),
    ],
)
def test_legal_forms_other_things_operators_and_adjectives_are_no_versions(
    tmp_path: Path, one: str, other: str
) -> None:
    assert raised(tmp_path, one, other) == ()
