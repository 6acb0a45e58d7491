"""Relations between the claims on one question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import combinations

from twosource.comparison.relations.amounts import relate_distances, relate_quantities
from twosource.comparison.relations.places import relate_places
from twosource.comparison.relations.propositions import (
    relate_agents,
    relate_manner,
    relate_polarity,
    relate_positions,
)
from twosource.comparison.relations.times import relate_durations, relate_times
from twosource.comparison.relations.verdict import Given, Verdict
from twosource.model.claim import Answer, Claim, Question, QuestionKind
from twosource.model.identity import EntityId, ReportId, StatementId
from twosource.model.proposition import Proposition
from twosource.model.relation import Matter, Relation, RelationKind
from twosource.model.report import Report
from twosource.model.statement import Statement
from twosource.model.value import (
    DistanceValue,
    DurationValue,
    PlaceValue,
    QuantityValue,
    TimeValue,
)

RULE = "relate/1"
MOST_CLAIMS = 48
"""Claims of one question that are compared, the best supported first, so that the number of pairs
stays in proportion to the reports."""
_LATEST = datetime.max.replace(tzinfo=UTC)


def relations_of(
    question: Question,
    reports: Mapping[ReportId, Report],
    statements: Mapping[StatementId, Statement],
    names: Mapping[EntityId, str],
) -> tuple[Relation, ...]:
    """Compare every two claims on one question.

    The relation of two claims does not depend on their order, nor on other claims.

    Args:
        question: The question with its claims.
        reports: The reports of the case by id.
        statements: Its statements by id.
        names: Names of its entities, for the reasons.
    """
    found: list[Relation] = []
    for a, b in combinations(question.claims[:MOST_CLAIMS], 2):
        first, second = (a, b) if a.id < b.id else (b, a)
        verdict = verdict_on(
            question.kind,
            first,
            second,
            _earliest(first, reports, statements, names),
            _earliest(second, reports, statements, names),
        )
        found.append(
            Relation(
                question.id,
                first.id,
                second.id,
                verdict.kind,
                verdict.matter,
                RULE,
                verdict.readings,
                verdict.reason,
            )
        )
    return tuple(sorted(found, key=lambda relation: (relation.left, relation.right)))


def verdict_on(kind: QuestionKind, a: Claim, b: Claim, left: Given, right: Given) -> Verdict:
    """How two claims on a question of one kind stand to each other."""
    one, other = left.answer.value, right.answer.value
    if isinstance(one, TimeValue) and isinstance(other, TimeValue):
        return relate_times(one, other, left, right)
    if isinstance(one, DurationValue) and isinstance(other, DurationValue):
        return relate_durations(one, other)
    if isinstance(one, QuantityValue) and isinstance(other, QuantityValue):
        return relate_quantities(one, other, left, right)
    if isinstance(one, DistanceValue) and isinstance(other, DistanceValue):
        return relate_distances(one, other)
    if isinstance(one, PlaceValue) and isinstance(other, PlaceValue):
        return relate_places(one, other, left, right)
    if kind is QuestionKind.WHERE and isinstance(one, Proposition):
        return relate_positions(a, b, left, right)
    if kind is QuestionKind.WHETHER:
        return relate_polarity(a, b, left, right)
    if kind is QuestionKind.WHO:
        return relate_agents(a, b, left, right)
    if kind is QuestionKind.WHAT:
        return relate_manner(a, b, left, right)
    return Verdict(
        RelationKind.OPEN, Matter.MANNER, f"“{a.answer}” and “{b.answer}” cannot be compared"
    )


def _earliest(
    claim: Claim,
    reports: Mapping[ReportId, Report],
    statements: Mapping[StatementId, Statement],
    names: Mapping[EntityId, str],
) -> Given:
    """The first who gave it, by publication, then by report and offset; undated reports last.

    Whoever is quoted only to be contradicted ("their claim that it moved is untrue") comes last.
    """

    def when(number: int) -> tuple[bool, datetime, str, int]:
        answer = claim.given[number]
        report = reports[answer.report]
        start = _LATEST if report.published is None else report.published.interval.start
        return _is_turned(answer), start, report.file, answer.span.start

    answer = claim.given[min(range(len(claim.given)), key=when)]
    statement = None if answer.statement is None else statements.get(answer.statement)
    speaker = None if statement is None else statement.speaker
    known = None if speaker is None else speaker.entity
    return Given(
        answer, reports[answer.report], statement, "" if known is None else names.get(known, "")
    )


def _is_turned(answer: Answer) -> bool:
    """Whether words around a clause, not its speaker, say that it is not so."""
    value = answer.value
    if not isinstance(value, Proposition) or answer.statement is None:
        return False
    return any(
        not (value.span.start <= word.start and word.end <= value.span.end)
        for word in value.negations
    )


def by_pair(relations: Sequence[Relation]) -> dict[frozenset[str], Relation]:
    """Relations by the two claims that they relate."""
    return {frozenset((relation.left, relation.right)): relation for relation in relations}
