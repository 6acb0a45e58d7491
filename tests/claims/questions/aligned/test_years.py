from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.questions.aligned.written_reports import raised

from twosource.model.relation import Matter


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry was built in 1968, records show.", "The ferry, completed in 1986, sank."),
        ("The pier was last repaired in 2011.", "The owner said the pier was last mended in 2021."),
        ("The licence runs until 2027, the port said.", "The licence runs until 2029, he said."),
    ],
)
def test_what_is_done_once_is_done_in_one_year(tmp_path: Path, one: str, other: str) -> None:
    (found,) = raised(tmp_path, one, other)
    assert found.kind is Matter.TIME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry was built in 1968, records show.", "The ferry was repainted in 1986."),
        ("The ferry was built in 1968.", "The pier was built in 1986."),
        ("The owner was fined in 2011.", "The owner was fined in 2014."),
        ("The ferry was built in about 1968.", "The ferry was built in 1968."),
    ],
)
def test_other_deeds_and_other_things_have_years_of_their_own(
    tmp_path: Path, one: str, other: str
) -> None:
    assert raised(tmp_path, one, other) == ()
