"""The figure for answers is the one of the set's own notebook: balanced over same and different."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.quality.answers import (
    DATA,
    accuracy,
    balanced_accuracy,
    best_threshold,
    character_cosines,
    topics,
)

SAME = np.array([True, False, False, False])


def test_saying_always_the_same_is_worth_half() -> None:
    assert balanced_accuracy(np.ones(4, dtype=bool), SAME) == 0.5


def test_rare_pairs_weigh_as_much_as_common_ones() -> None:
    assert balanced_accuracy(np.array([False, False, False, False]), SAME) == 0.5


def test_the_best_threshold_lies_between_scores() -> None:
    assert best_threshold(np.array([0.9, 0.1, 0.2, 0.3]), SAME) == pytest.approx(0.6)


def test_answers_that_share_runs_of_letters_are_nearer() -> None:
    cosines = character_cosines(["flooded mines", "flooding of mines", "a late train"])
    assert cosines[0, 1] > cosines[0, 2]
    assert np.allclose(np.diag(cosines), 1.0)


def test_all_pairs_of_the_set_are_counted() -> None:
    if not DATA.is_file():
        pytest.skip(f"{DATA} is not there")
    known = topics()
    sizes = [len(known[name].same) for name in ("Q2", "Q3", "Q5", "Q6")]
    assert sum(sizes) == 1574
    assert 0 <= accuracy(character_cosines, [known["Q2"]], 0.1) <= 100
