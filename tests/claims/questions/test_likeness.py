from __future__ import annotations

import numpy as np
import pytest

from twosource.claims.questions.likeness import same_answer, same_answers
from twosource.language.meaning import Meaning, load_meaning

CAUSES = (
    "a burst water pipe",
    "a pipe that burst",
    "the pipe had burst",
    "a gas leak in the kitchen",
    "leaking gas",
    "gas that leaked from the stove",
    "an arsonist",
    "somebody set the fire",
    "arson",
)


@pytest.fixture(scope="module")
def meaning() -> Meaning:
    return load_meaning()


def test_answers_that_say_the_same_are_told_from_the_others(meaning: Meaning) -> None:
    said = same_answers(CAUSES, meaning) > 0
    assert said[[0, 3, 6], [1, 4, 8]].all()
    assert not said[[0, 3], [6, 7]].any()


def test_the_order_of_the_answers_changes_nothing(meaning: Meaning) -> None:
    there = same_answers(CAUSES, meaning)
    back = same_answers(CAUSES[::-1], meaning)[::-1, ::-1]
    assert np.allclose(there, back)
    assert np.allclose(there, there.T)


def test_answers_printed_alike_give_no_division_by_nothing(meaning: Meaning) -> None:
    assert np.isfinite(same_answers(["arson"] * 9, meaning)).all()


def test_two_answers_alone_are_told_by_their_own_words(meaning: Meaning) -> None:
    assert same_answer("a burst pipe", "a pipe that burst", meaning) > 0
    assert same_answer("a burst pipe", "an arsonist", meaning) < 0
