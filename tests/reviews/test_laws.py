"""Whatever is decided: nothing breaks, every review is told of once, and undo undoes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.brief.ferry import ferry_case
from tests.reviews.test_apply import STAMP, counted, explained

from twosource.model.case import Case
from twosource.model.claim import YES
from twosource.model.hypothesis import Rating
from twosource.model.lineage import LineageKind
from twosource.model.relation import RelationKind
from twosource.model.report import cut
from twosource.model.review import Decision, Part, ReviewAction, Reviewed
from twosource.model.statement import Stance
from twosource.model.value import Amount
from twosource.pipeline.examine import told
from twosource.reviews.apply import apply_reviews
from twosource.reviews.chain import decided, head, in_force, withdrawing
from twosource.reviews.locate import pointer_to
from twosource.store.case_file import case_json, read_case

CASES = tuple(told(one) for one in (explained(ferry_case()), counted(9, 11, 40)))
WORDS = [*Stance, *RelationKind, *LineageKind, *Rating, "", YES]


@st.composite
def decisions(draw: st.DrawFn, case: Case) -> Decision:
    spans = [one.content for one in case.statements]
    spans += [a.span for q in case.questions for c in q.claims for a in c.given]
    spans += [m.span for e in case.entities for m in e.mentions]
    spans += [s for h in case.hypotheses for s in (*h.raised, *(e.span for e in h.opposing))]
    reports = {one.id: one for one in case.reports}

    def pointer() -> object:
        span = draw(st.sampled_from(spans))
        if draw(st.booleans()) and span.end - span.start > 2:
            span = cut(reports[span.report], span.start + 1, span.end - 1)
        return pointer_to(span, reports[span.report])

    return Decision(
        action=draw(st.sampled_from([a for a in ReviewAction if a not in ("withdraw", "restore")])),
        about=draw(st.sampled_from(Reviewed)),
        pointers=tuple(pointer() for _ in range(draw(st.integers(0, 3)))),
        named=draw(st.sampled_from(["", "own voice", "Mara Quill", "How many sailors were hurt?"])),
        part=draw(st.sampled_from([None, *Part])),
        words=draw(st.sampled_from([None, pointer()])),
        word=draw(st.sampled_from(WORDS)),
        given=draw(st.sampled_from([None, Amount(9, 9), Amount(None, 3)])),
        answer=draw(st.sampled_from(["", "9", "many"])),
    )


@given(st.data())
@settings(max_examples=300)
def test_any_decisions_leave_a_whole_case_and_each_review_in_one_list(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(CASES))
    made = decided((), data.draw(st.lists(decisions(case), max_size=8)), STAMP, head(()))
    assert isinstance(made, tuple)
    found = apply_reviews(case, made)
    taken = [*found.applied, *(one.review for one in found.remarks), *found.pending]
    taken += [one.review for one in found.unfit]
    assert sorted(one.seq for one in taken) == [one.seq for one in in_force(made)]
    assert read_case(case_json(found.case)) == found.case
    claims = {claim.id for question in found.case.questions for claim in question.claims}
    assert {c for one in found.case.relations for c in (one.left, one.right)} <= claims
    known = {one.id for one in found.case.statements}
    assert {a.statement for q in found.case.questions for c in q.claims for a in c.given} <= {
        None, *known
    }  # fmt: skip
    undone = decided(made, [withdrawing(made)], STAMP, head(made)) if made else ()
    assert isinstance(undone, tuple)
    assert apply_reviews(case, (*made, *undone)).case == case
