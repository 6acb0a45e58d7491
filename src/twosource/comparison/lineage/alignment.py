"""Sentences of two reports that say the same in the same order, in partly other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.comparison.lineage.wordprint import Word, WordPrint

LEAST_SHARED = 3.0
"""What the shared words of two sentences weigh at least."""
LEAST_SHARE = 0.55
"""The share of the weight of the shorter sentence that is shared, at least."""


@dataclass(frozen=True, slots=True)
class AlignedSentences:
    """A sentence of the left print and one of the right that share words in one order.

    Attributes:
        left, right: First and last word of each, half-open.
        weight: What the shared words weigh.
        share: That weight over the weight of the shorter sentence.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    weight: float
    share: float


def aligned_sentences(left: WordPrint, right: WordPrint) -> tuple[AlignedSentences, ...]:
    """Align the sentences of two prints, one to one, the best pairs first taken.

    Returns:
        The aligned pairs, in order of the left print.
    """
    ours, theirs = _sentences(left.words), _sentences(right.words)
    holding: dict[str, list[int]] = defaultdict(list)
    for n, (first, last) in enumerate(theirs):
        for lemma in {w.lemma for w in right.words[first:last] if w.weight >= 1}:
            holding[lemma].append(n)
    scored: list[tuple[float, int, int, AlignedSentences]] = []
    for m, bounds in enumerate(ours):
        for n in _candidates(left.words[slice(*bounds)], holding):
            pair = _aligned(left.words, bounds, right.words, theirs[n])
            if pair is not None:
                scored.append((-pair.weight * pair.share, m, n, pair))
    used_left: set[int] = set()
    used_right: set[int] = set()
    found: list[AlignedSentences] = []
    for _, m, n, pair in sorted(scored, key=lambda s: s[:3]):
        if m not in used_left and n not in used_right:
            used_left.add(m)
            used_right.add(n)
            found.append(pair)
    return tuple(sorted(found, key=lambda pair: pair.left))


def _sentences(words: Sequence[Word]) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    for i, word in enumerate(words):
        if bounds and words[i - 1].sentence == word.sentence:
            bounds[-1] = (bounds[-1][0], i + 1)
        else:
            bounds.append((i, i + 1))
    return bounds


def _candidates(words: Sequence[Word], holding: Mapping[str, list[int]]) -> list[int]:
    """Sentences of the other print that share at least two content words."""
    shared: dict[int, int] = defaultdict(int)
    for lemma in {w.lemma for w in words if w.weight >= 1}:
        for n in holding.get(lemma, ()):
            shared[n] += 1
    return sorted(n for n, count in shared.items() if count >= 2)


def _aligned(
    left: Sequence[Word],
    ours: tuple[int, int],
    right: Sequence[Word],
    theirs: tuple[int, int],
) -> AlignedSentences | None:
    a = [w for w in left[slice(*ours)] if w.weight]
    b = [w for w in right[slice(*theirs)] if w.weight]
    shorter = min(sum(w.weight for w in a), sum(w.weight for w in b))
    weight = _in_order(a, b)
    if not shorter or weight < LEAST_SHARED or weight / shorter < LEAST_SHARE:
        return None
    return AlignedSentences(ours, theirs, weight, weight / shorter)


def _in_order(a: Sequence[Word], b: Sequence[Word]) -> float:
    """Weight of the heaviest common subsequence of lemmas.

    The classic dynamic programme for the longest common subsequence, with weights.
    """
    above = [0.0] * (len(b) + 1)
    for word in a:
        row = [0.0]
        for j, other in enumerate(b):
            if word.lemma == other.lemma:
                row.append(max(above[j] + min(word.weight, other.weight), row[j]))
            else:
                row.append(max(above[j + 1], row[j]))
        above = row
    return above[-1]
