"""Decisions on answers: taken out, given another value, related by a person's word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from types import NoneType

from twosource.comparison.origins.sourcing import sources_of
from twosource.comparison.relations.attribution import disputed_speakers
from twosource.comparison.relations.contradictions import contradiction_of
from twosource.comparison.relations.relate import relations_of
from twosource.model.case import Case
from twosource.model.claim import Answer, Question
from twosource.model.identity import QuestionId
from twosource.model.proposition import Proposition
from twosource.model.relation import Contradiction, Matter, Relation, RelationKind
from twosource.model.review import Decision
from twosource.model.time import TimeInterval
from twosource.model.value import (
    Amount,
    DistanceValue,
    DurationValue,
    Place,
    PlaceValue,
    QuantityValue,
    TimeValue,
    Value,
)
from twosource.reviews.locate import UnfitError
from twosource.reviews.placing import Found, moved
from twosource.reviews.polarity import POLARITIES, polar_words, polarity_of

RULE = "review-1"
"""The rule that a relation names which a person set."""


def corrected_answer(case: Case, found: Found, decision: Decision) -> Case:
    """The case with an answer as a person corrects it: it moves to the claim that says so.

    Raises:
        UnfitError: If the value is of another sort than the answer.
    """
    if decision.word:
        if decision.word not in POLARITIES or polarity_of(found.claim) is None:
            raise UnfitError(f"{found.claim.answer[:60]!r} cannot become {decision.word!r}")
        return moved(case, found, found.answer, polar_words(decision.word, found.answer.span))
    value = _corrected(found.answer, decision)
    words = " ".join((decision.answer or found.answer.span.quote).split())
    return moved(case, found, replace(found.answer, value=value), words)


def related(case: Case, left: Found, right: Found, decision: Decision) -> Case:
    """The case with the relation of two claims as a person sets it, and what collides by it.

    Raises:
        UnfitError: If they answer two questions, are one claim, or the kind is unknown.
    """
    if left.question.id != right.question.id:
        raise UnfitError("the two answer different questions")
    if left.claim.id == right.claim.id:
        raise UnfitError("the two are one answer")
    if decision.word not in set(RelationKind):
        raise UnfitError(f"there is no relation {decision.word!r}")
    pair = {left.claim.id, right.claim.id}
    before = next((r for r in case.relations if {r.left, r.right} == pair), None)
    first, second = sorted(pair)
    told = Relation(
        question=left.question.id,
        left=first,
        right=second,
        kind=RelationKind(decision.word),
        matter=before.matter if before else Matter.MANNER,
        rule=RULE,
        readings=(),
        reason=decision.why or "A person set this relation.",
    )
    kept = tuple(r for r in case.relations if {r.left, r.right} != pair)
    return _collided(replace(case, relations=(*kept, told)), {left.question.id})


def compared_anew(case: Case, touched: set[QuestionId]) -> Case:
    """The case with the claims on some questions related, opposed and led back anew.

    Who is said to have said what is compared anew in every case.
    """
    reports = {one.id: one for one in case.reports}
    said = {one.id: one for one in case.statements}
    names = {one.id: one.name for one in case.entities}
    fresh = tuple(
        relation
        for question in case.questions
        if question.id in touched
        for relation in relations_of(question, reports, said, names)
        if relation.kind is not RelationKind.AGREEMENT
    )
    kept = tuple(one for one in case.relations if one.question not in touched)
    case = _collided(led_back(replace(case, relations=(*kept, *fresh))), touched)
    claims = {one.id for question in case.questions for one in question.claims}
    standing = [
        one
        for one in case.contradictions
        if any(side.claims for side in one.sides)
        and all(claim in claims for side in one.sides for claim in side.claims)
    ]
    voices = disputed_speakers(case.wordings, said, names)
    return replace(case, contradictions=(*standing, *voices))


def led_back(case: Case) -> Case:
    """The case with its claims led back to their origins anew, by the lineage that it has."""
    reports = {one.id: one for one in case.reports}
    said = {one.id: one for one in case.statements}
    names = {one.id: one.name for one in case.entities}
    sources = sources_of(case.questions, reports, said, names, case.lineage)
    return replace(case, origins=sources.origins, sourcing=sources.sourcing)


def _collided(case: Case, touched: set[QuestionId]) -> Case:
    """The contradictions of some questions drawn from their relations anew."""
    said = {one.id: one for one in case.statements}
    texts: dict[str, Contradiction | None] = {}
    for question in case.questions:
        if question.id in touched:
            texts[question.text] = contradiction_of(question, _pairs(case, question), said)
    kept = [one for one in case.contradictions if one.question not in texts]
    fresh = [one for one in texts.values() if one is not None]
    order = {question.text: number for number, question in enumerate(case.questions)}
    asked = sorted((*kept, *fresh), key=lambda one: order.get(one.question, len(order)))
    return replace(case, contradictions=tuple(asked))


def _pairs(case: Case, question: Question) -> tuple[Relation, ...]:
    """Every two claims on a question with their relation; a case leaves agreements out."""
    named = {
        frozenset((one.left, one.right)): one
        for one in case.relations
        if one.question == question.id
    }
    pairs = combinations(sorted(claim.id for claim in question.claims), 2)
    return tuple(
        named.get(frozenset(pair))
        or Relation(question.id, *pair, RelationKind.AGREEMENT, Matter.MANNER, RULE, (), "")
        for pair in pairs
    )


def _corrected(answer: Answer, decision: Decision) -> Value:
    value, given = answer.value, decision.given
    why = decision.why or "A person corrected it."
    if isinstance(given, Amount):
        if isinstance(value, QuantityValue):
            return replace(value, amount=given)
        if isinstance(value, DurationValue):
            return replace(value, seconds=given)
        if isinstance(value, DistanceValue):
            return replace(value, kilometres=given)
    if isinstance(given, TimeInterval) and isinstance(value, TimeValue):
        return replace(value, readings=(given,), reason=why)
    if isinstance(given, Place) and isinstance(value, PlaceValue):
        return replace(value, candidates=(given,), certain=True, reason=why)
    raise UnfitError(f"{_SORTS[type(value)]} cannot become {_SORTS[type(given)]}")


_SORTS: Mapping[type, str] = {
    QuantityValue: "quantity",
    DurationValue: "duration",
    DistanceValue: "distance",
    TimeValue: "time",
    PlaceValue: "place",
    Amount: "number",
    TimeInterval: "time",
    Place: "place",
    Proposition: "proposition",
    NoneType: "nothing",
}
