"""Where an answer stands among the claims on its question, and how it is moved."""

from __future__ import annotations

from dataclasses import dataclass, replace

from twosource.model.case import Case
from twosource.model.claim import NO, POSSIBLY, YES, Answer, Claim, Question
from twosource.model.identity import ClaimId, content_id
from twosource.model.report import Span
from twosource.reviews.locate import ENOUGH, UnfitError, overlap
from twosource.reviews.statements import questions_with
from twosource.reviews.written import comparable


@dataclass(frozen=True, slots=True)
class Found:
    """An answer with the claim and the question that it belongs to."""

    question: Question
    claim: Claim
    answer: Answer


def answer_at(case: Case, span: Span, question: str) -> Found | None:
    """The answer whose words are at a span, told apart by the text of its question.

    Raises:
        UnfitError: If several fit alike.
    """
    found = [
        (overlap(answer.span, span), Found(asked, claim, answer))
        for asked in case.questions
        for claim in asked.claims
        for answer in claim.given
    ]
    best = max((near for near, _ in found), default=0.0)
    if best < ENOUGH:
        return None
    nearest = [one for near, one in found if near == best]
    nearest = [one for one in nearest if one.question.text == question] or nearest
    if len(nearest) > 1:
        raise UnfitError(f"{len(nearest)} answers stand at {span.quote[:60]!r} alike")
    return nearest[0]


def without_answer(case: Case, gone: Found) -> Case:
    """The case without an answer; a claim and a question that nobody gives any more fall."""

    def claim(one: Claim) -> Claim | None:
        if one.id != gone.claim.id:
            return one
        given = tuple(answer for answer in one.given if answer != gone.answer)
        return replace(one, given=given) if given else None

    return replace(case, questions=questions_with(case, claim))


def moved(case: Case, found: Found, answer: Answer, words: str) -> Case:
    """The case with an answer in the claim that says what it says now, or in one of its own.

    Args:
        case: The case.
        found: The answer where it stands.
        answer: The answer as it is to be.
        words: What it says, in plain words.
    """
    left = without_answer(case, found)
    questions = list(left.questions)
    place = next((i for i, q in enumerate(questions) if q.id == found.question.id), None)
    claims = () if place is None else questions[place].claims
    joined = next((one for one in claims if _says(one, answer, words)), None)
    if joined is not None:
        more = replace(joined, given=(*joined.given, answer))
        claims = tuple(more if one.id == joined.id else one for one in claims)
    else:
        span = answer.span
        ident = content_id("cl", found.question.id, span.report, span.start, span.end)
        claims = (*claims, Claim(ClaimId(ident), found.question.id, words, (answer,)))
    asked = replace(found.question, claims=claims)
    if place is None:
        questions.append(asked)
    else:
        questions[place] = asked
    return replace(left, questions=tuple(questions))


def _says(claim: Claim, answer: Answer, words: str) -> bool:
    """Whether a claim says the same: in words, as yes or no, or in comparable form."""
    lead = words.partition(": ")[0]
    if lead in {YES, NO, POSSIBLY}:
        return claim.answer.partition(": ")[0] == lead
    if claim.answer == words:
        return True
    value = comparable(answer.value)
    return value is not None and all(comparable(one.value) == value for one in claim.given)
