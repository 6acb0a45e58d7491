"""One number in two units: "80 metres", "80 feet".

Two reports that print one number for one thing, but in another unit of the same sort, hold two
versions of it, whoever slipped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.claims.questions.context import Context, Found, found, sentence_at
from twosource.claims.questions.telling import Topic, question_of
from twosource.language.meaning import Meaning
from twosource.model.claim import Question, QuestionKind
from twosource.model.value import Amount, DistanceValue, QuantityKind, QuantityValue
from twosource.reference.measures import factor

_LEAST = 3.0
"""Numbers below this are too common for one number to show one thing."""
_NEAR = 0.5
"""Cosine of two sentences from which they may tell of one thing."""
_MOST = 64
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


def slip_questions(
    cases: Sequence[Context], meaning: Meaning, raised: Sequence[Question]
) -> Iterator[Question]:
    """Ask how much it is where two reports print one number in two units.

    Args:
        cases: The reports.
        meaning: Tells which sentences are near in meaning.
        raised: The questions that stand already; what they ask is not asked again.
    """
    known = [{span for claim in one.claims for span in claim.spans} for one in raised]
    printed: dict[tuple[str, float], list[_Printed]] = {}
    for context in cases:
        for one in _measures(context):
            printed.setdefault((one.sort, one.number), []).append(one)
    for key in sorted(printed):
        group = printed[key][:_MOST]
        involved = {
            id(each): each
            for one, other in combinations(group, 2)
            if one.unit != other.unit
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
    values: tuple[QuantityValue | DistanceValue, ...] = (
        *context.facts.quantities,
        *context.facts.distances,
    )
    for value in values:
        known = _sized(value)
        one = None if known is None else found(context, value)
        if known is not None and one is not None:
            number, unit, size, sort = known
            yield _Printed(one, number, unit, size, sort)


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
    units = {one.found.answer.span: one.unit for one in group}
    words = sorted({" ".join(one.found.answer.span.quote.split()) for one in group})
    text = f"Is it {' or '.join(words)}?"
    key = ("unit", f"{group[0].number:g}", *sorted({one.unit for one in group}))
    reason = "one number is printed in two units, in sentences that tell of one thing"
    far = isinstance(told[0].answer.value, DistanceValue)
    kind = QuestionKind.HOW_FAR if far else QuestionKind.HOW_MUCH
    return question_of(
        Topic(kind, text, key, reason),
        told,
        lambda one: units[one.answer.span],
        lambda one: " ".join(one.answer.span.quote.split()),
    )
