from __future__ import annotations

import pytest
from tests.hypotheses.test_analysis import retaliation

from twosource.errors import NotFoundError
from twosource.hypotheses.absence import with_absent, without_absent
from twosource.model.identity import HypothesisId

ONE = HypothesisId("hy-minor terrorist actions")


def test_what_is_expected_and_absent_is_noted_for_one_hypothesis_and_kept_once() -> None:
    noted = with_absent(retaliation(), ONE, "no  wreckage")
    again = with_absent(noted, ONE, "no wreckage")
    assert [one.absent for one in again if one.id == ONE] == [("no wreckage",)]
    assert all(one.absent == () for one in again if one.id != ONE)


def test_a_note_is_taken_back_by_its_words() -> None:
    noted = with_absent(retaliation(), ONE, "no wreckage")
    assert without_absent(noted, ONE, "no wreckage") == tuple(retaliation())
    with pytest.raises(NotFoundError, match="has no note"):
        without_absent(noted, ONE, "no crater")


def test_a_hypothesis_that_is_not_there_is_named_as_such() -> None:
    with pytest.raises(NotFoundError, match="hy-nobody"):
        with_absent(retaliation(), HypothesisId("hy-nobody"), "no wreckage")
