"""Claims that one report states itself and all others give as somebody's word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from twosource.comparison.relations.verdict import came_before
from twosource.model.claim import Answer, Claim, Question, QuestionKind
from twosource.model.identity import ReportId, StatementId
from twosource.model.relation import AttributionLoss, LossKind
from twosource.model.report import Report
from twosource.model.statement import Statement

_KINDS = frozenset({QuestionKind.WHETHER, QuestionKind.WHO, QuestionKind.HOW_MANY})
"""Questions whose answers are somebody's knowledge; the day or the place of an event is common."""
_MOST_OWN = 1
"""Reports that may state a claim themselves before it passes for common knowledge."""


def unattributed_claims(
    questions: Sequence[Question],
    reports: Mapping[ReportId, Report],
    statements: Mapping[StatementId, Statement],
    parties: Collection[ReportId] = (),
) -> Iterator[AttributionLoss]:
    """Losses of attribution that only the claims show, since the words differ.

    Args:
        questions: The questions with their claims.
        reports: The reports by id.
        statements: The statements by id.
        parties: Reports that are a party's own statement; they report nothing in their own voice.
    """
    for question in questions:
        if question.kind in _KINDS:
            for claim in question.claims:
                yield from _losses(claim, reports, statements, parties)


def _losses(
    claim: Claim,
    reports: Mapping[ReportId, Report],
    statements: Mapping[StatementId, Statement],
    parties: Collection[ReportId],
) -> Iterator[AttributionLoss]:
    own = [answer for answer in claim.given if _speaks_itself(answer, statements)]
    said = [answer for answer in claim.given if answer not in own]
    if len({answer.report for answer in own}) > _MOST_OWN:
        return
    # Who says so elsewhere in the same report, under its headline as a rule, has not been lost.
    told = {answer.report for answer in said} | set(parties)
    for answer in own:
        if answer.report in told:
            continue
        others = [
            other
            for other in said
            if other.report != answer.report
            and not came_before(reports[answer.report], reports[other.report])
        ]
        if others:
            yield _loss(answer, others[0], statements)


def _speaks_itself(answer: Answer, statements: Mapping[StatementId, Statement]) -> bool:
    statement = None if answer.statement is None else statements.get(answer.statement)
    return statement is None or statement.speaker is None


def _loss(
    answer: Answer, other: Answer, statements: Mapping[StatementId, Statement]
) -> AttributionLoss:
    statement = statements[other.statement] if other.statement is not None else None
    speaker = "" if statement is None or statement.speaker is None else statement.speaker.span.quote
    return AttributionLoss(
        span=answer.span,
        kind=LossKind.ATTRIBUTION,
        origin=other.statement,
        source=other.span,
        changed=f"“{speaker}” is the speaker there",
        reason="the report states as its own what every other report that has it has somebody say",
    )
