"""Applying what people decided to a case, after every run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from twosource.model.case import Case
from twosource.model.entity import Entity, Ruling
from twosource.model.identity import QuestionId, StatementId
from twosource.model.report import Report, Span
from twosource.model.review import Decision, Part, Review, ReviewAction, Reviewed
from twosource.reviews.answers import compared_anew, corrected_answer, led_back, related
from twosource.reviews.chain import in_force
from twosource.reviews.judged import evidence_at, expected, judged_at, rated, tied, without
from twosource.reviews.locate import ENOUGH, UnfitError, locate, overlap
from twosource.reviews.placing import Found, answer_at, without_answer
from twosource.reviews.polarity import restanced
from twosource.reviews.statements import corrected, stated, statement_at, without_statement

_JOINING = frozenset({ReviewAction.MERGE, ReviewAction.SPLIT})
_TEXTUAL = frozenset({Reviewed.STATEMENT, Reviewed.ANSWER})


@dataclass(frozen=True, slots=True)
class Unfit:
    """A review that does not fit the case any more, with the reason; a person decides on it."""

    review: Review
    reason: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A review that changes nothing (accepted, noted, pinned), and the words that it is about."""

    review: Review
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """A case with what people decided.

    Attributes:
        case: The case; its brief is the one it came with, to be told anew.
        applied: The reviews that took effect, in order.
        remarks: Those that change nothing, with their words.
        pending: Merges and splits that take effect when the case is examined with their rulings.
        unfit: Those that do not fit any more.
    """

    case: Case
    applied: tuple[Review, ...]
    remarks: tuple[Remark, ...]
    pending: tuple[Review, ...]
    unfit: tuple[Unfit, ...]


@dataclass(slots=True)
class _Desk:
    """What lies on the desk while decisions are applied one after the other."""

    case: Case
    touched: set[QuestionId] = field(default_factory=set)
    statements: set[StatementId] = field(default_factory=set)
    retied: bool = False


def apply_reviews(case: Case, reviews: Sequence[Review]) -> Applied:
    """Apply the reviews that are in force to a case.

    Decisions on statements and answers come first, in the order of the chain; the questions that
    they touch are compared anew; then come the decisions on what the comparison gives. The case
    must be as the run gave it: on a case that they were applied to, they would find other words.

    Args:
        case: The case as the run gave it.
        reviews: The whole chain.
    """
    holding = in_force(reviews)
    desk, done, unfit = _Desk(case), [], []
    remarks: list[Remark] = []
    pending: list[Review] = []
    early = [one for one in holding if _comes_first(one.decision)]
    late = [one for one in holding if not _comes_first(one.decision)]
    for number, review in enumerate((*early, *late)):
        if number == len(early):
            _compare(desk)
        try:
            spans = tuple(locate(one, case.reports) for one in review.decision.pointers)
            outcome = _outcome(desk, review.decision, spans)
        except UnfitError as reason:
            unfit.append(Unfit(review, str(reason)))
            continue
        if outcome == "remark":
            remarks.append(Remark(review, spans))
        elif outcome == "pending":
            pending.append(review)
        else:
            done.append(review)
    if not late:
        _compare(desk)
    if desk.retied:
        desk.case = led_back(desk.case)
    done.sort(key=lambda one: one.seq)
    return Applied(desk.case, tuple(done), tuple(remarks), tuple(pending), tuple(unfit))


def rulings_of(reviews: Sequence[Review], reports: Sequence[Report]) -> tuple[Ruling, ...]:
    """The merges and splits in force, as the examination takes them; what is not found is left out.

    ``apply_reviews`` lists what is left out here.
    """
    found: list[Ruling] = []
    for review in in_force(reviews):
        if review.decision.action not in _JOINING or len(review.decision.pointers) != 2:
            continue
        try:
            left, right = (locate(one, reports) for one in review.decision.pointers)
        except UnfitError:
            continue
        found.append(Ruling(left, right, review.decision.action is ReviewAction.MERGE))
    return tuple(found)


def _comes_first(decision: Decision) -> bool:
    changing = {ReviewAction.REJECT, ReviewAction.CORRECT, ReviewAction.STATE}
    return decision.about in _TEXTUAL and decision.action in changing


def _compare(desk: _Desk) -> None:
    """Compare anew what the decisions touched, with what rests on changed statements."""
    for question in desk.case.questions:
        said = {one for claim in question.claims for one in claim.statements}
        if said & desk.statements:
            desk.touched.add(question.id)
    if desk.touched or desk.statements:
        desk.case = compared_anew(desk.case, desk.touched)


def _outcome(desk: _Desk, decision: Decision, spans: tuple[Span, ...]) -> str:
    """Carry out one decision: ``"applied"``, ``"remark"`` or ``"pending"``."""
    wanted = 2 if _needs_two(decision) else 1
    if len(spans) < wanted or (wanted == 2 and len(spans) > wanted):
        raise UnfitError(f"it points to {len(spans)} passages and needs {wanted}")
    if decision.action in {ReviewAction.NOTE, ReviewAction.PIN}:
        return "remark"
    if decision.action in _JOINING:
        return _joined(desk.case, decision, spans)
    if decision.action is ReviewAction.ACCEPT:
        if not _stands(desk.case, decision, spans):
            raise UnfitError(f"no {decision.about.value} stands at these words any more")
        return "remark"
    if decision.about is Reviewed.STATEMENT:
        _on_statement(desk, decision, spans)
    elif decision.about is Reviewed.ANSWER:
        _on_answer(desk, decision, spans)
    else:
        desk.case = _on_judged(desk.case, decision, spans)
        desk.retied |= decision.about is Reviewed.LINEAGE
    return "applied"


def _needs_two(decision: Decision) -> bool:
    joining = decision.action in _JOINING | {ReviewAction.RELATE}
    return joining or decision.about is Reviewed.EVIDENCE


def _on_statement(desk: _Desk, decision: Decision, spans: tuple[Span, ...]) -> None:
    pointer = decision.words
    words = None if pointer is None else locate(pointer, desk.case.reports)
    if decision.action is ReviewAction.STATE:
        desk.case = stated(desk.case, decision, spans[0], words)
        return
    found = statement_at(desk.case, spans[0], decision.named)
    if decision.action is ReviewAction.REJECT:
        if found is not None:  # what is not found any more need not be taken out
            answering = {
                q.id for q in desk.case.questions for c in q.claims if found.id in c.statements
            }
            desk.touched |= answering
            desk.statements.add(found.id)
            desk.case = without_statement(desk.case, found.id)
        return
    if decision.action is not ReviewAction.CORRECT:
        raise UnfitError(_not_for(decision))
    if found is None:
        raise UnfitError("no statement stands at these words any more")
    desk.case, ident = corrected(desk.case, found, decision, words, spans[1:])
    desk.statements.add(ident)
    if decision.part is Part.STANCE:
        after = next(one for one in desk.case.statements if one.id == ident)
        desk.case, questions = restanced(desk.case, found, after)
        desk.touched |= questions


def _on_answer(desk: _Desk, decision: Decision, spans: tuple[Span, ...]) -> None:
    found = answer_at(desk.case, spans[0], decision.named)
    if decision.action is ReviewAction.REJECT:
        if found is not None:
            desk.touched.add(found.question.id)
            desk.case = without_answer(desk.case, found)
        return
    if found is None:
        raise UnfitError("no answer stands at these words any more")
    if decision.action is ReviewAction.CORRECT:
        desk.case = corrected_answer(desk.case, found, decision)
        desk.touched.add(found.question.id)
        return
    if decision.action is not ReviewAction.RELATE:
        raise UnfitError(_not_for(decision))
    other = answer_at(desk.case, spans[1], decision.named)
    if not isinstance(other, Found):
        raise UnfitError("no answer stands at the second words any more")
    desk.case = related(desk.case, found, other, decision)


def _on_judged(case: Case, decision: Decision, spans: tuple[Span, ...]) -> Case:
    if decision.about is Reviewed.EVIDENCE:
        if decision.action is ReviewAction.RATE:
            return rated(case, spans, decision)
    elif decision.about is Reviewed.LINEAGE and decision.action is ReviewAction.RELATE:
        return tied(case, spans, decision)
    elif decision.about is Reviewed.HYPOTHESIS and decision.part is Part.ABSENT:
        return expected(case, spans, decision)
    elif decision.action is ReviewAction.REJECT and decision.about in _REJECTED:
        found = judged_at(case, spans, decision)
        return case if found is None else without(case, found, decision.about, decision.why)
    raise UnfitError(_not_for(decision))


def _not_for(decision: Decision) -> str:
    return (
        f"{decision.action.value} cannot be decided on a thing of the kind {decision.about.value}"
    )


_REJECTED = frozenset(Reviewed) - _TEXTUAL - {Reviewed.ENTITY, Reviewed.EVIDENCE, Reviewed.PASSAGE}


def _stands(case: Case, decision: Decision, spans: tuple[Span, ...]) -> bool:
    about = decision.about
    if about is Reviewed.STATEMENT:
        return statement_at(case, spans[0], decision.named) is not None
    if about is Reviewed.ANSWER:
        return answer_at(case, spans[0], decision.named) is not None
    if about is Reviewed.ENTITY:
        return _entity_at(case, spans[0]) is not None
    if about is Reviewed.EVIDENCE:
        return evidence_at(case, spans, decision)
    return about is Reviewed.PASSAGE or judged_at(case, spans, decision) is not None


def _entity_at(case: Case, span: Span) -> Entity | None:
    return next(
        (
            entity
            for entity in case.entities
            if any(overlap(mention.span, span) >= ENOUGH for mention in entity.mentions)
        ),
        None,
    )


def _joined(case: Case, decision: Decision, spans: tuple[Span, ...]) -> str:
    """Whether a merge or a split holds in the case already, or waits for the next examination."""
    left, right = (_entity_at(case, span) for span in spans[:2])
    if left is None or right is None:
        raise UnfitError("no name is read at these words any more")
    same = left.id == right.id
    return "applied" if same == (decision.action is ReviewAction.MERGE) else "pending"
