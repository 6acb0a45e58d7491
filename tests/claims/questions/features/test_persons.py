from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.questions.aligned.written_reports import raised


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The captain, Elias Bonde, 61, was rescued.",
            "Captain Bonde, a man of 48, was on watch, said a docker.",
        ),
        (
            "A 52-year-old crane driver was taken to hospital.",
            "The crane driver is Samuel Odden, 57, of Mill Lane, said a docker.",
        ),
        ("A girl of seven died, the port said.", "The girl who died was eleven, said a docker."),
        (
            "The harbour manager, Dilip Borge, was suspended.",
            "The harbour manager, Vemund Moe, is not to be found, said a docker.",
        ),
        (
            "The officer who fired has been identified as Corporal Daniel Ohlin, the port said.",
            "The man who fired is called Peter Wand, said a docker.",
        ),
    ],
)
def test_one_role_has_one_holder_of_one_age(tmp_path: Path, one: str, other: str) -> None:
    assert len(raised(tmp_path, one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The bus driver, 52, was taken to hospital.",
            "The lorry driver, 33, was taken to hospital.",
        ),
        ("The captain, Elias Bonde, was rescued.", "The captain, E. Bonde, was rescued."),
        ("The captain, Mykola Bondar, was rescued.", "The captain, Nikolai Bonder, was rescued."),
        ("The captain, 61, was rescued.", "The captain, 60, was rescued."),
        (
            "The driver, Elias Bonde, was rescued.",
            "The assistant driver, Ida Moen, was rescued.",
        ),
    ],
)
def test_other_roles_spellings_and_birthdays_are_no_versions(
    tmp_path: Path, one: str, other: str
) -> None:
    assert raised(tmp_path, one, other) == ()
