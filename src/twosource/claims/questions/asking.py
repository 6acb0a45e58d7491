"""All questions of a case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from twosource.claims.facts import ReportFacts
from twosource.claims.questions.aligned.ages import age_questions
from twosource.claims.questions.aligned.doers import doer_questions
from twosource.claims.questions.aligned.holdings import holding_questions
from twosource.claims.questions.aligned.pairs import clauses_in
from twosource.claims.questions.aligned.positions import position_questions
from twosource.claims.questions.aligned.slips import slip_questions
from twosource.claims.questions.aligned.years import year_questions
from twosource.claims.questions.clauses import told_in
from twosource.claims.questions.context import contexts
from twosource.claims.questions.counts import count_questions
from twosource.claims.questions.denials import denial_questions
from twosource.claims.questions.existence import existence_questions
from twosource.claims.questions.features.ask import feature_questions
from twosource.claims.questions.happenings import time_questions
from twosource.claims.questions.lacks import lack_questions
from twosource.claims.questions.manner import manner_questions
from twosource.claims.questions.naming import event_words
from twosource.claims.questions.nearness import Nearness
from twosource.claims.questions.rejoinders import rejoinder_questions
from twosource.claims.questions.responsibility import responsibility_questions
from twosource.claims.questions.sameness import classes_of
from twosource.claims.questions.whereabouts import place_questions
from twosource.claims.questions.whether import proposition_questions
from twosource.language.meaning import Meaning
from twosource.model.claim import Question, QuestionKind
from twosource.model.entity import Entity


def questions_of(
    facts: Sequence[ReportFacts],
    entities: Sequence[Entity],
    meaning: Meaning,
    terms: Sequence[str] = (),
) -> tuple[Question, ...]:
    """Find what the reports of a case give answers to.

    Args:
        facts: What each report prints that can be compared, in any order.
        entities: Who and what the reports name.
        meaning: Tells which words are near in meaning.
        terms: Lemmas that name the case's event, as its frame has them.

    Returns:
        The questions, those that most reports answer first, each with its claims.
    """
    cases = contexts(facts, entities)
    classes = classes_of(cases, meaning)
    event = event_words(cases, classes, terms)
    raised = [
        *count_questions(cases, classes, meaning, event),
        *time_questions(cases, classes, event),
        *place_questions(cases, classes, event),
        *existence_questions(cases),
        *responsibility_questions(cases, classes, event),
        *proposition_questions(cases, classes),
    ]
    raised += manner_questions(cases, classes)
    told, near = told_in(cases, classes), Nearness(meaning)
    raised += denial_questions(told, near, raised)
    clauses = clauses_in(cases, classes)
    raised += year_questions(clauses, near)
    raised += holding_questions(clauses, near)
    raised += position_questions(clauses, near)
    raised += doer_questions(clauses, near)
    raised += age_questions(cases, {entity.id: entity.name for entity in entities})
    raised += slip_questions(cases, meaning, raised)
    raised += lack_questions(cases, meaning)
    raised += feature_questions(cases, meaning, raised)
    raised += rejoinder_questions(cases, raised)
    return tuple(sorted(_joined(raised), key=_rank))


def _joined(raised: Sequence[Question]) -> Iterable[Question]:
    """Questions that read the same are one; the topic of the first stands."""
    by_text: dict[tuple[QuestionKind, str], list[Question]] = {}
    for question in raised:
        by_text.setdefault((question.kind, question.text), []).append(question)
    for alike in by_text.values():
        first = alike[0]
        claims = {claim.id: claim for question in alike for claim in question.claims}
        if len(alike) > 1:
            owned = tuple(replace(claim, question=first.id) for claim in claims.values())
            yield replace(first, claims=owned)
        else:
            yield first


_ORDER = {kind: number for number, kind in enumerate(QuestionKind)}


def _rank(question: Question) -> tuple[int, int, str, str]:
    reports = {answer.report for claim in question.claims for answer in claim.given}
    return (-len(reports), _ORDER[question.kind], question.text, question.id)
