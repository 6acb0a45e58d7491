"""Bearings as evidence: rated, each with its reason, of one origin one item a side counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.hypotheses.evidence import Bearing, kind_of
from twosource.model.finding import Finding, Verdict
from twosource.model.hypothesis import Evidence, Rating
from twosource.model.report import Span

_STRONG = ("impossible", "significant evidence", "never", "proof that", "proves", "clearly")

Sides = tuple[tuple[Evidence, ...], tuple[Evidence, ...]]
"""The evidence for, and that against."""


def rated(bearings: Sequence[Bearing], findings: Sequence[Finding] = ()) -> Sides:
    """The evidence for and against; of one origin only the nearest item on a side counts.

    Args:
        bearings: What bears on the explanation.
        findings: What checks of printed details gave; an item whose words hold a detail that
            cannot be as printed says so in its reason.
    """
    bearings = [one for one in bearings if not _inside_another(one, bearings)]
    best: dict[tuple[str, bool], Bearing] = {}
    for one in bearings:
        key = (one.testimony.origin, one.is_for)
        if key not in best or _weight(one) > _weight(best[key]):
            best[key] = one
    counted = {id(one) for one in best.values()}
    ordered = sorted(bearings, key=lambda one: (*one.testimony.place, one.testimony.span.end))
    failed = {f.spans: f for f in findings if f.verdict is Verdict.FAILS}
    made = [(one.is_for, _evidence(one, id(one) in counted, failed)) for one in ordered]
    supporting = tuple(item for is_for, item in made if is_for)
    return supporting, tuple(item for is_for, item in made if not is_for)


def _weight(one: Bearing) -> tuple[bool, float]:
    return one.raises, one.nearness


def _inside_another(one: Bearing, others: Sequence[Bearing]) -> bool:
    """Whether a wider item of the same side and origin quotes these words too."""
    own = one.testimony.span
    return any(
        other is not one
        and other.is_for is one.is_for
        and other.testimony.origin == one.testimony.origin
        and other.testimony.span.report == own.report
        and other.testimony.span.start <= own.start
        and own.end <= other.testimony.span.end
        and other.testimony.span != own
        for other in others
    )


def _evidence(one: Bearing, counted: bool, failed: Mapping[tuple[Span, ...], Finding]) -> Evidence:
    strong = any(word in one.testimony.words for word in _STRONG)
    if one.is_for:
        rating = Rating.STRONGLY_FOR if strong else Rating.FOR
    else:
        rating = Rating.STRONGLY_AGAINST if strong else Rating.AGAINST
    return Evidence(
        span=one.testimony.span,
        statement=None if one.testimony.statement is None else one.testimony.statement.id,
        rating=rating,
        kind=kind_of(one.testimony),
        origin=one.testimony.voice,
        counted=counted,
        reason=one.reason + _doubt(one.testimony.span, failed),
    )


def _doubt(span: Span, failed: Mapping[tuple[Span, ...], Finding]) -> str:
    for spans, finding in failed.items():
        if any(
            s.report == span.report and span.start <= s.start and s.end <= span.end for s in spans
        ):
            return f"; a detail of it cannot be as printed: {finding.reason}"
    return ""
