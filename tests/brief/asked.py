"""Questions with their claims, by quoting what answers them; origins are really counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tests.brief.telling import UNTOLD
from tests.factory import span

from twosource.comparison.origins.sourcing import sources_of
from twosource.model.case import Case
from twosource.model.claim import Answer, Claim, Question, QuestionKind
from twosource.model.entity import Entity
from twosource.model.event import Layer, LayeredSentence
from twosource.model.identity import ClaimId, QuestionId, content_id
from twosource.model.lineage import LineageEdge
from twosource.model.report import Report, cut
from twosource.model.statement import Statement
from twosource.model.value import Amount, QuantityKind, QuantityValue

Given = tuple[Report, str, Statement | None]
"""Who gives an answer: the report, its words, and the statement that they stand in."""


def question(
    text: str, kind: QuestionKind, answers: dict[str, Sequence[Given]], topic: tuple[str, ...] = ()
) -> Question:
    """A question with one claim per answer."""
    id_ = QuestionId(content_id("qu", text))
    claims = []
    for answer, given in answers.items():
        found = []
        for report, words, statement in given:
            near = 0 if statement is None else statement.content.start
            where = span(report, words, near)
            value = QuantityValue(where, QuantityKind.COUNT, Amount(1, 1), "", None, "", "")
            found.append(
                Answer(value, where, report.id, None if statement is None else statement.id)
            )
        claims.append(Claim(ClaimId(content_id("cl", text, answer)), id_, answer, tuple(found)))
    return Question(id_, kind, text, topic, tuple(claims), "one noun")


def case_with(
    reports: Sequence[Report],
    entities: Sequence[Entity],
    statements: Sequence[Statement],
    questions: Sequence[Question],
    lineage: Sequence[LineageEdge] = (),
) -> Case:
    """A case whose origins are counted; every sentence of a report is about the event."""
    sources = sources_of(
        questions,
        {report.id: report for report in reports},
        {statement.id: statement for statement in statements},
        {entity.id: entity.name for entity in entities},
        lineage,
    )
    case = Case(tuple(reports), tuple(entities), tuple(statements), UNTOLD)
    return replace(
        case,
        questions=tuple(questions),
        lineage=tuple(lineage),
        origins=sources.origins,
        sourcing=sources.sourcing,
        sentences=tuple(s for report in reports for s in _sentences(report)),
    )


def _sentences(report: Report) -> list[LayeredSentence]:
    found = []
    for number, match in enumerate(re.finditer(r"[^\s.?!][^.?!\n]*[.?!]?", report.text)):
        where = cut(report, match.start(), match.end())
        found.append(LayeredSentence(where, number, Layer.EVENT, "it names the event"))
    return found
