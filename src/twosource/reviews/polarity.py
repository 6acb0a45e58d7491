"""Answers of yes, no and possibly: moved by a person's word, and by a corrected stance."""

from __future__ import annotations

from twosource.model.case import Case
from twosource.model.claim import NO, POSSIBLY, YES, Answer, Claim
from twosource.model.identity import QuestionId
from twosource.model.proposition import Modality, Proposition
from twosource.model.report import Span
from twosource.model.statement import Stance, Statement
from twosource.reviews.locate import ENOUGH, overlap
from twosource.reviews.placing import Found, moved, without_answer

POLARITIES = (YES, NO, POSSIBLY)
_PLAIN = frozenset({Stance.ASSERTS, Stance.ACCUSES})
_WITHHELD = frozenset({Stance.DECLINES, Stance.PREDICTS})


def polarity_of(claim: Claim) -> str | None:
    """What a claim says to a question of whether something is so; ``None``: it is another sort."""
    lead = claim.answer.partition(": ")[0]
    return lead if lead in POLARITIES else None


def polar_words(polarity: str, span: Span) -> str:
    """The answer as a run words it: yes alone, no and possibly with what says so."""
    return polarity if polarity == YES else f"{polarity}: {' '.join(span.quote.split())}"


def restanced(case: Case, before: Statement, after: Statement) -> tuple[Case, set[QuestionId]]:
    """The case with the answers of a statement read by its corrected stance.

    The rules are those by which a run reads an answer: what is denied is answered with no, what is
    held possible with possibly, and who declines or predicts answers nothing. Values that an
    earlier stance kept out are not in the case, and cannot come back by this.

    Args:
        case: The case, in which the statement has its new stance.
        before: The statement as the run found it.
        after: The statement as a person corrected it.

    Returns:
        The case, and the questions whose answers changed.
    """
    given = [
        Found(question, claim, answer)
        for question in case.questions
        for claim in question.claims
        for answer in claim.given
        if answer.statement == after.id
    ]
    main = _main(given, after)
    touched: set[QuestionId] = set()
    for one in given:
        wanted = _wanted(one, main, before, after)
        if wanted == one.claim.answer.partition(": ")[0]:
            continue
        touched.add(one.question.id)
        if wanted is None:
            case = without_answer(case, one)
        else:
            case = moved(case, one, one.answer, polar_words(wanted, one.answer.span))
    return case, touched


def _wanted(one: Found, main: Span | None, before: Statement, after: Statement) -> str | None:
    """How an answer begins by the new stance; ``None`` where nothing is answered any more."""
    if after.stance in _WITHHELD:
        return None
    denied = after.stance is Stance.DENIES
    polarity = polarity_of(one.claim)
    if polarity is None:
        # Where the content itself is negative, it tells of the denial and its values are its own.
        gone = denied and before.stance is not after.stance and not after.negations
        return None if gone else one.claim.answer.partition(": ")[0]
    if denied and one.answer.span == main:
        return NO
    own = polarity if before.stance in _PLAIN else _own(one.answer)
    return POSSIBLY if own == YES and after.stance is Stance.HEDGES else own


def _own(answer: Answer) -> str:
    """What a clause says by itself, whoever says it."""
    clause = answer.value
    if not isinstance(clause, Proposition):
        return YES
    if not clause.positive or any(one.negative for one in clause.arguments):
        return NO
    return POSSIBLY if clause.modality is Modality.POSSIBLE or clause.hedges else YES


def _main(given: list[Found], statement: Statement) -> Span | None:
    """The clause that a denial denies: the widest answer that makes up most of the content."""
    spans = [
        one.answer.span
        for one in given
        if any(overlap(one.answer.span, part) >= ENOUGH for part in statement.parts)
    ]
    return max(spans, key=lambda span: (span.end - span.start, -span.start), default=None)
