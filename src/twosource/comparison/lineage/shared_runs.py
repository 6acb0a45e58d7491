"""Stretches that two reports share word for word, outside quotations and within a stretch.

Greedy string tiling after Wise (1993), as plagiarism detection uses it: the longest shared stretch
first, no word used twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.comparison.lineage.wordprint import Columns, WordPrint

SHORTEST_RUN = 5
"""Words that a run has at least; independent reports on one event rarely share five that are not
a name or a title."""
LEAST_WEIGHT = 2.0
"""What a run weighs at least: two words of the writer's own choice."""
MOST_PLACES = 50
"""Places in one report from which five words are a refrain of it, and no run begins there."""


@dataclass(frozen=True, slots=True)
class SharedRun:
    """Words ``left`` to ``left + length`` of one print are words from ``right`` of another."""

    left: int
    right: int
    length: int
    weight: float


def shared_runs(left: WordPrint, right: WordPrint) -> tuple[SharedRun, ...]:
    """Find the shared runs of two prints, in order of the left one."""
    return runs_in(left.columns(), right.columns())


def runs_in(left: Columns, right: Columns) -> tuple[SharedRun, ...]:
    """Find the shared runs of two texts given as columns, in order of the left one."""
    grams: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, gram in _grams(left):
        grams[gram].append(i)
    candidates = [
        _grown(left, right, i, j)
        for j, gram in _grams(right)
        if len(places := grams.get(gram, ())) <= MOST_PLACES
        for i in places
        if not _continues(left, right, i, j)
    ]
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    found: list[SharedRun] = []
    for length, i, j in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        ours, theirs = range(i, i + length), range(j, j + length)
        if not taken_left.isdisjoint(ours) or not taken_right.isdisjoint(theirs):
            continue
        weight = sum(left.weight[i : i + length])
        if weight < LEAST_WEIGHT:
            continue
        taken_left.update(ours)
        taken_right.update(theirs)
        found.append(SharedRun(i, j, length, weight))
    return tuple(sorted(found, key=lambda run: run.left))


def _grams(words: Columns) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each run of the shortest length that lies within one stretch, with where it begins."""
    shifted = [words.folded[k:] for k in range(SHORTEST_RUN)]
    # stretches are numbered in order, so that equal ends mean one stretch
    for at, gram in enumerate(zip(*shifted, strict=False)):
        if words.stretch[at] == words.stretch[at + SHORTEST_RUN - 1]:
            yield at, gram


def _continues(left: Columns, right: Columns, i: int, j: int) -> bool:
    """Whether the pair only goes on with a run that begins before it."""
    return (
        i > 0
        and j > 0
        and left.folded[i - 1] == right.folded[j - 1]
        and left.stretch[i - 1] == left.stretch[i]
        and right.stretch[j - 1] == right.stretch[j]
    )


def _grown(left: Columns, right: Columns, i: int, j: int) -> tuple[int, int, int]:
    """Length and starts of the run that begins at ``i`` and ``j``, within one stretch of each."""
    ours, theirs = left.stretch[i], right.stretch[j]
    last = min(len(left.folded) - i, len(right.folded) - j)
    length = SHORTEST_RUN
    while (
        length < last
        and left.folded[i + length] == right.folded[j + length]
        and left.stretch[i + length] == ours
        and right.stretch[j + length] == theirs
    ):
        length += 1
    return length, i, j
