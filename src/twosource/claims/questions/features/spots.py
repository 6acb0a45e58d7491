"""Where it began, on which platform or road it was, which way it went: marks of a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from twosource.claims.questions.context import Context, Found, reports_in
from twosource.claims.questions.features.groups import Worded, differing, stated
from twosource.claims.questions.telling import Topic, question_of
from twosource.model.claim import Question, QuestionKind
from twosource.model.report import Span, cut
from twosource.reference.numbers import UNITS
from twosource.reference.spots import (
    APART_FLOORS,
    FLOORS,
    HEADINGS,
    MARKS,
    ORIGIN,
    WOUNDED,
    WOUNDS,
)

_ORIGIN = re.compile(rf"\b(?:{ORIGIN})\b", re.IGNORECASE)
_FLOORS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in FLOORS.items()}
_HEADINGS = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in HEADINGS.items()
}
_WOUNDS = {
    name: re.compile(rf"\b{WOUNDED}(?:{words})\b", re.IGNORECASE) for name, words in WOUNDS.items()
}
_MARKS = tuple((mark, re.compile(mark.pattern)) for mark in MARKS)


def spot_questions(cases: Sequence[Context], known: Sequence[set[Span]]) -> Iterator[Question]:
    """Ask on which floor it began, at which platform, which way, where voices differ.

    Args:
        cases: The reports.
        known: The places that questions hold together already.
    """
    groups: dict[tuple[str, str], list[Worded]] = {}
    for context in cases:
        for sentence in context.facts.sentences:
            for key, text, one in _in_sentence(context, sentence.span):
                groups.setdefault((key, text), []).append(one)
    for (key, text), group in sorted(groups.items()):
        apart: Callable[[Worded, Worded], bool] = _floors_apart if key == "floor" else _differ
        if involved := differing(group, known, apart):
            yield _question(key, text, involved)


def _in_sentence(context: Context, sentence: Span) -> Iterator[tuple[str, str, Worded]]:
    text = sentence.quote
    if _ORIGIN.search(text):
        told = _only(_FLOORS, text)
        if told is not None:
            yield from _one(context, sentence, told, ("floor", "On which floor did it begin?"))
    heading = _only(_HEADINGS, text)
    if heading is not None:
        yield from _one(context, sentence, heading, ("heading", "Which way was it going?"))
    wound = _only(_WOUNDS, text)
    if wound is not None:
        yield from _one(context, sentence, wound, ("wound", "Where was the victim hit?"))
    for mark, pattern in _MARKS:
        found = list(pattern.finditer(text))
        if len({match["mark"].lower() for match in found}) == 1:
            normal = found[0]["mark"].lower()
            normal = str(UNITS.get(normal, normal))
            told = (found[0].start(), found[0].end(), normal)
            yield from _one(context, sentence, told, (mark.key, mark.text))


def _only(table: dict[str, re.Pattern[str]], text: str) -> tuple[int, int, str] | None:
    """The one entry of a table of which a sentence tells; ``None`` for none and several."""
    found = [(m.start(), m.end(), name) for name, p in table.items() if (m := p.search(text))]
    return found[0] if len(found) == 1 else None


def _one(
    context: Context, sentence: Span, told: tuple[int, int, str], question: tuple[str, str]
) -> Iterator[tuple[str, str, Worded]]:
    start, end, normal = told
    span = cut(context.facts.report, sentence.start + start, sentence.start + end)
    found = stated(context, span)
    if found is not None:
        yield (*question, Worded(found, " ".join(span.quote.split()), normal))


def _floors_apart(one: Worded, other: Worded) -> bool:
    return frozenset((one.normal, other.normal)) in APART_FLOORS


def _differ(one: Worded, other: Worded) -> bool:
    return one.normal != other.normal


def _question(key: str, text: str, group: Sequence[Worded]) -> Question:
    told = [one.found for one in group]
    normals = {one.found.answer.span: one.normal for one in group}
    reason = f"each says where ({key}), in {reports_in(told)} report(s)"
    topic = Topic(QuestionKind.WHERE, text, ("spot", key), reason)
    return question_of(topic, told, lambda one: normals[one.answer.span], _words)


def _words(one: Found) -> str:
    return " ".join(one.answer.span.quote.split())
