"""Rules of relations and contradictions: reconciled first, flagged second, and laws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import published, report, span

from twosource.comparison.relations.amounts import relate_quantities
from twosource.comparison.relations.contradictions import contradiction_of
from twosource.comparison.relations.propositions import relate_agents
from twosource.comparison.relations.relate import relations_of
from twosource.comparison.relations.times import relate_times
from twosource.comparison.relations.verdict import Given
from twosource.engine.examination import examine
from twosource.model.case import Case
from twosource.model.claim import Answer, Claim, Question, QuestionKind
from twosource.model.identity import ClaimId, QuestionId, content_id
from twosource.model.relation import Matter, RelationKind
from twosource.model.report import Report
from twosource.model.value import (
    Amount,
    AnchorBasis,
    ClockTime,
    Precision,
    QuantityKind,
    QuantityValue,
    TimeRelation,
    TimeValue,
)

HURT = report("17 or 50 people were hurt at 7.15 pm or 7.15 am.", "Post", "a.txt")


def count(
    low: float | None, high: float | None, words: str = "17", *, near: bool = False
) -> QuantityValue:
    return QuantityValue(
        span(HURT, words), QuantityKind.COUNT, Amount(low, high, near), "", None, "person", "injure"
    )


def clock(hour: int, minute: int, words: str, *, near: bool = False) -> TimeValue:
    return TimeValue(
        span(HURT, words),
        (),
        Precision.MINUTE,
        near,
        TimeRelation.AT,
        ClockTime(hour, minute),
        None,
        None,
        AnchorBasis.NONE,
        "no date",
    )


def given_by(value: QuantityValue | TimeValue, where: Report = HURT) -> Given:
    return Given(Answer(value, value.span, where.id, None), where, None)


def dated(name: str, day: str) -> Report:
    return replace(report("17 or 50 people", name, f"{name}.txt"), published=published(day))


def relation_of(a: QuantityValue, b: QuantityValue) -> RelationKind:
    return relate_quantities(a, b, given_by(a), given_by(b)).kind


def test_a_bound_and_a_figure_within_it_are_a_refinement() -> None:
    assert relation_of(count(1, None), count(2, 2, "50")) is RelationKind.REFINEMENT


def test_a_rounded_figure_agrees_with_the_exact_one() -> None:
    assert relation_of(count(30, 30, near=True), count(28, 28, "50")) is RelationKind.AGREEMENT


def test_two_figures_at_one_time_collide() -> None:
    assert relation_of(count(17, 17), count(51, None, "50")) is RelationKind.CONTRADICTION
    one, other = dated("One", "2031-04-01"), dated("Other", "2031-04-01")
    a, b = count(14, 14), count(17, 17, "50")
    verdict = relate_quantities(a, b, given_by(a, one), given_by(b, other))
    assert verdict.kind is RelationKind.CONTRADICTION


def test_a_toll_that_may_have_risen_between_undated_reports_is_left_open() -> None:
    assert relation_of(count(14, 14), count(17, 17, "50")) is RelationKind.OPEN


def test_a_toll_that_rose_between_two_days_is_a_revision() -> None:
    early, late = dated("Early", "2031-04-01"), dated("Late", "2031-04-08")
    a, b = count(14, 14), count(17, 17, "50")
    left, right = given_by(a, early), given_by(b, late)
    assert relate_quantities(a, b, left, right).kind is RelationKind.REVISION
    assert relate_quantities(b, a, right, left).kind is RelationKind.REVISION


def test_a_figure_many_times_as_high_is_no_revision() -> None:
    early, late = dated("Early", "2031-04-01"), dated("Late", "2031-04-08")
    a, b = count(14, 14), count(90, 90, "50")
    verdict = relate_quantities(a, b, given_by(a, early), given_by(b, late))
    assert verdict.kind is RelationKind.CONTRADICTION
    assert verdict.readings


def test_morning_and_evening_of_one_clock_collide_and_the_slip_is_named() -> None:
    a, b = clock(19, 15, "7.15 pm"), clock(7, 15, "7.15 am")
    verdict = relate_times(a, b, given_by(a), given_by(b))
    assert verdict.kind is RelationKind.CONTRADICTION
    assert verdict.matter is Matter.TIME
    assert "a.m. and p.m." in verdict.reason


@given(st.integers(0, 200), st.integers(0, 200), st.booleans(), st.booleans())
def test_contradiction_is_symmetric(a: int, b: int, near_a: bool, near_b: bool) -> None:
    one, other = count(a, a, near=near_a), count(b, b, "50", near=near_b)
    assert relation_of(one, other) is relation_of(other, one)


@given(st.integers(0, 200), st.booleans())
def test_agreement_is_reflexive(a: int, near: bool) -> None:
    assert relation_of(count(a, a, near=near), count(a, a, near=near)) is RelationKind.AGREEMENT


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 50), st.integers(0, 50))
def test_widening_a_bound_never_creates_a_contradiction(a: int, b: int, down: int, up: int) -> None:
    exact, other = count(a, a), count(b, b, "50")
    wider = count(max(0, a - down), a + up)
    if relation_of(exact, other) is not RelationKind.CONTRADICTION:
        assert relation_of(wider, other) is not RelationKind.CONTRADICTION


def claim(answer: str, value: QuantityValue) -> Claim:
    id_ = ClaimId(content_id("cl", answer))
    return Claim(id_, QuestionId("qu-1"), answer, (Answer(value, value.span, HURT.id, None),))


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Norland", "Sudland", RelationKind.CONTRADICTION),
        ("Norland", "not Norland", RelationKind.CONTRADICTION),
        ("Norland", "not Sudland", RelationKind.OPEN),
        ("not Norland", "not Sudland", RelationKind.OPEN),
        ("Norland", "possibly Sudland", RelationKind.OPEN),
        ("Norland", "possibly Norland", RelationKind.REFINEMENT),
        ("the army of Norland", "Norland", RelationKind.REFINEMENT),
    ],
)
def test_names_denied_or_held_possible_do_not_collide_with_other_names(
    a: str, b: str, kind: RelationKind
) -> None:
    value = count(1, 1)
    left, right = given_by(value), given_by(value)
    assert relate_agents(claim(a, value), claim(b, value), left, right).kind is kind
    assert relate_agents(claim(b, value), claim(a, value), right, left).kind is kind


def question(claims: Sequence[Claim]) -> Question:
    return Question(
        QuestionId("qu-1"), QuestionKind.HOW_MANY, "How many were hurt?", (), tuple(claims), "one"
    )


def test_claims_that_can_hold_together_stand_on_one_side() -> None:
    asked = question(
        [
            claim("17", count(17, 17)),
            claim("more than 50", count(51, None, "50")),
            claim("at least 14", count(14, None, "17 or")),
        ]
    )
    relations = relations_of(asked, {HURT.id: HURT}, {}, {})
    found = contradiction_of(asked, relations, {})
    assert found is not None
    assert [side.answer for side in found.sides] == ["17", "more than 50"]
    assert found.within == HURT.id


def test_claims_that_agree_make_no_contradiction() -> None:
    asked = question(
        [claim("17", count(17, 17)), claim("about 18", count(18, 18, "50", near=True))]
    )
    assert contradiction_of(asked, relations_of(asked, {HURT.id: HURT}, {}, {}), {}) is None


@pytest.fixture(scope="module")
def quarry() -> Case:
    texts = (
        "Five miners were killed in the quarry at Brackwell on Monday, the fire service said.",
        "Nine miners were killed in the quarry at Brackwell on Monday, the union said.",
    )
    reports = [report(t, f"Paper {n}", f"{n}.txt") for n, t in enumerate(texts)]
    return examine([replace(r, published=published("2031-04-01")) for r in reports]).case


def test_every_relation_recomputes_from_its_claims(quarry: Case) -> None:
    reports = {r.id: r for r in quarry.reports}
    statements = {s.id: s for s in quarry.statements}
    names = {e.id: e.name for e in quarry.entities}
    again = [r for q in quarry.questions for r in relations_of(q, reports, statements, names)]
    assert quarry.relations == tuple(r for r in again if r.kind is not RelationKind.AGREEMENT)
    assert quarry.relations


def test_a_contradiction_shows_both_texts(quarry: Case) -> None:
    (found,) = quarry.contradictions
    assert {s.quote for side in found.sides for s in side.spans} == {"Five", "Nine"}


def test_an_unrelated_report_changes_no_contradiction(quarry: Case) -> None:
    other = report("The orchestra opened its season with a new symphony.", "Paper 9", "9.txt")
    again: Callable[[], Case] = lambda: examine([*quarry.reports, other]).case  # noqa: E731
    assert again().contradictions == quarry.contradictions
