"""What the figures of the served view are drawn from: the grid, the timeline, the places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from twosource.brief.lines.timeline import dated
from twosource.brief.map_drawing import ends_of
from twosource.brief.material import material_of
from twosource.model.case import Case
from twosource.model.claim import Answer, Question
from twosource.model.entity import Entity
from twosource.model.finding import Finding
from twosource.model.identity import ClaimId, EntityId, OriginId, QuestionId, StatementId
from twosource.model.relation import Origin, RelationKind, Sourcing
from twosource.model.statement import Stance, Statement
from twosource.model.value import PlaceValue, TimeValue
from twosource.store.claim_nodes import question_node
from twosource.store.codec import written
from twosource.store.fields import Node, span_node

_MARKS: Mapping[Stance, str] = {
    Stance.ASSERTS: "attributed",
    Stance.ACCUSES: "attributed",
    Stance.PREDICTS: "attributed",
    Stance.DENIES: "denies",
    Stance.HEDGES: "hedged",
    Stance.DECLINES: "declines",
}
_ORDER = ("own-voice", "attributed", "hedged", "declines")
_OWN_VOICE = "own voice"
_GIVEN = 60
"""Answers that a row of the grid tells one by one; the question gives all."""


def grid_rows(case: Case) -> list[Node]:
    """The rows of the claims grid, one for each question, in the order of the questions.

    ``cells`` has an entry for each report that answers: a report without one leaves it out.
    """
    statements = {one.id: one for one in case.statements}
    entities = {one.id: one for one in case.entities}
    origins = {one.id: one for one in case.origins}
    sourcing = {one.claim: one for one in case.sourcing}
    clashes = {one.question: one.id for one in case.contradictions}
    # A figure that moved has answers that differ: nobody agrees on it, and nothing collides.
    unsettled = {RelationKind.OPEN, RelationKind.REVISION}
    open_ = {one.question for one in case.relations if one.kind in unsettled}
    return [
        _row(one, statements, entities)
        | _counts(one, sourcing)
        | {"contradiction": clashes.get(one.text)}
        | {"state": _state(one, one.text in clashes, open_, sourcing, origins)}
        for one in case.questions
    ]


def _row(
    question: Question,
    statements: Mapping[StatementId, Statement],
    entities: Mapping[EntityId, Entity],
) -> Node:
    marks: dict[str, set[str]] = {}
    given: list[Node] = []
    for claim in question.claims:
        for answer in claim.given:
            statement = None if answer.statement is None else statements.get(answer.statement)
            mark = _mark(statement)
            marks.setdefault(answer.report, set()).add(mark)
            who, entity = _who(statement, entities)
            given.append(
                {
                    "report": answer.report,
                    "claim": claim.id,
                    "mark": mark,
                    "who": who,
                    "entity": entity,
                    "statement": answer.statement,
                    "span": span_node(answer.span),
                }
            )
    return {
        "question": question_node(question),
        "cells": {report: _cell(found) for report, found in marks.items()},
        "given": given[:_GIVEN],
        "given_total": len(given),
    }


def _mark(statement: Statement | None) -> str:
    if statement is None or statement.speaker is None:
        hedged = statement is not None and statement.stance is Stance.HEDGES
        return "hedged" if hedged else "own-voice"
    return _MARKS[statement.stance]


def _cell(marks: set[str]) -> str:
    if "denies" in marks:
        return "denies" if len(marks) == 1 else "mixed"
    return next(mark for mark in _ORDER if mark in marks)


def _who(
    statement: Statement | None, entities: Mapping[EntityId, Entity]
) -> tuple[str, EntityId | None]:
    if statement is None or statement.speaker is None:
        return _OWN_VOICE, None
    speaker = statement.speaker
    entity = None if speaker.entity is None else entities.get(speaker.entity)
    printed = " ".join(speaker.span.quote.split())
    return (printed, None) if entity is None else (entity.name, entity.id)


def _counts(question: Question, sourcing: Mapping[ClaimId, Sourcing]) -> Node:
    roots = {
        origin
        for claim in question.claims
        if claim.id in sourcing
        for origin in sourcing[claim.id].origins
    }
    return {
        "claims": [
            {
                "id": claim.id,
                "answer": claim.answer,
                "reports": list(dict.fromkeys(one.report for one in claim.given)),
                "independent": sourcing[claim.id].independent if claim.id in sourcing else 0,
            }
            for claim in question.claims
        ],
        "origins": len(roots),
    }


def _state(
    question: Question,
    clash: bool,
    open_: set[QuestionId],
    sourcing: Mapping[ClaimId, Sourcing],
    origins: Mapping[OriginId, Origin],
) -> str:
    """One word for how the answers to a question stand: what an editor sorts the grid by."""
    if clash:
        return "clash"
    if question.id in open_:
        return "open"
    counted = [sourcing[claim.id] for claim in question.claims if claim.id in sourcing]
    if any(one.independent > 1 for one in counted):
        return "agree"
    roots = [origins[root] for one in counted for root in one.origins if root in origins]
    if roots and all(root.interested for root in roots):
        return "one-side"
    if len(counted) > 1 and len({root for one in counted for root in one.origins}) > 1:
        return "open"
    reports = {answer.report for claim in question.claims for answer in claim.given}
    return "one-origin" if len(reports) > 1 else "single"


def timeline_page(case: Case) -> Node:
    """What the reports date, in the order of the times, and when each was published."""
    disputed = {claim for one in case.contradictions for side in one.sides for claim in side.claims}
    events = [
        {
            "question": one.question.id,
            "text": one.question.text,
            "claim": one.claim.id,
            "answer": one.claim.answer,
            "interval": written(one.interval),
            "precision": next((v.precision for v in _times(one.claim.given)), None),
            "approximate": any(v.approximate for v in _times(one.claim.given)),
            "relation": next((v.relation for v in _times(one.claim.given)), None),
            "disputed": one.claim.id in disputed,
            "reports": list(dict.fromkeys(given.report for given in one.claim.given)),
            "spans": [span_node(span) for span in one.claim.spans],
            "statements": list(one.claim.statements),
        }
        for one in dated(material_of(case))
    ]
    reports = [
        {
            "report": one.id,
            "at": one.published.at,
            "interval": written(one.published.interval),
            "basis": one.published.basis,
        }
        for one in case.brief.reports
        if one.published is not None
    ]
    return {"events": events, "reports": reports}


def sourced_claims(case: Case) -> list[Node]:
    """The claims with the origins that they lead back to; where most reports shrink, first."""
    asked = {claim.id: (one, claim) for one in case.questions for claim in one.claims}
    found: list[tuple[int, Node]] = []
    for one in case.sourcing:
        if one.claim not in asked:
            continue
        question, claim = asked[one.claim]
        reports = list(dict.fromkeys(given.report for given in claim.given))
        node: Node = {
            "claim": claim.id,
            "question": question.text,
            "question_id": question.id,
            "answer": claim.answer,
            "reports": reports,
            "origins": list(one.origins),
            "independent": one.independent,
            "reason": one.reason,
        }
        found.append((one.independent - len(reports), node))
    return [node for _, node in sorted(found, key=lambda pair: pair[0])]


def _times(given: Iterable[Answer]) -> list[TimeValue]:
    return [one.value for one in given if isinstance(one.value, TimeValue)]


def places_page(case: Case) -> Node:
    """The places that answers name, and printed distances beside those that were measured."""
    found: dict[str, Node] = {}
    for question in case.questions:
        for claim in question.claims:
            for one in claim.given:
                if isinstance(one.value, PlaceValue) and one.value.candidates:
                    _place(found, question, claim.id, one)
    checked = [
        _distance(number, one)
        for number, one in enumerate(case.findings, start=1)
        if one.check in {"distance", "border"} and ends_of(one)
    ]
    return {
        "event": None if case.event is None else written(case.event.place),
        "points": list(found.values()),
        "distances": checked,
    }


def _place(found: dict[str, Node], question: Question, claim: ClaimId, given: Answer) -> None:
    value = given.value
    if not isinstance(value, PlaceValue):
        return
    place = value.candidates[0]
    node = found.setdefault(
        place.key + place.name,
        {"place": written(place), "certain": value.certain, "answers": []},
    )
    answers = node["answers"]
    if isinstance(answers, list):
        answers.append(
            {
                "question": question.id,
                "claim": claim,
                "report": given.report,
                "statement": given.statement,
                "span": span_node(given.span),
            }
        )


def _distance(number: int, one: Finding) -> Node:
    (start, from_), (end, to) = ends_of(one)
    inputs = {given.name: given.value for given in one.inputs}
    return {
        "ref": f"finding-{number}",
        "check": one.check,
        "verdict": one.verdict,
        "from": {"name": start, "latitude": from_[0], "longitude": from_[1]},
        "to": {"name": end, "latitude": to[0], "longitude": to[1]},
        "printed": [" ".join(span.quote.split()) for span in one.spans],
        "measured": inputs.get("measured", ""),
        "reason": one.reason,
        "spans": [span_node(span) for span in one.spans],
    }
