"""The searches are exact: they find what trying everything finds."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from twosource.language.decode import best_labels, best_tree, transitions

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")

# Whole numbers add without rounding, so that equal totals are equal.
whole = st.integers(-1000, 1000).map(float)
square = st.integers(2, 6).flatmap(lambda size: arrays(np.float64, (size, size), elements=whole))
table = st.integers(1, 5).flatmap(
    lambda size: arrays(np.float64, (size, len(LABELS)), elements=whole)
)


def is_tree(heads: tuple[int, ...]) -> bool:
    for node in range(1, len(heads)):
        seen = set()
        while node != 0:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node]
    return list(heads[1:]).count(0) == 1


@given(square)
def test_no_tree_with_one_root_scores_higher(scores: np.ndarray) -> None:
    size = len(scores)

    def total(heads: tuple[int, ...]) -> float:
        return float(sum(scores[node, heads[node]] for node in range(1, size)))

    found = tuple(best_tree(scores))
    trees = ((0, *rest) for rest in product(range(size), repeat=size - 1))
    assert is_tree(found)
    assert total(found) == max(total(tree) for tree in trees if is_tree(tree))


@given(table)
def test_no_allowed_run_of_labels_scores_higher(scores: np.ndarray) -> None:
    def allowed(run: tuple[int, ...]) -> bool:
        names = ["O", *(LABELS[label] for label in run)]
        return all(
            not after.startswith("I-") or before[2:] == after[2:]
            for before, after in pairwise(names)
        )

    def total(run: tuple[int, ...]) -> float:
        return float(sum(scores[row, label] for row, label in enumerate(run)))

    found = tuple(best_labels(scores, transitions(LABELS)))
    runs = product(range(len(LABELS)), repeat=len(scores))
    assert allowed(found)
    assert total(found) == max(total(run) for run in runs if allowed(run))


def test_a_long_cycle_is_broken_where_it_costs_least() -> None:
    size = 150
    scores = np.zeros((size, size))
    for node in range(1, size):
        scores[node, node % (size - 1) + 1] = 10.0
    scores[7, 0] = 9.0
    heads = best_tree(scores)
    assert is_tree(tuple(heads))
    assert heads[7] == 0
