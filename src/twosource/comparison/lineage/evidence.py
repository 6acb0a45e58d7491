"""What two reports have in common, weighed: the evidence that an edge of the lineage rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twosource.comparison.lineage.alignment import AlignedSentences
from twosource.comparison.lineage.shared_runs import SHORTEST_RUN, SharedRun
from twosource.comparison.lineage.shared_text import SharedText, shared_text
from twosource.comparison.lineage.wordprint import Columns, WordPrint

COMMON_AMONG = 3
"""A short run that stands in this many reports is a set phrase of the event, not shared text."""
LONG_RUN = 8
"""Words from which a run counts however many reports print it; set phrases are shorter."""
NEARLY_WHOLE = 0.75
"""The share of a sentence's weight that must stand in another for it to be carried over."""
WEIGHT_OF_ALIGNED = 0.5
"""What an aligned word weighs beside a word of a run: other words in one order show less."""

Gram = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the prints of two reports share.

    Attributes:
        runs: Shared runs that count.
        aligned: Aligned sentences that hold more than shared runs.
        verbatim: Weight of the runs.
        weight: Weight of the runs and, at half, of what is aligned beyond them.
        share_left, share_right: ``weight`` over the weight of each print.
        carried: Weight of the runs in sentences that stand nearly whole in both, over the weight
            of the lighter print.
    """

    runs: tuple[SharedRun, ...]
    aligned: tuple[AlignedSentences, ...]
    verbatim: float
    weight: float
    share_left: float
    share_right: float
    carried: float

    @property
    def share(self) -> float:
        """The larger of the two shares: that of the report that has more of itself in common."""
        return max(self.share_left, self.share_right)


def grams_of(print_: WordPrint) -> set[Gram]:
    """The runs of the shortest length in a print, as a set."""
    folded = [word.folded for word in print_.words]
    return {tuple(folded[i : i + SHORTEST_RUN]) for i in range(len(folded) - SHORTEST_RUN + 1)}


def background(prints: Iterable[WordPrint]) -> Counter[Gram]:
    """In how many reports of the case each run of the shortest length stands."""
    counts: Counter[Gram] = Counter()
    for print_ in prints:
        counts.update(grams_of(print_))
    return counts


def evidence(
    left: WordPrint,
    right: WordPrint,
    common: Mapping[Gram, int],
    shared: SharedText | None = None,
) -> Evidence:
    """Weigh what two prints share.

    Args:
        left: One print.
        right: Another.
        common: In how many reports each short run stands, from ``background``.
        shared: What the two share, where that is known.
    """
    shared = shared or shared_text(left, right)
    found = shared.runs
    rare = tuple(run for run in found if not _is_set_phrase(left, run, common))
    aligned = tuple(pair for pair in shared.aligned if _beyond(pair, found) > 0)
    verbatim = sum(run.weight for run in rare)
    weight = verbatim + WEIGHT_OF_ALIGNED * sum(_beyond(pair, found) for pair in aligned)
    return Evidence(
        rare,
        aligned,
        verbatim,
        weight,
        _over(weight, left),
        _over(weight, right),
        carried(left.columns(), right.columns(), rare) if rare else 0.0,
    )


def carried(left: Columns, right: Columns, runs: Iterable[SharedRun]) -> float:
    """The share of the lighter of two texts in sentences that were carried over nearly whole."""
    lighter = min(sum(left.weight), sum(right.weight))
    ours, theirs = left.sentence_weights(), right.sentence_weights()
    shared: dict[tuple[int, int], float] = {}
    for run in runs:
        pair = left.sentence[run.left], right.sentence[run.right]
        shared[pair] = shared.get(pair, 0.0) + run.weight
    whole = sum(
        weight
        for (i, j), weight in shared.items()
        if weight >= NEARLY_WHOLE * min(ours[i], theirs[j])
    )
    return whole / lighter if lighter else 0.0


def _is_set_phrase(left: WordPrint, run: SharedRun, common: Mapping[Gram, int]) -> bool:
    """Whether a short run stands in several reports, in all of its grams."""
    if run.length >= LONG_RUN:
        return False
    words = [word.folded for word in left.words[run.left : run.left + run.length]]
    return all(
        common.get(tuple(words[i : i + SHORTEST_RUN]), 0) >= COMMON_AMONG
        for i in range(run.length - SHORTEST_RUN + 1)
    )


def _beyond(pair: AlignedSentences, runs: Iterable[SharedRun]) -> float:
    """What a pair of sentences shares beyond the runs inside it."""
    inside = sum(run.weight for run in runs if pair.left[0] <= run.left < pair.left[1])
    return max(0.0, pair.weight - inside)


def _over(weight: float, print_: WordPrint) -> float:
    whole = print_.weight if weight else 0.0
    return min(1.0, weight / whole) if whole else 0.0
