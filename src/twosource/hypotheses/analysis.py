"""Analysis of Competing Hypotheses: what stands best, what tells apart, what it all hangs on.

After Heuer, Psychology of Intelligence Analysis (CIA, 1999), chapter 8: the hypothesis with the
least evidence against it stands best, not the one with the most for it; an item consistent with
every hypothesis has no diagnostic value; and an analyst asks what would change if a few items were
wrong. Items of one origin count once.

Least inconsistency presumes that evidence was sought against every hypothesis. Reports do not do
that: that nobody argues against an explanation says nothing for it. Hypotheses that no item puts to
a test are therefore called untested and stand behind all that are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.model.hypothesis import Evidence, Hypothesis, Rating
from twosource.model.identity import HypothesisId
from twosource.model.report import Span

WEIGHTS: Mapping[Rating, int] = {
    Rating.STRONGLY_FOR: 2,
    Rating.FOR: 1,
    Rating.NEITHER: 0,
    Rating.AGAINST: -1,
    Rating.STRONGLY_AGAINST: -2,
}
"""How far a rating pulls; only what is below 0 counts in the ranking."""

_SPREAD = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a hypothesis stands.

    Attributes:
        hypothesis: Its id; ``None`` for "none of these", against which nothing can be rated.
        against: Weight of the counted items against it, 0 or more; the less, the better it stands.
        supported: Weight of the counted items for it; breaks ties.
        tested: Whether there is evidence on both sides, or an item for it that speaks against
            another. What is not tested is not ranked: it stands behind what is.
    """

    hypothesis: HypothesisId | None
    against: int
    supported: int
    tested: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An item of evidence over all hypotheses.

    Attributes:
        span: Its words.
        origin: Whom it comes from.
        diagnosticity: 0 where it is rated alike for all, up to 1 where it speaks strongly for one
            and strongly against another.
        decides: Whether another hypothesis would stand best without it.
    """

    span: Span
    origin: str
    diagnosticity: float
    decides: bool


@dataclass(frozen=True, slots=True)
class Analysis:
    """The whole table, read.

    Attributes:
        ranking: The tested hypotheses, the one with least against it first; then the untested, the
            one with most for it first; "none of these" last.
        items: The counted items, the most diagnostic first.
        deciding_origins: Origins without whose items another hypothesis would stand best.
    """

    ranking: tuple[Standing, ...]
    items: tuple[Item, ...]
    deciding_origins: tuple[str, ...]


def analysed(hypotheses: Sequence[Hypothesis]) -> Analysis:
    """Read the table of hypotheses and evidence.

    Args:
        hypotheses: The hypotheses with their evidence, in any order.

    Returns:
        The analysis. It does not depend on the order of hypotheses or items.
    """
    cells = _cells(hypotheses)
    ranking = _ranking(hypotheses, cells)
    leader = ranking[0].hypothesis if ranking else None
    origins = sorted({origin for _, origin in cells})

    def falls(origin: str | None, span: Span | None) -> bool:
        kept = {key: row for key, row in cells.items() if key[0] != span and key[1] != origin}
        left = _ranking(hypotheses, kept)
        return bool(left) and left[0].hypothesis != leader

    items = [
        Item(span, origin, _diagnosticity(row, len(hypotheses)), falls(None, span))
        for (span, origin), row in cells.items()
    ]
    items.sort(key=lambda one: (-one.diagnosticity, one.span.report, one.span.start, one.origin))
    return Analysis(
        ranking=(*ranking, Standing(None, 0, 0)),
        items=tuple(items),
        deciding_origins=tuple(origin for origin in origins if falls(origin, None)),
    )


_Key = tuple[Span, str]
_Row = dict[HypothesisId, int]


def _cells(hypotheses: Sequence[Hypothesis]) -> dict[_Key, _Row]:
    """Weights by item and hypothesis; what is not rated is neither."""
    found: dict[_Key, _Row] = {}
    for one in hypotheses:
        for item in _counted((*one.supporting, *one.opposing)):
            found.setdefault((item.span, item.origin), {})[one.id] = WEIGHTS[item.rating]
    return found


def _counted(items: Iterable[Evidence]) -> Iterable[Evidence]:
    return (item for item in items if item.counted)


def _ranking(hypotheses: Sequence[Hypothesis], cells: Mapping[_Key, _Row]) -> list[Standing]:
    standings = []
    for one in hypotheses:
        weights = [row.get(one.id, 0) for row in cells.values()]
        against = -sum(weight for weight in weights if weight < 0)
        supported = sum(weight for weight in weights if weight > 0)
        # An item for it that shuts another out could have shut it out instead.
        withstood = any(row.get(one.id, 0) > 0 > min(row.values()) for row in cells.values())
        tested = withstood or (against > 0 and supported > 0)
        standings.append(Standing(one.id, against, supported, tested))
    labels = {one.id: one.label for one in hypotheses}
    return sorted(
        standings,
        key=lambda s: (
            not s.tested,
            s.against if s.tested else 0,
            -s.supported,
            labels[s.hypothesis] if s.hypothesis else "",
        ),
    )


def _diagnosticity(row: _Row, hypotheses: int) -> float:
    weights = [*row.values(), *([0] if len(row) < hypotheses else [])]
    return (max(weights) - min(weights)) / _SPREAD
