"""Edges between reports: which pairs share more than the event, how, and which came first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.comparison.lineage.candidates import candidate_pairs
from twosource.comparison.lineage.citations import Citation
from twosource.comparison.lineage.evidence import Evidence, background, evidence
from twosource.comparison.lineage.shared_runs import SharedRun
from twosource.comparison.lineage.shared_text import KnownPairs, SharedText, shared_text
from twosource.comparison.lineage.wordprint import Columns, WordPrint
from twosource.model.identity import OriginId, ReportId
from twosource.model.lineage import Direction, LineageEdge, LineageKind
from twosource.model.report import Report, Span, cut

LEAST_WEIGHT = 3.4
"""What two reports share at least, in weighted words outside quotations."""
LEAST_SHARE = 0.055
"""The share of the one that has more of itself in common, at least."""
COPIED_SHARE = 0.17
"""The share of a report in sentences carried over nearly whole, from which it is a copy. On the
controlled edits of the lineage benchmark's dev part, texts whose sentences were kept have 0.38 and
more, and nearly all whose sentences were recast 0.12 and less."""
EXPLAINED = 0.8
"""The share of what two reports have in common that a third must have with both to explain it."""

Ordered = tuple[int, int]
Cited = Mapping[tuple[ReportId | OriginId, ReportId], Span]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Positions of two reports with what they share."""

    left: int
    right: int
    found: Evidence


def text_edges(
    reports: Sequence[Report],
    prints: Sequence[WordPrint],
    citations: Sequence[Citation],
    known: KnownPairs | None = None,
) -> tuple[LineageEdge, ...]:
    """Find the edges that shared and aligned text shows.

    Args:
        reports: The reports of the case.
        prints: Their prints, in the same order.
        citations: Where reports name one another; a citation settles a direction.
        known: What pairs of them share, as far as it is known; what is not, is found and put in.

    Returns:
        The edges, in order of the reports. Each pair is verified by itself; two reports that only
        share what both have from a third get no edge.
    """
    common = background(prints)
    shared = _shared(reports, prints, {} if known is None else known)
    pairs = [
        _Pair(i, j, found)
        for i, j, both in shared
        if _qualifies(found := evidence(prints[i], prints[j], common, both))
    ]
    beside: dict[int, dict[int, _Pair]] = {}
    for pair in pairs:
        beside.setdefault(pair.left, {})[pair.right] = pair
        beside.setdefault(pair.right, {})[pair.left] = pair
    kept = [pair for pair in pairs if not _explained(pair, beside, reports, prints)]
    cited = {(c.source, c.report): c.span for c in citations}
    return tuple(_edge(pair, reports, prints, cited) for pair in kept)


def _shared(
    reports: Sequence[Report], prints: Sequence[WordPrint], known: KnownPairs
) -> Iterator[tuple[int, int, SharedText]]:
    """What each candidate pair shares, by the positions of the two."""
    columns: dict[int, Columns] = {}
    for i, j in candidate_pairs(prints):
        pair = (reports[i].id, reports[j].id)
        if pair not in known:
            for one in (i, j):
                if one not in columns:
                    columns[one] = prints[one].columns()
            known[pair] = shared_text(prints[i], prints[j], (columns[i], columns[j]))
        yield i, j, known[pair]


def _qualifies(found: Evidence) -> bool:
    return found.weight >= LEAST_WEIGHT and found.share >= LEAST_SHARE


def _explained(
    pair: _Pair,
    beside: Mapping[int, Mapping[int, _Pair]],
    reports: Sequence[Report],
    prints: Sequence[WordPrint],
) -> bool:
    """Whether a third report has with both nearly all that the two have in common."""
    ours, theirs = beside[pair.left], beside[pair.right]
    thirds = sorted(ours.keys() & theirs.keys())
    if not thirds:
        return False
    shared = _positions(pair, pair.left)
    words = prints[pair.left].words
    weight = sum(words[p].weight for p in shared)
    for third in thirds:
        tied = {pair.left: ours[third], pair.right: theirs[third]}
        if not weight or not _may_be_source(third, pair, tied, reports):
            continue
        also = sum(words[p].weight for p in shared & _positions(tied[pair.left], pair.left))
        if also >= EXPLAINED * weight:
            return True
    return False


def _may_be_source(
    third: int, pair: _Pair, tied: Mapping[int, _Pair], reports: Sequence[Report]
) -> bool:
    """Whether the third has more with each than they have together, or as much and came first."""
    least = min(other.found.weight for other in tied.values())
    if least > pair.found.weight:
        return True
    ends = (reports[pair.left], reports[pair.right])
    return least == pair.found.weight and all(before(reports[third], end) for end in ends)


def before(a: Report, b: Report) -> bool:
    """Whether it is certain that ``a`` was published before ``b``."""
    if a.published is None or b.published is None:
        return False
    return a.published.interval.end <= b.published.interval.start


def _positions(pair: _Pair, report: int) -> set[int]:
    """Positions of the words of one report that the pair shares or aligns."""
    ours = report == pair.left
    taken: set[int] = set()
    for run in pair.found.runs:
        start = run.left if ours else run.right
        taken.update(range(start, start + run.length))
    for aligned in pair.found.aligned:
        taken.update(range(*(aligned.left if ours else aligned.right)))
    return taken


def _edge(
    pair: _Pair,
    reports: Sequence[Report],
    prints: Sequence[WordPrint],
    cited: Cited,
) -> LineageEdge:
    order, why = _order(pair, reports, cited)
    first, second = order or (pair.left, pair.right)
    copied = pair.found.carried >= COPIED_SHARE
    kind = LineageKind.COPIES if copied else LineageKind.PARAPHRASES
    if order is None and not copied:
        kind = LineageKind.COMMON_ORIGIN
    source, target = reports[first], reports[second]
    return LineageEdge(
        source=source.id,
        target=target.id,
        kind=kind,
        direction=Direction.UNKNOWN if order is None else Direction.KNOWN,
        score=round(pair.found.share, 4),
        runs=_runs(pair, reports, prints, turned=first != pair.left),
        citation=cited.get((source.id, target.id)),
        reason=f"{what_is_shared(pair.found)}; {why}",
    )


def _order(pair: _Pair, reports: Sequence[Report], cited: Cited) -> tuple[Ordered | None, str]:
    """Which came first, source before target, and what shows it.

    That one has details which the other lacks shows nothing: a text that was cut and a text that
    was added to look alike, and so do two that rest on a third.
    """
    a, b = reports[pair.left], reports[pair.right]
    forth, back = (a.id, b.id) in cited, (b.id, a.id) in cited
    if forth != back:
        order = (pair.left, pair.right) if forth else (pair.right, pair.left)
        return order, f"{reports[order[1]].file} names {reports[order[0]].name}"
    if before(a, b):
        return (pair.left, pair.right), f"{a.file} was published first"
    if before(b, a):
        return (pair.right, pair.left), f"{b.file} was published first"
    return None, "nothing shows which came first"


def _runs(
    pair: _Pair, reports: Sequence[Report], prints: Sequence[WordPrint], *, turned: bool
) -> tuple[tuple[Span, Span], ...]:
    found = [_span_of(run, pair, reports, prints) for run in pair.found.runs]
    found += [
        (
            _span(reports[pair.left], prints[pair.left], *aligned.left),
            _span(reports[pair.right], prints[pair.right], *aligned.right),
        )
        for aligned in pair.found.aligned
    ]
    return tuple((b, a) if turned else (a, b) for a, b in found)


def _span_of(
    run: SharedRun, pair: _Pair, reports: Sequence[Report], prints: Sequence[WordPrint]
) -> tuple[Span, Span]:
    return (
        _span(reports[pair.left], prints[pair.left], run.left, run.left + run.length),
        _span(reports[pair.right], prints[pair.right], run.right, run.right + run.length),
    )


def _span(report: Report, print_: WordPrint, first: int, last: int) -> Span:
    return cut(report, print_.words[first].start, print_.words[last - 1].end)


def what_is_shared(found: Evidence) -> str:
    """What two reports share, in words."""
    longest = max((run.length for run in found.runs), default=0)
    parts: list[str] = []
    if found.runs:
        runs = "one run" if len(found.runs) == 1 else f"{len(found.runs)} runs"
        parts.append(f"{runs} of the same words, the longest of {longest}")
    if found.aligned:
        number = len(found.aligned)
        parts.append(f"{number} aligned sentence{'s' if number > 1 else ''}")
    return f"{' and '.join(parts)}, quotations taken out"
