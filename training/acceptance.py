"""Train the model that accepts attributions: ``python -m training.acceptance``.

Reads the training and development splits of the corpora of attributions, fits, calibrates on
cross-validated scores of the training splits, measures the test splits, and writes the weights
into the package. About a minute; the same data and language model give the same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training.attributions import CORPORA, Example, examples
from training.logistic import (
    Numbers,
    auc,
    calibration_error,
    fit,
    folds,
    log_loss,
    matrix,
    reliability,
    sigmoid,
    vocabulary,
)
from training.recipe import DATA
from twosource.language.embedded import load_embedded
from twosource.statements import acceptance_weights
from twosource.statements.acceptance import THRESHOLD

LEAST = 5
"""Examples that a feature must hold for; with 3 or 8 the development splits are read no better."""
RIDGE = 8.0
"""Penalty; chosen among 2, 4, 8, 16 and 32 by log loss in cross-validation."""
FOLDS = 5
SEED = 0
SMALL = 0.02
"""Weights nearer to zero than this are not shipped; no confidence moves by 0.02 for it."""
STEPS = tuple(n / 20 for n in range(0, 16))

HEADER = '''"""Weights of the acceptance model, written by ``python -m training.acceptance``.

Trained on candidates from the training splits of the GUM discourse attributions (open genres) and
of the PropBank of the English Web Treebank ({count} examples, {share:.0%} right), read with
{reader}; ridge {ridge:g}, features that hold for {least} examples or more, calibrated by Platt's
method on {folds}-fold cross-validated scores (slope {slope:.3f}, offset {offset:.3f}), seed {seed}.
The calibration is part of the numbers. Licence of the weights: CC BY-SA 4.0, as that of their data.
"""

from __future__ import annotations

VERSION = 1
BIAS = {bias:.4f}
WEIGHTS: dict[str, float] = {{
'''


def right(found: Sequence[Example]) -> Numbers:
    """1 where an example is right, else 0."""
    return np.array([float(e.right) for e in found])


def train(found: Sequence[Example]) -> tuple[list[str], Numbers, Numbers]:
    """Fit and calibrate.

    Returns:
        Names of the features, their weights with the bias last, and slope and offset of the
        calibration, which are not yet part of the weights.
    """
    rows = [e.features for e in found]
    names = vocabulary(rows, LEAST)
    x, y = matrix(rows, names), right(found)
    scores = np.zeros(len(y))
    for held in folds([e.group for e in found], FOLDS, SEED):
        scores[held] = x[held] @ fit(x[~held], y[~held], RIDGE)
    platt = fit(np.column_stack([scores, np.ones(len(y))]), y, 1e-6)
    print(
        f"cross-validation: AUC {auc(scores, y):.3f}, log loss {log_loss(sigmoid(scores), y):.4f}"
    )
    return names, fit(x, y, RIDGE), platt


def write(path: Path, header: str, names: Sequence[str], weights: Numbers) -> None:
    """Write the module of weights; features in alphabetical order, small weights left out."""
    lines = [
        f'    "{name}": {weight:.3f},\n'
        for name, weight in zip(names, weights[:-1], strict=True)
        if abs(weight) >= SMALL
    ]
    path.write_text(header + "".join(lines) + "}\n", encoding="utf-8")


def measure(title: str, p: Numbers, y: Numbers) -> None:
    """Print how the probabilities rank, and how far they can be believed."""
    print(
        f"{title}: {len(y)} candidates, {y.mean():.3f} right, AUC {auc(p, y):.3f}, "
        f"calibration error {calibration_error(p, y):.3f}, log loss {log_loss(p, y):.4f}"
    )
    for count, told, found in reliability(p, y):
        print(f"    {count:4d} told {told:.2f} found {found:.2f}")


def sweep(p: Numbers, y: Numbers) -> None:
    """Print precision and the share of right candidates kept for each threshold."""
    for step in STEPS:
        kept = p >= step
        precision, wrong = y[kept].mean(), 1 - y
        shares = y[kept].sum() / y.sum(), wrong[kept].sum() / wrong.sum()
        mark = " <- THRESHOLD" if abs(step - THRESHOLD) < 1e-9 else ""
        print(
            f"    {step:.2f}: precision {precision:.3f}, right ones kept {shares[0]:.3f}, "
            f"wrong ones kept {shares[1]:.3f}{mark}"
        )


def main() -> None:
    """Read the flags, train, write, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA.parent / "attribution")
    parser.add_argument("--output", type=Path, default=Path(acceptance_weights.__file__))
    flags = parser.parse_args()
    reader = load_embedded()

    def read(split: str) -> list[Example]:
        return [e for name in CORPORA for e in examples(flags.data, name, split, reader)]

    found = read("train")
    names, weights, platt = train(found)
    weights = weights * platt[0]
    weights[-1] += platt[1]
    header = HEADER.format(
        count=len(found),
        share=right(found).mean(),
        reader=reader.description,
        ridge=RIDGE,
        least=LEAST,
        folds=FOLDS,
        slope=platt[0],
        offset=platt[1],
        seed=SEED,
        bias=weights[-1],
    )
    write(flags.output, header, names, weights)
    for split in ("dev", "test"):
        held = read(split)
        p = sigmoid(matrix([e.features for e in held], names) @ weights)
        for corpus in CORPORA:
            own = np.array([e.corpus == corpus for e in held])
            measure(f"{corpus} {split}", p[own], right(held)[own])
        measure(f"all {split}", p, right(held))
        if split == "dev":
            sweep(p, right(held))


if __name__ == "__main__":
    main()
