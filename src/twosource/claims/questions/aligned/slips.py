"""One number in two units, or with its digits in another order: "80 feet", "1947" for "1974".

Two reports that print one number for one thing, but in another unit of the same sort, hold two
versions of it, whoever slipped; so do two numbers of the same digits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.claims.questions.context import Context, Found, found, sentence_at, statement_at
from twosource.claims.questions.telling import Topic, question_of
from twosource.language.meaning import Meaning
from twosource.model.claim import Answer, Question, QuestionKind
from twosource.model.identity import StatementId
from twosource.model.report import Span
from twosource.model.value import (
    Amount,
    DistanceValue,
    Precision,
    QuantityKind,
    QuantityValue,
    TimeValue,
)
from twosource.reference.measures import factor

_LEAST = 3.0
"""Numbers below this are too common for one number to show one thing."""
_NEAR = 0.5
"""Cosine of two sentences from which they may tell of one thing."""
_MOST = 64
_LONG, _YEAR_DIGITS = 100, 4
_UNITS = ("meter", "kilometer_per_hour", "kilogram", "liter", "hectare")
_MILES = {"km": 1.0, "kilomet": 1.0, "mile": 1.609344}


@dataclass(frozen=True, slots=True)
class _Printed:
    """A printed number with its unit."""

    found: Found
    number: float
    unit: str
    size: float
    sort: str

    @property
    def digits(self) -> str:
        """The digits that are not zeros at the end, by size."""
        return "".join(sorted(f"{self.number:g}".rstrip("0")))


def slip_questions(
    cases: Sequence[Context], meaning: Meaning, raised: Sequence[Question]
) -> Iterator[Question]:
    """Ask how much it is where two reports print one number in two units, or turn its digits.

    Args:
        cases: The reports.
        meaning: Tells which sentences are near in meaning.
        raised: The questions that stand already; what they ask is not asked again.
    """
    known = [{span for claim in one.claims for span in claim.spans} for one in raised]
    printed: dict[tuple[str, str], list[_Printed]] = {}
    for context in cases:
        for one in (*_measures(context), *_long_numbers(context)):
            printed.setdefault((one.sort, one.digits), []).append(one)
    for key in sorted(printed):
        group = printed[key][:_MOST]
        involved = {
            id(each): each
            for one, other in combinations(group, 2)
            if (one.unit, one.number) != (other.unit, other.number)
            and (one.unit == other.unit or one.number == other.number)
            and one.found.answer.report != other.found.answer.report
            and not any(
                {one.found.answer.span, other.found.answer.span} <= spans for spans in known
            )
            and _tell_alike(one.found, other.found, meaning)
            for each in (one, other)
        }
        if involved:
            yield _question(list(involved.values()))


def _measures(context: Context) -> Iterator[_Printed]:
    far = context.facts.distances
    values: tuple[QuantityValue | DistanceValue, ...] = (
        *(one for one in context.facts.quantities if not any(_in(one.span, d.span) for d in far)),
        *far,
    )
    for value in values:
        known = _sized(value)
        one = None if known is None else found(context, value)
        if known is not None and one is not None:
            number, unit, size, sort = known
            yield _Printed(one, number, unit, size, sort)


def _in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _long_numbers(context: Context) -> Iterator[_Printed]:
    """Years, and counts of three digits or more, whose digits are not all round."""
    for value in context.facts.quantities:
        low = value.amount.low
        if value.kind is QuantityKind.COUNT and low is not None and low == value.amount.high:
            one = found(context, value) if low >= _LONG and low % _LONG else None
            if one is not None and value.noun:
                yield _Printed(one, low, value.noun.lower(), low, "count")
    for time in context.facts.times:
        printed = "".join(c for c in time.span.quote if c.isdigit())
        if time.precision is Precision.YEAR and len(printed) == _YEAR_DIGITS:
            answer = Answer(time, time.span, context.facts.report.id, _said(context, time.span))
            yield _Printed(Found(answer, None, context), float(printed), "year", 0.0, "year")


def _said(context: Context, span: Span) -> StatementId | None:
    statement = statement_at(context, span)
    return None if statement is None else statement.id


def _sized(value: QuantityValue | DistanceValue) -> tuple[float, str, float, str] | None:
    """Number, unit, size in the sort's own unit, and sort; ``None`` for what has no such size."""
    if isinstance(value, DistanceValue):
        unit = next((u for u in _MILES if u in value.span.quote.lower()), "")
        far = value.kilometres
        if not unit or far is None or far.low is None or far.low != far.high:
            return None
        number = round(far.low / _MILES[unit], 3)
        return None if number < _LEAST else (number, unit, far.low * 1000, "meter")
    amount: Amount = value.amount
    if value.kind is not QuantityKind.MEASURE or amount.low is None or amount.low != amount.high:
        return None
    for sort in _UNITS:
        size = factor(value.unit, sort)
        if size and amount.low >= _LEAST:
            return amount.low, value.unit, amount.low * size, sort
    return None


def _tell_alike(one: Found, other: Found, meaning: Meaning) -> bool:
    """Whether the sentences of two measures may tell of one thing."""
    first, second = (sentence_at(each.context, each.answer.span) for each in (one, other))
    if first is None or second is None:
        return False
    vectors = meaning.vectors([first.span.quote, second.span.quote])
    return float(vectors[0] @ vectors[1]) >= _NEAR


def _question(group: Sequence[_Printed]) -> Question:
    told = [one.found for one in group]
    sizes = {one.found.answer.span: (one.number, one.unit) for one in group}
    printed = {(one.number, one.unit): one.found.answer.span.quote for one in reversed(group)}
    words = sorted(" ".join(quote.split()) for quote in printed.values())
    text = f"Is it {' or '.join(words)}?"
    key = ("slip", group[0].sort, group[0].digits, *sorted({one.unit for one in group}))
    reason = "one number in two units, or with turned digits, in sentences that tell of one thing"
    first = told[0].answer.value
    kind = QuestionKind.HOW_FAR if isinstance(first, DistanceValue) else QuestionKind.HOW_MUCH
    kind = QuestionKind.WHEN if isinstance(first, TimeValue) else kind
    return question_of(
        Topic(kind, text, key, reason),
        told,
        lambda one: sizes[one.answer.span],
        lambda one: " ".join(one.answer.span.quote.split()),
    )
