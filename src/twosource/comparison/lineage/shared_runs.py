"""Stretches that two reports share word for word, outside quotations and within a stretch.

Greedy string tiling after Wise (1993), as plagiarism detection uses it: the longest shared stretch
first, no word used twice.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from twosource.comparison.lineage.wordprint import Word, WordPrint

SHORTEST_RUN = 5
"""Words that a run has at least; independent reports on one event rarely share five that are not
a name or a title."""
LEAST_WEIGHT = 2.0
"""What a run weighs at least: two words of the writer's own choice."""


@dataclass(frozen=True, slots=True)
class SharedRun:
    """Words ``left`` to ``left + length`` of one print are words from ``right`` of another."""

    left: int
    right: int
    length: int
    weight: float


def shared_runs(left: WordPrint, right: WordPrint) -> tuple[SharedRun, ...]:
    """Find the shared runs of two prints, in order of the left one."""
    grams: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(left.words) - SHORTEST_RUN + 1):
        grams[_gram(left.words, i)].append(i)
    candidates = [
        _grown(left.words, right.words, i, j)
        for j in range(len(right.words) - SHORTEST_RUN + 1)
        if "" not in (gram := _gram(right.words, j))
        for i in grams.get(gram, ())
        if not _continues(left.words, right.words, i, j)
    ]
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    found: list[SharedRun] = []
    for length, i, j in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        if taken_left & set(range(i, i + length)) or taken_right & set(range(j, j + length)):
            continue
        weight = sum(word.weight for word in left.words[i : i + length])
        if weight < LEAST_WEIGHT:
            continue
        taken_left.update(range(i, i + length))
        taken_right.update(range(j, j + length))
        found.append(SharedRun(i, j, length, weight))
    return tuple(sorted(found, key=lambda run: run.left))


def _gram(words: tuple[Word, ...], at: int) -> tuple[str, ...]:
    """The words from ``at``; those of another stretch do not match any."""
    here = words[at].stretch
    return tuple(
        word.folded if word.stretch == here else "" for word in words[at : at + SHORTEST_RUN]
    )


def _continues(left: tuple[Word, ...], right: tuple[Word, ...], i: int, j: int) -> bool:
    """Whether the pair only goes on with a run that begins before it."""
    return (
        i > 0
        and j > 0
        and left[i - 1].folded == right[j - 1].folded
        and left[i - 1].stretch == left[i].stretch
        and right[j - 1].stretch == right[j].stretch
    )


def _grown(left: tuple[Word, ...], right: tuple[Word, ...], i: int, j: int) -> tuple[int, int, int]:
    """Length and starts of the run that begins at ``i`` and ``j``, within one stretch of each."""
    length = 0
    while (
        i + length < len(left)
        and j + length < len(right)
        and left[i + length].folded == right[j + length].folded
        and left[i + length].stretch == left[i].stretch
        and right[j + length].stretch == right[j].stretch
    ):
        length += 1
    return length, i, j
