"""Logistic regression on named features, and how well its probabilities rank and hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def vocabulary(rows: Sequence[Sequence[str]], least: int) -> list[str]:
    """Features that hold for at least ``least`` of the rows, sorted."""
    count = Counter(name for row in rows for name in row)
    return sorted(name for name, times in count.items() if times >= least)


def matrix(rows: Sequence[Sequence[str]], names: Sequence[str]) -> Numbers:
    """One row of zeros and ones per example, with a last column of ones for the bias."""
    place = {name: column for column, name in enumerate(names)}
    made = np.zeros((len(rows), len(names) + 1))
    made[:, -1] = 1.0
    for number, row in enumerate(rows):
        for name in row:
            if name in place:
                made[number, place[name]] = 1.0
    return made


def fit(x: Numbers, y: Numbers, ridge: float, rounds: int = 30) -> Numbers:
    """Weights of least penalised log loss, by Newton's method; the bias is not penalised.

    Args:
        x: Examples by features, the bias column last.
        y: 1 where right, else 0.
        ridge: Penalty on the squared weights, in examples.
        rounds: Most steps; ten are usually enough.
    """
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], ridge)
    penalty[-1] = 1e-6
    for _ in range(rounds):
        p = sigmoid(x @ weights)
        gradient = x.T @ (p - y) + penalty * weights
        curvature = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def sigmoid(scores: Numbers) -> Numbers:
    """Scores as probabilities."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -35, 35))))


def folds(groups: Sequence[str], count: int, seed: int) -> list[NDArray[np.bool_]]:
    """Masks of the held-out examples; a group is never divided."""
    names = sorted(set(groups))
    order = np.random.default_rng(seed).permutation(len(names))
    fold = {names[name]: place % count for place, name in enumerate(order)}
    held = np.array([fold[group] for group in groups])
    return [held == number for number in range(count)]


def auc(p: Numbers, y: Numbers) -> float:
    """Chance that a right example ranks above a wrong one, ties counted half."""
    order = np.argsort(p, kind="stable")
    ranks = np.empty(len(p))
    ranks[order] = np.arange(1, len(p) + 1)
    for value in np.unique(p):
        ranks[p == value] = ranks[p == value].mean()
    right = int(y.sum())
    wrong = len(y) - right
    if not right or not wrong:
        return float("nan")
    return float((ranks[y == 1].sum() - right * (right + 1) / 2) / (right * wrong))


def reliability(p: Numbers, y: Numbers, bins: int = 5) -> list[tuple[int, float, float]]:
    """Examples, mean probability and share right in bins of equal width, empty ones left out."""
    place = np.minimum((p * bins).astype(int), bins - 1)
    return [
        (int((place == b).sum()), float(p[place == b].mean()), float(y[place == b].mean()))
        for b in range(bins)
        if (place == b).any()
    ]


def calibration_error(p: Numbers, y: Numbers, bins: int = 5) -> float:
    """Expected calibration error: the mean gap between probability and share right."""
    rows = reliability(p, y, bins)
    return sum(n * abs(told - found) for n, told, found in rows) / len(p)


def log_loss(p: Numbers, y: Numbers) -> float:
    """Mean negative log likelihood, in nats."""
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
