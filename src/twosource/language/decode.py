"""From scores to structure: the best run of entity labels and the best tree.

Both searches are exact. They work on plain arrays and know nothing of words.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]

_FORBIDDEN = -1e9


def transitions(labels: Sequence[str]) -> Scores:
    """Which label may follow which, as 0 or a forbidding score, ``[from, to]``.

    ``I-X`` may follow only ``B-X`` or ``I-X``. The last row says what may begin a sentence.
    """
    allowed = np.zeros((len(labels) + 1, len(labels)))
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            allowed[:, column] = _FORBIDDEN
            for row, before in enumerate(labels):
                if before[2:] == label[2:]:
                    allowed[row, column] = 0.0
    return allowed


def best_labels(scores: Scores, allowed: Scores) -> list[int]:
    """The best allowed run of labels (Viterbi).

    Args:
        scores: Log probability of each label for each word, ``[word, label]``; at least one word.
        allowed: What :func:`transitions` returns.

    Returns:
        One label number per word.
    """
    best = scores[0] + allowed[-1]
    came_from: list[NDArray[np.intp]] = []
    for row in scores[1:]:
        paths = best[:, None] + allowed[:-1]
        came_from.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    label = int(best.argmax())
    run = [label]
    for step in reversed(came_from):
        label = int(step[label])
        run.append(label)
    return run[::-1]


def best_tree(scores: Scores) -> list[int]:
    """The highest-scoring tree over one sentence in which exactly one word hangs on the root.

    The method is Chu and Liu's and Edmonds's. That only one word hangs on the root is had by
    lowering the score of every arc from the root by more than a whole tree can win.

    Args:
        scores: Score of each arc, ``[dependent, head]``. Row and column 0 are the root.

    Returns:
        The head of every node; the root's own entry is 0.
    """
    weights = scores.astype(np.float64, copy=True)
    np.fill_diagonal(weights, -np.inf)
    weights[0, :] = -np.inf
    heads = [0, *(int(head) for head in weights[1:].argmax(axis=1))]
    if heads[1:].count(0) == 1 and _cycle(heads) is None:
        return heads
    finite = weights[np.isfinite(weights)]
    spread = float(finite.max() - finite.min()) + 1.0
    weights[1:, 0] -= spread * len(weights)
    return _arborescence(weights)


def _arborescence(weights: Scores) -> list[int]:
    """Maximum spanning arborescence from node 0: contract a cycle, solve, expand it again."""
    count = len(weights)
    heads = [0, *(int(head) for head in weights[1:].argmax(axis=1))]
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    outside = np.array([node for node in range(count) if node not in cycle])
    inside = np.array(cycle)
    kept = weights[inside, [heads[node] for node in cycle]]
    # Entering the cycle at a node gives up the arc that node has within it.
    entering = weights[np.ix_(inside, outside)] - kept[:, None]
    leaving = weights[np.ix_(outside, inside)]
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    smaller[:-1, :-1] = weights[np.ix_(outside, outside)]
    smaller[-1, :-1] = entering.max(axis=0)
    smaller[:-1, -1] = leaving.max(axis=1)
    solved = _arborescence(smaller)

    contracted = len(outside)
    for position in range(1, contracted):
        head = solved[position]
        chosen = inside[leaving[position].argmax()] if head == contracted else outside[head]
        heads[int(outside[position])] = int(chosen)
    entry = solved[contracted]
    heads[int(inside[entering[:, entry].argmax()])] = int(outside[entry])
    return heads


def _cycle(heads: Sequence[int]) -> list[int] | None:
    """Some cycle among the heads, or ``None`` where they form a tree under node 0."""
    state = [0] * len(heads)
    state[0] = -1
    for start in range(1, len(heads)):
        path: list[int] = []
        node = start
        while state[node] == 0:
            state[node] = start
            path.append(node)
            node = heads[node]
        if state[node] == start:
            return path[path.index(node) :]
        for visited in path:
            state[visited] = -1
    return None
