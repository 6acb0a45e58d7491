"""How old somebody is, where voices differ: "Ana Sol, 34", "Sol, 43"; "a boy of 14"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.claims.questions.aligned.pairs import MOST_ALIGNED
from twosource.claims.questions.context import (
    Context,
    Found,
    answers_here,
    clause_of,
    givers_in,
    reports_in,
    statement_at,
)
from twosource.claims.questions.fates import fate_of
from twosource.claims.questions.telling import Topic, question_of
from twosource.model.claim import Answer, Question, QuestionKind
from twosource.model.report import Span, cut
from twosource.model.value import Amount, QuantityKind, QuantityValue

_AFTER_NAME = re.compile(r", (?:aged )?(\d{1,2})(?=[,.;])")
_YEARS_OLD = re.compile(
    r"(?i)\b(\d{1,2})-year-old (boy|girl|man|woman|child|pupil|student)\b"
    r"|\b(boy|girl|man|woman|child|pupil|student)(?:, aged | of | aged )(\d{1,2})\b"
)
_ONE = re.compile(r"(?i)\b(?:a|an|the) (?:[a-z]+ ){0,1}\Z")
_SLACK = 1
_REACH = 24


@dataclass(frozen=True, slots=True)
class _Age:
    """An age as printed."""

    found: Found
    years: int


def age_questions(cases: Sequence[Context], names: dict[str, str]) -> Iterator[Question]:
    """Ask how old somebody is, where voices give ages that lie more than a birthday apart.

    A name is one person by its entity. A person without one is one only where one thing befell him:
    the boy who died, where each report tells of one such boy.

    Args:
        cases: The reports.
        names: Names of the entities.
    """
    ages: dict[tuple[str, ...], list[_Age]] = {}
    for context in cases:
        for key, one in (*_of_names(context), *_of_roles(context)):
            ages.setdefault(key, []).append(one)
    for key in sorted(ages):
        group = ages[key][:MOST_ALIGNED]
        years = [one.years for one in group]
        if max(years) - min(years) <= _SLACK or givers_in([one.found for one in group]) < 2:
            continue
        if key[0] == "role" and _tells_of_two(group):
            continue
        yield _question(key, group, names.get(key[-1], f"the {key[-1]}"))


def _tells_of_two(group: Sequence[_Age]) -> bool:
    """Whether one report gives two ages, and so tells of two persons."""
    reports: dict[str, set[int]] = {}
    for one in group:
        reports.setdefault(one.found.answer.report, set()).add(one.years)
    return any(len(years) > 1 for years in reports.values())


def _of_names(context: Context) -> Iterator[tuple[tuple[str, ...], _Age]]:
    text = context.facts.report.text
    for start, end, entity in context.mentions:
        told = _AFTER_NAME.match(text, end) if text[start : start + 1].isupper() else None
        if told is not None:
            yield ("name", str(entity)), _age(context, told.start(1), told.end(1))


def _of_roles(context: Context) -> Iterator[tuple[tuple[str, ...], _Age]]:
    text = context.facts.report.text
    for told in _YEARS_OLD.finditer(text):
        noun, number = (told[2], 1) if told[2] else (told[3], 4)
        one = _age(context, told.start(number), told.end(number))
        clause = one.found.clause
        fate = "" if clause is None else fate_of(clause.lemma)
        single = _ONE.search(text[max(0, told.start() - _REACH) : told.start()])
        if fate and single and answers_here(context, one.found.answer.span):
            yield ("role", fate, noun.lower()), one


def _age(context: Context, start: int, end: int) -> _Age:
    span: Span = cut(context.facts.report, start, end)
    years = int(span.quote)
    value = QuantityValue(span, QuantityKind.MEASURE, Amount(years, years), "year", None, "age", "")
    statement = statement_at(context, span)
    said = None if statement is None else statement.id
    answer = Answer(value, span, context.facts.report.id, said)
    return _Age(Found(answer, clause_of(context, span), context), years)


def _question(key: tuple[str, ...], group: Sequence[_Age], who: str) -> Question:
    found = [one.found for one in group]
    years = {one.found.answer.span: one.years for one in group}
    reason = f"each gives the age of {who}, in {reports_in(found)} report(s)"
    return question_of(
        Topic(QuestionKind.HOW_MUCH, f"How old is {who}?", ("age", *key), reason),
        found,
        lambda one: years[one.answer.span],
        lambda one: one.answer.span.quote,
    )
