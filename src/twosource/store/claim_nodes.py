"""Questions and claims in the case file: questions name their claims by id, claims stand flat."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model.claim import Answer, Claim, Question, QuestionKind
from twosource.model.identity import ClaimId, QuestionId, ReportId, StatementId
from twosource.model.proposition import Proposition
from twosource.model.relation import Sourcing
from twosource.model.value import Value
from twosource.store.codec import read_as, written
from twosource.store.fields import (
    Node,
    Texts,
    field,
    items,
    kind,
    span_from,
    span_node,
    strings,
    words,
    words_or_none,
    wrong,
)

_VALUES = Value | Proposition


def question_node(question: Question) -> Node:
    """Write a question; its claims by id, in its order."""
    return {
        "id": question.id,
        "kind": question.kind,
        "text": question.text,
        "topic": list(question.topic),
        "reason": question.reason,
        "claims": [claim.id for claim in question.claims],
    }


def claim_nodes(questions: Sequence[Question], sourcing: Sequence[Sourcing]) -> list[Node]:
    """Write the claims of all questions.

    ``value`` is that of the first who gives the claim; ``given`` says who gives it and where;
    ``origins`` are the ids of the roots that it leads back to.
    """
    origins = {one.claim: list(one.origins) for one in sourcing}
    return [
        {
            "id": claim.id,
            "question": question.text,
            "question_id": question.id,
            "answer": claim.answer,
            "value": written(claim.given[0].value),
            "statements": list(claim.statements),
            "spans": [span_node(span) for span in claim.spans],
            "origins": origins.get(claim.id, []),
            "given": [
                {
                    "report": answer.report,
                    "span": span_node(answer.span),
                    "statement": answer.statement,
                    "value": written(answer.value),
                }
                for answer in claim.given
            ],
        }
        for question in questions
        for claim in question.claims
    ]


def questions_from(root: Node, texts: Texts) -> tuple[Question, ...]:
    """Read the questions of a case with the claims that answer them.

    Raises:
        MaterialError: If a question names a claim that is not there, or a span quotes wrongly.
    """
    claims = {
        claim.id: claim
        for claim in (
            _claim_from(node, texts, f"claims[{i}]")
            for i, node in enumerate(items(root, "claims", "case"))
        )
    }
    return tuple(
        _question_from(node, claims, f"questions[{i}]")
        for i, node in enumerate(items(root, "questions", "case"))
    )


def _question_from(node: Node, claims: dict[ClaimId, Claim], place: str) -> Question:
    named = strings(node, "claims", place)
    for i, id_ in enumerate(named):
        if id_ not in claims:
            raise wrong(f"{place}.claims[{i}]", id_, "a claim of this case")
    return Question(
        id=QuestionId(words(node, "id", place)),
        kind=kind(QuestionKind, node, "kind", place),
        text=words(node, "text", place),
        topic=strings(node, "topic", place),
        claims=tuple(claims[ClaimId(id_)] for id_ in named),
        reason=words(node, "reason", place),
    )


def _claim_from(node: Node, texts: Texts, place: str) -> Claim:
    given: list[Answer] = []
    for i, found in enumerate(items(node, "given", place)):
        inside = f"{place}.given[{i}]"
        statement = words_or_none(found, "statement", inside)
        value = read_as(_VALUES, field(found, "value", inside), texts, f"{inside}.value")
        given.append(
            Answer(
                value=value,  # type: ignore[arg-type] # read_as gives what it was asked for
                span=span_from(_object(found, "span", inside), texts, f"{inside}.span"),
                report=ReportId(words(found, "report", inside)),
                statement=None if statement is None else StatementId(statement),
            )
        )
    return Claim(
        id=ClaimId(words(node, "id", place)),
        question=QuestionId(words(node, "question_id", place)),
        answer=words(node, "answer", place),
        given=tuple(given),
    )


def _object(node: Node, key: str, place: str) -> Node:
    value = field(node, key, place)
    if not isinstance(value, dict):
        raise wrong(f"{place}.{key}", value, "an object")
    return value
