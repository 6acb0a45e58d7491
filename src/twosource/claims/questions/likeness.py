"""Whether answers in free words say the same.

Two measures are added. One is the cosine of the two answers' vectors. The other is how far the two
agree about the rest: the correlation of their cosines with every answer to the question. Answers
that say the same are near to the same others, which shows even where their own words differ much.
Each measure is counted in deviations from its mean over the pairs of the question, since answers
to one question lie closer together than answers to another.

Thresholds: the mean of the best thresholds of questions Q2, Q3, Q5 and Q6 of NAnCo (BSD-3-Clause),
found by ``python -m benchmarks.quality.answers --thresholds``. On those questions, each left out in
turn, the sum reached a balanced accuracy of 89.4, without the deviations 88.0, and the cosine alone
85.0. Further measures, weighted in by a regularised logistic regression, added nothing there: the
network of inference in both directions (85.3 to 87.6), runs of letters (87.1), shared words,
numbers and lengths, and the same with the question's or the paragraph's words before the answer.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.language.meaning import Meaning

SUM_THRESHOLD = 1.12
COSINE_THRESHOLD = 0.44

# Below this number of answers correlations and deviations rest on too little: the cosine decides.
FEWEST_FOR_AGREEMENT = 8


def same_answers(answers: Sequence[str], meaning: Meaning) -> NDArray[np.float64]:
    """How far each two answers to one question say the same.

    Args:
        answers: All answers to one question, as printed.
        meaning: Gives texts their vectors.

    Returns:
        A symmetric matrix; above 0 means that the two say the same.
    """
    vectors = meaning.vectors(answers).astype(np.float64)
    cosines: NDArray[np.float64] = vectors @ vectors.T
    if len(answers) < FEWEST_FOR_AGREEMENT:
        return cosines - COSINE_THRESHOLD
    return _deviations(cosines) + _deviations(_agreement(cosines)) - SUM_THRESHOLD


def same_answer(first: str, second: str, meaning: Meaning) -> float:
    """How far two answers say the same where no others are known; above 0: they do."""
    return float(same_answers((first, second), meaning)[0, 1])


def _agreement(cosines: NDArray[np.float64]) -> NDArray[np.float64]:
    """Correlation of each two rows; 0 where a row is constant."""
    rows = cosines - cosines.mean(axis=1, keepdims=True)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows = rows / np.where(lengths > 0, lengths, 1.0)
    found: NDArray[np.float64] = rows @ rows.T
    return found


def _deviations(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scores counted in deviations from the mean over all pairs; 0 where all pairs score alike."""
    pairs = scores[np.triu_indices(len(scores), 1)]
    spread = float(pairs.std())
    found: NDArray[np.float64] = (scores - pairs.mean()) / (spread if spread > 0 else 1.0)
    return found
