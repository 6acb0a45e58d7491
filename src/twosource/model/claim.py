"""Claims: answers to questions that the reports themselves raise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.model.identity import ClaimId, QuestionId, ReportId, StatementId
from twosource.model.proposition import Proposition
from twosource.model.report import Span
from twosource.model.shown import Shown
from twosource.model.value import Value

YES, NO, POSSIBLY = "yes", "no", "possibly"
"""What an answer to a question of whether something is so begins with."""


class QuestionKind(StrEnum):
    """What sort of value answers a question."""

    WHEN = "when"
    HOW_LONG = "how-long"
    HOW_MANY = "how-many"
    HOW_MUCH = "how-much"
    WHERE = "where"
    HOW_FAR = "how-far"
    WHETHER = "whether"
    WHO = "who"
    WHAT = "what"


@dataclass(frozen=True, slots=True)
class Answer(Shown):
    """One value that one report gives to a question.

    Attributes:
        value: The typed value, or the proposition that says yes, no or who.
        span: The words that give it.
        report: The report that prints it.
        statement: The innermost statement whose content holds it; ``None`` where the words stand
            outside every statement.
    """

    value: Value | Proposition
    span: Span
    report: ReportId
    statement: StatementId | None


@dataclass(frozen=True, slots=True)
class Claim(Shown):
    """An answer to a question, with everything that gives it.

    Attributes:
        id: Content id over the question and the answer's spans.
        question: The question that it answers.
        answer: The answer in plain words, made from what is printed ("at least 14", "yes").
        given: Who gives it and where, in order of report and offset.
    """

    id: ClaimId
    question: QuestionId
    answer: str
    given: tuple[Answer, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words that give the answer."""
        return tuple(answer.span for answer in self.given)

    @property
    def statements(self) -> tuple[StatementId, ...]:
        """The statements that give the answer, each once."""
        found = (a.statement for a in self.given if a.statement is not None)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Question(Shown):
    """What a set of claims answers.

    Attributes:
        id: Content id over the kind and the topic.
        kind: What sort of value answers it.
        text: The question in plain English ("How many pilgrims were killed?").
        topic: The lemmas that it is about, in the order of the text; what it is told apart by.
        claims: The claims that answer it, best supported first.
        reason: One sentence: why these values answer one question.
    """

    id: QuestionId
    kind: QuestionKind
    text: str
    topic: tuple[str, ...]
    claims: tuple[Claim, ...]
    reason: str
