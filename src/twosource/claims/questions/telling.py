"""From values that answer one question to claims: equal answers are told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from twosource.claims.questions.context import Found, reports_in
from twosource.model.claim import Claim, Question, QuestionKind
from twosource.model.identity import ClaimId, QuestionId, content_id


@dataclass(frozen=True, slots=True)
class Topic:
    """What a question asks, before its answers are told.

    Attributes:
        kind: What sort of value answers it.
        text: The question.
        lemmas: What it is told apart by.
        reason: Why its values answer one question.
    """

    kind: QuestionKind
    text: str
    lemmas: tuple[str, ...]
    reason: str


Normal = Callable[[Found], Hashable]
Told = Callable[[Found], str]


def question_of(topic: Topic, group: Sequence[Found], normal: Normal, told: Told) -> Question:
    """Build a question with its claims.

    Args:
        topic: What it asks.
        group: The values that answer it.
        normal: The form in which two equal answers are equal.
        told: An answer in plain words.
    """
    identity = QuestionId(content_id("qu", topic.kind.value, *topic.lemmas))
    alike: dict[Hashable, list[Found]] = {}
    for one in sorted(group, key=place):
        alike.setdefault(normal(one), []).append(one)
    ordered = sorted(alike.values(), key=_support)
    claims = tuple(_claim(identity, same, told) for same in ordered)
    return Question(identity, topic.kind, topic.text, topic.lemmas, claims, topic.reason)


def _support(same: Sequence[Found]) -> tuple[object, ...]:
    return (-reports_in(same), -len(same), place(same[0]))


def _claim(question: QuestionId, same: Sequence[Found], told: Told) -> Claim:
    fields: list[str | int] = []
    for one in same:
        fields += [one.answer.report, one.answer.span.start, one.answer.span.end]
    wordings = Counter(told(one) for one in same)
    answer = min(wordings, key=lambda text: (-wordings[text], len(text), text))
    given = tuple(one.answer for one in same)
    return Claim(ClaimId(content_id("cl", question, *fields)), question, answer, given)


def place(one: Found) -> tuple[str, str, int, int]:
    """Sorting key: order of report and offset."""
    report, span = one.context.facts.report, one.answer.span
    return (report.file, report.id, span.start, span.end)


def commonest(words: Sequence[str]) -> str:
    """The word that occurs most often; the shortest, then the first by letters, of equals."""
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], len(word), word))
