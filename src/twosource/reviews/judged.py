"""Decisions on what comparing gave: contradictions, lineage, losses, findings, explanations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.hypotheses.absence import with_absent
from twosource.model.case import Case
from twosource.model.finding import Finding
from twosource.model.hypothesis import Evidence, EvidenceKind, Hypothesis, Rating
from twosource.model.identity import ReportId
from twosource.model.lineage import Direction, LineageEdge, LineageKind
from twosource.model.relation import (
    AttributionLoss,
    Contradiction,
    Relation,
    RelationKind,
    Wording,
)
from twosource.model.report import Span
from twosource.model.review import Decision, Reviewed
from twosource.reviews.answers import RULE
from twosource.reviews.locate import ENOUGH, UnfitError, overlap

Judged = Contradiction | Wording | LineageEdge | AttributionLoss | Finding | Hypothesis
_FIELDS = {
    Reviewed.CONTRADICTION: "contradictions",
    Reviewed.WORDING: "wordings",
    Reviewed.LINEAGE: "lineage",
    Reviewed.LOSS: "losses",
    Reviewed.FINDING: "findings",
    Reviewed.HYPOTHESIS: "hypotheses",
}
_FOR = (Rating.STRONGLY_FOR, Rating.FOR)


def judged_at(case: Case, spans: Sequence[Span], decision: Decision) -> Judged | None:
    """The thing that a decision is about: every word that it points to is one of the thing's.

    Raises:
        UnfitError: If several fit alike.
    """
    things: tuple[Judged, ...] = getattr(case, _FIELDS[decision.about])
    found = [one for one in things if _fits(one, spans)]
    found = [one for one in found if _name(one) == decision.named] or found
    if len(found) > 1:
        raise UnfitError(f"{len(found)} things of the kind {decision.about} fit alike")
    return found[0] if found else None


def without(case: Case, gone: Judged, about: Reviewed, why: str) -> Case:
    """The case without one of these things; what collided in a contradiction is open then."""
    name = _FIELDS[about]
    kept = tuple(one for one in getattr(case, name) if one != gone)
    if isinstance(gone, Contradiction):
        case = replace(case, relations=_opened(case.relations, gone, why))
    return replace(case, **{name: kept})  # type: ignore[arg-type] # a field less one of its own


def tied(case: Case, spans: Sequence[Span], decision: Decision) -> Case:
    """The case with a tie between two reports as a person sets it, the earlier report first."""
    first, second = spans
    if first.report == second.report:
        raise UnfitError("both stand in one report")
    if decision.word not in set(LineageKind):
        raise UnfitError(f"there is no lineage {decision.word!r}")
    kind = LineageKind(decision.word)
    pair = {first.report, second.report}
    edge = LineageEdge(
        source=first.report,
        target=second.report,
        kind=kind,
        direction=Direction.UNKNOWN if kind is LineageKind.COMMON_ORIGIN else Direction.KNOWN,
        score=0.0,
        runs=((first, second),),
        citation=second if kind is LineageKind.CITES else None,
        reason=decision.why or "A person set this tie.",
    )
    kept = tuple(one for one in case.lineage if {one.source, one.target} != pair)
    return replace(case, lineage=(*kept, edge))


def rated(case: Case, spans: Sequence[Span], decision: Decision) -> Case:
    """The case with an item of evidence rated as a person rates it; N takes it off both sides.

    Raises:
        UnfitError: If no hypothesis is raised by the words, or the rating is unknown.
    """
    if decision.word not in set(Rating):
        raise UnfitError(f"there is no rating {decision.word!r}")
    words, raised = spans
    about = replace(decision, about=Reviewed.HYPOTHESIS)
    hypothesis = judged_at(case, (raised,), about)
    if not isinstance(hypothesis, Hypothesis):
        raise UnfitError(f"no hypothesis is raised by {raised.quote[:60]!r} any more")
    items = (*hypothesis.supporting, *hypothesis.opposing)
    found = next((one for one in items if overlap(one.span, words) >= ENOUGH), None)
    rating = Rating(decision.word)
    why = decision.why or "A person rated it."
    side = hypothesis.supporting if rating in _FOR else hypothesis.opposing
    if found is None:
        made = _new_item(case, side, words, rating, why)
    else:
        made = replace(found, rating=rating, reason=why)
    sides = [
        tuple(one for one in side if one is not found)
        for side in (hypothesis.supporting, hypothesis.opposing)
    ]
    if rating is not Rating.NEITHER:
        number = 0 if rating in _FOR else 1
        order = {report.id: place for place, report in enumerate(case.reports)}
        sides[number] = _ordered((*sides[number], made), order)
    new = replace(hypothesis, supporting=sides[0], opposing=sides[1])
    rows = tuple(new if one.id == hypothesis.id else one for one in case.hypotheses)
    return replace(case, hypotheses=rows)


def expected(case: Case, spans: Sequence[Span], decision: Decision) -> Case:
    """The case with what an analyst expects of a hypothesis and does not see.

    Raises:
        UnfitError: If no hypothesis is raised by the words, or nothing is said.
    """
    found = judged_at(case, spans, decision)
    if not isinstance(found, Hypothesis):
        raise UnfitError(f"no hypothesis is raised by {spans[0].quote[:60]!r} any more")
    if not decision.answer.split():
        raise UnfitError("it does not say what is expected")
    noted = with_absent(case.hypotheses, found.id, decision.answer)
    return replace(case, hypotheses=noted)


def _new_item(
    case: Case, side: Sequence[Evidence], words: Span, rating: Rating, why: str
) -> Evidence:
    """An item that a person puts on a side.

    Words that are evidence on another hypothesis bring their origin, which counts once on a side.
    """
    everywhere = (item for one in case.hypotheses for item in (*one.supporting, *one.opposing))
    known = next((item for item in everywhere if overlap(item.span, words) >= ENOUGH), None)
    if known is None:
        return Evidence(words, None, rating, EvidenceKind.JUDGEMENT, "a person", True, why)
    counted = not any(item.counted and item.origin == known.origin for item in side)
    return replace(known, rating=rating, reason=why, counted=counted)


def evidence_at(case: Case, spans: Sequence[Span], decision: Decision) -> bool:
    """Whether the words are evidence on the hypothesis that the second words raise."""
    about = replace(decision, about=Reviewed.HYPOTHESIS)
    found = judged_at(case, spans[1:], about)
    if not isinstance(found, Hypothesis):
        return False
    items = (*found.supporting, *found.opposing)
    return any(overlap(one.span, spans[0]) >= ENOUGH for one in items)


def _opened(relations: Sequence[Relation], gone: Contradiction, why: str) -> tuple[Relation, ...]:
    involved = {claim for side in gone.sides for claim in side.claims}
    return tuple(
        replace(one, kind=RelationKind.OPEN, rule=RULE, reason=why or "A person saw no collision.")
        if one.kind is RelationKind.CONTRADICTION and {one.left, one.right} <= involved
        else one
        for one in relations
    )


def _fits(thing: Judged, spans: Sequence[Span]) -> bool:
    if isinstance(thing, LineageEdge):
        pointed = {span.report for span in spans}
        cited = thing.citation
        outside = cited is not None and any(overlap(cited, span) >= ENOUGH for span in spans)
        return pointed == {thing.source, thing.target} or outside
    own = _spans(thing)
    return all(any(overlap(one, span) >= ENOUGH for one in own) for span in spans)


def _spans(thing: Judged) -> tuple[Span, ...]:
    if isinstance(thing, Contradiction):
        return tuple(span for side in thing.sides for span in side.spans)
    if isinstance(thing, AttributionLoss):
        return (thing.span, thing.source)
    if isinstance(thing, Hypothesis):
        return thing.raised
    if isinstance(thing, LineageEdge):
        return tuple(span for run in thing.runs for span in run)
    return thing.spans


def _name(thing: Judged) -> str:
    if isinstance(thing, Contradiction):
        return thing.question
    if isinstance(thing, Finding):
        return thing.check
    if isinstance(thing, Hypothesis):
        return thing.label
    if isinstance(thing, Wording):
        return ""
    return thing.kind.value


def _ordered(items: Sequence[Evidence], reports: Mapping[ReportId, int]) -> tuple[Evidence, ...]:
    """Evidence in order of report and offset."""
    return tuple(sorted(items, key=lambda one: (reports[one.span.report], one.span.start)))
