"""Lines of the timeline: what the reports date, in the order of the times that they give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from twosource.brief.ground import Draft
from twosource.brief.lines.answers import answer_words, listed, normalised, voices_of
from twosource.brief.material import Material
from twosource.brief.wording import ACCORDING
from twosource.model.claim import Claim, Question, QuestionKind
from twosource.model.time import TimeInterval
from twosource.model.value import TimeValue

NO_DAY = "The words give no day, so that it has no place in the order."
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Dated:
    """A dated answer: the question, the claim, and the first reading of its time, if it has one."""

    question: Question
    claim: Claim
    interval: TimeInterval | None


def dated(material: Material) -> list[Dated]:
    """The dated answers of a case by their times; what cannot be placed comes last."""
    found = [
        Dated(question, claim, _interval(claim))
        for question in material.case.questions
        if question.kind is QuestionKind.WHEN
        for claim in question.claims
    ]
    return sorted(found, key=_order)


def _order(one: Dated) -> tuple[datetime, datetime, str]:
    if one.interval is None:
        return _LAST, _LAST, one.claim.id
    return one.interval.start, one.interval.end, one.claim.id


def _interval(claim: Claim) -> TimeInterval | None:
    readings = (a.value.readings for a in claim.given if isinstance(a.value, TimeValue))
    return next((found[0] for found in readings if found), None)


def timeline_drafts(material: Material) -> list[Draft]:
    """One line per dated answer."""
    return list(_drafts(material))


def _drafts(material: Material) -> Iterator[Draft]:
    for one in dated(material):
        voices = voices_of(one.claim.given, material)
        yield Draft(
            standing=None,
            text=(
                f"{answer_words(one.claim.answer)}: {one.question.text} "
                f"{ACCORDING.capitalize()} {listed(voices)}"
            ),
            spans=(*one.claim.spans, *(span for voice in voices for span in voice.spans)),
            statements=one.claim.statements,
            reason="" if one.interval is not None else NO_DAY,
            stated=(*one.question.topic, *normalised(one.claim.given)),
        )
