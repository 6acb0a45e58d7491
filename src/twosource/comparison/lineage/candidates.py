"""Which pairs of reports are worth verifying, so that their number grows with the reports.

Pairs that share a rare run, or several rare pairs of neighbouring content words, are candidates;
each report keeps the best few. Every candidate is verified afterwards, and none is joined to a
third without being verified itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from twosource.comparison.lineage.wordprint import WordPrint

FEW = 60
"""Cases of up to this many reports are compared pair by pair."""
NEIGHBOURS = 24
"""Candidates that a report of a larger case keeps."""
RARE = 40
"""Reports that may share a key before it stops telling pairs apart."""

Key = tuple[str, ...]


def candidate_pairs(prints: Sequence[WordPrint]) -> tuple[tuple[int, int], ...]:
    """Positions of the pairs to verify, in order."""
    if len(prints) <= FEW:
        return tuple((i, j) for i in range(len(prints)) for j in range(i + 1, len(prints)))
    holding: dict[Key, list[int]] = defaultdict(list)
    for position, print_ in enumerate(prints):
        for key in _keys(print_):
            holding[key].append(position)
    shared: list[Counter[int]] = [Counter() for _ in prints]
    for members in holding.values():
        if 1 < len(members) <= RARE:
            for i in members:
                shared[i].update(j for j in members if j != i)
    pairs: set[tuple[int, int]] = set()
    for i, others in enumerate(shared):
        best = sorted(others.items(), key=lambda item: (-item[1], item[0]))[:NEIGHBOURS]
        pairs.update((min(i, j), max(i, j)) for j, count in best if count > 1)
    return tuple(sorted(pairs))


def _keys(print_: WordPrint) -> set[Key]:
    """Neighbouring pairs of content lemmas of a sentence, and runs of five words."""
    content = [word for word in print_.words if word.weight >= 1]
    keys: set[Key] = {(a.lemma, b.lemma) for a, b in pairwise(content) if a.sentence == b.sentence}
    folded = [word.folded for word in print_.words]
    keys.update(tuple(folded[i : i + 5]) for i in range(len(folded) - 4))
    return keys
