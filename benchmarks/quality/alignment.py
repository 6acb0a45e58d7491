"""Which attribution answers which: one to one, by the words of the content.

Words are compared by position, marks aside, so that a comma or a quotation mark more or less
costs nothing. The rules are those of the shared scorer of attributions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from benchmarks.quality.attribution_sets import Attributed, Run

NEAR = 0.5
"""Least Jaccard overlap of the words at which two contents are the same content."""

_MARKS = frozenset(".,;:\"“”'’‘`-—–()[]!?")
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Words:
    """The words of a text by position, and which of them runs cover."""

    def __init__(self, text: str) -> None:
        matches = [m for m in _TOKEN.finditer(text) if m[0] not in _MARKS]
        self._starts = [m.start() for m in matches]
        self._ends = [m.end() for m in matches]

    def covered(self, runs: Sequence[Run]) -> frozenset[int]:
        """Numbers of the words that the runs touch."""
        found: set[int] = set()
        for start, end in runs:
            first = bisect_left(self._ends, start + 1)
            while first < len(self._starts) and self._starts[first] < end:
                found.add(first)
                first += 1
        return frozenset(found)


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared words as a share of all words, 0 to 1."""
    return len(one & other) / len(one | other) if one | other else 0.0


def align(ours: Sequence[Attributed], gold: Sequence[Attributed], words: Words) -> dict[int, int]:
    """Position in ``ours`` for each position in ``gold`` that has a near content.

    Best content first; a shared cue breaks ties.
    """
    mine = [(words.covered(a.content), words.covered(a.cue)) for a in ours]
    theirs = [(words.covered(a.content), words.covered(a.cue)) for a in gold]
    pairs = sorted(
        (
            (overlap + 0.5 * bool(cue & gold_cue), i, j)
            for i, (content, cue) in enumerate(mine)
            for j, (gold_content, gold_cue) in enumerate(theirs)
            if (overlap := jaccard(content, gold_content)) >= NEAR
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in pairs:
        if i not in taken and j not in found:
            taken.add(i)
            found[j] = i
    return found


def right(ours: Attributed, gold: Attributed, words: Words) -> bool:
    """Whether the sources share a word, or neither has one. The contents are near already."""
    mine, theirs = words.covered(ours.source), words.covered(gold.source)
    return bool(mine & theirs) or not (mine or theirs)


def exact_f1(
    documents: Sequence[tuple[Words, Sequence[Attributed], Sequence[Attributed]]], role: str
) -> float:
    """F1 in per cent of a role's fragments, unlinked.

    Each printed run is one item, given by its words; the items of a text form a set. This is how
    the published tables count that label words and join no roles, as far as can be told.
    """
    hits = given = wanted = 0
    for words, ours, gold in documents:
        mine, theirs = (
            {covered for a in side for run in getattr(a, role) if (covered := words.covered([run]))}
            for side in (ours, gold)
        )
        hits += len(mine & theirs)
        given += len(mine)
        wanted += len(theirs)
    return 200.0 * hits / max(1, given + wanted)
